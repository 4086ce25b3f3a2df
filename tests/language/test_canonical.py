import pytest

from asn_restruktur.language.canonical import canonical
from asn_restruktur.language.lexicon_files import lexicon


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "pemberian makanan tambahan bagi balita",
            "memberikan PMT kepada anak di bawah lima tahun",
        ),
        ("a. pemeliharaan pagar kantor lama;", "Memelihara pagar kantor lama; dan"),
        ("pelaksanaan pengujian kendaraan bermotor", "pengujian kendaraan bermotor"),
        ("pembinaan atlet dan pelatih", "pembinaan pelatih serta atlet"),
    ],
)
def test_the_same_in_other_words_has_one_form(one: str, other: str) -> None:
    assert canonical(one, lexicon()) == canonical(other, lexicon())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("pembinaan kurikulum sekolah dasar", "pembinaan kurikulum sekolah menengah pertama"),
        ("pembangunan jalan", "pemeliharaan jalan"),
        ("pengendalian penyakit menular", "pengendalian penyakit tidak menular"),
        (
            "penyusunan indeks kualitas lingkungan hidup",
            "penyusunan status lingkungan hidup daerah",
        ),
    ],
)
def test_another_thing_or_action_has_another_form(one: str, other: str) -> None:
    assert canonical(one, lexicon()) != canonical(other, lexicon())


def test_a_text_that_says_nothing_has_no_form() -> None:
    assert canonical("dan, serta;", lexicon()) == ()
