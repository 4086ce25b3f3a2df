from raw_tables import Row, organisation, raw, told, units

CITY = raw("units", units("1: Dinas Kesehatan"))


def posts(count: int, **numbers: object) -> list[Row]:
    return [
        {"position_id": f"p{at}", "unit_id": "1", "title": f"Jabatan {at}", **numbers}
        for at in range(count)
    ]


def test_zeros_everywhere_mean_that_nobody_counted() -> None:
    city = organisation(CITY, raw("positions", posts(10, filled=0, need=2)))
    assert city.positions["filled"].isna().all()
    assert list(city.positions["need"]) == [2.0] * 10
    cells = [f"positions!D{row}" for row in range(2, 12)]
    assert told(city) == [("DAT116.zeros", [], cells)]


def test_needs_may_be_what_nobody_filled_in() -> None:
    city = organisation(CITY, raw("positions", posts(10, filled=1, need=0)))
    assert city.positions["need"].isna().all()


def test_a_few_vacant_posts_are_vacant() -> None:
    city = organisation(CITY, raw("positions", posts(4, filled=0, need=2)))
    assert list(city.positions["filled"]) == [0.0] * 4


def test_one_number_among_the_zeros_makes_them_counts() -> None:
    rows = [*posts(12, filled=0, need=2), *posts(1, filled=1, need=1, title="Lain")]
    rows[-1] = {**rows[-1], "position_id": "q"}
    city = organisation(CITY, raw("positions", rows))
    assert (city.positions["filled"] == 0).sum() == 12


def test_each_sheet_is_judged_by_itself() -> None:
    rest = [{**row, "position_id": f"q{at}"} for at, row in enumerate(posts(3, filled=0, need=1))]
    city = organisation(
        CITY,
        raw("positions", posts(10, filled=0, need=2)),
        raw("positions", rest, file="b.xlsx"),
    )
    assert city.positions["filled"].isna().sum() == 10
