"""Which tables do the sheets of one file hold, and what must be told of the rest?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from asn_restruktur.findings import Evidence, Finding, Problem, UnusableInput, Word, params
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.sheets.sheet import Cell, Sheet, SheetsRead
from asn_restruktur.loaders.tables.block import Block, read_block
from asn_restruktur.loaders.tables.context import Context
from asn_restruktur.loaders.tables.folded import folded
from asn_restruktur.loaders.tables.guess import unknown_table
from asn_restruktur.loaders.tables.headings import Heading, nearest_form
from asn_restruktur.loaders.tables.labelled import labelled_block
from asn_restruktur.loaders.tables.mapped import mapped_tables, said_by_sheet
from asn_restruktur.loaders.tables.mapping import FileSaid, TableSaid
from asn_restruktur.loaders.tables.regions import Region, regions
from asn_restruktur.loaders.tables.surroundings import (
    context_of,
    context_of_form,
    lines_before,
    stem,
)
from asn_restruktur.loaders.tables.titles import titled_government
from asn_restruktur.loaders.understood import (
    FileReading,
    LeftOut,
    NoTable,
    Part,
    Source,
    first_stated,
)
from asn_restruktur.organisation.model import Government
from asn_restruktur.rules import NO_STORED_VALUE, UNREADABLE, UNRECOGNISED, Rule
from asn_restruktur.vocabulary import Place, Severity, TableName

MOST_HEADINGS = 8


def understood(read: SheetsRead, said: FileSaid | None = None) -> FileReading:
    """Recognise the tables of a file.

    Args:
        read: the cells of its sheets.
        said: what a mapping says of the file; a sheet that it names is read as it says.

    Returns:
        Its tables in the order of the sheets; a sheet that is no table, or could not be read, is
        told and left out.

    Raises:
        UnusableInput: no sheet holds a known table, or the mapping does not fit the file.
    """
    wanted = said_by_sheet(read, said)
    seen = [
        sheet
        for sheet in read.sheets
        if sheet.is_visible or any(one.form for one in wanted.get(sheet.origin.sheet, ()))
    ] or read.sheets
    hidden = [_hidden(sheet) for sheet in read.sheets if sheet not in seen]
    recognised = [_blocks(sheet, len(seen), wanted.get(sheet.origin.sheet, ())) for sheet in seen]
    blocks = [*(block for sheet in recognised for block in sheet), *hidden]
    if said and all(one.form is None for one in said.tables) and _are_aside(blocks):
        raise UnusableInput(
            Problem(key="mapping.all_aside", place=said.place, params=params(file=read.file))
        )
    reading = FileReading(
        source=Source(
            file=read.file,
            form=read.form,
            parts=(*(block.part for block in blocks), *read.left_out),
            encoding=read.encoding,
            delimiter=read.delimiter,
        ),
        tables=tuple(table for block in blocks for table in block.tables),
        government=first_stated(block.government for block in blocks),
        findings=(*read.findings, *(one for block in blocks for one in block.findings)),
    )
    if not any(block.part.table for block in blocks):
        known = {problem.place for problem in read.problems}
        own = [block.problem for block in blocks if block.problem]
        problems = [*read.problems, *(one for one in own if one.place not in known)]
        raise NoTable(reading, *(problems or refusal("no_value", read.file).problems))
    return reading


def _are_aside(blocks: Sequence[Block]) -> bool:
    return all(LeftOut.SET_ASIDE in block.part.left_out for block in blocks)


def _blocks(sheet: Sheet, sheets: int, said: Sequence[TableSaid]) -> Iterator[Block]:
    """Recognise the tables of one sheet; what it cannot give is said."""
    tables = [one for one in said if one.form]
    if said and not tables:
        yield Block(tables=(), part=_nothing(sheet, LeftOut.SET_ASIDE))
        return
    if tables:
        yield from _said_blocks(sheet, sheets, tables)
        return
    sheet = folded(sheet)
    origin = sheet.origin
    name = origin.sheet or stem(origin.file)
    found = regions(sheet, " ".join((name, *sheet.titles)))
    if not found:
        yield _form(sheet, range(len(sheet.rows))) or _without_table(sheet)
        return
    if not any(region.heading.form.name == TableName.FUNCTIONS for region in found):
        form = _form(sheet, range(found[0].heading.row))
        yield from (form,) if form else ()
    short, long = _ragged(sheet, found[0].heading)
    told = (*_uneven(sheet, short, long), *_unreadable_cells(sheet, [one.heading for one in found]))
    sheet = _without_rows(sheet, long)
    before = Context()
    for nth, region in enumerate(_renumbered(found, long)):
        block, before = read_block(sheet, region, context_of(sheet, region, before, sheets))
        if nth == 0:
            block = replace(
                block,
                part=_with_left(
                    block.part,
                    {LeftOut.RAGGED_ROW: len(long), LeftOut.STRAY_CELL: len(sheet.strays)},
                ),
                findings=(*told, *block.findings),
                government=titled_government(
                    [*lines_before(sheet), *sheet.rows[: region.heading.row]]
                ),
            )
        yield block


def _form(sheet: Sheet, rows: range) -> Block | None:
    """Read the labels of a form, where there are any."""
    return labelled_block(sheet, rows, context_of_form(sheet, rows))


def _said_blocks(sheet: Sheet, sheets: int, said: Sequence[TableSaid]) -> Iterator[Block]:
    """Read the tables of a sheet that a mapping names."""
    headings = [region.heading for _, region in mapped_tables(sheet, said)]
    short, long = _ragged(sheet, headings[0])
    told = (*_uneven(sheet, short, long), *_unreadable_cells(sheet, headings))
    left = {LeftOut.RAGGED_ROW: len(long), LeftOut.STRAY_CELL: len(sheet.strays)}
    government = titled_government([*lines_before(sheet), *sheet.rows[: headings[0].row]])
    before = Context()
    for own, region in mapped_tables(_without_rows(sheet, long), said):
        here = context_of(own, region, before, sheets)
        stated = region.stated
        if stated and stated.unit is not None and not region.is_repeat:
            here = replace(here, path=stated.unit, source="mapping" if stated.unit else "")
        if stated and stated.position is not None and not region.is_repeat:
            here = replace(here, position=stated.position)
        block, before = read_block(own, region, here)
        yield replace(
            block,
            part=_with_left(block.part, left),
            findings=(*told, *block.findings),
            government=government,
        )
        told, left, government = (), {}, Government()


def _without_table(sheet: Sheet) -> Block:
    if all(row.count("") == len(row) for row in sheet.rows):
        return Block(tables=(), part=_nothing(sheet, LeftOut.EMPTY))
    return Block(
        tables=(),
        part=unknown_table(sheet),
        findings=_untold(sheet) if sheet.is_visible else (),
        problem=_no_table(sheet.rows, sheet.origin.place),
    )


def _hidden(sheet: Sheet) -> Block:
    """Leave out a sheet that its owner has put away; one with a table is told."""
    has_table = bool(regions(sheet, sheet.origin.sheet))
    told = Finding(
        rule=UNRECOGNISED,
        key="DAT002.hidden",
        evidence=(Evidence(place=sheet.origin.place),),
        params=params(sheet=sheet.origin.name),
    )
    findings = (told,) if has_table else ()
    return Block(tables=(), part=_nothing(sheet, LeftOut.HIDDEN_SHEET), findings=findings)


def _without_rows(sheet: Sheet, left: Sequence[int]) -> Sheet:
    """Drop the lines that cannot be read under the heading."""
    if not left:
        return sheet
    out = frozenset(left)
    kept = [index for index in range(len(sheet.rows)) if index not in out]
    return replace(
        sheet,
        rows=[sheet.rows[index] for index in kept],
        numbers=[sheet.numbers[index] for index in kept],
    )


def _renumbered(found: Sequence[Region], left: Sequence[int]) -> Iterator[Region]:
    """Point regions at the rows that are left once some are dropped; without a heading, none is."""

    def at(index: int) -> int:
        return index - sum(one < index for one in left)

    for region in found:
        heading = region.heading
        if heading.row in left or heading.last_row in left:
            continue
        yield replace(
            region,
            heading=replace(heading, row=at(heading.row), last_row=at(heading.last_row)),
            titles=range(at(region.titles.start), at(region.titles.stop)),
            body=range(at(region.body.start), at(region.body.stop)),
        )


def _with_left(part: Part, more: dict[LeftOut, int]) -> Part:
    counted = {reason: count for reason, count in more.items() if count}
    lines = counted.get(LeftOut.RAGGED_ROW, 0)
    return replace(part, left_out={**part.left_out, **counted}, read=part.read + lines)


def _ragged(sheet: Sheet, heading: Heading) -> tuple[list[int], list[int]]:
    """Return the lines of a text with fewer and those with more values than the heading."""
    if not sheet.widths:
        return [], []
    width = sheet.widths[heading.last_row]
    below = range(heading.last_row + 1, len(sheet.rows))
    short = [index for index in below if 0 < sheet.widths[index] < width]
    long = [
        index for index in below if sheet.widths[index] > width and any(sheet.rows[index][width:])
    ]
    return short, long


def _uneven(sheet: Sheet, short: list[int], long: list[int]) -> Iterator[Finding]:
    """Tell the lines whose values do not stand under their headings."""
    for key, indices, severity in (
        ("DAT001.long_lines", long, Severity.ERROR),
        ("DAT001.short_lines", short, Severity.WARNING),
    ):
        if indices:
            cells = [(sheet.numbers[index], 0) for index in indices]
            yield replace(_about(sheet, UNREADABLE, key, cells), severity=severity)


def _unreadable_cells(sheet: Sheet, headings: Sequence[Heading]) -> Iterator[Finding]:
    """Tell the cells of a table that show an error, or a formula nobody computed, and strays."""
    known = frozenset(at for heading in headings for at in heading.columns.values())
    first = sheet.numbers[headings[0].last_row]
    for key, cells in (("DAT004.error", sheet.errors), ("DAT004.formula", sheet.uncached)):
        inside = [(row, at) for row, at in cells if row > first and at in known]
        if inside:
            yield _about(sheet, NO_STORED_VALUE, key, inside)
    if sheet.strays:
        yield _about(sheet, UNRECOGNISED, "DAT002.strays", sheet.strays)


def _about(sheet: Sheet, rule: Rule, key: str, cells: Sequence[Cell]) -> Finding:
    return Finding(
        rule=rule,
        key=key,
        evidence=sheet.origin.cells(cells),
        params=params(sheet=sheet.origin.name, count=len(cells)),
    )


def _untold(sheet: Sheet) -> tuple[Finding, ...]:
    """Tell that a sheet is no table; where it nearly is one, which columns it lacks."""
    evidence = (Evidence(place=sheet.origin.place),)
    name = sheet.origin.name
    nearest = nearest_form(sheet.rows)
    if nearest is None:
        told = Finding(
            rule=UNRECOGNISED,
            key="DAT002.sheet",
            evidence=evidence,
            params=params(sheet=name),
        )
        return (told,)
    form, missing = nearest
    finding = Finding(
        rule=UNRECOGNISED,
        key="DAT002.near",
        severity=Severity.WARNING,
        evidence=evidence,
        params=params(
            sheet=name,
            table=Word(f"table.{form.name}"),
            columns=tuple(Word(f"column.{name}") for name in missing),
        ),
    )
    return (finding,)


def _no_table(rows: Sequence[Sequence[object]], place: Place) -> Problem:
    """Say which table comes closest and which column it lacks, else the first headings."""
    nearest = nearest_form(rows)
    if nearest is not None:
        form, missing = nearest
        columns = tuple(Word(f"column.{name}") for name in missing)
        values = params(table=Word(f"table.{form.name}"), columns=columns)
        return Problem(key="input.columns_missing", place=place, params=values)
    texts = [[cell for cell in row if isinstance(cell, str) and cell] for row in rows]
    headings = next((row for row in texts if len(row) > 1), next(filter(None, texts), []))
    shown = tuple(" ".join(cell.split()) for cell in headings)[:MOST_HEADINGS]
    return Problem(key="input.no_table", place=place, params=params(headings=shown))


def _nothing(sheet: Sheet, reason: LeftOut) -> Part:
    return Part(sheet=sheet.origin.sheet, left_out={reason: 1})
