"""Small organisations out of the cases in `tests/rules/`, and what a rule finds in them."""

from itertools import count
from typing import Any

import pandas as pd

from asn_restruktur.findings import SubjectKind
from asn_restruktur.organisation.assemble import assemble
from asn_restruktur.organisation.model import Government, Organisation, RawTable
from asn_restruktur.pipeline import analyze
from asn_restruktur.vocabulary import TableName

KINDS = {1: "dinas", 2: "bidang", 3: "seksi", 4: "tim_kerja"}


def organisation_of(case: dict[str, Any]) -> Organisation:
    """Build the organisation of a case.

    Unit codes show the tree: `1.2` stands under `1`. A unit is a dinas, bidang, seksi or tim kerja
    by its depth unless `units` says otherwise; every unit above a named one exists.
    """
    told = case.get("units", {})
    functions = case.get("functions", {})
    links = case.get("links", [])
    named = [*told, *functions, *(link[end] for link in links for end in ("from", "to"))]
    codes = {
        ".".join(code.split(".")[: n + 1]) for code in named for n in range(code.count(".") + 1)
    }
    units = [
        {
            "unit_id": code,
            "name": f"Unit {code}",
            "kind": KINDS[code.count(".") + 1],
            "parent_id": code.rpartition(".")[0] or None,
            **told.get(code, {}),
        }
        for code in sorted(codes)
    ]
    number = count(1)
    statements = [
        {"statement_id": f"{code}-f{next(number)}", "unit_id": code, "text": text}
        for code, texts in functions.items()
        for text in texts
    ]
    related = [
        {
            "from_unit": link["from"],
            "to_unit": link["to"],
            "kind": link["kind"],
            "topic": link.get("topic"),
        }
        for link in links
    ]
    tables = {
        TableName.UNITS: units,
        TableName.FUNCTIONS: statements,
        TableName.LINKS: related,
        TableName.POSITIONS: case.get("positions", []),
    }
    raw = [_raw(name, rows) for name, rows in tables.items() if rows]
    return assemble(raw, government=Government())


def found_by(code: str, organisation: Organisation) -> list[tuple[str, ...]]:
    """Return the sorted unit ids of each finding of a rule; for statements, their units'."""
    unit_of = organisation.functions.set_index("statement_id")["unit_id"]
    return [
        tuple(
            sorted(
                {unit_of[s] for s in finding.ids(SubjectKind.STATEMENT)}
                | set(finding.ids(SubjectKind.UNIT))
            )
        )
        for finding in analyze(organisation).findings
        if finding.code == code
    ]


def _raw(name: TableName, rows: list[dict[str, Any]]) -> RawTable:
    frame = pd.DataFrame(rows).astype(object)
    frame = frame.where(frame.notna(), None)
    return RawTable(
        name=name,
        frame=frame.assign(
            place_file="kasus.xlsx",
            place_sheet=str(name),
            place_row=range(2, 2 + len(frame)),
            place_column=0,
            place_article="",
        ),
        letters={column: "ABCDEFGHIJKLMNOP"[at] for at, column in enumerate(frame.columns)},
    )
