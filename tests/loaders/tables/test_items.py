import pytest

from asn_restruktur.loaders.tables.items import items_of, joined, listed


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("menanam pohon\ndi tepi sungai", ["menanam pohon di tepi sungai"]),
        ("menanam;\nmengukur; dan\nmencatat.", ["menanam;", "mengukur; dan", "mencatat."]),
        ("- menanam\n- mengukur", ["menanam", "mengukur"]),
        ("Meliputi:\n1. menanam\n2. mengukur", ["Meliputi: 1. menanam 2. mengukur"]),
        ("a. menanam\nmengukur", ["a. menanam mengukur"]),
    ],
)
def test_the_lines_of_a_list_are_told_from_a_text_that_is_wrapped(
    cell: str, items: list[str]
) -> None:
    assert listed(cell) == items


def test_a_list_may_run_on_in_one_line() -> None:
    line = "a. menanam pohon; b. mengukur air, dan c. mencatat;"
    assert joined(line, "function") == ("menanam pohon", "mengukur air", "mencatat")
    assert joined("1) menanam; 2) mengukur", "detail") == ("menanam", "mengukur")
    assert items_of(joined(line, "function"), "function") == joined(line, "function")


@pytest.mark.parametrize(
    "line",
    ["menanam; b. mengukur", "a. menanam; c. mengukur", "a. menanam pohon", "a. satu\nb. dua"],
)
def test_marks_that_do_not_follow_each_other_are_no_list_in_one_line(line: str) -> None:
    assert joined(line, "function") == line


def test_a_list_in_one_line_of_other_fields_stays_one() -> None:
    assert joined("a. satu; b. dua", "name") == "a. satu; b. dua"


def test_partners_stand_one_a_line_and_a_wrapped_name_is_one() -> None:
    assert items_of("Dinas Air\nSatpol PP", "to_unit") == ["Dinas Air", "Satpol PP"]
    assert items_of("Dinas Air; Badan Pohon;", "to_unit") == ["Dinas Air", "Badan Pohon"]
    assert items_of("Dinas Air\ndan Batu", "to_unit") == ["Dinas Air dan Batu"]
    assert items_of("Dinas Air\nDinas Batu", "topic") == ["Dinas Air Dinas Batu"]
