import io
import re
from datetime import date

import openpyxl
import pytest

from asn_restruktur.findings import Finding
from asn_restruktur.loaders.sheets.workbook import read_workbook
from asn_restruktur.loaders.tables.understanding import understood
from asn_restruktur.loaders.understood import FileReading, InputForm, LeftOut
from asn_restruktur.vocabulary import Place, TableName, UnusableInput
from made_files import UNITS, column, edited, packed, parts, table, workbook

FILE = "kota.xlsx"
SHEET_1 = "xl/worksheets/sheet1.xml"


def read(content: bytes) -> FileReading:
    return understood(read_workbook(content, FILE))


def found(reading: FileReading, key: str) -> Finding:
    (finding,) = [one for one in reading.findings if one.key == key]
    return finding


def keys(reading: FileReading) -> list[str]:
    return [finding.key for finding in reading.findings]


def problem_of(content: bytes) -> tuple[str, Place | None, dict[str, object]]:
    with pytest.raises(UnusableInput) as caught:
        read(content)
    problem = caught.value.problems[0]
    return problem.key, problem.place, dict(problem.params)


def test_values_stand_under_the_columns_of_the_table_as_they_were() -> None:
    reading = read(workbook(Unit=UNITS))
    assert column(reading, TableName.UNITS, "unit_id") == ["1", "1.1", "1.10"]
    assert column(reading, TableName.UNITS, "parent_id") == [None, "1", "1"]
    assert reading.findings == ()
    assert reading.source.form is InputForm.WORKBOOK


def test_places_stay_true_below_titles_and_beside_empty_columns() -> None:
    rows = [
        (),
        (None, None, "PEMERINTAH KOTA TELADAN"),
        (None, None, "Keadaan per 1 Januari 2026"),
        (),
        *((None, None, *row) for row in UNITS),
    ]
    reading = read(workbook(Data=rows))
    units = table(reading, TableName.UNITS)
    assert units["place_row"].to_list() == [6, 7, 8]
    assert set(units["place_sheet"]) == {"Data"}
    assert dict(reading.tables[0].letters) == {
        "unit_id": "C",
        "name": "D",
        "kind": "E",
        "parent_id": "F",
    }
    assert reading.source.parts[0].heading == "C5:F5"
    assert (reading.government.name, reading.government.kind) == ("Kota Teladan", "kota")
    assert reading.government.as_of == "2026-01-01"


def test_a_heading_below_the_fortieth_row_is_not_looked_for() -> None:
    assert read(workbook(Unit=[*[("x",)] * 39, *UNITS])).source.parts[0].rows == 3
    assert problem_of(workbook(Unit=[*[("x", "y")] * 41, *UNITS]))[0] == "input.no_table"


def test_headings_in_any_spelling_and_english_are_known() -> None:
    rows = [("UNIT_ID", "nama  unit.", "Kode-Induk"), ("1", "Dinas", None)]
    assert set(read(workbook(X=rows)).tables[0].letters) == {"unit_id", "name", "parent_id"}


def test_numbers_and_dates_keep_their_types() -> None:
    rows = [
        ("Kode Pegawai", "Nama", "Tanggal Lahir", "Kode Jabatan", "Status"),
        (7, "A", date(1990, 1, 31), "j1", True),
    ]
    reading = read(workbook(Pegawai=rows))
    assert column(reading, TableName.EMPLOYEES, "employee_id") == [7.0]
    assert column(reading, TableName.EMPLOYEES, "birth_date") == [date(1990, 1, 31)]
    assert column(reading, TableName.EMPLOYEES, "status") == [True]


def test_empty_rows_are_skipped_and_rows_keep_their_numbers() -> None:
    rows = [UNITS[0], UNITS[1], (), (" ", None, "  "), UNITS[2]]
    units = table(read(workbook(Unit=rows)), TableName.UNITS)
    assert units["place_row"].to_list() == [2, 5]


