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
