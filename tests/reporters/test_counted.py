from dataclasses import replace

import pytest

from asn_restruktur.findings import Figure, Finding, Subject, SubjectKind
from asn_restruktur.reporters.counted import merged, recounted
from asn_restruktur.rules import OVERLAP

FOUND = [Finding(rule=OVERLAP, subjects=(Subject(SubjectKind.UNIT, unit),)) for unit in "ab"]


def test_a_figure_stated_twice_is_a_fault_of_ours() -> None:
    figure = Figure(name="city.units", value=1)
    with pytest.raises(ValueError, match=r"city\.units"):
        merged([[figure], [figure]])


def test_a_count_of_findings_follows_those_that_are_told_and_a_measure_does_not() -> None:
    prints = tuple(finding.fingerprint for finding in FOUND)
    count = Figure(name="overlap.overlaps", value=2, findings=prints)
    measure = replace(count, name="structure.need", value=7.5)
    told, kept = recounted([count, measure], FOUND[:1])
    assert (told.value, told.findings) == (1, prints[:1])
    assert (kept.value, kept.findings) == (7.5, prints[:1])
