import datetime as dt

import pytest

from asn_restruktur.organisation import scalars

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1.234,50", 1234.5),
        ("1,234.50", 1234.5),
        ("1.234", 1234.0),
        ("1.234.567", 1234567.0),
        ("1,234,567", 1234567.0),
        ("1,5", 1.5),
        ("12.5", 12.5),
        ("0.125", 0.125),
        ("-3", -3.0),
        (" 7 ", 7.0),
        ("1 250", 1250.0),
        (",5", 0.5),
        (12, 12.0),
        (2.5, 2.5),
        ("12 orang", 12.0),
        ("3 org.", 3.0),
        ("1.250 Pegawai", 1250.0),
        ("-", None),
        ("n/a", None),
        ("", None),
    ],
)
def test_a_number_is_read_the_indonesian_and_the_english_way(
    written: object, meant: float | None
) -> None:
    assert scalars.number(written) == meant


@pytest.mark.parametrize(
    "written",
    ["dua", "1.2.3", "1,2,3", "12 dokumen", "Rp 5", "5%", "orang", "1.23.456", "inf", "²"],
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        scalars.number(written)


@pytest.mark.parametrize("written", ["ya", "Ya", "x", "1", 1, True, "✓", "TRUE"])
def test_yes_is_yes(written: object) -> None:
    assert scalars.flag(written) is True


@pytest.mark.parametrize("written", ["tidak", "T", "0", 0, False, "no"])
def test_no_is_no(written: object) -> None:
    assert scalars.flag(written) is False


def test_perhaps_is_neither_yes_nor_no() -> None:
    with pytest.raises(ValueError, match="mungkin"):
        scalars.flag("mungkin")


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (f"  Dinas{NBSP}Kesehatan\n ", "Dinas Kesehatan"),
        ("Dinas\u200b Kesehatan\ufeff", "Dinas Kesehatan"),
        ("cafe\u0301", "café"),
        (1.0, "1"),
        (1.02, "1.02"),
        (True, "true"),
        (dt.datetime(2026, 1, 31, tzinfo=dt.UTC), "2026-01-31"),
        ("-", ""),
        ("\u2013", ""),
        ("a\ud800b", "a\ufffdb"),
    ],
)
def test_a_text_is_cleaned(written: object, text: str) -> None:
    assert scalars.text(written) == text


def test_the_apostrophe_before_a_code_goes() -> None:
    assert scalars.identifier("'198501012010011001") == "198501012010011001"


@pytest.mark.parametrize(
    "dirty", ["a  b", " a", "a ", "'1", "a\u00a0b", "-", "#REF!", "a\x1fb", "é", 1]
)
def test_values_are_clean_only_when_cleaning_changes_none(dirty: object) -> None:
    assert scalars.are_clean(["Dinas Kesehatan", "1.02"])
    assert not scalars.are_clean(["Dinas Kesehatan", dirty, "1.02"])
