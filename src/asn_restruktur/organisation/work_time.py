"""How many minutes does a unit of work take, whatever the heading says of the unit of time?"""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import pandas as pd

from asn_restruktur.findings import Finding, Word
from asn_restruktur.organisation.faults import evidence, fault
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.rules import TIME_UNIT_MIXED
from asn_restruktur.vocabulary import TableName


class TimeUnit(StrEnum):
    """Units of time in which a workload form states how long work takes."""

    MINUTES = "minutes"
    HOURS = "hours"


NORMS: dict[str, TimeUnit | None] = {
    "norm_minutes": TimeUnit.MINUTES,
    "norm_hours": TimeUnit.HOURS,
    "norm_time": None,
}
"""Columns of a norm of time as a loader hands them over, by what their heading says: minutes,
hours, or nothing."""

_MINUTES = {TimeUnit.MINUTES: 1.0, TimeUnit.HOURS: 60.0}
_YEAR_IN_HOURS = (1_000, 2_000)
_YEAR_IN_MINUTES = (60_000, 120_000)
_YEAR_IN_THOUSANDS = (60, 120)
"""What an effective working year may be: 1,250 hours, 75,000 minutes, or `75` for the latter
(PermenPANRB 1/2020: 1,250 hours)."""

_NEAR = 2.0
"""A need recomputed in the right unit of time is the stated one but for rounding; in the wrong
unit it is sixty times as much or as little."""

_SMALLEST_NEED = 0.005
_AGREES = 0.05
"""Share of a stated need by which the recomputed one may differ."""

_SHEET = ["place_file", "place_sheet"]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The rows of one sheet that state a norm of time.

    Args:
        column: the column in which it stands.
        rows: their labels.
        ratio: need as recomputed with the norm in minutes, by the need that is stated; NaN
            where one of them is unknown.
        year: median of the effective year as written, in which `TimeUnit`; None for unknown.
        name: name of the sheet, or of the file.
    """

    column: str
    rows: pd.Index
    ratio: pd.Series
    year: TimeUnit | None
    name: str


def with_norm_minutes(organisation: Organisation) -> Organisation:
    """Bring every norm of time to minutes, and tell where the heading says something else.

    For each sheet the unit is the one in which volume times norm by effective time gives the
    stated need; without a stated need, a sheet that counts the effective year in minutes counts
    its norms so too, and a heading without a unit takes that of the effective year.

    Returns:
        The organisation, `norm_minutes` filled from every column of `NORMS`; one warning for each
        sheet whose unit is not the heading's, whose effective time lacks its thousands, or whose
        stated needs do not follow from its own numbers.
    """
    if TableName.WORKLOAD not in organisation.tables:
        return organisation
    workload = organisation.table(TableName.WORKLOAD)
    stated = [column for column in NORMS if column in workload]
    effective = _numbers(workload, "effective_minutes")
    year, is_scaled = _year_in_minutes(effective)
    load = workload["volume"] / year
    need = _numbers(workload, "stated_need").where(lambda need: need > _SMALLEST_NEED)
    minutes = pd.Series(np.nan, index=workload.index)
    findings = _scaled(organisation, effective[is_scaled])
    for column in stated:
        norm = workload[column].where(minutes.isna())
        for (file, name), rows in workload[norm.notna()].groupby(_SHEET, sort=False):
            sheet = _Sheet(
                column,
                rows.index,
                (load * norm / need)[rows.index],
                _unit_of_year(_numbers(rows, "effective_minutes")),
                str(name) or str(file),
            )
            unit = _unit(sheet)
            minutes[rows.index] = norm[rows.index] * _MINUTES[unit]
            findings += _told(organisation, sheet, unit)
    tables = {**organisation.tables, TableName.WORKLOAD: workload.assign(norm_minutes=minutes)}
    return replace(organisation, tables=tables, findings=(*organisation.findings, *findings))


def _numbers(frame: pd.DataFrame, column: str) -> pd.Series:
    return frame[column] if column in frame else pd.Series(np.nan, index=frame.index)


def _year_in_minutes(written: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Return the effective year of each row in minutes, and where it lacks its thousands."""
    is_scaled = written.between(*_YEAR_IN_THOUSANDS)
    year = written.where(written.between(*_YEAR_IN_MINUTES))
    year = year.mask(written.between(*_YEAR_IN_HOURS), written * _MINUTES[TimeUnit.HOURS])
    return year.mask(is_scaled, written * 1_000), is_scaled


def _unit_of_year(written: pd.Series) -> TimeUnit | None:
    middle = written.median()
    if _YEAR_IN_HOURS[0] <= middle <= _YEAR_IN_HOURS[1]:
        return TimeUnit.HOURS
    if _YEAR_IN_MINUTES[0] <= middle <= _YEAR_IN_MINUTES[1]:
        return TimeUnit.MINUTES
    return None


def _unit(sheet: _Sheet) -> TimeUnit:
    heading = NORMS[sheet.column]
    fits = {
        unit: int((sheet.ratio * minutes).between(1 / _NEAR, _NEAR).sum())
        for unit, minutes in _MINUTES.items()
    }
    judged = int(sheet.ratio.notna().sum())
    for unit, count in fits.items():
        if 2 * count > judged:
            return unit
    if sheet.year is TimeUnit.MINUTES or heading is None:
        return sheet.year or TimeUnit.MINUTES
    return heading


def _told(organisation: Organisation, sheet: _Sheet, unit: TimeUnit) -> list[Finding]:
    findings = []
    if NORMS[sheet.column] is not unit:
        variant = f"{'unstated' if NORMS[sheet.column] is None else 'heading'}_{unit}"
        cited = evidence(organisation, TableName.WORKLOAD, sheet.rows, sheet.column)
        findings.append(fault(TIME_UNIT_MIXED, variant, cited, sheet=sheet.name))
    recomputed = sheet.ratio * _MINUTES[unit]
    is_off = recomputed.notna() & ~recomputed.between(1 - _AGREES, 1 + _AGREES)
    if is_off.any() and 2 * is_off.sum() < recomputed.notna().sum():
        cited = evidence(organisation, TableName.WORKLOAD, sheet.rows[is_off], "stated_need")
        findings.append(
            fault(
                TIME_UNIT_MIXED,
                "need",
                cited,
                sheet=sheet.name,
                column=Word("column.stated_need"),
            )
        )
    return findings


def _scaled(organisation: Organisation, written: pd.Series) -> list[Finding]:
    """Tell the effective years that lack their thousands, one finding a sheet and value."""
    workload = organisation.table(TableName.WORKLOAD)
    sheets = [workload.loc[written.index, column] for column in _SHEET]
    findings = []
    for (file, name, _), same in written.groupby([*sheets, written], sort=False):
        cited = evidence(organisation, TableName.WORKLOAD, same.index, "effective_minutes")
        value = float(same.iloc[0])
        findings.append(
            fault(
                TIME_UNIT_MIXED,
                "thousands",
                cited,
                sheet=str(name) or str(file),
                value=value,
                meant=value * 1_000,
            )
        )
    return findings
