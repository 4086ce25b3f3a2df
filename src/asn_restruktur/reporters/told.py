"""Which findings does a report tell, in which order, and under which number?"""

from collections.abc import Iterable
from dataclasses import replace

from asn_restruktur.config import Settings
from asn_restruktur.findings import Finding
from asn_restruktur.vocabulary import Fingerprint, Severity

SHORTEST_ID = 4


def selected(findings: Iterable[Finding], settings: Settings) -> list[Finding]:
    """Keep the findings whose rules are selected, with the severities that the settings give."""
    wanted, unwanted = settings.select, settings.ignore
    kept = []
    for finding in findings:
        if wanted and not finding.code.startswith(wanted):
            continue
        if unwanted and finding.code.startswith(unwanted):
            continue
        severity = settings.severity.get(finding.code)
        kept.append(replace(finding, severity=Severity[severity.upper()]) if severity else finding)
    return kept


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order findings: those about the organisation by severity and score, then the data's own."""
    return tuple(
        sorted(
            dict.fromkeys(findings),
            key=lambda finding: (
                finding.code.startswith("DAT"),
                -finding.severity,
                -finding.score,
                finding.code,
                finding.fingerprint,
                finding.places,
            ),
        )
    )


def short_ids(fingerprints: Iterable[Fingerprint]) -> dict[Fingerprint, str]:
    """Shorten each fingerprint to the shortest beginning that no other one shares."""
    distinct = sorted(set(fingerprints))
    shortened: dict[Fingerprint, str] = {}
    for at, fingerprint in enumerate(distinct):
        neighbours = [*distinct[max(at - 1, 0) : at], *distinct[at + 1 : at + 2]]
        shared = max((_shared(fingerprint, other) for other in neighbours), default=0)
        shortened[fingerprint] = fingerprint[: max(shared + 1, SHORTEST_ID)]
    return shortened


def _shared(left: str, right: str) -> int:
    """Count the letters that two texts begin with alike."""
    pairs = zip(left, right, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))
