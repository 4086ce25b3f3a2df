"""How do planners spell the words of an enumeration?"""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path

import yaml

from asn_restruktur.vocabulary import (
    FunctionKind,
    LinkKind,
    PositionKind,
    RequirementKind,
    UnitKind,
    WorkloadApproach,
)

# Every scalar stays text: `no` and `1` are words here, not values.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_FILE = Path(__file__).with_name("words.yaml")
_SECTIONS: dict[type[StrEnum], str] = {
    UnitKind: "unit_kind",
    PositionKind: "position_kind",
    FunctionKind: "function_kind",
    LinkKind: "link_kind",
    WorkloadApproach: "workload_approach",
    RequirementKind: "requirement_kind",
}
_BETWEEN = re.compile(r"[\s._/\-\u2013\u2014]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST = 10
"""Words that a spelling has at most."""

_NEVER_IN_A_SECRETARIAT = frozenset({UnitKind.SEKSI, UnitKind.SUBBIDANG})
"""A secretariat is divided into subbagian (PP 18/2016)."""

_NEAR = 0.6
"""Likeness (difflib ratio) below which a word is no suggestion for another."""


def plain(text: str) -> str:
    """Return a spelling that ignores case, dots, dashes, slashes and double blanks."""
    return _BETWEEN.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def slug(text: str) -> str:
    """Return a text as an id: lower-case ASCII letters and digits, joined by `-`.

    A text without any such letter keeps its own letters, for an id must not be empty.
    """
    ascii_text = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", ascii_text).strip("-") or "-".join(plain(text).split()) or "-"


def word(text: str, words: type[StrEnum]) -> str | None:
    """Return the value of an enumeration that a text means or begins with; None for none."""
    return _beginning(_spellings(words), plain(text)) or None


def spelt(section: str, text: str) -> str:
    """Return the value of a section of spellings that a whole text means, or ""."""
    spelling = plain(text)
    values = _section(section)
    return values.get(spelling) or values.get(spelling.replace(" ", ""), "")


def spelt_first(section: str, text: str) -> str:
    """Return the value of a section of spellings that a text means or begins with, or ""."""
    return _beginning(_section(section), plain(text))


def nearest_word(text: str, words: type[StrEnum]) -> str:
    """Return the spelling of an enumeration's value that is most like the text, or ""."""
    return nearest(plain(text), _spellings(words))


def nearest(text: str, known: Iterable[str]) -> str:
    """Return the known text that is spelt most like another, or "" when none comes near."""
    spellings = {plain(name): name for name in sorted(known, reverse=True)}
    found = difflib.get_close_matches(plain(text), spellings, n=1, cutoff=_NEAR)
    return spellings[found[0]] if found else ""


def unit_kind_of(name: str) -> UnitKind | None:
    """Guess the kind of a unit from the words its name begins with; None when they say nothing."""
    spelling = plain(name)
    for beginning, kind in _beginnings():
        if spelling == beginning or spelling.startswith(f"{beginning} "):
            return kind
    return None


def may_stand_under(kind: UnitKind | None, above: UnitKind | None) -> bool:
    """Tell whether a unit of one kind can be part of one of another, whatever their ranks."""
    return above is not UnitKind.SEKRETARIAT or kind not in _NEVER_IN_A_SECRETARIAT


def without_kind(name: str) -> str:
    """Return what a unit's name says behind the words for its kind ("Seksi Taman Kota")."""
    parts = name.split()
    for beginning, _ in _beginnings():
        for length in range(len(parts), 0, -1):
            if plain(" ".join(parts[:length])) == beginning:
                return " ".join(parts[length:])
    return name


def is_head_title(title: str) -> bool:
    """Tell whether the title of a position is that of a unit's head."""
    spelling = f"{plain(title)} "
    return _begins(spelling, "head_title") and not _begins(spelling, "no_head_title")


def is_planning_body(name: str) -> bool:
    """Tell whether a unit plans for the whole government."""
    return _begins(f"{plain(name)} ", "planning_body")


def is_jf_level(text: str) -> bool:
    """Tell whether a title or level ends with a level of functional positions."""
    spelling = f" {plain(text)}"
    return any(spelling.endswith(f" {level}") for level in listed("jf_level"))


def education_levels() -> Mapping[str, str]:
    """Return the level of education that each spelling without blanks means."""
    return _section("education")


@cache
def beginnings_of_heads() -> dict[str, str]:
    """Return how the name of a unit begins, by how the title of its head begins."""
    spellings = _content()["headed_by"]
    return {plain(text): unit for unit, texts in spellings.items() for text in texts}


@cache
def unit_abbreviations() -> dict[str, list[str]]:
    """Return what each abbreviation in names of units may stand for, in the order of the list."""
    meant: dict[str, list[str]] = {}
    for full, texts in _content()["unit_word"].items():
        for text in texts:
            meant.setdefault(plain(text), []).append(full)
    return meant


def listed(section: str) -> frozenset[str]:
    """Return the spellings of a section that is a plain list."""
    return _listed()[section]


@cache
def months() -> dict[str, int]:
    """Return the number of each month's name."""
    names: Mapping[str, list[str]] = _content()["months"]
    return {name: int(month) for month, spellings in names.items() for name in spellings}


def _begins(spelling: str, section: str) -> bool:
    return any(spelling.startswith(f"{beginning} ") for beginning in listed(section))


@cache
def _content() -> dict[str, dict[str, list[str]]]:
    # Only our own package data is read here, and every node becomes text, list or map.
    text = _FILE.read_text(encoding="utf-8")
    content: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=_Loader)  # noqa: S506  # makes texts only
    return content


@cache
def _listed() -> dict[str, frozenset[str]]:
    return {
        section: frozenset(value)
        for section, value in _content().items()
        if not isinstance(value, dict)
    }


@cache
def _spellings(words: type[StrEnum]) -> dict[str, str]:
    """Return the value that each spelling means; without blanks too ("subbagian")."""
    section = _content()[_SECTIONS[words]]
    return _by_spelling({str(value): section.get(value, []) for value in words})


@cache
def _section(name: str) -> dict[str, str]:
    return _by_spelling(_content()[name])


def _by_spelling(spellings: Mapping[str, list[str]]) -> dict[str, str]:
    values: dict[str, str] = {}
    for value, texts in spellings.items():
        for text in (value, *texts):
            for spelling in (plain(text), plain(text).replace(" ", "")):
                values.setdefault(spelling, value)
    return values


def _beginning(values: Mapping[str, str], spelling: str) -> str:
    """Return what the longest known beginning of a spelling means, or ""."""
    parts = spelling.split()
    for length in range(min(_LONGEST, len(parts)), 0, -1):
        found = values.get(" ".join(parts[:length])) or values.get("".join(parts[:length]))
        if found:
            return found
    return ""


@cache
def _beginnings() -> tuple[tuple[str, UnitKind], ...]:
    """Return how names of units begin, longest first."""
    found = [
        (beginning, UnitKind(kind))
        for kind, beginnings in _content()["unit_name"].items()
        for beginning in beginnings
    ]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair[0])))
