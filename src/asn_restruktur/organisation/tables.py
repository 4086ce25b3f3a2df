"""Which tables make an organisation, and which columns and types does each have?"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import pandas as pd

from asn_restruktur.vocabulary import (
    FunctionKind,
    LinkKind,
    PositionKind,
    RequirementKind,
    TableName,
    UnitKind,
    WorkloadApproach,
)


class Kind(StrEnum):
    """How a column is stored and what its text may be."""

    ID = "id"  # text, kept as written
    TEXT = "text"  # text; absent is ""
    WORD = "word"  # one of an enumeration; absent is ""
    NUMBER = "number"  # float64; absent is NaN
    WHOLE = "whole"  # Int64; absent is NA
    DATE = "date"  # datetime64[s]; absent is NaT
    BIRTH = "birth"  # datetime64[s], never in the future; absent is NaT
    FLAG = "flag"  # boolean; absent is NA


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, kind, the words it may hold, and the table its ids come from."""

    name: str
    kind: Kind = Kind.TEXT
    words: type[StrEnum] | None = None
    refers_to: TableName | None = None
    required: bool = False


def _id(name: str, table: TableName | None = None, *, required: bool = False) -> Column:
    return Column(name, Kind.ID, refers_to=table, required=required)


def _word(name: str, words: type[StrEnum]) -> Column:
    return Column(name, Kind.WORD, words)


def _number(name: str) -> Column:
    return Column(name, Kind.NUMBER)


_UNITS, _POSITIONS, _EMPLOYEES = TableName.UNITS, TableName.POSITIONS, TableName.EMPLOYEES

COLUMNS: dict[TableName, tuple[Column, ...]] = {
    TableName.UNITS: (
        _id("unit_id", required=True),
        Column("name", required=True),
        _word("kind", UnitKind),
        _id("parent_id", _UNITS),
        Column("urusan"),  # codes separated by ";"
        Column("territory"),
        Column("type"),
        Column("legal_basis"),
    ),
    TableName.POSITIONS: (
        _id("position_id", required=True),
        _id("unit_id", _UNITS, required=True),
        Column("title", required=True),
        _word("kind", PositionKind),
        Column("level"),
        Column("eselon"),
        Column("class", Kind.WHOLE),
        _id("reports_to", _POSITIONS),
        Column("is_head", Kind.FLAG),
        _number("need"),
        _number("filled"),
        _number("capacity"),
    ),
    TableName.EMPLOYEES: (
        _id("employee_id", required=True),
        _id("nip"),
        Column("name"),
        Column("sex"),
        Column("birth_date", Kind.BIRTH),
        Column("status"),
        Column("contract_end", Kind.DATE),
        Column("golongan"),
        _id("position_id", _POSITIONS),
        _id("unit_id", _UNITS),
        Column("education_level"),
        Column("field_of_study"),
        Column("appointed", Kind.DATE),
        Column("in_position_since", Kind.DATE),
        Column("certificates"),
    ),
    TableName.FUNCTIONS: (
        _id("statement_id", required=True),
        _id("unit_id", _UNITS, required=True),
        _id("position_id", _POSITIONS),
        _word("kind", FunctionKind),
        Column("order", Kind.WHOLE),
        Column("text", required=True),
        Column("citation"),
    ),
    TableName.WORKLOAD: (
        _id("unit_id", _UNITS),
        _id("position_id", _POSITIONS),
        Column("position"),
        _word("approach", WorkloadApproach),
        Column("task"),
        Column("output"),
        _number("volume"),
        Column("per"),
        _number("norm_minutes"),
    ),
    TableName.LINKS: (
        _id("from_unit", _UNITS, required=True),
        _id("to_unit", _UNITS, required=True),
        _word("kind", LinkKind),
        Column("topic"),
        _id("lead", _UNITS),
    ),
    TableName.REQUIREMENTS: (
        _id("position_id", _POSITIONS, required=True),
        _word("kind", RequirementKind),
        Column("name", required=True),
        Column("level"),
    ),
    TableName.COMPETENCES: (
        _id("employee_id", _EMPLOYEES, required=True),
        Column("competence", required=True),
        _number("level"),
        Column("assessed", Kind.DATE),
    ),
    TableName.TRAININGS: (
        _id("training_id", required=True),
        Column("name", required=True),
        Column("competence"),
        _number("level"),
        _number("hours"),
    ),
    TableName.PERFORMANCE: (
        _id("subject_id", required=True),
        Column("period", required=True),
        Column("results"),
        Column("behaviour"),
        Column("predicate"),
        Column("recorded", Kind.DATE),
    ),
    TableName.SERVICES: (
        Column("indicator", required=True),
        _id("unit_id", _UNITS),
        Column("period", required=True),
        _number("numerator"),
        _number("denominator"),
        _number("target"),
        _number("demand"),
    ),
    TableName.VARIABLES: (
        _id("unit_id", _UNITS),
        Column("urusan"),
        Column("indicator", required=True),
        _number("value"),
    ),
}
"""Columns of each table, in their order."""

