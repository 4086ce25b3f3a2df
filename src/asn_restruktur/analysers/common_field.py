"""Which pairs share nothing but the field that both their units work in?

In a Dinas Lingkungan Hidup every statement may speak of the environment: that two of them do says
nothing. What counts between two units is what they share beyond the names of those above both.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from asn_restruktur.analysers.duties import Duties, ones
from asn_restruktur.language.facets import clauses
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy


def share_only_field(
    pairs: pd.DataFrame,
    text_of: pd.Series,
    laid_out: Duties,
    readings: Readings,
    hierarchy: Hierarchy,
) -> npt.NDArray[np.bool_]:
    """Tell which pairs inside one perangkat daerah share only terms of the names above both.

    Args:
        pairs: `statement_a`, `unit_a`, `top_a`, and the same of the other side.
        text_of: id of its text by statement id.
        laid_out: the duties of the readings.
        readings: what the statements say.
        hierarchy: of the units.

    Returns:
        One boolean a pair, in order; False between two perangkat daerah.
    """
    found = np.zeros(len(pairs), dtype=bool)
    inside = (pairs["top_a"] == pairs["top_b"]).to_numpy()
    if not inside.any():
        return found
    chosen, texts = pairs[inside], laid_out.texts
    clause_text = readings.clauses["text_id"].to_numpy()
    row = pd.Series(texts.of_clause, index=clause_text).groupby(level=0).first()
    a, b = (
        row.loc[chosen[name].map(text_of)].to_numpy() for name in ("statement_a", "statement_b")
    )
    group, field = _fields(chosen, laid_out.vocabulary, readings, hierarchy)
    above = field[group]
    said = ones(texts.said)
    mine, yours = (said[side] - said[side].multiply(above) for side in (a, b))
    beyond = mine.multiply(yours + yours @ laid_out.related)
    found[inside] = np.asarray(beyond.sum(axis=1)) == 0
    return found


def _fields(
    pairs: pd.DataFrame, vocabulary: tuple[str, ...], readings: Readings, hierarchy: Hierarchy
) -> tuple[npt.NDArray[np.int64], sparse.csr_array]:
    """Lay out the terms of the names above both units of a pair, and say which row is whose."""
    at = {name: column for column, name in enumerate(vocabulary)}
    units = list(zip(pairs["unit_a"], pairs["unit_b"], strict=True))
    above = {pair: _above_both(*pair, hierarchy) for pair in dict.fromkeys(units)}
    line_of = {names: line for line, names in enumerate(dict.fromkeys(above.values()))}
    cells = [
        (line, at[term])
        for names, line in line_of.items()
        for term in dict.fromkeys(term for name in names for term in _terms(name, readings))
        if term in at
    ]
    rows, columns = np.array(cells, dtype=np.int64).reshape(-1, 2).T
    shape = (len(line_of), len(vocabulary))
    field = sparse.csr_array((np.ones(len(cells)), (rows, columns)), shape=shape)
    return np.array([line_of[above[pair]] for pair in units], dtype=np.int64), field


def _above_both(one: str, other: str, hierarchy: Hierarchy) -> tuple[str, ...]:
    """Return the names of the units of one perangkat daerah that stand above both, or are one."""
    tops = hierarchy.units["top_id"]
    common = [unit for unit in hierarchy.path(one) if unit in hierarchy.path(other)]
    return tuple(
        str(hierarchy.units.at[unit, "name"]) for unit in common if tops[unit] == tops[one]
    )


def _terms(name: str, readings: Readings) -> list[str]:
    return [term.name for clause in clauses(name, readings.lexicon) for term in clause.terms]
