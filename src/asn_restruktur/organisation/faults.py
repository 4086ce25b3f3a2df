"""How does a fault in the data become a finding with its cells?"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import pandas as pd

from asn_restruktur.findings import Evidence, Finding, Subject, SubjectKind, Value, params
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.rules import Rule
from asn_restruktur.vocabulary import TableName

Thing = TypeVar("Thing")

MOST_CELLS = 20
"""Cells that one finding cites."""

MOST_FINDINGS = 20
"""Findings of one rule about one column of a table; the rest is counted in one more."""

SUBJECTS = {
    TableName.UNITS: SubjectKind.UNIT,
    TableName.POSITIONS: SubjectKind.POSITION,
    TableName.EMPLOYEES: SubjectKind.EMPLOYEE,
    TableName.FUNCTIONS: SubjectKind.STATEMENT,
}
"""What a row of a table is, as the subject of a finding."""


def evidence(
    organisation: Organisation,
    table: TableName,
    rows: pd.Index,
    column: str = "",
    quote: str = "",
) -> list[Evidence]:
    """Cite rows of a table, or their cells in one column, with what stands there."""
    places = organisation.places(table, rows[:MOST_CELLS], column)
    return [Evidence(place=place, quote=quote) for place in places]


def fault(
    rule: Rule,
    variant: str,
    cited: Iterable[Evidence],
    *subjects: Subject,
    **values: Value,
) -> Finding:
    """Make a finding about the data.

    Without subjects its values are its fingerprint: then they must not count rows.

    Args:
        rule: the rule that is broken.
        variant: which sentence of the rule.
        cited: the faulty cells.
        *subjects: things of the organisation that it is about.
        **values: named values of the sentence.
    """
    return Finding(
        rule=rule,
        key=f"{rule.code}.{variant}",
        subjects=subjects,
        evidence=tuple(cited),
        params=params(**values),
    )


def told(
    things: Sequence[Thing], tell: Callable[[Thing], Finding], rule: Rule, **values: Value
) -> list[Finding]:
    """Tell the first of many faults of one kind, and count the rest in one more finding."""
    findings = [tell(thing) for thing in things[:MOST_FINDINGS]]
    rest = things[MOST_FINDINGS:]
    if rest:
        cited = [item for thing in rest[:MOST_CELLS] for item in tell(thing).evidence]
        findings.append(fault(rule, "more", cited[:MOST_CELLS], **values, count=len(rest)))
    return findings
