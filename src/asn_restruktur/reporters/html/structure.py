"""How is the organisation built, and which of its units does each measure colour?"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from asn_restruktur.reporters.html.directory import Directory
from asn_restruktur.reporters.html.summary import counted
from asn_restruktur.reporters.html.wording import Wording
from asn_restruktur.reporters.report import Report

_GROUPS = {
    "secretariats": ("setda", "setwan", "inspektorat"),
    "agencies": ("badan",),
    "departments": ("dinas", "satuan"),
    "districts": ("kecamatan",),
}
# Units of services and territories are many and alike; the strip shows the office itself.
_NOT_IN_STRIP = frozenset({"uptd", "puskesmas", "rsud", "kelurahan", "kelompok_jf", "tim_kerja"})
_OUT_OF_SPAN = frozenset({"STR101", "STR102"})
_OUTSIDE, _INSIDE = 3, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure that colours the chart.

    Args:
        name: `overlaps`, `findings` or `span`; its figures are `unit.<name>:<unit>`.
        label: on its button.
        heading: what the chart then says.
        unit: what its numbers count, before the key.
        key: label of each class that is used, by class.
        classes: class 0-5 of every unit; a unit without one is not measured.
    """

    name: str
    label: str
    heading: str
    unit: str
    key: dict[int, str]
    classes: dict[str, int]

    def of(self, unit: str) -> int:
        """Return the class of a unit."""
        return self.classes.get(unit, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A perangkat daerah in the chart: its number is a figure, its cells the units right below."""

    unit: str
    label: str
    number: Markup
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Perangkat daerah of like kind."""

    title: str
    boxes: tuple[Box, ...]

    @property
    def columns(self) -> int:
        """Columns of boxes that the group gets in a wide chart."""
        return 4 if len(self.boxes) > 12 else 2 if len(self.boxes) > 7 else 1  # noqa: PLR2004  # rows of one screen


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The chart and its measures; `measures[0]` colours it at first."""

    apex: tuple[str, ...]
    groups: tuple[Group, ...]
    measures: tuple[Measure, ...]
    is_single: bool


def structure(report: Report, units: Directory, say: Wording) -> Structure:
    """Draw the chart of perangkat daerah in the groups officials know."""
    measures = tuple(_measures(report, units, say))
    tops = units.top_units
    known = {kind: name for name, kinds in _GROUPS.items() for kind in kinds}
    members: dict[str, list[str]] = {name: [] for name in (*_GROUPS, "others")}
    for unit in tops:
        members[known.get(units.kinds[unit], "others")].append(unit)
    groups = tuple(
        Group(
            title=say.plain(f"group.{name}"),
            boxes=tuple(_box(unit, report, units, say, measures[0]) for unit in inside),
        )
        for name, inside in members.items()
        if inside
    )
    return Structure(
        apex=tuple(_apex(report, units, say)),
        groups=groups,
        measures=measures,
        is_single=len(tops) <= 1,
    )


def _apex(report: Report, units: Directory, say: Wording) -> Iterator[str]:
    """Name who stands above the perangkat daerah (PP 18/2016: the head through the Sekda)."""
    key = f"head.{report.organisation.government.kind or 'region'}"
    has_secretary = "setda" in {units.kinds[unit] for unit in units.top_units}
    if units.apex:
        yield from (name for unit, name in units.names.items() if unit in units.apex)
    elif has_secretary and say.words.has(f"html.{key}"):
        yield say.plain(key)
    elif report.organisation.government.name:
        yield report.organisation.government.name
    if has_secretary:
        yield say.plain("head.secretary")


def _box(unit: str, report: Report, units: Directory, say: Wording, measure: Measure) -> Box:
    key = f"unit.{measure.name}:{unit}"
    return Box(
        unit=unit,
        label=box_label(units.names[unit], units.kinds[unit]),
        number=say.figure(key) if key in report.figures else Markup(),
        cells=tuple(_strip(unit, units)),
    )


def box_label(name: str, kind: str) -> str:
    """Drop the word that the group already says: `Kesehatan` under *Dinas*."""
    first, _, rest = name.partition(" ")
    is_said = first.casefold() == kind and kind in {"dinas", "badan", "kecamatan"}
    return rest if is_said and rest else name


def _strip(unit: str, units: Directory) -> Iterator[str]:
    """Yield the bagian and bidang of a unit; an asisten stands for those below it."""
    for child in units.children[unit]:
        if units.kinds[child] == "asisten":
            yield from _strip(child, units)
        elif units.kinds[child] not in _NOT_IN_STRIP:
            yield child


def _measures(report: Report, units: Directory, say: Wording) -> Iterator[Measure]:
    """Yield the measures that the data knows, the one about overlaps first."""
    cuts_by_name = {"overlaps": (1, 3, 6, 12, 24), "findings": (1, 4, 8, 16, 32)}
    for name, cuts in cuts_by_name.items():
        figures = {unit: report.figures.get(f"unit.{name}:{unit}") for unit in units.names}
        values = {unit: figure.value for unit, figure in figures.items() if figure is not None}
        if not values or (name == "overlaps" and counted(report, "city.statements") is None):
            continue
        worst = max(units.top_units, key=lambda unit: values.get(unit, 0), default="")
        is_found = values.get(worst, 0) > 0
        heading = f"measure.{name}.heading" if is_found else f"measure.{name}.none"
        yield Measure(
            name=name,
            label=say.plain(f"measure.{name}.label"),
            heading=say.plain(heading, unit=units.names.get(worst, "")),
            unit=say.plain(f"measure.{name}.unit"),
            key=dict(enumerate(_steps(cuts))),
            classes={unit: sum(value >= cut for cut in cuts) for unit, value in values.items()},
        )
    outside = {
        unit
        for finding in report.findings
        if finding.code in _OUT_OF_SPAN
        for unit in units.units_of(finding)
    }
    yield Measure(
        name="span",
        label=say.plain("measure.span.label"),
        heading=say.plain("measure.span.heading" if outside else "measure.span.none"),
        unit=say.plain("measure.span.unit"),
        key={
            _INSIDE: say.plain("measure.span.inside"),
            _OUTSIDE: say.plain("measure.span.outside"),
        },
        classes={unit: _OUTSIDE if unit in outside else _INSIDE for unit in units.names},
    )


def _steps(cuts: tuple[int, ...]) -> Iterator[str]:
    """Spell the classes between the cuts: `0`, `1`, `3-4`, `8+`."""
    yield "0" if cuts[0] == 1 else f"0\u2013{cuts[0] - 1}"
    for low, high in pairwise(cuts):
        yield str(low) if high == low + 1 else f"{low}\u2013{high - 1}"
    yield f"{cuts[-1]}+"
