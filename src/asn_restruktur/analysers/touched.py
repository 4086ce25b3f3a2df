"""Which findings touch a unit, or what stands below it?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from asn_restruktur.findings import Figure, Finding, SubjectKind
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import Fingerprint, TableName

_RESTS_WITH = {
    SubjectKind.STATEMENT: (TableName.FUNCTIONS, "statement_id"),
    SubjectKind.POSITION: (TableName.POSITIONS, "position_id"),
}
"""Subjects that belong to a unit: their table and its id."""


def unit_figures(
    findings: Iterable[Finding], organisation: Organisation, hierarchy: Hierarchy
) -> tuple[Figure, ...]:
    """Count the findings of each unit, with those of the units below it.

    Args:
        findings: those that the report tells.
        organisation: whose statements and positions they are about.
        hierarchy: of its units.

    Returns:
        `unit.findings` of every unit, in the order of the units.
    """
    owners = {kind: _owners(organisation, *where) for kind, where in _RESTS_WITH.items()}
    touched: dict[str, dict[Fingerprint, None]] = defaultdict(dict)
    for finding in findings:
        for unit in _units(finding, owners):
            if unit in hierarchy.units.index:
                for above in hierarchy.path(unit):
                    touched[above][finding.fingerprint] = None
    places = organisation.places(TableName.UNITS, organisation.units.index)
    return tuple(
        Figure(
            name="unit.findings",
            about=unit,
            value=len(touched[unit]),
            findings=tuple(touched[unit]),
            places=() if touched[unit] else (place,),
        )
        for unit, place in zip(organisation.units["unit_id"], places, strict=True)
    )


def _owners(organisation: Organisation, table: TableName, key: str) -> dict[str, str]:
    frame = organisation.table(table)
    return dict(zip(frame[key], frame["unit_id"], strict=True))


def _units(finding: Finding, owners: dict[SubjectKind, dict[str, str]]) -> Iterator[str]:
    for subject in finding.subjects:
        if subject.kind is SubjectKind.UNIT:
            yield subject.id
        elif subject.kind in owners:
            yield owners[subject.kind].get(subject.id, "")
