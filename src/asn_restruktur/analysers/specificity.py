"""Which units do not say what is their own work?"""

import pandas as pd

from asn_restruktur import rules
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.config import Settings
from asn_restruktur.findings import Evidence, Finding, Subject, SubjectKind, params
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TableName, UnitKind

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
    findings = tuple(
        _finding(
            str(unit),
            functions[is_general & (functions["unit_id"] == unit)],
            organisation,
            name=str(units["name"][unit]),
            everything=int(shares["size"][unit]),
        )
        for unit in shares.index[chosen]
    )
    return Analysis(findings=findings)


def _finding(
    unit: str, general: pd.DataFrame, organisation: Organisation, *, name: str, everything: int
) -> Finding:
    shown = general.head(QUOTED)
    places = organisation.places(TableName.FUNCTIONS, shown.index, "text")
    quotes = zip(places, shown["text"], shown["statement_id"], strict=True)
    return Finding(
        rule=rules.UNSPECIFIC,
        subjects=(Subject(SubjectKind.UNIT, unit),),
        evidence=tuple(
            Evidence(place=place, quote=text, subject=Subject(SubjectKind.STATEMENT, statement))
            for place, text, statement in quotes
        ),
        score=round(len(general) / everything, 4),
        params=params(unit=name, count=len(general), all=everything),
    )
