from pathlib import Path

import pytest

from asn_restruktur.findings import Problem, UnusableInput
from asn_restruktur.loaders.inputs import read
from asn_restruktur.loaders.tables.mapping_file import read_mapping
from asn_restruktur.loaders.understood import LeftOut, Reading
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language, TableName
from made_files import Sheet, column, csv_text, workbook

UNITS, FUNCTIONS, POSITIONS = TableName.UNITS, TableName.FUNCTIONS, TableName.POSITIONS
FOREIGN = (
    ("org", "seq", "label", "about", "live"),
    ("A", "1", "Air", "menjaga sumber air\nmengukur debit sungai", "1"),
    ("A", "2", "Udara", "mengukur mutu udara", "0"),
    ("B", "1", "Pohon", "menanam pohon peneduh", "1"),
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def mapped(content: bytes, tables: str, name: str = "a.xlsx") -> Reading:
    Path(name).write_bytes(content)
    said = read_mapping(f"files:\n- file: {name}\n  tables:\n{tables}".encode(), "peta.yaml")
    return read([Path(name)], said=said)


def book(rows: Sheet) -> bytes:
    return workbook(Data=rows)


def problems(content: bytes, tables: str) -> list[Problem]:
    with pytest.raises(UnusableInput) as caught:
        mapped(content, tables)
    return list(caught.value.problems)


UNIT_TABLE = """
  - sheet: Data
    table: units
    heading: A1:E1
    columns:
    - {at: A, heading: org, column: parent_id}
    - {at: C, heading: label, column: name}
"""


@pytest.mark.usefixtures("here")
def test_headings_that_nobody_knows_are_read_as_said() -> None:
    reading = mapped(book(FOREIGN), UNIT_TABLE)
    assert column(reading, UNITS, "name") == ["Air", "Udara", "Pohon"]
    assert column(reading, UNITS, "parent_id") == ["A", "A", "B"]
    (part,) = reading.sources[0].parts
    assert part.is_stated
    assert (part.heading, part.read, part.kept) == ("A1:E1", 3, 3)


@pytest.mark.usefixtures("here")
def test_a_column_that_moved_is_found_by_its_heading() -> None:
    moved = [(row[4], row[2], row[1], row[0], row[3]) for row in FOREIGN]
    assert column(mapped(book(moved), UNIT_TABLE), UNITS, "name") == ["Air", "Udara", "Pohon"]


@pytest.mark.usefixtures("here")
def test_a_heading_that_moved_down_takes_the_rows_of_its_table_along() -> None:
    moved = [("DAFTAR UNIT",), (None,), *FOREIGN, ("x", "9", "Bukan", "", "1")]
    tables = UNIT_TABLE.replace("heading: A1:E1", "heading: A1:E1\n    rows: 2-4")
    assert column(mapped(book(moved), tables), UNITS, "name") == ["Air", "Udara", "Pohon"]


@pytest.mark.usefixtures("here")
def test_the_letter_decides_between_equal_headings() -> None:
    rows = [("kode", "nama", "nama"), ("1", "Salah", "Benar")]
    tables = """
  - table: units
    heading: A1:C1
    columns: [{heading: kode, column: unit_id}, {at: C, heading: nama, column: name}]
"""
    assert column(mapped(book(rows), tables), UNITS, "name") == ["Benar"]


@pytest.mark.usefixtures("here")
def test_a_letter_alone_is_enough() -> None:
    tables = "  - {table: units, heading: A1, columns: [{at: C, column: name}]}\n"
    assert column(mapped(book(FOREIGN), tables), UNITS, "name") == ["Air", "Udara", "Pohon"]


@pytest.mark.usefixtures("here")
def test_keys_are_joined_rows_chosen_constants_filled_in_and_cells_kept_whole() -> None:
    key = "{heading: org, column: unit_id}, {heading: seq, column: unit_id}"
    tables = f"""
  - table: units
    only: {{live: "1"}}
    set: {{kind: seksi, parent_id: Z}}
    columns: [{key}, {{heading: label, column: name}}]
  - table: functions
    only: {{live: ["1", "2"]}}
    columns: [{key}, {{heading: about, column: text, whole: true}}]
"""
    reading = mapped(csv_text(FOREIGN).replace("menjaga", '"menjaga').replace(
        "sungai,", 'sungai",').encode(), tables, "a.csv")  # fmt: skip
    assert column(reading, UNITS, "unit_id") == ["A-1", "B-1"]
    assert column(reading, UNITS, "kind") == ["seksi", "seksi"]
    assert column(reading, UNITS, "parent_id") == ["Z", "Z"]
    assert column(reading, FUNCTIONS, "unit_id") == ["A-1", "B-1"]
    assert column(reading, FUNCTIONS, "text")[0] == "menjaga sumber air mengukur debit sungai"
    assert reading.sources[0].parts[0].left_rows[LeftOut.SET_ASIDE] == (4,)


@pytest.mark.usefixtures("here")
def test_only_the_rows_that_are_said_are_read() -> None:
    tables = UNIT_TABLE.replace("heading: A1:E1", "heading: A1:E1\n    rows: 3-3")
    assert column(mapped(book(FOREIGN), tables), UNITS, "name") == ["Udara"]


@pytest.mark.usefixtures("here")
def test_unit_and_post_that_are_said_go_before_those_of_titles() -> None:
    rows = [("Unit Kerja : Bidang Satu",), ("Nama Jabatan", "Kebutuhan"), ("Analis", 2)]
    tables = """
  - table: positions
    heading: A2:B2
    unit: [Dinas Uji, Bidang Dua]
    columns: [{at: A, column: title}, {at: B, column: need}]
"""
    assert column(mapped(book(rows), tables), POSITIONS, "unit_id") == [
        "Dinas Uji \u203a Bidang Dua"
    ]
    as_usual = mapped(book(rows), tables.replace("    unit: [Dinas Uji, Bidang Dua]\n", ""))
    assert column(as_usual, POSITIONS, "unit_id") == ["Bidang Satu"]


@pytest.mark.usefixtures("here")
def test_the_rule_of_the_hierarchy_is_the_one_that_is_said() -> None:
    rows = [("Kode", "Nama"), ("1", "Dinas A"), ("1.1", "Bidang B"), ("1.1.1", "Bidang C")]
    tables = """
  - table: units
    heading: A1:B1
    hierarchy: order
    columns: [{at: A, column: unit_id}, {at: B, column: name}]
"""
    assert column(mapped(book(rows), tables), UNITS, "parent_id") == [None, "1", "1"]
    codes = mapped(book(rows), tables.replace("order", "codes"))
    assert column(codes, UNITS, "parent_id") == [None, "1", "1.1"]


@pytest.mark.usefixtures("here")
def test_a_sheet_may_hold_several_tables_and_another_be_left_out() -> None:
    rows = [("k", "n"), ("1", "Dinas A"), (None,), ("j", "u"), ("Analis", "1")]
    content = workbook(Data=rows, Lain=[("Kode Unit", "Nama Unit", "Jenis"), ("9", "X", "dinas")])
    tables = """
  - {sheet: Lain, table: none}
  - sheet: Data
    table: units
    heading: A1:B1
    rows: 2-2
    columns: [{heading: k, column: unit_id}, {heading: n, column: name}]
  - sheet: Data
    table: positions
    heading: A4:B4
    columns: [{heading: j, column: title}, {heading: u, column: unit_id}]
"""
    reading = mapped(content, tables)
    assert column(reading, UNITS, "name") == ["Dinas A"]
    assert column(reading, POSITIONS, "title") == ["Analis"]
    left = {part.sheet: part.left_out for part in reading.sources[0].parts}
    assert left["Lain"] == {LeftOut.SET_ASIDE: 1}


@pytest.mark.usefixtures("here")
def test_a_heading_on_a_further_page_is_no_row_of_the_table() -> None:
    pages = [*FOREIGN, FOREIGN[0], ("B", "2", "Taman", "menata taman", "1")]
    reading = mapped(book(pages), UNIT_TABLE)
    names = [name for one in reading.tables for name in one.frame["name"]]
    assert names == ["Air", "Udara", "Pohon", "Taman"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("tables", "key", "words"),
    [
        (UNIT_TABLE.replace("Data", "Tabel"), "no_sheet", "Tabel"),
        (UNIT_TABLE.replace("label", "judul"), "no_heading", "judul"),
        (UNIT_TABLE.replace("A1:E1", "A90:E90"), "range_outside", "Data"),
        (UNIT_TABLE.replace("table: units", "only: {hidup: x}\n    table: units"),
         "no_heading", "hidup"),
        ("  - {table: units, heading: A1, columns: [{at: Z, column: name}]}\n",
         "column_outside", "Data"),
        ("  - {sheet: Data, table: none}\n", "all_aside", "a.xlsx"),
    ],
)  # fmt: skip
def test_what_the_file_does_not_have_is_told_with_the_line_of_the_mapping(
    tables: str, key: str, words: str
) -> None:
    (problem,) = problems(book(FOREIGN), tables)
    assert problem.key == f"mapping.{key}"
    assert problem.place is not None
    assert problem.place.file == "peta.yaml"
    assert problem.place.line > 1
    for lang in Language:
        assert words in catalogue(lang).problem(problem)


@pytest.mark.usefixtures("here")
def test_a_mapping_that_speaks_of_no_input_is_told_and_the_inputs_are_read() -> None:
    Path("a.csv").write_text(csv_text([("Kode Unit", "Nama Unit", "Jenis"), ("1", "D", "dinas")]))
    said = read_mapping(b"files:\n- {file: lain.csv}\n", "peta.yaml")
    reading = read([Path("a.csv")], said=said)
    assert [problem.key for problem in reading.problems] == ["mapping.unused"]
    assert column(reading, UNITS, "name") == ["D"]
