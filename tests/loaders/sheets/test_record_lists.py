import json

import pytest

from asn_restruktur.documents import read_document
from asn_restruktur.loaders.sheets.records import read_records
from asn_restruktur.loaders.sheets.sheet import Sheet


def sheets(value: object, indent: int | None = 1) -> tuple[Sheet, ...]:
    text = json.dumps(value, indent=indent)
    read = read_records(read_document(text, "data.json"), "data.json")
    return read.sheets if read else ()


def test_a_list_of_maps_is_a_table_with_all_their_keys() -> None:
    (sheet,) = sheets([{"kode": "1", "nama": "Dinas A"}, {"kode": "2", "jumlah": 4, "nama": None}])
    assert sheet.rows == [["kode", "nama", "jumlah"], ["1", "Dinas A", ""], ["2", "", "4"]]


def test_a_row_is_cited_by_the_line_where_its_record_begins() -> None:
    (sheet,) = sheets([{"kode": "1"}, {"kode": "2"}])
    assert sheet.numbers == [1, 2, 5]
    assert sheet.origin.at(sheet.numbers[2], 0).line == 5


def test_a_list_deep_in_an_answer_is_found_and_named_by_its_key() -> None:
    (sheet,) = sheets({"status": "ok", "isi": {"opd": [{"kode": "1"}]}})
    assert (sheet.rows[1], sheet.titles) == (["1"], ("opd",))


def test_a_map_inside_a_record_gives_columns_named_by_both_keys() -> None:
    (sheet,) = sheets([{"nama": "Bidang A", "unor": {"kode": "7", "induk": {"kode": "3"}}}])
    assert sheet.rows == [["nama", "unor kode", "unor induk kode"], ["Bidang A", "7", "3"]]


def test_texts_of_a_list_stand_in_one_cell() -> None:
    (sheet,) = sheets([{"nama": "A", "alias": ["x", "y"]}])
    assert sheet.rows[1] == ["A", "x\ny"]


@pytest.mark.parametrize(
    ("record", "heading", "above"),
    [
        ({"kode": "1", "nama": "A"}, "Parent ID", "1"),
        ({"nama": "A"}, "Parent Name", "A"),
    ],
)
def test_records_nested_under_their_like_name_the_one_above(
    record: dict[str, str], heading: str, above: str
) -> None:
    below = {**record, "nama": "B"}
    (sheet,) = sheets([{**record, "children": [below]}])
    assert [row[-1] for row in sheet.rows] == [heading, "", above]


def test_a_dump_of_a_database_gives_each_of_its_tables() -> None:
    first, second = sheets(
        [
            {"type": "header", "version": "5"},
            {"type": "table", "name": "opd", "data": [{"kode": "1"}]},
            {"type": "table", "name": "jabatan", "data": [{"id": "9"}]},
        ]
    )
    assert (first.titles, first.rows[1]) == (("opd",), ["1"])
    assert (second.titles, second.rows[1]) == (("jabatan",), ["9"])


@pytest.mark.parametrize(
    "value", [{"units": [{"id": "1"}]}, {"operations": [{"x": "1"}]}, {"a": "b"}, ["a", "b"], []]
)
def test_an_org_file_and_a_document_without_records_are_none(value: object) -> None:
    assert sheets(value) == ()
