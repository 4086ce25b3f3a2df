import pytest

from asn_restruktur.loaders.tables.marks import is_marked, without_mark


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("A. Bidang Air", "Bidang Air"),
        ("VIII. Seksi Udara", "Seksi Udara"),
        ("1) menanam pohon", "menanam pohon"),
        ("(2) menanam pohon", "menanam pohon"),
        ("1.2.3. menanam pohon", "menanam pohon"),
        ("B.1. Seksi Udara", "Seksi Udara"),
        ("aa. menanam pohon", "menanam pohon"),
        ("...... Seksi Udara", "Seksi Udara"),
        ("- - Seksi Udara", "Seksi Udara"),
        ("• menanam\n  pohon", "menanam pohon"),
    ],
)
def test_the_mark_before_a_text_is_dropped(written: str, said: str) -> None:
    assert without_mark(written) == said


@pytest.mark.parametrize(
    "name", ["Seksi Udara", "UPT. Taman", "Dra. Sri", "2024 rencana", "K3 dan Lingkungan", "A"]
)
def test_the_first_word_of_a_name_is_no_mark(name: str) -> None:
    assert without_mark(name) == name


@pytest.mark.parametrize("text", ["a. menanam", "1) menanam", "(b) menanam", "• menanam", "IV. x"])
def test_a_text_behind_a_mark_is_marked(text: str) -> None:
    assert is_marked(text)


@pytest.mark.parametrize("text", ["menanam pohon", "a.", "dan. menanam", "2024 rencana"])
def test_a_mark_alone_or_a_word_is_not_marked(text: str) -> None:
    assert not is_marked(text)
