"""Who does which service, who leads it, and which working relations are missing?"""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from asn_restruktur.findings import Finding, SubjectKind
from asn_restruktur.reporters.html.directory import Directory, split
from asn_restruktur.reporters.html.summary import counted
from asn_restruktur.reporters.html.wording import Wording
from asn_restruktur.reporters.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service that several perangkat daerah do parts of.

    `lead` is "" where nobody leads it, which only a fragmented service lacks.
    """

    topic: str
    units: tuple[str, ...]
    lead: str
    is_fragmented: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The section on services; the worst stand first."""

    heading: Markup
    lead: Markup
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A working relation that the duties need and nothing states.

    Args:
        units: ids of the units it is about.
        topic: the matter, "" where it has no name.
        quote: a statement that asks for it.
        kind: what is missing.
        href: its finding; "" where no rule that is selected tells it.
    """

    units: tuple[str, ...]
    topic: str
    quote: str
    kind: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordination:
    """The section on working relations."""

    heading: Markup
    lead: Markup
    gaps: tuple[Gap, ...]


def services(report: Report, units: Directory, say: Wording) -> Services | None:
    """Show services and their coordinators; None where there is no statement to read."""
    shared = report.figures.get("topics.cross_unit")
    fragmented = report.figures.get("topics.fragmented")
    leadless = report.figures.get("topics.without_lead")
    if shared is None or fragmented is None or leadless is None:
        return None
    if counted(report, "city.statements") is None:
        return None
    if not shared.value:
        return Services(heading=say.heading("services.none"), lead=Markup(), services=())
    shown = sorted(_services(report, units), key=_weight)
    key = "services.heading" if leadless.value else "services.led"
    return Services(
        heading=say.heading(key, count=leadless, cross=fragmented),
        lead=say("services.lead"),
        services=tuple(shown),
    )


def _services(report: Report, units: Directory) -> Iterator[Service]:
    topics = report.tables["topics"]
    columns = ["topic", "units", "is_fragmented", "lead_unit"]
    for topic, cell, is_fragmented, lead in topics[columns].itertuples(index=False, name=None):
        involved = tuple(unit for unit in split(str(cell)) if unit in units.names)
        if len(involved) > 1:
            yield Service(
                topic=str(topic),
                units=involved,
                lead=str(lead) if str(lead) in units.names else "",
                is_fragmented=bool(is_fragmented),
            )


def _weight(service: Service) -> tuple[bool, bool, int]:
    """Put services without a coordinator first, fragmented before others, then the widest."""
    return (bool(service.lead), not service.is_fragmented, -len(service.units))


def coordination(report: Report, units: Directory, say: Wording) -> Coordination | None:
    """Show the relations that are needed and not stated; None where nothing was read."""
    gaps = report.figures.get("coordination.gaps")
    if gaps is None or counted(report, "city.statements") is None:
        return None
    if not gaps.value:
        return Coordination(heading=say.heading("coordination.none"), lead=Markup(), gaps=())
    return Coordination(
        heading=say.heading("coordination.heading", count=gaps),
        lead=_lead(report, say),
        gaps=tuple(_gaps(report, units, say)),
    )


def _lead(report: Report, say: Wording) -> Markup:
    """Say what is listed and, where links are declared, how much of what is needed they meet."""
    names = ("needed", "arranged", "share", "by_chance_low", "by_chance_high")
    figures = {name: report.figures.get(f"congruence.{name}") for name in names}
    known = {name: figure for name, figure in figures.items() if figure is not None}
    lead = say("coordination.lead")
    return lead + " " + say("coordination.congruence", **known) if known else lead


def _gaps(report: Report, units: Directory, say: Wording) -> Iterator[Gap]:
    """Yield relations between two units first; services without a coordinator stand above."""
    table = report.tables["coordination"]
    table = table[table["is_gap"].astype(bool)]
    functions = report.organisation.functions
    texts = dict(functions[["statement_id", "text"]].itertuples(index=False, name=None))
    findings = {_key(finding): finding for finding in report.findings}
    is_leadless = table["kind"] == "topic_without_lead"
    for row in pd.concat([table[~is_leadless], table[is_leadless]]).to_dict("records"):
        kind, topic = str(row["kind"]), str(row["topic"])
        involved = split(str(row["units"]))
        finding = findings.get((kind, frozenset(involved), topic))
        ends = (str(row["from_unit"]), str(row["to_unit"]))
        said = split(str(row["statement_ids"]))
        yield Gap(
            units=tuple(u for u in (ends if all(ends) else involved) if u in units.names),
            topic=topic,
            quote=str(texts.get(said[0], "")) if said and not topic else "",
            kind=say.words.word(f"coordination_kind.{kind}"),
            href=f"#temuan-{finding.fingerprint}" if finding else "",
        )


def _key(finding: Finding) -> tuple[str, frozenset[str], str]:
    """Name what a row of the table and its finding have in common."""
    topic = next(iter(finding.ids(SubjectKind.TOPIC)), "")
    return finding.rule.name, frozenset(finding.ids(SubjectKind.UNIT)), topic
