"""Which units state the same duty, or duties that overlap?"""

from collections.abc import Hashable

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.clusters import clusters
from asn_restruktur.analysers.common_field import share_only_field
from asn_restruktur.analysers.decision import models, with_joint
from asn_restruktur.analysers.division import is_divided, with_matter
from asn_restruktur.analysers.duties import Duties, duties
from asn_restruktur.analysers.likeness import compare
from asn_restruktur.analysers.pair_figures import pair_figures
from asn_restruktur.analysers.pairs import pair_findings
from asn_restruktur.analysers.services import services
from asn_restruktur.analysers.statements import specific
from asn_restruktur.config import Settings
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation

CANDIDATE_COSINE = 0.12
FIRST_NEIGHBOURS = 1024
CHUNK = 200_000
INSIDE = 0.9  # inside one perangkat daerah its head settles who does what
CONFINED = 0.9  # a duty in one territory and for the whole city: nested, so no duplication

NAMED_SERVICES = 2
EVEN = 0.5  # as likely one duty twice as not

DUPLICATION, OVERLAP = "duplication", "overlap"


def analyse(
    organisation: Organisation, hierarchy: Hierarchy, readings: Readings, settings: Settings
) -> Analysis:
    """Find the pairs of statements that say the same duty twice, or duties that overlap.

    Equal texts are compared once; candidates share telling words or concepts; only candidates are
    scored. What is no finding: a unit and those above it, the same duty in different territories,
    boiler-plate, a kecamatan that coordinates what a dinas does, a dinas and its own puskesmas,
    what units of one perangkat daerah say each of the matter that it is called after, and no
    overlap where two of them share nothing narrower than the field of both.

    Args:
        organisation: its functions, indexed like `readings.statements`.
        hierarchy: of its units.
        readings: what its statements say, repeated texts marked.
        settings: thresholds.

    Returns:
        Tables `pairs` (strongest first), `unit_pairs` and `unit_order` (perangkat daerah that
        meet in pairs); findings FUN101 and FUN102 in the order of `pairs`; their figures.

    Source:
        GAO-15-49SP: duplication is the same activity for the same beneficiaries, overlap a
        similar activity or beneficiaries. Principle: PP 18/2016 ps. 2 huruf e.
    """
    own = specific(organisation, hierarchy, readings)
    statements = with_matter(own, readings, hierarchy)
    laid_out = duties(readings)
    texts = _scored_texts(readings, laid_out, statements, settings.overlap.report)
    pairs = _statement_pairs(texts, statements, hierarchy)
    pairs = pairs[pairs["score"] >= settings.overlap.report]
    text_of = statements.set_index("statement_id")["text_id"]
    vague = share_only_field(pairs, text_of, laid_out, readings, hierarchy)
    pairs = pairs[~vague | (pairs["kind"] == DUPLICATION)]
    pairs = pairs.sort_values(
        ["score", "statement_a", "statement_b"], ascending=[False, True, True], ignore_index=True
    )
    findings, signs = pair_findings(pairs, organisation, hierarchy, readings, settings.overlap)
    unit_pairs = _unit_pairs(pairs, hierarchy)
    order = clusters(unit_pairs)
    labels = _labels(pairs, statements, order, services(readings))
    order["label"] = [labels.get(cluster, "") for cluster in order["cluster"]]
    columns = ["statement_a", "statement_b", "unit_a", "unit_b", "kind", "score"]
    return Analysis(
        tables={
            "pairs": pairs[columns].assign(**signs),
            "unit_pairs": unit_pairs,
            "unit_order": order,
        },
        findings=findings,
        figures=pair_figures(findings, pairs, unit_pairs, organisation, hierarchy),
    )


