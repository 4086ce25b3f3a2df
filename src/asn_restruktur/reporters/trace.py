"""Where does a finding, a figure or a unit come from: which cells, which rule, which article?"""

from collections.abc import Iterator
from difflib import get_close_matches

from asn_restruktur.findings import (
    Figure,
    Finding,
    Problem,
    SubjectKind,
    UnusableInput,
    params,
)
from asn_restruktur.reporters.messages.catalogue import Catalogue, catalogue
from asn_restruktur.reporters.report import Report
from asn_restruktur.rulesets import ruleset_value
from asn_restruktur.vocabulary import Place, TableName

INDENT = "  "


def trace(report: Report, wanted: str) -> str:
    """Tell where something in a report comes from.

    Args:
        report: the report.
        wanted: the beginning of a finding's fingerprint, the key of a figure, or the id of a unit.

    Returns:
        Text of some lines; several findings that begin alike follow each other.

    Raises:
        UnusableInput: the report has nothing of that name.
    """
    words = catalogue(report.lang)
    if wanted in report.figures:
        return "\n".join(_figure(report.figures[wanted], report, words))
    if wanted in report.hierarchy.units.index:
        return "\n".join(_unit(wanted, report, words))
    found = [
        finding
        for finding in report.findings
        if wanted and finding.fingerprint.startswith(wanted.lower())
    ]
    if not found:
        raise UnusableInput(_unknown(wanted, report))
    return "\n\n".join("\n".join(_finding(finding, report, words)) for finding in found)


def _finding(finding: Finding, report: Report, words: Catalogue) -> Iterator[str]:
    """Tell sentence, rule and article, compared facets, evidence and advice."""
    severity = words.word(f"severity.{finding.severity.name.lower()}")
    head = [finding.code, report.short_ids[finding.fingerprint], severity]
    yield " · ".join([*head, words.number(finding.score, 2)])
    yield words.finding(finding)
    yield from _rule(finding, words)
    if finding.facets:
        yield words.say("cli.why.facets")
        for facet in finding.facets:
            name = words.word(facet.facet)
            sign = words.word(f"sign.{facet.sign}")
            yield f"{INDENT}{name}: {facet.left} · {sign} · {facet.right}"
    yield words.say("cli.why.evidence")
    for evidence in finding.evidence:
        place = words.place(evidence.place) if evidence.place else words.say("cli.why.absent")
        yield f"{INDENT}{place}" + (f': "{evidence.quote}"' if evidence.quote else "")
    for advice in report.recommendations:
        if finding.fingerprint in advice.findings:
            yield words.say("cli.why.advice", params(rank=str(advice.rank)))


def _rule(finding: Finding, words: Catalogue) -> Iterator[str]:
    basis = finding.rule.basis
    confidence = words.word(f"confidence.{basis.confidence}")
    name = words.say(f"{finding.code}.name")
    yield words.say("cli.why.rule", params(code=finding.code, name=name))
    yield words.say("cli.rule.basis", params(basis=basis.text, confidence=confidence))


def _figure(figure: Figure, report: Report, words: Catalogue) -> Iterator[str]:
    """Tell value, meaning, cells, counted findings and the numbers of regulations behind it."""
    is_whole = float(figure.value).is_integer()
    value = words.number(figure.value, 0 if is_whole else 2)
    label, meaning = f"figures.{figure.name}.label", f"figures.{figure.name}.meaning"
    yield f"{figure.key} = {value} · {words.say(label)}"
    yield words.say(meaning)
    if figure.places:
        yield words.say("cli.why.cells")
        yield from (INDENT + words.place(place) for place in figure.places)
    if figure.findings:
        yield words.say("cli.why.findings")
        for finding in report.findings:
            if finding.fingerprint in figure.findings:
                yield INDENT + _line(finding, report, words)
    for basis in figure.basis:
        yield _basis(basis, words)


def _basis(key: str, words: Catalogue) -> str:
    """Tell a number of a ruleset with the article it comes from."""
    found = ruleset_value(key)
    values = params(
        key=key,
        value=str(found.value),
        basis=" ".join(part for part in (found.legal_basis, found.article) if part),
        confidence=words.word(f"confidence.{found.confidence}"),
    )
    return words.say("cli.why.ruleset", values)


def _unit(unit: str, report: Report, words: Catalogue) -> Iterator[str]:
    """Tell where a unit stands, what it does by which cells, its figures and its findings."""
    names = [str(report.hierarchy.units.at[step, "name"]) for step in report.hierarchy.path(unit)]
    yield f"{unit} · {' > '.join(names)}"
    yield words.say("cli.why.cells")
    yield from (INDENT + words.place(place) for place in _unit_places(unit, report))
    figures = [figure for figure in report.figures.values() if figure.about == unit]
    if figures:
        yield words.say("cli.why.figures")
    for figure in figures:
        label = words.say(f"figures.{figure.name}.label")
        value = words.number(figure.value, 0 if float(figure.value).is_integer() else 2)
        yield f"{INDENT}{figure.key} = {value} · {label}"
    findings = [finding for finding in report.findings if unit in finding.ids(SubjectKind.UNIT)]
    if findings:
        yield words.say("cli.why.findings")
    yield from (INDENT + _line(finding, report, words) for finding in findings)


def _unit_places(unit: str, report: Report) -> Iterator[Place]:
    organisation = report.organisation
    units = organisation.units
    yield from organisation.places(TableName.UNITS, units.index[units["unit_id"] == unit])
    functions = organisation.functions
    rows = functions.index[functions["unit_id"] == unit]
    yield from organisation.span(TableName.FUNCTIONS, rows)


def _line(finding: Finding, report: Report, words: Catalogue) -> str:
    short = report.short_ids[finding.fingerprint]
    return f"{finding.code} {short} {words.finding(finding)}"


def _unknown(wanted: str, report: Report) -> Problem:
    """Say that nothing has that name, and which one looks most like it."""
    known = [*report.hierarchy.units.index, *report.figures, *report.short_ids.values()]
    found = get_close_matches(wanted, [str(name) for name in known], n=1)
    if found:
        return Problem(key="usage.no_such_id.near", params=params(value=wanted, near=found[0]))
    return Problem(key="usage.no_such_id.far", params=params(value=wanted))
