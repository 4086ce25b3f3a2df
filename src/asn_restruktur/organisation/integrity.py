"""Does everything that a row refers to exist, and does every row have what it needs?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from asn_restruktur.findings import Finding, Value, Word
from asn_restruktur.organisation.faults import MOST_CELLS, evidence, fault, told
from asn_restruktur.organisation.identity import looks_like_nip
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.tables import COLUMNS, KEYS, column_names
from asn_restruktur.organisation.unit_references import names_of_units
from asn_restruktur.organisation.words import nearest, plain
from asn_restruktur.rules import MISSING_VALUE, UNKNOWN_REFERENCE
from asn_restruktur.vocabulary import TableName

_LABELS = {TableName.UNITS: "name", TableName.POSITIONS: "title"}
"""Columns whose absence leaves the row usable: its id stands in for the name."""

_NIP_SHOWN = 3
"""Last digits of a NIP that a finding may show; the cell says the rest."""


@dataclass(frozen=True, slots=True)
class _Cells:
    """Cells of one column that name the same thing."""

    table: TableName
    column: str
    rows: pd.Index


def without_blank_rows(organisation: Organisation) -> Organisation:
    """Drop the rows in which nothing is said; a sheet may have any number of them."""
    tables = {}
    for name, frame in organisation.tables.items():
        is_said = pd.Series(data=False, index=frame.index)
        for column in column_names(name):
            values = frame[column]
            is_said |= values != "" if values.dtype == "str" else values.notna()
            if is_said.all():
                break
        tables[name] = frame if is_said.all() else frame[is_said]
    return replace(organisation, tables=tables)


def complete(organisation: Organisation) -> Organisation:
    """Leave out the rows that lack a required value, and tell their cells.

    A unit or position without a name stays: its id stands in.
    """
    tables = dict(organisation.tables)
    findings: list[Finding] = []
    left_out = dict(organisation.left_out)
    for name, frame in organisation.tables.items():
        is_sound = pd.Series(data=True, index=frame.index)
        named = frame
        for column in (column for column in COLUMNS[name] if column.required):
            is_missing = frame[column.name] == ""
            if not is_missing.any():
                continue
            is_label = column.name == _LABELS.get(name)
            if is_label:
                has_id = frame[KEYS[name]] != ""
                named = named.assign(
                    **{column.name: named[column.name].mask(is_missing, frame[KEYS[name]])}
                )
                is_sound &= ~is_missing | has_id
            else:
                is_sound &= ~is_missing
            cited = evidence(organisation, name, frame.index[is_missing], column.name)
            words: dict[str, Value] = {
                "column": Word(f"column.{column.name}"),
                "table": Word(f"table.{name}"),
            }
            variant = "named_by_id" if is_label else "row"
            findings.append(fault(MISSING_VALUE, variant, cited, **words))
        tables[name] = named[is_sound]
        if not is_sound.all():
            left_out[name] = left_out.get(name, 0) + int((~is_sound).sum())
    return replace(
        organisation,
        tables=tables,
        findings=(*organisation.findings, *findings),
        left_out=left_out,
    )


def related(organisation: Organisation) -> Organisation:
    """Check every reference from one table to another.

    A row without which the reference means nothing (a statement of an unknown unit) is left out;
    elsewhere the reference alone is. References to a table that no input had are not judged.
    `units.parent_id` is the tree's own question.

    Returns:
        The organisation, all references to units existing, and those to positions and employees
        where such a table was given. One finding for each unknown id, with all its cells.
    """
    declared = {TableName.UNITS: frozenset[str]()} | {
        name: frozenset(frame[KEYS[name]].to_numpy())
        for name, frame in organisation.tables.items()
        if name in KEYS and len(frame)
    }
    unknown: dict[tuple[TableName, str], list[_Cells]] = {}
    tables = dict(organisation.tables)
    left_out = dict(organisation.left_out)
    kept = dict(declared)
    for name in TableName:
        if name not in tables:
            continue
        frame = tables[name]
        is_sound = pd.Series(data=True, index=frame.index)
        for column in COLUMNS[name]:
            target = column.refers_to
            if target is None or target not in declared or column.name == "parent_id":
                continue
            refers = frame[column.name]
            is_unknown = (refers != "") & ~refers.isin(declared[target])
            for value, rows in refers[is_unknown].groupby(refers[is_unknown], sort=False):
                cells = _Cells(name, column.name, rows.index)
                unknown.setdefault((target, _shown(str(value))), []).append(cells)
            is_lost = (refers != "") & ~refers.isin(kept[target])
            if column.required:
                is_sound &= ~is_lost
            elif is_lost.any():
                frame = frame.assign(**{column.name: refers.mask(is_lost, "")})
        tables[name] = frame[is_sound]
        if not is_sound.all():
            left_out[name] = left_out.get(name, 0) + int((~is_sound).sum())
        if name in declared:
            kept[name] = frozenset(tables[name][KEYS[name]].to_numpy())
            tables[name] = _without_lost_peers(tables[name], name, kept[name])
    return replace(
        organisation,
        tables=tables,
        findings=(*organisation.findings, *_unknown_references(organisation, unknown, declared)),
        left_out=left_out,
    )


def _without_lost_peers(frame: pd.DataFrame, name: TableName, kept: frozenset[str]) -> pd.DataFrame:
    """Empty the references of a table to its own rows that were left out."""
    peers = [column.name for column in COLUMNS[name] if column.refers_to is name]
    columns = [column for column in peers if column != "parent_id"]
    return frame.assign(
        **{column: frame[column].where(frame[column].isin(kept), "") for column in columns}
    )


def _unknown_references(
    organisation: Organisation,
    unknown: Mapping[tuple[TableName, str], list[_Cells]],
    declared: Mapping[TableName, frozenset[str]],
) -> list[Finding]:
    if not unknown:
        return []
    labels = {table: organisation.table(table)[label] for table, label in _LABELS.items()}
    units = names_of_units(organisation)
    titled = _posts_by_title(organisation, {value for _, value in unknown})

    def tell(reference: tuple[TableName, str]) -> Finding:
        target, value = reference
        cited = [
            item
            for cells in unknown[reference]
            for item in evidence(organisation, cells.table, cells.rows, cells.column, value)
        ]
        words: dict[str, Value] = {"id": value, "table": Word(f"table.{target}")}
        meant = units.meant(value).units if target is TableName.UNITS else titled.get(value, ())
        if len(meant) > 1:
            words |= {"units": meant}
            return fault(UNKNOWN_REFERENCE, "several", cited[:MOST_CELLS], **words)
        known = declared[target].union(labels.get(target, ()))
        suggestion = "" if target is TableName.EMPLOYEES else nearest(value, known)
        if suggestion:
            words |= {"suggestion": suggestion}
        variant = "near" if suggestion else "alone"
        return fault(UNKNOWN_REFERENCE, variant, cited[:MOST_CELLS], **words)

    findings = []
    for table in declared:
        references = [reference for reference in unknown if reference[0] is table]
        findings += told(references, tell, UNKNOWN_REFERENCE, table=Word(f"table.{table}"))
    return findings


def _posts_by_title(organisation: Organisation, titles: set[str]) -> dict[str, tuple[str, ...]]:
    """Return the positions that each of some titles may mean, sorted ids."""
    positions = organisation.positions
    spelt = {plain(title): title for title in titles}
    is_meant = positions["title"].map(plain).isin(spelt.keys())
    found: dict[str, set[str]] = {}
    for post, title in positions.loc[is_meant, ["position_id", "title"]].itertuples(
        index=False, name=None
    ):
        found.setdefault(spelt[plain(title)], set()).add(post)
    return {title: tuple(sorted(posts)) for title, posts in found.items()}


def _shown(value: str) -> str:
    """Return an id as a finding may show it: of a NIP, the last digits."""
    return f"…{value[-_NIP_SHOWN:]}" if looks_like_nip(value) else value
