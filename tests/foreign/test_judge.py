from foreign.judge import _compare, _spellings

WANTED = {
    "count": 2,
    "rows": [
        {"name": "Dinas Kesehatan", "parent": None, "also": ["Dinkes"]},
        {"name": "Bidang Gizi", "parent": "Dinas Kesehatan", "kind": ["bidang", "other"]},
        {"name": "Kota Teladan", "optional": True},
    ],
}
RIGHT = [
    {"name": "DINKES", "parent": None, "kind": "dinas"},
    {"name": "bidang  gizi", "parent": "DINKES", "kind": "bidang"},
]
SPELLINGS = _spellings(WANTED["rows"])


def test_rows_are_right_in_any_order_and_any_spelling_that_is_named() -> None:
    assert _compare("units", WANTED, RIGHT[::-1], SPELLINGS) == (2, [])


def test_an_optional_row_is_no_difference_when_it_is_there() -> None:
    found = [*RIGHT, {"name": "Kota Teladan", "parent": None}]
    assert _compare("units", WANTED, found, SPELLINGS) == (3, [])


def test_a_missing_a_wrong_and_an_unexpected_row_are_told_apart() -> None:
    wrong = [{"name": "Bidang Gizi", "parent": None, "kind": "bidang"}, {"name": "JUMLAH"}]
    right, lines = _compare("units", WANTED, wrong, SPELLINGS)
    assert right == 0
    assert [line.split(":")[0] for line in lines] == [
        "missing units",
        "wrong units",
        "unexpected units",
    ]


def test_of_a_sample_the_number_of_rows_is_compared() -> None:
    right, lines = _compare("units", WANTED | {"count": 5}, RIGHT, SPELLINGS)
    assert (right, len(lines)) == (2, 3)
