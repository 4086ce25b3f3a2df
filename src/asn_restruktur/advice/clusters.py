"""Which findings ask for one and the same step?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from asn_restruktur.advice.ground import Ground
from asn_restruktur.findings import Finding, SubjectKind
from asn_restruktur.rules import (
    COMPETING_LEADS,
    COUPLED_WITHOUT_LINK,
    DUPLICATION,
    FRAGMENTATION,
    HANDOFF_WITHOUT_LINK,
    OVERLAP,
)
from asn_restruktur.vocabulary import Fingerprint, Severity


class About(StrEnum):
    """What the findings of a cluster have in common."""

    DATA = "data"
    TOPIC = "topic"  # one service of several perangkat daerah
    CLAIM = "claim"  # two units that both coordinate one matter
    PAIR = "pair"  # duties of the same two perangkat daerah
    HANDOFF = "handoff"  # work that one unit hands to another
    STRUCTURE = "structure"  # one kind of fault in one perangkat daerah


ClusterKey = tuple[About, tuple[str, ...]]
Claims = dict[frozenset[str], tuple[str, ...]]
"""Units that both claim to coordinate, by the statements in which they do."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Findings that one step would end, strongest first.

    Args:
        about: what they have in common.
        key: topic, unit ids or rule code that they share.
        findings: at least one.
    """

    about: About
    key: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def fingerprints(self) -> tuple[Fingerprint, ...]:
        """Fingerprints of its findings, once each."""
        return tuple(dict.fromkeys(finding.fingerprint for finding in self.findings))


def clusters(findings: Sequence[Finding], ground: Ground) -> list[Cluster]:
    """Put every finding into the one cluster that a single step would end.

    A double duty is ended by stating it once, whatever its topic: it goes with the other pairs of
    the same two perangkat daerah. Overlaps inside a fragmented service go with that service, and
    so do the gaps in its coordination. Connected components over shared units would melt a whole
    city into one cluster.

    Args:
        findings: in the order in which they are reported.
        ground: what is known of the organisation.

    Returns:
        Clusters in the order of their first finding; data findings only where they are errors.
    """
    claims = {
        frozenset(_statements(finding)): _claim(finding)
        for finding in findings
        if finding.rule is COMPETING_LEADS
    }
    gathered: dict[ClusterKey, list[Finding]] = {}
    for finding in findings:
        key = _key(finding, ground, claims)
        if key:
            gathered.setdefault(key, []).append(finding)
    return [Cluster(about, key, tuple(found)) for (about, key), found in gathered.items()]


def units_of(finding: Finding, ground: Ground) -> list[str]:
    """Return the units a finding is about, those of its statements included."""
    named = finding.ids(SubjectKind.UNIT)
    stating = [
        ground.unit_of[said]
        for said in finding.ids(SubjectKind.STATEMENT)
        if said in ground.unit_of
    ]
    return [unit for unit in dict.fromkeys([*named, *stating]) if unit in ground.name]


def _key(finding: Finding, ground: Ground, claims: Claims) -> ClusterKey | None:
    """Name the cluster of a finding; None for one that no step of this kind would end."""
    if finding.code.startswith("DAT"):
        return (About.DATA, ()) if finding.severity is Severity.ERROR else None
    units = units_of(finding, ground)
    topic = _topic(finding)
    if not units or topic:
        return (About.TOPIC, (topic,)) if units else None
    return _key_by_rule(finding, units, ground, claims)


def _key_by_rule(finding: Finding, units: list[str], ground: Ground, claims: Claims) -> ClusterKey:
    """Name the cluster of a finding that names units and no service."""
    tops = tuple(sorted({ground.top[unit] for unit in units}))
    match finding.rule.code:
        case COMPETING_LEADS.code:
            return About.CLAIM, _claim(finding)
        case HANDOFF_WITHOUT_LINK.code:
            return About.HANDOFF, tuple(units[:2])
        case DUPLICATION.code | OVERLAP.code | COUPLED_WITHOUT_LINK.code:
            return _pair_key(finding, ground, claims) or (About.PAIR, tops)
        case _:
            return About.STRUCTURE, (ground.top[units[0]], finding.code)


def _pair_key(finding: Finding, ground: Ground, claims: Claims) -> ClusterKey | None:
    """Name the cluster of a pair of statements that belongs to a claim or a fragmented service."""
    said = finding.ids(SubjectKind.STATEMENT)
    if claim := claims.get(frozenset(said)):
        return About.CLAIM, claim
    topics = {ground.topic_of.get(statement, "") for statement in said}
    is_shared = len(topics) == 1 and topics <= ground.fragmented
    return (About.TOPIC, tuple(topics)) if finding.rule is OVERLAP and is_shared else None


def _topic(finding: Finding) -> str:
    """Return the service that a finding is about."""
    if finding.rule is FRAGMENTATION:
        return str(dict(finding.params).get("topic", ""))
    return next(iter(finding.ids(SubjectKind.TOPIC)), "")


def _claim(finding: Finding) -> tuple[str, ...]:
    return tuple(sorted(finding.ids(SubjectKind.UNIT)))


def _statements(finding: Finding) -> Iterable[str]:
    """Return the statements that a finding quotes."""
    quoted = (item.subject for item in finding.evidence if item.subject)
    return (subject.id for subject in quoted if subject.kind is SubjectKind.STATEMENT)
