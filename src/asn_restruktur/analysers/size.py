"""How large is the organisation, and how large is each unit?"""

import pandas as pd

from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.config import Settings
from asn_restruktur.findings import Figure
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.rules import DUPLICATE_ID, MISSING_VALUE, UNKNOWN_REFERENCE
from asn_restruktur.vocabulary import PERANGKAT_DAERAH, TableName

_OF_UNITS = {
    "unit.statements": TableName.FUNCTIONS,
    "unit.positions": TableName.POSITIONS,
    "unit.employees": TableName.EMPLOYEES,
}
_LEAVES_OUT = frozenset({DUPLICATE_ID, UNKNOWN_REFERENCE, MISSING_VALUE})


def analyse(
    organisation: Organisation, hierarchy: Hierarchy, readings: Readings, _settings: Settings
) -> Analysis:
    """Count what there is.

    Args:
        organisation: its tables.
        hierarchy: of its units.
        readings: which statements are boiler-plate; indexed like `organisation.functions`.

    Returns:
        Figures `city.*`, `data.left_out`, and for every unit `unit.statements`, `unit.positions`
        and `unit.employees` (without the units below), each with the rows it comes from.
    """
    units, functions = organisation.units, organisation.functions
    specific = functions.index[~readings.statements["is_boilerplate"]]
    return Analysis(
        figures=(
            _count("city.top_units", organisation, TableName.UNITS, _top_units(hierarchy, units)),
            _count("city.units", organisation, TableName.UNITS, units.index),
            _count("city.statements", organisation, TableName.FUNCTIONS, functions.index),
            _count("city.specific_statements", organisation, TableName.FUNCTIONS, specific),
            _count(
                "city.positions", organisation, TableName.POSITIONS, organisation.positions.index
            ),
            _count(
                "city.employees", organisation, TableName.EMPLOYEES, organisation.employees.index
            ),
            Figure(
                name="data.left_out",
                value=sum(organisation.left_out.values()),
                findings=tuple(
                    finding.fingerprint
                    for finding in organisation.findings
                    if finding.rule in _LEAVES_OUT
                ),
            ),
            *_of_units(organisation),
        )
    )


def _top_units(hierarchy: Hierarchy, units: pd.DataFrame) -> pd.Index:
    """Return the rows of the perangkat daerah; of all highest units where there is none."""
    is_top = units["unit_id"].isin(hierarchy.units["top_id"])
    is_perangkat_daerah = is_top & units["kind"].isin(PERANGKAT_DAERAH)
    return units.index[is_perangkat_daerah if is_perangkat_daerah.any() else is_top]


def _count(name: str, organisation: Organisation, table: TableName, rows: pd.Index) -> Figure:
    return Figure(name=name, value=len(rows), places=organisation.span(table, rows))


def _of_units(organisation: Organisation) -> list[Figure]:
    """State the size of every unit in statements, positions and employees."""
    figures = []
    for name, table in _OF_UNITS.items():
        unit_id = organisation.table(table)["unit_id"]
        counts = unit_id.value_counts()
        places = organisation.spans(table, unit_id)
        figures += [
            Figure(
                name=name,
                about=str(unit),
                value=int(counts.get(unit, 0)),
                places=places.get(str(unit), ()),
            )
            for unit in organisation.units["unit_id"]
        ]
    return figures
