"""What would mend the faults of one kind in one perangkat daerah, and what would it move?"""

from asn_restruktur.advice.clusters import Cluster, units_of
from asn_restruktur.advice.ground import Ground, unit_ids
from asn_restruktur.advice.recommendation import Action, Level, Recommendation, heavier
from asn_restruktur.findings import SubjectKind, Value, Word, params
from asn_restruktur.rules import (
    DEEP_LAYERS,
    EMPTY_POST,
    NO_FUNCTIONS,
    SINGLE_CHILD,
    UNSPECIFIC,
    WIDE_SPAN,
)

_MOST_NAMES = 6
_ONLY_WORDS = frozenset({NO_FUNCTIONS.code, UNSPECIFIC.code})
"""Faults that end when a regulation is reworded."""


def structure_step(cluster: Cluster, ground: Ground) -> Recommendation:
    """Faults of one kind in one perangkat daerah."""
    top, code = cluster.key
    units = list(
        dict.fromkeys(unit for finding in cluster.findings for unit in units_of(finding, ground))
    )
    moved: list[str] = []
    count = 0
    for finding in cluster.findings:
        chain = finding.ids(SubjectKind.UNIT)
        values = dict(finding.params)
        match finding.rule.code:
            case SINGLE_CHILD.code:
                moved += chain[1:2]
                count += len(chain) - 1
            case DEEP_LAYERS.code:
                lowest = [item.subject.id for item in finding.evidence if item.subject]
                moved += lowest[-1:]
                count += 1
            case WIDE_SPAN.code:
                count += _whole(values["span"]) - _whole(values["limit"])
            case _:
                pass
    people = sum(ground.people(unit) for unit in dict.fromkeys(moved) if unit in ground.name)
    named = [unit for unit in units if unit != top] or [top]
    effort = Level.SMALL if code in _ONLY_WORDS else Level.MEDIUM
    return Recommendation(
        action=Action.STRUCTURE,
        params=params(
            where=ground.where(units[0]) if len(cluster.findings) == 1 else ground.name[top],
            units=tuple(ground.name[unit] for unit in named[:_MOST_NAMES]),
            step=Word(f"structure_step.{code}"),
            reason=Word(f"structure_reason.{code}"),
            count=len(named),
        ),
        findings=cluster.fingerprints,
        units=unit_ids([top, *units]),
        effort=heavier(effort, people, count),
        people_moved=people,
        units_moved=count,
        risk=Level.MEDIUM if people or code == EMPTY_POST.code else Level.SMALL,
    )


def _whole(value: Value) -> int:
    return int(value) if isinstance(value, (int, float)) else 0
