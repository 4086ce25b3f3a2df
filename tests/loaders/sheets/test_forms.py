"""Each form of file gives the same cells, places and formats."""

import datetime as dt
import io
from pathlib import Path

import pytest
import xlwt

from asn_restruktur.loaders.inputs import read
from asn_restruktur.loaders.preflight import nature_of
from asn_restruktur.loaders.sheets.forms import sheets_in
from asn_restruktur.loaders.sheets.sheet import Merge, Sheet, SheetsRead
from asn_restruktur.loaders.understood import LeftOut
from asn_restruktur.vocabulary import TableName, UnusableInput
from made_files import packed, table
from made_forms import FORMS, HIDDEN, INDENT, INDENTED, MERGED_DOWN, ODS, ROWS, STRUCK, ods

form = pytest.mark.parametrize("form", list(FORMS))

XML_2003 = (
    b'<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    b' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Unit"><Table>'
)
OPEN_NAMES = b' xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x" xmlns:calcext="urn:c"'


def sheets(content: bytes, file: str = "kota.xls") -> SheetsRead:
    nature, text = nature_of(content, file)
    found = sheets_in(content, nature, text, file)
    assert found is not None
    return found


def only(content: bytes) -> Sheet:
    (sheet,) = sheets(content).sheets
    return sheet


def open_book(rows: bytes) -> bytes:
    return ods(
        b"<office:body"
        + OPEN_NAMES
        + b'><table:table table:name="Unit">'
        + rows
        + b"</table:table>"
        b"</office:body>"
    )


def problem_of(content: bytes) -> str:
    with pytest.raises(UnusableInput) as caught:
        sheets(content)
    return caught.value.problems[0].key


@form
def test_the_cells_stand_in_their_rows_and_columns(form: str) -> None:
    assert [tuple(row) for row in only(FORMS[form]()).rows] == list(ROWS)


@form
def test_merged_cells_are_told(form: str) -> None:
    sheet = only(FORMS[form]())
    assert sheet.merges == (Merge(0, 0, 0, 3), Merge(MERGED_DOWN, 0, MERGED_DOWN + 1, 0))


@form
def test_hidden_and_struck_rows_are_unseen(form: str) -> None:
    assert only(FORMS[form]()).unseen == {STRUCK, HIDDEN}


@form
def test_indentation_is_given_in_steps(form: str) -> None:
    expected = [INDENT if at == INDENTED else 0 for at in range(len(ROWS))]
    assert list(only(FORMS[form]()).indents(1)) == expected


@form
def test_the_file_is_read_whatever_its_name(form: str, tmp_path: Path) -> None:
    path = tmp_path / "data"
    path.write_bytes(FORMS[form]())
    units = table(read([path]), TableName.UNITS)
    assert units["place_row"].to_list()[:4] == [3, 4, 7, 8]
    assert units["name"].to_list()[1] == "Bidang Pelayanan & Gizi"


def test_an_old_workbook_keeps_dates_numbers_and_truths() -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("Data")
    day = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    page.write(0, 0, dt.date(2026, 1, 5), day)
    page.write(0, 1, dt.datetime(2026, 1, 5, 3, 4), day)  # noqa: DTZ001  # a cell has no zone
    page.write(0, 2, 1.5)
    page.write(0, 3, True)  # noqa: FBT003  # a value
    page.write(0, 4, xlwt.Formula("1/0"))
    path = packed_old(book)
    sheet = only(path)
    assert sheet.rows[0][:4] == [
        dt.date(2026, 1, 5),
        dt.datetime(2026, 1, 5, 3, 4),  # noqa: DTZ001
        1.5,
        True,
    ]


def packed_old(book: xlwt.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_cell_far_outside_an_old_workbook_is_told_as_a_stray() -> None:
    book = xlwt.Workbook()
    page = book.add_sheet("Data")
    page.write(0, 0, "a")
    page.write(65_535, 255, "b")
    sheet = only(packed_old(book))
    assert sheet.rows == [["a"]]
    assert sheet.strays == ((65_536, 255),)


@pytest.mark.parametrize(
    ("record", "instead", "key"),
    [
        (b"\x09\x08\x10\x00", b"\xff\xff\xff\xff", "input.workbook_damaged"),
        (b"\xe1\x00\x02\x00", b"\x2f\x00\x02\x00", "input.encrypted"),
    ],
)
def test_an_old_workbook_that_is_damaged_or_locked_is_told(
    record: bytes, instead: bytes, key: str
) -> None:
    assert problem_of(FORMS["xls"]().replace(record, instead, 1)) == key


def test_repeated_cells_and_rows_are_put_as_often() -> None:
    sheet = only(
        open_book(
            b'<table:table-row table:number-rows-repeated="2"><table:table-cell/>'
            b'<table:table-cell table:number-columns-repeated="2" office:value-type="float"'
            b' office:value="1.5"/></table:table-row>'
        )
    )
    assert sheet.rows == [["", 1.5, 1.5], ["", 1.5, 1.5]]


@pytest.mark.parametrize("rows", [b"1048576", b"99999999999", b"-1", b"NaN"])
def test_a_value_repeated_without_end_costs_only_its_sheet(rows: bytes) -> None:
    content = open_book(
        b'<table:table-row table:number-rows-repeated="' + rows + b'"><table:table-cell'
        b' table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p>'
        b'</table:table-cell></table:table-row></table:table><table:table table:name="Lain">'
        b'<table:table-row><table:table-cell office:value-type="string"><text:p>y</text:p>'
        b"</table:table-cell></table:table-row>"
    )
    found = sheets(content)
    assert found.sheets[-1].rows == [["y"]]
    if rows == b"1048576":
        assert found.left_out[0].left_out == {LeftOut.UNREADABLE: 1}


def test_values_of_an_open_workbook_are_read_by_their_kind_and_notes_are_left() -> None:
    cell = b"<table:table-cell office:value-type="
    sheet = only(
        open_book(
            b"<table:table-row>"
            + cell
            + b'"date" office:date-value="2026-01-05"><text:p>5 Jan</text:p></table:table-cell>'
            + cell
            + b'"string"><office:annotation><text:p>catatan</text:p></office:annotation>'
            b"<text:p>a<text:s text:c='2'/>b</text:p><text:p>c</text:p></table:table-cell>"
            + cell
            + b'"boolean" office:boolean-value="true"/>'
            + cell
            + b'"string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>'
            b'<table:table-cell table:formula="of:=1"/></table:table-row>'
        )
    )
    assert sheet.rows == [[dt.date(2026, 1, 5), "a  b\nc", True]]
    assert sheet.errors == ((1, 3),)
    assert sheet.uncached == ((1, 4),)


def test_an_open_workbook_with_a_password_is_told() -> None:
    manifest = b"<manifest:encryption-data/>"
    content = {"mimetype": ODS.encode(), "content.xml": b"\x00", "META-INF/manifest.xml": manifest}
    assert problem_of(packed(content)) == "input.encrypted"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (ods(b"<office:body" + OPEN_NAMES + b"><table:table>"), "input.part_damaged"),
        (ods(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "input.xml_doctype"),
        (packed({"mimetype": ODS.encode(), "content.xml": b""}), "input.part_damaged"),
        (XML_2003, "input.workbook_damaged"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]>' + XML_2003, "input.xml_doctype"),
    ],
)
def test_a_damaged_workbook_is_told(content: bytes, key: str) -> None:
    assert problem_of(content) == key


