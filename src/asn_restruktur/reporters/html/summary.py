"""What does the first screen say: the sentence, the numbers, what to do first?"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from asn_restruktur.findings import Figure, Value
from asn_restruktur.reporters.html.directory import Directory
from asn_restruktur.reporters.html.wording import Clause, Wording
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.summary import nothing_read

_TROUBLED_UNITS = 3
_NUMBERS = 5
_SIZES = ("city.top_units", "city.units", "city.statements", "city.employees")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One of the large numbers: where it leads, its figure, what it counts, and its base."""

    href: str
    is_zero: bool
    number: Markup
    label: str
    base: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The first screen.

    Args:
        eyebrow: kind of report and date of the data.
        headline: what is wrong, claiming no more than was checked.
        size: how large the organisation is.
        trouble: the perangkat daerah where trouble sits; empty where there is none.
        left_out: what of the data could not be used; empty where all could.
        numbers: at most five.
    """

    eyebrow: Markup
    headline: Markup
    size: Markup
    trouble: Markup
    left_out: Markup
    numbers: tuple[Number, ...]


def summary(report: Report, units: Directory, say: Wording) -> Summary:
    """Say in one screen what the report found."""
    date = say.words.date(report.as_of) if report.as_of else ""
    return Summary(
        eyebrow=say("eyebrow.dated", date=date) if date else say("eyebrow.undated"),
        headline=_headline(report, say),
        size=_size(report, say),
        trouble=_trouble(report, units, say),
        left_out=_left_out(report, say),
        numbers=tuple(_numbers(report, say))[:_NUMBERS],
    )


def counted(report: Report, key: str) -> Figure | None:
    """Return a figure that counts something; None where it was not taken or counts nothing."""
    figure = report.figures.get(key)
    return figure if figure is not None and figure.value > 0 else None


def _headline(report: Report, say: Wording) -> Markup:
    """Say what is wrong; a rule that had nothing to read is not mentioned."""
    if missing := nothing_read(report):
        return say.heading("headline.said", clause=say.clause(f"summary.{missing}"))
    statements = report.figures["city.statements"]
    double = counted(report, "overlap.duplications")
    first = (
        say.clause("summary.duplications", count=double)
        if double
        else say.clause("summary.no_duplication", statements=statements)
    )
    others = ("topics.without_lead", "coordination.gaps", "overlap.overlaps")
    second = next((figure for key in others if (figure := counted(report, key))), None)
    if second is not None:
        clause = say.clause(f"summary.{second.name.partition('.')[2]}", count=second)
        first = say.clause("headline.and" if double else "headline.but", first=first, second=clause)
    return say.heading("headline.said", clause=first)


def _size(report: Report, say: Wording) -> Markup:
    figures = [figure for key in _SIZES if (figure := counted(report, key)) is not None]
    sizes = [
        say.clause(f"size.{figure.name.partition('.')[2]}", count=figure) for figure in figures
    ]
    return say("size.all", sizes=Clause(", ".join(sizes)))


def _trouble(report: Report, units: Directory, say: Wording) -> Markup:
    """Name the perangkat daerah whose duties touch those of others most."""
    figures = [
        figure
        for unit in units.top_units
        if (figure := counted(report, f"unit.overlaps:{unit}")) is not None
    ]
    figures.sort(key=lambda figure: -figure.value)
    if len(units.top_units) <= 1 or not figures:
        return Markup()
    named = [
        say.clause("trouble.unit", unit=units.shorts[figure.about], count=figure)
        for figure in figures[:_TROUBLED_UNITS]
    ]
    return say("trouble.units", units=say.listed(named))


def _left_out(report: Report, say: Wording) -> Markup:
    rows = counted(report, "data.left_out")
    if rows is not None:
        return say("left_out.rows", count=rows)
    has_faults = any(finding.code.startswith("DAT") for finding in report.findings)
    return say("left_out.told") if has_faults else Markup()


def _numbers(report: Report, say: Wording) -> Iterator[Number]:
    """Choose the numbers whose question the data could answer."""
    figures = report.figures
    statements = report.figures["city.statements"]
    need = counted(report, "structure.need")
    is_unread = None if statements else True
    bases = {
        "overlap.duplications": (statements, "city.specific_statements", "#tumpang"),
        "overlap.overlaps": (statements, "city.specific_statements", "#tumpang"),
        "topics.without_lead": (statements, "topics.fragmented", "#layanan"),
        "coordination.gaps": (statements, "", "#koordinasi"),
        "structure.empty_posts": (need, "structure.need", "#temuan?jenis=STR"),
        "city.top_units": (is_unread, "", "#struktur"),
        "city.units": (is_unread, "", "#struktur"),
        "city.positions": (is_unread, "", "#struktur"),
    }
    for key, (is_known, base, href) in bases.items():
        if is_known is None or key not in figures or (base and base not in figures):
            continue
        values: dict[str, Value | Figure] = {"base": figures[base]} if base else {}
        yield Number(
            href=href,
            is_zero=not figures[key].value,
            number=say.figure(key),
            label=say.plain(f"figures.{key}.label"),
            base=say(f"number.{key}.base", **values),
        )
