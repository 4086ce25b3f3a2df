"""What is the stem of a word, where a stem does not blur what it means?"""

import pytest

from asn_restruktur.language.stems import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pemeliharaan", "memelihara"),
        ("pengawasan", "mengawasi"),
        ("pemangkasan", "memangkas"),
        ("pelatihan", "melatih"),
        ("peternakan", "peternak"),
    ],
)
def test_forms_of_one_verb_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("penyakit", "sakit"),
        ("perumahan", "rumah"),
        ("keuangan", "uang"),
        ("pangan", "pang"),
        ("kebakaran", "bakar"),
    ],
)
def test_word_whose_stem_is_another_thing_stays(word: str, other: str) -> None:
    assert stem(word) == word
    assert stem(word) != stem(other)


def test_shipped_stem_holds_where_the_stemmer_errs() -> None:
    assert stem("ketatausahaan") == "tatausaha"


@pytest.mark.parametrize("word", ["padi", "3r", "b3", "barang/jasa", "covid-19"])
def test_short_word_and_word_with_signs_is_its_own_stem(word: str) -> None:
    assert stem(word) == word
