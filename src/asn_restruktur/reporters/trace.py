"""Where does a finding, a figure, a unit or a statement come from?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from asn_restruktur.findings import (
    Evidence,
    Figure,
    Finding,
    Subject,
    SubjectKind,
    params,
)
from asn_restruktur.reporters.fingerprints import finding_with
from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.messages import Catalogue, catalogue
from asn_restruktur.reporters.report import Report
from asn_restruktur.vocabulary import Fingerprint, Place, TableName

MOST_LINES = 20
"""Lines of one part that `render` shows; the rest is counted."""


class TraceKind(StrEnum):
    """What an id can belong to."""

    FIGURE = "figure"
    FINDING = "finding"
    UNIT = "unit"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Part:
    """One answer of a trace: its name (`why.part.<name>` in the catalogue) and its lines."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What stands behind an id, worded in the report's language.

    Args:
        kind: what the id belongs to.
        id: the whole id, where a beginning of it was asked for.
        title: what it says or is called.
        parts: what it rests on and what rests on it; none is empty.
        places: every cell or line it rests on.
        text: all of that as plain text.
    """

    kind: TraceKind
    id: str
    title: str
    parts: tuple[Part, ...]
    places: tuple[Place, ...]
    text: str

    def __str__(self) -> str:
        """Return the trace as plain text."""
        return self.text


def trace(report: Report, subject_id: str) -> Trace:
    """Trace an id to its cells and rules.

    Args:
        report: where the id stands.
        subject_id: a figure's key, the id of a unit or a statement, or a finding's fingerprint or
            its beginning of four letters or more.

    Raises:
        UnusableInput: the report has no such id, or several findings begin so.
    """
    tracer = _Tracer(report)
    if subject_id in report.figures:
        return tracer.figure(report.figures[subject_id])
    if subject_id in report.hierarchy.units.index:
        return tracer.unit(subject_id)
    rows = report.organisation.functions["statement_id"] == subject_id
    if rows.any():
        return tracer.statement(subject_id, int(rows.to_numpy().argmax()))
    return tracer.finding(finding_with(report, subject_id))


class _Tracer:
    """Gathers what stands behind the ids of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.words: Catalogue = catalogue(report.lang)
        self._names = {
            str(unit): str(name) for unit, name in report.hierarchy.units["name"].items()
        }

    def figure(self, figure: Figure) -> Trace:
        name = self.words.say(f"figures.{figure.name}.label")
        about = self._about(figure.about)
        decimals = 0 if float(figure.value).is_integer() else 2
        value = self.words.number(figure.value, decimals)
        counted = self._found([*figure.findings, Fingerprint(figure.about)])
        places = [*figure.places, *(place for found in counted for place in found.places)]
        return self._trace(
            TraceKind.FIGURE,
            figure.key,
            ": ".join(part for part in (about, f"{value} {name}") if part),
            {
                "meaning": [self.words.say(f"figures.{figure.name}.meaning")],
                "places": [self.words.place(place) for place in figure.places],
                "findings": [self._line(finding) for finding in counted],
                "basis": list(figure.basis),
            },
            places,
        )

    def finding(self, finding: Finding) -> Trace:
        rule, words = finding.rule, self.words
        severity = words.word(f"severity.{finding.severity.name.lower()}")
        told = params(
            code=rule.code,
            name=words.say(f"{rule.code}.name"),
            severity=severity,
            basis=words.basis(rule.basis),
            confidence=words.word(f"confidence.{rule.basis.confidence}"),
        )
        return self._trace(
            TraceKind.FINDING,
            finding.fingerprint,
            words.finding(finding),
            {
                "rule": [words.say("why.rule", told), words.say("why.basis", told)],
                "meaning": [words.say(f"{rule.code}.what")],
                "score": [words.number(finding.score, 2)],
                "subjects": [self._subject(subject) for subject in finding.subjects],
                "evidence": [self._evidence(evidence) for evidence in finding.evidence],
                "facets": [
                    words.say(
                        "why.facet",
                        params(
                            facet=words.word(line.facet),
                            sign=words.word(f"sign.{line.sign}"),
                            left=line.left or words.say("why.nothing"),
                            right=line.right or words.say("why.nothing"),
                        ),
                    )
                    for line in finding.facets
                ],
                "mend": [words.say(f"{rule.code}.mend")],
            },
            finding.places,
        )

    def unit(self, unit_id: str) -> Trace:
        organisation, units = self.report.organisation, self.report.organisation.units
        rows = units.index[units["unit_id"] == unit_id]
        places = organisation.places(TableName.UNITS, rows, "unit_id")
        functions = organisation.functions
        said = functions.index[functions["unit_id"] == unit_id]
        kind = str(units.at[rows[0], "kind"])
        return self._trace(
            TraceKind.UNIT,
            unit_id,
            self._names[unit_id],
            {
                "kind": [self.words.word(f"unit_kind.{kind}")] if kind else [],
                "places": [self.words.place(place) for place in places],
                "path": [" / ".join(self._names[unit] for unit in self._path(unit_id))],
                "statements": self._statements(said),
                "findings": self._touching(SubjectKind.UNIT, {unit_id}, said),
                "figures": [
                    self._number(figure)
                    for figure in self.report.figures.values()
                    if figure.about == unit_id
                ],
            },
            places,
        )

    def statement(self, statement_id: str, row: int) -> Trace:
        organisation = self.report.organisation
        functions = organisation.functions
        places = organisation.places(TableName.FUNCTIONS, functions.index[[row]], "text")
        record = functions.loc[row]
        kind = str(record["kind"])
        path = self._path(str(record["unit_id"]))
        return self._trace(
            TraceKind.STATEMENT,
            statement_id,
            str(record["text"]),
            {
                "kind": [self.words.word(f"function_kind.{kind}")] if kind else [],
                "places": [self.words.place(place) for place in places],
                "citation": [str(record["citation"])] if record["citation"] else [],
                "path": [" / ".join(self._names.get(unit, unit) for unit in path)],
                "findings": self._touching(
                    SubjectKind.STATEMENT, {statement_id}, functions.index[[row]]
                ),
            },
            places,
        )

    def _trace(
        self,
        kind: TraceKind,
        trace_id: str,
        title: str,
        lines: dict[str, list[str]],
        places: Iterable[Place],
    ) -> Trace:
        parts = tuple(
            Part(name, tuple(one_line(line) for line in told))
            for name, told in lines.items()
            if told
        )
        head = self.words.say(f"why.{kind}", params(id=one_line(trace_id), title=one_line(title)))
        shown = [line for part in parts for line in self._part(part)]
        return Trace(
            kind=kind,
            id=trace_id,
            title=title,
            parts=parts,
            places=tuple(dict.fromkeys(places)),
            text="\n".join([head, *shown]),
        )

    def _part(self, part: Part) -> list[str]:
        shown = [f"  {line}" for line in part.lines[:MOST_LINES]]
        if more := len(part.lines) - len(shown):
            shown.append(f"  {self.words.say('why.more', params(count=more))}")
        return ["", self.words.say(f"why.part.{part.name}"), *shown]

    def _path(self, unit_id: str) -> list[str]:
        is_known = unit_id in self.report.hierarchy.units.index
        return self.report.hierarchy.path(unit_id) if is_known else [unit_id]

    def _about(self, about: str) -> str:
        """Name what a figure is about: units, a finding, or a recommendation's rank."""
        names = [self._names.get(part, part) for part in about.split(";")]
        return self.words.listing(names) if about else ""

    def _number(self, figure: Figure) -> str:
        decimals = 0 if float(figure.value).is_integer() else 2
        label = self.words.say(f"figures.{figure.name}.label")
        return f"{self.words.number(figure.value, decimals)} {label} ({figure.key})"

    def _found(self, fingerprints: Sequence[Fingerprint]) -> list[Finding]:
        known = {finding.fingerprint: finding for finding in self.report.findings}
        return [known[fingerprint] for fingerprint in fingerprints if fingerprint in known]

    def _line(self, finding: Finding) -> str:
        short = self.report.short_ids[finding.fingerprint]
        return f"{short} {finding.code} {self.words.finding(finding)}"

    def _touching(self, kind: SubjectKind, ids: set[str], said: Iterable[int]) -> list[str]:
        """Tell the findings about a thing, or about one of some statements."""
        statements = set(self.report.organisation.functions.loc[list(said), "statement_id"])
        wanted = {Subject(kind, subject_id) for subject_id in ids}
        wanted |= {Subject(SubjectKind.STATEMENT, str(one)) for one in statements}
        return [self._line(f) for f in self.report.findings if wanted.intersection(f.subjects)]

    def _statements(self, rows: Iterable[int]) -> list[str]:
        functions = self.report.organisation.functions
        index = functions.index[functions.index.isin(list(rows))]
        places = self.report.organisation.places(TableName.FUNCTIONS, index, "text")
        said = functions.loc[index, ["statement_id", "text"]].itertuples(index=False, name=None)
        return [
            f"{statement_id}: {text} ({self.words.place(place)})"
            for (statement_id, text), place in zip(said, places, strict=True)
        ]

    def _subject(self, subject: Subject) -> str:
        kind = self.words.word(f"subject.{subject.kind}")
        name = self._names.get(subject.id, "") if subject.kind is SubjectKind.UNIT else ""
        return f"{kind} {subject.id}" + (f" ({name})" if name else "")

    def _evidence(self, evidence: Evidence) -> str:
        quote = f'"{evidence.quote}"' if evidence.quote else ""
        place = self.words.place(evidence.place) if evidence.place else ""
        whose = self._subject(evidence.subject) if evidence.subject else ""
        return " · ".join(part for part in (quote, whose, place) if part)
