"""Which unit was given the list of duties of another?"""

from collections.abc import Iterator

import pandas as pd

from asn_restruktur import rules
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.quotes import Quotes
from asn_restruktur.analysers.statements import specific
from asn_restruktur.findings import Finding, Subject, SubjectKind, params
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation

FEWEST = 3
SHARE = 0.75
QUOTED = 6
DUPLICATION = "duplication"


def analyse(
    organisation: Organisation, hierarchy: Hierarchy, readings: Readings, pairs: pd.DataFrame
) -> Analysis:
    """Find the units most of whose own duties another unit has as well.

    Args:
        organisation: whose statements they are.
        hierarchy: of its units.
        readings: what its statements say, repeated texts marked.
        pairs: `statement_a`, `statement_b`, `unit_a`, `unit_b`, `kind` of overlapping statements.

    Returns:
        Findings FUN110 in the order of the units: of two units, the one with the larger share of
        its `FEWEST` or more specific statements in the other is told to have the other's list.
    """
    order = hierarchy.units["enter"]
    counts = specific(organisation, hierarchy, readings)["unit_id"].value_counts()
    shared = _shared(pairs[pairs["kind"] == DUPLICATION])
    chosen = [
        (int(order[unit]), unit, other, ids, len(ids) / int(counts[unit]))
        for (unit, other), ids in shared.items()
        if len(ids) >= FEWEST and len(ids) / int(counts[unit]) >= SHARE
    ]
    return Analysis(
        findings=tuple(_findings(sorted(chosen), counts, Quotes(organisation), hierarchy))
    )


def _shared(pairs: pd.DataFrame) -> dict[tuple[str, str], list[str]]:
    """Return, by unit and other unit, the statements of the first that the other says too."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    columns = ["statement_a", "statement_b", "unit_a", "unit_b"]
    for a, b, unit_a, unit_b in pairs[columns].itertuples(index=False, name=None):
        found.setdefault((unit_a, unit_b), {})[a] = None
        found.setdefault((unit_b, unit_a), {})[b] = None
    return {units: list(ids) for units, ids in found.items()}


def _findings(
    chosen: list[tuple[int, str, str, list[str], float]],
    counts: pd.Series,
    quotes: Quotes,
    hierarchy: Hierarchy,
) -> Iterator[Finding]:
    shares = {(unit, other): share for _, unit, other, _, share in chosen}
    name = hierarchy.units["name"]
    told: set[frozenset[str]] = set()
    for _, unit, other, ids, share in chosen:
        if shares.get((other, unit), 0.0) > share or frozenset((unit, other)) in told:
            continue
        told.add(frozenset((unit, other)))
        yield Finding(
            rule=rules.BORROWED_LIST,
            subjects=tuple(Subject(SubjectKind.UNIT, one) for one in (unit, other)),
            evidence=quotes.evidence(ids[:QUOTED]),
            score=round(share, 4),
            params=params(
                unit=str(name[unit]), other=str(name[other]), count=len(ids), all=int(counts[unit])
            ),
        )
