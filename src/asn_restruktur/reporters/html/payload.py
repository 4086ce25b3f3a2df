"""What does the script of the page get to show, filter and search?"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from asn_restruktur.findings import Sign
from asn_restruktur.reporters.foreign_text import visible
from asn_restruktur.reporters.html.advice import Step, rank_by_finding
from asn_restruktur.reporters.html.directory import Directory, unbroken
from asn_restruktur.reporters.html.findings_list import Line
from asn_restruktur.reporters.html.overlap import pair_records
from asn_restruktur.reporters.html.services import Services
from asn_restruktur.reporters.html.structure import Structure
from asn_restruktur.reporters.html.wording import Wording
from asn_restruktur.reporters.report import Report
from asn_restruktur.vocabulary import Severity, TableName

_PANEL_FACTS = ("employees", "positions", "statements", "span", "findings")
_UI = "html.script."


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What the page shows already and the script shows again."""

    chart: Structure
    lines: Sequence[Line]
    steps: Sequence[Step]
    services: Services | None


def payload(report: Report, units: Directory, say: Wording, shown: Contents) -> Markup:
    """Bring what the script needs to JSON that no text can leave."""
    content = {
        "lang": str(report.lang),
        "words": {
            key.removeprefix(_UI): say.words.template(key)
            for key in say.words.keys("html")
            if key.startswith(_UI)
        },
        "signs": {sign: say.words.word(f"sign.{sign}") for sign in Sign},
        "severities": {
            name: say.words.word(f"severity.{name}")
            for name in (severity.name.lower() for severity in Severity)
        },
        "families": {line.family: say.plain(f"family.{line.family}") for line in shown.lines},
        "figures": {key: say.number(key) for key in report.figures},
        "facts": [[name, say.plain(f"figures.unit.{name}.label")] for name in _PANEL_FACTS],
        "measures": [
            {
                "name": measure.name,
                "label": measure.label,
                "heading": measure.heading,
                "unit": measure.unit,
                "key": list(measure.key.items()),
                "classes": measure.classes,
            }
            for measure in shown.chart.measures
        ],
        "single": units.top_units[0] if shown.chart.is_single and units.top_units else "",
        "units": _unit_records(report, units, say),
        "statements": _statement_records(report, units, say),
        "neighbours": [
            [str(a), str(b)]
            for a, b in report.tables["unit_pairs"][["unit_a", "unit_b"]].to_numpy()
        ],
        "pairs": list(pair_records(report, units, say, rank_by_finding(report))),
        "findings": [_finding_record(line, report) for line in shown.lines],
        "advice": [[step.rank, step.title] for step in shown.steps],
        "services": [
            service.topic for service in (shown.services.services if shown.services else ())
        ],
    }
    text = json.dumps(_shown(content), ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  # JSON without "<" ends no element


def _unit_records(report: Report, units: Directory, say: Wording) -> dict[str, object]:
    urusan = report.organisation.units[["unit_id", "urusan"]].to_numpy()
    served = {str(unit): str(codes).replace(";", ", ") for unit, codes in urusan}
    return {
        unit: {
            "name": name,
            "short": units.shorts[unit],
            "kind": say.words.word(f"unit_kind.{units.kinds[unit] or 'other'}"),
            "parent": units.parents[unit],
            "top": units.tops[unit],
            "children": units.children[unit],
            "urusan": served.get(unit, ""),
        }
        for unit, name in units.names.items()
    }


def _statement_records(report: Report, units: Directory, say: Wording) -> list[list[str]]:
    functions = report.organisation.functions
    places = report.organisation.places(TableName.FUNCTIONS, functions.index, "text")
    columns = functions[["statement_id", "unit_id", "text"]].itertuples(index=False, name=None)
    return [
        [str(unit), str(text), unbroken(units.citations[str(said)] or say.words.place(place))]
        for (said, unit, text), place in zip(columns, places, strict=True)
    ]


def _finding_record(line: Line, report: Report) -> dict[str, object]:
    return {
        "id": line.id,
        "short": report.short_ids[line.id],
        "anchor": line.anchor,
        "code": line.code,
        "severity": line.severity,
        "text": line.text,
        "quote": line.quote,
        "units": line.units,
        "tops": line.tops,
        "sources": line.sources,
        "more": line.more_sources,
        "pair": line.is_pair,
    }


def _shown(value: object) -> object:
    """Make every text in a tree of values visible."""
    match value:
        case str():
            return visible(value)
        case dict():
            return {visible(str(key)): _shown(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_shown(inner) for inner in value]
        case _:
            return value
