from raw_tables import organisation, raw, told, units

TWO = units("1: Dinas Kesehatan", "2: Dinas Sosial", "1.1 < 1: Sekretariat", "2.1 < 2: Sekretariat")


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


def test_a_head_is_found_by_any_form_of_the_title() -> None:
    posts = [
        {"position_id": "p1", "unit_id": "1", "title": "Kepala Dinas Kesehatan"},
        {"position_id": "p2", "unit_id": "1.1", "title": "Kasubbag Umum", "reports_to": "Kadinkes"},
        {"position_id": "p3", "unit_id": "2", "title": "Kasubbag Umum"},
    ]
    people = [{"employee_id": "a", "unit_id": "1.1", "position_id": "Kepala Sub Bagian Umum"}]
    city = organisation(raw("units", TWO), raw("positions", posts), raw("employees", people))
    assert list(city.employees["position_id"]) == ["p2"]
    assert list(city.positions["reports_to"]) == ["", "p1", ""]


def test_the_title_beside_a_code_that_no_position_has_stands_for_it() -> None:
    posts = [{"position_id": "p1", "unit_id": "1", "title": "Analis"}]
    people = [
        {"employee_id": "a", "unit_id": "1", "position_id": "77", "position_title": "Analis"},
        {"employee_id": "b", "unit_id": "1", "position_id": "p1", "position_title": "Perawat"},
    ]
    city = organisation(raw("units", TWO), raw("positions", posts), raw("employees", people))
    assert list(city.employees["position_id"]) == ["p1", "p1"]
    alone = organisation(raw("units", TWO), raw("employees", people))
    assert list(alone.employees["position_id"]) == ["Analis", "Perawat"]
