"""How is the organisation built, and where is it too wide, too deep, empty or lopsided?"""

import pandas as pd

from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.shape import shape_findings
from asn_restruktur.analysers.vacancies import posts, vacancy_findings
from asn_restruktur.config import Settings
from asn_restruktur.findings import Figure
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TableName, UnitKind

_NO_LEVEL = frozenset({UnitKind.KELOMPOK_JF, UnitKind.ASISTEN, UnitKind.OTHER})
"""Kinds that add no level of management: a group without a head, and the secretary's assistants."""

_OWN_HOUSE = frozenset({UnitKind.UPTD, UnitKind.PUSKESMAS, UnitKind.RSUD, UnitKind.KELURAHAN})
"""Kinds with a structure of their own, which does not deepen the unit above (PP 18/2016)."""


def analyse(
    organisation: Organisation, hierarchy: Hierarchy, readings: Readings, settings: Settings
) -> Analysis:
    """Measure every unit and tell what is unusual in the structure.

    Where the data is silent (no positions, no statements, no need), so are the findings.

    Args:
        organisation: its tables.
        hierarchy: of its units.
        readings: which statements are boiler-plate; indexed like `organisation.functions`.
        settings: thresholds.

    Returns:
        Table `structure`, one row a unit in the order of the input: `unit_id`, `depth` (0 for a
        root), `layers` (levels of management in it, itself counted), `children`, `span` (direct
        subordinate units that have a head), `statements`, `specific_statements`, `positions`,
        `employees` (all four without the units below), `has_head` (boolean, NA where its
        perangkat daerah has no positions). Findings STR101 to STR108, in the order of code and
        unit. Figures `unit.span` of every unit and `structure.*`.

    Source:
        PP 18/2016 ps. 2 huruf f (span of control, without a number); PermenPANRB 25/2021 (two
        levels); PermenPANRB 1/2020 (need).
    """
    table = _table(organisation, hierarchy, readings)
    vacant = posts(organisation)
    limits = settings.structure
    findings = [
        *shape_findings(table, organisation, hierarchy, limits),
        *vacancy_findings(table, organisation, hierarchy, vacant),
    ]
    return Analysis(
        tables={"structure": table},
        findings=tuple(sorted(findings, key=lambda finding: finding.code)),
        figures=(*_spans(table, organisation), *_staffing(vacant, organisation)),
    )


def _table(organisation: Organisation, hierarchy: Hierarchy, readings: Readings) -> pd.DataFrame:
    units = hierarchy.units
    functions = organisation.functions["unit_id"]
    is_specific = ~readings.statements["is_boilerplate"]
    headed = units["kind"] != UnitKind.KELOMPOK_JF
    span = units.loc[headed & (units["parent_id"] != ""), "parent_id"].value_counts()
    return pd.DataFrame(
        {
            "unit_id": units.index,
            "depth": units["depth"].to_numpy(),
            "layers": _layers(units),
            "children": units["children"].to_numpy(),
            "span": _of_units(span, units.index),
            "statements": _of_units(functions.value_counts(), units.index),
            "specific_statements": _of_units(functions[is_specific].value_counts(), units.index),
            "positions": _of_units(organisation.positions["unit_id"].value_counts(), units.index),
            "employees": _of_units(organisation.employees["unit_id"].value_counts(), units.index),
            "has_head": _has_head(organisation, hierarchy),
        }
    ).reset_index(drop=True)


def _of_units(counts: pd.Series, units: pd.Index) -> list[int]:
    """Return the count of each unit, 0 where it has none."""
    return [int(count) for count in counts.reindex(units, fill_value=0)]


def _layers(units: pd.DataFrame) -> list[int]:
    """Count the levels of management in each unit, from the leaves upwards."""
    layers: dict[str, int] = {}
    below: dict[str, int] = {}
    upwards = units.sort_values("enter", ascending=False)[["kind", "parent_id"]]
    for unit, kind, parent in upwards.itertuples(name=None):
        layers[unit] = below.get(unit, 0) + (kind not in _NO_LEVEL)
        if parent and kind not in _OWN_HOUSE:
            below[parent] = max(below.get(parent, 0), layers[unit])
    return [layers[str(unit)] for unit in units.index]


def _has_head(organisation: Organisation, hierarchy: Hierarchy) -> list[bool | None]:
    """Tell for each unit whether a position heads it; None where nothing is known."""
    positions = organisation.positions
    tops = hierarchy.units["top_id"]
    staffed = frozenset(hierarchy.top_of(positions["unit_id"]))
    headed = frozenset(positions.loc[positions["is_head"].fillna(value=False), "unit_id"])
    return [
        unit in headed if top in staffed else None
        for unit, top in zip(tops.index, tops, strict=True)
    ]


def _spans(table: pd.DataFrame, organisation: Organisation) -> list[Figure]:
    """State the span of every unit, from the rows of the units below it."""
    units = organisation.units
    places = organisation.spans(TableName.UNITS, units["parent_id"])
    return [
        Figure(name="unit.span", about=unit, value=span, places=places.get(unit, ()))
        for unit, span in zip(table["unit_id"], table["span"], strict=True)
    ]


def _staffing(vacant: pd.DataFrame, organisation: Organisation) -> list[Figure]:
    """State need and staffing of all positions whose need is known."""
    needed = vacant[vacant["need"].notna()]
    if needed.empty:
        return []
    places = organisation.span(TableName.POSITIONS, needed.index)
    empty = needed[needed["is_empty"]]
    figures = [
        Figure(
            name="structure.empty_posts",
            value=len(empty),
            places=organisation.span(TableName.POSITIONS, empty.index),
        ),
        Figure(
            name="structure.need",
            value=_whole(float(needed["need"].sum())),
            places=places,
        ),
    ]
    if needed["filled"].notna().any():
        filled = _whole(float(needed["filled"].sum()))
        figures.append(Figure(name="structure.filled", value=filled, places=places))
    return figures


def _whole(amount: float) -> int | float:
    return int(amount) if amount.is_integer() else amount
