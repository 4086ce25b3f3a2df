from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_restruktur.loaders.tables.hierarchy import (
    by_codes,
    by_indent,
    by_levels,
    by_marks,
    by_order,
    level_of_post,
    level_of_unit,
    under_whole,
)
from strategies import examples, list_marks, unit_codes


def test_a_row_stands_under_the_nearest_higher_one_before_it() -> None:
    assert by_levels([0, 1, 3, 3, 1, 2, 0]) == [None, 0, 1, 1, 0, 4, None]


def test_a_row_of_unknown_level_stands_under_nothing_and_above_nothing() -> None:
    assert by_levels([0, None, 1]) == [None, None, 0]


def test_a_code_stands_under_the_longest_one_that_it_begins_with() -> None:
    assert by_codes(["1", "1.2", "1.2.3", "1.2.3.4.5", "1.10"]) == [None, 0, 1, 2, 0]
    assert by_codes(["1-02", "1.", "1/02/3."]) == [1, None, 0]


def test_zeros_at_the_end_of_codes_of_one_length_say_no_level() -> None:
    assert by_codes(["1.00.00", "1.01.00", "1.01.01", "1.02.00"]) == [None, 0, 1, 0]
    assert by_codes(["1", "1.0", "1.0.1"]) == [None, 0, 1]


@pytest.mark.parametrize(
    "codes",
    [
        ["1", "1.1", "1.1"],
        ["1", "2", "3"],
        ["1", "1.Bidang Air"],
        ["1", "1.1", "2", "3", "4", "5"],
        [],
    ],
)
def test_codes_that_are_no_tree_tell_nothing(codes: list[str]) -> None:
    assert by_codes(codes) is None


def test_a_cell_indented_further_stands_below() -> None:
    assert by_indent([0, 1, 2, 1], ["Dinas", "Bidang", "Seksi", "Bidang"]) == [None, 0, 1, 0]
    assert by_indent([0] * 4, ["Dinas", "  Bidang", "\u00a0 - Seksi", "  Bidang"]) == [
        None,
        0,
        1,
        0,
    ]


def test_a_list_whose_first_row_is_indented_is_none() -> None:
    assert by_indent([1, 0, 1], ["Bidang", "Dinas", "Bidang"]) is None
    assert by_indent([1, 1], ["Dinas", "Badan"]) is None


def test_a_first_mark_opens_a_list_below_and_the_next_one_goes_on_with_it() -> None:
    marks = ["I.", "A.", "1.", "2.", "B.", "II.", "A."]
    assert by_marks(marks) == [None, 0, 1, 1, 0, None, 5]


def test_a_letter_that_may_be_a_roman_number_is_read_as_its_list_goes_on() -> None:
    marks = ["A.", "B.", "C.", "1.", "D."]
    assert by_marks(marks) == [None, None, None, 2, None]
    marks = ["a.", *"bcdefgh", "i.", "1)", "j."]
    assert by_marks(marks) == [*[None] * 9, 8, None]


def test_a_letter_that_goes_on_with_no_list_of_letters_is_a_number_of_the_one_above() -> None:
    marks = ["I.", "A.", "II.", "A.", "III.", "A.", "IV.", "A.", "B.", "V.", "A."]
    assert by_marks(marks) == [None, 0, None, 2, None, 4, None, 6, 6, None, 9]


def test_a_roman_one_below_letters_opens_a_list() -> None:
    assert by_marks(["A.", "I.", "II.", "B.", "I."]) == [None, 0, 0, None, 3]


def test_a_list_may_begin_anew_on_its_level() -> None:
    assert by_marks(["A.", "1.", "2.", "A.", "1."]) == [None, 0, 0, None, 3]


def test_lists_below_a_row_without_a_mark_may_be_of_another_order() -> None:
    assert by_marks(["1.", "a.", "b.", "", "a.", "1.", "2."]) == [None, 0, 0, None, 3, 4, 4]


def test_a_list_that_leaves_a_number_out_goes_on() -> None:
    assert by_marks(["A.", "1.", "3.", "B."]) == [None, 0, 0, None]


def test_a_list_that_does_not_begin_with_its_first_mark_stands_below() -> None:
    assert by_marks(["A.", "2.", "3.", "B."]) == [None, 0, 0, None]


def test_a_row_without_a_mark_stands_above_all_lists() -> None:
    assert by_marks(["", " 1.", "2. ", "", "1."]) == [None, 0, 0, None, 3]


def test_marks_of_few_rows_or_of_one_list_tell_nothing() -> None:
    assert by_marks(["", "", "1.", ""]) is None
    assert by_marks(["1.", "2.", "3."]) is None


def test_kinds_of_units_tell_levels_where_most_are_known() -> None:
    names = ["Dinas Air", "Sekretariat", "Subbagian Umum", "Bidang Sungai", "Seksi Muara"]
    assert by_order(names, level_of_unit) == [None, 0, 1, 0, 3]
    kecamatan = ["Kecamatan Contoh", "Sekretariat", "Subbagian Umum", "Seksi Muara"]
    assert by_order(kecamatan, level_of_unit) == [None, 0, 1, 0]
    assert by_order(["Camat", "Sekretaris", "Kepala Seksi Muara"], level_of_post) == [None, 0, 0]
    assert by_order(["Dinas Air", "Air", "Sungai", "Bidang Pohon"], level_of_unit) is None
    assert by_order(["Bidang Sungai", "Bidang Pohon"], level_of_unit) is None


def test_what_a_list_names_beside_a_whole_stands_under_it() -> None:
    names = ["Dinas Air", "Bidang Sungai", "Seksi Muara", "Air", "Dinas Pohon", "Bidang Taman"]
    found = under_whole([None, None, 1, None, None, None], names, level_of_unit)
    assert found == [None, 0, 1, None, None, 4]


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("Kepala Dinas Air", "Sekretaris"),
        ("Sekretaris Daerah", "Asisten Umum"),
        ("Sekretaris", "Kepala Subbagian Umum"),
        ("Kepala Bagian Umum", "Kepala Sub Bagian Umum"),
        ("Inspektur", "Inspektur Pembantu I"),
        ("Kepala Ketahanan", "Analis Air"),
        ("Kepala Seksi Muara", "Analis Air"),
    ],
)
def test_heads_stand_in_the_order_of_their_titles(higher: str, lower: str) -> None:
    assert level_of_post(higher) < level_of_post(lower)


def is_forest(parents: Sequence[int | None]) -> bool:
    """Tell whether every row is under a root, going upwards."""
    for start in range(len(parents)):
        at: int | None = start
        for _ in parents:
            at = parents[at] if at is not None else None
        if at is not None:
            return False
    return True


@examples(100)
@given(st.lists(st.none() | st.floats(allow_nan=False), max_size=12))
def test_levels_always_give_a_forest(levels: list[float | None]) -> None:
    parents = by_levels(levels)
    assert len(parents) == len(levels)
    assert is_forest(parents)


@examples(200)
@given(st.lists(unit_codes(), max_size=10))
def test_codes_always_give_a_forest_or_nothing(codes: list[str]) -> None:
    parents = by_codes(codes)
    assert parents is None or (len(parents) == len(codes) and is_forest(parents))


@examples(200)
@given(st.lists(list_marks(), max_size=12))
def test_marks_always_give_a_forest_or_nothing(marks: list[str]) -> None:
    parents = by_marks(marks)
    assert parents is None or (len(parents) == len(marks) and is_forest(parents))
