"""Which general statement names another perangkat daerah as if it were its own?"""

import re
from collections.abc import Mapping

from asn_restruktur import rules
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.quotes import Quotes
from asn_restruktur.analysers.statements import REPEATED
from asn_restruktur.findings import Finding, Subject, SubjectKind, params
from asn_restruktur.language.boilerplate import plain
from asn_restruktur.language.data import word_list
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.words import without_kind
from asn_restruktur.vocabulary import PERANGKAT_DAERAH, UnitKind

_FOR_ALL = frozenset({UnitKind.SETDA, UnitKind.SETWAN, UnitKind.INSPEKTORAT})
"""Kinds of perangkat daerah whose general work concerns the others too."""

_TOWARDS = frozenset({"kepada", "dengan", "bersama", "melalui", "antar", "antara", "dari"})
"""Words before a name that make its bearer a partner."""

_NAME = re.compile(
    r"\b(?P<kind>Dinas|Badan)\s+(?P<own>[A-Z]\w+(?:(?:,|,?\s+dan|)\s+(?!Kota\b|Kab)[A-Z]\w+)*)"
)
_NO_NAME = frozenset({"perjalanan", "rumah", "kendaraan", "pakaian", "kelengkapan", "naskah"})
"""Words before `dinas` where it means "official"."""


def analyse(organisation: Organisation, hierarchy: Hierarchy, readings: Readings) -> Analysis:
    """Find general statements with the name of another perangkat daerah, left over from a template.

    A statement that every unit has concerns the unit's own house. Names behind "dengan", "kepada"
    and the like are partners; Setda, Setwan and Inspektorat serve the others and are not judged.

    Args:
        organisation: its functions, indexed like `readings.statements`.
        hierarchy: of its units.
        readings: which of its statements are general.

    Returns:
        Findings FUN107 in the order of the statements.
    """
    units = hierarchy.units
    patterns = readings.statements["pattern"]
    general = organisation.functions[(patterns != "") & (patterns != REPEATED)]
    tops = hierarchy.top_of(general["unit_id"])
    known = _known(hierarchy)
    quotes = Quotes(organisation)
    findings = []
    for statement, text, unit, top in zip(
        general["statement_id"], general["text"], general["unit_id"], tops, strict=True
    ):
        if units.at[top, "kind"] in _FOR_ALL:
            continue
        found = _foreign(text, str(units.at[top, "name"]))
        if not found:
            continue
        bearer = known.get(plain(found), "")
        others = (Subject(SubjectKind.UNIT, bearer),) if bearer else ()
        findings.append(
            Finding(
                rule=rules.FOREIGN_NAME,
                subjects=(Subject(SubjectKind.STATEMENT, statement), *others),
                evidence=quotes.evidence([statement]),
                score=0.9,
                params=params(unit=str(units.at[unit, "name"]), name=found, text=text),
            )
        )
    return Analysis(findings=tuple(findings))


def _known(hierarchy: Hierarchy) -> Mapping[str, str]:
    """Index the perangkat daerah by the words of their names."""
    units = hierarchy.units
    named = units.loc[units["kind"].isin(PERANGKAT_DAERAH), "name"]
    return {plain(name): str(unit) for unit, name in named.items()}


def _foreign(text: str, own: str) -> str:
    """Return the name of a dinas or badan in a text that shares no word with the own name."""
    mine = set(plain(without_kind(own)).split())
    if text.isupper() or not mine:
        return ""
    for match in _NAME.finditer(text):
        before = plain(text[: match.start()]).split()
        if not _TOWARDS.isdisjoint(before) or (before and before[-1] in _NO_NAME):
            continue
        words = set(plain(match["own"]).split()) - word_list("fillers")
        if words and words.isdisjoint(mine) and plain(own) not in plain(match[0]):
            return " ".join(match[0].split())
    return ""
