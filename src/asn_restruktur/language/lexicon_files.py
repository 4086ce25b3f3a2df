"""What do the lexicon files say: the shipped ones, and a user's own?"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from asn_restruktur.language.data import word_list
from asn_restruktur.language.lexicon import Act, Lexicon, Meaning, climb
from asn_restruktur.language.tokens import tokens

FOLDER = Path(__file__).parent / "lexicon"

_T = TypeVar("_T")

SAME = ("synonym", "abbreviation", "spelling")
BENEFICIARY = "beneficiary"
TERRITORY = "territory"
NO_SERVICE = (BENEFICIARY, TERRITORY)
SHORT_ABBREVIATION = 3


class Entry(NamedTuple):
    """A row of a lexicon file: how `term` stands to `canonical`, in which field of work."""

    term: str
    canonical: str
    kind: str  # synonym, abbreviation, spelling, narrower, broader
    field: str


def lexicon(extra: Iterable[Entry] = ()) -> Lexicon:
    """Return the shipped lexicon, widened by a user's own entries.

    Args:
        extra: entries that stand before the shipped ones.

    Returns:
        The lexicon; without `extra` always the same object.
    """
    own = tuple(extra)
    return _build(own) if own else _shipped()


def entries(path: Path) -> Iterator[Entry]:
    """Read a lexicon file with the columns `term, canonical, kind, field`."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield Entry(row["term"], row["canonical"], row["kind"], row["field"])


@cache
def _shipped() -> Lexicon:
    return _build(())


def _build(extra: tuple[Entry, ...]) -> Lexicon:
    known = [*extra]
    for path in sorted(FOLDER.glob("*.csv")):
        with path.open(encoding="utf-8-sig") as file:
            if file.readline().strip() == "term,canonical,kind,field":
                known.extend(entries(path))
    meanings = _ambiguous()
    same = _same(known, meanings)
    wider: dict[str, set[str]] = defaultdict(set)
    for entry in known:
        term, canonical = same(entry.term), same(entry.canonical)
        if term == canonical or entry.kind in SAME:
            continue
        narrow, wide = (term, canonical) if entry.kind == "narrower" else (canonical, term)
        wider[narrow].add(wide)
    acts = _acts()
    areas = _rows("service_areas.csv")
    openers = word_list("openers")
    common = word_list("fillers") | word_list("forms")
    phrases: dict[tuple[str, ...], str] = {}
    named = [entry for entry in known if entry.field != TERRITORY]  # where, not what
    capital = frozenset(
        entry.term.lower()
        for entry in known
        if entry.term.isupper() and len(entry.term) <= SHORT_ABBREVIATION
    )
    for text in [text for entry in named for text in (entry.term, entry.canonical)] + [*meanings]:
        words = _words(text)
        if not words or (len(words) == 1 and words[0] in common):
            continue
        is_abbreviation = len(words) == 1 and words[0] in capital and words[0] in meanings
        if words[0] not in openers or is_abbreviation:
            phrases.setdefault(words, same(text))
    index = _by_first_word(phrases)
    up = {concept: frozenset(wide) for concept, wide in wider.items()}
    return Lexicon(
        phrases=index,
        capital=capital,
        inner=_inner(index),
        wider=up,
        acts={words[0]: act for words, act in acts.items() if len(words) == 1},
        act_phrases=_by_first_word({words: act for words, act in acts.items() if len(words) > 1}),
        near=_near(),
        beneficiaries=_of_field(BENEFICIARY, known, same),
        territories=_of_field(TERRITORY, known, same),
        meanings={
            term: [Meaning(same(m.concept), m.context) for m in found]
            for term, found in meanings.items()
        },
        apart=_apart(same),
        areas=frozenset(same(row["area"]) for row in areas if row["field"] not in NO_SERVICE),
        broad=frozenset(same(row["area"]) for row in areas if row["is_object"] == "no"),
        size=Counter(wide for concept in up for wide in climb(concept, up)),
    )


@cache
def _words(text: str) -> tuple[str, ...]:
    if text.isascii() and text.replace(" ", "").isalpha():
        return tuple(text.lower().split())
    return tuple(token.word for token in tokens(text) if token.word not in ",;:()")


def _of_field(field: str, known: Iterable[Entry], same: "_Same") -> frozenset[str]:
    return frozenset(
        same(text)
        for entry in known
        if entry.field == field
        for text in (entry.term, entry.canonical)
    )


def _inner(
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]],
) -> dict[str, tuple[str, ...]]:
    """Find, in the name of every concept, the names of others."""
    concepts = {concept for found in phrases.values() for _, concept in found}
    inner: dict[str, tuple[str, ...]] = {}
    for concept in concepts:
        words = concept.split()
        parts = [
            part
            for at in range(len(words))
            for phrase, part in phrases.get(words[at], ())
            if part != concept
            and (at or len(phrase) < len(words))
            and tuple(words[at : at + len(phrase)]) == phrase
            and " " in part
        ]
        if parts:
            inner[concept] = tuple(sorted(set(parts)))
    return inner


class _Same:
    """Follow synonyms to the one name of a concept."""

    def __init__(self, known: Iterable[Entry], ambiguous: Iterable[str]) -> None:
        self._next: dict[str, str] = {}
        keep = frozenset(ambiguous)
        for entry in known:
            term, canonical = " ".join(_words(entry.term)), " ".join(_words(entry.canonical))
            if entry.kind in SAME and term != canonical and term not in keep:
                self._next.setdefault(term, canonical)

    def __call__(self, text: str) -> str:
        name = " ".join(_words(text))
        seen = {name}
        while (name := self._next.get(name, name)) not in seen:
            seen.add(name)
        return name


def _same(known: Iterable[Entry], ambiguous: Iterable[str]) -> _Same:
    return _Same(known, ambiguous)


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _ambiguous() -> dict[str, list[Meaning]]:
    found: dict[str, list[Meaning]] = defaultdict(list)
    for row in _rows("ambiguous.csv"):
        term = " ".join(_words(row["term"]))
        found[term].append(Meaning(row["canonical"], frozenset(_words(row["context"]))))
    return found


def _acts() -> dict[tuple[str, ...], Act]:
    return {_words(row["term"]): Act(row["group"], row["sense"]) for row in _rows("actions.csv")}


def _near() -> dict[str, frozenset[str]]:
    near: dict[str, set[str]] = defaultdict(set)
    for row in _rows("senses.csv"):
        for other in row["near"].split(";"):
            near[row["sense"]].add(other)
            near[other].add(row["sense"])
    return {sense: frozenset(others - {""}) for sense, others in near.items()}


def _by_first_word(
    found: Mapping[tuple[str, ...], _T],
) -> dict[str, list[tuple[tuple[str, ...], _T]]]:
    """Index phrases by their first word, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], _T]]] = defaultdict(list)
    for words, value in sorted(found.items(), key=lambda item: (-len(item[0]), item[0])):
        index[words[0]].append((words, value))
    return dict(index)


def _apart(same: _Same) -> frozenset[tuple[str, str]]:
    pairs = ((same(row["a"]), same(row["b"])) for row in _rows("different.csv"))
    return frozenset(pair for a, b in pairs for pair in ((a, b), (b, a)))
