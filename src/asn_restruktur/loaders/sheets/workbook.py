"""What do the sheets of this workbook say?"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from asn_restruktur.findings import Evidence, Finding, Problem, UnusableInput, Word, params
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.problems import no_table, refusal
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.loaders.sheets.sheetparts import scan_workbook
from asn_restruktur.loaders.sheets.sheetscan import Cell, SheetScan
from asn_restruktur.loaders.sheets.sparse import read_sparse
from asn_restruktur.loaders.tables.grid import Block, read_block
from asn_restruktur.loaders.tables.headings import Heading, find_heading, nearest_form
from asn_restruktur.loaders.understood import (
    FileReading,
    InputForm,
    LeftOut,
    Part,
    Source,
    first_stated,
)
from asn_restruktur.rules import NO_STORED_VALUE, UNREADABLE, UNRECOGNISED, Rule
from asn_restruktur.vocabulary import Severity

Rows = Sequence[Sequence[object]]


def read_workbook(content: bytes, file: str) -> FileReading:
    """Read every sheet whose heading is known.

    Args:
        content: bytes of an xlsx file.
        file: path as typed, in POSIX form.

    Returns:
        Its tables in the order of the sheets; a sheet that is no table, or cannot be read, is told
        and left out.

    Raises:
        UnusableInput: the file is damaged or built to harm, or no sheet holds a known table.
    """
    scans = scan_workbook(content, file)
    try:
        book = ask_reader(lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)))
    except ReaderFailed:
        raise refusal("workbook_damaged", file) from None
    blocks: list[Block] = []
    for sheet in book.sheets_metadata:
        if sheet.typ is not SheetTypeEnum.WorkSheet:
            continue
        origin = Origin(file, sheet.name)
        is_visible = sheet.visible is SheetVisibleEnum.Visible
        blocks.append(_sheet(book, content, origin, scans.get(sheet.name), is_visible=is_visible))
    return _reading(file, blocks)


def _reading(file: str, blocks: list[Block]) -> FileReading:
    """Put the sheets together; without any table the file is of no use."""
    parts = tuple(block.part for block in blocks)
    if not any(part.table for part in parts):
        problems = [block.problem for block in blocks if block.problem]
        if problems:
            raise UnusableInput(*problems)
        raise refusal("no_value", file)
    return FileReading(
        source=Source(file=file, form=InputForm.WORKBOOK, parts=parts),
        tables=tuple(table for block in blocks for table in block.tables),
        government=first_stated(block.government for block in blocks),
        findings=tuple(finding for block in blocks for finding in block.findings),
    )


def _sheet(
    book: CalamineWorkbook,
    content: bytes,
    origin: Origin,
    scan: SheetScan | None,
    *,
    is_visible: bool,
) -> Block:
    """Read one sheet; what it cannot give is said."""
    rows: Rows | None = None
    if scan is not None:
        try:
            rows = _rows(book, content, origin.sheet, scan)
        except ReaderFailed:
            rows = None
    if scan is None or rows is None:
        told = _told(origin, UNREADABLE, "DAT001.sheet")
        problem = Problem(key="input.sheet_damaged", place=origin.place)
        return _nothing(origin, LeftOut.UNREADABLE, told, problem)
    heading = find_heading(rows, origin.sheet)
    if heading is None:
        if all(row.count("") == len(row) for row in rows):
            return _nothing(origin, LeftOut.EMPTY)
        told = _untold(origin, rows) if is_visible else ()
        return _nothing(origin, LeftOut.NOT_A_TABLE, told, no_table(rows, origin.place))
    block = read_block(rows, range(1, len(rows) + 1), heading, origin)
    findings = (*block.findings, *_unseen(scan, heading, origin))
    part = block.part
    if scan.strays:
        part = replace(part, left_out={**part.left_out, LeftOut.STRAY_CELL: len(scan.strays)})
    return replace(block, part=part, findings=findings)


def _rows(book: CalamineWorkbook, content: bytes, sheet: str, scan: SheetScan) -> Rows:
    """Return the values of a sheet from its first cell on, so that places stay true."""

    def dense() -> Rows:
        return book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)

    def sparse() -> Rows:
        return read_sparse(content, sheet, scan)

    return ask_reader(sparse if scan.is_sparse else dense)


def _unseen(scan: SheetScan, heading: Heading, origin: Origin) -> Iterator[Finding]:
    """Tell the cells of a table that show an error, or a formula nobody computed, and strays."""
    for key, cells in (("DAT004.error", scan.errors), ("DAT004.formula", scan.uncached)):
        known = frozenset(heading.columns.values())
        inside = [(row, at) for row, at in cells if row > heading.row + 1 and at in known]
        if inside:
            yield _about(origin, NO_STORED_VALUE, key, inside)
    if scan.strays:
        yield _about(origin, UNRECOGNISED, "DAT002.strays", list(scan.strays))


def _about(origin: Origin, rule: Rule, key: str, cells: list[Cell]) -> Finding:
    return Finding(
        rule=rule,
        key=key,
        evidence=origin.cells(cells),
        params=params(sheet=origin.name, count=len(cells)),
    )


def _told(origin: Origin, rule: Rule, key: str) -> tuple[Finding, ...]:
    evidence = (Evidence(place=origin.place),)
    return (Finding(rule=rule, key=key, evidence=evidence, params=params(sheet=origin.name)),)


def _untold(origin: Origin, rows: Rows) -> tuple[Finding, ...]:
    """Tell that a sheet is no table; where it nearly is one, which columns it lacks."""
    nearest = nearest_form(rows)
    if nearest is None:
        return _told(origin, UNRECOGNISED, "DAT002.sheet")
    form, missing = nearest
    finding = Finding(
        rule=UNRECOGNISED,
        key="DAT002.near",
        severity=Severity.WARNING,
        evidence=(Evidence(place=origin.place),),
        params=params(
            sheet=origin.name,
            table=Word(f"table.{form.name}"),
            columns=tuple(Word(f"column.{name}") for name in missing),
        ),
    )
    return (finding,)


def _nothing(
    origin: Origin,
    reason: LeftOut,
    findings: tuple[Finding, ...] = (),
    problem: Problem | None = None,
) -> Block:
    part = Part(sheet=origin.sheet, left_out={reason: 1})
    return Block(tables=(), part=part, findings=findings, problem=problem)
