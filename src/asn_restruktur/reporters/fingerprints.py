"""Which finding is meant by the beginning of a fingerprint?"""

from difflib import get_close_matches

from asn_restruktur.findings import Finding, Problem, UnusableInput, params
from asn_restruktur.reporters.report import Report
from asn_restruktur.rulesets import shipped_values

SHORTEST_PREFIX = 4
_NEAREST = 3


def finding_with(report: Report, beginning: str) -> Finding:
    """Find a finding by its fingerprint or a unique beginning of it.

    Raises:
        UnusableInput: no finding begins so, or several do.
    """
    is_long_enough = len(beginning) >= SHORTEST_PREFIX
    found = {
        finding.fingerprint: finding
        for finding in report.findings
        if is_long_enough and finding.fingerprint.startswith(beginning.lower())
    }
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        values = params(value=beginning, known=tuple(sorted(found)))
        raise UnusableInput(Problem(key="usage.ambiguous_id", params=values))
    known = [
        *report.figures,
        *(str(unit) for unit in report.hierarchy.units.index),
        *report.organisation.functions["statement_id"].astype("str"),
        *report.organisation.positions["position_id"].astype("str"),
        *report.organisation.employees["employee_id"].astype("str"),
        *shipped_values(),
        *report.short_ids.values(),
    ]
    near = tuple(get_close_matches(beginning, known, n=_NEAREST))
    key = "usage.no_such_id.near" if near else "usage.no_such_id.far"
    raise UnusableInput(Problem(key=key, params=params(value=beginning, near=near)))
