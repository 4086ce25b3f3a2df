import json
from pathlib import Path

import jsonschema_rs
import pytest

from asn_restruktur.documents import read_document
from asn_restruktur.findings import Finding
from asn_restruktur.loaders import orgfile
from asn_restruktur.loaders.orgfile import read_org_file
from asn_restruktur.loaders.orgshape import SCHEMA
from asn_restruktur.loaders.understood import FileReading
from asn_restruktur.organisation.model import Government
from asn_restruktur.vocabulary import Place, TableName, UnusableInput
from made_files import column, table

FILE = "kota.yaml"
WHOLE = """\
organisation: Kota Teladan
as_of: 2026-01-01
whole_government: true
government_kind: Kota
units:
  - id: "1"
    name: Dinas Kesehatan
    kind: dinas
    urusan: [1.02, 2.14]
    type: A
    territory: null
    legal_basis: Perwal 1/2026
    head: {id: j0, title: Kepala Dinas Kesehatan, eselon: II.b}
    functions:
      - perumusan kebijakan kesehatan
      - {id: f2, kind: fungsi, text: pelaksanaan kebijakan kesehatan, citation: Pasal 4 huruf b}
    positions:
      - {id: j1, title: Epidemiolog, kind: jf, level: ahli muda, class: 9, need: 4,
         filled: 2, reports_to: j0}
    units:
      - {id: 1.10, name: Bidang Gizi, kind: bidang}
  - name: Badan Tanpa Kode
    functions: [pengelolaan arsip]
    units:
      - {name: Bidang Arsip}
links:
  - {from: 1.10, to: "1", kind: coordination, topic: stunting, lead: "1"}
"""


def read(text: str) -> FileReading:
    return read_org_file(read_document(text, FILE), FILE)


def told(text: str) -> list[tuple[str, int, int]]:
    findings: tuple[Finding, ...] = read(text).findings
    return [(one.key, one.places[0].line, one.places[0].column) for one in findings]


def test_nested_units_become_rows_with_their_parents() -> None:
    reading = read(WHOLE)
    assert column(reading, TableName.UNITS, "unit_id") == ["1", "1.10", None, None]
    assert column(reading, TableName.UNITS, "parent_id") == [None, "1", None, "Badan Tanpa Kode"]
    assert column(reading, TableName.UNITS, "urusan") == ["1.02;2.14", None, None, None]
    assert column(reading, TableName.UNITS, "territory") == [None] * 4
    assert reading.findings == ()


def test_the_head_is_a_position_that_heads_the_unit() -> None:
    reading = read(WHOLE)
    assert column(reading, TableName.POSITIONS, "position_id") == ["j0", "j1"]
    assert column(reading, TableName.POSITIONS, "is_head") == [True, False]
    assert column(reading, TableName.POSITIONS, "unit_id") == ["1", "1"]
    assert column(reading, TableName.POSITIONS, "class") == [None, "9"]


def test_statements_keep_their_order_and_a_plain_one_has_no_id() -> None:
    reading = read(WHOLE)
    assert column(reading, TableName.FUNCTIONS, "statement_id") == [None, "f2", None]
    assert column(reading, TableName.FUNCTIONS, "order") == [1, 2, 1]
    assert column(reading, TableName.FUNCTIONS, "unit_id") == ["1", "1", "Badan Tanpa Kode"]
    assert column(reading, TableName.FUNCTIONS, "citation") == [None, "Pasal 4 huruf b", None]


def test_links_and_the_government_are_read() -> None:
    reading = read(WHOLE)
    assert column(reading, TableName.LINKS, "from_unit") == ["1.10"]
    assert reading.government == Government(
        name="Kota Teladan", kind="kota", as_of="2026-01-01", whole=True
    )


