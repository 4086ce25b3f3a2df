"""Which column of zeros means that nobody filled it in?"""

from dataclasses import replace

import pandas as pd

from asn_restruktur.findings import Finding, Word
from asn_restruktur.organisation.faults import evidence, fault
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.rules import NOT_FILLED_IN
from asn_restruktur.vocabulary import TableName

_FEWEST_ZEROS = 5
"""Zeros from which a whole sheet of them is no count any more: a few posts may all be vacant."""

_SHEET = ["place_file", "place_sheet"]


def with_stated_numbers(organisation: Organisation) -> Organisation:
    """Empty `filled` or `need` of the positions of a sheet where it is nothing but zeros.

    That is judged only where the other of the two is filled in, so that one of them must be wrong.

    Returns:
        The organisation, and one note for each such column of a sheet, citing its cells.
    """
    if TableName.POSITIONS not in organisation.tables:
        return organisation
    positions = organisation.positions
    stated = positions[["need", "filled"]]
    sheets = [positions[column] for column in _SHEET]
    findings: list[Finding] = []
    for column, other in (("filled", "need"), ("need", "filled")):
        is_zero = positions[column] == 0
        if is_zero.sum() < _FEWEST_ZEROS:
            continue
        zeros = is_zero.groupby(sheets).transform("sum")
        said = (positions[column].fillna(0) != 0).groupby(sheets).transform("any")
        is_counted = (positions[other] > 0).groupby(sheets).transform("any")
        is_unstated = is_zero & ~said & is_counted & (zeros >= _FEWEST_ZEROS)
        stated = stated.assign(**{column: stated[column].mask(is_unstated)})
        findings += _findings(organisation, column, other, positions[is_unstated])
    tables = {
        **organisation.tables,
        TableName.POSITIONS: positions.assign(need=stated["need"], filled=stated["filled"]),
    }
    return replace(organisation, tables=tables, findings=(*organisation.findings, *findings))


def _findings(
    organisation: Organisation, column: str, other: str, rows: pd.DataFrame
) -> list[Finding]:
    return [
        fault(
            NOT_FILLED_IN,
            "zeros",
            evidence(organisation, TableName.POSITIONS, sheet.index, column, "0"),
            column=Word(f"column.{column}"),
            other=Word(f"column.{other}"),
            sheet=str(name) or str(file),
        )
        for (file, name), sheet in rows.groupby(_SHEET, sort=False)
    ]
