"""What does a UK organogram list of senior or junior posts say?

Source: the organogram schemas of data.gov.uk (Cabinet Office guidance, from 2010 on).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from asn_restruktur.findings import Finding, params
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.placed_rows import PlacedRow, Row, raw_table
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.tables.forms import normalised
from asn_restruktur.loaders.understood import (
    ColumnRead,
    FileReading,
    InputForm,
    LeftOut,
    Part,
    Source,
)
from asn_restruktur.organisation import scalars
from asn_restruktur.organisation.words import plain, slug
from asn_restruktur.rules import UNRECOGNISED
from asn_restruktur.vocabulary import Place, TableName

_HEADINGS = {
    "POSTUNIQUEREFERENCE": "post",
    "NAME": "name",
    "GRADE": "grade",
    "GRADEOREQUIVALENT": "grade",
    "JOBTITLE": "title",
    "JOBTEAMFUNCTION": "function",
    "PARENTDEPARTMENT": "department",
    "ORGANISATION": "organisation",
    "UNIT": "unit",
    "REPORTSTOSENIORPOST": "superior",
    "FTE": "fte",
    "REPORTINGSENIORPOST": "superior",
    "GENERICJOBTITLE": "title",
    "NUMBEROFPOSTSINFTE": "fte",
}
_SENIOR = frozenset({"POSTUNIQUEREFERENCE", "REPORTSTOSENIORPOST", "JOBTITLE"})
_JUNIOR = frozenset({"REPORTINGSENIORPOST", "GENERICJOBTITLE", "NUMBEROFPOSTSINFTE"})
_HEADER_ROWS = 10
_TOP = frozenset({"xx", "x"})
_NO_POST = frozenset({"not in post", "eliminated", "not applicable"})
_VACANT = frozenset({"vacant", "vacancy"})
_UNSAID = frozenset({"", "n a", "na", "n d", "nd", "none", "not disclosed", "not defined", "tbc"})
_ITEM = re.compile(r"^\s*(?:[-*\u2022\u00b7\u2013\u25cf]|\(?(?:\d{1,2}|[a-z])[.)])\s*")
_FEWEST_ITEMS = 2


@dataclass(frozen=True, slots=True)
class _Listing:
    """The rows below the heading, by what each column says, with their lines."""

    rows: list[tuple[int, dict[str, str]]]
    heading: int
    columns: tuple[ColumnRead, ...]
    is_senior: bool


@dataclass(slots=True)
class _Tables:
    """What was taken over, and the lines left out by reason."""

    units: dict[str, PlacedRow] = field(default_factory=dict)
    positions: list[PlacedRow] = field(default_factory=list)
    employees: list[PlacedRow] = field(default_factory=list)
    functions: list[PlacedRow] = field(default_factory=list)
    left_out: dict[LeftOut, list[int]] = field(default_factory=dict)
    posts: dict[str, tuple[str, str]] = field(default_factory=dict)


def is_organogram(rows: Sequence[Sequence[object]]) -> bool:
    """Tell whether one of the first rows is the heading of a UK organogram."""
    return _heading(rows) is not None


def read_organogram(
    rows: Sequence[Sequence[object]],
    lines: Sequence[int],
    file: str,
    *,
    encoding: str = "",
    delimiter: str = "",
) -> FileReading:
    """Read a list of senior posts, or of junior posts under senior ones.

    Units are the organisation, within its parent department, and the unit within the organisation.
    A senior post keeps its reference as its id; junior posts are counted in full-time equivalents
    and get the id of their senior post, their title and grade. What a post is said to do is one
    statement, or one for each item of a list.

    Args:
        rows: every record of the text.
        lines: the line at which each begins.
        file: path as typed, in POSIX form.
        encoding: of the text, as it was read.
        delimiter: of the text, as it was read.

    Returns:
        The tables units, positions, employees (where names are published) and functions.

    Raises:
        UnusableInput: no row below the heading is a post.
    """
    listing = _listing(rows, lines)
    if listing is None or not listing.rows:
        raise refusal("organogram_no_posts", file)
    tables = _Tables()
    ordinals: dict[str, int] = {}
    for line, row in listing.rows:
        place = Place(file=file, line=line)
        unit = _unit(tables, row, place)
        reason = _left_out(tables, row, unit, place)
        if reason:
            tables.left_out.setdefault(reason, []).append(line)
        elif listing.is_senior:
            _senior(tables, row, unit, place)
        else:
            _junior(tables, row, unit, ordinals, place)
    rows_of = {
        TableName.UNITS: list(tables.units.values()),
        TableName.POSITIONS: tables.positions,
        TableName.EMPLOYEES: tables.employees,
        TableName.FUNCTIONS: tables.functions,
    }
    part = Part(
        table=TableName.POSITIONS,
        sureness=1.0,
        heading=str(listing.heading),
        columns=listing.columns,
        rows=len(tables.positions),
        left_out={reason: len(left) for reason, left in tables.left_out.items()},
    )
    return FileReading(
        source=Source(
            file=file,
            form=InputForm.UK_ORGANOGRAM,
            parts=(part,),
            encoding=encoding,
            delimiter=delimiter,
        ),
        tables=tuple(raw_table(name, found) for name, found in rows_of.items() if found),
        findings=tuple(_told(tables.left_out, Origin(file))),
    )


def _heading(rows: Sequence[Sequence[object]]) -> tuple[int, bool] | None:
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        names = {normalised(cell) for cell in row}
        if names >= _SENIOR or names >= _JUNIOR:
            return at, names >= _SENIOR
    return None


def _listing(rows: Sequence[Sequence[object]], lines: Sequence[int]) -> _Listing | None:
    found = _heading(rows)
    if found is None:
        return None
    at, is_senior = found
    columns: dict[int, str] = {}
    for index, cell in enumerate(rows[at]):
        name = _HEADINGS.get(normalised(cell))
        if name and name not in columns.values():
            columns[index] = name
    taken = []
    for row, line in zip(rows[at + 1 :], lines[at + 1 :], strict=False):
        cells = {
            name: scalars.text(row[index]) if index < len(row) and name != "function" else ""
            for index, name in columns.items()
        }
        function = next((index for index, name in columns.items() if name == "function"), None)
        if function is not None and function < len(row):
            cells["function"] = str(row[function])
        if any(text.strip() for text in cells.values()):
            taken.append((line, cells))
    shown = tuple(
        ColumnRead(
            at=str(index + 1),
            heading=" ".join(str(rows[at][index]).split()),
            field=name,
            sureness=1.0,
        )
        for index, name in columns.items()
    )
    return _Listing(taken, lines[at], shown, is_senior)


def _unit(tables: _Tables, row: Mapping[str, str], place: Place) -> str:
    """Take the department, organisation and unit of a row; return the id of the innermost."""
    unit, parents = "", [row.get(name, "") for name in ("department", "organisation", "unit")]
    above: list[str] = []
    for name in parents:
        if not name or plain(name) in _UNSAID or (above and plain(name) == above[-1]):
            continue
        above.append(plain(name))
        own = f"{unit}.{slug(name)}" if unit else slug(name)
        told: Row = {"unit_id": own, "name": name, "parent_id": unit or None}
        tables.units.setdefault(own, (told, place))
        unit = own
    return unit


def _left_out(tables: _Tables, row: Mapping[str, str], unit: str, place: Place) -> LeftOut | None:
    """Say why a row is no post of its own; of a post that is listed twice, the holder is taken."""
    said = {plain(row.get("title", "")), plain(row.get("name", ""))}
    if said & _NO_POST:
        return LeftOut.NOT_IN_POST
    if not unit:
        return LeftOut.NO_UNIT
    post, same = row.get("post", ""), (unit, plain(row.get("title", "")))
    if post and tables.posts.get(post) == same:
        _person(tables, row, unit, place)
        return LeftOut.REPEATED
    tables.posts.setdefault(post, same)
    return None


def _senior(tables: _Tables, row: Mapping[str, str], unit: str, place: Place) -> None:
    is_vacant = plain(row.get("name", "")) in _VACANT
    post = row.get("post", "")
    tables.positions.append(
        (
            {
                "position_id": post or None,
                "unit_id": unit,
                "title": row.get("title") or post or None,
                "level": row.get("grade") or None,
                "reports_to": _superior(row) or None,
                "filled": 0 if is_vacant else row.get("fte") or None,
            },
            place,
        )
    )
    _person(tables, row, unit, place)
    for order, text in enumerate(_statements(row.get("function", "")), start=1):
        said: Row = {
            "unit_id": unit,
            "position_id": post or row.get("title"),
            "order": order,
            "text": text,
        }
        tables.functions.append((said, place))


def _person(tables: _Tables, row: Mapping[str, str], unit: str, place: Place) -> None:
    """Take the holder of a post, where the name is published."""
    name = row.get("name", "")
    if name and plain(name) not in _UNSAID | _VACANT and not name.startswith("["):
        post = row.get("post") or row.get("title")
        tables.employees.append(({"name": name, "position_id": post, "unit_id": unit}, place))


def _junior(
    tables: _Tables, row: Mapping[str, str], unit: str, ordinals: dict[str, int], place: Place
) -> None:
    superior, title, grade = _superior(row), row.get("title", ""), row.get("grade", "")
    title = title if plain(title) not in _UNSAID else grade
    own = ".".join(part for part in (superior or unit, slug(f"{title} {grade}")) if part)
    ordinals[own] = ordinals.get(own, 0) + 1
    position: Row = {
        "position_id": own if ordinals[own] == 1 else f"{own}-{ordinals[own]}",
        "unit_id": unit,
        "title": title or None,
        "level": grade or None,
        "reports_to": superior or None,
        "is_head": False,
        "filled": row.get("fte") or None,
    }
    tables.positions.append((position, place))


def _superior(row: Mapping[str, str]) -> str:
    """Return the post reported to; the top post names `XX`."""
    written = row.get("superior", "").strip()
    return "" if plain(written) in _TOP | _UNSAID else written


def _statements(text: str) -> list[str]:
    """Return what a post does: one statement, or one for each item where items have marks."""
    lines = [line for line in text.splitlines() if line.strip()]
    marked = [bool(_ITEM.match(line)) for line in lines]
    if sum(marked) < _FEWEST_ITEMS:
        return [said for said in (_said(text),) if plain(said) not in _UNSAID]
    items: list[str] = []
    for line, is_marked in zip(lines, marked, strict=True):
        if is_marked or not items:
            items.append(_ITEM.sub("", line))
        else:
            items[-1] = f"{items[-1]} {line}"
    return [said for said in map(_said, items) if plain(said) not in _UNSAID]


def _said(text: str) -> str:
    """Return a text without the quotation marks that a copy left around it."""
    said = " ".join(text.split())
    if said.endswith("'") and said.count("'") % 2 and not said.startswith("'"):
        return said[:-1].rstrip()
    return said.strip("'\"").strip() if said[:1] in "'\"" else said


def _told(left_out: Mapping[LeftOut, Iterable[int]], origin: Origin) -> Iterator[Finding]:
    for reason, lines in left_out.items():
        yield Finding(
            rule=UNRECOGNISED,
            key=f"{UNRECOGNISED.code}.{reason}",
            evidence=origin.cells((line, 0) for line in lines),
            params=params(sheet=origin.name, count=len(list(lines))),
        )
