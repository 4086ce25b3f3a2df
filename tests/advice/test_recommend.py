from collections.abc import Sequence

import pandas as pd
import pytest

from asn_restruktur import rules
from asn_restruktur.advice.recommend import advice_figures, recommend
from asn_restruktur.advice.recommendation import Action, Level, Recommendation
from asn_restruktur.findings import Evidence, Finding, Subject, SubjectKind, Word, params
from asn_restruktur.organisation.hierarchy import hierarchy
from asn_restruktur.reporters.messages.catalogue import catalogue
from asn_restruktur.vocabulary import Language
from raw_tables import organisation, raw, units

UNITS = units(
    "plan: Badan Perencanaan Pembangunan Daerah",
    "plan.1 < plan: Bidang Sosial Budaya",
    "setda: Sekretariat Daerah",
    "setda.1 < setda: Bagian Kesejahteraan Rakyat",
    "a: Dinas A",
    "a.1 < a: Bidang A Satu",
    "a.2 < a: UPTD A Dua",
    "b: Dinas B",
    "b.1 < b: Bidang B Satu",
    "c: Dinas C",
    "c.1 < c: Bidang C Satu",
)
STATEMENTS = [
    {"statement_id": f"{unit['unit_id']}-{at}", "unit_id": unit["unit_id"], "text": f"kerja {at}"}
    for unit in UNITS
    for at in range(4)
]
CITY = organisation(
    raw("units", UNITS),
    raw("functions", STATEMENTS),
    raw("employees", [{"employee_id": f"e{at}", "unit_id": "b.1"} for at in range(30)]),
)


def statements(*ids: str) -> tuple[Subject, ...]:
    return tuple(Subject(SubjectKind.STATEMENT, said) for said in ids)


def unit_subjects(*ids: str) -> tuple[Subject, ...]:
    return tuple(Subject(SubjectKind.UNIT, unit) for unit in ids)


def double(one: str, other: str, score: float = 0.9) -> Finding:
    return Finding(
        rule=rules.DUPLICATION, subjects=statements(one, other), score=score,
        params=params(matter=f"hal {one}"),
    )  # fmt: skip


def partly(one: str, other: str) -> Finding:
    return Finding(rule=rules.OVERLAP, subjects=statements(one, other), params=params(matter="hal"))


def topics(*rows: tuple[str, str, bool, str]) -> dict[str, pd.DataFrame]:
    columns = ["topic", "statement_ids", "is_fragmented", "lead_unit"]
    return {"topics": pd.DataFrame(list(rows), columns=columns).assign(units="")}


def advised(
    *findings: Finding, tables: dict[str, pd.DataFrame] | None = None
) -> tuple[Recommendation, ...]:
    return recommend(CITY, hierarchy(CITY), findings, tables or topics())


def shown(advice: Recommendation) -> tuple[Action, list[str], int]:
    return advice.action, list(advice.units[:2]), advice.ends


def test_duplicated_duties_of_two_perangkat_daerah_are_merged_in_one_of_them() -> None:
    (advice,) = advised(double("a.1-0", "b.1-0"), double("a.1-1", "b.1-1"))
    assert shown(advice) == (Action.MERGE, ["a.1", "b.1"], 2)
    values = dict(advice.params)
    assert (values["unit"], values["other"]) == ("Dinas A", "Dinas B")
    assert values["matters"] == "hal a.1-0; hal a.1-1"


def test_staff_of_the_secretariat_does_not_keep_a_service() -> None:
    (advice,) = advised(double("setda.1-0", "b.1-0"))
    assert shown(advice) == (Action.MERGE, ["b.1", "setda.1"], 1)


def test_giving_up_single_statements_moves_nobody() -> None:
    (advice,) = advised(double("a.1-0", "b.1-0"))
    assert (advice.people_moved, advice.units_moved, advice.effort) == (0, 0, Level.MEDIUM)


def test_a_unit_left_without_work_moves_with_its_people() -> None:
    (advice,) = advised(*(double(f"a.1-{at}", f"b.1-{at}") for at in range(3)))
    assert (advice.people_moved, advice.units_moved) == (30, 1)
    assert (advice.effort, advice.risk) == (Level.LARGE, Level.LARGE)


def test_where_overlaps_dominate_the_boundary_is_drawn() -> None:
    (advice,) = advised(
        partly("a.1-0", "b.1-0"), partly("a.1-1", "b.1-1"), double("a.1-2", "b.1-2")
    )
    assert shown(advice) == (Action.BOUNDARY, ["a.1", "b.1"], 3)


def test_a_duplication_inside_one_perangkat_daerah_moves_to_the_uptd() -> None:
    (advice,) = advised(double("a.1-0", "a.2-0"))
    assert shown(advice) == (Action.MOVE, ["a.2", "a.1"], 1)
    assert dict(advice.params)["other"] == "Bidang A Satu"


