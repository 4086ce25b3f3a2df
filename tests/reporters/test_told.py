from dataclasses import replace

from asn_restruktur.config import Settings
from asn_restruktur.findings import Finding, Subject, SubjectKind
from asn_restruktur.reporters.told import ranked, selected, short_ids
from asn_restruktur.rules import DUPLICATION, MISSING_PARENT, NO_HEAD, OVERLAP, WIDE_SPAN, Rule
from asn_restruktur.vocabulary import Fingerprint, Severity


def finding(
    rule: Rule = OVERLAP, name: str = "1", score: float = 1.0, severity: Severity | None = None
) -> Finding:
    made = Finding(rule=rule, subjects=(Subject(SubjectKind.UNIT, name),), score=score)
    return replace(made, severity=severity) if severity else made


def test_settings_decide_the_severity() -> None:
    settings = Settings(severity={"FUN102": "note"})
    found = selected([finding(OVERLAP), finding(NO_HEAD)], settings)
    assert [one.severity for one in found] == [Severity.NOTE, Severity.WARNING]


def test_findings_are_ranked_by_severity_and_score_and_those_of_the_data_last() -> None:
    order = [
        finding(DUPLICATION, "a", 0.9, Severity.ERROR),
        finding(OVERLAP, "b", 0.9),
        finding(OVERLAP, "c", 0.6),
        finding(WIDE_SPAN, "d", 1.0),
        finding(MISSING_PARENT, "e", 1.0),
    ]
    assert ranked(reversed(order)) == tuple(order)
    assert ranked([*order, *order]) == tuple(order)


def test_short_ids_are_the_shortest_that_are_unique() -> None:
    prints = [Fingerprint(text) for text in ("abcd1111", "abcd1122", "ffff0000", "0a0a0a0a")]
    assert short_ids(prints) == {
        "0a0a0a0a": "0a0a",
        "abcd1111": "abcd111",
        "abcd1122": "abcd112",
        "ffff0000": "ffff",
    }
