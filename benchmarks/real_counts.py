"""What does a right reading of each real file give, as counted by hand?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

COUNTS = Path(__file__).with_name("real") / "counts.yaml"

STRANGERS = frozenset({"nomenclature", "tags", "duty codes"})
"""What is no organisation: none of its rows may become a unit or a post."""

Bounds = tuple[float, float]
"""The least and the most that a right reading gives; equal where there is one answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """How the row above a row is found: its `key` holds what `column` says.

    Args:
        column: heading of the reference.
        key: heading of what it refers to.
        file: the file of the row above; "" the same one.
    """

    column: str
    key: str
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsAs:
    """How the rows of a file should stand in one table.

    Args:
        table: name of the table.
        columns: heading by column of the table (or `unit`, `people`).
        where: only rows with these values, by heading.
        unless: rows with one of these values may be left out.
        parent: the row above, where the file says it.
    """

    table: str
    columns: Mapping[str, str]
    where: Mapping[str, str] = field(default_factory=dict)
    unless: Mapping[str, str] = field(default_factory=dict)
    parent: Parent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Articles:
    """What a regulation states in which pasal and ayat.

    Args:
        statements: number of statements and their kind by (pasal, ayat); a duty has no letter.
        letters: letters that follow z, by (pasal, ayat), where they are not aa, bb, cc …
        under: pasal of the unit above by pasal of the unit.
    """

    statements: Mapping[tuple[str, str], tuple[str, int]]
    letters: Mapping[tuple[str, str], tuple[str, ...]]
    under: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What one file, or several read together, should give.

    Args:
        what: what it is.
        rows: rows of data; 0 for a text.
        delimiter: of a CSV.
        holds: bounds (for a list: one for each entry) by measure.
        needs: files without which single rows cannot be judged.
        rows_as: how its rows should stand in tables.
        articles: what a regulation states where.
        files: of a set, its files.
    """

    what: str = ""
    rows: int = 0
    delimiter: str = ","
    holds: Mapping[str, tuple[Bounds, ...]] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    rows_as: tuple[RowsAs, ...] = ()
    articles: Articles | None = None
    files: tuple[str, ...] = ()


def expected() -> tuple[dict[str, Expected], dict[str, Expected]]:
    """Return what the single files should give, by name, and what the sets should."""
    found = yaml.safe_load(COUNTS.read_text(encoding="utf-8"))
    return (
        {name: _expected(stated) for name, stated in found["files"].items()},
        {name: _expected(stated) for name, stated in found["sets"].items()},
    )


def _expected(stated: dict) -> Expected:
    articles = stated.get("articles")
    return Expected(
        what=stated.get("what", ""),
        rows=stated.get("rows", 0),
        delimiter=stated.get("delimiter", ","),
        holds={name: _bounds(name, value) for name, value in stated.get("holds", {}).items()},
        needs=tuple(stated.get("needs", ())),
        rows_as=tuple(_rows_as(one) for one in stated.get("rows_as", ())),
        articles=_articles(articles) if articles else None,
        files=tuple(stated.get("files", ())),
    )


def _bounds(name: str, value: float | list) -> tuple[Bounds, ...]:
    if name.startswith("posts_in_") and isinstance(value, list):
        return tuple(bounds for each in value for bounds in _bounds("", each))
    least, most = value if isinstance(value, list) else (value, value)
    return ((least, most),)


def _rows_as(stated: dict) -> RowsAs:
    parent = stated.get("parent")
    return RowsAs(
        table=stated["table"],
        columns=stated["columns"],
        where=stated.get("where", {}),
        unless=stated.get("unless", {}),
        parent=Parent(**parent) if parent else None,
    )


def _articles(stated: dict) -> Articles:
    statements = {_place(place): ("tugas", 1) for place in stated["tugas"]}
    for kind in ("fungsi", "uraian"):
        statements |= {_place(place): (kind, n) for place, n in stated.get(kind, {}).items()}
    return Articles(
        statements=statements,
        letters={_place(at): tuple(each) for at, each in stated.get("letters", {}).items()},
        under={str(unit): str(above) for unit, above in stated["under"].items()},
    )


def _place(written: str) -> tuple[str, str]:
    """Take "12(2)" apart into pasal and ayat."""
    pasal, _, ayat = written.rstrip(")").partition("(")
    return pasal, ayat
