"""What should be done, and what first?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import sqrt

import pandas as pd

from asn_restruktur.advice.clusters import clusters
from asn_restruktur.advice.ground import Ground
from asn_restruktur.advice.recommendation import Action, Recommendation
from asn_restruktur.advice.steps import step
from asn_restruktur.findings import Figure, Finding
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import Fingerprint, Severity

WORTH = {Severity.NOTE: 0.3, Severity.WARNING: 1.0, Severity.ERROR: 10.0}
"""What it is worth to end a finding."""

_PEOPLE_AS_HARD_AS_ONE_LEVEL = 50
"""So many people who change their unit weigh as much as one more level of effort."""


def recommend(
    organisation: Organisation,
    hierarchy: Hierarchy,
    findings: Sequence[Finding],
    tables: Mapping[str, pd.DataFrame],
) -> tuple[Recommendation, ...]:
    """Recommend one step for each cluster of findings.

    Mending the data comes first, for all else rests on it. The others stand by

        (sum of worth x score / sqrt(place) of the findings it ends) / (effort + people moved / 50)

    with worth 0.3, 1 and 10 for a note, a warning and an error, place 1 for its weightiest finding,
    and effort 1 to 3: what the law forbids comes before a heap of weaker signs, each of which adds
    less than the one before. Then by how many findings each ends, less risk, and its first
    finding, so that the order is always the same.

    Args:
        organisation: its statements and employees: who states and who would move.
        hierarchy: of its units.
        findings: in the order in which they are reported.
        tables: analysis tables; `topics` says which service a statement belongs to, `structure`
            how many specific statements a unit has.

    Returns:
        Recommendations, rank 1 first. Each finding stands in one of them at most.
    """
    ground = Ground(organisation, hierarchy, tables)
    weight = {finding.fingerprint: WORTH[finding.severity] * finding.score for finding in findings}
    steps = [step(cluster, ground) for cluster in clusters(findings, ground)]
    steps.sort(
        key=lambda advice: (
            advice.action is not Action.DATA,
            -round(_worth(advice, weight), 6),
            -advice.ends,
            advice.risk,
            advice.findings,
        )
    )
    return tuple(replace(advice, rank=rank) for rank, advice in enumerate(steps, start=1))


def advice_figures(recommendations: Sequence[Recommendation]) -> tuple[Figure, ...]:
    """State what each recommendation would end and move, by its rank."""
    figures = []
    for advice in recommendations:
        numbers = {
            "advice.ends": advice.ends,
            "advice.people_moved": advice.people_moved,
            "advice.units_moved": advice.units_moved,
        }
        figures += [
            Figure(name=name, about=str(advice.rank), value=value, findings=advice.findings)
            for name, value in numbers.items()
        ]
    return tuple(figures)


def _worth(advice: Recommendation, weight: Mapping[Fingerprint, float]) -> float:
    """Divide what a step ends by what it costs."""
    weights = sorted((weight[fingerprint] for fingerprint in advice.findings), reverse=True)
    gain = sum(value / sqrt(place) for place, value in enumerate(weights, start=1))
    return gain / (advice.effort + advice.people_moved / _PEOPLE_AS_HARD_AS_ONE_LEVEL)
