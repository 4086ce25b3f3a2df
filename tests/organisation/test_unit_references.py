import pytest

from asn_restruktur.organisation.model import Organisation
from raw_tables import organisation, raw, told, units

TWO = units(
    "1: Dinas Kesehatan",
    "2: Dinas Sosial",
    "1.1 < 1: Sub Bagian Umum",
    "2.1 < 2: Sub Bagian Umum",
)


def stated(*names: str, top: str | None = None) -> Organisation:
    rows = [{"unit_id": name, "text": f"tugas {at}", "top_unit": top}
            for at, name in enumerate(names)]  # fmt: skip
    return organisation(raw("units", TWO), raw("functions", rows))


def test_a_unit_may_be_named_where_its_id_belongs() -> None:
    city = stated("DINAS kesehatan")
    assert list(city.functions["unit_id"]) == ["1"]
    assert told(city) == []


def test_a_unit_written_five_ways_is_one_and_each_way_is_told_with_its_cells() -> None:
    city = stated("Dinkes", "Dinas Kes.", "DINAS KESEHATAN", "Kepala Dinas Kesehatan", "Dinkes")
    assert list(city.functions["unit_id"]) == ["1"] * 5
    assert told(city) == [
        ("DAT113.read", ["1"], ["functions!A2", "functions!A6"]),
        ("DAT113.read", ["1"], ["functions!A3"]),
        ("DAT113.read", ["1"], ["functions!A5"]),
    ]
    assert [item.quote for item in city.findings[1].evidence] == ["Dinas Kes."]


@pytest.mark.parametrize("name", ["Dinas Kesehtan", "dinas kesehtan"])
def test_a_slip_is_not_mended_but_suggested(name: str) -> None:
    city = stated(name)
    assert city.functions.empty
    assert [finding.key for finding in city.findings] == ["DAT106.near"]
    assert dict(city.findings[0].params)["suggestion"] == "Dinas Kesehatan"


def test_a_name_that_two_units_have_means_none_and_both_are_named() -> None:
    city = stated("Subbag Umum")
    assert told(city) == [("DAT106.several", [], ["functions!A2"])]
    assert dict(city.findings[0].params)["units"] == ("1.1", "2.1")


def test_the_perangkat_daerah_of_the_row_decides_between_them() -> None:
    city = stated("Sub Bagian Umum", top="Dinas Sosial")
    assert list(city.functions["unit_id"]) == ["2.1"]
    assert told(city) == []


def test_a_row_that_names_only_an_unknown_perangkat_daerah_is_told() -> None:
    people = [{"employee_id": "a", "top_unit": "Museum"}]
    city = organisation(raw("units", TWO), raw("employees", people))
    assert list(city.employees["unit_id"]) == [""]
    assert [finding.key for finding in city.findings] == ["DAT106.alone"]