def test_a_stray_statement_moves_to_where_its_topic_is() -> None:
    tables = topics(("gizi", "a.1-0;a.1-1;a.1-2;b.1-0", False, ""))
    (advice,) = advised(double("b.1-0", "a.1-0"), tables=tables)
    assert shown(advice) == (Action.MOVE, ["a.1", "b.1"], 1)


def test_pairs_of_other_perangkat_daerah_are_other_recommendations() -> None:
    steps = advised(double("a.1-0", "b.1-0"), double("b.1-1", "c.1-1"), double("c.1-0", "a.1-1"))
    assert len(steps) == 3


def fragmented(topic: str) -> Finding:
    return Finding(
        rule=rules.FRAGMENTATION, subjects=statements("a.1-0", "b.1-0", "c.1-0"),
        params=params(topic=topic),
    )  # fmt: skip


def without_lead(topic: str) -> Finding:
    subjects = (Subject(SubjectKind.TOPIC, topic), *unit_subjects("a", "b", "c"))
    return Finding(rule=rules.TOPIC_WITHOUT_LEAD, subjects=subjects, params=params(topic=topic))


def test_a_fragmented_service_is_led_by_who_says_most_of_it() -> None:
    tables = topics(("gizi", "a.1-0;b.1-0;b.1-1;c.1-0", True, ""))
    (advice,) = advised(
        fragmented("gizi"), without_lead("gizi"), partly("a.1-0", "b.1-0"), tables=tables
    )
    assert shown(advice) == (Action.LEAD, ["b", "a"], 3)
    assert dict(advice.params)["unit"] == "Dinas B"


def test_where_nobody_says_most_a_planning_body_that_takes_part_leads() -> None:
    tables = topics(("gizi", "a.1-0;b.1-0;plan.1-0", True, ""))
    (advice,) = advised(fragmented("gizi"), without_lead("gizi"), tables=tables)
    assert shown(advice)[1][0] == "plan"


def test_a_unit_that_takes_no_part_is_not_named_lead() -> None:
    tables = topics(("gizi", "a.1-0;b.1-0;c.1-0", True, ""))
    (advice,) = advised(fragmented("gizi"), without_lead("gizi"), tables=tables)
    assert shown(advice) == (Action.LEAD, ["a", "b"], 2)


def test_a_double_duty_in_a_fragmented_service_needs_more_than_a_lead() -> None:
    tables = topics(("gizi", "a.1-0;b.1-0;b.1-1;c.1-0", True, ""))
    steps = advised(fragmented("gizi"), double("a.1-0", "b.1-0"), tables=tables)
    assert sorted(advice.action for advice in steps) == [Action.LEAD, Action.MERGE]


def test_of_two_that_coordinate_the_planning_body_is_named() -> None:
    claim = Finding(
        rule=rules.COMPETING_LEADS, subjects=unit_subjects("setda.1", "plan.1"),
        evidence=tuple(
            Evidence(place=None, subject=subject)
            for subject in statements("setda.1-0", "plan.1-0")
        ),
        params=params(topic=""),
    )  # fmt: skip
    structure = pd.DataFrame({"unit_id": ["setda.1"], "specific_statements": [9]})
    tables = topics() | {"structure": structure}
    (advice,) = advised(claim, double("plan.1-0", "setda.1-0"), tables=tables)
    assert shown(advice) == (Action.LEAD, ["plan.1", "setda.1"], 2)
    assert dict(advice.params)["topic"] == "hal plan.1-0"


def test_members_outside_a_led_service_are_brought_to_its_table() -> None:
    tables = topics(("gizi", "a.1-0;b.1-0;c.1-0", True, "a"))
    outside = Finding(
        rule=rules.MEMBER_UNLINKED,
        subjects=(Subject(SubjectKind.TOPIC, "gizi"), *unit_subjects("c.1", "a")),
    )
    (advice,) = advised(fragmented("gizi"), outside, tables=tables)
    assert shown(advice) == (Action.FORUM, ["a", "c.1"], 2)


@pytest.mark.parametrize(
    ("rule", "matter"),
    [(rules.HANDOFF_WITHOUT_LINK, "handoff"), (rules.COUPLED_WITHOUT_LINK, "shared")],
)
def test_units_that_meet_without_a_link_need_one(rule: rules.Rule, matter: str) -> None:
    (advice,) = advised(Finding(rule=rule, subjects=unit_subjects("a.1", "b.1")))
    assert shown(advice) == (Action.FORUM, ["a.1", "b.1"], 1)
    assert dict(advice.params)["topic"] == Word(f"advice_matter.{matter}")


def test_coupled_units_are_settled_with_the_duties_that_couple_them() -> None:
    coupled = Finding(rule=rules.COUPLED_WITHOUT_LINK, subjects=unit_subjects("a.1", "b.1"))
    (advice,) = advised(double("a.1-0", "b.1-0"), coupled)
    assert shown(advice) == (Action.MERGE, ["a.1", "b.1"], 2)


