"""Does every unit stand below one that exists, and none below itself?"""

from dataclasses import replace
from functools import partial

import pandas as pd

from asn_restruktur.findings import Finding, Subject, SubjectKind, Value
from asn_restruktur.organisation.faults import evidence, fault, told
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.unit_references import names_of_units
from asn_restruktur.organisation.words import nearest
from asn_restruktur.rules import MISSING_PARENT, PARENT_CYCLE
from asn_restruktur.vocabulary import TableName


def rooted(organisation: Organisation) -> Organisation:
    """Make roots of the units whose parent does not exist, and of those that stand in a cycle.

    So nothing below them is lost.

    Args:
        organisation: unit ids are unique.

    Returns:
        The organisation; its units are a forest. One finding for each parent that does not exist
        and one for each cycle, with all its cells.
    """
    if TableName.UNITS not in organisation.tables:
        return organisation
    units = organisation.units
    known = frozenset(units["unit_id"])
    is_missing = (units["parent_id"] != "") & ~units["parent_id"].isin(known)
    orphans = list(units[is_missing].groupby("parent_id", sort=False))
    parents = units["parent_id"].mask(is_missing, "")
    cycles = _cycles(dict(zip(units["unit_id"], parents, strict=True)))
    in_cycle = units["unit_id"].isin([unit for cycle in cycles for unit in cycle])
    tables = {
        **organisation.tables,
        TableName.UNITS: units.assign(parent_id=parents.mask(in_cycle, "")),
    }
    findings = [
        *told(orphans, partial(_missing_parent, organisation, units), MISSING_PARENT),
        *told(cycles, partial(_parent_cycle, organisation), PARENT_CYCLE),
    ]
    return replace(organisation, tables=tables, findings=(*organisation.findings, *findings))


def _missing_parent(
    organisation: Organisation, units: pd.DataFrame, orphans: tuple[object, pd.DataFrame]
) -> Finding:
    parent, rows = str(orphans[0]), orphans[1]
    cited = evidence(organisation, TableName.UNITS, rows.index, "parent_id", parent)
    subjects = [Subject(SubjectKind.UNIT, str(unit)) for unit in rows["unit_id"]]
    values: dict[str, Value] = {"parent": parent}
    meant = names_of_units(organisation).meant(parent).units
    if len(meant) > 1:
        return fault(MISSING_PARENT, "several", cited, *subjects, **values, units=meant)
    others = units[~units["unit_id"].isin(rows["unit_id"])]
    suggestion = nearest(parent, {*others["unit_id"], *others["name"]})
    if suggestion:
        return fault(MISSING_PARENT, "near", cited, *subjects, **values, suggestion=suggestion)
    return fault(MISSING_PARENT, "alone", cited, *subjects, **values)


def _cycles(parent: dict[str, str]) -> list[list[str]]:
    """Return the rings of parents, each from its smallest id upwards, sorted."""
    seen: set[str] = set()
    rings = []
    for start in parent:
        path: dict[str, int] = {}
        unit = start
        while unit and unit not in seen:
            seen.add(unit)
            path[unit] = len(path)
            unit = parent[unit]
        if unit in path:
            ring = list(path)[path[unit] :]
            smallest = ring.index(min(ring))
            rings.append(ring[smallest:] + ring[:smallest])
    return sorted(rings)


def _parent_cycle(organisation: Organisation, cycle: list[str]) -> Finding:
    units = organisation.units
    rows = units.index[units["unit_id"].isin(cycle)]
    cited = evidence(organisation, TableName.UNITS, rows, "parent_id")
    subjects = [Subject(SubjectKind.UNIT, unit) for unit in cycle]
    if len(cycle) == 1:
        return fault(PARENT_CYCLE, "itself", cited, *subjects, unit=cycle[0])
    return fault(PARENT_CYCLE, "ring", cited, *subjects, units=(*cycle, cycle[0]))
