from asn_restruktur.vocabulary import TableName
from raw_tables import organisation, raw, told, units

TWO = units("1: Dinas Kesehatan", "2: Dinas Sosial", "1.1 < 1: Sekretariat", "2.1 < 2: Sekretariat")


def test_a_unit_may_be_named_where_its_id_belongs() -> None:
    city = organisation(
        raw("units", TWO), raw("functions", [{"unit_id": "DINAS kesehatan", "text": "a"}])
    )
    assert list(city.functions["unit_id"]) == ["1"]
    assert told(city) == []


def test_a_name_that_two_units_have_means_none_of_them() -> None:
    city = organisation(
        raw("units", TWO), raw("functions", [{"unit_id": "Sekretariat", "text": "a"}])
    )
    assert [finding.code for finding in city.findings] == ["DAT106"]


def test_without_a_table_of_units_those_named_become_the_units() -> None:
    rows = [
        {"unit_id": "Dinas Kesehatan", "text": "a"},
        {"unit_id": "dinas kesehatan", "text": "b"},
    ]
    city = organisation(raw("functions", rows))
    assert list(city.units[["unit_id", "name", "kind"]].itertuples(index=False, name=None)) == [
        ("dinas-kesehatan", "Dinas Kesehatan", "dinas")
    ]
    assert list(city.functions["unit_id"]) == ["dinas-kesehatan"] * 2
    assert str(city.span(TableName.UNITS)[0]) == "kota.xlsx!functions!A2:A2"


def test_a_position_may_be_named_within_its_unit() -> None:
    posts = [
        {"position_id": "p1", "unit_id": "1", "title": "Analis"},
        {"position_id": "p2", "unit_id": "2", "title": "Analis"},
        {"position_id": "p3", "unit_id": "2", "title": "Perawat"},
    ]
    people = [
        {"employee_id": "a", "unit_id": "2", "position_id": "analis"},
        {"employee_id": "b", "unit_id": None, "position_id": "Perawat"},
    ]
    city = organisation(raw("units", TWO), raw("positions", posts), raw("employees", people))
    assert list(city.employees["position_id"]) == ["p2", "p3"]
    assert list(city.employees["unit_id"]) == ["2", "2"]
    assert told(city) == []


def test_a_table_of_units_without_one_whole_row_names_none() -> None:
    city = organisation(
        raw("units", [{"kind": "dinas"}]), raw("functions", [{"unit_id": "Dinas A", "text": "a"}])
    )
    assert list(city.units["unit_id"]) == list(city.functions["unit_id"]) == ["dinas-a"]
    assert [finding.code for finding in city.findings] == ["DAT109", "DAT109"]
