"""What kind of unit or position is it, where the planner did not say?"""

from dataclasses import replace

import pandas as pd

from asn_restruktur.organisation.eselon import kind_of_eselon
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.words import is_head_title, is_jf_level, unit_kind_of
from asn_restruktur.vocabulary import PositionKind, TableName, UnitKind

_WITHOUT_UNIT_TO_HEAD = frozenset({PositionKind.JF, PositionKind.PELAKSANA})


def with_kinds(organisation: Organisation) -> Organisation:
    """Fill in the kinds of units and positions, and which positions are heads, where absent.

    A unit's kind follows from how its name begins, else it is `other`; a position's from its
    eselon or its level as a functional position, else it stays open; a head is known by its title.
    """
    tables = dict(organisation.tables)
    units = organisation.units
    is_absent = units["kind"] == ""
    guessed = units.loc[is_absent, "name"].map(lambda name: unit_kind_of(name) or UnitKind.OTHER)
    tables[TableName.UNITS] = units.assign(kind=_where(units["kind"], is_absent, guessed))
    if TableName.POSITIONS in tables:
        positions = organisation.positions
        is_absent = positions["kind"] == ""
        eselon = positions.loc[is_absent, "eselon"].map(lambda text: kind_of_eselon(text) or "")
        titled = (positions["title"] + " " + positions["level"]).str.strip()[is_absent]
        is_functional = titled.map(is_jf_level).astype(bool)
        guessed = eselon.mask((eselon == "") & is_functional, PositionKind.JF)
        kind = _where(positions["kind"], is_absent, guessed)
        leads = positions["title"].map(is_head_title).astype(bool)
        leads &= ~kind.isin(_WITHOUT_UNIT_TO_HEAD)
        is_head = positions["is_head"].fillna(leads.astype("boolean"))
        tables[TableName.POSITIONS] = positions.assign(kind=kind, is_head=is_head)
    return replace(organisation, tables=tables)


def _where(values: pd.Series, is_absent: pd.Series, guessed: pd.Series) -> pd.Series:
    filled = values.copy()
    filled[is_absent] = guessed.astype("str")
    return filled
