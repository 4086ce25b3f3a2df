"""Which services are spread over several perangkat daerah, and who leads each?"""

from collections.abc import Sequence

import pandas as pd

from asn_restruktur import rules
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.handoffs import handoffs
from asn_restruktur.analysers.services import service_of, services
from asn_restruktur.analysers.statements import specific
from asn_restruktur.config import Settings
from asn_restruktur.findings import Evidence, Figure, Finding, Subject, SubjectKind, params
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TERRITORIAL, Fingerprint, LinkKind, TableName

QUOTED = 12


def analyse(
    organisation: Organisation,
    hierarchy: Hierarchy,
    readings: Readings,
    pairs: pd.DataFrame,
    settings: Settings,
) -> Analysis:
    """Group the specific statements into services and find those that are fragmented.

    A service is fragmented when at least `slices` perangkat daerah state a part of it (all
    kecamatan are one slice, a hand-off is none) and some of those parts meet in `pairs`: units
    that each do their own of a wide field are no finding.

    Args:
        organisation: its functions and links.
        hierarchy: of its units.
        readings: what its statements say.
        pairs: pairs of statements that are one duty twice or overlap.
        settings: from how many slices on.

    Returns:
        Table `topics` (services of two perangkat daerah and more, the most spread first);
        findings FUN103; figures topics.*.

    Source:
        GAO-15-49SP: fragmentation is more than one agency in the same broad area of need.
    """
    statements = specific(organisation, hierarchy, readings)
    statements = statements.assign(topic=statements["text_id"].map(services(readings)))
    statements = statements.dropna(subset="topic")
    passed_on = handoffs(statements, hierarchy, readings)["statement_id"]
    statements = statements[~statements["statement_id"].isin(passed_on)].copy()
    statements["slice"] = _slices(statements["top_id"], hierarchy)
    topics = _topics(statements, pairs, settings.fragmentation.slices)
    led_by = leads(organisation, readings)
    topics["lead_unit"] = pd.Series(
        [led_by.get(topic, "") for topic in topics["topic"]], dtype="str"
    )
    topics = topics.sort_values(
        ["is_fragmented", "slices", "topic"], ascending=[False, False, True], ignore_index=True
    )
    findings = tuple(
        _finding(topic, statements[statements["topic"] == topic], organisation, hierarchy, lead)
        for topic, lead in topics.loc[topics["is_fragmented"], ["topic", "lead_unit"]].itertuples(
            index=False, name=None
        )
    )
    columns = ["topic", "statement_ids", "units", "is_fragmented", "lead_unit"]
    return Analysis(
        tables={"topics": topics[columns]},
        findings=findings,
        figures=_figures(topics, findings, organisation),
    )


def leads(organisation: Organisation, readings: Readings) -> dict[str, str]:
    """Return, by service, the unit that a declared link names as its lead."""
    found: dict[str, str] = {}
    columns = ["from_unit", "kind", "topic", "lead"]
    for unit, kind, topic, lead in organisation.links[columns].itertuples(index=False, name=None):
        named = lead or (unit if kind == LinkKind.LEAD else "")
        service = service_of(topic, readings.lexicon) if named and topic else ""
        if service:
            found.setdefault(service, named)
    return found


def _slices(tops: pd.Series, hierarchy: Hierarchy) -> pd.Series:
    """Name the slice of each perangkat daerah: itself, or its kind where it is territorial."""
    kind = tops.map(hierarchy.units["kind"])
    return tops.where(~kind.isin(TERRITORIAL), kind)


def _topics(statements: pd.DataFrame, pairs: pd.DataFrame, slices: int) -> pd.DataFrame:
    topic_of = statements.set_index("statement_id")["topic"]
    slice_of = statements.set_index("statement_id")["slice"]
    a, b = pairs["statement_a"], pairs["statement_b"]
    meets = (a.map(topic_of) == b.map(topic_of)) & (a.map(slice_of) != b.map(slice_of))
    met = set(a[meets].map(topic_of))
    rows = []
    for topic, group in statements.groupby("topic", sort=True):
        count = group["slice"].nunique()
        if len(group["top_id"].unique()) > 1:
            rows.append(
                {
                    "topic": topic,
                    "statement_ids": ";".join(group["statement_id"]),
                    "units": ";".join(group["top_id"].unique()),
                    "is_fragmented": bool(count >= slices and topic in met),
                    "slices": count,
                }
            )
    columns = ["topic", "statement_ids", "units", "is_fragmented", "slices"]
    return pd.DataFrame(rows, columns=columns).astype({"topic": "str", "is_fragmented": bool})


def _finding(
    topic: str, group: pd.DataFrame, organisation: Organisation, hierarchy: Hierarchy, lead: str
) -> Finding:
    name = hierarchy.units["name"]
    first = group.drop_duplicates("top_id")
    shown = pd.concat([first, group]).drop_duplicates("statement_id").head(QUOTED)
    texts = organisation.functions.loc[shown.index, "text"]
    places = organisation.places(TableName.FUNCTIONS, shown.index, "text")
    return Finding(
        rule=rules.FRAGMENTATION,
        key="FUN103.led" if lead else "FUN103.unled",
        subjects=tuple(
            Subject(SubjectKind.STATEMENT, statement) for statement in group["statement_id"]
        ),
        evidence=tuple(
            Evidence(place=place, quote=text, subject=Subject(SubjectKind.STATEMENT, statement))
            for place, text, statement in zip(places, texts, shown["statement_id"], strict=True)
        ),
        score=min(1.0, round(0.4 + 0.1 * group["slice"].nunique(), 4)),
        params=params(
            topic=topic,
            count=int(group["top_id"].nunique()),
            units=tuple(name[unit] for unit in group["top_id"].unique()),
            lead=name.get(lead, lead) if lead else "",
        ),
    )


def _figures(
    topics: pd.DataFrame, findings: Sequence[Finding], organisation: Organisation
) -> tuple[Figure, ...]:
    prints: tuple[Fingerprint, ...] = tuple(finding.fingerprint for finding in findings)
    unled = tuple(finding.fingerprint for finding in findings if finding.key == "FUN103.unled")
    whole = organisation.span(TableName.FUNCTIONS)
    return (
        Figure(name="topics.cross_unit", value=len(topics), places=whole),
        Figure(name="topics.fragmented", value=len(prints), findings=prints, places=whole),
        Figure(name="topics.without_lead", value=len(unled), findings=unled, places=whole),
    )
