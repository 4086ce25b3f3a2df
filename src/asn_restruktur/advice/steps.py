"""Which step would end the findings of a cluster, and what would it move?"""

from collections import Counter
from typing import assert_never

from asn_restruktur.advice.clusters import About, Cluster, units_of
from asn_restruktur.advice.ground import Ground, unit_ids
from asn_restruktur.advice.recommendation import MANY_PEOPLE, Action, Level, Recommendation, heavier
from asn_restruktur.advice.structure_steps import structure_step
from asn_restruktur.findings import Finding, SubjectKind, Value, Word, params
from asn_restruktur.rules import (
    DUPLICATION,
    OVERLAP,
)

_MOST_NAMES = 6
_MOST_MATTERS = 2
_FEW_UNITS = 6
_WHOLE_UNIT = 0.5
"""A unit of whose specific statements this share is stated elsewhere has no work of its own."""

_FEW_OF_TOPIC = 2
_SHARED_DUTIES = Word("advice_matter.shared")
_HANDED_OVER = Word("advice_matter.handoff")


def step(cluster: Cluster, ground: Ground) -> Recommendation:
    """Choose the step for a cluster; its rank is given when all are known."""
    match cluster.about:
        case About.DATA:
            return _data(cluster)
        case About.TOPIC:
            return _topic(cluster, ground)
        case About.CLAIM:
            return _claim(cluster, ground)
        case About.PAIR:
            return _pair(cluster, ground)
        case About.HANDOFF:
            return _handoff(cluster, ground)
        case About.STRUCTURE:
            return structure_step(cluster, ground)
        case _:
            assert_never(cluster.about)


def _data(cluster: Cluster) -> Recommendation:
    codes = Counter(finding.code for finding in cluster.findings)
    return Recommendation(
        action=Action.DATA,
        params=params(count=len(cluster.findings), codes=tuple(sorted(codes))),
        findings=cluster.fingerprints,
        units=(),
        effort=Level.SMALL,
    )


def _topic(cluster: Cluster, ground: Ground) -> Recommendation:
    """A service without a lead needs one; a service that has one needs its members at a table."""
    (topic,) = cluster.key
    tops = list(ground.tops_of_topic(topic)) or _tops(cluster, ground)
    lead = ground.lead_of.get(topic, "")
    is_led = bool(lead) or topic not in ground.fragmented
    unit = lead or (ground.coordinator(topic) if not is_led else _most_named(cluster, ground))
    own = ground.top[unit]
    # Of a led service, the units named are those outside its working relations.
    outside = [other for found in cluster.findings for other in found.ids(SubjectKind.UNIT)]
    members = outside if is_led and outside else tops
    others = [
        other
        for other in dict.fromkeys(members)
        if other in ground.name and other not in {unit, own}
    ]
    values: dict[str, Value] = {
        "topic": topic,
        "unit": ground.name[own] if not is_led else ground.where(unit),
        "units": tuple(ground.name[other] for other in others[:_MOST_NAMES]),
        "count": len(tops),
    }
    return Recommendation(
        action=Action.FORUM if is_led else Action.LEAD,
        params=params(**values),
        findings=cluster.fingerprints,
        units=unit_ids([unit, *others]),
        effort=_effort_of_agreeing(1 + len(others)),
        risk=Level.SMALL,
    )


def _claim(cluster: Cluster, ground: Ground) -> Recommendation:
    """Of two units that both coordinate one matter, one should."""
    claimants = list(cluster.key)
    unit = ground.coordinator("", claimants)
    others = [other for other in claimants if other != unit]
    matters = _matters(cluster)
    topics = [ground.topic_of.get(said, "") for said in _said(cluster)]
    topic = next((topic for topic in topics if topic), "")
    return Recommendation(
        action=Action.LEAD,
        params=params(
            topic=topic or (matters[0] if matters else _SHARED_DUTIES),
            unit=ground.name[ground.top[unit]],
            units=tuple(ground.where(other) for other in others),
            count=len(claimants),
        ),
        findings=cluster.fingerprints,
        units=unit_ids([unit, *others]),
        effort=Level.SMALL,
        risk=Level.SMALL,
    )


