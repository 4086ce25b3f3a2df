"""Which units are there where no input declares any, but lists of something else name them?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.tables import PLACE_COLUMNS, column_names
from asn_restruktur.organisation.unit_names import bare
from asn_restruktur.organisation.unit_references import UNIT_COLUMNS, endings, top_of
from asn_restruktur.organisation.unit_words import Words, readings
from asn_restruktur.vocabulary import TableName

_NAMED = ["name", "parent_id", "table", "column", *PLACE_COLUMNS]


def are_declared(organisation: Organisation) -> bool:
    """Tell whether an input has a table of units of its own."""
    units = organisation.units
    return "is_implied" in units and bool(
        (~units["is_implied"] & ((units["unit_id"] != "") | (units["name"] != ""))).any()
    )


def with_named_units(organisation: Organisation) -> Organisation:
    """Make a unit of everything that is named as one, unless an input declares units.

    Named are the units that a loader handed over as implied, the units above these, and whatever
    the tables refer to, below its `top_unit` where a row states one. Where units are declared, the
    implied ones are dropped: references say which declared unit they mean.
    """
    units = organisation.units
    if are_declared(organisation):
        kept = units[~units["is_implied"]]
        return replace(organisation, tables={**organisation.tables, TableName.UNITS: kept})
    words = _Words(endings(organisation))
    units = _without_self(units.assign(is_implied=units.get("is_implied", default=False)), words)
    added = _added(units, _named(organisation, units), words)
    if added.empty:
        tables = {**organisation.tables, TableName.UNITS: units}
        return replace(organisation, tables=tables) if len(units) else organisation
    # Rows of the planner's own table of units that say neither id nor name are told later.
    whole = pd.concat([units, added], ignore_index=True).astype({"is_implied": bool})
    return replace(
        organisation,
        tables={**organisation.tables, TableName.UNITS: whole},
        letters=_letters(organisation, added),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """How names may end with the government's, and so which words a name is read as."""

    endings: tuple[Words, ...]

    def of(self, name: str) -> Words:
        return bare(readings(name, self.endings)[0])


def _without_self(units: pd.DataFrame, words: _Words) -> pd.DataFrame:
    """Empty the parent of implied units that are named as their own."""
    is_self = units["is_implied"] & pd.Series(
        [
            bool(parent) and words.of(parent) == words.of(name)
            for name, parent in units[["name", "parent_id"]].itertuples(index=False, name=None)
        ],
        index=units.index,
        dtype=bool,
    )
    return units.assign(parent_id=units["parent_id"].mask(is_self, ""))


def _named(organisation: Organisation, units: pd.DataFrame) -> pd.DataFrame:
    """Return every name of a unit with the unit above it, once, those below another one first."""
    rows = [
        units[units["is_implied"]].assign(
            name=units["parent_id"], parent_id="", table=str(TableName.UNITS), column="parent_id"
        )
    ]
    for table, columns in UNIT_COLUMNS.items():
        if table not in organisation.tables:
            continue
        frame = organisation.tables[table]
        if "top_unit" in frame:
            top = frame["top_unit"]
            rows.append(frame.assign(name=top, parent_id="", table=str(table), column="top_unit"))
        for column in columns:
            top = top_of(frame, column)
            rows.append(
                frame.assign(name=frame[column], parent_id=top, table=str(table), column=column)
            )
    found = pd.concat([row.loc[row["name"] != "", _NAMED] for row in rows], ignore_index=True)
    found = found[~found.duplicated(["name", "parent_id"])]
    return found.assign(is_top=found["parent_id"] == "").sort_values("is_top", kind="stable")


def _added(units: pd.DataFrame, named: pd.DataFrame, words: _Words) -> pd.DataFrame:
    """Return rows for the names that no unit has yet, in the columns of the table of units."""
    known = set(units.loc[units["unit_id"] != "", "unit_id"])
    pairs = {
        (words.of(name), words.of(parent) if parent else ())
        for name, parent in units[["name", "parent_id"]].itertuples(index=False, name=None)
        if name
    }
    alone = {own for own, _ in pairs}
    is_new = []
    for name, parent in named[["name", "parent_id"]].itertuples(index=False, name=None):
        own, above = words.of(name), words.of(parent) if parent else ()
        above = () if own == above else above
        new = name not in known and ((own, above) not in pairs if above else own not in alone)
        is_new.append(new)
        if new:
            pairs.add((own, above))
            alone.add(own)
    rows = _without_self(named[np.array(is_new, dtype=bool)].assign(is_implied=True), words)
    is_code = ~rows["name"].str.contains(" ") & (rows["parent_id"] == "")
    blank = dict.fromkeys(column_names(TableName.UNITS), "")
    return rows.assign(**blank | {
        "name": rows["name"],
        "parent_id": rows["parent_id"],
        "unit_id": rows["name"].where(is_code, ""),
    })  # fmt: skip


def _letters(
    organisation: Organisation, added: pd.DataFrame
) -> dict[tuple[str, str, TableName], Mapping[str, str]]:
    """Return the column letters, those of the cells too from which units were taken."""
    letters = dict(organisation.letters)
    sheets = added[["place_file", "place_sheet", "table", "column"]].drop_duplicates()
    for file, sheet, table, column in sheets.itertuples(index=False, name=None):
        letter = letters.get((file, sheet, TableName(table)), {}).get(column)
        if letter:
            letters.setdefault((file, sheet, TableName.UNITS), {"unit_id": letter, "name": letter})
    return letters
