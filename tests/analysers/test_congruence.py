"""How many needed relations are declared, and how many would chance meet?"""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysers.small_city import city
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.congruence import analyse, shuffled_shares
from strategies import examples

UNITS = {f"{n}": {"name": f"Dinas {n}"} for n in range(1, 6)} | {"1.1": {}, "2.1": {}}


def congruence(
    *needed: tuple[str, str], linked: tuple[tuple[str, str], ...] = (), kind: str = ""
) -> Analysis:
    links = [{"from": one, "to": other, "kind": "coordination"} for one, other in linked]
    here = city(units=UNITS, links=links)
    relations = pd.DataFrame(
        [
            {"kind": kind or "coupled_without_link", "from_unit": one, "to_unit": other}
            for one, other in needed
        ],
        columns=["kind", "from_unit", "to_unit"],
    )
    return analyse(here.organisation, here.hierarchy, relations)


def figures(found: Analysis) -> dict[str, float]:
    return {figure.name.removeprefix("congruence."): figure.value for figure in found.figures}


def test_the_share_of_needed_pairs_that_are_linked_counts_each_pair_once() -> None:
    found = congruence(
        ("1.1", "2.1"), ("2", "1"), ("1", "3"), ("1", "1.1"), linked=(("1", "2"), ("4", "5"))
    )
    told = figures(found)
    assert (told["needed"], told["arranged"], told["share"]) == (2, 1, 0.5)
    assert told["by_chance_low"] <= told["by_chance"] <= told["by_chance_high"]


def test_each_perangkat_daerah_hears_what_is_missing_and_what_is_surplus() -> None:
    table = congruence(("1.1", "2.1"), ("1", "3"), linked=(("1", "2"), ("1", "4"))).tables[
        "congruence"
    ]
    assert table.astype(object).where(table.notna(), None).to_dict("records") == [
        {
            "unit_id": "1",
            "needed": 2,
            "arranged": 1,
            "missing": "3",
            "surplus": "4",
            "congruence": 0.5,
        },
        {
            "unit_id": "2",
            "needed": 1,
            "arranged": 1,
            "missing": "",
            "surplus": "",
            "congruence": 1.0,
        },
        {
            "unit_id": "3",
            "needed": 1,
            "arranged": 0,
            "missing": "1",
            "surplus": "",
            "congruence": 0.0,
        },
        {
            "unit_id": "4",
            "needed": 0,
            "arranged": 0,
            "missing": "",
            "surplus": "1",
            "congruence": None,
        },
    ]


@pytest.mark.parametrize("kind", ["hub", "topic_without_lead"])
def test_only_what_is_needed_between_two_units_counts(kind: str) -> None:
    assert not congruence(("1", "2"), linked=(("1", "2"),), kind=kind).figures


def test_without_links_or_needs_there_is_no_share() -> None:
    assert not congruence(("1", "2")).figures
    assert not congruence(linked=(("1", "2"),)).figures


def test_two_links_of_four_units_meet_one_pair_by_chance_in_a_third_of_all_arrangements() -> None:
    declared = {frozenset("ab"), frozenset("cd")}
    shares = shuffled_shares({frozenset("ab")}, declared)
    assert sum(shares) / len(shares) == pytest.approx(1 / 3, abs=0.07)
    assert shares == shuffled_shares({frozenset("ab")}, declared)


def test_links_that_cannot_be_swapped_stay() -> None:
    star = {frozenset(("a", other)) for other in "bcd"}
    assert set(shuffled_shares(star, star)) == {1.0}


@given(st.sets(st.frozensets(st.sampled_from("abcdef"), min_size=2, max_size=2), min_size=1))
@examples(25)
def test_shuffled_links_are_as_many_and_leave_each_unit_as_many_partners(
    links: set[frozenset[str]],
) -> None:
    partners = {unit: sum(unit in pair for pair in links) for unit in "abcdef"}
    everyone = {frozenset((one, other)) for one in "abcdef" for other in "abcdef" if one < other}
    assert set(shuffled_shares(everyone, links)) == {len(links) / len(everyone)}
    for unit, count in partners.items():
        own = {pair for pair in everyone if unit in pair}
        assert set(shuffled_shares(own, links)) == {count / len(own)}
