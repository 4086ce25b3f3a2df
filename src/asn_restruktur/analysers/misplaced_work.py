"""Which units are given work that belongs elsewhere: policy to a UPTD, support to a bidang?"""

import re
from collections.abc import Mapping

import pandas as pd

from asn_restruktur import rules
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.quotes import Quotes
from asn_restruktur.findings import Finding, Subject, SubjectKind, params
from asn_restruktur.language.boilerplate import plain
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.rules import Rule
from asn_restruktur.vocabulary import UnitKind

_TECHNICAL = frozenset({UnitKind.UPTD, UnitKind.PUSKESMAS})
_LINE = frozenset({UnitKind.BIDANG, UnitKind.SUBBIDANG, UnitKind.SEKSI})
_POLICY = re.compile(
    r"^(?:perumusan|merumuskan|penetapan|menetapkan)(?: dan \w+)? kebijakan"
    r"(?!.*\b(?:operasional|internal|mutu|uptd?|puskesmas)\b)"
)
_SUPPORT: Mapping[str, tuple[str, ...]] = {
    "G23": ("umum", "arsip", "kearsipan", "sekretariat"),
    "G24": ("kepegawaian", "sumber daya manusia", "aparatur", "umum"),
    "G25": ("keuangan", "anggaran", "akuntansi", "perbendaharaan", "pendapatan", "aset"),
    "G26": ("aset", "barang", "umum", "perlengkapan", "rumah tangga"),
}
"""Support patterns, and the words in the name of a unit whose own work they are."""

QUOTED = 6


def analyse(organisation: Organisation, hierarchy: Hierarchy, readings: Readings) -> Analysis:
    """Find policy that a UPTD makes, and support work outside the secretariat.

    Support is judged only where the perangkat daerah has a secretariat that it belongs to, and
    where neither it nor the unit is called after that work.

    Args:
        organisation: its functions, indexed like `readings.statements`.
        hierarchy: of its units.
        readings: the words and patterns of its statements.

    Returns:
        Findings FUN108 and FUN109, one for each unit, in the order of the units.

    Source:
        Permendagri 12/2017 (a UPTD does technical work, operational or in support); PP 18/2016
        ps. 35 ff. (the secretariat supports all parts of a dinas).
    """
    said = _said(organisation, hierarchy, readings)
    policy = said[said["kind"].isin(_TECHNICAL) & said["words"].str.contains(_POLICY)]
    support = said[_is_support(said, hierarchy)]
    return Analysis(
        findings=(
            *_findings(rules.POLICY_IN_UPTD, policy, organisation, hierarchy),
            *_findings(rules.SUPPORT_IN_LINE, support, organisation, hierarchy),
        )
    )


def _said(organisation: Organisation, hierarchy: Hierarchy, readings: Readings) -> pd.DataFrame:
    functions = organisation.functions[["statement_id", "unit_id"]]
    return functions.assign(
        words=readings.statements["words"],
        pattern=readings.statements["pattern"],
        kind=functions["unit_id"].map(hierarchy.units["kind"]),
        top_id=hierarchy.top_of(functions["unit_id"]),
    )


def _is_support(said: pd.DataFrame, hierarchy: Hierarchy) -> pd.Series:
    units = hierarchy.units
    with_secretariat = set(units.loc[units["kind"] == UnitKind.SEKRETARIAT, "top_id"])
    name = units["name"]
    named = (said["unit_id"].map(name) + " " + said["top_id"].map(name)).map(plain)
    is_elsewhere = pd.Series(
        [
            pattern in _SUPPORT and not any(word in name for word in _SUPPORT[pattern])
            for pattern, name in zip(said["pattern"], named, strict=True)
        ],
        index=said.index,
        dtype=bool,
    )
    return is_elsewhere & said["kind"].isin(_LINE) & said["top_id"].isin(with_secretariat)


def _findings(
    rule: Rule, said: pd.DataFrame, organisation: Organisation, hierarchy: Hierarchy
) -> tuple[Finding, ...]:
    quotes = Quotes(organisation)
    statements = said.groupby("unit_id", sort=False)["statement_id"].agg(list)
    return tuple(
        Finding(
            rule=rule,
            subjects=(Subject(SubjectKind.UNIT, str(unit)),),
            evidence=quotes.evidence(ids[:QUOTED]),
            score=0.7,
            params=params(unit=str(hierarchy.units.at[unit, "name"]), count=len(ids)),
        )
        for unit, ids in statements.items()
    )
