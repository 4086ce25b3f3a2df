from asn_restruktur.vocabulary import TableName
from raw_tables import organisation, raw, told, units

DINKES = units("1.02: Dinas Kesehatan")


def test_statements_of_an_unknown_unit_are_left_out_and_told_once() -> None:
    rows = [
        {"unit_id": "1.20", "text": "a"},
        {"unit_id": "1.02", "text": "b"},
        {"unit_id": "1.20", "text": "c"},
    ]
    city = organisation(raw("units", DINKES), raw("functions", rows))
    assert list(city.functions["text"]) == ["b"]
    assert city.left_out == {TableName.FUNCTIONS: 2}
    assert told(city) == [("DAT106.near", [], ["functions!A2", "functions!A4"])]
    assert dict(city.findings[0].params) | {"table": None} == {
        "id": "1.20", "suggestion": "1.02", "table": None,
    }  # fmt: skip


def test_an_employee_of_an_unknown_unit_is_kept_without_one() -> None:
    city = organisation(
        raw("units", DINKES), raw("employees", [{"employee_id": "e", "unit_id": "zzz"}])
    )
    assert list(city.employees["unit_id"]) == [""]
    assert [finding.key for finding in city.findings] == ["DAT106.alone"]


def test_an_unknown_unit_in_several_tables_is_one_finding() -> None:
    city = organisation(
        raw("units", DINKES),
        raw("functions", [{"unit_id": "zzz", "text": "a"}]),
        raw("links", [{"from_unit": "zzz", "to_unit": "1.02"}]),
    )
    assert told(city) == [("DAT106.alone", [], ["functions!A2", "links!A2"])]
    assert city.left_out == {TableName.FUNCTIONS: 1, TableName.LINKS: 1}


def test_what_a_left_out_position_held_is_told_only_once() -> None:
    city = organisation(
        raw("units", DINKES),
        raw(
            "positions",
            [
                {"position_id": "p", "unit_id": "zzz", "title": "Analis"},
                {"position_id": "q", "unit_id": "1.02", "title": "Kepala", "reports_to": "p"},
            ],
        ),
        raw("employees", [{"employee_id": "e", "position_id": "p"}]),
    )
    assert [finding.key for finding in city.findings] == ["DAT106.alone"]
    assert list(city.employees["position_id"]) == [""]
    assert list(city.positions["reports_to"]) == [""]


def test_references_to_a_table_that_nobody_gave_are_not_judged() -> None:
    city = organisation(
        raw("units", DINKES),
        raw("employees", [{"employee_id": "e", "unit_id": "1.02", "position_id": "p"}]),
    )
    assert told(city) == []


def test_a_row_without_a_required_value_is_left_out_with_its_cell() -> None:
    city = organisation(
        raw("units", DINKES), raw("functions", [{"unit_id": "1.02", "text": None, "order": 1}])
    )
    assert told(city) == [
        ("DAT109.row", [], ["functions!A2:C2"]),
        ("DAT109.row", [], ["functions!B2"]),
    ]
    assert city.left_out == {TableName.FUNCTIONS: 1}


def test_a_unit_without_a_name_is_called_by_its_id() -> None:
    city = organisation(raw("units", [{"unit_id": "1.02", "name": None}]))
    assert list(city.units["name"]) == ["1.02"]
    assert told(city) == [("DAT109.named_by_id", [], ["units!B2"])]


def test_blank_rows_are_nothing_to_tell() -> None:
    city = organisation(raw("units", [*DINKES, {"unit_id": None}, {"name": " "}, {"name": "-"}]))
    assert len(city.units) == 1
    assert told(city) == []
    assert city.left_out == {}


def test_all_faults_are_told_at_once() -> None:
    city = organisation(
        raw("units", units("1: Dinas A", "1: Dinas B", "2 < 9: Bidang C", "3 < 3: Bidang D")),
        raw("functions", [{"unit_id": "7", "text": "a"}, {"unit_id": "1", "text": "b"}]),
        raw("positions", [{"position_id": "p", "unit_id": "1", "title": "X", "need": "dua"}]),
    )
    assert sorted(finding.code for finding in city.findings) == [
        "DAT101", "DAT102", "DAT103", "DAT106", "DAT107",
    ]  # fmt: skip
