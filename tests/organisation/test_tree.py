from asn_restruktur.organisation.hierarchy import hierarchy
from raw_tables import organisation, raw, told, units


def test_a_unit_whose_parent_is_missing_becomes_a_root_and_keeps_its_statements() -> None:
    city = organisation(
        raw("units", units("1.02.09: Dinas A", "9 < 1.02.9: Bidang X")),
        raw("functions", [{"unit_id": "9", "text": "pembinaan gizi"}]),
    )
    assert list(city.units["parent_id"]) == ["", ""]
    assert len(city.functions) == 1
    assert told(city) == [("DAT102.near", ["9"], ["units!C3"])]
    assert dict(city.findings[0].params)["suggestion"] == "1.02.09"


def test_children_of_one_missing_parent_are_one_finding() -> None:
    city = organisation(raw("units", units("a < qqq: Bidang A", "b < qqq: Bidang B")))
    assert told(city) == [("DAT102.alone", ["a", "b"], ["units!C2", "units!C3"])]


def test_every_member_of_a_cycle_becomes_a_root_and_every_cell_is_told() -> None:
    rows = units("1 < 3: Dinas A", "2 < 1: Bidang B", "3 < 2: Seksi C", "4 < 3: Seksi D")
    city = organisation(raw("units", rows))
    assert list(city.units["parent_id"]) == ["", "", "", "3"]
    assert told(city) == [("DAT103.ring", ["1", "3", "2"], ["units!C2", "units!C3", "units!C4"])]
    assert list(hierarchy(city).units["depth"]) == [0, 0, 0, 1]


def test_a_unit_may_not_be_its_own_parent() -> None:
    city = organisation(raw("units", units("1 < 1: Dinas A")))
    assert told(city) == [("DAT103.itself", ["1"], ["units!C2"])]


def test_two_cycles_are_two_findings() -> None:
    city = organisation(raw("units", units("1 < 2: A", "2 < 1: B", "3 < 4: C", "4 < 3: D")))
    assert [ids for _, ids, _ in told(city)] == [["1", "2"], ["3", "4"]]
