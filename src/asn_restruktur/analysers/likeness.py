"""How alike are two duties, facet by facet?"""

import numpy as np
import pandas as pd
from scipy import sparse

from asn_restruktur.analysers.duties import Duties, Floats, Rows, Texts, ones, size

ENOUGH = 3.0  # shared weight from which on more proves no more

FEATURES = (
    "object_least",  # share of the object that the other side covers, of the side covered less
    "object_most",  # the same, of the side covered more
    "object_exact",  # as object_least, parts of a whole not counted
    "all_least",  # as object_least, over all parts
    "all_most",
    "same_act",
    "near_act",
    "same_group",
    "same_people",
    "other_people",
    "same_place",
    "other_place",
    "one_coordinates",
    "one_prepares",
    "other_level",  # one makes policy, supervises or carries out, the other does another of them
    "apart",
    "other_object",  # both sides name something telling that the other lacks
    "same_service",  # both belong to one narrow field of service
    "siblings",  # two kinds of one thing: sekolah dasar and sekolah menengah
    "evidence",  # how much is shared, in weight: one common word is little
    "main_part",  # share of its statement that the clause makes up, of the smaller
)
"""What `compare` measures, each 0-1."""


def compare(duties: Duties, left: Rows, right: Rows) -> pd.DataFrame:
    """Measure how alike pairs of clauses are.

    Args:
        duties: the clauses.
        left: rows of `duties`.
        right: rows of `duties`, as many.

    Returns:
        One row a pair, in order, with the columns of `FEATURES`.
    """
    cover = {
        part: (_cover(duties, part, left, right), _cover(duties, part, right, left))
        for part in ("object", "all", "people", "place")
    }
    exact = np.minimum(
        _dot(duties.said["object"], ones(duties.said["object"]), left, right),
        _dot(duties.said["object"], ones(duties.said["object"]), right, left),
    )
    both = {
        part: (size(duties.said[part])[left] > 0) & (size(duties.said[part])[right] > 0)
        for part in ("people", "place")
    }
    people, place = np.maximum(*cover["people"]), np.maximum(*cover["place"])
    coordinates = duties.coordinates
    same_act = _shares(duties.senses, duties.senses, left, right)
    near_act = _shares(duties.near_senses, duties.senses, left, right)
    texts = duties.texts
    one, other = texts.of_clause[left], texts.of_clause[right]
    only_one, only_other = _only(texts, one, other), _only(texts, other, one)
    siblings = _meet(only_one @ duties.parents, only_other @ duties.parents)
    apart = _meet(only_one @ duties.look_alikes, only_other)
    return pd.DataFrame(
        {
            "object_least": np.minimum(*cover["object"]),
            "object_most": np.maximum(*cover["object"]),
            "object_exact": exact,
            "all_least": np.minimum(*cover["all"]),
            "all_most": np.maximum(*cover["all"]),
            "same_act": same_act,
            "near_act": np.maximum(near_act - same_act, 0),
            "same_group": _shares(duties.groups, duties.groups, left, right),
            "same_people": np.where(both["people"], people, 0),
            "other_people": np.where(both["people"], 1 - people, 0),
            "same_place": np.where(both["place"], place, 0),
            "other_place": np.where(both["place"], 1 - place, 0),
            "one_coordinates": (coordinates[left] ^ coordinates[right]).astype(float),
            "one_prepares": (duties.prepares[left] | duties.prepares[right]).astype(float),
            "other_object": np.minimum(
                _left_over(duties, left, right), _left_over(duties, right, left)
            ),
            "same_service": np.where(
                np.maximum(siblings, apart) > 0, 0, _common(duties, left, right)
            ),
            "siblings": siblings,
            "evidence": _evidence(duties, left, right),
            "main_part": np.minimum(duties.share[left], duties.share[right]),
            "other_level": _other_level(duties, left, right),
            "apart": apart,
        },
        columns=list(FEATURES),
    )


def _left_over(duties: Duties, left: Rows, right: Rows) -> Floats:
    """Weigh the most telling thing that the left says and the right does not cover."""
    said, reached = duties.said["object"], duties.reached["object"]
    mine = said[left]
    over = mine - mine.multiply(reached[right])
    most = np.asarray(mine.max(axis=1).todense(), dtype=np.float64).ravel()
    left_over = np.asarray(over.max(axis=1).todense(), dtype=np.float64).ravel()
    return left_over / np.maximum(most, 1e-9)


def _common(duties: Duties, left: Rows, right: Rows) -> Floats:
    """Measure the narrowest field that both belong to; 1 where it holds few concepts."""
    shared = duties.services[left].multiply(duties.services[right])
    return np.asarray(shared.max(axis=1).todense(), dtype=np.float64).ravel()


def _only(texts: Texts, left: Rows, right: Rows) -> sparse.csr_array:
    """Mark what the left statement names and the right one does not cover."""
    mine = ones(texts.said[left])
    return sparse.csr_array(mine - mine.multiply(ones(texts.reached[right])))


def _meet(left: sparse.csr_array, right: sparse.csr_array) -> Floats:
    """Tell for each row whether both sides hold something in one column."""
    return (np.asarray(left.multiply(right).sum(axis=1)) > 0).astype(np.float64)


def _evidence(duties: Duties, left: Rows, right: Rows) -> Floats:
    """Weigh what both sides say or nearly say, up to `ENOUGH`."""
    said, reached = duties.said["all"], duties.reached["all"]
    shared = np.minimum(
        np.asarray(said[left].multiply(reached[right]).sum(axis=1)),
        np.asarray(said[right].multiply(reached[left]).sum(axis=1)),
    )
    return np.asarray(np.minimum(shared / ENOUGH, 1.0))


def _cover(duties: Duties, part: str, left: Rows, right: Rows) -> Floats:
    """Share of what the left says that the right covers."""
    return _dot(duties.said[part], duties.reached[part], left, right)


def _dot(a: sparse.csr_array, b: sparse.csr_array, left: Rows, right: Rows) -> Floats:
    """Share of the weight of `a` that `b` marks, for each pair."""
    shared = np.asarray(a[left].multiply(b[right]).sum(axis=1), dtype=np.float64)
    return shared / np.maximum(size(a)[left], 1e-9)


def _other_level(duties: Duties, left: Rows, right: Rows) -> Floats:
    """Tell whether each side stands at one level, and not at the same."""
    mine, yours = duties.levels[left], duties.levels[right]
    both = mine.any(axis=1) & yours.any(axis=1)
    return np.asarray(both & ~(mine & yours).any(axis=1), dtype=np.float64)


def _shares(a: sparse.csr_array, b: sparse.csr_array, left: Rows, right: Rows) -> Floats:
    return (np.asarray(a[left].multiply(b[right]).sum(axis=1)) > 0).astype(np.float64)
