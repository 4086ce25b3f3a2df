"""Where does the work ask for a working relation, and is one declared?"""

import pytest

from analysers.small_city import City, city

FOOD = {
    "1.1": ["pengawasan keamanan pangan jajanan anak sekolah"],
    "2.1": ["pengujian pangan jajanan anak sekolah"],
    "3.1": ["pengawasan keamanan pangan segar di pasar"],
}
DOUBLE = ["pemeliharaan taman kota", "pemangkasan pohon pelindung jalan"]
SOCIAL = {"2": {"name": "Dinas Sosial"}}
HANDED_OVER = {"1.1": ["menyerahkan gelandangan hasil penertiban kepada Dinas Sosial"]}


def cases(found: City, kind: str) -> list[tuple[bool, str]]:
    table = found.gaps.tables["coordination"]
    chosen = table[table["kind"] == kind]
    return list(chosen[["is_gap", "reason"]].itertuples(index=False, name=None))


def link(one: str, other: str, kind: str = "coordination", topic: str = "hal") -> dict[str, str]:
    return {"from": one, "to": other, "kind": kind, "topic": topic}


def test_hand_off_that_is_declared_stands_in_the_table_and_is_no_gap() -> None:
    told = city(HANDED_OVER, units=SOCIAL, links=[link("1", "2")])
    assert cases(told, "handoff_without_link") == [(False, "link_declared")]
    assert not told.gaps.findings


@pytest.mark.parametrize("ends", [("1", "2"), ("1.1", "2"), ("2", "1.1"), ("1.1.1", "2.1")])
def test_link_of_a_unit_holds_above_and_below_and_both_ways(ends: tuple[str, str]) -> None:
    told = city(HANDED_OVER, units=SOCIAL, links=[link(*ends)])
    assert cases(told, "handoff_without_link") == [(False, "link_declared")]


@pytest.mark.parametrize("ends", [("1.2", "2"), ("1", "3")])
def test_link_of_a_unit_beside_does_not_hold(ends: tuple[str, str]) -> None:
    told = city(HANDED_OVER, units=SOCIAL, links=[link(*ends)])
    assert cases(told, "handoff_without_link") == [(True, "no_link_declared")]


def test_coupled_units_with_a_link_stand_in_the_table_and_are_no_gap() -> None:
    told = city({"1.1": DOUBLE, "2.1": DOUBLE}, links=[link("1.1", "2.1")])
    assert cases(told, "coupled_without_link") == [(False, "link_declared")]


def test_fragmented_service_with_a_lead_stands_in_the_table_and_is_no_gap() -> None:
    links = [link("1.1", other, "lead", "keamanan pangan") for other in ("2.1", "3.1")]
    told = city(FOOD, links=links)
    assert cases(told, "topic_without_lead") == [(False, "lead_declared")]
    assert set(cases(told, "member_unlinked")) <= {(False, "member_linked")}


def test_members_linked_among_themselves_make_no_hub_and_stand_in_the_table() -> None:
    star = [link("1", other) for other in "2345"]
    assert cases(city(links=star), "hub") == [(True, "all_through_one")]
    assert cases(city(links=[*star, link("2", "3")]), "hub") == [(False, "members_linked")]


def test_hub_cites_the_rows_of_its_links() -> None:
    (finding,) = city(links=[link("1", other) for other in "2345"]).gaps.findings
    assert [place.cell for place in finding.places] == ["A2:D2", "A3:D3", "A4:D4", "A5:D5"]


def test_gaps_come_first_and_the_figure_counts_them() -> None:
    told = city(
        {**FOOD, "4.1": DOUBLE, "5.1": DOUBLE}, links=[link("4.1", "5.1"), link("1.1", "2.1")]
    )
    is_gap = list(told.gaps.tables["coordination"]["is_gap"])
    assert is_gap == sorted(is_gap, reverse=True)
    leadless = told.figures["topics.without_lead"].value
    gaps = told.figures["coordination.gaps"].value
    assert (leadless, leadless + gaps) == (1, sum(is_gap))
    assert sum(is_gap) == len(told.gaps.findings)
    assert False in is_gap


@pytest.mark.parametrize(
    ("written", "unit", "name"),
    [
        ("Dinas Sosial", "2", "Dinas Sosial"),
        ("dinas sosial", "2", "Dinas Sosial"),
        ("DPMPTSP", "2", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"),
        ("dinsos", "dinsos", "Dinas Sosial"),
    ],
)
def test_receiving_unit_is_known_by_name_initials_and_id(
    written: str, unit: str, name: str
) -> None:
    told = city(
        {"1.1": [f"menyerahkan gelandangan kepada {written}"]},
        units={unit: {"name": name, "kind": "dinas"}},
    )
    table = told.gaps.tables["coordination"]
    assert list(table["to_unit"]) == [unit]


def test_receiver_with_a_name_that_two_units_have_is_nobody() -> None:
    units = {"2": {"name": "Dinas Sosial"}, "3": {"name": "Dinas Sosial"}}
    assert cases(city(HANDED_OVER, units=units), "handoff_without_link") == []


def test_service_is_named_after_the_matter_that_its_statements_share() -> None:
    topics = city(FOOD).fragments.tables["topics"]
    assert list(topics["topic"]) == ["keamanan pangan"]
    assert list(topics["units"]) == ["1;2;3"]
    assert list(topics["is_fragmented"]) == [True]


def test_two_perangkat_daerah_are_a_service_that_is_not_fragmented() -> None:
    found = city({code: FOOD[code] for code in ("1.1", "2.1")})
    assert list(found.fragments.tables["topics"]["is_fragmented"]) == [False]
    assert found.figures["topics.cross_unit"].value == 1
    assert found.figures["topics.fragmented"].value == 0


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(({}, {}), id="nothing"),
        pytest.param(({}, {"1": {}}), id="one unit"),
        pytest.param(({"1": ["pemeliharaan taman kota"]}, {}), id="one statement"),
        pytest.param(({"1.1": ["membagi tugas kepada bawahan"] * 5}, {}), id="all boiler-plate"),
        pytest.param(({"1.1": ["-"], "2.1": ["; dan"]}, {}), id="no words"),
    ],
)
def test_organisation_with_nothing_to_compare_has_no_findings_and_all_tables(
    found: tuple[dict[str, list[str]], dict[str, dict[str, str]]],
) -> None:
    functions, units = found
    told = city(functions, units=units)
    assert {finding.code for finding in told.findings} <= {"FUN105"}
    assert told.overlaps.tables["pairs"].empty
    assert told.fragments.tables["topics"].empty
    assert told.gaps.tables["coordination"].empty
    assert told.figures["coordination.gaps"].value == 0
