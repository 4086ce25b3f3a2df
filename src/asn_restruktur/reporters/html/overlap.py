"""Which perangkat daerah state the same duties, and which statements are those?"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from asn_restruktur.findings import Evidence, Finding, SubjectKind
from asn_restruktur.reporters.html.directory import Directory, unbroken
from asn_restruktur.reporters.html.summary import counted
from asn_restruktur.reporters.html.wording import Wording
from asn_restruktur.reporters.report import Report

PAIR_CODES = frozenset({"FUN101", "FUN102"})
_LARGEST_TRIANGLE = 60
_OVERLAP_ONLY, _ONE_DOUBLE, _MORE_DOUBLE = 2, 4, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of the triangle; one without pairs is pale inside a cluster, paper outside."""

    unit: str
    shade: int
    number: Markup
    label: str
    is_filled: bool
    is_inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the triangle: cells towards the units above it, then its own name.

    `cluster_rows` is how many rows its cluster has where it is the first of it, else 0.
    """

    unit: str
    cells: tuple[Cell, ...]
    label: str
    cluster_rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Triangle:
    """A heat table; `title` names its cluster where the whole does not fit one table."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """The section on overlap; `triangles` is empty where no two perangkat daerah overlap."""

    heading: Markup
    lead: Markup
    triangles: tuple[Triangle, ...]
    has_pairs: bool


def overlap(report: Report, units: Directory, say: Wording) -> Overlap | None:
    """Show who overlaps with whom; None where there is no statement to compare."""
    statements = counted(report, "city.statements")
    if statements is None:
        return None
    has_pairs = any(finding.code in PAIR_CODES for finding in report.findings)
    if not has_pairs:
        checked = report.figures.get("city.specific_statements", statements)
        return Overlap(
            heading=say.heading("overlap.none", statements=statements),
            lead=say("overlap.none_lead", count=checked),
            triangles=(),
            has_pairs=False,
        )
    triangles = _triangles(report, units, say)
    key = "overlap.lead" if triangles else "overlap.inside_lead"
    return Overlap(
        heading=_heading(report, units, say),
        lead=say(key),
        triangles=triangles,
        has_pairs=True,
    )


def _heading(report: Report, units: Directory, say: Wording) -> Markup:
    """Name the two perangkat daerah that share most duties."""
    shared = report.tables["unit_pairs"]
    if shared.empty:
        return say.heading("overlap.inside")
    worst = shared.sort_values("pairs", ascending=False, kind="stable").iloc[0]
    left, right = str(worst["unit_a"]), str(worst["unit_b"])
    figure = report.figures[f"unit_pair.pairs:{left};{right}"]
    return say.heading(
        "overlap.heading", left=units.shorts[left], right=units.shorts[right], count=figure
    )


def _triangles(report: Report, units: Directory, say: Wording) -> tuple[Triangle, ...]:
    """Draw one triangle; beyond what a screen holds, one for each cluster."""
    shared = report.tables["unit_pairs"]
    if shared.empty:
        return ()
    keys = {
        frozenset((str(a), str(b))): f"{a};{b}" for a, b in shared[["unit_a", "unit_b"]].to_numpy()
    }
    touched = {unit for pair in keys for unit in pair}
    order = report.tables["unit_order"]
    clusters = {
        str(unit): int(cluster)
        for unit, cluster in order[["unit_id", "cluster"]].to_numpy()
        if str(unit) in touched
    }
    labels = {int(c): str(label) for c, label in order[["cluster", "label"]].to_numpy() if c}
    drawn = _Drawing(report=report, units=units, say=say, keys=keys, clusters=clusters)
    if len(clusters) <= _LARGEST_TRIANGLE:
        return (Triangle(title="", rows=drawn.rows(list(clusters), labels)),)
    members: dict[int, list[str]] = {}
    for unit, cluster in clusters.items():
        members.setdefault(cluster, []).append(unit)
    return tuple(
        Triangle(
            title=_first_topic(labels.get(cluster, "")) or say.plain("overlap.no_cluster"),
            rows=drawn.rows(inside, {}),
        )
        for cluster, inside in members.items()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawing:
    report: Report
    units: Directory
    say: Wording
    keys: Mapping[frozenset[str], str]
    clusters: Mapping[str, int]

    def rows(self, order: list[str], labels: Mapping[int, str]) -> tuple[Row, ...]:
        rows = []
        for at, unit in enumerate(order):
            cluster = self.clusters[unit]
            is_first = cluster > 0 and (at == 0 or self.clusters[order[at - 1]] != cluster)
            size = sum(self.clusters[other] == cluster for other in order)
            rows.append(
                Row(
                    unit=unit,
                    cells=tuple(self._cell(unit, other) for other in order[:at]),
                    label=_first_topic(labels.get(cluster, "")) if is_first and size > 1 else "",
                    cluster_rows=size if is_first else 0,
                )
            )
        return tuple(rows)

    def _cell(self, unit: str, other: str) -> Cell:
        about = self.keys.get(frozenset((unit, other)), "")
        if not about:
            is_inside = self.clusters[unit] == self.clusters[other] > 0
            return Cell(
                unit=other,
                shade=0,
                number=Markup(),
                label="",
                is_filled=False,
                is_inside=is_inside,
            )
        pairs = self.report.figures[f"unit_pair.pairs:{about}"]
        doubles = self.report.figures[f"unit_pair.duplications:{about}"]
        shades = (_OVERLAP_ONLY, _ONE_DOUBLE, _MORE_DOUBLE)
        names = {"left": self.units.shorts[unit], "right": self.units.shorts[other]}
        return Cell(
            unit=other,
            shade=shades[min(int(doubles.value), 2)],
            number=self.say.figure(pairs.key),
            label=self.say.plain("overlap.cell", **names, pairs=pairs, doubles=doubles),
            is_filled=True,
            is_inside=True,
        )


def pair_records(
    report: Report, units: Directory, say: Wording, advice: Mapping[str, int]
) -> Iterator[dict[str, object]]:
    """Yield every pair for the script, strongest first.

    Args:
        report: its pair findings have two statements as subjects.
        units: where statements belong.
        say: words the signs and facets.
        advice: rank of the recommendation that would end a finding, by fingerprint.
    """
    pairs = [
        finding
        for finding in report.findings
        if finding.code in PAIR_CODES and f"pair.score:{finding.fingerprint}" in report.figures
    ]
    for finding in sorted(pairs, key=lambda pair: -pair.score):
        evidence = {item.subject.id: item for item in finding.evidence if item.subject}
        sides = finding.ids(SubjectKind.STATEMENT)
        yield {
            "id": finding.fingerprint,
            "short": report.short_ids[finding.fingerprint],
            "code": finding.code,
            "kind": say.plain(f"pair.{finding.code}"),
            "sides": [_side(said, evidence[said], units, say) for said in sides],
            "facets": _facets(finding, say),
            "why": say.words.finding(finding),
            "advice": advice.get(finding.fingerprint, 0),
        }


def _side(said: str, evidence: Evidence, units: Directory, say: Wording) -> dict[str, object]:
    unit = units.statement_units[said]
    place = say.words.place(evidence.place) if evidence.place else ""
    return {
        "unit": unit,
        "text": evidence.quote,
        "marks": evidence.marks,
        "sources": [unbroken(source) for source in (units.citations[said], place) if source],
    }


def _facets(finding: Finding, say: Wording) -> list[list[str]]:
    return [
        [say.words.word(line.facet), line.left, line.sign, line.right] for line in finding.facets
    ]


def _first_topic(label: str) -> str:
    """Show the first topic of a cluster; the others would widen the table."""
    return next((part.strip() for part in re.split("[;,]", label) if part.strip()), "")
