"""How many pairs are there: in all, of each unit, between two perangkat daerah?"""

from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from asn_restruktur import rules
from asn_restruktur.findings import Figure, Finding
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import Fingerprint, TableName


def pair_figures(
    findings: Sequence[Finding],
    pairs: pd.DataFrame,
    unit_pairs: pd.DataFrame,
    organisation: Organisation,
    hierarchy: Hierarchy,
) -> tuple[Figure, ...]:
    """Count the pairs: in all, of each unit with those below it, between two perangkat daerah."""
    whole = organisation.span(TableName.FUNCTIONS)
    double = [finding for finding in findings if finding.rule is rules.DUPLICATION]
    partly = [finding for finding in findings if finding.rule is rules.OVERLAP]
    figures = [
        Figure(name=f"overlap.{name}", value=len(told), findings=_prints(told), places=whole)
        for name, told in (("duplications", double), ("overlaps", partly))
    ]
    figures += [
        Figure(
            name="pair.score",
            about=finding.fingerprint,
            value=finding.score,
            places=finding.places,
            findings=(finding.fingerprint,),
        )
        for finding in findings
    ]
    by_unit: dict[str, list[Finding]] = defaultdict(list)
    by_tops: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    columns = ["unit_a", "unit_b", "top_a", "top_b"]
    rows = pairs[columns].itertuples(index=False, name=None)
    for finding, (unit_a, unit_b, top_a, top_b) in zip(findings, rows, strict=True):
        for unit in {*hierarchy.path(unit_a), *hierarchy.path(unit_b)}:
            by_unit[unit].append(finding)
        by_tops[top_a, top_b].append(finding)
        by_tops[top_b, top_a].append(finding)
    units = organisation.places(TableName.UNITS, organisation.units.index)
    for unit, place in zip(organisation.units["unit_id"], units, strict=True):
        told = by_unit[unit]
        figures.append(
            Figure(
                name="unit.overlaps",
                about=unit,
                value=len(told),
                findings=_prints(told),
                places=() if told else (place,),
            )
        )
    for a, b in unit_pairs[["unit_a", "unit_b"]].itertuples(index=False, name=None):
        told = by_tops[a, b]
        about = f"{a};{b}"
        twice = [finding for finding in told if finding.rule is rules.DUPLICATION]
        figures += [
            Figure(
                name=f"unit_pair.{name}",
                about=about,
                value=len(some),
                findings=_prints(some),
                places=() if some else whole,
            )
            for name, some in (("pairs", told), ("duplications", twice))
        ]
    return tuple(figures)


def _prints(findings: Sequence[Finding]) -> tuple[Fingerprint, ...]:
    return tuple(finding.fingerprint for finding in findings)
