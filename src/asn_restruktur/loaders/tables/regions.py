"""Which tables stand on this sheet, side by side and below each other?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables.forms import vocabulary
from asn_restruktur.loaders.tables.headings import MOST_COLUMNS, Heading, find_heading
from asn_restruktur.loaders.tables.hierarchy import Rule
from asn_restruktur.loaders.tables.matching import Match, is_known

_PREFIX = 3
_LEADING = 4
_LONGEST = 60
_FEWEST_KNOWN = 2
_SAME_SHARE = 0.6
_THIN = 3
_MOST_TITLES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a mapping says of a table beside its columns; None where it says nothing.

    Args:
        unit: names of the unit of all rows, from the top down.
        position: title of the post of all rows.
        constants: value by field, for rows that have none of their own.
        hierarchy: rule of the hierarchy.
        only: values that the column of a heading must have.
        wholes: indices of columns whose cells are one value, however many lines they have.
        aside: indices of rows that it leaves out.
    """

    unit: tuple[str, ...] | None = None
    position: str | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    hierarchy: Rule | None = None
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wholes: frozenset[int] = frozenset()
    aside: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One table of a sheet.

    Args:
        heading: its heading.
        columns: columns that belong to it.
        titles: indices of the rows above its heading that speak of it.
        body: indices of the rows below its heading, up to the next table.
        is_repeat: whether its heading only repeats that of the table above it.
        stated: what a mapping says of it; None where it was recognised.
        elsewhere: columns that a table beside it takes, of the same rows.
    """

    heading: Heading
    columns: range
    titles: range
    body: range
    is_repeat: bool = False
    stated: Stated | None = None
    elsewhere: frozenset[int] = frozenset()


def regions(sheet: Sheet, name: str) -> tuple[Region, ...]:
    """Find the tables of a sheet.

    Args:
        sheet: its cells.
        name: name of the sheet, or of a text.

    Returns:
        The tables from left to right and from the top down; none where no heading is known.
    """
    width = min(max((len(row) for row in sheet.rows[:1]), default=0), MOST_COLUMNS)
    found = find_heading(sheet.rows, name, merges=sheet.merges)
    if found is None:
        return ()
    while (before := _before(sheet, name, found, width)) is not None:
        found = before
    beside = [
        (columns, heading)
        for columns in _segments(sheet, found, width)
        if (heading := find_heading(sheet.rows, name, merges=sheet.merges, columns=columns))
        and any(row[at] != "" for row in sheet.rows[heading.last_row + 1 :] for at in columns)
    ]
    if len(beside) > 1:
        return tuple(
            region
            for columns, heading in beside
            for region in _stacked(sheet, name, heading, columns)
        )
    return tuple(_stacked(sheet, name, found, range(width)))


def _before(sheet: Sheet, name: str, heading: Heading, width: int) -> Heading | None:
    """Find a table above the one whose heading says most."""
    rows = sheet.rows[: max(heading.row - 1, 0)]
    columns = range(width)
    for at in range(len(rows)):
        if not _is_set_off(rows, at, columns):
            continue
        found = find_heading(rows, name, merges=sheet.merges, first=at, only_first=True)
        if found is not None and len(found.columns) >= _FEWEST_KNOWN:
            below = rows[found.last_row + 1 :]
            if any(sum(cell != "" for cell in row) >= len(found.columns) - 1 for row in below):
                return found
    return None


def _segments(sheet: Sheet, heading: Heading, width: int) -> Iterator[range]:
    """Cut the columns where one is empty from the heading down, and no heading reaches over it."""
    below = sheet.rows[heading.row :]
    reached = {
        column
        for merge in sheet.merges
        if merge.first_row <= heading.last_row <= merge.last_row
        for column in range(merge.first_column + 1, merge.last_column + 1)
    }
    start = 0
    for at in range(width):
        is_gap = at not in reached and not any(row[at] != "" for row in below)
        if is_gap:
            if at > start:
                yield range(start, at)
            start = at + 1
    if start < width:
        yield range(start, width)


def _stacked(sheet: Sheet, name: str, first: Heading, columns: range) -> Iterator[Region]:
    """Cut the rows where a further heading stands."""
    headings = [first, *_further(sheet, name, first, columns)]
    yield from _cut(sheet.rows, headings, columns, range(first.last_row + 1, len(sheet.rows)), 0)


def stacked(
    rows: Sequence[Sequence[object]],
    first: Heading,
    columns: range,
    body: range,
    titles_from: int,
) -> Iterator[Region]:
    """Cut the rows of one table where its heading stands once more, on a further page.

    Args:
        rows: rows of the sheet.
        first: the heading of the table.
        columns: its columns.
        body: its rows.
        titles_from: index of the first row above the heading that may speak of it.
    """
    depth = first.last_row - first.row
    leading = [at for at in columns if rows[first.row][at] != ""][:_LEADING]
    headings = [first]
    for at in body:
        if (
            at > headings[-1].last_row
            and any(rows[at][column] == rows[first.row][column] for column in leading)
            and _repeats(rows, at, first, columns)
        ):
            last = min(at + depth, body.stop - 1)  # a sheet may end within a heading
            headings.append(replace(first, row=at, last_row=last))
    yield from _cut(rows, headings, columns, body, titles_from)


def _cut(
    rows: Sequence[Sequence[object]],
    headings: Sequence[Heading],
    columns: range,
    body: range,
    titles_from: int,
) -> Iterator[Region]:
    """Give each heading the rows below it."""
    first = headings[0]
    for heading, after in zip(headings, [*headings[1:], None], strict=True):
        begins = body.start if heading is first else heading.last_row + 1
        ends = _titles_begin(rows, begins, after.row, heading, columns) if after else body.stop
        region = Region(
            heading=heading,
            columns=columns,
            titles=range(titles_from, heading.row),
            body=range(begins, ends),
            is_repeat=heading is not first and _is_same(heading, first),
        )
        yield from _crossed(region)
        titles_from = ends


def _crossed(region: Region) -> Iterator[Region]:
    """Take a table apart that repeats its columns under several group headings."""
    heading = region.heading
    if heading.crosstab is None:
        yield region
        return
    headings = heading.crosstab.headings
    for group in heading.crosstab.groups:
        own = {**heading.columns, **group.columns}
        said = {heading.crosstab.key: group.name}
        matches = (
            *heading.matches,
            *(Match(name, at, headings[at], 1.0) for name, at in group.columns.items()),
        )
        yield replace(
            region,
            heading=replace(heading, columns=own, said=said, matches=matches, crosstab=None),
            elsewhere=frozenset(headings.keys() - set(group.columns.values())),
        )


def _further(sheet: Sheet, name: str, first: Heading, columns: range) -> list[Heading]:
    """Find the headings below the first one."""
    rows = sheet.rows
    candidates = _candidates(rows, first, columns)
    found: list[Heading] = []
    end = first.last_row
    for at in candidates:
        if at <= end:
            continue
        if not (_repeats(rows, at, first, columns) or _is_set_off(rows, at, columns)):
            continue
        heading = find_heading(
            rows, name, merges=sheet.merges, columns=columns, first=at, only_first=True
        )
        if heading is not None:
            found.append(heading)
            end = heading.last_row
    return found


def _repeats(rows: Sequence[Sequence[object]], at: int, first: Heading, columns: range) -> bool:
    """Tell whether a row is the first row of a heading once more."""
    shown = [column for column in columns if rows[first.row][column] != ""]
    same = sum(rows[at][column] == rows[first.row][column] for column in shown)
    return same >= _SAME_SHARE * len(shown)


def _is_set_off(rows: Sequence[Sequence[object]], at: int, columns: range) -> bool:
    """Tell whether a row stands below an empty or title row, and all it says are headings."""
    above = [rows[at - 1][column] for column in columns if at and rows[at - 1][column] != ""]
    filled = [rows[at][column] for column in columns if rows[at][column] != ""]
    known = sum(map(is_known, filled))
    return len(above) <= 1 and known >= max(_FEWEST_KNOWN, _SAME_SHARE * len(filled))


def _candidates(rows: Sequence[Sequence[object]], first: Heading, columns: range) -> list[int]:
    """Return the rows whose leading cells are words that headings begin with."""
    beginnings = _beginnings()
    start = first.last_row + 1
    same = {cell for cell in rows[first.row] if isinstance(cell, str) and cell}
    shown = rows[first.row : start]
    leading = [at for at in columns if any(row[at] != "" for row in shown)][:_LEADING]
    fewest = min(_FEWEST_KNOWN, len(leading))
    hits: dict[int, int] = {}
    for at in leading:
        for index in range(start, len(rows)):
            cell = rows[index][at]
            if cell.__class__ is str and (cell in same or cell[:_PREFIX].upper() in beginnings):
                hits[index] = hits.get(index, 0) + 1
    return sorted(
        index
        for index, count in hits.items()
        if count >= fewest and _has_known(rows[index], columns)
    )


def _has_known(row: Sequence[object], columns: range) -> bool:
    cells = [row[at] for at in columns if isinstance(row[at], str) and row[at]]
    texts = [cell for cell in cells if len(str(cell)) <= _LONGEST]
    return sum(map(is_known, texts)) >= _FEWEST_KNOWN


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(heading[:_PREFIX] for heading in vocabulary().known)


def _titles_begin(
    rows: Sequence[Sequence[object]], begins: int, heading: int, above: Heading, columns: range
) -> int:
    """Go up from a further heading over its titles: labels, or less than a narrow table's rows."""
    most = _THIN if len(above.columns) > _THIN else 1
    at = heading
    while at > max(begins, heading - _MOST_TITLES) and _is_title(rows[at - 1], columns, most):
        at -= 1
    return at


def _is_title(row: Sequence[object], columns: range, most: int) -> bool:
    filled = [row[at] for at in columns if row[at] != ""]
    most = _THIN if any(":" in str(cell) for cell in filled) else most
    return len(filled) <= most and all(isinstance(cell, str) for cell in filled)


def _is_same(heading: Heading, first: Heading) -> bool:
    return heading.form is first.form and heading.columns == first.columns
