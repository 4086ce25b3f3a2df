"""Which services are spread over several perangkat daerah, and who leads each?"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from asn_restruktur import rules
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.handoffs import handoffs
from asn_restruktur.analysers.quotes import Quotes
from asn_restruktur.analysers.services import concepts, spoken_of
from asn_restruktur.analysers.statements import specific
from asn_restruktur.config import Settings
from asn_restruktur.findings import Figure, Finding, Subject, SubjectKind, params
from asn_restruktur.language.lexicon import Lexicon
from asn_restruktur.language.readings import Readings
from asn_restruktur.language.weights import weight
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TERRITORIAL, Fingerprint, LinkKind, TableName

QUOTED = 12
NARROW = 16  # a concept that holds more kinds of things is no single matter
TELLING = 0.6  # and one of lighter words says too little
WIDEST = 40  # and one that holds so many is a whole field
SHARED = 0.5  # of two topics that share more of their statements one is enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A service that several perangkat daerah share.

    Args:
        name: the concept that its statements speak of.
        statements: ids, in the order of the input.
        units: ids of its perangkat daerah, in the order of the input.
        slices: how many of them meet, all of one territorial kind counted once.
        lead: id of the unit that a link declares to lead it, or "".
    """

    name: str
    statements: tuple[str, ...]
    units: tuple[str, ...]
    slices: int
    lead: str


def analyse(
    organisation: Organisation,
    hierarchy: Hierarchy,
    readings: Readings,
    pairs: pd.DataFrame,
    settings: Settings,
) -> Analysis:
    """Group the statements that meet into services and find those that are fragmented.

    The statements that speak of one matter, or of a kind or part of it, are one service as soon as
    two of different perangkat daerah meet in `pairs`. It is fragmented when at least `slices`
    perangkat daerah meet in it (all kecamatan are one slice, a hand-off is none). To a wide matter
    only the statements belong that meet. What is said elsewhere moves no statement.

    Args:
        organisation: its functions and links.
        hierarchy: of its units.
        readings: what its statements say.
        pairs: pairs of statements that are one duty twice or overlap.
        settings: from how many slices on, and which pairs tie them.

    Returns:
        Table `topics` (services of two perangkat daerah and more, the most spread first);
        findings FUN103; figures topics.*.

    Source:
        GAO-15-49SP: fragmentation is more than one agency in the same broad area of need.
    """
    statements = specific(organisation, hierarchy, readings)
    passed_on = handoffs(statements, hierarchy, readings)["statement_id"]
    statements = statements[~statements["statement_id"].isin(passed_on)]
    statements = statements.assign(slice=_slices(statements["top_id"], hierarchy))
    statements = statements.set_index("statement_id", drop=False)
    limits = settings.fragmentation
    led = leads(organisation, readings.lexicon)
    topics = sorted(
        _topics(statements, pairs[pairs["score"] >= limits.meet], readings, led),
        key=lambda topic: (-topic.slices, -len(topic.statements), topic.name),
    )
    quotes = Quotes(organisation)
    findings = tuple(
        _finding(topic, statements, quotes, hierarchy)
        for topic in topics
        if topic.slices >= limits.slices
    )
    return Analysis(
        tables={"topics": _table(topics, limits.slices)},
        findings=findings,
        figures=_figures(topics, findings, organisation),
    )


def leads(organisation: Organisation, lexicon: Lexicon) -> dict[str, str]:
    """Return, by what a declared link is about, the unit that it names as the lead.

    A link about a matter is one about its kinds and parts too.
    """
    found: dict[str, str] = {}
    columns = ["from_unit", "kind", "topic", "lead"]
    for unit, kind, topic, lead in organisation.links[columns].itertuples(index=False, name=None):
        named = lead or (unit if kind == LinkKind.LEAD else "")
        for matter in spoken_of(topic, lexicon) if named else ():
            found.setdefault(matter, named)
    return found


def _slices(tops: pd.Series, hierarchy: Hierarchy) -> pd.Series:
    """Name the slice of each perangkat daerah: itself, or its kind where it is territorial."""
    kind = tops.map(hierarchy.units["kind"])
    return tops.where(~kind.isin(TERRITORIAL), kind)


