import pytest

from asn_restruktur.loaders.tables.hierarchy import Rule
from asn_restruktur.loaders.tables.mapping import Said
from asn_restruktur.loaders.tables.mapping_file import read_mapping
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language, UnusableInput

WHOLE = """
files:
- file: abk-*.xlsx
  tables:
  - sheet: Formasi
    table: positions
    heading: A5:H6
    rows: 8-120
    unit: [Dinas Teladan, Bidang Satu]
    position: Analis
    set: {kind: pelaksana}
    only: {Status: [Aktif, Baru], Tahun: "2026"}
    hierarchy: indent
    columns:
    - {at: B, heading: Nama Jabatan, column: title}
    - {at: D, column: need}
    - {heading: Uraian, column: null}
  - {sheet: Petunjuk, table: none}
"""


def said(text: str) -> Said:
    return read_mapping(text.encode(), "pemetaan.yaml")


def faults(text: str) -> list[tuple[str, int]]:
    with pytest.raises(UnusableInput) as caught:
        said(text)
    for problem in caught.value.problems:
        for lang in Language:
            assert catalogue(lang).problem(problem)
    return [
        (problem.key.removeprefix("mapping."), problem.place.line if problem.place else 0)
        for problem in caught.value.problems
    ]


def table(*lines: str) -> str:
    return "files:\n- file: a.xlsx\n  tables:\n  - table: units\n" + "".join(
        f"    {line}\n" for line in lines
    )


def test_everything_that_a_mapping_may_say_is_read() -> None:
    (file,) = said(WHOLE).files
    posts, notes = file.tables
    assert (posts.sheet, posts.form and posts.form.name) == ("Formasi", "positions")
    assert (posts.heading, posts.span, posts.body) == ((5, 6), (0, 7), (8, 120))
    assert (posts.unit, posts.position) == (("Dinas Teladan", "Bidang Satu"), "Analis")
    assert posts.constants == {"kind": "pelaksana"}
    assert [(one.heading, one.values) for one in posts.only] == [
        ("Status", ("Aktif", "Baru")),
        ("Tahun", ("2026",)),
    ]
    assert posts.hierarchy is Rule.INDENT
    assert [(one.at, one.heading, one.field) for one in posts.columns] == [
        (1, "Nama Jabatan", "title"),
        (3, "", "need"),
        (None, "Uraian", ""),
    ]
    assert (notes.sheet, notes.form) == ("Petunjuk", None)


def test_a_file_is_meant_by_its_name_in_any_folder_by_a_pattern_or_by_its_path() -> None:
    files = "files:\n- {file: abk-*.xlsx}\n- {file: 'data [1].csv'}\n- {file: b/peta.xlsx}\n"
    mapping = said(files)
    assert mapping.of("kantor/ABK-dinkes.xlsx") is mapping.files[0]
    assert mapping.of("data [1].csv") is mapping.files[1]
    assert mapping.of("data 1.csv") is None
    assert mapping.of("b/peta.xlsx") is mapping.files[2]
    assert mapping.of("a/peta.xlsx") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("file: []\n", [("unknown_key.near", 1)]),
        ("files: x\n", [("no_list", 1)]),
        ("- a\n", [("no_map", 1)]),
        ("files:\n- {tables: []}\n", [("missing", 2)]),
        ("files:\n- {file: a, tables: [{sheet: b}]}\n", [("missing", 2)]),
        ("files:\n- {file: a, tables: [{table: unit}]}\n", [("unknown_table.near", 2)]),
        (table("heading: A1", "columns: [{at: A, column: nama}]"), [("unknown_field.near", 6)]),
        (table("heading: A1", "columns: [{at: A, column: xyz}]"), [("unknown_field.far", 6)]),
        (table("heading: A1", "colums: []"), [("unknown_key.near", 6), ("no_columns", 4)]),
        (table("heading: 1A", "columns: [{heading: x, column: name}]"), [("no_range", 5)]),
        (table("heading: H6:A5", "columns: [{heading: x, column: name}]"), [("no_range", 5)]),
        (table("heading: A1", "columns: [{at: A, column: kind}]"), [("no_columns", 4)]),
        (table("rows: 9-4", "columns: [{heading: x, column: name}]"), [("no_rows", 5)]),
        (table("columns: [{at: A, column: name}]"), [("no_heading_rows", 4)]),
        (table("heading: A1", "columns: [{column: name}]"), [("unplaced_column", 6)]),
        (table("heading: A1", "columns: [{at: -1, column: name}]"),
         [("no_column", 6), ("unplaced_column", 6)]),
        (table("heading: A1", "columns: [{at: A, column: name, whole: ya}]"), [("no_flag", 6)]),
        (table("hierarchy: code", "columns: [{heading: x, column: name}]"),
         [("unknown_hierarchy.near", 5)]),
        (table("set: {jenis: dinas}", "columns: [{heading: x, column: name}]"),
         [("unknown_field.far", 5)]),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted(faults(text)) == sorted(expected)


def test_all_faults_are_told_at_once() -> None:
    text = table("heading: A", "rows: x", "hierarchy: y", "columns: [{at: A, column: z}]")
    assert len(faults(text)) == 4
