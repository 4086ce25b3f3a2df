"""How does a report become one HTML file that needs nothing else?"""

from collections.abc import Mapping

from markupsafe import Markup

from asn_restruktur.reporters.html.advice import steps as advice_steps
from asn_restruktur.reporters.html.directory import directory
from asn_restruktur.reporters.html.findings_list import STATIC_ROWS, Line, rules_found
from asn_restruktur.reporters.html.findings_list import lines as finding_lines
from asn_restruktur.reporters.html.foot import foot
from asn_restruktur.reporters.html.frame import asset, environment, policy, style
from asn_restruktur.reporters.html.overlap import overlap
from asn_restruktur.reporters.html.payload import Contents, payload
from asn_restruktur.reporters.html.services import coordination, services
from asn_restruktur.reporters.html.structure import structure
from asn_restruktur.reporters.html.summary import summary
from asn_restruktur.reporters.html.thumbnail import thumbnail
from asn_restruktur.reporters.html.wording import Wording
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.rule_page import rule_record
from asn_restruktur.rules import Rule
from asn_restruktur.vocabulary import Severity

FILE_NAME = "report.html"
_FOLD = 12


def render(report: Report) -> Mapping[str, bytes]:
    """Show a report as one self-contained page.

    Returns:
        `report.html`, UTF-8: no request leaves it, and no text of a stranger is obeyed in it.
    """
    say = Wording(report)
    place = report.organisation.government.name
    title = say.plain("title.place", name=place) if place else say.plain("title.bare")
    css, script = style(title, "report.css"), asset("report.js")
    page = environment().get_template("report.html.j2")
    content = page.render(
        **_sections(report, say),
        lang=str(report.lang),
        version=report.version,
        title=title,
        place=place or say.plain("title.short"),
        policy=policy(css, script),
        css=Markup(css),  # noqa: S704  # ours, and the title in it is escaped
        script=Markup(script),  # noqa: S704  # ours
    )
    return {FILE_NAME: content.encode("utf-8")}


def _sections(report: Report, say: Wording) -> dict[str, object]:
    """Gather what each section shows; one without data is empty and absent."""
    units = directory(report)
    chart = structure(report, units, say)
    lines = finding_lines(report, units, say)
    steps = advice_steps(report, say)
    served = services(report, units, say)
    linked = coordination(report, units, say)
    compared = overlap(report, units, say)
    present = {
        "isi": True,
        "struktur": True,
        "tumpang": compared is not None,
        "layanan": served is not None,
        "koordinasi": linked is not None,
        "rekomendasi": bool(steps),
        "temuan": True,
    }
    weights = {weight.name.lower() for weight in Severity}
    found_tops = {top for line in lines for top in line.tops}
    return {
        "say": say,
        "units": units,
        "sections": [(anchor, say.plain(f"nav.{anchor}")) for anchor in present if present[anchor]],
        "summary": summary(report, units, say),
        "structure": chart,
        "thumbnail": thumbnail(chart),
        "overlap": compared,
        "services": served,
        "coordination": linked,
        "steps": steps,
        "lines": lines,
        "static_rows": STATIC_ROWS,
        "fold": _FOLD,
        "findings_heading": say("findings.heading" if lines else "findings.none"),
        "families": sorted({line.family for line in lines}),
        "severities": list(dict.fromkeys(line.severity for line in _by_weight(lines))),
        "severity_words": {weight: say.words.word(f"severity.{weight}") for weight in weights},
        "found_tops": [unit for unit in units.top_units if unit in found_tops],
        "hrefs": {line.id: line.href for line in lines},
        "short_ids": report.short_ids,
        "foot": foot(report, say),
        "rules": [_rule(rule, say) for rule in rules_found(report)],
        "payload": payload(
            report, units, say, Contents(chart=chart, lines=lines, steps=steps, services=served)
        ),
    }


def _by_weight(lines: tuple[Line, ...]) -> list[Line]:
    return sorted(lines, key=lambda line: -Severity[line.severity.upper()])


def _rule(rule: Rule, say: Wording) -> dict[str, str]:
    known = say.words.word(f"confidence.{rule.basis.confidence}")
    return (
        {"what": "", "why": "", "when_not": ""}
        | rule_record(rule, say.words)
        | {"confidence": known}
    )
