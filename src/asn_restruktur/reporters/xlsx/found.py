"""What was found and what helps: recommendations, findings, pairs, faults in the data?"""

from asn_restruktur.findings import Evidence, FacetComparison, Finding, SubjectKind, params
from asn_restruktur.reporters import marks
from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.xlsx.book import PLANNER, Book, Cell, Column, Kind, Link
from asn_restruktur.reporters.xlsx.index import Index
from asn_restruktur.rules import DUPLICATION

_FACETS = ("action", "object", "beneficiary", "territory", "level")
_MOST_DOTS = 3


def recommendations(book: Book, index: Index) -> bool:
    """Write what to do first, with effect, effort and risk."""
    columns = (
        Column("rank", 10, Kind.RANK),
        Column("recommendation", 34),
        Column("reason", 30),
        Column("steps", 36),
        Column("ends", 10, Kind.BAR),
        Column("effort", 12),
        Column("risk", 24),
        Column("people_moved", 10, Kind.COUNT),
        Column("units_moved", 10, Kind.COUNT),
        Column("first_finding", 10, Kind.LINK),
        *PLANNER,
    )
    figures = index.report.figures
    rows: list[list[Cell]] = []
    for advice in index.report.recommendations:
        names = ("ends", "people_moved", "units_moved")
        counted = [figures.get(f"advice.{name}:{advice.rank}") for name in names]
        numbers = [figure.value if figure else None for figure in counted]
        rows.append(
            [
                advice.rank,
                book.words.recommendation(advice),
                book.words.reason(advice),
                book.words.steps(advice),
                numbers[0],
                _level(book, advice.effort),
                f"{_level(book, advice.risk)}\n{book.words.risk(advice)}",
                numbers[1],
                numbers[2],
                next((link for f in advice.findings if (link := _finding(index, f))), None),
            ]
        )
    return book.table("advice", columns, rows, frozen=2)


def findings(book: Book, index: Index) -> bool:
    """Write every finding about the organisation, the strongest first."""
    columns = (
        Column("id", 10),
        Column("severity", 11, Kind.SEVERITY),
        Column("code", 10),
        Column("rule", 14),
        Column("finding", 52),
        Column("top_units", 18),
        Column("statement_a", 13, Kind.LINK),
        Column("statement_b", 13, Kind.LINK),
        Column("places", 29),
        Column("advice", 12, Kind.RANK),
        *PLANNER,
    )
    rows: list[list[Cell]] = []
    for finding in index.findings:
        units = index.units_of(finding)
        said = [index.statement(one) for one in finding.ids(SubjectKind.STATEMENT)[:2]]
        short = index.report.short_ids[finding.fingerprint]
        row = index.pair_rows.get(finding.fingerprint)
        rows.append(
            [
                short if row is None else Link(short, "pairs", row),
                finding.severity,
                finding.code,
                book.words.say(f"{finding.code}.name"),
                book.words.finding(finding),
                index.tops_named(units),
                *[*said, None, None][:2],
                _places(book, finding),
                index.rank_of.get(finding.fingerprint),
            ]
        )
    return book.table("findings", columns, rows)


def pairs(book: Book, index: Index) -> bool:
    """Write both statements of each pair side by side, and how each facet compares."""
    present = {line.facet for finding in index.pairs for line in finding.facets}
    facets = [facet for facet in _FACETS if f"facet.{facet}" in present]
    columns = (
        Column("id", 10),
        Column("kind", 11),
        Column("score", 10, Kind.SCORE),
        Column("unit_a", 20),
        Column("text_a", 30),
        Column("unit_b", 20),
        Column("text_b", 30),
        *(Column(facet, 10) for facet in facets),
        Column("statement_a", 13, Kind.LINK),
        Column("source_a", 16),
        Column("statement_b", 13, Kind.LINK),
        Column("source_b", 16),
        *PLANNER,
    )
    rows: list[list[Cell]] = []
    for finding in index.pairs:
        said = finding.ids(SubjectKind.STATEMENT)
        kind = "duplication" if finding.rule is DUPLICATION else "overlap"
        score = index.report.figures.get(f"pair.score:{finding.fingerprint}")
        compared = {line.facet: _compared(book, line) for line in finding.facets}
        sources = [cell for one in finding.evidence[:2] for cell in _source(index, one)]
        sides = [cell for one in said[:2] for cell in (_unit(index, one), index.texts.get(one, ""))]
        rows.append(
            [
                index.report.short_ids[finding.fingerprint],
                book.words.word(f"pair_kind.{kind}"),
                score.value if score else None,
                *[*sides, None, None, None, None][:4],
                *(compared.get(f"facet.{facet}") for facet in facets),
                *[*sources, None, None, None, None][:4],
            ]
        )
    return book.table("pairs", columns, rows)


def faults(book: Book, index: Index) -> bool:
    """Write what is wrong with the data, each with its cell and its mend."""
    columns = (
        Column("severity", 11, Kind.SEVERITY),
        Column("code", 10),
        Column("rule", 20),
        Column("fault", 56),
        Column("places", 28),
        Column("quote", 20),
        Column("mend", 40),
        Column("note", 20, Kind.NOTE),
    )
    rows: list[list[Cell]] = [
        [
            finding.severity,
            finding.code,
            book.words.say(f"{finding.code}.name"),
            book.words.finding(finding),
            _places(book, finding),
            next((evidence.quote for evidence in finding.evidence if evidence.quote), None),
            book.words.say(f"{finding.code}.mend"),
        ]
        for finding in index.faults
    ]
    return book.table("quality", columns, rows, frozen=2)


def _finding(index: Index, fingerprint: str) -> Link | None:
    """Lead to a finding, if it is among those about the organisation."""
    found = next((f for f in index.findings if f.fingerprint == fingerprint), None)
    if found is None:
        return None
    row = index.finding_rows[found.fingerprint]
    return Link(index.report.short_ids[found.fingerprint], "findings", row)


def _level(book: Book, level: int) -> str:
    return f"{'●' * level}{'○' * (_MOST_DOTS - level)} {book.words.word(f'level.{level}')}"


def _places(book: Book, finding: Finding) -> str:
    """Cite the first places, one a line."""
    most = 5
    told = [one_line(str(place)) for place in finding.places]
    shown = told[:most]
    if len(told) > most:
        shown.append(book.say("more", params(count=len(told) - most)))
    return "\n".join(shown)


def _compared(book: Book, line: FacetComparison) -> str:
    """Say how a facet compares, by sign and word."""
    return f"{marks.SIGN[line.sign]} {book.words.word(f'sign.{line.sign}')}"


def _unit(index: Index, statement_id: str) -> str:
    """Name the unit of a statement, under its perangkat daerah."""
    unit = index.unit_of.get(statement_id, "")
    top = index.tops.get(unit, unit)
    return "\n".join(dict.fromkeys(index.names.get(one, one) for one in (top, unit)))


def _source(index: Index, evidence: Evidence) -> tuple[Link | str, str]:
    """Lead to a statement, and cite its regulation or else its cell."""
    statement_id = evidence.subject.id if evidence.subject else ""
    place = one_line(str(evidence.place or ""))
    return index.statement(statement_id), index.citations.get(statement_id, "") or place