def _pair(cluster: Cluster, ground: Ground) -> Recommendation:
    """Duties of two perangkat daerah: state once what is double, part what overlaps."""
    double = [finding for finding in cluster.findings if finding.rule is DUPLICATION]
    partly = [finding for finding in cluster.findings if finding.rule is OVERLAP]
    units = _busiest(double or partly or cluster.findings, ground)
    if len(units) < _FEW_OF_TOPIC or not (double or partly):
        return _forum(cluster, ground, units)
    topic = next((ground.topic_of[said] for said in _said(cluster) if said in ground.topic_of), "")
    keeper = ground.keeper(units, topic)
    other = next(unit for unit in units if unit != keeper)
    is_within = ground.top[keeper] == ground.top[other]
    matters = _matters(cluster, *(double or partly))
    values: dict[str, Value] = {
        "unit": ground.name[keeper if is_within else ground.top[keeper]],
        "other": ground.name[other if is_within else ground.top[other]],
        "unit_in": ground.where(keeper),
        "other_in": ground.where(other),
        "matters": "; ".join(matters) or _SHARED_DUTIES,
        "duplications": len(double),
        "overlaps": len(partly),
    }
    action = _action_on_pairs(double, partly, ground, keeper=keeper, other=other, topic=topic)
    is_emptied = action is Action.MERGE and _is_emptied(other, double, ground)
    people = ground.people(other) if is_emptied else 0
    by_action = {
        Action.MERGE: (Level.MEDIUM, Level.MEDIUM),
        Action.BOUNDARY: (Level.MEDIUM, Level.SMALL),
        Action.MOVE: (Level.SMALL, Level.SMALL),
    }
    effort, risk = by_action[action]
    return Recommendation(
        action=action,
        params=params(**values),
        findings=cluster.fingerprints,
        units=unit_ids([keeper, other, *_units(cluster, ground)]),
        effort=heavier(effort, people, int(is_emptied)),
        people_moved=people,
        units_moved=int(is_emptied),
        risk=Level.LARGE if people >= MANY_PEOPLE else risk,
    )


def _effort_of_agreeing(units: int) -> Level:
    """Say how hard it is to bring so many units to one table."""
    if units <= _FEW_UNITS:
        return Level.SMALL
    return Level.MEDIUM if units <= 2 * _FEW_UNITS else Level.LARGE


def _action_on_pairs(
    double: list[Finding],
    partly: list[Finding],
    ground: Ground,
    *,
    keeper: str,
    other: str,
    topic: str,
) -> Action:
    if len(double) < len(partly):
        return Action.BOUNDARY
    if ground.top[keeper] == ground.top[other]:
        return Action.MOVE
    theirs = ground.tops_of_topic(topic)
    tops = {ground.top[keeper], ground.top[other]}
    # One stray statement, all others on its topic being with the keeper.
    is_stray = theirs.keys() == tops and theirs[ground.top[other]] == 1
    is_stray = is_stray and theirs[ground.top[keeper]] >= _FEW_OF_TOPIC
    return Action.MOVE if is_stray and len(double) == 1 and not partly else Action.MERGE


def _is_emptied(unit: str, double: list[Finding], ground: Ground) -> bool:
    """Tell whether giving up its double duties leaves a unit little of its own."""
    given_up = {
        said
        for finding in double
        for said in finding.ids(SubjectKind.STATEMENT)
        if ground.unit_of.get(said) == unit
    }
    return unit != ground.top[unit] and len(given_up) > _WHOLE_UNIT * ground.specific(unit)


def _handoff(cluster: Cluster, ground: Ground) -> Recommendation:
    return _forum(cluster, ground, list(cluster.key), _HANDED_OVER)


def _forum(
    cluster: Cluster, ground: Ground, units: list[str], topic: Word = _SHARED_DUTIES
) -> Recommendation:
    first, *others = units or _units(cluster, ground)
    return Recommendation(
        action=Action.FORUM,
        params=params(
            topic="; ".join(_matters(cluster)) or topic,
            unit=ground.where(first),
            units=tuple(ground.where(other) for other in others[:_MOST_NAMES]),
            count=len(others) + 1,
        ),
        findings=cluster.fingerprints,
        units=unit_ids([first, *others]),
        effort=Level.SMALL,
        risk=Level.SMALL,
    )


def _busiest(findings: list[Finding] | tuple[Finding, ...], ground: Ground) -> list[str]:
    """Return the two units that the findings are about most; the input's order breaks ties."""
    counts = Counter(unit for finding in findings for unit in units_of(finding, ground))
    order = {unit: at for at, unit in enumerate(ground.ids)}
    ranked = sorted(counts, key=lambda unit: (-counts[unit], order[unit]))
    if not ranked:
        return []
    first = ranked[0]
    partners = Counter(
        unit
        for finding in findings
        if first in units_of(finding, ground)
        for unit in units_of(finding, ground)
        if unit != first
    )
    return [first, *sorted(partners, key=lambda unit: (-partners[unit], order[unit]))[:1]]


def _most_named(cluster: Cluster, ground: Ground) -> str:
    """Return the unit that a topic's findings name first: for a hub, the hub."""
    return next(unit for finding in cluster.findings for unit in units_of(finding, ground))


def _units(cluster: Cluster, ground: Ground) -> list[str]:
    found = (unit for finding in cluster.findings for unit in units_of(finding, ground))
    return list(dict.fromkeys(found))


def _tops(cluster: Cluster, ground: Ground) -> list[str]:
    return list(dict.fromkeys(ground.top[unit] for unit in _units(cluster, ground)))


def _said(cluster: Cluster) -> list[str]:
    return [said for finding in cluster.findings for said in finding.ids(SubjectKind.STATEMENT)]


def _matters(cluster: Cluster, *findings: Finding) -> tuple[str, ...]:
    """Return what the duties are about, in the words of the statements."""
    found = (dict(finding.params).get("matter", "") for finding in findings or cluster.findings)
    return tuple(dict.fromkeys(str(matter) for matter in found if matter))[:_MOST_MATTERS]
