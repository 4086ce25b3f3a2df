"""Which words does a statement consist of, and where does each stand in the text?"""

import pytest

from asn_restruktur.language.tokens import tokens


def words(text: str) -> str:
    return " ".join(token.word for token in tokens(text))


@pytest.mark.parametrize(
    "text",
    [
        "a. pengujian air sungai",
        "(b) pengujian air sungai",
        "10) pengujian air sungai",
        "iv. pengujian air sungai",
        "- pengujian air sungai",
        "\u2022 pengujian air sungai",
        "a.pengujian air sungai",
        "(3)pengujian air sungai",
    ],
)
def test_mark_of_a_list_item_is_no_word(text: str) -> None:
    assert words(text) == "pengujian air sungai"


@pytest.mark.parametrize("text", ["3R di pasar", "1.500 pohon pelindung", "B3 rumah tangga"])
def test_number_or_abbreviation_in_front_is_no_list_mark(text: str) -> None:
    assert words(text) == text.lower()


@pytest.mark.parametrize("end", [";", "; dan", "; dan/atau", "; serta", ".", " ;", "; DAN"])
def test_what_joins_list_items_is_cut_behind(end: str) -> None:
    assert words(f"pengujian air sungai{end}") == "pengujian air sungai"


def test_a_joining_word_inside_stays() -> None:
    assert words("pengujian air; dan pemulihan sungai") == "pengujian air ; dan pemulihan sungai"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pembinaan diwilayah binaan", "pembinaan di wilayah binaan"),
        ("penataan dipasar induk", "penataan di pasar induk"),
        ("pengiriman kesekolah dasar", "pengiriman ke sekolah dasar"),
    ],
)
def test_preposition_glued_to_a_place_is_parted(text: str, expected: str) -> None:
    assert words(text) == expected


@pytest.mark.parametrize("word", ["dikelola", "kebersihan", "disabilitas", "kesenian"])
def test_word_that_only_begins_like_a_preposition_stays_whole(word: str) -> None:
    assert words(word) == word


def test_tripled_letter_is_a_doubled_one() -> None:
    assert words("pemeliharaaan taman") == "pemeliharaan taman"


def test_doubled_letter_is_left() -> None:
    assert words("pemeliharaan saat banjir") == "pemeliharaan saat banjir"


def test_known_misspelling_is_mended() -> None:
    assert words("adminsitrasi kependudukan") == "administrasi kependudukan"


def test_plural_by_doubling_is_one_word_and_another_hyphen_is_kept() -> None:
    assert words("pasar-pasar rakyat") == "pasar rakyat"
    assert words("surat-menyurat") == "surat-menyurat"


def test_choice_with_a_slash_is_two_words_and_a_fraction_one() -> None:
    assert words("pengadaan barang/jasa") == "pengadaan barang jasa"
    assert words("lajur 1/2") == "lajur 1/2"


def test_separators_are_kept() -> None:
    assert words("taman (kota, hutan): trotoar") == "taman ( kota , hutan ) : trotoar"


def test_every_span_is_that_of_the_text_as_written() -> None:
    text = "b. Pemeliharaaan  taman diwilayah  KOTA; dan"
    written = [text[token.start : token.end] for token in tokens(text)]
    assert written == ["Pemeliharaaan", "taman", "diwilayah", "diwilayah", "KOTA"]


def test_capitals_mark_a_word_only_where_not_all_are_capitals() -> None:
    mixed = {token.word: token.is_capital for token in tokens("pembinaan PKL di pasar")}
    assert mixed == {"pembinaan": False, "pkl": True, "di": False, "pasar": False}
    assert not any(token.is_capital for token in tokens("PEMBINAAN PKL DI PASAR"))


@pytest.mark.parametrize("text", ["", "  ", ";", "a. ", "\u2014", "; dan"])
def test_text_without_words_has_none(text: str) -> None:
    assert [
        token.word for token in tokens(text) if token.word.isalnum() and token.word != "a"
    ] == []
