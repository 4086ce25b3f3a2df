"""A city measured for its structure, in a few lines."""

from types import SimpleNamespace
from typing import cast

import pandas as pd

from asn_restruktur.analysers import size, structure
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.config import Settings
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import hierarchy
from asn_restruktur.organisation.model import Organisation
from raw_tables import Row, organisation, raw, units

BOILERPLATE = "pelaksanaan fungsi lain"


def city(
    *rows: str,
    functions: dict[str, int] | None = None,
    positions: list[Row] | None = None,
    employees: list[Row] | None = None,
) -> Organisation:
    """Assemble units (`id < parent: name`) with so many statements each."""
    said = [
        {"unit_id": unit, "text": f"pembinaan {unit} {at}"}
        for unit, count in (functions or {}).items()
        for at in range(count)
    ]
    return organisation(
        raw("units", units(*rows)),
        raw("functions", said),
        raw("positions", positions or []),
        raw("employees", employees or []),
    )


def readings(measured: Organisation) -> Readings:
    """Read statements: boiler-plate is the one text that says so."""
    is_boilerplate = measured.functions["text"].str.startswith(BOILERPLATE)
    statements = pd.DataFrame({"is_boilerplate": is_boilerplate})
    return cast("Readings", SimpleNamespace(statements=statements))


def analysed(measured: Organisation, settings: Settings | None = None) -> Analysis:
    """Run the analyser of structure."""
    tree = hierarchy(measured)
    return structure.analyse(measured, tree, readings(measured), settings or Settings())


def sized(measured: Organisation) -> Analysis:
    """Run the analyser of size."""
    return size.analyse(measured, hierarchy(measured), readings(measured), Settings())


def told(analysis: Analysis) -> list[tuple[str, list[str]]]:
    """Return each finding as its code and the ids of its subjects."""
    return [
        (finding.code, [subject.id for subject in finding.subjects])
        for finding in analysis.findings
    ]
