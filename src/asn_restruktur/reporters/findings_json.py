"""How do programs get findings, recommendations and figures?"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from asn_restruktur.advice.recommendation import Recommendation
from asn_restruktur.findings import Evidence, Figure, Finding, Subject
from asn_restruktur.reporters.messages import Catalogue, catalogue
from asn_restruktur.reporters.persons import Persons, persons
from asn_restruktur.reporters.report import Report
from asn_restruktur.vocabulary import Language, Place

SCHEMA_VERSION = "1.0"
"""The first number rises when a reader of the older form would break, the second with additions."""

SCHEMA = "urn:asn-restruktur:schema:findings:1"

_DECIMALS = 6

Record = dict[str, object]

# As in Pasal 11 ayat (2) huruf c.
_ARTICLE = {
    "pasal": re.compile(r"\bpasal\s+(\w+)", re.IGNORECASE),
    "ayat": re.compile(r"\bayat\s+\(?(\w+)", re.IGNORECASE),
    "huruf": re.compile(r"\bhuruf\s+(\w+)", re.IGNORECASE),
}


def render(report: Report) -> Mapping[str, bytes]:
    """Write `findings.json`, worded in both languages; no name and no NIP of a person in it.

    Each finding, recommendation and figure stands on a line of its own, in the report's order.
    """
    hidden = persons(report.organisation)
    words = {lang: catalogue(lang) for lang in Language}
    head: Record = {
        "$schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "tool_version": report.version,
        "government": report.organisation.government.name,
        "as_of": report.as_of,
    }
    lists = {
        "findings": [_finding(finding, hidden, words) for finding in report.findings],
        "recommendations": [_advice(advice, hidden, words) for advice in report.recommendations],
        "figures": [_figure(figure) for figure in report.figures.values()],
    }
    parts = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    parts += [f"{_json(name)}: {_rows(rows)}" for name, rows in lists.items()]
    text = "{\n" + ",\n".join(parts) + "\n}\n"
    return {"findings.json": text.encode("utf-8", errors="replace")}


def _rows(rows: Iterable[Record]) -> str:
    lines = [_json(row) for row in rows]
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _finding(finding: Finding, hidden: Persons, words: Mapping[Language, Catalogue]) -> Record:
    values = hidden.hide_params(finding.params)
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "subjects": [_subject(subject, hidden) for subject in finding.subjects],
        "places": [_place(place) for place in finding.places],
        "score": round(finding.score, _DECIMALS),
        "fingerprint": finding.fingerprint,
        "message": {lang: said.sentence(finding.key, values) for lang, said in words.items()},
        "evidence": [_evidence(evidence, hidden) for evidence in finding.evidence],
        "facets": [
            {
                "facet": line.facet.removeprefix("facet."),
                "left": hidden.hide(line.left),
                "sign": line.sign,
                "right": hidden.hide(line.right),
            }
            for line in finding.facets
        ],
    }


def _subject(subject: Subject, hidden: Persons) -> Record:
    return {"kind": subject.kind, "id": hidden.hide(subject.id)}


def _evidence(evidence: Evidence, hidden: Persons) -> Record:
    record: Record = {"quote": hidden.hide(evidence.quote)}
    if evidence.place:
        record["place"] = _place(evidence.place)
    if evidence.subject:
        record["subject"] = _subject(evidence.subject, hidden)
    return record


def _place(place: Place) -> Record:
    """State a place by what is known of it: sheet and cell, or line and column, or article."""
    record: Record = {"file": place.file}
    if place.sheet:
        record["sheet"] = place.sheet
    if place.cell:
        record["cell"] = place.cell
    elif place.line:
        record["line"] = place.line
        if place.column:
            record["column"] = place.column
    for name, pattern in _ARTICLE.items():
        if found := pattern.search(place.article):
            record[name] = found.group(1)
    return record


def _advice(advice: Recommendation, hidden: Persons, words: Mapping[Language, Catalogue]) -> Record:
    told = replace(advice, params=hidden.hide_params(advice.params))
    return {
        "rank": advice.rank,
        "action": advice.action,
        "title": {lang: said.recommendation(told) for lang, said in words.items()},
        "reason": {lang: said.reason(told) for lang, said in words.items()},
        "steps": {lang: said.steps(told) for lang, said in words.items()},
        "findings": list(advice.findings),
        "units": list(advice.units),
        "ends": advice.ends,
        "effort": advice.effort.name.lower(),
        "risk": advice.risk.name.lower(),
        "people_moved": advice.people_moved,
        "units_moved": advice.units_moved,
    }


def _figure(figure: Figure) -> Record:
    return {
        "key": figure.key,
        "name": figure.name,
        "about": figure.about,
        "value": round(figure.value, _DECIMALS),
        "unit": figure.unit,
        "places": [_place(place) for place in figure.places],
        "findings": list(figure.findings),
        "basis": list(figure.basis),
    }
