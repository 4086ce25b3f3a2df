import datetime as dt

import pandas as pd
import pytest

from asn_restruktur.organisation.tables import COLUMNS, DTYPES
from asn_restruktur.organisation.values import typed
from asn_restruktur.vocabulary import TableName
from raw_tables import organisation, raw, told, units

DINKES = units("1.02: Dinas Kesehatan")


def test_every_table_has_all_its_columns_in_their_dtypes() -> None:
    city = organisation(raw("units", DINKES))
    for name in TableName:
        frame = city.table(name)
        for column in COLUMNS[name]:
            assert frame[column.name].dtype == DTYPES[column.kind], (name, column.name)


def test_a_wrong_word_is_told_with_its_cell_and_the_nearest_word() -> None:
    city = organisation(raw("units", [*DINKES, {"unit_id": "2", "name": "X", "kind": "bidnag"}]))
    assert told(city) == [("DAT105.near", [], ["units!D3"])]
    assert dict(city.findings[0].params)["suggestion"] == "bidang"


def test_a_wrong_kind_is_guessed_from_the_name_all_the_same() -> None:
    city = organisation(raw("units", [{"unit_id": "2", "name": "Bidang X", "kind": "qqqq"}]))
    assert list(city.units["kind"]) == ["bidang"]


@pytest.mark.parametrize(
    ("column", "written", "key"),
    [
        ("need", "dua", "DAT107.number"),
        ("class", "8,5", "DAT107.whole"),
        ("is_head", "mungkin", "DAT107.flag"),
        ("title", "#REF!", "DAT107.formula"),
        ("kind", "qqqq", "DAT105.alone"),
    ],
)
def test_a_cell_of_the_wrong_type_is_told_and_read_as_empty(
    column: str, written: str, key: str
) -> None:
    post = {"position_id": "p", "unit_id": "1.02", "title": "Analis", column: written}
    city = organisation(raw("units", DINKES), raw("positions", [post]))
    assert key in [finding.key for finding in city.findings]
    assert len(city.positions) == 1


def test_equal_wrong_values_are_one_finding_with_all_their_cells() -> None:
    rows = [{"unit_id": str(at), "name": f"U{at}", "kind": "qqqq"} for at in range(3)]
    city = organisation(raw("units", rows))
    assert told(city) == [("DAT105.alone", [], ["units!C2", "units!C3", "units!C4"])]


def test_a_column_of_wrong_values_ends_in_a_count() -> None:
    rows = [
        {"employee_id": f"e{at}", "unit_id": "1.02", "birth_date": f"kira {at}"} for at in range(50)
    ]
    city = organisation(raw("units", DINKES), raw("employees", rows))
    keys = [finding.key for finding in city.findings]
    assert keys == ["DAT107.date"] * 20 + ["DAT107.more"]
    assert dict(city.findings[-1].params)["count"] == 30


def test_one_and_true_in_a_column_keep_their_own_meaning() -> None:
    rows = [{"unit_id": "a", "name": 1}, {"unit_id": "b", "name": True}]
    assert list(typed([raw("units", rows)]).units["name"]) == ["1", "true"]


def test_dates_of_a_spreadsheet_and_as_text_stand_in_one_column() -> None:
    rows = [
        {"employee_id": "a", "birth_date": dt.datetime(1980, 5, 1)},  # noqa: DTZ001  # as openpyxl
        {"employee_id": "b", "birth_date": "1 Mei 1980"},
        {"employee_id": "c", "birth_date": None},
    ]
    dates = organisation(raw("employees", rows)).employees["birth_date"]
    assert list(dates[:2]) == [pd.Timestamp(1980, 5, 1)] * 2
    assert dates.isna().tolist() == [False, False, True]


def test_strange_objects_become_text() -> None:
    rows = [{"unit_id": "a", "name": ["x"]}, {"unit_id": "b", "name": b"y"}]
    assert list(typed([raw("units", rows)]).units["name"]) == ["['x']", "b'y'"]


def test_the_line_of_a_text_file_is_the_place() -> None:
    table = raw("units", [{"unit_id": "1", "name": "X", "kind": "qqqq"}], file="o.yaml", sheet="")
    table.frame["place_sheet"] = ""
    table.frame["place_column"] = 7
    table = type(table)(name=table.name, frame=table.frame)
    place = organisation(table).findings[0].places[0]
    assert (place.file, place.cell, place.line, place.column) == ("o.yaml", "", 2, 7)


@pytest.mark.parametrize(
    ("written", "kind"),
    [("ESELON II", "jpt"), ("Eselon IIIb", "administrator"), ("IV/a", "pengawas")],
)
def test_the_kind_of_a_post_may_be_written_as_its_eselon(written: str, kind: str) -> None:
    post = {"position_id": "p", "unit_id": "1.02", "title": "Analis", "kind": written}
    city = organisation(raw("units", DINKES), raw("positions", [post]))
    assert list(city.positions["kind"]) == [kind]
    assert told(city) == []
