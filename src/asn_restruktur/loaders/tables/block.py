"""What does one table of a sheet give?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from asn_restruktur.findings import Finding, Problem, Word, params
from asn_restruktur.loaders.cells import Origin, column_letter
from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables.context import Context, sectioned
from asn_restruktur.loaders.tables.digits import digits_lost
from asn_restruktur.loaders.tables.forms import TableForm
from asn_restruktur.loaders.tables.headings import Heading
from asn_restruktur.loaders.tables.labels import Cells, labels
from asn_restruktur.loaders.tables.records import Records, framed, letters, records
from asn_restruktur.loaders.tables.regions import Region
from asn_restruktur.loaders.tables.rows import TableRows, table_rows
from asn_restruktur.loaders.tables.shapes import shaped
from asn_restruktur.loaders.tables.trees import tree
from asn_restruktur.loaders.understood import ColumnRead, LeftOut, Part
from asn_restruktur.organisation.model import Government, RawTable
from asn_restruktur.rules import UNKNOWN_COLUMN, UNRECOGNISED

MOST_LEFT = 20
"""Rows left out that a part cites by reason; how many there are it says too."""

SAMPLE_ROWS = 5

_TOLD = {
    LeftOut.TOTAL_ROW: "DAT002.totals",
    LeftOut.NO_KNOWN_VALUE: "DAT002.unknown_only",
    LeftOut.UNSEEN_ROW: "DAT002.unseen",
    LeftOut.FOOT_ROW: "DAT002.foot",
}
"""Rows left out whose loss a planner must be able to see in the findings too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What one table of a sheet, or a sheet without any, gave.

    Args:
        tables: our tables, or none.
        part: what was understood.
        findings: what is wrong with single columns and cells.
        government: what the titles above the heading say of the whole.
        problem: without a table, what to tell when the whole file has none.
    """

    tables: tuple[RawTable, ...]
    part: Part
    findings: tuple[Finding, ...] = ()
    government: Government = field(default_factory=Government)
    problem: Problem | None = None


def read_block(sheet: Sheet, region: Region, context: Context) -> tuple[Block, Context]:
    """Take over one table of a sheet.

    Args:
        sheet: the sheet.
        region: the table.
        context: what titles and names say of all its rows.

    Returns:
        Its tables, what was left out and why, findings for unknown columns, rows left out, and
        numbers whose digits are lost; and the context at its end, which holds where the table
        goes on on the next page.
    """
    origin, heading = sheet.origin, region.heading
    found = table_rows(sheet, region)
    taken = records(sheet, region, found.kept)
    lost = list(
        digits_lost(taken, heading, origin, [sheet.numbers[index] for index in taken.indices])
    )
    if region.stated:
        taken = _with_constants(taken, region.stated.constants)
    contexts, end = _contexts(found, taken.indices, context, heading)
    shown = tree(sheet, region, taken, contexts)
    shape = shaped(
        heading.form,
        framed(taken, origin, sheet.numbers),
        letters(heading, origin),
        contexts,
        shown,
    )
    found = _without_silent(found, taken.indices, shape.silent)
    part = _part(sheet, region, found, context)
    block = Block(
        tables=shape.tables,
        part=replace(
            part,
            rows=len(taken.indices) - len(shape.silent),
            hierarchy=str(shown.rule) if shown.ids else "",
            unit_source=shape.unit_source,
            sample=part_sample(shape.tables, heading.form),
        ),
        findings=(
            *_unknown_columns(heading, sheet.numbers[heading.last_row], origin),
            *_left_out(found, sheet.numbers, origin),
            *lost,
        ),
    )
    return block, end


def _contexts(
    found: TableRows, indices: Sequence[int], context: Context, heading: Heading
) -> tuple[list[Context], Context]:
    """Tell what holds for each row: section rows before it change what titles say."""
    marks = sorted(found.sections.items())
    contexts: list[Context] = []
    at = 0
    for index in indices:
        while at < len(marks) and marks[at][0] < index:
            context = sectioned(context, marks[at][1], heading.form.name)
            at += 1
        contexts.append(context)
    for _, text in marks[at:]:
        context = sectioned(context, text, heading.form.name)
    return contexts, context


def _without_silent(found: TableRows, indices: Sequence[int], silent: frozenset[int]) -> TableRows:
    """Leave out the rows of which nothing is left, since they are not rated or not marked."""
    kept = {index for at, index in enumerate(indices) if at not in silent}
    gone = sorted({indices[at] for at in silent} - kept)
    return replace(
        found,
        kept=[index for index in found.kept if index not in gone],
        left_out={**found.left_out, LeftOut.SILENT_ROW: gone},
    )


def _with_constants(found: Records, constants: Mapping[str, str]) -> Records:
    """Fill in what a mapping says of rows that do not say it themselves."""
    columns = dict(found.columns)
    for name, value in constants.items():
        held = columns.get(name, [None] * len(found.indices))
        columns[name] = [value if own is None else own for own in held]
    return replace(found, columns=columns)


def _part(sheet: Sheet, region: Region, found: TableRows, context: Context) -> Part:
    heading, numbers = region.heading, sheet.numbers
    columns = _columns(sheet, region)
    places = sorted(columns)
    top, last = numbers[heading.row], numbers[heading.last_row]
    cells = f"{column_letter(places[0])}{top}:{column_letter(places[-1])}{last}"
    left = {reason: indices for reason, indices in found.left_out.items() if indices}
    if found.sections:
        left[LeftOut.SECTION_ROW] = sorted(found.sections)
    if region.is_repeat:
        left[LeftOut.HEADING_ROW] = list(range(heading.row, heading.last_row + 1))
    body = region.body
    return Part(
        sheet=sheet.origin.sheet,
        table=heading.form.name,
        sureness=heading.sureness,
        heading=cells if sheet.origin.sheet else _lines(top, last),
        columns=tuple(columns[at] for at in places),
        unit=context.path,
        position=context.position,
        said={**context.values, **(region.stated.constants if region.stated else {})},
        only=dict(region.stated.only) if region.stated else {},
        body=(
            numbers[body.start] if body.start < len(numbers) else last + 1,
            0 if body.stop >= len(numbers) else numbers[body.stop - 1],
        ),
        is_continued=region.is_repeat,
        is_stated=region.stated is not None,
        read=len(found.kept) + sum(map(len, left.values())),
        kept=len(found.kept),
        left_out={reason: len(indices) for reason, indices in left.items()},
        left_rows={
            reason: tuple(numbers[index] for index in indices[:MOST_LEFT])
            for reason, indices in left.items()
        },
    )


def _lines(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _columns(sheet: Sheet, region: Region) -> dict[int, ColumnRead]:
    """Return every column that has a heading, by its index."""
    heading, origin = region.heading, sheet.origin

    def at(column: int) -> str:
        return column_letter(column) if origin.sheet else str(column + 1)

    cells = Cells(sheet.rows[: heading.last_row + 1], sheet.merges)
    shown = labels(cells, heading.row, heading.last_row, region.columns)
    found = {
        label.at: ColumnRead(at=at(label.at), heading=label.text, is_needless=True)
        for label in shown
        if label.at not in region.elsewhere
    }
    for column, text in heading.unknown:
        found[column] = ColumnRead(at=at(column), heading=text)
    for match in heading.matches:
        found[match.at] = ColumnRead(
            at=at(match.at),
            heading=match.heading,
            field=match.field,
            sureness=round(match.sureness, 2),
            is_whole=region.stated is not None and match.at in region.stated.wholes,
        )
    return found


def part_sample(tables: Sequence[RawTable], form: TableForm) -> tuple[Mapping[str, str], ...]:
    """Return the first rows as understood, of the table that the heading announces."""
    own = [table for table in tables if table.name is form.table]
    if not own:
        return ()
    frame = own[-1].frame
    columns = [name for name in frame if not str(name).startswith("place_")]
    rows = frame[columns].head(SAMPLE_ROWS).itertuples(index=False, name=None)
    return tuple(
        {
            str(name): _shown(value)
            for name, value in zip(columns, row, strict=True)
            if value is not None and value == value  # noqa: PLR0124  # not a NaN
        }
        for row in rows
    )


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


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
    """Tell the rows left out."""
    for reason, key in _TOLD.items():
        if rows := found.left_out.get(reason):
            yield Finding(
                rule=UNRECOGNISED,
                key=key,
                evidence=origin.cells((numbers[index], 0) for index in sorted(rows)),
                params=params(sheet=origin.name, count=len(rows)),
            )
