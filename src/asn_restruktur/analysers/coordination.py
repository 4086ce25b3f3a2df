"""Which working relations does the work ask for that nobody has declared?"""

from collections.abc import Iterator, Sequence

import pandas as pd

from asn_restruktur import rules
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.quotes import Quotes
from asn_restruktur.analysers.relations import Case, Gap, relations
from asn_restruktur.config import Settings
from asn_restruktur.findings import Evidence, Figure, Finding, Subject, SubjectKind, Value, params
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TableName

RULE = {
    Gap.TOPIC_WITHOUT_LEAD: rules.TOPIC_WITHOUT_LEAD,
    Gap.COMPETING_LEADS: rules.COMPETING_LEADS,
    Gap.MEMBER_UNLINKED: rules.MEMBER_UNLINKED,
    Gap.HANDOFF_WITHOUT_LINK: rules.HANDOFF_WITHOUT_LINK,
    Gap.COUPLED_WITHOUT_LINK: rules.COUPLED_WITHOUT_LINK,
    Gap.HUB: rules.HUB,
}
QUOTED = 6


def analyse(
    organisation: Organisation,
    hierarchy: Hierarchy,
    readings: Readings,
    pairs: pd.DataFrame,
    topics: pd.DataFrame,
    settings: Settings,
) -> Analysis:
    """Find coordination gaps of the six kinds.

    Args:
        organisation: its functions and declared links.
        hierarchy: of its units.
        readings: what its statements say.
        pairs: pairs of statements that are one duty twice or overlap.
        topics: services that several perangkat daerah share.
        settings: when units are coupled and when one is a hub.

    Returns:
        Table `coordination` (gaps first; what is covered by a link stands too, `is_gap` false);
        findings KOR101-KOR106 in its order; figures `topics.without_lead` (KOR101) and
        `coordination.gaps` (the others).

    Source:
        PP 18/2016 ps. 2 huruf g: clear vertical and horizontal working relations.
    """
    cases = relations(organisation, hierarchy, readings, pairs, topics, settings.coordination)
    quotes = Quotes(organisation)
    findings = tuple(
        _finding(case, tuple(_evidence(case, organisation, quotes)), hierarchy)
        for case in cases
        if case.is_gap
    )
    unled = [finding for finding in findings if finding.rule is rules.TOPIC_WITHOUT_LEAD]
    others = [finding for finding in findings if finding.rule is not rules.TOPIC_WITHOUT_LEAD]
    figures = (
        Figure(
            name="topics.without_lead",
            value=len(unled),
            findings=tuple(finding.fingerprint for finding in unled),
            places=organisation.span(TableName.FUNCTIONS),
        ),
        Figure(
            name="coordination.gaps",
            value=len(others),
            findings=tuple(finding.fingerprint for finding in others),
            places=organisation.span(TableName.LINKS),
        ),
    )
    return Analysis(tables={"coordination": _table(cases)}, findings=findings, figures=figures)


def _table(cases: Sequence[Case]) -> pd.DataFrame:
    rows = [
        {
            "topic": case.topic,
            "kind": str(case.gap),
            "from_unit": case.from_unit,
            "to_unit": case.to_unit,
            "units": ";".join(case.units),
            "statement_ids": ";".join(case.statements),
            "is_gap": case.is_gap,
            "score": case.score,
            "reason": case.reason,
        }
        for case in cases
    ]
    columns = ["topic", "kind", "from_unit", "to_unit", "units", "statement_ids"]
    frame = pd.DataFrame(rows, columns=[*columns, "is_gap", "score", "reason"])
    return frame.astype(dict.fromkeys(columns, "str") | {"is_gap": bool, "score": "float64"})


def _finding(case: Case, evidence: tuple[Evidence, ...], hierarchy: Hierarchy) -> Finding:
    names = hierarchy.units["name"]
    subjects = [Subject(SubjectKind.UNIT, unit) for unit in case.units]
    if case.topic:
        subjects.insert(0, Subject(SubjectKind.TOPIC, case.topic))
    if case.gap is Gap.HANDOFF_WITHOUT_LINK:
        subjects += [Subject(SubjectKind.STATEMENT, said) for said in case.statements]
    said: dict[str, Value] = {
        "topic": case.topic,
        "unit_a": _where(case.from_unit, hierarchy),
        "unit_b": _where(case.to_unit, hierarchy),
        "units": tuple(dict.fromkeys(names[unit] for unit in case.units)),
        "count": len(set(case.units)),
        "pairs": len(case.statements),
    }
    return Finding(
        rule=RULE[case.gap],
        subjects=tuple(subjects),
        evidence=evidence,
        score=case.score,
        params=params(**said),
    )


def _where(unit: str, hierarchy: Hierarchy) -> str:
    if not unit:
        return ""
    names = hierarchy.units["name"]
    top = hierarchy.units["top_id"][unit]
    return str(names[unit] if unit == top else f"{names[unit]} ({names[top]})")


def _evidence(case: Case, organisation: Organisation, quotes: Quotes) -> Iterator[Evidence]:
    """Quote the statements that ask for the relation; for a hub, cite its links."""
    yield from quotes.evidence(case.statements[:QUOTED])
    if case.gap is Gap.HUB:
        links = organisation.links
        rows = links.index[links["topic"] == case.topic]
        for place in organisation.places(TableName.LINKS, rows):
            yield Evidence(place=place)
