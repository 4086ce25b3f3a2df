import datetime as dt

import pytest

from raw_tables import organisation, raw, told, units

CITY = raw("units", units("1: Dinas Kesehatan"))
WHOLE = "198503022010011001"


def person(nip: str, **more: object) -> dict[str, object]:
    return {"employee_id": "a", "nip": nip, "unit_id": "1", **more}


@pytest.mark.parametrize(
    "written", ["19850302 201001 1 001", "'198503022010011001", "19850302.201001.1.001"]
)
def test_signs_between_the_digits_of_a_nip_go(written: str) -> None:
    city = organisation(CITY, raw("employees", [person(written)]))
    assert list(city.employees["nip"]) == [WHOLE]
    assert told(city) == []


@pytest.mark.parametrize("written", [WHOLE[:-1], f"{WHOLE}1", "belum ada"])
def test_a_nip_that_has_not_18_digits_is_told_and_stays(written: str) -> None:
    city = organisation(CITY, raw("employees", [person(written)]))
    assert list(city.employees["nip"]) == [written]
    assert told(city) == [("DAT117.length", ["a"], ["employees!B2"])]
    assert not city.findings[0].evidence[0].quote


def test_a_nip_without_a_date_in_it_is_told() -> None:
    city = organisation(CITY, raw("employees", [person("198513322010011001")]))
    assert [finding.key for finding in city.findings] == ["DAT117.date"]


def test_a_date_of_birth_that_contradicts_the_nip_is_told_with_both_cells() -> None:
    right = person(WHOLE, birth_date=dt.date(1985, 3, 2))
    wrong = {**person("198503022010011002", birth_date="02-03-1986"), "employee_id": "b"}
    city = organisation(CITY, raw("employees", [right, wrong]))
    assert told(city) == [("DAT117.birth", ["b"], ["employees!B3", "employees!D3"])]
