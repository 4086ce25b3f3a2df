import pytest

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TableName
from raw_tables import Row, organisation, raw, told, units

CITY = raw("units", units("1: Dinas Kesehatan"))


def row(**numbers: object) -> Row:
    return {"unit_id": "1", "position": "Analis", "volume": 12, **numbers}


def city_of(*rows: Row) -> Organisation:
    return organisation(CITY, raw("workload", rows))


def norms(city: Organisation) -> list[float]:
    return list(city.table(TableName.WORKLOAD)["norm_minutes"])


def keys(city: Organisation) -> list[str]:
    return [finding.key for finding in city.findings]


def test_hours_become_minutes_without_a_word_where_the_numbers_fit_them() -> None:
    city = city_of(row(norm_hours=2, effective_minutes=1250, stated_need=0.0192))
    assert norms(city) == [120.0]
    assert told(city) == []


def test_minutes_below_a_heading_of_hours_are_told_by_the_need_that_is_stated() -> None:
    rows = [row(norm_hours=1080, effective_minutes=75000, stated_need=0.1728)] * 2
    city = city_of(*rows)
    assert norms(city) == [1080.0, 1080.0]
    assert told(city) == [("DAT112.heading_minutes", [], ["workload!D2", "workload!D3"])]


def test_minutes_below_a_heading_of_hours_are_told_by_the_effective_year() -> None:
    city = city_of(row(norm_hours=1080, effective_minutes=72000))
    assert norms(city) == [1080.0]
    assert keys(city) == ["DAT112.heading_minutes"]


def test_hours_below_a_heading_of_minutes_are_told_by_the_need_that_is_stated() -> None:
    city = city_of(row(norm_minutes=2, effective_minutes=1250, stated_need=0.0192))
    assert norms(city) == [120.0]
    assert keys(city) == ["DAT112.heading_hours"]


def test_norms_in_minutes_and_a_year_in_hours_go_together() -> None:
    city = city_of(row(norm_minutes=60, effective_minutes=1250, stated_need=0.0096))
    assert norms(city) == [60.0]
    assert told(city) == []


@pytest.mark.parametrize(
    ("year", "norm", "key"),
    [
        (1250, 120.0, "DAT112.unstated_hours"),
        (75000, 2.0, "DAT112.unstated_minutes"),
        (None, 2.0, "DAT112.unstated_minutes"),
    ],
)
def test_a_heading_without_a_unit_takes_that_of_the_effective_year(
    year: float | None, norm: float, key: str
) -> None:
    city = city_of(row(norm_time=2, effective_minutes=year))
    assert norms(city) == [norm]
    assert keys(city) == [key]


def test_an_effective_year_without_its_thousands_is_told_with_its_cells() -> None:
    rows = [row(norm_minutes=1080, effective_minutes=75000, stated_need=0.1728)] * 2
    rows.append(row(norm_minutes=1080, effective_minutes=75, stated_need=0.1728))
    city = city_of(*rows)
    assert told(city) == [("DAT112.thousands", [], ["workload!E4"])]
    assert dict(city.findings[0].params)["meant"] == 75_000


def test_a_stated_need_that_does_not_follow_is_told_with_its_cells() -> None:
    rows = [row(norm_minutes=1080, effective_minutes=75000, stated_need=0.1728)] * 3
    rows.append(row(norm_minutes=1080, effective_minutes=75000, stated_need=0.3))
    city = city_of(*rows)
    assert told(city) == [("DAT112.need", [], ["workload!F5"])]


def test_each_sheet_has_its_own_unit_of_time() -> None:
    city = organisation(
        CITY,
        raw("workload", [row(norm_hours=2, effective_minutes=1250)]),
        raw("workload", [row(norm_hours=120, effective_minutes=75000, task="b")], sheet="lain"),
    )
    assert norms(city) == [120.0, 120.0]
    assert [finding.places[0].sheet for finding in city.findings] == ["lain"]


def test_a_norm_stands_alone_without_year_and_need() -> None:
    city = city_of(row(norm_hours=0.5), row(norm_hours=None, task="b"))
    assert norms(city)[0] == 30.0
    assert told(city) == []
