from structure_city import BOILERPLATE, analysed, city

from raw_tables import organisation, raw, units


def test_the_table_measures_every_unit_in_the_order_of_the_input() -> None:
    measured = organisation(
        raw(
            "units",
            units("d: Dinas A", "d.1 < d: Bidang Satu", "k < d: Kelompok JF", "x < d.1: Seksi"),
        ),
        raw(
            "functions", [{"unit_id": "d.1", "text": "a"}, {"unit_id": "d.1", "text": BOILERPLATE}]
        ),
        raw("positions", [{"position_id": "p", "unit_id": "d.1", "title": "Kepala Bidang Satu"}]),
        raw("employees", [{"employee_id": "e", "unit_id": "d.1"}]),
    )
    table = analysed(measured).tables["structure"]
    assert list(table.columns) == [
        "unit_id", "depth", "layers", "children", "span", "statements", "specific_statements",
        "positions", "employees", "has_head",
    ]  # fmt: skip
    assert [tuple(row) for row in table.itertuples(index=False, name=None)] == [
        ("d", 0, 3, 2, 1, 0, 0, 0, 0, False),
        ("d.1", 1, 2, 1, 1, 2, 1, 1, 1, True),
        ("k", 1, 0, 0, 0, 0, 0, 0, 0, False),
        ("x", 2, 1, 0, 0, 0, 0, 0, 0, False),
    ]


def test_without_positions_nobody_knows_whether_a_unit_has_a_head() -> None:
    assert analysed(city("d: Dinas A")).tables["structure"]["has_head"].isna().all()


def test_every_unit_has_its_span_as_a_figure_with_the_rows_below_it() -> None:
    figures = {
        figure.key: figure
        for figure in analysed(city("d: Dinas A", "a < d: Bidang", "b < d: Bidang B")).figures
    }
    assert figures["unit.span:d"].value == 2
    assert [str(place) for place in figures["unit.span:d"].places] == ["kota.xlsx!units!A3:C4"]
    assert figures["unit.span:a"].value == 0


def test_without_need_there_is_no_figure_of_staffing() -> None:
    names = {figure.name for figure in analysed(city("d: Dinas A")).figures}
    assert names == {"unit.span"}


def test_an_empty_organisation_has_an_empty_structure() -> None:
    analysis = analysed(organisation())
    assert analysis.tables["structure"].empty
    assert analysis.findings == ()
