"""Does each measure of likeness say what its name says?"""

import numpy as np
import pandas as pd
import pytest

from asn_restruktur.analysers.duties import duties
from asn_restruktur.analysers.likeness import FEATURES, compare
from asn_restruktur.language.lexicon_files import lexicon
from asn_restruktur.language.readings import read

SEWING = "pelatihan menjahit"
PAIRS = [
    ("pemeliharaan taman kota", "perawatan taman kota"),
    (f"{SEWING} bagi penyandang disabilitas", f"{SEWING} bagi calon transmigran"),
    ("perumusan kebijakan sampah", "pengawasan pengangkutan sampah"),
    ("pengoordinasian pengujian air", "pengujian air sungai"),
    ("pembibitan ternak", "penertiban reklame"),
]


def measured(left: str, right: str) -> dict[str, float]:
    """Compare the only duties of two texts."""
    laid_out = duties(read(pd.Series([left, right], dtype="str"), lexicon()))
    assert laid_out.said["all"].shape[0] == 2
    row = compare(laid_out, np.array([0]), np.array([1])).iloc[0]
    return {name: float(row[name]) for name in FEATURES}


def both(left: str, right: str) -> pd.DataFrame:
    """Compare two texts both ways."""
    laid_out = duties(read(pd.Series([left, right], dtype="str"), lexicon()))
    return compare(laid_out, np.array([0, 1]), np.array([1, 0]))


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_each_measure_is_a_share_and_does_not_ask_who_stands_first(left: str, right: str) -> None:
    found = both(left, right)
    assert list(found.columns) == list(FEATURES)
    assert found.to_numpy().min() >= 0
    assert found.to_numpy().max() <= 1 + 1e-9
    assert np.allclose(found.iloc[0], found.iloc[1])


def test_the_same_thing_in_other_words_is_covered_wholly() -> None:
    found = measured("pemeliharaan taman kota", "perawatan taman kota")
    for name in ("object_least", "object_exact", "all_least", "same_act", "same_group"):
        assert found[name] == pytest.approx(1.0), name
    for name in ("near_act", "other_object", "apart", "siblings"):
        assert found[name] == 0, name


def test_things_without_a_common_word_share_nothing() -> None:
    found = measured("pembibitan ternak", "penertiban reklame")
    for name in ("object_most", "all_most", "same_act", "near_act", "evidence", "same_service"):
        assert found[name] == 0, name
    assert found["other_object"] == pytest.approx(1.0)


def test_a_part_is_covered_by_the_whole_and_not_the_other_way() -> None:
    found = measured("pemeliharaan taman kota", "pemeliharaan taman kota dan drainase jalan")
    assert found["object_most"] == pytest.approx(1.0)
    assert found["object_least"] < 0.8


def test_a_close_act_is_near_and_not_the_same() -> None:
    found = measured("pemeliharaan taman kota", "pengelolaan taman kota")
    assert (found["same_act"], found["near_act"]) == (0, 1)


@pytest.mark.parametrize(
    ("right", "same", "other"),
    [("penyandang disabilitas", 1.0, 0.0), ("calon transmigran", 0.0, 1.0)],
)
def test_people_count_for_or_against(right: str, same: float, other: float) -> None:
    found = measured(f"{SEWING} bagi penyandang disabilitas", f"pelatihan bordir bagi {right}")
    assert found["same_people"] == pytest.approx(same)
    assert found["other_people"] == pytest.approx(other)


def test_people_named_by_one_side_alone_count_neither_way() -> None:
    found = measured(f"{SEWING} bagi penyandang disabilitas", SEWING)
    assert found["same_people"] == found["other_people"] == 0


def test_one_who_coordinates_and_one_who_does_are_told_apart() -> None:
    doing = "pengelolaan sampah"
    assert measured(f"pengoordinasian {doing}", doing)["one_coordinates"] == 1
    both_do = measured(f"pengoordinasian {doing}", f"pengoordinasian {doing} rumah tangga")
    assert both_do["one_coordinates"] == 0


def test_policy_and_supervision_are_other_levels() -> None:
    supervision = "pengawasan pengelolaan sampah"
    assert measured("perumusan kebijakan pengelolaan sampah", supervision)["other_level"] == 1
    assert measured("pemantauan pengelolaan sampah", supervision)["other_level"] == 0


def test_what_only_looks_alike_stands_apart() -> None:
    assert measured("pengolahan air limbah domestik", "pengelolaan air limbah industri")["apart"]
    assert not measured("pengolahan air limbah domestik", "pengelolaan air limbah")["apart"]


def test_two_kinds_of_one_thing_are_siblings_and_in_no_common_field() -> None:
    found = measured("pembangunan sekolah dasar", "pembangunan sekolah menengah pertama")
    assert found["siblings"] == 1
    assert found["same_service"] == 0


def test_more_that_is_shared_is_more_evidence() -> None:
    little = measured("pemeliharaan jalan", "perawatan jalan")["evidence"]
    much = measured(
        "pemeliharaan jalan, jembatan, dan drainase", "perawatan jalan, jembatan, dan drainase"
    )["evidence"]
    assert 0 < little < much <= 1
