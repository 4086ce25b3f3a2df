"""The sample city's report shows every problem that was planted in it."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from asn_restruktur.findings import Finding, SubjectKind
from asn_restruktur.pipeline import analyze
from asn_restruktur.reporters.report import Report

CITY = Path(__file__).parents[2] / "data/samples/kota-teladan"
PLANTED = yaml.safe_load((CITY / "masalah-tanam.yaml").read_text(encoding="utf-8"))


def claims() -> Iterator[tuple[str, dict[str, Any]]]:
    for problem in PLANTED:
        for claim in (problem, *problem.get("also", [])):
            yield f"{problem['id']}-{claim['rule']}", claim


@pytest.fixture(scope="module")
def report() -> Report:
    return analyze([CITY / "kota-teladan.xlsx"])


@pytest.fixture(scope="module")
def statement_ids() -> dict[str, str]:
    with (CITY / "sumber/tertanam.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=";")
        return {f"{row['unit_id']}/{row['key']}": row["statement_id"] for row in rows}


@pytest.mark.parametrize("claim", [pytest.param(claim, id=name) for name, claim in claims()])
def test_planted_problem_is_found(
    claim: dict[str, Any], report: Report, statement_ids: dict[str, str]
) -> None:
    units = set(claim["subjects"])
    said = {statement_ids[key] for key in claim.get("statements", [])}
    if claim["rule"] == "KOR101":  # a service is told with its perangkat daerah
        tops = report.hierarchy.units["top_id"]
        units = {tops[unit] for unit in units}
    told = [finding for finding in report.findings if finding.code == claim["rule"]]
    assert any(_tells(finding, units, said) for finding in told)


def _tells(finding: Finding, units: set[str], said: set[str]) -> bool:
    """Tell whether a finding names the planted statements, or else the planted units."""
    if mine := set(finding.ids(SubjectKind.STATEMENT)):
        return bool(said) and said <= mine
    return units <= set(finding.ids(SubjectKind.UNIT))
