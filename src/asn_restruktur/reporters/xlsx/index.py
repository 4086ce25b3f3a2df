"""Where does each thing stand in the workbook, and what is it called there?"""

from collections.abc import Iterable

from asn_restruktur.findings import Finding, SubjectKind
from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.short_names import short_names
from asn_restruktur.reporters.xlsx.book import FIRST_ROW, Link
from asn_restruktur.rules import DUPLICATION, OVERLAP

PAIR_RULES = (DUPLICATION, OVERLAP)


class Index:
    """Names, and the rows to which links lead."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.names = {
            str(unit): one_line(str(name)) for unit, name in report.hierarchy.units["name"].items()
        }
        self.shorts = short_names(report.hierarchy)
        self.tops = {str(unit): str(top) for unit, top in report.hierarchy.units["top_id"].items()}
        functions = report.organisation.functions
        said = [str(one) for one in functions["statement_id"]]
        self.unit_of = dict(zip(said, (str(unit) for unit in functions["unit_id"]), strict=True))
        self.texts = dict(zip(said, (str(text) for text in functions["text"]), strict=True))
        self.citations = dict(
            zip(said, (str(cited) for cited in functions["citation"]), strict=True)
        )
        self.statement_rows = {one: row for row, one in enumerate(said, start=FIRST_ROW)}
        self.findings = tuple(f for f in report.findings if not f.code.startswith("DAT"))
        self.faults = tuple(f for f in report.findings if f.code.startswith("DAT"))
        self.pairs = tuple(f for f in self.findings if f.rule in PAIR_RULES)
        self.pair_rows = {f.fingerprint: row for row, f in enumerate(self.pairs, FIRST_ROW)}
        self.finding_rows = {f.fingerprint: row for row, f in enumerate(self.findings, FIRST_ROW)}
        self.rank_of = {
            fingerprint: advice.rank
            for advice in reversed(report.recommendations)
            for fingerprint in advice.findings
        }

    def units_of(self, finding: Finding) -> tuple[str, ...]:
        """Return the ids of the units that a finding is about, each once.

        Those of its statements and units; for a service, those of the statements it rests on.
        """
        said = finding.ids(SubjectKind.STATEMENT)
        units = [self.unit_of.get(one, "") for one in said] + [*finding.ids(SubjectKind.UNIT)]
        if not units:
            subjects = [evidence.subject for evidence in finding.evidence if evidence.subject]
            units = [self.unit_of.get(subject.id, "") for subject in subjects]
        return tuple(dict.fromkeys(unit for unit in units if unit in self.names))

    def tops_named(self, units: Iterable[str]) -> str:
        """Name the perangkat daerah of units by their short names."""
        tops = dict.fromkeys(self.tops[unit] for unit in units if unit in self.tops)
        return ", ".join(one_line(self.shorts[top]) for top in tops)

    def statement(self, statement_id: str, text: str = "") -> Link | str:
        """Lead to a statement."""
        row = self.statement_rows.get(statement_id)
        shown = text or statement_id
        return shown if row is None else Link(shown, "statements", row)
