"""What stands in the sheets of this workbook?"""

import io
from collections.abc import Sequence

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.loaders.sheets.gathered import gathered
from asn_restruktur.loaders.sheets.merges import within
from asn_restruktur.loaders.sheets.sheet import Sheet, SheetsRead
from asn_restruktur.loaders.sheets.sheetparts import BookScan, scan_workbook
from asn_restruktur.loaders.sheets.sheetscan import SheetScan
from asn_restruktur.loaders.sheets.sparse import read_sparse
from asn_restruktur.loaders.understood import InputForm

_BYTES_A_CELL = 150

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
    pages = [
        _page(
            book,
            content,
            Origin(file, page.name),
            scan,
            is_visible=page.visible is SheetVisibleEnum.Visible,
        )
        for page in book.sheets_metadata
        if page.typ is SheetTypeEnum.WorkSheet
    ]
    return gathered(file, InputForm.WORKBOOK, pages)


def _page(
    book: CalamineWorkbook,
    content: bytes,
    origin: Origin,
    book_scan: BookScan,
    *,
    is_visible: bool,
) -> Sheet | Origin:
    """Read one sheet; of one that cannot be read, only its origin is left."""
    scan = book_scan.sheets.get(origin.sheet)
    if scan is None:
        return origin
    try:
        rows = _rows(book, content, origin.sheet, scan)
    except ReaderFailed:
        return origin
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
    # A reader in Rust ends the process where there is no room; asking for it beforehand raises.
    bytearray(scan.cells * _BYTES_A_CELL)
    return ask_reader(dense)