def _scored_texts(
    readings: Readings, laid_out: Duties, statements: pd.DataFrame, at_least: float
) -> pd.DataFrame:
    """Score the pairs of distinct texts that could be findings.

    Returns:
        `text_a` <= `text_b` (a text with itself where several statements say it), `score` (0-1,
        a finding), `same` (0-1, one duty twice).
    """
    often = statements["text_id"].value_counts()
    chosen = readings.clauses.index[readings.clauses["text_id"].isin(often.index)].to_numpy()
    if not len(chosen):
        return _no_texts()
    left, right = candidates(laid_out, chosen)
    text = readings.clauses["text_id"].to_numpy()
    repeated = np.isin(text[left], often.index[often > 1])
    wanted = (text[left] != text[right]) | repeated
    left, right = left[wanted], right[wanted]
    finding, duplication = models()
    found = []
    for start in range(0, len(left), CHUNK):
        a, b = left[start : start + CHUNK], right[start : start + CHUNK]
        features = with_joint(compare(laid_out, a, b))
        is_one_matter = features["apart"] == 0  # what only looks alike is no finding
        part = pd.DataFrame(
            {
                "text_a": np.minimum(text[a], text[b]),
                "text_b": np.maximum(text[a], text[b]),
                "score": finding.probability(features),
                "same": duplication.probability(features),
            }
        )
        found.append(part[is_one_matter.to_numpy() & (part["score"] >= at_least).to_numpy()])
    if not found:
        return _no_texts()
    best = pd.concat(found).sort_values(["score", "same"], ascending=False, kind="stable")
    return best.drop_duplicates(["text_a", "text_b"]).reset_index(drop=True)


def _no_texts() -> pd.DataFrame:
    return pd.DataFrame(columns=["text_a", "text_b", "score", "same"], dtype="float64")


