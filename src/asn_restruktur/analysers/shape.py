"""Which units are too wide, too narrow, too deep, or much heavier than their siblings?"""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from asn_restruktur.config import StructureSettings
from asn_restruktur.findings import Evidence, Finding, Subject, SubjectKind, params
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.rules import (
    DEEP_LAYERS,
    LOPSIDED_SIBLINGS,
    NARROW_SPAN,
    SINGLE_CHILD,
    WIDE_SPAN,
)
from asn_restruktur.vocabulary import TableName, UnitKind

_ONE_BELOW_IS_NORMAL = frozenset(
    {
        UnitKind.SEKRETARIAT,
        UnitKind.UPTD,
        UnitKind.PUSKESMAS,
        UnitKind.RSUD,
        UnitKind.KELURAHAN,
        UnitKind.SEKSI,
        UnitKind.OTHER,
    }
)
"""Units that the law gives one unit below (a UPTD its subbagian, PP 18/2016), or that keep one
after the simplification of 2021 (the sekretariat of a dinas)."""

_NO_LEVEL = frozenset({UnitKind.KELOMPOK_JF, UnitKind.TIM_KERJA})

_SIBLINGS = 2
"""Siblings that a comparison needs besides the unit itself."""

_MOST_EVIDENCE = 20


def shape_findings(
    table: pd.DataFrame,
    organisation: Organisation,
    hierarchy: Hierarchy,
    limits: StructureSettings,
) -> list[Finding]:
    """Find what is unusual in the tree itself.

    Args:
        table: the table `structure`.
        organisation: its units and functions, to cite.
        hierarchy: of its units.
        limits: thresholds.

    Returns:
        Findings STR101, STR102, STR103, STR106 and STR108, each in the order of the units.
    """
    measured = table.set_index("unit_id")
    shape = _Shape(measured.join(hierarchy.units[["name", "kind", "parent_id", "top_id"]]))
    cite = _Citations(organisation)
    chains = shape.chains()
    chained = {unit for chain in chains for unit in chain}
    return [
        *_wide(shape, cite, limits.span_max),
        *_narrow(shape, cite, limits.span_min, chained),
        *_deep(shape, cite, limits.layers_max),
        *(_chain(shape, cite, chain) for chain in chains),
        *_lopsided(shape, cite, limits.lopsided_ratio),
    ]


class _Shape:
    """The measured units, with who stands directly below whom."""

    def __init__(self, units: pd.DataFrame) -> None:
        self.ids = [str(unit) for unit in units.index]
        self.name: dict[str, str] = dict(zip(self.ids, units["name"], strict=True))
        self.kind: dict[str, str] = dict(zip(self.ids, units["kind"], strict=True))
        self.top: dict[str, str] = dict(zip(self.ids, units["top_id"], strict=True))
        self.span: dict[str, int] = dict(zip(self.ids, units["span"], strict=True))
        self.layers: dict[str, int] = dict(zip(self.ids, units["layers"], strict=True))
        self.said: dict[str, int] = dict(zip(self.ids, units["specific_statements"], strict=True))
        self.below: dict[str, list[str]] = {}
        for unit, parent in zip(self.ids, units["parent_id"], strict=True):
            self.below.setdefault(str(parent), []).append(unit)

    def chains(self) -> list[list[str]]:
        """Return the runs of units that each have just one below, from the top one down."""
        chains: list[list[str]] = []
        lower: set[str] = set()
        for unit in self.ids:
            chain = [unit]
            while self._has_single_child(chain[-1]):
                chain += self.below[chain[-1]]
            if len(chain) > 1 and unit not in lower:
                chains.append(chain)
                lower.update(chain[1:])
        return [chain for chain in chains if chain[0] not in lower]

    def deepest(self, unit: str) -> list[str]:
        """Return the path down to the deepest level of management in a unit."""
        path = [unit]
        while below := self.below.get(path[-1]):
            deepest = max(below, key=lambda child: self.layers[child])
            if not self.layers[deepest]:
                break
            path.append(deepest)
        return path

    def _has_single_child(self, unit: str) -> bool:
        below = self.below.get(unit, ())
        return (
            len(below) == 1
            and self.kind[unit] not in _ONE_BELOW_IS_NORMAL
            and self.kind[below[0]] not in _NO_LEVEL
        )


