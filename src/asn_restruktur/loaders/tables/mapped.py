"""Where on a sheet do the tables stand that a mapping names?"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from asn_restruktur.findings import Problem, UnusableInput, Value, params
from asn_restruktur.loaders.sheets.sheet import Sheet, SheetsRead
from asn_restruktur.loaders.tables.forms import TableForm, normalised
from asn_restruktur.loaders.tables.headings import HEADER_ROWS, Heading
from asn_restruktur.loaders.tables.labels import MOST_ROWS, Cells, Label, labels
from asn_restruktur.loaders.tables.mapping import ColumnSaid, Condition, FileSaid, TableSaid
from asn_restruktur.loaders.tables.matching import Match
from asn_restruktur.loaders.tables.regions import Region, Stated, stacked
from asn_restruktur.vocabulary import Place

_MOST_SHOWN = 12
_BETWEEN_KEYS = "-"


@dataclass(frozen=True, slots=True)
class _Found:
    """The columns that a heading has: index by each column said, and index and text of all."""

    top: int
    last: int
    shown: tuple[Label, ...]
    columns: dict[int, int]  # position in `TableSaid.columns` → index of the column
    missing: tuple[ColumnSaid, ...]


def said_by_sheet(read: SheetsRead, said: FileSaid | None) -> Mapping[str, tuple[TableSaid, ...]]:
    """Gather what a mapping says of each sheet of a file.

    Args:
        read: the sheets of the file.
        said: what the mapping says of it.

    Raises:
        UnusableInput: with every sheet that the file does not have.
    """
    if said is None:
        return {}
    names = [sheet.origin.sheet for sheet in read.sheets]
    known = {_folded(name): name for name in [*names, *(part.sheet for part in read.left_out)]}
    only = names[0] if len(names) == 1 else ""
    found: dict[str, tuple[TableSaid, ...]] = {}
    problems: list[Problem] = []
    for table in said.tables:
        name = known.get(_folded(table.sheet or only))
        if name is None:
            values = params(sheet=table.sheet, file=read.file, sheets=tuple(known.values()))
            key = "mapping.no_sheet" if table.sheet else "mapping.which_sheet"
            problems.append(Problem(key=key, place=table.place, params=values))
        else:
            found[name] = (*found.get(name, ()), table)
    if problems:
        raise UnusableInput(*problems)
    return found


def mapped_tables(sheet: Sheet, said: Sequence[TableSaid]) -> Iterator[tuple[Sheet, Region]]:
    """Find the tables that a mapping names on a sheet.

    A column is found by its heading, and by its letter where it has none or several have it. The
    heading is looked for where it is said to stand, else in the first rows: then the rows of the
    table shift with it.

    Args:
        sheet: the sheet.
        said: its tables, each with a form.

    Yields:
        For each table the sheet as the mapping wants it (key columns joined), and the table in
        it; a heading repeated on a further page is a table of its own.

    Raises:
        UnusableInput: with everything that the mapping names and the sheet does not have.
    """
    problems: list[Problem] = []
    placed = [(table, _found(sheet, table, problems)) for table in said]
    for table, found in placed:
        problems += _unmet(sheet, table, found)
    if problems:
        raise UnusableInput(*problems)
    for at, (table, found) in enumerate(placed):
        if found is not None:
            others = [(one, where) for one, where in placed if where and one is not table]
            yield from _table(sheet, table, found, others, is_last=at == len(placed) - 1)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _found(sheet: Sheet, said: TableSaid, problems: list[Problem]) -> _Found | None:
    """Find the heading of a table; what keeps it from being found is told."""
    rows, stated = sheet.rows, said.heading
    depth = stated[1] - stated[0] if stated else 0
    top = _index(sheet, stated[0]) if stated else 0
    if depth >= MOST_ROWS or (stated and top + depth >= len(rows)):
        count = sheet.numbers[-1] if sheet.numbers else 0
        problems.append(_problem("range_outside", said.place, sheet, count=count))
        return None
    span = said.span if said.span and _is_beside(sheet, said) else None
    columns = range(span[0], span[1] + 1) if span else range(len(rows[0]) if rows else 0)
    tops = [top, *(at for at in range(min(HEADER_ROWS, len(rows) - depth)) if at != top)]
    best: _Found | None = None
    for at in tops:
        found = _at(sheet, said, at, at + depth, columns)
        if not found.missing:
            return found
        if best is None or len(found.missing) < len(best.missing):
            best = found
    if best is not None:
        shown = tuple(label.text for label in best.shown)[:_MOST_SHOWN]
        problems.extend(
            _problem("no_heading", column.place, sheet, heading=column.heading, headings=shown)
            if column.heading
            else _problem("column_outside", column.place, sheet)
            for column in best.missing
        )
    return None


def _at(sheet: Sheet, said: TableSaid, top: int, last: int, columns: range) -> _Found:
    """Look for the columns of a table in certain rows."""
    shown = labels(Cells(sheet.rows[: last + 1], sheet.merges), top, last, columns)
    by_text: dict[str, list[int]] = {}
    for label in shown:
        by_text.setdefault(normalised(label.text), []).append(label.at)
    found: dict[int, int] = {}
    missing: list[ColumnSaid] = []
    taken: set[int] = set()
    for nth, column in enumerate(said.columns):
        fitting = by_text.get(normalised(column.heading), []) if column.heading else list(columns)
        free = [at for at in fitting if at not in taken]
        if column.at in free:
            found[nth] = column.at
        elif column.heading and free:
            found[nth] = free[0]
        elif column.field:
            missing.append(column)
        if nth in found:
            taken.add(found[nth])
    return _Found(top, last, shown, found, tuple(missing))


def _is_beside(sheet: Sheet, said: TableSaid) -> bool:
    """Tell whether another table of the sheet stands beside one: a column is empty between."""
    if said.span is None or said.heading is None:
        return False
    top = _index(sheet, said.heading[0])
    first, last = said.span
    edges = [at for at in (first - 1, last + 1) if 0 <= at < len(sheet.rows[0])]
    outside = [*range(first), *range(last + 1, len(sheet.rows[0]))]
    below = sheet.rows[top:]
    return any(all(row[at] == "" for row in below) for at in edges) and any(
        row[at] != "" for row in below[:1] for at in outside
    )


def _unmet(sheet: Sheet, said: TableSaid, found: _Found | None) -> Iterator[Problem]:
    """Tell conditions on columns that do not exist."""
    texts = {normalised(label.text) for label in found.shown} if found else set()
    for condition in said.only if found else ():
        if normalised(condition.heading) not in texts:
            shown = tuple(label.text for label in (found.shown if found else ()))[:_MOST_SHOWN]
            yield _problem(
                "no_heading", condition.place, sheet, heading=condition.heading, headings=shown
            )


def _table(
    sheet: Sheet,
    said: TableSaid,
    found: _Found,
    others: Sequence[tuple[TableSaid, _Found]],
    *,
    is_last: bool,
) -> Iterator[tuple[Sheet, Region]]:
    """Cut one table out of its sheet."""
    if said.form is None:
        return
    span = said.span if said.span and _is_beside(sheet, said) else None
    columns = range(span[0], span[1] + 1) if span else range(len(sheet.rows[0]))
    stated = _index(sheet, said.heading[0]) if said.heading else found.top
    shift = found.top - stated
    first, last = said.body
    start = max(_index(sheet, first) + shift if first else 0, found.last + 1)
    stop = bisect_left(sheet.numbers, last + 1) + shift if last else len(sheet.rows)
    above = [_end(sheet, one, where, shift) for one, where in others if where.top < found.top]
    after = [where.top for _, where in others if where.top > found.top and not span]
    if not last and after and not is_last:
        stop = min(after)
    heading = _heading(said, said.form, found)
    sheet = _joined(sheet, said, found)
    aside = frozenset(
        index
        for index in range(start, min(stop, len(sheet.rows)))
        if not all(_is_met(sheet.rows[index], one, found) for one in said.only)
    )
    stated_rows = Stated(
        unit=said.unit,
        position=said.position,
        constants=said.constants,
        hierarchy=said.hierarchy,
        only={one.heading: one.values for one in said.only},
        wholes=frozenset(at for nth, at in found.columns.items() if said.columns[nth].is_whole),
        aside=aside,
    )
    body = range(start, min(stop, len(sheet.rows)))
    for region in stacked(sheet.rows, heading, columns, body, 0 if span else max(above, default=0)):
        yield sheet, replace(region, stated=stated_rows)


def _end(sheet: Sheet, said: TableSaid, found: _Found, shift: int) -> int:
    """Return the index after the last row of a table; of one without a stated end, its heading."""
    last = said.body[1]
    return bisect_left(sheet.numbers, last + 1) + shift if last else found.last + 1


def _heading(said: TableSaid, form: TableForm, found: _Found) -> Heading:
    """Build the heading as the mapping says it."""
    texts = {label.at: label.text for label in found.shown}
    fields: dict[str, int] = {}
    for nth, at in sorted(found.columns.items()):
        field = said.columns[nth].field
        if field:
            fields.setdefault(field, at)
    conditions = {normalised(one.heading) for one in said.only}
    told = set(found.columns.values()) | {
        label.at for label in found.shown if normalised(label.text) in conditions
    }
    return Heading(
        form=form,
        row=found.top,
        last_row=found.last,
        columns=fields,
        matches=tuple(
            Match(said.columns[nth].field, at, texts.get(at, ""), 1.0)
            for nth, at in sorted(found.columns.items(), key=lambda pair: pair[1])
            if said.columns[nth].field
        ),
        unknown=tuple((label.at, label.text) for label in found.shown if label.at not in told),
    )


def _joined(sheet: Sheet, said: TableSaid, found: _Found) -> Sheet:
    """Write into the first of several columns of one field what all of them say together.

    A cell that is one value whatever its lines becomes one line.
    """
    groups: dict[str, list[int]] = {}
    for nth, at in sorted(found.columns.items()):
        if said.columns[nth].field:
            groups.setdefault(said.columns[nth].field, []).append(at)
    several = [columns for columns in groups.values() if len(columns) > 1]
    wholes = [at for nth, at in found.columns.items() if said.columns[nth].is_whole]
    if not several and not wholes:
        return sheet
    rows = [list(row) for row in sheet.rows]
    for index in range(found.last + 1, len(rows)):
        row = rows[index]
        for columns in several:
            parts = [text for at in columns if (text := _text(sheet.rows[index][at]))]
            row[columns[0]] = _BETWEEN_KEYS.join(parts)
        for at in wholes:
            cell = row[at]
            row[at] = " ".join(cell.split()) if isinstance(cell, str) else cell
    return replace(sheet, rows=rows)


def _is_met(row: Sequence[object], condition: Condition, found: _Found) -> bool:
    key = normalised(condition.heading)
    columns = [label.at for label in found.shown if normalised(label.text) == key]
    wanted = {value.casefold() for value in condition.values}
    return any(_text(row[at]).casefold() in wanted for at in columns)


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _index(sheet: Sheet, number: int) -> int:
    """Return the index of the row with a number, or of the one after it."""
    return bisect_left(sheet.numbers, number)


def _problem(fault: str, place: Place, sheet: Sheet, **values: Value) -> Problem:
    return Problem(
        key=f"mapping.{fault}", place=place, params=params(sheet=sheet.origin.name, **values)
    )
