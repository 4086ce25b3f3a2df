"""Is a stranger's text harmless in a terminal and in a spreadsheet?"""

import pytest

from asn_restruktur.reporters.foreign_text import inert, one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Dinas Kesehatan", "Dinas Kesehatan"),
        ("a\x00b\x1b[31mc\x7f", "a␀b␛[31mc␡"),
        ("baris satu\nbaris dua\tkolom", "baris satu\nbaris dua\tkolom"),
        ("abc\u202edef\u2066\ud800", "abc�def��"),
    ],
)
def test_control_characters_become_pictures(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_name_with_line_breaks_stays_on_one_line() -> None:
    assert one_line("  Dinas\n\t Kesehatan\r\n::error::x ") == "Dinas Kesehatan ::error::x"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+62 HYPERLINK()", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\tnama", "\uff1dcmd", " =1+1"],
)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(text: str) -> None:
    assert inert(text)[0] == "'"
    assert inert(text).replace("'", "") == text


def test_a_formula_after_a_separator_of_the_locale_is_kept_inert_too() -> None:
    assert inert('bagian a;=HYPERLINK("http://x")') == 'bagian a;\'=HYPERLINK("http://x")'


@pytest.mark.parametrize("text", ["", "-2", "+3,5", "-1.250", "a=b", "dinas; badan", "k1;k2"])
def test_numbers_and_ordinary_text_stay(text: str) -> None:
    assert inert(text) == text