def test_the_number_row_under_the_heading_is_skipped() -> None:
    for numbers in [(1, 2, 3, 4), ("1", "2", "3", "4"), ("(1)", "(2)", "(3)", "(4)")]:
        reading = read(workbook(Unit=[UNITS[0], numbers, *UNITS[1:]]))
        assert column(reading, TableName.UNITS, "unit_id") == ["1", "1.1", "1.10"]
        assert reading.source.parts[0].left_out == {LeftOut.NUMBER_ROW: 1}


@pytest.mark.parametrize("word", ["JUMLAH", "Total", "Sub Jumlah", "GRAND TOTAL", "Jumlah Total"])
def test_total_rows_are_left_out_and_told(word: str) -> None:
    reading = read(workbook(Unit=[*UNITS, (word, None, 3, None)]))
    assert len(table(reading, TableName.UNITS)) == 3
    assert reading.source.parts[0].left_out == {LeftOut.TOTAL_ROW: 1}
    assert found(reading, "DAT002.totals").places == (Place(file=FILE, sheet="Unit", cell="A5"),)


def test_a_unit_whose_name_begins_with_total_is_no_total_row() -> None:
    rows = [*UNITS, ("1.2", "Total Quality Control", "bidang", "1")]
    assert len(table(read(workbook(Unit=rows)), TableName.UNITS)) == 4


def test_a_subtotal_beside_an_empty_code_is_a_total_row() -> None:
    rows = [(*row, None) for row in UNITS]
    rows = [(None if at else "No", *row) for at, row in enumerate(rows)]
    rows.append(("Jumlah Dinas Kesehatan", None, None, 2, None, None))
    assert found(read(workbook(Unit=rows)), "DAT002.totals").places[0].cell == "A5"


def test_unknown_columns_are_one_note_a_sheet_with_their_cells() -> None:
    rows = [("Warna", *UNITS[0], "Kode X", "Ket"), *(("biru", *row, 1, "-") for row in UNITS[1:])]
    note = found(read(workbook(Unit=rows)), "DAT003")
    assert dict(note.params)["columns"] == ("Warna", "Kode X")
    assert [place.cell for place in note.places] == ["A1", "F1"]


def test_a_row_with_values_in_unknown_columns_only_is_told() -> None:
    rows = [(*UNITS[0], "Tanda"), *UNITS[1:], (None, None, None, None, "Kepala Dinas")]
    reading = read(workbook(Unit=rows))
    assert len(table(reading, TableName.UNITS)) == 3
    assert found(reading, "DAT002.unknown_only").places[0].cell == "A5"


def test_an_unknown_sheet_is_a_note_and_an_empty_or_hidden_one_is_not() -> None:
    content = workbook(Unit=UNITS, Catatan=[("halo",)], Kosong=[], Daftar=[("a",)])
    hidden = edited(content, "xl/workbook.xml", b'name="Daftar"', b'name="Daftar" state="hidden"')
    reading = read(hidden)
    assert found(reading, "DAT002.sheet").places == (Place(file=FILE, sheet="Catatan"),)
    assert [dict(part.left_out) for part in reading.source.parts[1:]] == [
        {LeftOut.NOT_A_TABLE: 1},
        {LeftOut.EMPTY: 1},
        {LeftOut.HIDDEN_SHEET: 1},
    ]


def test_headings_without_rows_are_an_empty_table() -> None:
    assert len(table(read(workbook(Unit=UNITS[:1])), TableName.UNITS)) == 0


def test_every_table_of_a_workbook_is_read_in_the_order_of_its_sheets() -> None:
    functions = [("Kode Unit", "Uraian"), ("1", "pembinaan gizi")]
    links = [("Dari Unit", "Ke Unit", "Jenis Hubungan"), ("1", "1.1", "koordinasi")]
    reading = read(workbook(Fungsi=functions, Unit=UNITS, Hubungan=links))
    assert [one.name for one in reading.tables] == [
        TableName.FUNCTIONS,
        TableName.UNITS,
        TableName.LINKS,
    ]


