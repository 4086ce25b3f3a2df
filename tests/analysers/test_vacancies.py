from structure_city import analysed, city, told

THREE = [
    "d: Dinas Kesehatan",
    "d.1 < d: Bidang Satu",
    "d.2 < d: Bidang Dua",
    "d.3 < d: Bidang Tiga",
]
SAID = {"d": 3, "d.1": 3, "d.2": 3, "d.3": 3}


def head(unit: str, title: str = "Kepala") -> dict[str, object]:
    return {"position_id": f"k-{unit}", "unit_id": unit, "title": title, "kind": "administrator"}


def post(unit: str, **fields: object) -> dict[str, object]:
    return {"position_id": f"p-{unit}", "unit_id": unit, "title": "Analis", "kind": "JFU"} | fields


def test_a_unit_without_functions_beside_units_that_have_some_is_told() -> None:
    said = {unit: count for unit, count in SAID.items() if unit != "d.2"}
    assert told(analysed(city(*THREE, functions=said))) == [("STR104", ["d.2"])]


def test_data_that_does_not_reach_down_to_a_level_is_no_finding() -> None:
    seksi = [f"s{at} < d.1: Seksi {at}" for at in range(3)]
    puskesmas = [f"p{at} < d: Puskesmas {at}" for at in range(3)]
    assert told(analysed(city(*THREE, *seksi, *puskesmas, functions=SAID))) == []
    assert told(analysed(city(*THREE))) == []


def test_a_unit_whose_own_units_state_its_work_has_functions() -> None:
    said = {"d": 3, "d.1": 3, "d.2": 3, "s1": 3, "s2": 3}
    assert (
        told(analysed(city(*THREE, "s1 < d.3: Seksi A", "s2 < d.3: Seksi B", functions=said))) == []
    )


def test_a_functional_group_needs_neither_functions_nor_a_head() -> None:
    rows = [*THREE, "k < d: Kelompok Jabatan Fungsional"]
    positions = [head(unit) for unit in SAID]
    assert told(analysed(city(*rows, functions=SAID, positions=positions))) == []


def test_a_unit_without_head_is_told_where_the_others_have_one() -> None:
    positions = [head("d"), head("d.1"), head("d.2"), post("d.3")]
    assert told(analysed(city(*THREE, positions=positions))) == [("STR105", ["d.3"])]


def test_a_puskesmas_needs_no_head() -> None:
    positions = [head("d"), head("d.1"), head("d.2"), head("d.3"), post("p")]
    assert told(analysed(city(*THREE, "p < d: Puskesmas Cempaka", positions=positions))) == []


def test_without_positions_or_with_those_of_staff_alone_heads_are_not_judged() -> None:
    assert told(analysed(city(*THREE, functions=SAID))) == []
    assert told(analysed(city(*THREE, positions=[post(unit) for unit in SAID]))) == []


def test_a_head_that_is_filed_under_the_unit_above_is_a_head() -> None:
    positions = [head("d"), head("d.1"), head("d.2"), post("d.3")]
    positions.append(head("d", "Kepala Bidang Tiga") | {"position_id": "k-3"})
    assert told(analysed(city(*THREE, positions=positions))) == []


def test_needed_posts_that_nobody_fills_are_one_finding_a_unit() -> None:
    positions = [
        head("d"), head("d.1"), head("d.2"), head("d.3"),
        post("d.1", need=2, filled=0),
        post("d.1", position_id="q", title="Arsiparis", need=1, filled=0),
        post("d.2", need=0, filled=0),
        post("d.3", need=5, filled=1),
    ]  # fmt: skip
    analysis = analysed(city(*THREE, positions=positions))
    assert told(analysis) == [("STR107", ["d.1", "p-d.1", "q"])]
    assert dict(analysis.findings[0].params) == {
        "unit": "Bidang Satu", "count": 2, "need": 3.0, "posts": ("Analis", "Arsiparis"),
    }  # fmt: skip
    figures = {figure.key: figure.value for figure in analysis.figures}
    assert (figures["structure.empty_posts"], figures["structure.need"]) == (2, 8)
    assert figures["structure.filled"] == 1


def test_without_a_count_the_holders_are_those_among_the_employees() -> None:
    positions = [post("d.1", need=1), post("d.2", need=1)]
    people = [{"employee_id": "e", "position_id": "p-d.1"}]
    analysis = analysed(city(*THREE, positions=positions, employees=people))
    assert told(analysis) == [("STR107", ["d.2", "p-d.2"])]


def test_where_neither_count_nor_employees_are_known_no_post_is_empty() -> None:
    assert told(analysed(city(*THREE, positions=[post("d.1", need=1)]))) == []
