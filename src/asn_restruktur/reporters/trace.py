"""Where does whatever has an id come from: a finding, a figure, a unit, a statement, a post?"""

from collections.abc import Callable, Container

from asn_restruktur.findings import Finding, SubjectKind, params
from asn_restruktur.reporters.fingerprints import finding_with
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.trace_posts import employee, position
from asn_restruktur.reporters.tracer import Trace, TraceKind, Tracer
from asn_restruktur.rulesets import shipped_values
from asn_restruktur.vocabulary import Fingerprint, TableName


def trace(report: Report, subject_id: str) -> Trace:
    """Trace an id to its cells and rules.

    Args:
        report: where the id stands.
        subject_id: a figure's key, the id of a unit, a statement, a position or an employee, a
            value of a ruleset as `ruleset:key`, or a finding's fingerprint or its beginning of
            four letters or more.

    Raises:
        UnusableInput: the report has no such id, or several findings begin so.
    """
    organisation = report.organisation
    known: tuple[tuple[Container[object], Callable[[Tracer, str], Trace]], ...] = (
        (report.figures, _figure),
        (report.hierarchy.units.index, _unit),
        (set(organisation.functions["statement_id"]), _statement),
        (set(organisation.positions["position_id"]), position),
        (set(organisation.employees["employee_id"]), employee),
        (shipped_values(), _ruleset_value),
    )
    tracer = Tracer(report)
    for ids, told in known:
        if subject_id in ids:
            return told(tracer, subject_id)
    return _finding(tracer, finding_with(report, subject_id))


def _figure(tracer: Tracer, key: str) -> Trace:
    figure = tracer.report.figures[key]
    name = tracer.words.say(f"figures.{figure.name}.label")
    about = tracer.about(figure.about)
    decimals = 0 if float(figure.value).is_integer() else 2
    value = tracer.words.number(figure.value, decimals)
    counted = tracer.told([*figure.findings, Fingerprint(figure.about)])
    places = [*figure.places, *(place for found in counted for place in found.places)]
    return tracer.traced(
        TraceKind.FIGURE,
        figure.key,
        ": ".join(part for part in (about, f"{value} {name}") if part),
        {
            "meaning": [tracer.words.say(f"figures.{figure.name}.meaning")],
            "places": tracer.cited(figure.places),
            "findings": [tracer.finding_line(finding) for finding in counted],
            "basis": list(figure.basis),
        },
        places,
    )


def _finding(tracer: Tracer, finding: Finding) -> Trace:
    rule, words = finding.rule, tracer.words
    severity = words.word(f"severity.{finding.severity.name.lower()}")
    told = params(
        code=rule.code,
        name=words.say(f"{rule.code}.name"),
        severity=severity,
        basis=words.basis(rule.basis),
        confidence=words.word(f"confidence.{rule.basis.confidence}"),
    )
    return tracer.traced(
        TraceKind.FINDING,
        finding.fingerprint,
        words.finding(finding),
        {
            "rule": [words.say("why.rule", told), words.say("why.basis", told)],
            "meaning": [words.say(f"{rule.code}.what")],
            "score": [words.number(finding.score, 2)],
            "subjects": [tracer.subject(subject) for subject in finding.subjects],
            "evidence": [tracer.evidence(evidence) for evidence in finding.evidence],
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


def _unit(tracer: Tracer, unit_id: str) -> Trace:
    organisation, units = tracer.report.organisation, tracer.report.organisation.units
    rows = units.index[units["unit_id"] == unit_id]
    places = organisation.places(TableName.UNITS, rows, "unit_id")
    functions = organisation.functions
    said = functions.index[functions["unit_id"] == unit_id]
    kind = str(units.at[rows[0], "kind"])
    return tracer.traced(
        TraceKind.UNIT,
        unit_id,
        tracer.names[unit_id],
        {
            "kind": [tracer.words.word(f"unit_kind.{kind}")] if kind else [],
            "places": tracer.cited(places),
            "path": [tracer.path(unit_id)],
            "statements": tracer.statements(said),
            "findings": tracer.touching(SubjectKind.UNIT, unit_id, said),
            "figures": [
                tracer.figure_line(figure)
                for figure in tracer.report.figures.values()
                if figure.about == unit_id
            ],
        },
        places,
    )


def _statement(tracer: Tracer, statement_id: str) -> Trace:
    organisation = tracer.report.organisation
    functions = organisation.functions
    rows = functions.index[functions["statement_id"] == statement_id][:1]
    places = organisation.places(TableName.FUNCTIONS, rows, "text")
    record = functions.loc[rows[0]]
    kind = str(record["kind"])
    return tracer.traced(
        TraceKind.STATEMENT,
        statement_id,
        str(record["text"]),
        {
            "kind": [tracer.words.word(f"function_kind.{kind}")] if kind else [],
            "places": tracer.cited(places),
            "citation": [str(record["citation"])] if record["citation"] else [],
            "path": [tracer.path(str(record["unit_id"]))],
            "findings": tracer.touching(SubjectKind.STATEMENT, statement_id, rows),
        },
        places,
    )


def _ruleset_value(tracer: Tracer, key: str) -> Trace:
    value, words = shipped_values()[key], tracer.words
    until = params(start=value.valid_from, end=value.valid_to or words.say("why.open"))
    citing = [figure for figure in tracer.report.figures.values() if key in figure.basis]
    return tracer.traced(
        TraceKind.RULESET,
        key,
        value.value,
        {
            "basis": [
                ", ".join(part for part in (value.legal_basis, value.article) if part),
                words.word(f"confidence.{value.confidence}"),
            ],
            "source": [value.source],
            "valid": [words.say("why.valid", until)],
            "figures": [tracer.figure_line(figure) for figure in citing],
        },
        (),
    )
