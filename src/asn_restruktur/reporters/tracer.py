"""How is what stands behind an id put into words?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from asn_restruktur.findings import Evidence, Figure, Finding, Subject, SubjectKind, params
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
    POSITION = "position"
    EMPLOYEE = "employee"
    RULESET = "ruleset"


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


class Tracer:
    """Gathers what stands behind the ids of one report."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.words: Catalogue = catalogue(report.lang)
        self.names = {str(unit): str(name) for unit, name in report.hierarchy.units["name"].items()}

    def traced(
        self,
        kind: TraceKind,
        trace_id: str,
        title: str,
        lines: dict[str, list[str]],
        places: Iterable[Place],
    ) -> Trace:
        """Put the lines of each part under its name; a part without a line is left out."""
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

    def path(self, unit_id: str) -> str:
        """Name a unit under those above it."""
        is_known = unit_id in self.report.hierarchy.units.index
        units = self.report.hierarchy.path(unit_id) if is_known else [unit_id]
        return " / ".join(self.names.get(unit, unit) for unit in units)

    def cited(self, places: Iterable[Place]) -> list[str]:
        """Word places."""
        return [self.words.place(place) for place in places]

    def about(self, about: str) -> str:
        """Name what a figure is about: units, a finding, or a recommendation's rank."""
        names = [self.names.get(part, part) for part in about.split(";")]
        return self.words.listing(names) if about else ""

    def figure_line(self, figure: Figure) -> str:
        """Tell a figure with its key."""
        decimals = 0 if float(figure.value).is_integer() else 2
        label = self.words.say(f"figures.{figure.name}.label")
        return f"{self.words.number(figure.value, decimals)} {label} ({figure.key})"

    def told(self, fingerprints: Sequence[Fingerprint]) -> list[Finding]:
        """Return the findings that the report tells, of some."""
        known = {finding.fingerprint: finding for finding in self.report.findings}
        return [known[fingerprint] for fingerprint in fingerprints if fingerprint in known]

    def finding_line(self, finding: Finding) -> str:
        """Tell a finding with its number and code."""
        short = self.report.short_ids[finding.fingerprint]
        return f"{short} {finding.code} {self.words.finding(finding)}"

    def touching(self, kind: SubjectKind, subject_id: str, said: Iterable[int] = ()) -> list[str]:
        """Tell the findings about a thing, or about one of some statements."""
        statements = set(self.report.organisation.functions.loc[list(said), "statement_id"])
        wanted = {Subject(kind, subject_id)}
        wanted |= {Subject(SubjectKind.STATEMENT, str(one)) for one in statements}
        return [
            self.finding_line(f) for f in self.report.findings if wanted.intersection(f.subjects)
        ]

    def statements(self, rows: Iterable[int]) -> list[str]:
        """Tell statements with their ids and cells."""
        functions = self.report.organisation.functions
        index = functions.index[functions.index.isin(list(rows))]
        places = self.report.organisation.places(TableName.FUNCTIONS, index, "text")
        said = functions.loc[index, ["statement_id", "text"]].itertuples(index=False, name=None)
        return [
            f"{statement_id}: {text} ({self.words.place(place)})"
            for (statement_id, text), place in zip(said, places, strict=True)
        ]

    def subject(self, subject: Subject) -> str:
        """Tell kind and id of a subject, and the name of a unit."""
        kind = self.words.word(f"subject.{subject.kind}")
        name = self.names.get(subject.id, "") if subject.kind is SubjectKind.UNIT else ""
        return f"{kind} {subject.id}" + (f" ({name})" if name else "")

    def evidence(self, evidence: Evidence) -> str:
        """Tell quote, subject and place of a piece of evidence."""
        quote = f'"{evidence.quote}"' if evidence.quote else ""
        place = self.words.place(evidence.place) if evidence.place else ""
        whose = self.subject(evidence.subject) if evidence.subject else ""
        return " · ".join(part for part in (quote, whose, place) if part)
