"""Fit the decision between duplication, overlap and neither to the labelled statements.

    python benchmarks/fit_overlap.py [--write]

Reads `benchmarks/gold/`; prints the fitted figures and, apart, those by leaving one topic out,
which is what a new city will see. With --write the weights go to
`src/asn_restruktur/analysers/overlap_model.yaml`. Logistic regression with bounds: agreement may
only speak for a finding, difference only against it. A pair of statements is judged by its most
convincing pair of clauses, so clause and weights are found in turns.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import minimize

from asn_restruktur.analysers.decision import MODEL, USED, with_joint
from asn_restruktur.analysers.duties import duties
from asn_restruktur.analysers.likeness import compare
from asn_restruktur.analysers.overlap import candidates
from asn_restruktur.language.lexicon_files import lexicon
from asn_restruktur.language.readings import Readings, read

GOLD = Path(__file__).parent / "gold"
sys.path.insert(0, str(GOLD))
from score import Gold, listed  # noqa: E402  # the gold set brings its own scorer

AGAINST = {
    "other_people",
    "other_place",
    "one_coordinates",
    "one_prepares",
    "other_level",
    "apart",
    "other_object",
    "siblings",
}
RULED_OUT = {"delegation", "boilerplate", "parallel_territory"}  # decided before the model
NAMES = list(USED)
PENALTY = 0.0015
TURNS = 5
NEGLIGIBLE = 0.005
AS_GOOD = 0.02
WEIGHT = {
    "none": 0.5,  # known to be none because its topic is complete
    "unlabelled": 0.15,  # nearly always none; weighed little, for a few are not
}

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cases:
    """Pairs of statements with their labels, and the features of their pairs of clauses."""

    pairs: list[tuple[str, str]]
    labels: npt.NDArray[np.str_]
    folds: npt.NDArray[np.str_]
    features: Floats
    pair_of: npt.NDArray[np.int64]


def cases() -> Cases:
    """Read the gold set."""
    gold = Gold(GOLD)
    readings = read(pd.Series(gold.text), lexicon())
    rows = readings.clauses.groupby("text_id").indices
    text_id = readings.statements["text_id"]
    pairs = [pair for pair, label in gold.label.items() if label not in RULED_OUT]
    labels = [gold.label[pair] for pair in pairs]
    closed = [pair for pair in sorted(gold.closed) if not gold.implied_negative(pair)]
    pairs += closed
    labels += ["none"] * len(closed)
    others = _unlabelled(gold, readings, set(pairs) | set(gold.label))
    pairs += others
    labels += ["unlabelled"] * len(others)
    topic = {
        statement: row["topic"]
        for row in gold.topics.to_dict("records")
        for statement in listed(row["statement_ids"])
    }
    compared = [
        (i, j, number)
        for number, (a, b) in enumerate(pairs)
        for i in rows.get(text_id[a], ())
        for j in rows.get(text_id[b], ())
    ]
    left, right, pair_of = np.array(compared).T
    features = with_joint(compare(duties(readings), left, right))[NAMES].to_numpy()
    folds = [topic.get(a) or topic.get(b) or gold.top(gold.unit[a]) for a, b in pairs]
    return Cases(pairs, np.array(labels), np.array(folds), features, pair_of)


def _unlabelled(
    gold: Gold, readings: Readings, judged: set[tuple[str, str]]
) -> list[tuple[str, str]]:
    """List the pairs that share something and that nobody judged."""
    laid_out = duties(readings)
    left, right = candidates(laid_out, np.arange(len(readings.clauses)))
    text = readings.clauses["text_id"].to_numpy()
    said_by = readings.statements.groupby("text_id").indices
    ids = readings.statements.index
    found = {
        (min(ids[a], ids[b]), max(ids[a], ids[b]))
        for one, other in zip(text[left], text[right], strict=True)
        if one != other
        for a in said_by[one]
        for b in said_by[other]
    }
    return [
        pair
        for pair in sorted(found - judged)
        if not gold.implied_negative(pair) and gold.unit[pair[0]] != gold.unit[pair[1]]
    ]


def fit(known: Cases, truth: Floats, chosen: npt.NDArray[np.bool_]) -> Floats:
    """Find the weights (and, last, the constant) that tell the chosen pairs apart."""
    weights = pd.Series(known.labels).map(WEIGHT).fillna(1.0).to_numpy()
    bounds = [(None, 0) if name in AGAINST else (0, None) for name in NAMES]
    start = [
        1.0 if name in ("object_least", "all_least", "object_least x same_act") else 0.0
        for name in NAMES
    ]
    found = np.array([*start, 0.0])
    for _ in range(TURNS):
        best = _best_clauses(known, known.features @ found[:-1])
        best = best[chosen[known.pair_of[best]]]
        pair = known.pair_of[best]
        matrix = np.column_stack([known.features[best], np.ones(len(best))])
        found = _minimum(matrix, truth[pair], weights[pair], bounds)
    return found


def predict(known: Cases, weights: Floats) -> Floats:
    """Return the log odds of each pair: those of its most convincing clauses."""
    odds = known.features @ weights[:-1] + weights[-1]
    best = np.full(len(known.pairs), -np.inf)
    np.maximum.at(best, known.pair_of, odds)
    return best


def _best_clauses(known: Cases, odds: Floats) -> npt.NDArray[np.int64]:
    order = np.lexsort((odds, known.pair_of))
    last = np.append(np.diff(known.pair_of[order]) > 0, [True])
    return order[last]


def _minimum(
    matrix: Floats, truth: Floats, weights: Floats, bounds: list[tuple[float | None, float | None]]
) -> Floats:
    def loss(found: Floats) -> tuple[float, Floats]:
        odds = matrix @ found
        cost = weights @ (np.logaddexp(0, odds) - truth * odds) / weights.sum()
        slope = matrix.T @ (weights * (1 / (1 + np.exp(-odds)) - truth)) / weights.sum()
        shrink = np.append(found[:-1], 0) * PENALTY / len(found)
        return float(cost + shrink @ found), slope + 2 * shrink

    start = np.zeros(matrix.shape[1])
    free = [*bounds, (None, None)]
    return np.asarray(minimize(loss, start, jac=True, bounds=free, method="L-BFGS-B").x)


def threshold(odds: Floats, truth: Floats) -> tuple[float, float, float, float]:
    """Return F1, precision, recall and threshold, at the strictest one that is nearly the best.

    A reader stops after the third false alarm: of thresholds whose F1 is within `AS_GOOD` of the
    best, the highest is taken.
    """
    found = []
    for at in np.unique(odds):
        told = odds >= at
        right = float(truth[told].sum())
        precision, recall = right / told.sum(), right / truth.sum()
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        found.append((f1, precision, recall, float(at)))
    best = max(found)[0]
    return max((row for row in found if row[0] >= best - AS_GOOD), key=lambda row: row[3])


def main(*, write: bool) -> None:
    """Fit both models, print their figures, and write the weights if asked to."""
    known = cases()
    everything = np.full(len(known.pairs), fill_value=True)
    lines = ["# Weights of the decision about pairs of duties; made by benchmarks/fit_overlap.py."]
    for name, labels in (
        ("finding", ("duplication", "overlap")),
        ("duplication", ("duplication",)),
    ):
        truth = np.isin(known.labels, labels).astype(np.float64)
        weights = fit(known, truth, everything)
        judged = known.labels != "unlabelled"
        fitted = threshold(predict(known, weights)[judged], truth[judged])
        left_out = np.zeros(len(known.pairs))
        for fold in np.unique(known.folds):
            inside = known.folds != fold
            left_out[~inside] = predict(known, fit(known, truth, inside))[~inside]
        unseen = threshold(left_out[judged], truth[judged])
        print(
            f"{name}: F1 {fitted[0]:.3f} fitted, {unseen[0]:.3f} by leaving one topic out "
            f"(precision {unseen[1]:.3f}, recall {unseen[2]:.3f}, odds {unseen[3]:.2f})"
        )
        told = left_out >= unseen[3]
        for label in np.unique(known.labels):
            here = known.labels == label
            print(f"  told of {label}: {told[here].mean():.3f} of {here.sum()}")
        lines.append(f"{name}:")
        # so that 0.5 is the threshold that serves an unseen topic best
        for key, value in zip(
            [*NAMES, "constant"], [*weights[:-1], weights[-1] - unseen[3]], strict=True
        ):
            if abs(value) >= NEGLIGIBLE or key == "constant":
                lines.append(f"  {key}: {value:.2f}")
    if write:
        MODEL.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(write="--write" in sys.argv[1:])
