"""What do formats of an xlsx sheet say: merged, hidden, struck through, indented?"""

import io
from typing import Any

import pytest
import xlsxwriter

from asn_restruktur.loaders.sheets.cellstyles import CellStyles, cell_styles
from asn_restruktur.loaders.sheets.merges import within
from asn_restruktur.loaders.sheets.sheet import Merge, Sheet
from asn_restruktur.loaders.sheets.workbook import read_workbook
from made_files import edited, parts

SHEET_1 = "xl/worksheets/sheet1.xml"


def formatted() -> bytes:
    buffer = io.BytesIO()
    book: Any = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet("Unit")
    struck = book.add_format({"font_strikeout": True})
    indented = book.add_format({"indent": 2})
    page.write_row(0, 0, ("Kode", "Nama", "Jenis"))
    page.merge_range(1, 0, 2, 0, "1")
    page.write(1, 1, "Dinas")
    page.write(2, 1, "Bidang", indented)
    page.write_row(3, 0, ("1.9", "Bidang Lama"), struck)
    page.write(4, 0, "1.2", struck)
    page.write(4, 1, "Bidang")
    page.write_row(5, 0, ("1.3", "Seksi"))
    page.set_row(5, None, None, {"hidden": True})
    book.close()
    return buffer.getvalue()


def read(content: bytes) -> Sheet:
    (sheet,) = read_workbook(content, "kota.xlsx").sheets
    return sheet


def test_merged_cells_are_told_by_the_indices_of_rows_and_columns() -> None:
    sheet = read(formatted())
    assert sheet.merges == (Merge(1, 0, 2, 0),)
    assert [row[0] for row in sheet.rows[1:3]] == ["1", ""]


def test_rows_that_are_hidden_or_struck_through_as_a_whole_are_unseen() -> None:
    assert read(formatted()).unseen == {3, 5}


def test_indentation_by_format_is_given_for_a_column() -> None:
    sheet = read(formatted())
    assert list(sheet.indents(1)) == [0, 0, 2, 0, 0, 0]
    assert list(sheet.indents(0)) == [0] * 6


def test_formats_are_read_where_tags_have_prefixes() -> None:
    content = formatted()
    xml = parts(content)[SHEET_1]
    prefixed = xml.replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"<x:?", b"<?")
    prefixed = prefixed.replace(b"xmlns=", b"xmlns:x=")
    sheet = read(edited(content, SHEET_1, xml, prefixed))
    assert sheet.unseen == {3, 5}
    assert sheet.merges == (Merge(1, 0, 2, 0),)
    assert list(sheet.indents(1)) == [0, 0, 2, 0, 0, 0]


@pytest.mark.parametrize("font", [b"<strike>", b'<strike val="x', b"</strike>"])
def test_formats_that_cannot_be_read_say_nothing(font: bytes) -> None:
    assert cell_styles(b"<styleSheet><fonts><font>" + font + b"</font></fonts>") == CellStyles()


def test_merged_cells_end_where_the_sheet_ends() -> None:
    assert within([Merge(0, 1, 9, 1), Merge(5, 5, 6, 6), Merge(1, 0, 1, 0)], 3, 2) == (
        Merge(0, 1, 2, 1),
    )


def test_merged_cells_that_lie_over_one_another_many_times_are_none() -> None:
    assert within([Merge(0, 0, 9, column) for column in range(1, 9)], 10, 9) == ()