def test_a_workbook_without_a_table_says_for_each_sheet_what_is_missing() -> None:
    content = workbook(
        Satu=[("Kode Unit", "Jenis"), ("1", "dinas")], Dua=[("Warna", "Rasa"), ("biru", "manis")]
    )
    with pytest.raises(UnusableInput) as caught:
        read(content)
    first, second = caught.value.problems
    assert (first.key, first.place) == ("input.columns_missing", Place(file=FILE, sheet="Satu"))
    assert second.key == "input.no_table"
    assert dict(second.params)["headings"] == ("Warna", "Rasa")


def test_a_workbook_with_nothing_in_it_is_told() -> None:
    assert problem_of(workbook(Kosong=[]))[0] == "input.no_value"


def test_a_nip_stored_as_a_number_is_dropped_with_its_cells() -> None:
    rows = [
        ("NIP", "Nama", "Kode Jabatan", "Gol"),
        (199001012020121001, "A", "j1", "III/a"),
        ("199001012020121002", "B", "j1", "III/a"),
        ("1,99E+17", "C", "j1", "III/a"),
        (199001012020121004, "D", "j1", "III/a"),
    ]
    reading = read(workbook(Pegawai=rows))
    assert column(reading, TableName.EMPLOYEES, "nip") == [None, "199001012020121002", None, None]
    lost = found(reading, "DAT111")
    assert [place.cell for place in lost.places] == ["A2", "A4:A5"]
    assert not re.search(r"\d{6}", repr(lost.params) + repr([one.quote for one in lost.evidence]))


def test_error_cells_of_known_columns_are_told() -> None:
    content = workbook(Unit=[(*row, None) for row in UNITS])
    broken = (
        edited(content, SHEET_1, b'<row r="3" spans="1:5">', b'<row r="3" spans="1:5"><c r="J3"/>')
        if b'spans="1:5"' in parts(content)[SHEET_1]
        else content
    )
    cell = re.search(rb'<c r="D3"[^>]*>.*?</c>', parts(broken)[SHEET_1])
    assert cell is not None
    broken = edited(broken, SHEET_1, cell[0], b'<c r="D3" t="e"><v>#REF!</v></c>')
    reading = read(broken)
    assert column(reading, TableName.UNITS, "parent_id") == [None, None, "1"]
    assert found(reading, "DAT004.error").places == (Place(file=FILE, sheet="Unit", cell="D3"),)


def test_a_formula_without_its_value_is_told_and_one_with_it_is_read() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Jabatan"
    page.append(["Kode Unit", "Nama Jabatan", "Kebutuhan"])
    page.append(["1", "Analis", "=1+1"])
    page.append(["1", "Arsiparis", 3])
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue())
    assert column(reading, TableName.POSITIONS, "need") == [None, 3.0]
    assert found(reading, "DAT004.formula").places[0].cell == "C2"
    xml = parts(buffer.getvalue())[SHEET_1]
    stored = edited(
        buffer.getvalue(), SHEET_1, xml, re.sub(rb"<v ?(/>|></v>)</c>", b"<v>2</v></c>", xml)
    )
    assert column(read(stored), TableName.POSITIONS, "need") == [2.0, 3.0]
    assert "DAT004.formula" not in keys(read(stored))


def test_macros_and_links_to_other_workbooks_are_not_followed() -> None:
    content = packed(parts(workbook(Unit=UNITS)) | {"xl/vbaProject.bin": b"\x00macro"})
    assert len(table(read(content), TableName.UNITS)) == 3


