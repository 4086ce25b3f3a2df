"""Who does which service, who leads it, and which working relations are missing?"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from asn_restruktur.reporters.html.directory import Directory, split
from asn_restruktur.reporters.html.summary import counted
from asn_restruktur.reporters.html.wording import Wording
from asn_restruktur.reporters.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service that several perangkat daerah do parts of; `lead` is "" where nobody leads it."""

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
    """A working relation that the duties need and nothing states."""

    units: tuple[str, ...]
    topic: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordination:
    """The section on working relations."""

    heading: Markup
    lead: Markup
    gaps: tuple[Gap, ...]


def services(report: Report, units: Directory, say: Wording) -> Services | None:
    """Show services and their coordinators; None where there is no statement to read."""
    cross = report.figures.get("topics.cross_unit")
    leadless = report.figures.get("topics.without_lead")
    if cross is None or leadless is None or counted(report, "city.statements") is None:
        return None
    if not cross.value:
        return Services(heading=say.heading("services.none"), lead=Markup(), services=())
    shown = sorted(_services(report, units), key=_weight)
    key = "services.heading" if leadless.value else "services.led"
    return Services(
        heading=say.heading(key, count=leadless, cross=cross),
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
        lead=say("coordination.lead"),
        gaps=tuple(_gaps(report, units, say)),
    )


def _gaps(report: Report, units: Directory, say: Wording) -> Iterator[Gap]:
    table = report.tables["coordination"]
    for row in table[table["is_gap"].astype(bool)].to_dict("records"):
        ends = (str(row["from_unit"]), str(row["to_unit"]))
        involved = ends if all(ends) else split(str(row["units"]))
        yield Gap(
            units=tuple(unit for unit in involved if unit in units.names),
            topic=str(row["topic"]),
            kind=say.words.word(f"coordination_kind.{row['kind']}"),
        )
