"""Which tables do the sheets of one file hold, and what must be told of the rest?"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from asn_restruktur.findings import Evidence, Finding, Problem, UnusableInput, Word, params
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.sheets.sheet import Cell, Sheet, SheetsRead
from asn_restruktur.loaders.tables.grid import Block, read_block
from asn_restruktur.loaders.tables.headings import Heading, find_heading, nearest_form
from asn_restruktur.loaders.understood import FileReading, LeftOut, Part, Source, first_stated
from asn_restruktur.rules import NO_STORED_VALUE, UNREADABLE, UNRECOGNISED, Rule
from asn_restruktur.vocabulary import Place, Severity

MOST_HEADINGS = 8


def understood(read: SheetsRead) -> FileReading:
    """Recognise the tables of a file.

    Args:
        read: the cells of its sheets.

    Returns:
        Its tables in the order of the sheets; a sheet that is no table, or could not be read, is
        told and left out.

    Raises:
        UnusableInput: no sheet holds a known table.
    """
    blocks = [_block(sheet) for sheet in read.sheets]
    if not any(block.part.table for block in blocks):
        known = {problem.place for problem in read.problems}
        own = [block.problem for block in blocks if block.problem]
        problems = [*read.problems, *(one for one in own if one.place not in known)]
        if problems:
            raise UnusableInput(*problems)
        raise refusal("no_value", read.file)
    return FileReading(
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


def _block(sheet: Sheet) -> Block:
    """Recognise the table of one sheet; what it cannot give is said."""
    origin = sheet.origin
    heading = find_heading(sheet.rows, origin.sheet or _stem(origin.file))
    if heading is None:
        if all(row.count("") == len(row) for row in sheet.rows):
            return Block(tables=(), part=_nothing(sheet, LeftOut.EMPTY), findings=())
        return Block(
            tables=(),
            part=_nothing(sheet, LeftOut.NOT_A_TABLE),
            findings=_untold(sheet) if sheet.is_visible else (),
            problem=_no_table(sheet.rows, origin.place),
        )
    short, long = _ragged(sheet, heading)
    left = frozenset(long)
    kept = [index for index in range(len(sheet.rows)) if index not in left]
    block = read_block(
        [sheet.rows[index] for index in kept],
        [sheet.numbers[index] for index in kept],
        replace(heading, row=kept.index(heading.row)),
        origin,
    )
    left_out = dict(block.part.left_out)
    if long:
        left_out[LeftOut.RAGGED_ROW] = len(long)
    if sheet.strays:
        left_out[LeftOut.STRAY_CELL] = len(sheet.strays)
    return replace(
        block,
        part=replace(block.part, left_out=left_out),
        findings=(
            *_uneven(sheet, short, long),
            *block.findings,
            *_unreadable_cells(sheet, heading),
        ),
    )


def _stem(file: str) -> str:
    return file.rpartition("/")[2].rpartition(".")[0]


def _ragged(sheet: Sheet, heading: Heading) -> tuple[list[int], list[int]]:
    """Return the lines of a text with fewer and those with more values than the heading."""
    if not sheet.widths:
        return [], []
    width = sheet.widths[heading.row]
    below = range(heading.row + 1, len(sheet.rows))
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


def _unreadable_cells(sheet: Sheet, heading: Heading) -> Iterator[Finding]:
    """Tell the cells of a table that show an error, or a formula nobody computed, and strays."""
    known = frozenset(heading.columns.values())
    first = sheet.numbers[heading.row]
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
