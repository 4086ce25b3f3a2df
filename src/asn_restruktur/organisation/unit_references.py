"""Which unit is meant where a table names it instead of giving its id?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from asn_restruktur.findings import Evidence, Finding, Subject, SubjectKind, Word
from asn_restruktur.organisation.faults import MOST_CELLS, evidence, fault, told
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.tables import COLUMNS
from asn_restruktur.organisation.unit_names import Reading, UnitNames
from asn_restruktur.organisation.unit_words import Words, government_endings
from asn_restruktur.rules import UNIT_NAME_RESOLVED
from asn_restruktur.vocabulary import TableName

UNIT_COLUMNS = {
    name: tuple(column.name for column in columns if column.refers_to is TableName.UNITS)
    for name, columns in COLUMNS.items()
    if name is not TableName.UNITS
    and any(column.refers_to is TableName.UNITS for column in columns)
}
"""Columns that refer to units, by table; that of the units itself is not among them."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """Cells in which a unit is named in other words than its own.

    Args:
        name: what stands there.
        unit: id of the unit that is meant.
        reading: by which rule.
        table: the table.
        column: the column.
        rows: labels of the rows.
    """

    name: str
    unit: str
    reading: Reading
    table: TableName
    column: str
    rows: pd.Index


def to_units(organisation: Organisation) -> Organisation:
    """Replace names of units by their ids in every table but that of the units itself.

    A name that several units have is looked for below the unit of `top_unit` where a row states
    one; a row that names no other unit belongs to that one. A name that means one unit only by its
    abbreviations, by the name of a unit above or by initials is told (see `resolved`); one that
    means none, or two, stays.
    """
    units = names_of_units(organisation)
    tables = dict(organisation.tables)
    spellings: list[Spelling] = []
    for name, columns in UNIT_COLUMNS.items():
        if name not in tables:
            continue
        frame = tables[name]
        for column in columns:
            tops = top_of(frame, column)
            found = list(_read(frame[column], tops, units))
            frame = frame.assign(**{column: _laid_out(frame[column], found)})
            spellings += [
                replace(spelling, table=name, column=column)
                for spelling in found
                if spelling.reading is not Reading.SAME
            ]
        tables[name] = frame
    findings = resolved(organisation, spellings)
    return replace(organisation, tables=tables, findings=(*organisation.findings, *findings))


def names_of_units(organisation: Organisation) -> UnitNames:
    """Return the names of all units of an organisation."""
    units = organisation.units
    return UnitNames(
        ids=units["unit_id"].to_list(),
        names=units["name"].to_list(),
        parents=units["parent_id"].to_list(),
        endings=endings(organisation),
    )


def endings(organisation: Organisation) -> tuple[Words, ...]:
    """Return how names of units may end with the name of the government."""
    columns = [organisation.units["name"]]
    for name, own in UNIT_COLUMNS.items():
        if name in organisation.tables:
            columns += [organisation.tables[name][column] for column in own]
    names = dict.fromkeys(name for column in columns for name in column.unique())
    return government_endings(organisation.government.name, names)


def top_of(frame: pd.DataFrame, column: str) -> pd.Series:
    """Return the unit in which each row means a name; only `unit_id` may have one."""
    if column == "unit_id" and "top_unit" in frame:
        return frame["top_unit"]
    return pd.Series("", index=frame.index, dtype="str")


def resolved(organisation: Organisation, spellings: list[Spelling]) -> list[Finding]:
    """Tell how names were read, one note for each spelling and unit, with its cells."""
    names = dict(organisation.units[["unit_id", "name"]].to_numpy())
    together: dict[tuple[str, str], list[Spelling]] = {}
    for spelling in spellings:
        together.setdefault((spelling.name, spelling.unit), []).append(spelling)

    def tell(of_one: list[Spelling]) -> Finding:
        cited: list[Evidence] = []
        for spelling in of_one:
            cited += evidence(
                organisation, spelling.table, spelling.rows, spelling.column, spelling.name
            )
        name, unit = of_one[0].name, of_one[0].unit
        return fault(
            UNIT_NAME_RESOLVED,
            "read",
            cited[:MOST_CELLS],
            Subject(SubjectKind.UNIT, unit),
            name=name,
            unit=names.get(unit, unit),
            reading=Word(f"reading.{of_one[0].reading}"),
        )

    return told(list(together.values()), tell, UNIT_NAME_RESOLVED)


def _read(values: pd.Series, tops: pd.Series, units: UnitNames) -> Iterator[Spelling]:
    """Give what each distinct name in each unit above it means, where that is one unit."""
    codes, pairs = pd.factorize(values + "\x1f" + tops)
    order = np.argsort(codes, kind="stable")
    ends = np.cumsum(np.bincount(codes, minlength=len(pairs)))
    for at, pair in enumerate(pairs):
        name, _, top = str(pair).partition("\x1f")
        meant = units.meant(name, top) if name else units.meant(top)
        # A perangkat daerah that is unknown must stand where the check of references finds it.
        unit = meant.unit or ("" if name else top)
        if not unit or unit == name:
            continue
        start = ends[at - 1] if at else 0
        rows = values.index[order[start : ends[at]]]
        reading = meant.reading if name else Reading.SAME
        yield Spelling(name, unit, reading, TableName.UNITS, "", rows)


def _laid_out(values: pd.Series, found: list[Spelling]) -> pd.Series:
    filled = values.to_numpy(dtype=object, copy=True)
    at = pd.Series(range(len(values)), index=values.index)
    for spelling in found:
        filled[at[spelling.rows].to_numpy()] = spelling.unit
    return pd.Series(filled, index=values.index, dtype="str")
