"""What does an analyser give back?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from asn_restruktur.findings import Figure, Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What one analyser answers.

    Args:
        tables: DataFrames by the name they have as `tables/<name>.csv`, each in a fixed order.
        findings: in a fixed order.
        figures: the numbers it stands for.
    """

    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    figures: tuple[Figure, ...] = ()