def candidates(
    laid_out: Duties, chosen: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Find the pairs of clauses that share enough of what is telling.

    No neighbour above the threshold may be lost: the number of neighbours kept grows until no row
    is full.
    """
    rows = sparse.csr_matrix(laid_out.features[chosen])
    keep = min(FIRST_NEIGHBOURS, max(len(chosen), 1))
    while True:
        near = sp_matmul_topn(
            rows, rows.T.tocsr(), top_n=keep, threshold=CANDIDATE_COSINE, n_threads=2
        )
        if keep >= len(chosen) or np.diff(near.indptr).max(initial=0) < keep:
            break
        keep = min(keep * 4, len(chosen))
    near = sparse.coo_array(near)
    upper = near.row <= near.col
    return chosen[near.row[upper]], chosen[near.col[upper]]


def _statement_pairs(
    texts: pd.DataFrame, statements: pd.DataFrame, hierarchy: Hierarchy
) -> pd.DataFrame:
    """Bring pairs of texts back to the statements that say them, and leave out what is none."""
    said = _first_speakers(statements, hierarchy)
    left = said.rename(columns=lambda name: f"{name}_a")
    right = said.rename(columns=lambda name: f"{name}_b")
    pairs = texts.merge(left, left_on="text_a", right_on="text_id_a").merge(
        right, left_on="text_b", right_on="text_id_b"
    )
    once = (pairs["text_a"] != pairs["text_b"]) | (
        pairs["statement_id_a"] < pairs["statement_id_b"]
    )
    pairs = pairs[once]
    pairs = pairs[~hierarchy.in_line(pairs["unit_id_a"], pairs["unit_id_b"])]
    a, b = pairs["territory_a"], pairs["territory_b"]
    is_parallel = (a != "") & (b != "") & (a != b)
    is_nested = (a == "") ^ (b == "")
    is_own = is_nested & (pairs["top_id_a"] == pairs["top_id_b"])
    pairs = pairs[~is_parallel & ~is_own & ~is_divided(pairs)]
    pairs = _first_territories(pairs, hierarchy)
    nested = is_nested[pairs.index]
    inside = pairs["top_id_a"] == pairs["top_id_b"]
    pairs["score"] *= np.where(nested, CONFINED, 1.0) * np.where(inside, INSIDE, 1.0)
    is_same = (pairs["same"] >= EVEN) & ~nested
    pairs["kind"] = pd.Series(np.where(is_same, DUPLICATION, OVERLAP), index=pairs.index)
    swap = (pairs["statement_id_a"] > pairs["statement_id_b"]).to_numpy()
    result = {"kind": pairs["kind"].to_numpy(), "score": pairs["score"].round(4).to_numpy()}
    for name in ("statement_id", "unit_id", "top_id"):
        one, other = pairs[f"{name}_a"].to_numpy(), pairs[f"{name}_b"].to_numpy()
        short = name.removesuffix("_id")
        result[f"{short}_a"] = np.where(swap, other, one)
        result[f"{short}_b"] = np.where(swap, one, other)
    return pd.DataFrame(result).drop_duplicates(["statement_a", "statement_b"])


def _first_speakers(statements: pd.DataFrame, hierarchy: Hierarchy) -> pd.DataFrame:
    """Keep one of the equal texts of a unit, and of units of one kind the first territory's."""
    columns = ["statement_id", "unit_id", "top_id", "territory", "text_id", "matter", "is_template"]
    units = hierarchy.units
    order = statements["unit_id"].map(units["enter"]).sort_values(kind="stable").index
    said = statements.loc[order, columns].drop_duplicates(["unit_id", "text_id"])
    whole = said[said["territory"] == ""]
    confined = said[said["territory"] != ""]
    group = [confined["text_id"], confined["unit_id"].map(units["kind"])]
    first = confined.groupby(group)["territory"].transform("first")
    return pd.concat([whole, confined[confined["territory"] == first]])


def _first_territories(pairs: pd.DataFrame, hierarchy: Hierarchy) -> pd.DataFrame:
    """Tell what a city-wide duty shares with the common duty of all kecamatan once, not for each.

    Of the units of one kind, the first in the order of the tree stands for them.
    """
    units = hierarchy.units
    is_confined = pairs["territory_a"] != ""
    confined = pairs["unit_id_a"].where(is_confined, pairs["unit_id_b"])
    whole = pairs["statement_id_b"].where(is_confined, pairs["statement_id_a"])
    group = pd.DataFrame(
        {
            "whole": whole,
            "kind": confined.map(units["kind"]),
            "enter": confined.map(units["enter"]),
            "score": -pairs["score"],
        },
        index=pairs.index,
    )
    nested = (pairs["territory_a"] == "") ^ (pairs["territory_b"] == "")
    first = group[nested].sort_values(["enter", "score"], kind="stable")
    kept = first.drop_duplicates(["whole", "kind"]).index
    return pairs[~nested | pairs.index.isin(kept)].copy()


def _labels(
    pairs: pd.DataFrame, statements: pd.DataFrame, order: pd.DataFrame, service: pd.Series
) -> dict[Hashable, str]:
    """Name each cluster after the services that its pairs are about most often."""
    cluster = order.set_index("unit_id")["cluster"]
    text = statements.set_index("statement_id")["text_id"]
    inside = pairs[pairs["top_a"].map(cluster) == pairs["top_b"].map(cluster)]
    if inside.empty:
        return {}
    named = pd.DataFrame(
        {
            "cluster": inside["top_a"].map(cluster),
            "service": inside["statement_a"].map(text).map(service),
        }
    ).dropna()
    counted = named.value_counts().reset_index()
    counted = counted.sort_values(["cluster", "count", "service"], ascending=[True, False, True])
    first = counted.groupby("cluster").head(NAMED_SERVICES)
    return first.groupby("cluster")["service"].agg(", ".join).to_dict()


def _unit_pairs(pairs: pd.DataFrame, hierarchy: Hierarchy) -> pd.DataFrame:
    """Count the pairs between two perangkat daerah, in the order of the tree."""
    between = pairs[pairs["top_a"] != pairs["top_b"]]
    at = hierarchy.units["enter"]
    swap = (between["top_a"].map(at) > between["top_b"].map(at)).to_numpy()
    a, b = between["top_a"].to_numpy(), between["top_b"].to_numpy()
    frame = pd.DataFrame(
        {
            "unit_a": np.where(swap, b, a),
            "unit_b": np.where(swap, a, b),
            "duplications": (between["kind"] == DUPLICATION).astype("int64").to_numpy(),
        }
    ).astype({"unit_a": "str", "unit_b": "str"})
    counted = frame.groupby(["unit_a", "unit_b"], sort=True)["duplications"].agg(["size", "sum"])
    counted.columns = pd.Index(["pairs", "duplications"])
    return counted.reset_index().sort_values(
        ["pairs", "duplications", "unit_a", "unit_b"],
        ascending=[False, False, True, True],
        ignore_index=True,
    )
