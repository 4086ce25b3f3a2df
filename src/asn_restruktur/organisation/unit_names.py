"""Which unit does a name mean, in whatever spelling it is written?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from asn_restruktur.organisation.unit_paths import BETWEEN, above, last
from asn_restruktur.organisation.unit_words import Words, readings
from asn_restruktur.organisation.words import plain

Key = TypeVar("Key")

_LETTERS_TIMES = re.compile(r"([a-z])(\d)")
_SHORT = re.compile(r"[a-z]{2,12}\d?[a-z]{0,12}\.?")
_MOST_WORDS = 60
_FEWEST_LETTERS = 2
_BEGINNING_OF = {"dinas": ("dis",)}
"""Syllables that stand for a word without being its beginning."""


class Reading(StrEnum):
    """By which rule a spelling was read as the name of a unit."""

    SAME = "same"  # nothing but case, dots and blanks differs
    WRITTEN_OUT = "written_out"  # abbreviations written out, the government's name left out
    ABOVE = "above"  # the name of a unit above stands with it
    SHORTENED = "shortened"  # initials, or words cut short


@dataclass(frozen=True, slots=True)
class Meant:
    """The units that a spelling may mean, sorted ids, and by which rule: one, several or none."""

    units: tuple[str, ...] = ()
    reading: Reading = Reading.SAME

    @property
    def unit(self) -> str:
        """The only unit that is meant; "" where that is open."""
        return self.units[0] if len(self.units) == 1 else ""


@dataclass(frozen=True)
class UnitNames:
    """The names of all units, to find out which one is meant.

    Args:
        ids: ids of the units; an id may stand there more than once.
        names: name of each.
        parents: id of the unit above each, or "".
        endings: how names may end with the government's.
    """

    ids: Sequence[str]
    names: Sequence[str]
    parents: Sequence[str]
    endings: tuple[Words, ...] = ()

    def meant(self, spelling: str, top: str = "") -> Meant:
        """Return what a spelling means.

        Args:
            spelling: an id, a name, or a path of names from the top down.
            top: id or name of a unit above the one that is meant, or "".

        Returns:
            The one unit that it means by the first rule that gives one; several where the first
            rule that gives any leaves it open; none where the only one stands outside `top`.
        """
        if spelling in self._parent:
            return Meant((spelling,))
        if BETWEEN in spelling:
            return self._under(above(spelling), last(spelling))
        whole = self.meant(top).unit if top else ""
        for reading, found in self._found(spelling):
            units = {unit for unit in found if not whole or whole in self._line(unit)}
            if units:
                return Meant(tuple(sorted(units)), reading)
        return Meant()

    def _under(self, path: str, name: str) -> Meant:
        """Return what a name means under the unit of a path, else wherever it is the only one."""
        whole = self.meant(path)
        found = self.meant(name, whole.unit)
        if not found.units:
            found = self.meant(name)
        is_same = whole.reading is Reading.SAME or not found.unit
        return (
            found
            if is_same
            else Meant(found.units, max(found.reading, whole.reading, key=list(Reading).index))
        )

    def _found(self, spelling: str) -> Iterable[tuple[Reading, Iterable[str]]]:
        """Give the units that each rule finds, the strictest rule first."""
        yield Reading.SAME, self._by_id.get(spelling.casefold(), ())
        yield Reading.SAME, self._by_plain_name.get(plain(spelling), ())
        own = readings(spelling, self.endings)
        for rule, known in (
            (Reading.WRITTEN_OUT, self._by_words),
            (Reading.ABOVE, self._by_words_with_above),
        ):
            yield rule, {unit for words in own for unit in known.get(bare(words), ())}
        yield Reading.SHORTENED, {unit for words in own for unit in self._shortened(words)}

    def _line(self, unit: str) -> list[str]:
        """Return a unit and those above it, nearest first."""
        line: list[str] = []
        while unit and unit not in line:
            line.append(unit)
            unit = self._parent.get(unit, "")
        return line

    def _shortened(self, words: Words) -> Iterable[str]:
        """Give the units for whose names the words stand, when one of these can be short."""
        new = [word for word in words if word not in self._vocabulary]
        if new and len(words) <= _MOST_WORDS and all(_SHORT.fullmatch(word) for word in new):
            for full, units in self._by_words.items():
                if full and full[0][0] == words[0][0] and _stands_for(words, full):
                    yield from units

    @cached_property
    def _parent(self) -> dict[str, str]:
        return dict(zip(self.ids, self.parents, strict=True))

    @cached_property
    def _by_id(self) -> Mapping[str, set[str]]:
        return _filed((unit.casefold(), unit) for unit in self.ids)

    @cached_property
    def _by_plain_name(self) -> Mapping[str, set[str]]:
        return _filed((plain(name), unit) for unit, name in self._named)

    @cached_property
    def _by_words(self) -> Mapping[Words, set[str]]:
        return _filed(
            (bare(words), unit)
            for unit, name in self._named
            for words in readings(name, self.endings)
        )

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word for words in self._by_words for word in words)

    @cached_property
    def _by_words_with_above(self) -> Mapping[Words, set[str]]:
        """File the units by their words with those of a unit above, and without these."""
        own = {unit: bare(readings(name, self.endings)[0]) for unit, name in self._named}
        found = []
        for unit, words in own.items():
            for over in self._line(unit)[1:]:
                whose = own.get(over, ())
                found.append(((*words, *whose), unit))
                if whose and len(words) > len(whose) and words[-len(whose) :] == whose:
                    found.append((words[: -len(whose)], unit))
        return _filed(found)

    @cached_property
    def _named(self) -> list[tuple[str, str]]:
        return [
            (unit, name)
            for unit, name in dict.fromkeys(zip(self.ids, self.names, strict=True))
            if name
        ]


def _filed(pairs: Iterable[tuple[Key, str]]) -> dict[Key, set[str]]:
    filed: dict[Key, set[str]] = {}
    for key, unit in pairs:
        filed.setdefault(key, set()).add(unit)
    return filed


def bare(words: Words) -> Words:
    """Return words without the full stop of one that is cut short."""
    return tuple(word.rstrip(".") for word in words)


def _stands_for(short: Words, full: Words) -> bool:
    """Tell whether words that are cut short, initials or syllables stand for whole words."""
    if not short or not full:
        return not short and not full
    word, rest = short[0], short[1:]
    if word.rstrip(".") == full[0]:
        return _stands_for(rest, full[1:])
    if word.endswith(".") and full[0].startswith(word[:-1]):
        return _stands_for(rest, full[1:])
    letters = _LETTERS_TIMES.sub(lambda found: found[1] * int(found[2]), word.rstrip("."))
    if _FEWEST_LETTERS < len(letters) <= len(full) and all(
        whole.startswith(letter) for letter, whole in zip(letters, full, strict=False)
    ):
        return _stands_for(rest, full[len(letters) :])
    return any(_stands_for(rest, full[count:]) for count in _syllables(letters, full))


def _syllables(letters: str, full: Words, count: int = 0) -> Iterable[int]:
    """Give how many whole words may be told by the syllables that a word is made of."""
    if not letters:
        if count > 1:
            yield count
        return
    if not full:
        return
    beginnings = {full[0][:length] for length in range(_FEWEST_LETTERS, len(full[0]) + 1)}
    for syllable in sorted(beginnings.union(_BEGINNING_OF.get(full[0], ()))):
        if letters.startswith(syllable):
            yield from _syllables(letters[len(syllable) :], full[1:], count + 1)