def test_faults_of_structure_are_one_step_for_each_kind_and_perangkat_daerah() -> None:
    def headless(unit: str) -> Finding:
        return Finding(rule=rules.NO_HEAD, subjects=unit_subjects(unit), params=params(unit=unit))

    chain = Finding(rule=rules.SINGLE_CHILD, subjects=unit_subjects("b", "b.1"))
    steps = advised(headless("a.1"), headless("a.2"), headless("b.1"), chain)
    assert sorted((list(step.units), step.ends) for step in steps) == [
        (["a", "a.1", "a.2"], 2), (["b", "b.1"], 1), (["b", "b.1"], 1),
    ]  # fmt: skip
    assert max(step.people_moved for step in steps) == 30


def test_errors_in_the_data_come_first_as_one_step_and_mere_notes_make_none() -> None:
    wrong = Finding(rule=rules.WRONG_TYPE, params=params(value="x"))
    missing = Finding(rule=rules.MISSING_VALUE, params=params(column="y"))
    note = Finding(rule=rules.UNKNOWN_COLUMN)
    many = (double(f"a.1-{at}", f"a.2-{at}") for at in range(4))
    first, second = advised(*many, wrong, missing, note)
    assert (first.action, first.rank, first.ends) == (Action.DATA, 1, 2)
    assert (second.action, second.rank, second.ends) == (Action.MOVE, 2, 4)


def test_more_ended_for_less_effort_comes_first() -> None:
    steps = advised(
        double("a.1-0", "b.1-0"),
        *(partly(f"a.1-{at}", f"c.1-{at}") for at in range(4)),
        double("a.1-1", "a.2-1"),
    )
    assert [step.action for step in steps] == [Action.BOUNDARY, Action.MOVE, Action.MERGE]
    assert [step.rank for step in steps] == [1, 2, 3]


def test_every_finding_stands_in_one_recommendation_at_most() -> None:
    found: Sequence[Finding] = [
        double("a.1-0", "b.1-0"), partly("a.1-1", "b.1-1"), partly("b.1-2", "c.1-2"),
        fragmented("gizi"), without_lead("gizi"),
    ]  # fmt: skip
    tables = topics(("gizi", "a.1-0;b.1-0;b.1-2;c.1-2", True, ""))
    ended = [print_ for step in advised(*found, tables=tables) for print_ in step.findings]
    assert sorted(ended) == sorted(finding.fingerprint for finding in found)


def test_each_recommendation_has_its_numbers_as_figures() -> None:
    steps = advised(double("a.1-0", "b.1-0"))
    figures = {figure.key: figure for figure in advice_figures(steps)}
    assert {key: figure.value for key, figure in figures.items()} == {
        "advice.ends:1": 1, "advice.people_moved:1": 0, "advice.units_moved:1": 0,
    }  # fmt: skip
    assert figures["advice.ends:1"].findings == steps[0].findings


@pytest.mark.parametrize("lang", list(Language))
def test_every_action_is_worded_with_the_values_it_has(lang: Language) -> None:
    tables = topics(("gizi", "a.1-0;b.1-0;b.1-1;c.1-0", True, ""))
    steps = advised(
        double("a.1-2", "b.1-2"),
        double("a.1-0", "a.2-0"),
        partly("b.1-3", "c.1-3"),
        fragmented("gizi"),
        Finding(rule=rules.HANDOFF_WITHOUT_LINK, subjects=unit_subjects("a.1", "b.1")),
        *(
            Finding(
                rule=rule, subjects=unit_subjects("a.1", "a.2"), params=params(span=17, limit=15)
            )
            for rule in rules.RULES
            if rule.code.startswith("STR") or rule is rules.UNSPECIFIC
        ),
        Finding(rule=rules.WRONG_TYPE, params=params(value="x")),
        tables=tables,
    )
    words = catalogue(lang)
    assert {step.action for step in steps} == set(Action)
    for step in steps:
        assert words.recommendation(step)
        assert words.reason(step)
        assert words.say(f"advice.{step.action}.steps", step.params)
    for action in Action:
        for level in Level:
            assert words.has(f"advice.{action}.risk.{level.name.lower()}")


@pytest.mark.parametrize(
    "rule",
    [
        rule
        for rule in rules.RULES
        if rule.code.startswith(("FUN", "STR"))
        and rule not in (rules.DUPLICATION, rules.OVERLAP, rules.FRAGMENTATION)
    ],
    ids=lambda rule: rule.code,
)
def test_a_step_for_every_fault_of_one_unit_can_be_worded(rule: rules.Rule) -> None:
    values = params(span=12, limit=8) if rule is rules.WIDE_SPAN else ()
    (advice,) = advised(Finding(rule=rule, subjects=unit_subjects("a.1"), params=values))
    for language in Language:
        words = catalogue(language)
        assert words.recommendation(advice) != words.reason(advice)
