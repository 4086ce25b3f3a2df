"""How do programs get what was understood of the files?"""

import json

from asn_restruktur import __version__
from asn_restruktur.findings import Finding, Problem
from asn_restruktur.loaders.understood import Part, Reading, Source
from asn_restruktur.reporters.inspection.whole import whole_tables
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language, Place

SCHEMA_VERSION = "1.0"
"""The first number rises when a reader of the older form would break, the second with additions."""

SCHEMA = "urn:asn-restruktur:schema:inspect:1"

Record = dict[str, object]


def json_text(reading: Reading) -> str:
    """Write what was understood as JSON, as `schema inspect` describes it."""
    record: Record = {
        "$schema": SCHEMA,
        "schema_version": SCHEMA_VERSION,
        "tool_version": __version__,
        "files": [_file(source, reading) for source in reading.sources],
        "problems": [_problem(problem) for problem in reading.problems],
    }
    text = json.dumps(record, ensure_ascii=False, indent=2)
    return text.encode("utf-8", errors="replace").decode("utf-8") + "\n"


def _file(source: Source, reading: Reading) -> Record:
    return {
        "file": source.file,
        "form": str(source.form),
        "encoding": source.encoding,
        "delimiter": source.delimiter,
        "parts": [_part(part) for part in whole_tables(source.parts)],
        "findings": [
            _finding(finding)
            for finding in reading.findings
            if finding.places and finding.places[0].file == source.file
        ],
    }


def _part(part: Part) -> Record:
    return {
        "sheet": part.sheet,
        "table": part.table,
        "sureness": part.sureness,
        "is_stated": part.is_stated,
        "heading": part.heading,
        "columns": [
            {
                "at": column.at,
                "heading": column.heading,
                "column": column.field or None,
                "is_needless": column.is_needless,
                "sureness": column.sureness,
            }
            for column in part.columns
        ],
        "hierarchy": part.hierarchy,
        "unit_source": part.unit_source,
        "unit": list(part.unit),
        "position": part.position,
        "said": dict(part.said),
        "first_row": part.body[0],
        "last_row": part.body[1],
        "rows_in": part.read,
        "rows_kept": part.kept,
        "rows_out": part.rows,
        "left_out": [
            {
                "reason": str(reason),
                "count": count,
                "rows": list(part.left_rows.get(reason, ())),
            }
            for reason, count in part.left_out.items()
        ],
        "sample": [dict(row) for row in part.sample],
    }


def _finding(finding: Finding) -> Record:
    return {
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "fingerprint": finding.fingerprint,
        "places": [_place(place) for place in finding.places],
        "message": {str(lang): catalogue(lang).finding(finding) for lang in Language},
    }


def _problem(problem: Problem) -> Record:
    def said(lang: Language) -> str:
        words = catalogue(lang)
        return words.say(f"problems.{problem.key}", problem.params)

    return {
        "key": problem.key,
        "place": _place(problem.place) if problem.place else None,
        "message": {str(lang): said(lang) for lang in Language},
    }


def _place(place: Place) -> Record:
    values: Record = {
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "line": place.line,
        "column": place.column,
    }
    return {name: value for name, value in values.items() if value}