class _Citations:
    """Cites the rows of units and of their statements."""

    def __init__(self, organisation: Organisation) -> None:
        self._organisation = organisation
        rows = range(len(organisation.units))
        self._row: dict[str, int] = dict(zip(organisation.units["unit_id"], rows, strict=True))

    def units(self, units: Iterable[str], column: str = "") -> tuple[Evidence, ...]:
        """Cite units, each with its name."""
        cited = list(units)[:_MOST_EVIDENCE]
        rows = pd.Index([self._row[unit] for unit in cited])
        names = self._organisation.units.loc[rows, "name"]
        places = self._organisation.places(TableName.UNITS, rows, column)
        return tuple(
            Evidence(place=place, quote=str(name), subject=Subject(SubjectKind.UNIT, unit))
            for place, name, unit in zip(places, names, cited, strict=True)
        )

    def statements(self, unit: str) -> tuple[Evidence, ...]:
        """Cite all statements of a unit by their rows."""
        functions = self._organisation.functions
        rows = functions.index[functions["unit_id"] == unit]
        return tuple(
            Evidence(place=place) for place in self._organisation.span(TableName.FUNCTIONS, rows)
        )


def _wide(shape: _Shape, cite: _Citations, span_max: int) -> list[Finding]:
    return [
        Finding(
            rule=WIDE_SPAN,
            subjects=(Subject(SubjectKind.UNIT, unit),),
            evidence=cite.units([unit, *shape.below[unit]]),
            score=min(1.0, span / (2 * span_max)),
            params=params(unit=shape.name[unit], span=span, limit=span_max),
        )
        for unit, span in shape.span.items()
        if span > span_max and shape.kind[unit] != UnitKind.OTHER
    ]


def _narrow(shape: _Shape, cite: _Citations, span_min: int, chained: set[str]) -> list[Finding]:
    return [
        Finding(
            rule=NARROW_SPAN,
            subjects=(Subject(SubjectKind.UNIT, unit),),
            evidence=cite.units([unit, *shape.below[unit]]),
            score=1 - span / span_min,
            params=params(unit=shape.name[unit], span=span, limit=span_min),
        )
        for unit, span in shape.span.items()
        if 0 < span < span_min
        and unit not in chained
        and shape.kind[unit] not in _ONE_BELOW_IS_NORMAL
        and any(shape.kind[child] not in _NO_LEVEL for child in shape.below[unit])
    ]


def _deep(shape: _Shape, cite: _Citations, layers_max: int) -> list[Finding]:
    found = []
    for unit, layers in shape.layers.items():
        if layers <= layers_max or shape.top[unit] != unit:
            continue
        path = shape.deepest(unit)
        found.append(
            Finding(
                rule=DEEP_LAYERS,
                subjects=(Subject(SubjectKind.UNIT, unit),),
                evidence=cite.units(path, "parent_id"),
                score=min(1.0, layers / (2 * layers_max)),
                params=params(
                    unit=shape.name[unit],
                    layers=layers,
                    limit=layers_max,
                    path=tuple(shape.name[step] for step in path),
                ),
            )
        )
    return found


def _chain(shape: _Shape, cite: _Citations, chain: list[str]) -> Finding:
    return Finding(
        rule=SINGLE_CHILD,
        subjects=tuple(Subject(SubjectKind.UNIT, unit) for unit in chain),
        evidence=cite.units(chain, "parent_id"),
        score=min(1.0, len(chain) / 4),
        params=params(
            unit=shape.name[chain[0]], below=tuple(shape.name[unit] for unit in chain[1:])
        ),
    )


def _lopsided(shape: _Shape, cite: _Citations, ratio: float) -> list[Finding]:
    """Compare units of one kind below one parent by the specific statements of their own."""
    found = []
    for parent, units in shape.below.items():
        for unit in units if parent else ():
            siblings = [
                shape.said[other]
                for other in units
                if other != unit and shape.kind[other] == shape.kind[unit]
            ]
            if len(siblings) < _SIBLINGS:
                continue
            median = float(np.median(siblings))
            if median > 0 and shape.said[unit] >= ratio * median:
                found.append(
                    Finding(
                        rule=LOPSIDED_SIBLINGS,
                        subjects=(Subject(SubjectKind.UNIT, unit),),
                        evidence=(*cite.units([unit]), *cite.statements(unit)),
                        score=min(1.0, shape.said[unit] / median / (2 * ratio)),
                        params=params(
                            unit=shape.name[unit],
                            parent=shape.name[parent],
                            statements=shape.said[unit],
                            median=median,
                            ratio=ratio,
                        ),
                    )
                )
    return found
