"""Where do a position and an employee come from, without naming a person?"""

import pandas as pd

from asn_restruktur.findings import SubjectKind
from asn_restruktur.reporters.tracer import Trace, TraceKind, Tracer
from asn_restruktur.vocabulary import TableName

_STATED = ("level", "eselon", "class", "need", "filled")


def position(tracer: Tracer, position_id: str) -> Trace:
    """Trace a position to its cell, its unit, its superior and who holds it."""
    organisation = tracer.report.organisation
    positions, employees = organisation.positions, organisation.employees
    rows = positions.index[positions["position_id"] == position_id][:1]
    record = positions.loc[rows[0]]
    places = organisation.places(TableName.POSITIONS, rows, "position_id")
    below = positions.loc[positions["reports_to"] == position_id, "position_id"]
    above = str(record["reports_to"])
    return tracer.traced(
        TraceKind.POSITION,
        position_id,
        str(record["title"]),
        {
            "places": tracer.cited(places),
            "path": [tracer.path(str(record["unit_id"]))],
            "stated": _stated(tracer, record),
            "superior": [_titled(positions, above)] if above else [],
            "subordinates": [_titled(positions, str(one)) for one in below],
            "holders": employees.loc[employees["position_id"] == position_id, "employee_id"]
            .astype("str")
            .tolist(),
            "findings": tracer.touching(SubjectKind.POSITION, position_id),
        },
        places,
    )


def employee(tracer: Tracer, employee_id: str) -> Trace:
    """Trace an employee to the cell, the position and the unit; name and NIP stay there."""
    organisation = tracer.report.organisation
    employees, positions = organisation.employees, organisation.positions
    rows = employees.index[employees["employee_id"] == employee_id][:1]
    record = employees.loc[rows[0]]
    places = organisation.places(TableName.EMPLOYEES, rows, "employee_id")
    held, unit = str(record["position_id"]), str(record["unit_id"])
    if held and not unit:
        unit = "".join(positions.loc[positions["position_id"] == held, "unit_id"][:1])
    return tracer.traced(
        TraceKind.EMPLOYEE,
        employee_id,
        "",
        {
            "places": tracer.cited(places),
            "position": [_titled(positions, held)] if held else [],
            "path": [tracer.path(unit)] if unit else [],
            "findings": tracer.touching(SubjectKind.EMPLOYEE, employee_id),
        },
        places,
    )


def _stated(tracer: Tracer, record: "pd.Series[str]") -> list[str]:
    """Tell what the table says of a position, each with its heading."""
    words = tracer.words
    told = []
    for name in _STATED:
        value = record[name]
        if pd.notna(value) and str(value):
            shown = words.number(value) if isinstance(value, int | float) else str(value)
            told.append(f"{words.word(f'column.{name}')}: {shown}")
    return told


def _titled(positions: pd.DataFrame, position_id: str) -> str:
    """Tell a position by its id and title."""
    titles = positions.loc[positions["position_id"] == position_id, "title"]
    return " ".join([position_id, *(f"({title})" for title in titles[:1])])
