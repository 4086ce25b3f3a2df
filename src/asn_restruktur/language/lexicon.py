"""What does a phrase or an action word mean, and which thing is part of which?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from asn_restruktur.language.data import word_list


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
            self._ancestors[concept] = climb(concept, self.wider)
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


def climb(concept: str, wider: Mapping[str, frozenset[str]]) -> dict[str, int]:
    """Return every concept above one, with the number of steps to it."""
    found: dict[str, int] = {}
    level = [concept]
    steps = 0
    while level:
        steps += 1
        level = sorted({up for at in level for up in wider.get(at, ())} - found.keys())
        found |= dict.fromkeys(level, steps)
    found.pop(concept, None)
    return found
