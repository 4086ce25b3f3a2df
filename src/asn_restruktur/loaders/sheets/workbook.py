"""What stands in the sheets of this workbook?"""

import gc
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from asn_restruktur.findings import Evidence, Finding, Problem, params
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.loaders.sheets.merges import within
from asn_restruktur.loaders.sheets.sheet import Sheet, SheetsRead
from asn_restruktur.loaders.sheets.sheetparts import BookScan, scan_workbook
from asn_restruktur.loaders.sheets.sheetscan import SheetScan
from asn_restruktur.loaders.sheets.sparse import read_sparse
from asn_restruktur.loaders.understood import InputForm, LeftOut, Part
from asn_restruktur.rules import UNREADABLE

Rows = Sequence[Sequence[object]]


def read_workbook(content: bytes, file: str) -> SheetsRead:
    """Read the cells of every sheet.

    Args:
        content: bytes of an xlsx file.
        file: path as typed, in POSIX form.

    Returns:
        Its sheets in their order; one that cannot be read is told and left out.

    Raises:
        UnusableInput: the file is damaged or built to harm.
    """
    scan = scan_workbook(content, file)
    try:
        book = ask_reader(lambda: CalamineWorkbook.from_filelike(io.BytesIO(content)))
    except ReaderFailed:
        raise refusal("workbook_damaged", file) from None
    sheets: list[Sheet] = []
    damaged: list[Origin] = []
    for page in book.sheets_metadata:
        if page.typ is not SheetTypeEnum.WorkSheet:
            continue
        origin = Origin(file, page.name)
        is_visible = page.visible is SheetVisibleEnum.Visible
        sheet = _sheet(book, content, origin, scan, is_visible=is_visible)
        if sheet is None:
            damaged.append(origin)
        else:
            sheets.append(sheet)
    return SheetsRead(
        file=file,
        form=InputForm.WORKBOOK,
        sheets=tuple(sheets),
        left_out=tuple(Part(sheet=one.sheet, left_out={LeftOut.UNREADABLE: 1}) for one in damaged),
        findings=tuple(_unreadable(one) for one in damaged),
        problems=tuple(Problem(key="input.sheet_damaged", place=one.place) for one in damaged),
    )


def _sheet(
    book: CalamineWorkbook,
    content: bytes,
    origin: Origin,
    book_scan: BookScan,
    *,
    is_visible: bool,
) -> Sheet | None:
    """Read one sheet; None for one that cannot be read."""
    scan = book_scan.sheets.get(origin.sheet)
    if scan is None:
        return None
    try:
        rows = _rows(book, content, origin.sheet, scan)
    except ReaderFailed:
        return None
    return Sheet(
        origin=origin,
        rows=rows,
        numbers=range(1, len(rows) + 1),
        merges=within(scan.merges, len(rows), len(rows[0]) if rows else 0),
        unseen=frozenset(row - 1 for row in scan.unseen if 0 < row <= len(rows)),
        indents=book_scan.indents(origin.sheet, len(rows)),
        is_visible=is_visible,
        errors=scan.errors,
        uncached=scan.uncached,
        strays=scan.strays,
    )


def _rows(book: CalamineWorkbook, content: bytes, sheet: str, scan: SheetScan) -> Rows:
    """Return the values of a sheet from its first cell on, so that places stay true."""

    def dense() -> Rows:
        return book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)

    def sparse() -> Rows:
        return read_sparse(content, sheet, scan)

    if scan.is_sparse:
        return ask_reader(sparse)
    with _uncollected():
        return ask_reader(dense)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage while millions of cells come in, none of it garbage.

    It doubles the time that a large sheet takes to come over.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _unreadable(origin: Origin) -> Finding:
    return Finding(
        rule=UNREADABLE,
        key="DAT001.sheet",
        evidence=(Evidence(place=origin.place),),
        params=params(sheet=origin.name),
    )
