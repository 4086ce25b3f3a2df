"""How does one list of units and their statements become two tables?"""

from collections.abc import Mapping

import pandas as pd

from asn_restruktur.organisation.model import RawTable
from asn_restruktur.organisation.tables import PLACE_COLUMNS
from asn_restruktur.vocabulary import TableName

_UNITS = {"unit_id": "unit_id", "unit_name": "name", "parent_id": "parent_id", "unit_kind": "kind"}
_FUNCTIONS = {"statement_id": "statement_id", "unit_id": "unit_id", "statement": "text"}


def statement_tables(frame: pd.DataFrame, letters: Mapping[str, str]) -> tuple[RawTable, RawTable]:
    """Take units and function statements from a list that repeats the unit on each line.

    A unit's lines complement each other; lines that contradict one another stay two rows, so that
    the contradiction is found with both places.

    Args:
        frame: columns of the list and the place columns.
        letters: column letters, for a sheet.

    Returns:
        The table of units, and that of functions; a line without a statement declares a unit.
    """
    return (
        RawTable(name=TableName.UNITS, frame=_units(frame), letters=_renamed(letters, _UNITS)),
        RawTable(
            name=TableName.FUNCTIONS,
            frame=_taken(frame[frame["statement"].notna()], _FUNCTIONS),
            letters=_renamed(letters, _FUNCTIONS),
        ),
    )


def _units(frame: pd.DataFrame) -> pd.DataFrame:
    units = _taken(frame, _UNITS)
    said = [name for name in _UNITS.values() if name in units and name != "unit_id"]
    first = units.groupby("unit_id", sort=False, dropna=False)[said].transform("first")
    units[said] = units[said].where(units[said].notna(), first)
    return units.drop_duplicates(["unit_id", *said]).reset_index(drop=True)


def _taken(frame: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Return the named columns under their table's names, each absent value as None."""
    own = [name for name in names if name in frame]
    taken = frame[[*own, *PLACE_COLUMNS]].rename(columns=names)
    return taken.reset_index(drop=True)


def _renamed(letters: Mapping[str, str], names: Mapping[str, str]) -> dict[str, str]:
    return {names[name]: letter for name, letter in letters.items() if name in names}
