"""How do the duties of all statements lie side by side, as rows of weighed terms?"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from asn_restruktur.analysers import ties
from asn_restruktur.analysers.ties import RELATED
from asn_restruktur.language.facets import Part
from asn_restruktur.language.readings import Readings

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]

WITHIN = 0.35  # a word inside a phrase counts beside the phrase itself
WITHIN_CONCEPT = 0.6  # and so does a concept inside the name of another
PART_WEIGHT = {Part.OBJECT: 1.0, Part.BENEFICIARY: 0.8, Part.PLACE: 0.4, Part.MEANS: 0.5}


LEVELS = (
    frozenset({"RMS", "REN"}),
    frozenset({"AWA", "MON"}),
    frozenset({"LAK", "KEL", "BAN", "LAY"}),
)
"""Groups of acts that make policy, that supervise, and that carry out: the law's own split."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Whole statements, since what stands behind several duties limits each of them.

    "pembangunan ruang kelas dan rehabilitasi gedung sekolah dasar": the classrooms are those of
    the sekolah dasar too.

    Args:
        said: weight of each term that a statement says.
        reached: how well it covers each term.
        of_clause: row of the statement that each clause belongs to.
    """

    said: sparse.csr_array
    reached: sparse.csr_array
    of_clause: Rows


@dataclass(frozen=True, slots=True)
class Duties:
    """The clauses of all distinct statements as sparse rows over one vocabulary.

    Args:
        vocabulary: the term of each column.
        related: which terms of the vocabulary contain one another, both ways.
        said: weight of each term that a clause says, by part (`object`, `people`, `place`, `all`).
        reached: for the same, how well the clause covers each term: 1 said, `RELATED` where it
            says a wider or narrower concept.
        senses: what is done, one column a sense; `near_senses` adds the close ones.
        groups: the groups of what is done.
        levels: whether a clause only makes policy, only supervises, only carries out: one column
            each, in the order of `LEVELS`.
        coordinates: whether another's act is coordinated.
        prepares: whether only material is prepared.
        services: the wider concepts that the clause belongs to.
        look_alikes: for each term of the vocabulary, those that look like it and are another thing.
        parents: for each term of the vocabulary, the concepts that it is directly part of.
        share: share of its statement's weight that the clause makes up.
    """

    vocabulary: tuple[str, ...]
    related: sparse.csr_array
    said: dict[str, sparse.csr_array]
    reached: dict[str, sparse.csr_array]
    senses: sparse.csr_array
    near_senses: sparse.csr_array
    groups: sparse.csr_array
    levels: npt.NDArray[np.bool_]
    coordinates: npt.NDArray[np.bool_]
    prepares: npt.NDArray[np.bool_]
    services: sparse.csr_array
    parents: sparse.csr_array
    look_alikes: sparse.csr_array
    share: Floats
    texts: Texts

    @property
    def features(self) -> sparse.csr_array:
        """Rows of unit length over all that a clause says or reaches, to find candidates by."""
        rows = self.said["all"].maximum(self.reached["all"].multiply(self.weights) * RELATED)
        length = np.sqrt(rows.multiply(rows).sum(axis=1))
        return sparse.csr_array(sparse.diags_array(1 / np.maximum(length, 1e-9)) @ rows)

    @property
    def weights(self) -> sparse.csr_array:
        """The weight of each term of the vocabulary, as one row."""
        return sparse.csr_array(np.asarray(self.said["all"].max(axis=0).todense()).reshape(1, -1))


def duties(readings: Readings) -> Duties:
    """Lay out the clauses of all distinct statements for comparison.

    Args:
        readings: what the statements say.

    Returns:
        One row a clause of `readings.clauses`, in its order.
    """
    clauses, terms = readings.clauses, _objects(readings.terms)
    count = len(clauses)
    names, found = pd.factorize(terms["name"], sort=True)
    vocabulary = [str(name) for name in found]
    within = np.where(terms["is_concept"], WITHIN_CONCEPT, WITHIN)
    weight = np.where(terms["is_within"], within, 1.0) * terms["weight"].to_numpy()
    part = terms["part"].to_numpy()
    by_part = {
        "object": part == Part.OBJECT,
        "people": (part == Part.BENEFICIARY) & ~terms["is_within"].to_numpy(),
        "place": np.isin(part, [Part.PLACE]) & ~terms["is_within"].to_numpy(),
        "all": np.full(len(terms), fill_value=True),
    }
    scale = (
        terms["part"]
        .map({str(key): value for key, value in PART_WEIGHT.items()})
        .to_numpy("float64")
    )
    related = ties.related(vocabulary, readings.lexicon)
    said: dict[str, sparse.csr_array] = {}
    reached: dict[str, sparse.csr_array] = {}
    for name, chosen in by_part.items():
        values = weight * (scale if name == "all" else 1.0)
        rows = _matrix(terms["clause"][chosen], names[chosen], values[chosen], count, related)
        said[name] = rows
        here = rows.astype(bool).astype(np.float64)
        near = here @ related
        reached[name] = here.maximum(near.minimum(_full(near, RELATED)))
    senses, sense_names = _listed(clauses["senses"], count)
    groups, _ = _listed(clauses["groups"], count)
    near = ties.near_senses(sense_names, readings.lexicon)
    return Duties(
        vocabulary=tuple(vocabulary),
        related=related,
        said=said,
        reached=reached,
        senses=senses,
        near_senses=sparse.csr_array((senses + senses @ near).astype(bool).astype(np.float64)),
        groups=groups,
        levels=_levels(clauses["groups"]),
        coordinates=(clauses["operator"] == "KOR").to_numpy(dtype=bool),
        prepares=clauses["is_preparatory"].to_numpy(dtype=bool),
        services=ties.services(ones(said["all"]), vocabulary, readings.lexicon),
        parents=ties.parents(vocabulary, readings.lexicon),
        share=_shares_of_text(size(said["all"]), clauses["text_id"]),
        look_alikes=ties.look_alikes(vocabulary, readings.lexicon),
        texts=_texts(said["all"], clauses["text_id"], related),
    )


def _texts(
    said: sparse.csr_array,
    text_id: pd.Series,
    related: sparse.csr_array,
) -> Texts:
    codes, distinct = pd.factorize(text_id)
    shape = (len(distinct), len(codes))
    gather = sparse.csr_array((np.ones(len(codes)), (codes, np.arange(len(codes)))), shape=shape)
    whole = sparse.csr_array(gather @ said)
    here = ones(whole)
    return Texts(
        said=whole,
        reached=ones(here + here @ related),
        of_clause=codes.astype(np.int64),
    )


def _objects(terms: pd.DataFrame) -> pd.DataFrame:
    """Where a clause has no object, those whom it serves are its object."""
    has_object = terms["clause"].isin(terms.loc[terms["part"] == Part.OBJECT, "clause"])
    part = terms["part"].mask(~has_object & (terms["part"] == Part.BENEFICIARY), str(Part.OBJECT))
    return terms.assign(part=part)


def _matrix(
    clause: pd.Series, column: Rows, values: Floats, count: int, related: sparse.csr_array
) -> sparse.csr_array:
    """Lay out terms as rows; a term said twice in a clause counts once, at its highest weight."""
    shape = (count, related.shape[0])
    order = pd.DataFrame({"row": clause.to_numpy(), "column": column, "value": values})
    top = order.groupby(["row", "column"], sort=True)["value"].max().reset_index()
    return sparse.csr_array((top["value"], (top["row"], top["column"])), shape=shape)


def _listed(values: pd.Series, count: int) -> tuple[sparse.csr_array, list[str]]:
    """Lay out tuples of names as rows of 0 and 1."""
    long = values.explode().dropna()
    codes, names = pd.factorize(long, sort=True)
    shape = (count, max(len(names), 1))
    rows = sparse.csr_array((np.ones(len(long)), (long.index, codes)), shape=shape)
    return ones(rows), [str(name) for name in names]


def _levels(groups: pd.Series) -> npt.NDArray[np.bool_]:
    """Tell for each clause at which single level all its acts stand, if they do."""
    rows = [[bool(acts) and level.issuperset(acts) for level in LEVELS] for acts in groups]
    return np.array(rows, dtype=bool).reshape(len(groups), len(LEVELS))


def ones(rows: sparse.csr_array) -> sparse.csr_array:
    """Return 1 wherever the rows hold something."""
    return sparse.csr_array(rows.astype(bool).astype(np.float64))


def _full(rows: sparse.csr_array, value: float) -> sparse.csr_array:
    """Return `value` wherever `rows` holds something."""
    filled = sparse.csr_array(rows, copy=True)
    filled.data = np.full(len(filled.data), value)
    return filled


def size(rows: sparse.csr_array) -> Floats:
    """Return the sum of each row."""
    return np.asarray(rows.sum(axis=1), dtype=np.float64)


def _shares_of_text(size: Floats, text_id: pd.Series) -> Floats:
    """Return the share of its statement that each clause makes up."""
    whole = pd.Series(size).groupby(text_id.to_numpy()).transform("sum").to_numpy()
    return np.asarray(size / np.maximum(whole, 1e-9))
