from structure_city import BOILERPLATE, sized

from raw_tables import organisation, raw, units


def test_the_city_is_counted_with_the_rows_it_is_counted_from() -> None:
    measured = organisation(
        raw(
            "units",
            units("w: Wali Kota", "d < w: Dinas A", "b < w: Badan B", "d.1 < d: Bidang C"),
        ),
        raw("functions", [
            {"unit_id": "d.1", "text": "a"},
            {"unit_id": "d.1", "text": BOILERPLATE},
            {"unit_id": "zzz", "text": "x"},
        ]),
        raw("employees", [{"employee_id": "e", "unit_id": "d"}]),
    )  # fmt: skip
    figures = {figure.key: figure for figure in sized(measured).figures}
    assert {key: figure.value for key, figure in figures.items() if not figure.about} == {
        "city.top_units": 2,
        "city.units": 4,
        "city.statements": 2,
        "city.specific_statements": 1,
        "city.positions": 0,
        "city.employees": 1,
        "data.left_out": 1,
    }
    assert [str(place) for place in figures["city.statements"].places] == [
        "kota.xlsx!functions!A2:B3"
    ]
    assert figures["data.left_out"].findings == (measured.findings[0].fingerprint,)


def test_every_unit_is_counted_without_those_below_it() -> None:
    measured = organisation(
        raw("units", units("d: Dinas A", "d.1 < d: Bidang C")),
        raw("functions", [{"unit_id": "d.1", "text": "a"}, {"unit_id": "d.1", "text": "b"}]),
    )
    figures = {figure.key: figure for figure in sized(measured).figures}
    assert figures["unit.statements:d"].value == 0
    assert figures["unit.statements:d.1"].value == 2
    assert [str(place) for place in figures["unit.statements:d.1"].places] == [
        "kota.xlsx!functions!A2:B3"
    ]
    assert figures["unit.employees:d"].value == figures["unit.positions:d.1"].value == 0


def test_where_no_unit_is_a_perangkat_daerah_the_highest_count() -> None:
    figures = {
        f.key: f.value
        for f in sized(organisation(raw("units", units("a: Bidang A", "b: Bidang B")))).figures
    }
    assert figures["city.top_units"] == 2
