"""What stands in the sheets of this workbook?"""

import io
from collections.abc import Sequence

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from asn_restruktur.findings import Evidence, Finding, Problem, params
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.loaders.sheets.sheet import Sheet, SheetsRead
from asn_restruktur.loaders.sheets.sheetparts import scan_workbook
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
    scans = scan_workbook(content, file)
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
        sheet = _sheet(book, content, origin, scans.get(page.name), is_visible=is_visible)
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
    scan: SheetScan | None,
    *,
    is_visible: bool,
) -> Sheet | None:
    """Read one sheet; None for one that cannot be read."""
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

    return ask_reader(sparse if scan.is_sparse else dense)


def _unreadable(origin: Origin) -> Finding:
    return Finding(
        rule=UNREADABLE,
        key="DAT001.sheet",
        evidence=(Evidence(place=origin.place),),
        params=params(sheet=origin.name),
    )
