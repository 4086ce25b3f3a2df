"""Which unit is called what in the page, and where does it belong?"""

import re
from dataclasses import dataclass

from asn_restruktur.findings import Finding, Subject, SubjectKind
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.short_names import short_names

# Pasal 11 huruf c stays on one line.
_ARTICLE = re.compile(r"\b(Pasal|pasal|ayat|huruf|angka|Article|Perwal|Perbup|Pergub|Perda) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """Units and statements by id, in the order of the input.

    Args:
        names: full name of each unit.
        shorts: short name of each unit.
        kinds: kind of each unit.
        parents: id of the unit above, "" for a root.
        children: ids of the units right below.
        tops: perangkat daerah of each unit.
        apex: ids of units that hold perangkat daerah and are none (a mayor's own unit).
        statement_units: unit of each statement.
        citations: where its regulation says it, or "".
        position_units: unit of each position.
        topic_units: perangkat daerah of each service.
    """

    names: dict[str, str]
    shorts: dict[str, str]
    kinds: dict[str, str]
    parents: dict[str, str]
    children: dict[str, list[str]]
    tops: dict[str, str]
    apex: frozenset[str]
    statement_units: dict[str, str]
    citations: dict[str, str]
    position_units: dict[str, str]
    topic_units: dict[str, tuple[str, ...]]

    @property
    def top_units(self) -> list[str]:
        """Ids of the perangkat daerah, in the order of the input."""
        return [unit for unit, top in self.tops.items() if unit == top and unit not in self.apex]

    def label(self, unit: str) -> str:
        """Return a short name, or for a unit below its name and its perangkat daerah's."""
        top = self.tops[unit]
        return self.shorts[unit] if unit == top else f"{self.names[unit]} ({self.shorts[top]})"

    def units_of(self, finding: Finding) -> tuple[str, ...]:
        """Return the ids of the units that a finding is about, each once, in its order."""
        found = (unit for subject in finding.subjects for unit in self._units_of(subject))
        return tuple(dict.fromkeys(unit for unit in found if unit in self.names))

    def tops_of(self, finding: Finding) -> tuple[str, ...]:
        """Return the ids of the perangkat daerah that a finding is about."""
        return tuple(dict.fromkeys(self.tops[unit] for unit in self.units_of(finding)))

    def _units_of(self, subject: Subject) -> tuple[str, ...]:
        match subject.kind:
            case SubjectKind.UNIT:
                return (subject.id,)
            case SubjectKind.STATEMENT:
                return (self.statement_units.get(subject.id, ""),)
            case SubjectKind.POSITION:
                return (self.position_units.get(subject.id, ""),)
            case SubjectKind.TOPIC:
                return self.topic_units.get(subject.id, ())
            case SubjectKind.EMPLOYEE | SubjectKind.FILE:
                return ()


def directory(report: Report) -> Directory:
    """Gather the names and places of a report's units."""
    units = report.hierarchy.units
    parents = {str(unit): str(parent) for unit, parent in units["parent_id"].items()}
    tops = {str(unit): str(top) for unit, top in units["top_id"].items()}
    children: dict[str, list[str]] = {unit: [] for unit in parents}
    for unit, parent in parents.items():
        if parent:
            children[parent].append(unit)
    organisation = report.organisation
    return Directory(
        names={str(unit): str(name) for unit, name in units["name"].items()},
        shorts=short_names(report.hierarchy),
        kinds={str(unit): str(kind) for unit, kind in units["kind"].items()},
        parents=parents,
        children=children,
        tops=tops,
        apex=frozenset(parents[unit] for unit, top in tops.items() if unit == top) - {""},
        statement_units=_mapped(organisation.functions[["statement_id", "unit_id"]].to_numpy()),
        citations=_mapped(organisation.functions[["statement_id", "citation"]].to_numpy()),
        position_units=_mapped(organisation.positions[["position_id", "unit_id"]].to_numpy()),
        topic_units={
            str(topic): split(str(units))
            for topic, units in report.tables["topics"][["topic", "units"]].to_numpy()
        },
    )


def split(cell: str) -> tuple[str, ...]:
    """Take the list inside a cell apart."""
    return tuple(part for part in cell.split(";") if part)


def unbroken(source: str) -> str:
    """Keep `Pasal 11 huruf c` on one line."""
    return _ARTICLE.sub("\\1\u00a0", source)


def _mapped(rows: object) -> dict[str, str]:
    return {str(key): str(value) for key, value in rows}  # type: ignore[attr-defined]  # a numpy array of two columns
