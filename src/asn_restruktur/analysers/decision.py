"""From what is alike and what differs: is it one duty twice, an overlap, or neither?"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from asn_restruktur.analysers.likeness import FEATURES
from asn_restruktur.documents import read_document

MODEL = Path(__file__).parent / "overlap_model.yaml"

_ABOUT = ("object_least", "object_most", "same_service")
_ALIKE = ("same_act", "near_act", "same_group", "same_people", "same_place")
JOINT = {f"{about} x {alike}": (about, alike) for about in _ABOUT for alike in _ALIKE}
"""What counts only together, as the product of two features: the same act, people or place says
something only of two statements about the same thing."""

USED = (*(name for name in FEATURES if name not in _ALIKE), *JOINT)
"""The features that the models weigh."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of one question; each feature has the sign that its meaning demands.

    Args:
        weights: by feature name.
        constant: what speaks for a yes before anything is compared (negative: against).
    """

    weights: dict[str, float]
    constant: float

    def probability(self, features: pd.DataFrame) -> npt.NDArray[np.float64]:
        """Answer the question for each row of features, 0-1."""
        known = features[list(self.weights)].to_numpy(dtype=np.float64)
        sums = known @ np.array(list(self.weights.values())) + self.constant
        return np.asarray(1 / (1 + np.exp(-sums)))


def with_joint(features: pd.DataFrame) -> pd.DataFrame:
    """Add the products that `JOINT` names to the features of pairs."""
    joint = {name: features[a] * features[b] for name, (a, b) in JOINT.items()}
    return features.assign(**joint)


@cache
def models() -> tuple[Model, Model]:
    """Return the two fitted models: "a finding?", and "one duty twice?".

    Both are logistic regressions whose weights keep the sign their feature's meaning demands:
    more agreement never speaks against a finding. `benchmarks/fit_overlap.py` fits them.
    """
    document = read_document(MODEL.read_text(encoding="utf-8"), MODEL.name)
    found = document.value
    if not isinstance(found, dict):
        raise TypeError(MODEL.name)
    return _model(found["finding"]), _model(found["duplication"])


def _model(found: object) -> Model:
    if not isinstance(found, dict):
        raise TypeError(MODEL.name)
    weights = {name: float(value) for name, value in found.items() if name != "constant"}
    return Model(weights, float(found["constant"]))
