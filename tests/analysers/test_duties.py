"""Do the rows of duties hold what their clauses say?"""

import numpy as np
import pandas as pd
import pytest

from asn_restruktur.analysers.duties import LEVELS, Duties, duties, size
from asn_restruktur.analysers.ties import RELATED
from asn_restruktur.language.lexicon_files import Entry, lexicon
from asn_restruktur.language.readings import read

MAKES_POLICY, SUPERVISES, CARRIES_OUT = range(len(LEVELS))


def laid_out(*texts: str, entries: tuple[Entry, ...] = ()) -> Duties:
    return duties(read(pd.Series(texts, dtype="str"), lexicon(entries)))


def test_each_duty_of_a_text_is_a_row_of_that_text() -> None:
    rows = laid_out("pembangunan jalan serta penertiban reklame", "pengujian air sungai")
    assert rows.said["all"].shape[0] == 3
    assert list(rows.texts.of_clause) == [0, 0, 1]


def test_shares_of_the_duties_of_a_text_make_up_the_whole() -> None:
    share = laid_out("pembangunan jalan serta penertiban reklame", "pengujian air sungai").share
    assert share[0] + share[1] == pytest.approx(1.0)
    assert 0 < share[0] < 1
    assert share[2] == pytest.approx(1.0)


def test_rows_to_find_candidates_by_have_unit_length() -> None:
    rows = laid_out("pemeliharaan taman kota", "pelatihan menjahit bagi penyandang disabilitas")
    squares = rows.features.multiply(rows.features).sum(axis=1)
    assert np.allclose(squares, 1.0)


def test_those_who_are_served_are_the_object_where_nothing_else_is() -> None:
    people_only = laid_out("pelatihan bagi penyandang disabilitas")
    both = laid_out("pelatihan menjahit bagi penyandang disabilitas")
    assert size(people_only.said["object"])[0] > 0
    assert size(people_only.said["people"])[0] == 0
    assert size(both.said["people"])[0] > 0


def test_a_wider_concept_is_reached_less_than_one_that_is_said() -> None:
    narrower = (Entry("kolam retensi", "bangunan air", "narrower", "pupr"),)
    rows = laid_out("pembangunan kolam retensi", "pembangunan bangunan air", entries=narrower)
    said, reached = rows.said["object"], rows.reached["object"]
    reached_of_other = np.asarray(said[[1]].multiply(reached[[0]]).sum(axis=1)) / size(said)[1]
    assert 0 < reached_of_other[0] <= RELATED
    unrelated = laid_out("pembangunan kolam retensi", "pembangunan bangunan air")
    said, reached = unrelated.said["object"], unrelated.reached["object"]
    assert said[[1]].multiply(reached[[0]]).sum() < reached_of_other[0] * size(said)[1]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("perumusan kebijakan pengelolaan sampah", MAKES_POLICY),
        ("pengawasan pengelolaan sampah", SUPERVISES),
        ("pengangkutan sampah", CARRIES_OUT),
    ],
)
def test_a_duty_stands_at_the_level_of_its_acts(text: str, level: int) -> None:
    (levels,) = laid_out(text).levels
    assert list(np.flatnonzero(levels)) == [level]


def test_whoever_arranges_the_acts_of_others_coordinates() -> None:
    rows = laid_out("pengoordinasian pengelolaan sampah", "pengelolaan sampah")
    assert list(rows.coordinates) == [True, False]


def test_whoever_prepares_material_only_prepares() -> None:
    rows = laid_out("penyiapan bahan penertiban reklame", "penertiban reklame")
    assert list(rows.prepares) == [True, False]


def test_a_close_sense_is_near_and_not_the_same() -> None:
    rows = laid_out("pemeliharaan taman", "pengelolaan taman")
    assert rows.senses[[0]].multiply(rows.senses[[1]]).sum() == 0
    assert rows.near_senses[[0]].multiply(rows.senses[[1]]).sum() > 0


def test_nothing_said_gives_no_row() -> None:
    rows = laid_out("membagi tugas kepada bawahan")
    assert rows.said["all"].shape[0] == 0
    assert rows.levels.shape == (0, len(LEVELS))
