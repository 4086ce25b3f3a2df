"""Which level of education does a text state, and which field of study beside it?"""

import re
from dataclasses import dataclass

from asn_restruktur.organisation.words import education_levels, listed

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 4
"""Words that the spelling of a level has at most."""

PROFESSION = "Profesi"


@dataclass(frozen=True, slots=True)
class Education:
    """A level (`S1`; "" for none), and the field of study that was written with it, or ""."""

    level: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, without case, and where each stands."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def between(self, first: int, last: int) -> str:
        """Return the text from one word up to before another."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]] if first < last else ""


def education(text: str) -> Education:
    """Read a level of education in any of its spellings (`S-1`, `DIII`, `Strata 1`, `SLTA`).

    Args:
        text: the level, alone or with the field of study before or behind it.

    Returns:
        The level as SD, SMP, SMA, D1-D4, S1-S3 or Profesi, and the field. Several spellings of one
        level are one; a profession keeps its whole text as the field.

    Raises:
        ValueError: no level is named, or two that differ.
    """
    found = list(_WORD.finditer(text))
    said = _Words(
        text, tuple(word[0].casefold() for word in found), tuple(word.span() for word in found)
    )
    if text.casefold() in listed("no_value"):
        return Education("")
    level, first = _leading(said)
    last = len(said.words)
    if not level:
        level, last = _ending(said)
    if not level:
        raise ValueError(text)
    if level == PROFESSION and said.between(first, last):
        return Education(level, text.strip())
    return Education(level, said.between(first, last))


def _leading(said: _Words) -> tuple[str, int]:
    """Return the level at the beginning, and the first word behind all its spellings."""
    level, at = "", 0
    while at < len(said.words):
        length, found = _spelling(said.words[at : at + _LONGEST])
        if found == PROFESSION and level:
            return PROFESSION, at
        if found and level and found != level:
            raise ValueError(said.text)
        if found:
            level, at = found, at + length
        elif level and said.words[at] in listed("education_note"):
            at += 1
        else:
            break
    return level, at


def _ending(said: _Words) -> tuple[str, int]:
    """Return the level at the end, and how many words stand before it."""
    for length in range(min(_LONGEST, len(said.words)), 0, -1):
        found = education_levels().get("".join(said.words[-length:]))
        if found:
            return found, len(said.words) - length
    return "", len(said.words)


def _spelling(words: tuple[str, ...]) -> tuple[int, str]:
    """Return the longest beginning that spells a level: how many words, and the level."""
    for length in range(len(words), 0, -1):
        found = education_levels().get("".join(words[:length]))
        if found:
            return length, found
    return 0, ""
