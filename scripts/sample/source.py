"""What does the compact source of a sample say?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

FIRST_ARTICLE = 4
"""Pasal 1 defines the terms, 2 and 3 the place and the structure; the units follow."""
VERBAL = re.compile(r"(me|ber)[a-z]{4,}\b")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A function statement; `key` names it in the list of planted problems, or is empty."""

    statement_id: str
    key: str
    kind: str
    order: int
    text: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit, what it inherits filled in.

    Args:
        fields_of_work: codes of urusan, its own or those of the unit above.
        urusan: codes stated for this very unit.
        top_id: the perangkat daerah it belongs to.
        head: False where no head post exists; a mapping overrides title or eselon.
        staff_factor: how many times the usual staff it has.
        empty_posts: whether its posts were never filled.
    """

    unit_id: str
    name: str
    kind: str
    parent_id: str
    parent_kind: str
    top_id: str
    urusan: tuple[str, ...]
    fields_of_work: tuple[str, ...]
    territory: str
    type: str
    legal_basis: str
    head: dict[str, str] | bool
    staff_factor: float
    empty_posts: bool
    statements: tuple[Statement, ...]
    children: tuple["Unit", ...]

    def walk(self) -> Iterator["Unit"]:
        """Give the unit and all below it, each before its children."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A sample government as its source says it."""

    name: str
    government_kind: str
    as_of: date
    whole: bool
    tops: tuple[Unit, ...]
    links: tuple[dict[str, str], ...]

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units, each before its children."""
        return tuple(unit for top in self.tops for unit in top.walk())


@dataclass(frozen=True, slots=True)
class _Above:
    """What a unit takes from the one above it."""

    unit_id: str = ""
    kind: str = ""
    top_id: str = ""
    fields_of_work: tuple[str, ...] = ()
    perwal: str = ""
    staff_factor: float = 1.0


def read(path: Path) -> City:
    """Read a source file, or all source files of a folder in the order of their names."""
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    header: dict[str, Any] = {}
    tops: list[dict[str, Any]] = []
    links: list[dict[str, str]] = []
    for file in files:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        if isinstance(content, list):
            tops += content
        elif "id" in content:
            tops.append(content)
        else:
            tops += content.pop("units", None) or []
            links += content.pop("links", None) or []
            header |= content
    return City(
        name=header["organisation"],
        government_kind=header.get("government_kind", ""),
        as_of=date.fromisoformat(str(header["as_of"])),
        whole=bool(header.get("whole_government", False)),
        tops=tuple(_top(entry) for entry in tops),
        links=tuple({name: str(value) for name, value in link.items()} for link in links),
    )


def letter(number: int) -> str:
    """Name the huruf of the nth item, from 0: a … z, aa, bb …."""
    return LETTERS[number % 26] * (number // 26 + 1)


def _top(entry: dict[str, Any]) -> Unit:
    articles = iter(range(FIRST_ARTICLE, 10_000))
    return _unit(entry, _Above(), articles)


def _unit(entry: dict[str, Any], above: _Above, articles: Iterator[int]) -> Unit:
    unit_id = str(entry["id"])
    urusan = _listed(entry.get("urusan"))
    perwal = _perwal(entry.get("perwal")) or above.perwal
    here = _Above(
        unit_id=unit_id,
        kind=entry["kind"],
        top_id=above.top_id or unit_id,
        fields_of_work=urusan or above.fields_of_work,
        perwal=perwal,
        staff_factor=float(entry.get("staff_factor", above.staff_factor)),
    )
    basis = f"{perwal} Pasal {next(articles)}" if perwal else ""
    head = entry.get("head", True)
    return Unit(
        unit_id=unit_id,
        name=entry["name"],
        kind=entry["kind"],
        parent_id=above.unit_id,
        parent_kind=above.kind,
        top_id=here.top_id,
        urusan=urusan,
        fields_of_work=here.fields_of_work,
        territory=str(entry.get("territory") or ""),
        type=str(entry.get("type") or ""),
        legal_basis=basis,
        head=head if isinstance(head, dict) else head not in ("none", None, False),
        staff_factor=here.staff_factor,
        empty_posts=bool(entry.get("empty_posts", False)),
        statements=_statements(entry.get("functions") or [], unit_id, basis),
        children=tuple(_unit(child, here, articles) for child in entry.get("units") or []),
    )


def _statements(entries: list[Any], unit_id: str, basis: str) -> tuple[Statement, ...]:
    statements = []
    for number, entry in enumerate(entries):
        named = entry if isinstance(entry, dict) else {"text": entry}
        text = str(named["text"])
        kind = named.get("kind") or ("uraian" if VERBAL.match(text.lower()) else "fungsi")
        statements.append(
            Statement(
                statement_id=f"{unit_id}-f{number + 1}",
                key=str(named.get("key", "")),
                kind=kind,
                order=number + 1,
                text=text,
                citation=f"{basis} huruf {letter(number)}" if basis else "",
            )
        )
    return tuple(statements)


def _listed(value: Any) -> tuple[str, ...]:  # noqa: ANN401  # as YAML gave it
    if value is None:
        return ()
    return tuple(str(item) for item in value) if isinstance(value, list) else (str(value),)


def _perwal(value: Any) -> str:  # noqa: ANN401  # as YAML gave it
    text = str(value or "").strip()
    return text if not text or text.startswith("Per") else f"Perwal {text}"
