"""What stands in the sheets of this old workbook (.xls)?"""

import datetime as dt
import io
from collections.abc import Iterator

import xlrd

from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.loaders.sheets.gathered import gathered
from asn_restruktur.loaders.sheets.placed import PlacedCells
from asn_restruktur.loaders.sheets.sheet import Merge, Sheet, SheetsRead
from asn_restruktur.loaders.understood import InputForm


def read_old_workbook(content: bytes, file: str) -> SheetsRead:
    """Read the cells of every sheet.

    Args:
        content: bytes of an xls file.
        file: path as typed, in POSIX form.

    Returns:
        Its sheets in their order; one that cannot be read is told and left out.

    Raises:
        UnusableInput: the file is damaged, or locked with a password.
    """
    try:
        book = _opened(content)
    except ReaderFailed as failed:
        is_locked = "encrypted" in str(failed.__cause__)
        raise refusal("encrypted" if is_locked else "workbook_damaged", file) from None
    pages = [_page(book, at, name, file) for at, name in enumerate(book.sheet_names())]
    return gathered(file, InputForm.WORKBOOK, pages)


def _opened(content: bytes) -> xlrd.book.Book:
    """Open it with its formats, or without them where these are damaged."""

    def opened(*, formatted: bool) -> xlrd.book.Book:
        return xlrd.open_workbook(
            file_contents=content,
            logfile=io.StringIO(),
            on_demand=True,
            formatting_info=formatted,
            ragged_rows=True,
        )

    try:
        return ask_reader(lambda: opened(formatted=True))
    except ReaderFailed:
        return ask_reader(lambda: opened(formatted=False))


def _page(book: xlrd.book.Book, at: int, name: str, file: str) -> Sheet | Origin:
    try:
        cells = ask_reader(lambda: _cells(book, book.sheet_by_index(at)))
    except ReaderFailed:
        return Origin(file, name)
    return cells.page(file)


def _cells(book: xlrd.book.Book, sheet: xlrd.sheet.Sheet) -> PlacedCells:
    cells = PlacedCells(sheet.name)
    cells.is_visible = sheet.visibility == 0
    for row in range(sheet.nrows):
        filled = list(_filled(book, sheet, row))
        for column, kind, value in filled:
            if kind == xlrd.XL_CELL_ERROR:
                cells.put_error(row, column)
            else:
                cells.put(row, column, value)
        if not filled or not book.formatting_info:
            continue
        formats = [book.xf_list[sheet.cell_xf_index(row, column)] for column, _, _ in filled]
        for (column, _, _), one in zip(filled, formats, strict=True):
            if one.alignment.indent_level:
                cells.indents[row, column] = one.alignment.indent_level
        is_struck = all(book.font_list[one.font_index].struck_out for one in formats)
        if is_struck or (row in sheet.rowinfo_map and sheet.rowinfo_map[row].hidden):
            cells.unseen.add(row)
    cells.merges = [
        Merge(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells
    ]
    return cells


def _filled(
    book: xlrd.book.Book, sheet: xlrd.sheet.Sheet, row: int
) -> Iterator[tuple[int, int, object]]:
    """Return column, kind and value of the cells of a row that show something."""
    kinds, values = sheet.row_types(row), sheet.row_values(row)
    for column, (kind, value) in enumerate(zip(kinds, values, strict=True)):
        if kind == xlrd.XL_CELL_DATE:
            yield column, kind, _moment(value, book.datemode)
        elif kind == xlrd.XL_CELL_BOOLEAN:
            yield column, kind, bool(value)
        elif kind not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) and value != "":
            yield column, kind, value


def _moment(days: float, datemode: int) -> object:
    """Return the date, the time or both that a number of days stands for; else the number."""
    try:
        moment = xlrd.xldate.xldate_as_datetime(days, datemode)
    except (ValueError, OverflowError):
        return days
    if days < 1:
        return moment.time()
    return moment.date() if moment.time() == dt.time() else moment
