"""Which columns of our tables do fields give, and where on the sheet does each stand?"""

from collections.abc import Mapping

import pandas as pd

from asn_restruktur.organisation.model import RawTable
from asn_restruktur.organisation.tables import HANDED_OVER, PLACE_COLUMNS, column_names
from asn_restruktur.vocabulary import TableName

PARTS = {
    "filled": ("filled_pns", "filled_cpns", "filled_pppk"),
    "need": ("need_pns", "need_pppk"),
}
"""Amounts that a sheet may list by the status of the people."""

BY_SEX = {
    whole: (f"{whole}_men", f"{whole}_women") for whole in ("filled_pns", "filled_pppk", "filled")
}
"""Amounts that a sheet may list for men and women."""


def raw_table(name: TableName, frame: pd.DataFrame, letters: Mapping[str, str]) -> RawTable:
    """Keep the columns of a table; a letter stands for the field that gave the column."""
    handed_over = [one.name for one in HANDED_OVER.get(name, ())]
    own = [column for column in (*column_names(name), *handed_over) if column in frame]
    given = {column: letters[field] for column in own if (field := field_of(column, letters))}
    taken = frame[[*own, *PLACE_COLUMNS]].reset_index(drop=True)
    return RawTable(name=name, frame=taken, letters=given or dict(letters))


def field_of(name: str, letters: Mapping[str, str]) -> str:
    """Return the field whose column on the sheet gave a column of the table, or ""."""
    candidates = (name, *_MADE_OF.get(name, ()))
    return next((field for field in candidates if field in letters), "")


_MADE_OF: Mapping[str, tuple[str, ...]] = {
    "unit_id": ("unit_name", "third_unit", "second_unit", "top_unit", "top_id"),
    "parent_id": ("parent_name", "top_unit"),
    "name": ("third_unit", "second_unit", "top_unit"),
    "birth_date": ("birth",),
    "golongan": ("rank",),
    "position_id": ("position_title",),
    "reports_to": ("superior",),
    "subject_id": ("nip",),
    "text": ("duty", "function", "detail"),
    "filled": (*PARTS["filled"], *(part for parts in BY_SEX.values() for part in parts)),
    "need": PARTS["need"],
    "from_unit": ("from_post", "position_id"),
    "to_unit": ("to_post",),
}
"""Fields that a column is made of where its own heading does not stand."""


def column(frame: pd.DataFrame, name: str) -> pd.Series:
    """Return a field; one that the table has not is absent in each row."""
    return (
        frame[name]
        if name in frame
        else pd.Series([None] * len(frame), dtype=object, index=frame.index)
    )
