import datetime as dt

import pytest

from asn_restruktur.organisation.scalars import birth_date, date

NBSP = "\u00a0"


@pytest.mark.parametrize(
    "written",
    [
        "31-01-2026",
        "31/01/2026",
        "31.1.2026",
        "31-01-26",
        "2026-01-31",
        "2026-01-31T00:00:00",
        "2026/1/31",
        "20260131",
        "31012026",
        20260131,
        "31 Januari 2026",
        "31 jan 2026",
        "31-Jan-2026",
        "31 Jan 26",
        "January 31, 2026",
        f"31{NBSP}Januari{NBSP}2026",
        dt.date(2026, 1, 31),
        dt.datetime(2026, 1, 31, 13, 30, tzinfo=dt.UTC),
        46053,
        46053.0,
        "46053",
    ],
)
def test_a_date_may_be_written_in_many_ways(written: object) -> None:
    assert date(written) == dt.date(2026, 1, 31)


@pytest.mark.parametrize(
    "written",
    [
        "31 Februari 2026",
        "2026",
        2026,
        "Jan-20",
        "85-03-02",
        "310126",
        "13-13-2026",
        True,
        "nan ke",
    ],
)
def test_what_may_be_no_day_or_two_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        date(written)


@pytest.mark.parametrize(
    ("written", "year"), [("02-03-85", 1985), ("02-03-50", 1950), ("02-03-49", 2049)]
)
def test_two_digits_of_a_year_mean_the_hundred_years_since_1950(written: str, year: int) -> None:
    assert date(written) == dt.date(year, 3, 2)


def test_nobody_is_born_in_the_future() -> None:
    assert birth_date("02-03-28") == dt.date(1928, 3, 2)
    assert birth_date("02-03-05") == dt.date(2005, 3, 2)


@pytest.mark.parametrize("written", ["Serang, 2 Maret 1985", "Serang/02-03-1985", "2-3-1985"])
def test_a_place_may_stand_before_a_date_of_birth(written: str) -> None:
    assert birth_date(written) == dt.date(1985, 3, 2)
