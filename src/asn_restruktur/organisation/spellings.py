"""Which one spelling stands for all the ways in which planners write the same value?"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pandas as pd

from asn_restruktur.findings import Finding, Value, Word
from asn_restruktur.organisation.distinct import read, replaced
from asn_restruktur.organisation.education import education
from asn_restruktur.organisation.eselon import eselon
from asn_restruktur.organisation.faults import evidence, fault, told
from asn_restruktur.organisation.golongan import golongan
from asn_restruktur.organisation.jf_levels import split_level
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.words import listed, spelt, spelt_first
from asn_restruktur.rules import UNKNOWN_SPELLING
from asn_restruktur.vocabulary import TableName


def _level_of_education(text: str) -> str:
    return education(text).level


def _field_of_study(text: str) -> str:
    try:
        return education(text).field
    except ValueError:
        return ""


def _sex(text: str) -> str:
    found = spelt("sex", text)
    if not found and text.casefold() not in listed("no_value"):
        raise ValueError(text)
    return found


def _status(text: str) -> str:
    return spelt_first("status", text) or text


def _jf_level(text: str) -> str:
    return spelt("jf_level_name", text) or text


_READERS: dict[tuple[TableName, str], Callable[[str], str]] = {
    (TableName.POSITIONS, "eselon"): eselon,
    (TableName.POSITIONS, "level"): _jf_level,
    (TableName.EMPLOYEES, "sex"): _sex,
    (TableName.EMPLOYEES, "status"): _status,
    (TableName.EMPLOYEES, "golongan"): golongan,
    (TableName.EMPLOYEES, "education_level"): _level_of_education,
}
"""Columns whose values have one spelling, and what reads a value into it."""


def with_one_spelling(organisation: Organisation) -> Organisation:
    """Write every eselon, golongan, level, education, sex and status in its one spelling.

    What is written of the field of study beside the level of education moves to
    `field_of_study` where that is empty; what a title says of the level, to `level` where that is
    empty, and a level that stands before its title goes behind it.

    Returns:
        The organisation; a value that cannot be read stays as it is written, with one note for
        each such value, citing its cells.
    """
    tables = dict(organisation.tables)
    if TableName.EMPLOYEES in tables:
        tables[TableName.EMPLOYEES] = _with_fields_of_study(tables[TableName.EMPLOYEES])
    findings: list[Finding] = []
    for (name, column), reader in _READERS.items():
        if name not in tables:
            continue
        values = tables[name][column]
        known, unknown = _meanings(values, reader)
        tables[name] = tables[name].assign(**{column: replaced(values, known)})
        words: dict[str, Value] = {
            "column": Word(f"column.{column}"),
            "table": Word(f"table.{name}"),
        }
        tell = partial(_unknown, organisation, name, column, words)
        findings += told(unknown, tell, UNKNOWN_SPELLING, **words)
    if TableName.POSITIONS in tables:
        tables[TableName.POSITIONS] = _with_levels(tables[TableName.POSITIONS])
    return replace(organisation, tables=tables, findings=(*organisation.findings, *findings))


def _meanings(values: pd.Series, reader: Callable[[str], str]) -> tuple[dict[str, str], list[str]]:
    """Return the spelling that each distinct value becomes, and the values that become none."""
    known: dict[str, str] = {}
    unknown = []
    for value in values.unique():
        try:
            meaning = reader(value) if value else ""
        except ValueError:
            unknown.append(value)
            continue
        if meaning != value:
            known[value] = meaning
    return known, unknown


def _with_fields_of_study(people: pd.DataFrame) -> pd.DataFrame:
    own = people["field_of_study"]
    found = read(people["education_level"], _field_of_study)
    return people.assign(field_of_study=own.mask(own == "", found))


def _with_levels(positions: pd.DataFrame) -> pd.DataFrame:
    titles = positions["title"]
    apart = {title: split_level(title) for title in titles.unique()}
    levels = {title: level for title, (_, level) in apart.items() if level}
    last = {
        title: f"{post} {title[: len(level)]}"
        for title, (post, level) in apart.items()
        if level and title.casefold().startswith(level)
    }
    own = positions["level"]
    found = read(titles, lambda title: levels.get(title, ""))
    return positions.assign(title=replaced(titles, last), level=own.mask(own == "", found))


def _unknown(
    organisation: Organisation,
    name: TableName,
    column: str,
    words: dict[str, Value],
    value: str,
) -> Finding:
    values = organisation.table(name)[column]
    cited = evidence(organisation, name, values.index[values == value], column, value)
    return fault(UNKNOWN_SPELLING, "kept", cited, **words, value=value)
