"""How do the rows below a heading become a table?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

import pandas as pd

from asn_restruktur.findings import Finding, Problem, Word, params
from asn_restruktur.loaders.cells import Origin, column_letter
from asn_restruktur.loaders.tables.headings import STATEMENT_COLUMNS, STATEMENTS, Heading
from asn_restruktur.loaders.tables.rows import Row, TableRows, table_rows
from asn_restruktur.loaders.tables.statements import statement_tables
from asn_restruktur.loaders.tables.titles import titled_government
from asn_restruktur.loaders.understood import LeftOut, Part
from asn_restruktur.organisation.model import Government, RawTable
from asn_restruktur.organisation.tables import COLUMNS, Kind
from asn_restruktur.rules import DIGITS_LOST, UNKNOWN_COLUMN, UNRECOGNISED
from asn_restruktur.vocabulary import TableName

_SCIENTIFIC = re.compile(r"\s*'?\d([.,]\d+)?[eE]\+\d{2}\s*")
_EXACT = 1e15  # a spreadsheet keeps fifteen digits of a number
_STATEMENT_IDS = frozenset(name for name in STATEMENT_COLUMNS if name.endswith("_id"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What one sheet or text gave.

    Args:
        tables: the table below its heading (two for a list of statements), or none.
        part: what was understood.
        findings: what is wrong with single columns and cells.
        government: what the titles above the heading say of the whole.
        problem: without a table, what to tell when the whole file has none.
    """

    tables: tuple[RawTable, ...]
    part: Part
    findings: tuple[Finding, ...]
    government: Government = field(default_factory=Government)
    problem: Problem | None = None


def read_block(
    rows: Sequence[Row], numbers: Sequence[int], heading: Heading, origin: Origin
) -> Block:
    """Take over the rows below a heading.

    Args:
        rows: every row of the sheet or text; "" for an empty cell, all equally long.
        numbers: row of the sheet, or line of the text, of each; from 1.
        heading: the heading found among them.
        origin: the sheet or file.

    Returns:
        The table (two for a list of statements), what was left out and why, and findings for
        unknown columns, total rows and numbers whose digits are lost.
    """
    found = table_rows(rows, heading)
    columns = _columns(rows, found.kept, heading)
    at_rows = [numbers[index] for index in found.kept]
    findings = [
        *_unknown_columns(heading, numbers[heading.row], origin),
        *_left_out(found, numbers, origin),
        *_digits_lost(columns, at_rows, rows[heading.row], heading, origin),
    ]
    return Block(
        tables=_tables(columns, at_rows, heading, origin),
        part=_part(rows, numbers, heading, origin, len(at_rows), found.left_out),
        findings=tuple(findings),
        government=titled_government(rows[: heading.row]),
    )


def _columns(rows: Sequence[Row], kept: Sequence[int], heading: Heading) -> dict[str, list[object]]:
    """Return each known column of the rows kept; None for a cell that shows nothing."""
    names = sorted(heading.columns, key=lambda name: heading.columns[name])
    pick = itemgetter(*(heading.columns[name] for name in names))
    body = [pick(rows[index]) for index in kept]
    if not body:
        return {name: [] for name in names}
    return {
        name: [
            None if cell == "" or (isinstance(cell, str) and cell.isspace()) else cell
            for cell in cells
        ]
        for name, cells in zip(names, zip(*body, strict=True), strict=True)
    }


def _tables(
    columns: Mapping[str, list[object]], at_rows: list[int], heading: Heading, origin: Origin
) -> tuple[RawTable, ...]:
    """Build the frame, each value as it stood, each row with its place."""
    frame = pd.DataFrame(
        {name: pd.Series(values, dtype=object) for name, values in columns.items()}
    )
    frame = frame.assign(
        place_file=origin.file,
        place_sheet=origin.sheet,
        place_row=pd.Series(at_rows, dtype="int64"),
        place_column=pd.Series([0] * len(frame), dtype="int64"),
        place_article="",
    )
    letters = (
        {name: column_letter(at) for name, at in heading.columns.items()} if origin.sheet else {}
    )
    if heading.form.name == STATEMENTS:
        return statement_tables(frame, letters)
    return (RawTable(name=TableName(heading.form.name), frame=frame, letters=letters),)


def _part(  # what a part says
    rows: Sequence[Row],
    numbers: Sequence[int],
    heading: Heading,
    origin: Origin,
    count: int,
    left_out: Mapping[LeftOut, int],
) -> Part:
    row = rows[heading.row]
    places = sorted(heading.columns.values())
    at = numbers[heading.row]
    first, last = column_letter(places[0]), column_letter(places[-1])
    return Part(
        sheet=origin.sheet,
        table=heading.form.name,
        heading=f"{first}{at}:{last}{at}" if origin.sheet else str(at),
        columns={_shown(row[index]): name for name, index in heading.columns.items()},
        rows=count,
        left_out=dict(left_out),
    )


def _unknown_columns(heading: Heading, row: int, origin: Origin) -> Iterator[Finding]:
    """Tell the headings of a sheet that mean nothing, in one note."""
    if heading.unknown:
        yield Finding(
            rule=UNKNOWN_COLUMN,
            evidence=tuple(
                evidence for at, _ in heading.unknown for evidence in origin.cells([(row, at)])
            ),
            params=params(
                sheet=origin.name,
                table=Word(f"table.{heading.form.table}"),
                columns=tuple(text for _, text in heading.unknown),
            ),
        )


def _left_out(found: TableRows, numbers: Sequence[int], origin: Origin) -> Iterator[Finding]:
    """Tell the rows that were taken for totals, and those that say nothing known."""
    for key, rows in (("DAT002.totals", found.totals), ("DAT002.unknown_only", found.unknown)):
        if rows:
            yield Finding(
                rule=UNRECOGNISED,
                key=key,
                evidence=origin.cells((numbers[index], 0) for index in rows),
                params=params(sheet=origin.name, count=len(rows)),
            )


def _digits_lost(
    columns: Mapping[str, list[object]],
    at_rows: Sequence[int],
    header: Row,
    heading: Heading,
    origin: Origin,
) -> Iterator[Finding]:
    """Drop ids stored as a number too long for one, and tell their cells."""
    for name in _id_columns(heading.form.name) & columns.keys():
        values = columns[name]
        lost = [
            index
            for index, value in enumerate(values)
            if (isinstance(value, float) and abs(value) >= _EXACT)
            or (isinstance(value, str) and "E+" in value.upper() and _SCIENTIFIC.fullmatch(value))
        ]
        for index in lost:
            values[index] = None
        if lost:
            at = heading.columns[name]
            yield Finding(
                rule=DIGITS_LOST,
                evidence=origin.cells((at_rows[index], at) for index in lost),
                params=params(sheet=origin.name, column=_shown(header[at]), count=len(lost)),
            )


def _id_columns(form: str) -> set[str]:
    if form == STATEMENTS:
        return set(_STATEMENT_IDS)
    return {column.name for column in COLUMNS[TableName(form)] if column.kind is Kind.ID}


def _shown(cell: object) -> str:
    return " ".join(str(cell).split())
