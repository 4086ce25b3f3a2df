"""What does each finding say, of whom, and where does it stand?"""

from collections.abc import Iterator
from dataclasses import dataclass

from asn_restruktur.findings import Finding, SubjectKind
from asn_restruktur.reporters.html.directory import Directory, unbroken
from asn_restruktur.reporters.html.overlap import PAIR_CODES
from asn_restruktur.reporters.html.wording import Wording
from asn_restruktur.reporters.report import Report
from asn_restruktur.rules import RULE_BY_CODE, Rule
from asn_restruktur.vocabulary import Fingerprint

STATIC_ROWS = 200
_SOURCES = 3
_FAMILY = 3
_SIDES = 2
_FEW_UNITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A finding as a line of the list.

    Args:
        id: its fingerprint.
        anchor: id of the line in the page; "" where an earlier line has the same fingerprint.
        code: of its rule.
        severity: `error`, `warning` or `note`.
        text: what it says.
        quote: the text it rests on, where there is one.
        units: ids of the units it is about.
        tops: ids of their perangkat daerah.
        sources: where it stands, at most three.
        more_sources: how many more there are.
        is_pair: whether it is shown as a pair of statements.
    """

    id: Fingerprint
    anchor: str
    code: str
    severity: str
    text: str
    quote: str
    units: tuple[str, ...]
    tops: tuple[str, ...]
    sources: tuple[str, ...]
    more_sources: int
    is_pair: bool

    @property
    def family(self) -> str:
        """The three letters that name the family of its rule."""
        return self.code[:_FAMILY]

    @property
    def href(self) -> str:
        """Where it is shown."""
        return f"#pasangan-{self.id}" if self.is_pair else f"#temuan-{self.id}"


def lines(report: Report, units: Directory, say: Wording) -> tuple[Line, ...]:
    """Bring every finding to a line, in the order of the report."""
    return tuple(_lines(report, units, say))


def _lines(report: Report, units: Directory, say: Wording) -> Iterator[Line]:
    seen: set[str] = set()
    for finding in report.findings:
        is_first = finding.fingerprint not in seen
        seen.add(finding.fingerprint)
        sources = tuple(dict.fromkeys(_sources(finding, units, say)))
        yield Line(
            id=finding.fingerprint,
            anchor=f"temuan-{finding.fingerprint}" if is_first else "",
            code=finding.code,
            severity=finding.severity.name.lower(),
            text=_text(finding, units, say),
            quote=_quote(finding),
            units=units.units_of(finding),
            tops=units.tops_of(finding),
            sources=sources[:_SOURCES],
            more_sources=max(len(sources) - _SOURCES, 0),
            is_pair=finding.code in PAIR_CODES
            and f"pair.score:{finding.fingerprint}" in report.figures,
        )


def _text(finding: Finding, units: Directory, say: Wording) -> str:
    """Say the finding; short where the rest stands beside it.

    The statements and the sentence of a pair stand in the comparison; the units of a wide
    service in the column of units.
    """
    sides = [units.statement_units[said] for said in finding.ids(SubjectKind.STATEMENT)]
    if finding.code in PAIR_CODES and len(sides) == _SIDES:
        left, right = (units.names[side] for side in sides)
        kind = say.plain(f"pair.{finding.code}")
        return say.plain("pair.line", kind=kind, left=left, right=right)
    topic = dict(finding.params).get("topic")
    if isinstance(topic, str) and topic and len(units.tops_of(finding)) > _FEW_UNITS:
        return say.plain("findings.topic", rule=say.plain(f"{finding.code}.name"), topic=topic)
    return say.words.finding(finding)


def _quote(finding: Finding) -> str:
    """Quote the statement; one out of many would mislead, and a unit's name is in the sentence."""
    quotes = [
        item.quote
        for item in finding.evidence
        if item.quote and item.subject and item.subject.kind is SubjectKind.STATEMENT
    ]
    return quotes[0] if 0 < len(quotes) <= _SIDES else ""


def _sources(finding: Finding, units: Directory, say: Wording) -> Iterator[str]:
    """Cite the regulation where the planner gave it, else the cell."""
    for item in finding.evidence:
        citation = units.citations.get(item.subject.id, "") if item.subject else ""
        if citation:
            yield unbroken(citation)
        elif item.place is not None:
            yield unbroken(say.words.place(item.place))


def rules_found(report: Report) -> tuple[Rule, ...]:
    """Return the rules that found something, in the order of their codes."""
    return tuple(RULE_BY_CODE[code] for code in sorted({f.code for f in report.findings}))
