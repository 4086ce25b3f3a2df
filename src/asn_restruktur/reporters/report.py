"""What does every report form get to show?"""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from asn_restruktur.advice.recommendation import Recommendation
from asn_restruktur.findings import Figure, Finding
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import Fingerprint, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a reporter may show, already ranked and counted.

    Args:
        organisation: tables and places.
        hierarchy: depth, top unit and line of command of every unit.
        findings: strongest first; those about the data (`DAT`) last.
        recommendations: by rank.
        tables: analysis tables by name (`pairs`, `topics`, `coordination`, `unit_pairs`,
            `unit_order`, `structure`), each in the order in which it is shown.
        figures: every number a report may print, by key.
        short_ids: the short form of each fingerprint that is unique in this report.
        lang: language of the report.
        as_of: ISO date of the data, or "" when nothing says it.
        version: version of the tool.
    """

    organisation: Organisation
    hierarchy: Hierarchy
    findings: tuple[Finding, ...]
    recommendations: tuple[Recommendation, ...]
    tables: Mapping[str, pd.DataFrame]
    figures: Mapping[str, Figure]
    short_ids: Mapping[Fingerprint, str]
    lang: Language
    as_of: str
    version: str
