"""Do the fitted models answer as the meaning of their features demands?"""

import numpy as np
import pandas as pd
import pytest

from asn_restruktur.analysers.decision import JOINT, USED, Model, models, with_joint
from asn_restruktur.analysers.likeness import FEATURES

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
"""Features whose more speaks against a finding; more of any other speaks for one."""


def features(**values: float) -> pd.DataFrame:
    """One pair; what is not named is 0."""
    return with_joint(pd.DataFrame([dict.fromkeys(FEATURES, 0.0) | values]))


def alike(**values: float) -> pd.DataFrame:
    """A pair that agrees in everything, but for what is named."""
    agreeing = dict.fromkeys((name for name in FEATURES if name not in AGAINST), 1.0)
    return features(**(agreeing | values))


@pytest.mark.parametrize("model", models(), ids=["finding", "duplication"])
def test_agreement_never_speaks_against_and_difference_never_for(model: Model) -> None:
    assert set(model.weights) <= set(USED)
    for name, weight in model.weights.items():
        assert (weight <= 0) if name in AGAINST else (weight >= 0), name


def test_a_product_counts_only_where_both_are_there() -> None:
    name, (about, kind) = next(iter(JOINT.items()))
    assert features(**{about: 0.5, kind: 1.0})[name].iloc[0] == 0.5
    assert features(**{about: 0.5})[name].iloc[0] == 0
    assert features(**{kind: 1.0})[name].iloc[0] == 0


def test_an_answer_is_the_logistic_sum_of_what_is_weighed() -> None:
    model = Model({"apart": -2.0, "evidence": 4.0}, constant=1.0)
    pairs = pd.concat([features(), features(apart=1.0), features(evidence=0.5, apart=1.0)])
    assert model.probability(pairs) == pytest.approx(1 / (1 + np.exp([-1.0, 1.0, -1.0])))


def test_what_agrees_in_everything_is_one_duty_twice() -> None:
    finding, duplication = models()
    assert finding.probability(alike())[0] > 0.9
    assert duplication.probability(alike())[0] > 0.9


def test_what_shares_nothing_is_no_finding() -> None:
    finding, duplication = models()
    nothing = features(other_object=1.0)
    assert finding.probability(nothing)[0] < 0.1
    assert duplication.probability(nothing)[0] < 0.01


@pytest.mark.parametrize("difference", ["one_coordinates", "other_level", "other_object"])
def test_a_difference_that_the_law_makes_lowers_both_answers(difference: str) -> None:
    for model in models():
        there = model.probability(alike(**{difference: 1.0}))[0]
        assert there < model.probability(alike())[0]


def test_other_people_make_an_overlap_of_a_duplication() -> None:
    finding, duplication = models()
    other = alike(same_people=0.0, other_people=1.0)
    assert finding.probability(other)[0] > 0.5
    assert duplication.probability(other)[0] < duplication.probability(alike())[0]
