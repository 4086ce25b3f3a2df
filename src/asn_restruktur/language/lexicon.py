"""Which words mean the same thing, and which thing is part of which?"""

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from asn_restruktur.language.data import word_list
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


class Meaning(NamedTuple):
    """One meaning of an ambiguous term, and the words that decide for it."""

    concept: str
    context: frozenset[str]


class Act(NamedTuple):
    """What an action word does: its group (facts of the field) and its finer sense."""

    group: str
    sense: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of the words of function statements.

    Args:
        phrases: by first word, the known phrases as (words, concept), longest first.
        wider: the concepts that a concept is directly part of.
        capital: abbreviations that are meant only where they stand in capitals ("DI").
        inner: the concepts whose names stand inside the name of a concept.
        acts: what each action word does.
        act_phrases: by first word, the action phrases of several words, longest first.
        near: the senses that are close to a sense of action.
        beneficiaries: concepts that are groups of people.
        territories: concepts that name a place, not a matter.
        meanings: the meanings of ambiguous terms, by term.
        apart: pairs of concepts that look alike and are different things.
        size: how many concepts each wider concept holds, over all steps.
        areas: the concepts that name a service, in which the chains of "part of" end.
        broad: those of them that are too broad to be the object of one duty.
    """

    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    wider: Mapping[str, frozenset[str]]
    capital: frozenset[str]
    inner: Mapping[str, tuple[str, ...]]
    acts: Mapping[str, Act]
    act_phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Act]]]
    near: Mapping[str, frozenset[str]]
    beneficiaries: frozenset[str]
    territories: frozenset[str]
    meanings: Mapping[str, Sequence[Meaning]]
    apart: frozenset[tuple[str, str]]
    size: Mapping[str, int]
    areas: frozenset[str]
    broad: frozenset[str]
    _ancestors: dict[str, Mapping[str, int]] = field(default_factory=dict)

    def ancestors(self, concept: str) -> Mapping[str, int]:
        """Return every concept that this one is part of, with the number of steps to it."""
        if concept not in self._ancestors:
            self._ancestors[concept] = _climb(concept, self.wider)
        return self._ancestors[concept]

    def longest(self, words: Sequence[str], at: int, *, is_capital: bool = True) -> tuple[int, str]:
        """Find the longest known phrase that starts at a word.

        A phrase gives way to one that starts inside it and ends behind it: in "pengendalian
        penyakit menular", "penyakit menular" is named, not "pengendalian penyakit".

        Args:
            words: the words and separators of a statement.
            at: the word to start from.
            is_capital: whether that word is written in capitals.

        Returns:
            How many words (and commas between them) the phrase takes, and its concept; (0, "")
            when there is none.
        """
        length, concept = self._phrase(words, at, len(words) - at)
        if length > 1:
            inside = range(at + 1, at + length)
            cut = next((start for start in inside if self._runs_past(words, start, at + length)), 0)
            if cut:
                length, concept = self._phrase(words, at, cut - at)
        if length == 1 and not is_capital and words[at] in self.capital:
            return 0, ""
        meant = self._meant(concept, words)
        if length == 1 and meant in word_list("openers"):  # "PEMBINAAN PASAR DI …", nothing meant
            return 0, ""
        return length, meant

    def _phrase(self, words: Sequence[str], at: int, most: int) -> tuple[int, str]:
        """Find the longest phrase of at most so many words that starts at a word."""
        for phrase, concept in self.phrases.get(words[at], ()):
            length = _matched(phrase, words, at)
            if 0 < length <= most:
                return length, concept
        return 0, ""

    def _runs_past(self, words: Sequence[str], start: int, end: int) -> bool:
        """Tell whether a phrase of several words that starts here ends behind `end`."""
        length, _ = self._phrase(words, start, len(words) - start)
        return length > 1 and start + length > end

    def act(self, words: Sequence[str], at: int) -> Act | None:
        """Tell what the action word or phrase that starts at a word does; None for no action."""
        for phrase, act in self.act_phrases.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                return act
        return self.acts.get(words[at])

    def _meant(self, concept: str, words: Sequence[str]) -> str:
        """Decide an ambiguous concept by the words around it; without any it stays as it is."""
        meanings = self.meanings.get(concept, ())
        speaking = [meaning for meaning in meanings if not meaning.context.isdisjoint(words)]
        return max(
            speaking,
            key=lambda meaning: len(meaning.context.intersection(words)),
            default=Meaning(concept, frozenset()),
        ).concept


def _matched(phrase: tuple[str, ...], words: Sequence[str], at: int) -> int:
    """Return how many words and commas of a statement a phrase takes from a word on, or 0."""
    end = at
    for word in phrase:
        if end > at and end < len(words) and words[end] == ",":
            end += 1
        if end >= len(words) or words[end] != word:
            return 0
        end += 1
    return end - at


def _climb(concept: str, wider: Mapping[str, frozenset[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    level = [concept]
    steps = 0
    while level:
        steps += 1
        level = sorted({up for at in level for up in wider.get(at, ())} - found.keys())
        found |= dict.fromkeys(level, steps)
    found.pop(concept, None)
    return found


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
        size=Counter(wide for concept in up for wide in _climb(concept, up)),
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
