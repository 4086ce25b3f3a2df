"""Where does the work ask for a working relation, and is one declared?"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from asn_restruktur.analysers.handoffs import handoffs
from asn_restruktur.analysers.links import Links
from asn_restruktur.analysers.statements import specific, territories
from asn_restruktur.config import CoordinationSettings
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation


class Gap(StrEnum):
    """Kinds of coordination gap."""

    TOPIC_WITHOUT_LEAD = "topic_without_lead"
    COMPETING_LEADS = "competing_leads"
    MEMBER_UNLINKED = "member_unlinked"
    HANDOFF_WITHOUT_LINK = "handoff_without_link"
    COUPLED_WITHOUT_LINK = "coupled_without_link"
    HUB = "hub"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A place where the work asks for a relation, and whether one is declared.

    Args:
        gap: the kind.
        is_gap: whether the relation is missing.
        reason: what was or was not found, as a key.
        topic: the matter, where it has a name.
        from_unit: the unit on one side, or the only one.
        to_unit: the unit on the other side.
        units: all units that it concerns.
        statements: ids of the statements that ask for it.
        score: 0-1, how sure.
    """

    gap: Gap
    is_gap: bool
    reason: str
    topic: str = ""
    from_unit: str = ""
    to_unit: str = ""
    units: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    score: float = 0.7


def relations(
    organisation: Organisation,
    hierarchy: Hierarchy,
    readings: Readings,
    pairs: pd.DataFrame,
    topics: pd.DataFrame,
    limits: CoordinationSettings,
) -> list[Case]:
    """List the relations that the work asks for, declared or not.

    Args:
        organisation: its functions and declared links.
        hierarchy: of its units.
        readings: what its statements say.
        pairs: pairs of statements that are one duty twice or overlap.
        topics: services that several perangkat daerah share.
        limits: when units are coupled and when one is a hub.

    Returns:
        Gaps first, by kind, the surest first.
    """
    statements = specific(organisation, hierarchy, readings)
    links = Links(organisation, hierarchy, readings)
    cases = [
        *_without_lead(topics),
        *_competing(statements, pairs, readings, links, hierarchy),
        *_unlinked(topics, pairs, statements, links),
        *_handed_over(statements, hierarchy, readings, links),
        *_coupled(pairs, links, hierarchy, limits),
        *_hubs(links, limits),
    ]
    cases.sort(key=lambda case: (not case.is_gap, list(Gap).index(case.gap), -case.score))
    return cases


def _without_lead(topics: pd.DataFrame) -> Iterator[Case]:
    """A fragmented service needs a lead."""
    fragmented = topics[topics["is_fragmented"]]
    columns = ["topic", "units", "statement_ids", "lead_unit"]
    for topic, units, ids, lead in fragmented[columns].itertuples(index=False, name=None):
        yield Case(
            gap=Gap.TOPIC_WITHOUT_LEAD,
            is_gap=not lead,
            reason="lead_declared" if lead else "no_lead_declared",
            topic=topic,
            from_unit=lead,
            units=tuple(units.split(";")),
            statements=tuple(ids.split(";")),
            score=0.9,
        )


def _competing(
    statements: pd.DataFrame,
    pairs: pd.DataFrame,
    readings: Readings,
    links: Links,
    hierarchy: Hierarchy,
) -> Iterator[Case]:
    """Two units that both say they coordinate one matter, neither declared lead of the other."""
    clauses = readings.clauses
    leading = clauses["senses"].map(lambda senses: "lead" in senses or "koor" in senses)
    coordinating = set(clauses.loc[leading, "text_id"])
    text_of = statements.set_index("statement_id")["text_id"]
    confined = territories(hierarchy)
    columns = ["statement_a", "statement_b", "unit_a", "unit_b", "score"]
    for a, b, one, other, score in pairs[columns].itertuples(index=False, name=None):
        both = text_of[a] in coordinating and text_of[b] in coordinating
        if both and not confined[one] and not confined[other]:
            is_declared = links.holds_between(one, other)
            yield Case(
                gap=Gap.COMPETING_LEADS,
                is_gap=not is_declared,
                reason="lead_declared" if is_declared else "two_coordinators",
                from_unit=one,
                to_unit=other,
                units=(one, other),
                statements=(a, b),
                score=score,
            )