def test_every_row_has_its_line_and_column() -> None:
    units = table(read(WHOLE), TableName.UNITS)
    assert units["place_row"].to_list() == [6, 21, 22, 25]
    assert units["place_column"].to_list() == [5, 9, 5, 9]
    assert table(read(WHOLE), TableName.FUNCTIONS)["place_row"].to_list() == [15, 16, 23]


def test_json_reads_like_yaml() -> None:
    text = json.dumps({"units": [{"id": "1", "name": "Dinas", "functions": ["x"]}]})
    assert column(read(text), TableName.FUNCTIONS, "text") == ["x"]


def test_unknown_keys_and_wrong_shapes_are_told_all_at_once_and_the_rest_is_read() -> None:
    text = """\
units:
  - id: 1
    nama: Dinas
    name: Dinas
    positions: {title: x}
    functions:
      - [a, b]
      - {texts: x, text: y}
    units: tidak ada
  - Badan
judul: x
"""
    assert told(text) == [
        ("DAT110.near", 3, 5),
        ("DAT110.shape", 5, 16),
        ("DAT110.shape", 7, 9),
        ("DAT110.near", 8, 10),
        ("DAT110.shape", 9, 12),
        ("DAT110.shape", 10, 5),
        ("DAT110.far", 11, 1),
    ]
    assert column(read(text), TableName.UNITS, "name") == ["Dinas"]
    assert column(read(text), TableName.FUNCTIONS, "text") == ["y"]


def test_an_unknown_key_names_the_nearest_known_one() -> None:
    (finding,) = read("units:\n  - {id: 1, name: x, functoins: []}\n").findings
    assert dict(finding.params) == {"key": "functoins", "near": "functions"}


def test_a_date_or_flag_without_a_meaning_is_told() -> None:
    text = "as_of: kemarin\nwhole_government: mungkin\nunits: [{name: x}]\n"
    assert told(text) == [("DAT110.as_of", 1, 8), ("DAT110.whole_government", 2, 19)]


@pytest.mark.parametrize("missing", ["units: [{kind: dinas}]", "links: [{from: a}]"])
def test_a_missing_key_is_left_to_the_check_of_the_tables(missing: str) -> None:
    assert read(missing + "\n").findings == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("proposal: x\noperations: []\n", "input.proposal"),
        ("operations:\n  - move_unit: {id: a, to: b}\n", "input.proposal"),
        ("name: x\nversion: 2\n", "input.no_org_file"),
        ("- a\n- b\n", "input.no_map"),
        ("hanya teks", "input.no_map"),
        ('[{"id": 1}]', "input.no_map"),
        ("units: [\n", "input.document_syntax"),
    ],
)
def test_what_is_no_org_file_is_told_by_what_it_is(text: str, key: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        read(text)
    assert caught.value.problems[0].key == key


def test_units_as_deep_as_documents_may_be_are_read() -> None:
    depth = 31
    text = "units:\n" + "".join(
        f"{'  ' * n}- name: u{n}\n{'  ' * n}  units:\n" for n in range(depth)
    )
    assert len(table(read(text), TableName.UNITS)) == depth


def test_the_shipped_schema_is_valid_and_takes_the_example() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert jsonschema_rs.meta.is_valid(schema)
    assert jsonschema_rs.is_valid(schema, read_document(WHOLE, FILE).value)


def test_the_schema_and_the_reader_know_the_same_keys() -> None:
    kinds = json.loads(Path(SCHEMA).read_text(encoding="utf-8"))["$defs"]
    names = {"unit": orgfile.UNIT, "position": orgfile.POSITION, "link": orgfile.LINK}
    names |= {"function": orgfile.FUNCTION}
    inner = {"unit": {"head", "functions", "positions", "units"}}
    for kind, known in names.items():
        assert kinds[kind]["properties"].keys() == known.keys() | inner.get(kind, set())


def test_a_scalar_where_a_text_is_expected_keeps_its_place() -> None:
    (finding,) = read("units:\n  - {name: [a, b]}\n").findings
    assert finding.places == (Place(file=FILE, line=2, column=12),)
