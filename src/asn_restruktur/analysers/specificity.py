"""Which units do not say what is their own work?"""

import pandas as pd

from asn_restruktur import rules
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.quotes import Quotes
from asn_restruktur.config import Settings
from asn_restruktur.findings import Evidence, Finding, Subject, SubjectKind, params
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import UnitKind

FEWEST = 4  # a share of fewer statements says little
SUPPORT = frozenset({UnitKind.SEKRETARIAT, UnitKind.SUBBAGIAN, UnitKind.SETWAN})
QUOTED = 6


def analyse(
    organisation: Organisation, hierarchy: Hierarchy, readings: Readings, settings: Settings
) -> Analysis:
    """Find the units whose statements are boiler-plate for the most part.

    Perangkat daerah themselves are left out (PP 18/2016 prescribes their general functions), and
    so are secretariats and subbagian, whose own work is support.

    Args:
        organisation: its functions, indexed like `readings.statements`.
        hierarchy: of its units.
        readings: what its statements say, repeated texts marked.
        settings: from which share on.

    Returns:
        Findings FUN105 in the order of the units.
    """
    functions = organisation.functions
    is_general = readings.statements["is_boilerplate"]
    counted = pd.DataFrame({"unit_id": functions["unit_id"], "is_general": is_general})
    shares = counted.groupby("unit_id", sort=False)["is_general"].agg(["sum", "size"])
    units = hierarchy.units.loc[shares.index]
    chosen = (
        (shares["size"] >= FEWEST)
        & (shares["sum"] / shares["size"] >= settings.structure.unspecific_share)
        & ~units["kind"].isin(SUPPORT)
        & (units["top_id"] != units.index)
    )
    quotes = Quotes(organisation)
    said = functions.loc[is_general].groupby("unit_id")["statement_id"].agg(list)
    findings = tuple(
        _finding(
            str(unit),
            quotes.evidence(said[unit][:QUOTED]),
            name=str(units["name"][unit]),
            general=int(shares["sum"][unit]),
            everything=int(shares["size"][unit]),
        )
        for unit in shares.index[chosen]
    )
    return Analysis(findings=findings)


def _finding(
    unit: str, evidence: tuple[Evidence, ...], *, name: str, general: int, everything: int
) -> Finding:
    return Finding(
        rule=rules.UNSPECIFIC,
        subjects=(Subject(SubjectKind.UNIT, unit),),
        evidence=evidence,
        score=round(general / everything, 4),
        params=params(unit=name, count=general, all=everything),
    )