def _topics(
    statements: pd.DataFrame, pairs: pd.DataFrame, readings: Readings, led: Mapping[str, str]
) -> list[Topic]:
    """List the services of two perangkat daerah and more."""
    spoken = concepts(readings)
    said = {text: _matters(known, readings.lexicon) for text, known in spoken.items()}
    statements = statements[statements["text_id"].isin(list(said))]
    by_matter: dict[str, list[str]] = defaultdict(list)
    for statement, text in zip(statements.index, statements["text_id"], strict=True):
        for matter in said[text]:
            by_matter[matter].append(statement)
    meeting = _meeting(statements, pairs)
    found = []
    for matter, group in by_matter.items():
        inside = set(group)
        met = {one for one in group if not meeting[one].isdisjoint(inside)}
        if met:
            wide = readings.lexicon.size.get(matter, 0) > NARROW
            rows = statements.loc[[one for one in group if one in met] if wide else group]
            found.append(
                Topic(
                    name=matter,
                    statements=tuple(rows.index),
                    units=tuple(rows["top_id"].unique()),
                    slices=len(rows.loc[rows.index.isin(met), "slice"].unique()),
                    lead=_lead(matter, led, readings.lexicon),
                )
            )
    return _distinct(found, readings.lexicon)


def _lead(matter: str, led: Mapping[str, str], lexicon: Lexicon) -> str:
    """Return the declared lead of a matter, or of what it is part of."""
    above = sorted(lexicon.ancestors(matter).items(), key=lambda item: (item[1], item[0]))
    names = [matter, *(wide for wide, _ in above if wide not in lexicon.broad)]
    return next((led[name] for name in names if name in led), "")


def _distinct(topics: Sequence[Topic], lexicon: Lexicon) -> list[Topic]:
    """Keep, of topics that share most of their statements, the one with most slices."""
    kept: list[Topic] = []
    order = sorted(
        topics,
        key=lambda topic: (
            -topic.slices,
            lexicon.size.get(topic.name, 0),
            -len(topic.statements),
            topic.name,
        ),
    )
    for topic in order:
        mine = set(topic.statements)
        shared = (len(mine.intersection(other.statements)) for other in kept)
        if max(shared, default=0) <= SHARED * len(mine):
            kept.append(topic)
    return kept


def _matters(known: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """Choose the concepts that can name a service: telling, and no group of people."""
    return frozenset(
        concept
        for concept in known
        if lexicon.size.get(concept, 0) <= WIDEST
        and concept not in lexicon.broad
        and concept not in lexicon.beneficiaries
        and concept not in lexicon.territories
        and weight(concept) >= TELLING
    )


def _meeting(statements: pd.DataFrame, pairs: pd.DataFrame) -> dict[str, set[str]]:
    """Return, for each statement, those of other slices that it meets in a pair."""
    met: dict[str, set[str]] = {statement: set() for statement in statements.index}
    piece = statements["slice"].to_dict()
    columns = ["statement_a", "statement_b"]
    for a, b in pairs[columns].itertuples(index=False, name=None):
        if a in met and b in met and piece[a] != piece[b]:
            met[a].add(b)
            met[b].add(a)
    return met


def _table(topics: Sequence[Topic], enough: int) -> pd.DataFrame:
    rows = [
        {
            "topic": topic.name,
            "statement_ids": ";".join(topic.statements),
            "units": ";".join(topic.units),
            "is_fragmented": topic.slices >= enough,
            "lead_unit": topic.lead,
        }
        for topic in topics
    ]
    columns = ["topic", "statement_ids", "units", "is_fragmented", "lead_unit"]
    kinds = dict.fromkeys(columns, "str") | {"is_fragmented": "bool"}
    return pd.DataFrame(rows, columns=columns).astype(kinds)


def _finding(
    topic: Topic, statements: pd.DataFrame, quotes: Quotes, hierarchy: Hierarchy
) -> Finding:
    name = hierarchy.units["name"]
    group = statements.loc[list(topic.statements)]
    shown = pd.concat([group.drop_duplicates("top_id"), group]).drop_duplicates("statement_id")
    return Finding(
        rule=rules.FRAGMENTATION,
        key="FUN103.led" if topic.lead else "FUN103.unled",
        subjects=tuple(Subject(SubjectKind.STATEMENT, said) for said in topic.statements),
        evidence=quotes.evidence(shown["statement_id"].head(QUOTED)),
        score=min(1.0, round(0.4 + 0.1 * topic.slices, 4)),
        params=params(
            topic=topic.name,
            count=len(group["slice"].unique()),
            units=tuple(name[unit] for unit in topic.units),
            lead=name.get(topic.lead, topic.lead) if topic.lead else "",
        ),
    )


def _figures(
    topics: Sequence[Topic], findings: Sequence[Finding], organisation: Organisation
) -> tuple[Figure, ...]:
    prints: tuple[Fingerprint, ...] = tuple(finding.fingerprint for finding in findings)
    whole = organisation.span(TableName.FUNCTIONS)
    return (
        Figure(name="topics.cross_unit", value=len(topics), places=whole),
        Figure(name="topics.fragmented", value=len(prints), findings=prints, places=whole),
    )
