"""Which mark does a line begin with, and which mark may follow which?"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from string import ascii_lowercase, digits


class Style(IntEnum):
    """Styles of marks in the order in which regulations nest them (UU 12/2011, annex II)."""

    AYAT = 0  # (1)
    LETTER = 1  # a.
    NUMBER = 2  # 1.
    LETTER_PAREN = 3  # a)
    NUMBER_PAREN = 4  # 1)
    LETTER_IN = 5  # (a)
    BULLET = 6  # -
    CAPITAL = 7  # A.  a heading of a text that is no regulation


LETTERS = (*ascii_lowercase, *(2 * letter for letter in ascii_lowercase))
"""Labels of a lettered list in their order: a to z, aa to zz."""

_LETTERS = f"{ascii_lowercase}åäö"
_TYPOGRAPHIC = ("å", "ä", "ö")  # a Word list in a Nordic language goes z, å, ä, ö, aa
_MARK = re.compile(
    r"""\s*["'\u201c\u201d]?\s*(?:
        \(\s*(?P<ayat>[0-9lIO|]{1,3}\s?[a-z]?)\s*\)
      | \(\s*(?P<letter_in>[a-z]{1,2})\s*\)
      | (?P<letter>[a-zåäö]|aa|([b-z])\4|a[b-z])
        (?P<added>\.?\d{1,2})?\s?(?P<letter_end>[.)])(?=\s|[^\W\d_]{3}|["(])
      | (?P<number>\d{1,3}|[lI])\s?(?P<number_end>[.)])(?=\s|[^\W\d_]|["(])(?!\s*\d{3})
      | (?P<capital>[A-Z]|[IVX]{2,5})\s?\.(?=\s)
      | (?P<bullet>[\u00b7\u2022-\u2043\u2190-\u21ff\u2219\u25a0-\u27ff\uf000-\uf0ff])
        \s*(?=[^\W\d_])
      | (?P<dash>[-*\u2013>]|o(?=\s{2}))\s+(?=[^\W\d_])
    )\s*""",
    re.VERBOSE,
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_AYAT_LETTERS = frozenset(ascii_lowercase) - {"l"}
_DIGITS = str.maketrans("lIO|", "1101")


_CITED = {
    Style.AYAT: "ayat ({})",
    Style.LETTER: "huruf {}",
    Style.NUMBER: "angka {}",
    Style.LETTER_PAREN: "huruf {})",
    Style.NUMBER_PAREN: "angka {})",
    Style.LETTER_IN: "huruf ({})",
    Style.BULLET: "butir",
    Style.CAPITAL: "huruf {}",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of an item.

    Args:
        style: how it is written.
        label: what it says (`1`, `a`, `aa`, `2a`, `d1`); the sign of a bullet, "" for a dash.
    """

    style: Style
    label: str

    BULLET = "\u2022"

    @property
    def is_first(self) -> bool:
        """Whether it can begin a list."""
        return self.style is Style.BULLET or self.label in {"a", "1", "A", "I"}

    @property
    def rank(self) -> int:
        """Its position in a list of its style, from 1; 0 where the style has none."""
        if self.label[:1].isdigit():
            return int(self.label.rstrip(ascii_lowercase))
        if self.label in _TYPOGRAPHIC:
            return len(ascii_lowercase) + 1 + _TYPOGRAPHIC.index(self.label)
        letters = self.label.rstrip(digits)
        return LETTERS.index(letters) + 1 if letters in LETTERS else 0

    @property
    def added(self) -> str:
        """What tells it from the mark behind which it was inserted later: `a` of `2a`."""
        return self.label.lstrip(digits if self.label[:1].isdigit() else _LETTERS)

    def follows(self, other: "Mark") -> bool:
        """Tell whether it is the next mark after another one of its style."""
        if self.style is Style.BULLET:
            return self.label == other.label  # another sign is another level
        return self.label in other.successors

    @property
    def successors(self) -> tuple[str, ...]:
        """The labels that may come next, the plainest first."""
        return _successors(self.label)

    def __str__(self) -> str:
        """Name it the way a citation does: `ayat (3)`, `huruf z`, `angka 1`, `huruf a)`."""
        return _CITED[self.style].format(self.label)


def mark_of(text: str) -> Mark | None:
    """Return the mark that a text begins with; None where it begins with none."""
    found = _MARK.match(text)
    return _mark(found) if found else None


def without_mark(text: str) -> str:
    """Return a text without the mark that it begins with."""
    found = _MARK.match(text)
    return text[found.end() :] if found else text


def _mark(found: re.Match[str]) -> Mark:
    if ayat := found["ayat"]:
        return Mark(Style.AYAT, _number(ayat.replace(" ", "")))
    if letter := found["letter_in"]:
        return Mark(Style.LETTER_IN, letter)
    if letter := found["letter"]:
        style = Style.LETTER if found["letter_end"] == "." else Style.LETTER_PAREN
        return Mark(style, letter + (found["added"] or "").lstrip("."))
    if number := found["number"]:
        style = Style.NUMBER if found["number_end"] == "." else Style.NUMBER_PAREN
        return Mark(style, _number(number))
    if capital := found["capital"]:
        return Mark(Style.CAPITAL, capital)
    return Mark(Style.BULLET, found["bullet"] or "")


def _number(label: str) -> str:
    """Return a number as meant: scanned texts take 1 for l and 0 for O."""
    letter = label[-1] if len(label) > 1 and label[-1] in _AYAT_LETTERS else ""
    number = label.removesuffix(letter).translate(_DIGITS)
    return f"{int(number)}{letter}"


@cache
def _successors(label: str) -> tuple[str, ...]:
    if label[:1].isdigit():
        number, letter = int(label.rstrip(ascii_lowercase)), label.lstrip(digits)
        return str(number + 1), f"{number}{_next_letter(letter)}"
    letter, added = label.rstrip(digits), label.lstrip(_LETTERS)
    if label.islower() and added == label[len(letter) :]:
        inserted = f"{letter}{int(added or 0) + 1}"
        return *_next_labels(letter), inserted
    return _next_labels(label)


def _next_labels(label: str) -> tuple[str, ...]:
    """Return what may follow a letter or Roman number in a list that nobody amended."""
    if label == "z":
        return "aa", _TYPOGRAPHIC[0]
    if label in _TYPOGRAPHIC:
        return (*_TYPOGRAPHIC[_TYPOGRAPHIC.index(label) + 1 :][:1], "aa")
    if len(label) == 2 and label[0] == "a":  # noqa: PLR2004  # aa, then bb or ab
        return (*(("bb",) if label == "aa" else ()), f"a{_next_letter(label[1])}")
    known = LETTERS if label in LETTERS else _ROMAN
    next_known = known[known.index(label) + 1 :][:1] if label in known else ()
    next_capital = (chr(ord(label) + 1),) if len(label) == 1 and label.isupper() else ()
    return *next_capital, *next_known


def _next_letter(letter: str) -> str:
    """Return the letter after one; that after none is `a`."""
    return chr(ord(letter) + 1) if letter else "a"
