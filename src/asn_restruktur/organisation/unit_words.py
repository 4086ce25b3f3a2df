"""Which words make up the name of a unit, however it is abbreviated and decorated?"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice

from asn_restruktur.organisation.heads import headed_unit
from asn_restruktur.organisation.words import listed, unit_abbreviations
from asn_restruktur.vocabulary import PERANGKAT_DAERAH

_WORD = re.compile(r"[^\W_]+\.?")
_ASIDE = re.compile(r"\(([^()]*)\)")
_LETTERS = re.compile(r"\b(?:[a-z]\.\s?){2,}")
_HINT = re.compile("kot|kab|prov|prop", re.IGNORECASE)
_TOWNS = ("kota", "kabupaten", "provinsi")
_MOST_WORDS = 60
"""A longer text is no name in which an abbreviation would be looked for."""

_MOST_READINGS = 8
_LONGEST_ABBREVIATION = 6
_MOST_TOWN_WORDS = 3
_TWICE = 2
_ROMAN = {
    f"{ten}{one}": str(10 * tens + ones)
    for tens, ten in enumerate(("", "x"))
    for ones, one in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if ten or one
}

Words = tuple[str, ...]
"""Words of a name in small letters; one that is cut short keeps its full stop."""


@lru_cache(maxsize=100_000)
def readings(name: str, endings: tuple[Words, ...] = ()) -> tuple[Words, ...]:
    """Return the words of a unit's name.

    Abbreviations are written out, a head stands for the unit, words that tell no two units apart
    and the name of the government at the end are left out, Roman numbers at the end are digits,
    and what stands in brackets is left out where it only repeats the rest.

    Args:
        name: the name, in any spelling.
        endings: how names may end with the government's, see `government_endings`.

    Returns:
        One tuple of words for each way to read the abbreviations, the likeliest first.
    """
    asides = _ASIDE.findall(name)
    if asides:
        rest = _ASIDE.sub(" ", name)
        own = readings(rest, endings)
        if any(own) and all(set(readings(aside, endings)) & set(own) for aside in asides):
            return own
    headed = headed_unit(name)
    words = _split(headed or name)
    found = dict.fromkeys(
        _trimmed(reading, endings) for reading in islice(_written_out(words), _MOST_READINGS)
    )
    return tuple(found)


def government_endings(government: str, names: Iterable[str]) -> tuple[Words, ...]:
    """Return how names of units may end with the government's: its name, or its kind alone.

    Args:
        government: its name with its kind (`Kota Teladan`), or "".
        names: names of units; they are asked where the government is not known. Where they end
            with the names of two governments, none of them is left out.

    Returns:
        The endings, longest first.
    """
    if government:
        words = next(_written_out(_split(government)), ())
        words = tuple(word for word in words if word != "pemerintah")
        return (words, words[:1]) if words and words[0] in _TOWNS else ()
    endings = {ending for name in names if (ending := _town(name))}
    whole = {ending for ending in endings if len(ending) > 1}
    kinds = {ending[0] for ending in endings}
    if len(whole) > 1 or len(kinds) != 1:
        return ()
    return (*whole, (kinds.pop(),))


def _town(name: str) -> Words:
    """Return the end of a perangkat daerah's name from the kind of a government on."""
    if not _HINT.search(name):
        return ()
    words = next(_written_out(_split(name)), ())
    if not words or words[0] not in _PERANGKAT_DAERAH:
        return ()
    for at in range(len(words) - 1, 0, -1):
        if words[at] in _TOWNS and words[at - 1] not in listed("before_a_town"):
            return words[at:] if len(words) - at <= _MOST_TOWN_WORDS else ()
    return ()


_PERANGKAT_DAERAH = {str(kind) for kind in PERANGKAT_DAERAH} - {"kecamatan"} | {"sekretariat"}


def _split(name: str) -> Words:
    text = _LETTERS.sub(lambda run: re.sub(r"[.\s]", "", run[0]) + " ", name.casefold())
    return tuple(_WORD.findall(text))


def _written_out(words: Words) -> Iterator[Words]:
    """Write out the abbreviations, twice: `UPT PKM` is `UPTD Puskesmas` is `Puskesmas`."""
    if len(words) > _MOST_WORDS:
        yield words
        return
    for once in _expanded(words):
        yield from _expanded(once)


def _expanded(words: Words) -> Iterator[Words]:
    """Give each way to write out the abbreviations, the longest first at each place."""
    if not words:
        yield ()
        return
    for length in range(min(_LONGEST_ABBREVIATION, len(words)), 0, -1):
        spelling = " ".join(word.rstrip(".") for word in words[:length])
        meant = _abbreviations().get(spelling)
        if meant:
            for full in meant:
                for rest in _expanded(words[length:]):
                    yield (*full, *rest)
            return
    for rest in _expanded(words[1:]):
        yield (words[0], *rest)


@cache
def _abbreviations() -> dict[str, tuple[Words, ...]]:
    short = unit_abbreviations()
    written_out = {full: [full] for meant in short.values() for full in meant if " " in full}
    return {
        spelling: tuple(tuple(full.split()) for full in meant)
        for spelling, meant in (written_out | short).items()
    }


def _trimmed(words: Words, endings: tuple[Words, ...]) -> Words:
    kept = tuple(word for word in words if word not in listed("unit_filler")) or words
    kept = tuple(word for word, before in zip(kept, ("", *kept), strict=False) if word != before)
    for ending in endings:
        if len(kept) > len(ending) and kept[-len(ending) :] == ending:
            rest = kept[: -len(ending)]
            if rest[-1] not in listed("before_a_town"):
                kept = rest
    return (*kept[:-1], _ROMAN.get(kept[-1], kept[-1])) if len(kept) >= _TWICE else kept