def test_a_stray_cell_in_the_last_corner_is_told_and_the_rest_is_read() -> None:
    content = edited(
        workbook(Unit=UNITS),
        SHEET_1,
        b"</sheetData>",
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    )
    reading = read(content)
    assert column(reading, TableName.UNITS, "unit_id") == ["1", "1.1", "1.10"]
    assert table(reading, TableName.UNITS)["place_row"].to_list() == [2, 3, 4]
    strays = found(reading, "DAT002.strays")
    assert strays.places == (Place(file=FILE, sheet="Unit", cell="XFD1048576"),)
    assert reading.source.parts[0].left_out == {LeftOut.STRAY_CELL: 1}


@pytest.mark.parametrize(
    "cell",
    [
        b'<row r="2"><c r="XFD1048576"><v>1</v></c></row>',
        b'<row r="9"><c r="A1048576"><v>1</v></c></row>',
        b"<row r='1048576'><c s='0' r='xfd1048576'><v>1</v></c></row>",
        b'<row\nr = "1048576"><c\nr = "XFD1048576"><v>1</v></c></row>',
    ],
)
def test_a_stray_cell_is_seen_however_it_is_written(cell: bytes) -> None:
    content = edited(workbook(Unit=UNITS), SHEET_1, b"</sheetData>", cell + b"</sheetData>")
    assert column(read(content), TableName.UNITS, "unit_id")[:3] == ["1", "1.1", "1.10"]


@pytest.mark.parametrize("cell", [b"", b'<c r="B%d" s="0"/>'])
def test_formats_down_to_the_last_row_do_not_hide_the_table(cell: bytes) -> None:
    rows = b"".join(
        b'<row r="%d">%b</row>' % (row, cell % row if cell else b"")
        for row in range(8, 1_048_577, 8)
    )
    content = edited(workbook(Unit=UNITS), SHEET_1, b"</sheetData>", rows + b"</sheetData>")
    reading = read(content)
    assert len(table(reading, TableName.UNITS)) == 3


def test_a_dimension_that_lies_hides_no_row() -> None:
    rows = [UNITS[0], *(("1", f"Bidang {n}", "bidang", None) for n in range(500))]
    content = workbook(Unit=rows)
    for lie in (b'<dimension ref="A1:A1"/>', b'<dimension ref="A1:XFD1048576"/>'):
        reading = read(edited(content, SHEET_1, b'<dimension ref="A1:D501"/>', lie))
        assert len(table(reading, TableName.UNITS)) == 500


def test_the_longest_cell_many_columns_and_many_sheets_are_read() -> None:
    wide = [(*row, *[None] * 600, "x" if at else "Jauh") for at, row in enumerate(UNITS)]
    rows = [*wide, ("1.2", "x" * 32_767, "bidang", "1")]
    sheets = {f"Lembar_{n}": [("a", "b")] for n in range(200)}
    reading = read(workbook(Unit=rows, **sheets))
    assert column(reading, TableName.UNITS, "name")[-1] == "x" * 32_767
    assert len(reading.source.parts) == 201


def test_one_damaged_sheet_does_not_stop_the_others() -> None:
    content = workbook(Unit=UNITS, Fungsi=[("Kode Unit", "Uraian"), ("1", "a")])
    sheet_2 = parts(content)["xl/worksheets/sheet2.xml"]
    for damage in (sheet_2[:300], b"\x00" * 50, b""):
        reading = read(packed(parts(content) | {"xl/worksheets/sheet2.xml": damage}))
        assert [one.name for one in reading.tables][:1] == [TableName.UNITS]
    missing = {name: part for name, part in parts(content).items() if "sheet2" not in name}
    reading = read(packed(missing))
    assert found(reading, "DAT001.sheet").places == (Place(file=FILE, sheet="Fungsi"),)
    assert reading.source.parts[1].left_out == {LeftOut.UNREADABLE: 1}


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_damaged_part_that_all_sheets_need_makes_the_file_unusable(part: str) -> None:
    content = parts(workbook(Unit=UNITS))
    key, _, params = problem_of(packed(content | {part: content[part][:200]}))
    assert key in {"input.part_damaged", "input.workbook_damaged"}
    assert params.get("part", part) in {part, "xl/workbook.xml"}


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x SYSTEM "http://localhost:1/x.dtd">',
        b"<!DOCTYPE x>",
    ],
)
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", SHEET_1, "xl/workbook.xml"])
def test_a_doctype_is_refused_in_our_own_words(doctype: bytes, part: str) -> None:
    content = edited(workbook(Unit=UNITS), part, b"?>\n<", b"?>\n" + doctype + b"<")
    key, _, params = problem_of(content)
    assert (key, params) == ("input.xml_doctype", {"part": part})