def _unlinked(
    topics: pd.DataFrame, pairs: pd.DataFrame, statements: pd.DataFrame, links: Links
) -> Iterator[Case]:
    """A unit whose duty meets others' in a led service, outside the service's links."""
    top_of = statements.set_index("statement_id")["top_id"]
    unit_of = statements.set_index("statement_id")["unit_id"]
    columns = ["topic", "statement_ids", "lead_unit"]
    for topic, ids, lead in topics.loc[topics["lead_unit"] != "", columns].itertuples(
        index=False, name=None
    ):
        members = set(ids.split(";"))
        inside = pairs[pairs["statement_a"].isin(members) & pairs["statement_b"].isin(members)]
        meeting = pd.concat([inside["statement_a"], inside["statement_b"]]).drop_duplicates()
        linked = links.about(topic)
        by_unit: dict[str, list[str]] = defaultdict(list)
        for statement in sorted(meeting):
            by_unit[unit_of[statement]].append(statement)
        for unit, said in by_unit.items():
            is_linked = links.reaches(unit, linked) or top_of[said[0]] == lead
            yield Case(
                gap=Gap.MEMBER_UNLINKED,
                is_gap=not is_linked,
                reason="member_linked" if is_linked else "outside_links",
                topic=topic,
                from_unit=unit,
                to_unit=lead,
                units=(unit, lead),
                statements=tuple(said),
            )


def _handed_over(
    statements: pd.DataFrame, hierarchy: Hierarchy, readings: Readings, links: Links
) -> Iterator[Case]:
    """A statement that passes something on to a named unit needs a declared link."""
    found = handoffs(statements, hierarchy, readings)
    for statement, one, other in found.itertuples(index=False, name=None):
        is_declared = links.holds_between(one, other)
        yield Case(
            gap=Gap.HANDOFF_WITHOUT_LINK,
            is_gap=not is_declared,
            reason="link_declared" if is_declared else "no_link_declared",
            from_unit=one,
            to_unit=other,
            units=(one, other),
            statements=(statement,),
            score=0.8,
        )


def _coupled(
    pairs: pd.DataFrame, links: Links, hierarchy: Hierarchy, limits: CoordinationSettings
) -> Iterator[Case]:
    """Two perangkat daerah whose duties meet several times need a declared link."""
    together: dict[tuple[str, str], list[tuple[str, str, str, str]]] = defaultdict(list)
    columns = ["unit_a", "unit_b", "statement_a", "statement_b"]
    tops = hierarchy.units["top_id"]
    for one, other, a, b in pairs[columns].itertuples(index=False, name=None):
        left, right = sorted(((tops[one], one), (tops[other], other)))
        if left[0] != right[0]:
            together[left[0], right[0]].append((left[1], right[1], a, b))
    for met in together.values():
        if len(met) < limits.coupled_pairs:
            continue
        open_ = [pair for pair in met if not links.holds_between(pair[0], pair[1])]
        is_gap = len(open_) >= limits.coupled_pairs
        shown = open_ if is_gap else met
        one = Counter(pair[0] for pair in shown).most_common(1)[0][0]
        other = Counter(pair[1] for pair in shown).most_common(1)[0][0]
        yield Case(
            gap=Gap.COUPLED_WITHOUT_LINK,
            is_gap=is_gap,
            reason="no_link_declared" if is_gap else "link_declared",
            from_unit=one,
            to_unit=other,
            units=tuple(dict.fromkeys(unit for pair in shown for unit in pair[:2])),
            statements=tuple(dict.fromkeys(said for pair in shown for said in pair[2:])),
            score=round(min(1.0, 0.5 + 0.1 * len(shown)), 4),
        )


def _hubs(links: Links, limits: CoordinationSettings) -> Iterator[Case]:
    """A topic whose every link passes one unit, while its members have none among themselves."""
    for topic, between in links.topics():
        often = Counter(unit for pair in between for unit in set(pair))
        hub, count = min(often.items(), key=lambda item: (-item[1], item[0]))
        members = tuple(sorted(set(often) - {hub}))
        if len(members) >= limits.hub_members:
            is_hub = count == len(between)
            yield Case(
                gap=Gap.HUB,
                is_gap=is_hub,
                reason="all_through_one" if is_hub else "members_linked",
                topic=topic,
                from_unit=hub,
                units=(hub, *members),
                score=0.6,
            )