_TOP_UNIT = _id("top_unit")

HANDED_OVER: dict[TableName, tuple[Column, ...]] = {
    TableName.POSITIONS: (_TOP_UNIT,),
    TableName.EMPLOYEES: (_TOP_UNIT, Column("position_title")),
    TableName.FUNCTIONS: (_TOP_UNIT,),
    TableName.WORKLOAD: (
        _TOP_UNIT,
        _number("norm_hours"),
        _number("norm_time"),
        _number("effective_minutes"),
        _number("stated_need"),
    ),
    TableName.PERFORMANCE: (_TOP_UNIT,),
    TableName.SERVICES: (_TOP_UNIT,),
    TableName.VARIABLES: (_TOP_UNIT,),
}
"""Columns that a loader may hand over besides, each as it stood; they help to read the others and
stand in no table afterwards. `top_unit` is the perangkat daerah (or any unit above) in which
`unit_id` is meant; `position_title` stands for a code of a post that no input lists; `norm_hours`
and `norm_time` are norms of time whose heading says hours, or no unit; `effective_minutes` is the
effective working year in whatever unit; `stated_need` is the need for people that the sheet
computed itself."""

KEYS: dict[TableName, str] = {
    TableName.UNITS: "unit_id",
    TableName.POSITIONS: "position_id",
    TableName.EMPLOYEES: "employee_id",
    TableName.FUNCTIONS: "statement_id",
    TableName.TRAININGS: "training_id",
}
"""The id column of the tables whose rows are referred to."""

PLACE_COLUMNS = ("place_file", "place_sheet", "place_row", "place_column", "place_article")
"""Behind the columns of every table: where the row stands. `place_row` is the row of the sheet or
the line of the text (int64, from 1; 0 unknown), `place_column` the column of a text line (int64).
"""


def column_names(table: TableName) -> list[str]:
    """Return the names of a table's columns, without its place."""
    return [column.name for column in COLUMNS[table]]


def empty(table: TableName) -> pd.DataFrame:
    """Return the table with all its columns and dtypes and no row."""
    return _empty(table).copy()


@cache
def _empty(table: TableName) -> pd.DataFrame:
    kinds = {column.name: DTYPES[column.kind] for column in COLUMNS[table]}
    places = dict.fromkeys(PLACE_COLUMNS, "str") | {"place_row": "int64", "place_column": "int64"}
    series = {name: pd.Series(dtype=dtype) for name, dtype in (kinds | places).items()}
    return pd.DataFrame(series)


DTYPES: dict[Kind, str] = {
    Kind.ID: "str",
    Kind.TEXT: "str",
    Kind.WORD: "str",
    Kind.NUMBER: "float64",
    Kind.WHOLE: "Int64",
    Kind.DATE: "datetime64[s]",
    Kind.BIRTH: "datetime64[s]",
    Kind.FLAG: "boolean",
}
"""The dtype in which each kind of column is stored."""