def test_a_part_in_utf_16_which_would_hide_a_doctype_is_refused() -> None:
    content = parts(workbook(Unit=UNITS))
    hidden = content[SHEET_1].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    assert problem_of(packed(content | {SHEET_1: hidden}))[0] == "input.xml_doctype"


def test_two_sheets_of_one_name_are_refused() -> None:
    content = workbook(Unit=UNITS, Dua=UNITS)
    twice = edited(content, "xl/workbook.xml", b'name="Dua"', b'name="Unit"')
    assert problem_of(twice)[0] == "input.part_damaged"


@pytest.mark.parametrize("claimed", [b"4294967295", b"99999999999", b"18446744073709551615"])
def test_strings_that_claim_to_be_too_many_are_refused(claimed: bytes) -> None:
    # The reader makes room for as many as they claim, and would end the process.
    content = parts(workbook(Unit=UNITS))
    name = "xl/sharedStrings.xml"
    claim = re.sub(rb'niqueCount="\d+"', b'niqueCount="' + claimed + b'"', content[name])
    assert problem_of(packed(content | {name: claim}))[0] == "input.part_damaged"


@pytest.mark.parametrize(
    "row",
    [
        b'<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>',
        b'<row r="9"><c r="AAAAAAAA9"><v>1</v></c></row>',
        b'<row r="9"><c r="XFE9"><v>1</v></c></row>',
        b"<row/>" * 1_000_000 + b"<row>" + b"<c/>" * 16_000 + b"<c><v>1</v></c></row>",
    ],
)
def test_cells_where_no_sheet_has_any_make_the_sheet_unreadable(row: bytes) -> None:
    content = workbook(Unit=UNITS, Dua=UNITS)
    reading = read(edited(content, SHEET_1, b"</sheetData>", row + b"</sheetData>"))
    assert found(reading, "DAT001.sheet").places == (Place(file=FILE, sheet="Unit"),)
    assert [one.frame["place_sheet"].iloc[0] for one in reading.tables] == ["Dua"]


def test_rows_and_cells_that_do_not_say_where_they_stand_are_read() -> None:
    content = parts(workbook(Unit=UNITS))
    bare = re.sub(rb'<(row|c)( spans="[^"]*")? r="[^"]*"', rb"<\1", content[SHEET_1])
    bare = re.sub(rb'(<row) spans="[^"]*"', rb"\1", bare)
    assert b' r="' not in bare
    reading = read(packed(content | {SHEET_1: bare}))
    assert column(reading, TableName.UNITS, "unit_id") == ["1", "1.1", "1.10"]


def test_tags_with_a_prefix_are_read_and_do_not_hide_a_stray_cell() -> None:
    content = parts(workbook(Unit=UNITS))
    stray = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    sheet = content[SHEET_1].replace(b"</sheetData>", stray)
    sheet = re.sub(rb"<(/?)(\w+)", rb"<\1x:\2", sheet).replace(b"<?x:xml", b"<?xml")
    sheet = sheet.replace(b"xmlns=", b"xmlns:x=")
    reading = read(packed(content | {SHEET_1: sheet}))
    assert found(reading, "DAT002.strays").places[0].cell == "XFD1048576"
    assert column(reading, TableName.UNITS, "unit_id") == ["1", "1.1", "1.10"]
