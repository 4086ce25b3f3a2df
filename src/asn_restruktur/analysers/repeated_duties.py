"""Which unit writes one duty twice?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from asn_restruktur import rules
from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.quotes import Quotes
from asn_restruktur.findings import Finding, Subject, SubjectKind, params
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation


def analyse(
    organisation: Organisation,
    hierarchy: Hierarchy,
    readings: Readings,
    forms: Mapping[str, tuple[str, ...]],
) -> Analysis:
    """Find the statements of one unit, and of one kind of list, that say the same.

    The same is what is left once synonyms, abbreviations and word forms are put aside; one word
    more is another duty. A function and the detailed duties that carry it out are no repetition:
    only statements of one kind (tugas, fungsi, uraian) are compared.

    Args:
        organisation: its functions, indexed like `readings.statements`.
        hierarchy: of its units.
        readings: which of its statements are general.
        forms: the canonical form of each text of the others.

    Returns:
        Findings FUN106, one for each statement that an earlier one already said, in order.
    """
    functions = organisation.functions[["statement_id", "unit_id", "kind", "text"]]
    own = functions[~readings.statements["is_boilerplate"]]
    own = own.assign(said=own["text"].map(forms).map(" ".join), kind=own["kind"].fillna(""))
    own = own[own["said"] != ""]
    groups = own.groupby(["unit_id", "kind", "said"], sort=False)["statement_id"]
    own = own.assign(first=groups.transform("first"))
    again = own[own["first"] != own["statement_id"]]
    name = hierarchy.units["name"]
    return Analysis(findings=tuple(_findings(again, Quotes(organisation), name)))


def _findings(again: pd.DataFrame, quotes: Quotes, name: pd.Series) -> Iterator[Finding]:
    columns = ["first", "statement_id", "unit_id"]
    for first, statement, unit in again[columns].itertuples(index=False, name=None):
        one, other = quotes.evidence((first, statement))
        yield Finding(
            rule=rules.SAID_TWICE,
            key=f"FUN106.{'words' if one.quote == other.quote else 'other_words'}",
            subjects=tuple(Subject(SubjectKind.STATEMENT, said) for said in (first, statement)),
            evidence=(one, other),
            score=0.9,
            params=params(unit=str(name[unit]), text_a=one.quote, text_b=other.quote),
        )