def test_rows_and_cells_of_xml_that_skip_some_keep_their_places() -> None:
    sheet = only(
        XML_2003 + b'<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="Number">1.5</Data>'
        b"<Comment><Data>catatan</Data></Comment></Cell>"
        b'<Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>'
        b"</Table></Worksheet></Workbook>"
    )
    assert sheet.rows == [["", ""], ["", ""], ["", 1.5]]
    assert sheet.errors == ((3, 2),)


def test_a_row_of_xml_at_an_impossible_place_is_a_stray() -> None:
    sheet = only(
        XML_2003 + b'<Row><Cell><Data ss:Type="String">a</Data></Cell></Row>'
        b'<Row ss:Index="9999999"><Cell><Data ss:Type="String">b</Data></Cell></Row>'
        b"</Table></Worksheet></Workbook>"
    )
    assert sheet.rows == [["a"]]
    assert len(sheet.strays) == 1


def test_each_table_of_a_page_is_a_sheet_and_a_table_around_them_is_none() -> None:
    found = sheets(
        b"<table><tr><td>Beranda<td><table><caption>Unit kerja</caption><tr><td>a<td>b<tr><td>c"
        b"<td>d</table><tr><td>Kaki<td><table><tr><td>e<td>f<tr><td>g<td>h</table></table>"
    )
    assert [(one.origin.sheet, one.rows) for one in found.sheets] == [
        ("table 2 Unit kerja", [["a", "b"], ["c", "d"]]),
        ("table 3", [["e", "f"], ["g", "h"]]),
    ]


def test_a_page_gives_the_number_behind_a_rounded_one_and_no_script() -> None:
    sheet = only(
        b"<table><tr><td x:num='1234.56'>1.234,6<td sdval='46027'>5 Jan 2026<td>a<br>b\n c"
        b"<tr><td x:err='#REF!'>#REF!<td><script>x</script>&eacute;&nbsp;<td>1.10</table>"
    )
    assert sheet.rows == [[1234.56, "5 Jan 2026", "a\nb c"], ["", "\xe9\xa0", "1.10"]]
    assert sheet.errors == ((2, 0),)


def test_cells_of_a_page_that_span_without_end_cost_nothing() -> None:
    row = b"<tr><td colspan=99999999 rowspan=99999999>a<td rowspan=9999999>b"
    assert len(only(b"<table>" + row * 40 + b"</table>").rows) == 40


def test_the_lines_before_a_table_of_a_page_are_its_titles() -> None:
    rows = b"<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    found = sheets(
        b"<title>x</title><h3>DATA <b>PEGAWAI</b></h3>Per 1\nMei 2026<br>"
        + rows
        + b"<p>lain"
        + rows
    )
    assert [one.titles for one in found.sheets] == [
        ("DATA PEGAWAI", "Per 1 Mei 2026"),
        ("lain",),
    ]


def test_a_table_of_lone_lines_is_the_titles_of_the_one_below_it() -> None:
    found = sheets(
        b"<p>Laporan<table><tr><td colspan=3>DATA PEGAWAI<tr><td>OPD<td>:<td>Dinas Air</table>"
        b"<table><tr><td>a<td>b<tr><td>c<td>d</table>"
        b"<table><tr><td>Mengetahui<td><tr><td><td>Kepala</table>"
    )
    assert [(one.titles, one.rows[0]) for one in found.sheets] == [
        (("Laporan", "DATA PEGAWAI", "OPD : Dinas Air"), ["a", "b"]),
        ((), ["Mengetahui", ""]),
    ]


def test_a_long_style_of_a_page_is_read_as_a_whole() -> None:
    style = b"".join(b".c%d {color: red; padding-top: 1px}\n" % at for at in range(500))
    page = b"<style>" + style + b".x {text-decoration: line-through}</style>"
    row = b"<tr class=x><td class=x>a<td class=x>b"
    assert only(page + b"<table>" + row + b"<tr><td>c<td>d</table>").unseen == {0}
