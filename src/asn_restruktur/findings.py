"""What is a finding, what stands behind it, and what is a figure?"""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from asn_restruktur.rules import Rule
from asn_restruktur.vocabulary import (
    Fingerprint,
    Params,
    Place,
    Problem,
    Severity,
    UnusableInput,
    Value,
    Word,
    params,
)

__all__ = [
    "Evidence",
    "FacetComparison",
    "Figure",
    "Finding",
    "Params",
    "Problem",
    "Sign",
    "Subject",
    "SubjectKind",
    "UnusableInput",
    "Value",
    "Word",
    "params",
]

FINGERPRINT_LENGTH = 16


class SubjectKind(StrEnum):
    """What a finding can be about."""

    UNIT = "unit"
    POSITION = "position"
    EMPLOYEE = "employee"
    STATEMENT = "statement"
    TOPIC = "topic"
    FILE = "file"


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """A thing that a finding is about; `id` is its id in the organisation's tables."""

    kind: SubjectKind
    id: str


class Sign(StrEnum):
    """How a facet of one statement stands to the same facet of another."""

    SAME = "same"
    NARROWER = "narrower"  # the first is part of the second
    BROADER = "broader"  # the first contains the second
    NEAR = "near"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class FacetComparison:
    """One line of the comparison of two statements: facet name, both values, and their relation."""

    facet: str  # catalogue key: facet.<name>
    left: str
    sign: Sign
    right: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One thing a finding rests on.

    Args:
        place: where it stands; None only where the evidence is something absent.
        quote: the text there, as written.
        subject: whose text or value it is.
        marks: spans of `quote` (start, end) that agree with the other statement.
    """

    place: Place | None
    quote: str = ""
    subject: Subject | None = None
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing found, without a sentence: the catalogue words it.

    Args:
        rule: the rule that is met or broken.
        key: catalogue key of its sentence; the rule's own (`FUN101`) unless a variant is meant
            (`DAT001.encrypted`).
        subjects: what it is about, the most telling first.
        evidence: what it rests on.
        score: 0-1, how sure.
        params: named values for the sentence.
        facets: for a pair of statements, what agrees and what differs.
        severity: the rule's default unless the case or the settings say otherwise.
    """

    rule: Rule
    key: str = ""
    subjects: tuple[Subject, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    score: float = 1.0
    params: Params = ()
    facets: tuple[FacetComparison, ...] = ()
    severity: Severity = None  # type: ignore[assignment]  # the rule's, set below
    fingerprint: Fingerprint = field(init=False)

    def __post_init__(self) -> None:
        """Fill in what the rule decides: message key, severity, fingerprint."""
        object.__setattr__(self, "key", self.key or self.rule.code)
        object.__setattr__(self, "severity", self.severity or self.rule.severity)
        object.__setattr__(self, "fingerprint", _fingerprint(self))

    @property
    def code(self) -> str:
        """Code of the rule."""
        return self.rule.code

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the evidence stands, in its order, each place once."""
        found = (evidence.place for evidence in self.evidence)
        return tuple(dict.fromkeys(place for place in found if place is not None))

    def ids(self, kind: SubjectKind) -> tuple[str, ...]:
        """Return the ids of its subjects of one kind, in their order."""
        return tuple(subject.id for subject in self.subjects if subject.kind is kind)


def _fingerprint(finding: Finding) -> Fingerprint:
    """Hash code and subjects' ids, never rows; without subjects, the sentence's values."""
    subjects = sorted(f"{subject.kind}:{subject.id}" for subject in finding.subjects)
    content = subjects or [finding.key, *(f"{name}={value}" for name, value in finding.params)]
    text = "\x1f".join([finding.rule.code, *content])
    hashed = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
    return Fingerprint(hashed[:FINGERPRINT_LENGTH])


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The only thing that a report may print as a number about the organisation.

    Args:
        name: what is counted or measured (`unit.statements`); its meaning stands in the catalogue
            as `figure.<name>`.
        about: id of the thing it is about, empty for the whole government.
        value: the number.
        unit: catalogue key of what is counted (`unit.people`), empty for a bare number.
        places: the cells it comes from.
        findings: fingerprints of the findings it counts.
        basis: ruleset values it uses, as `ruleset:key`.
    """

    name: str
    value: int | float
    about: str = ""
    unit: str = ""
    places: tuple[Place, ...] = ()
    findings: tuple[Fingerprint, ...] = ()
    basis: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """`name`, or `name:about`; what `why` takes and `data-figure` carries."""
        return f"{self.name}:{self.about}" if self.about else self.name
