"""Which basic services has no unit written down as its duty?"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from asn_restruktur import rules
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.statements import specific
from asn_restruktur.findings import Evidence, Finding, Subject, SubjectKind, params
from asn_restruktur.language.boilerplate import plain
from asn_restruktur.language.canonical import canonical
from asn_restruktur.language.lexicon import Lexicon
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.rulesets import ruleset
from asn_restruktur.vocabulary import TableName

FEWEST = 10
"""Specific statements from which on a perangkat daerah has said what it does."""

RULESET = "layanan-dasar"
_HOME = "rumah"


def analyse(
    organisation: Organisation,
    hierarchy: Hierarchy,
    readings: Readings,
    forms: Mapping[str, tuple[str, ...]],
) -> Analysis:
    """Find the basic services of a field that no statement of any unit names.

    A field is judged where a perangkat daerah called after it says what it does in `FEWEST` or more
    specific statements. A service is written down where a statement names one of its terms, a
    synonym, or something narrower.

    Args:
        organisation: its functions and units.
        hierarchy: of its units.
        readings: which statements are specific; and the lexicon.
        forms: the canonical form of each text of these.

    Returns:
        Findings FUN111, one for each perangkat daerah and field, in the order of the ruleset.

    Source:
        PP 2/2018 (kinds of basic service of a kabupaten or kota); the list ships as advice.
    """
    own = specific(organisation, hierarchy, readings)
    counts = own["top_id"].value_counts()
    named = _reach({concept for form in forms.values() for concept in form}, readings.lexicon)
    findings = []
    for field, (home, services) in _services().items():
        missing = [
            name for name, terms in services if not _is_named(terms, named, readings.lexicon)
        ]
        for top, name in hierarchy.units.loc[counts.index[counts >= FEWEST], "name"].items():
            if missing and f" {home} " in f" {plain(name)} ":
                findings.append(_finding(str(top), name, field, missing, organisation))
    return Analysis(findings=tuple(findings))


def _services() -> Mapping[str, tuple[str, Sequence[tuple[str, Sequence[str]]]]]:
    """Return, by field, the word that names its home, and each service with its terms."""
    values = ruleset(RULESET)
    found = {}
    for field, keys in groupby(values, key=lambda key: key.partition(".")[0]):
        stated = {key.partition(".")[2]: values[key].value for key in keys}
        home = stated.pop(_HOME)
        services = []
        for text in stated.values():
            name, _, terms = text.partition("=")
            services.append((name.strip(), [term.strip() for term in terms.split(";")]))
        found[field] = (home, services)
    return found


def _reach(concepts: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Return concepts with all that they are part of, the broad fields left out."""
    found = set(concepts)
    for concept in tuple(found):
        found |= lexicon.ancestors(concept).keys() - lexicon.broad
    return frozenset(found)


def _is_named(terms: Iterable[str], named: frozenset[str], lexicon: Lexicon) -> bool:
    return any(named.issuperset(canonical(term, lexicon)) for term in terms)


def _finding(
    top: str, name: str, field: str, missing: Sequence[str], organisation: Organisation
) -> Finding:
    units = organisation.units
    rows = units.index[units["unit_id"] == top]
    return Finding(
        rule=rules.SERVICE_WITHOUT_DUTY,
        subjects=(Subject(SubjectKind.UNIT, top), Subject(SubjectKind.TOPIC, field)),
        evidence=tuple(
            Evidence(place=place) for place in organisation.places(TableName.UNITS, rows, "name")
        ),
        score=0.5,
        params=params(unit=name, count=len(missing), services=tuple(missing)),
    )
