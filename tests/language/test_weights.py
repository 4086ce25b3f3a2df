"""How much does a word or concept tell of what a statement is about?"""

import pytest

from asn_restruktur.language.weights import FORM, SUBJECT, UNKNOWN, weight


def test_word_that_nobody_knows_tells_most() -> None:
    assert weight("zwirkelbahn") == UNKNOWN


@pytest.mark.parametrize("word", ["sistem", "informasi", "profil", "kota", "daerah", "mutu"])
def test_word_for_a_form_of_work_tells_little(word: str) -> None:
    assert weight(word) <= FORM


@pytest.mark.parametrize("word", ["sampah", "kesehatan", "jalan", "sekolah", "anak"])
def test_word_for_a_subject_never_tells_little(word: str) -> None:
    assert SUBJECT <= weight(word) <= UNKNOWN


def test_rare_word_tells_more_than_a_common_one() -> None:
    assert weight("trotoar") > weight("masyarakat")


def test_concept_weighs_as_much_as_its_most_telling_word() -> None:
    assert weight("sistem informasi kesehatan") == weight("kesehatan")
    assert weight("profil daerah") <= FORM


def test_form_of_a_word_changes_no_weight() -> None:
    assert weight("pemangkasan") == weight("pangkas")
