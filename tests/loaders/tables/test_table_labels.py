from asn_restruktur.loaders.tables.labels import Cells, labels
from made_sheets import grid, merge


def parts(*rows: str, merges: tuple[str, ...] = ()) -> dict[int, tuple[str, ...]]:
    cells = grid(*rows)
    merged = [merge(*one.split(":")) for one in merges]
    width = range(len(cells[0]))
    found = labels(Cells(cells, merged), 0, len(cells) - 1, width)
    return {label.at: label.parts for label in found}


def test_a_merged_group_heading_reaches_over_its_columns() -> None:
    assert parts("No|Pegawai||Kelas", "|Ada|Perlu|", merges=("B1:C1", "A1:A2", "D1:D2")) == {
        0: ("No",),
        1: ("Pegawai", "Ada"),
        2: ("Pegawai", "Perlu"),
        3: ("Kelas",),
    }


def test_a_group_heading_that_was_not_merged_reaches_over_the_empty_cells_beside_it() -> None:
    assert parts("No|Pegawai||Kelas", "|Ada|Perlu|") == {
        0: ("No",),
        1: ("Pegawai", "Ada"),
        2: ("Pegawai", "Perlu"),
        3: ("Kelas",),
    }


def test_a_heading_without_parts_below_it_is_no_group() -> None:
    assert parts("Nama|", "|Kelas")[1] == ("Kelas",)


def test_a_heading_over_most_of_the_table_is_a_title() -> None:
    found = parts("Formasi Tahun Ini||||", "No|Nama|Ada|Perlu|Kelas", merges=("A1:E1",))
    assert found[1] == ("Nama",)


def test_a_column_hidden_below_a_merged_heading_has_no_label() -> None:
    assert parts("No|Nama||Kelas", merges=("B1:C1",)) == {0: ("No",), 1: ("Nama",), 3: ("Kelas",)}


def test_the_same_words_in_two_rows_of_a_heading_count_once() -> None:
    assert parts("Nama|Kelas", "Nama|(angka)") == {0: ("Nama",), 1: ("Kelas", "(angka)")}


def test_a_cell_merged_far_down_is_no_heading_of_that_depth() -> None:
    cells = Cells(grid(*["Nama|Kelas"] * 8), [merge("A1", "A8"), merge("B1", "B2")])
    assert cells.reach(0, range(2)) == 1
    assert cells.hangs(1, range(2))
    assert not cells.hangs(1, range(1))


def test_a_label_shows_its_parts_from_the_top_down_on_one_line() -> None:
    (label,) = labels(Cells(grid(("Pangkat\nTerakhir",), ("Gol",)), []), 0, 1, range(1))
    assert label.text == "Pangkat Terakhir \u203a Gol"


def test_beside_merged_groups_an_empty_cell_belongs_to_none() -> None:
    found = parts("Pegawai||Pejabat|", "Ada|Perlu|Nama|Kelas", merges=("A1:B1",))
    assert found[3] == ("Kelas",)


def test_a_heading_repeated_over_three_columns_of_a_small_table_is_a_group() -> None:
    found = parts("Pegawai|||", "Ada|Perlu|Kosong|Kelas", merges=("A1:C1",))
    assert found[0] == ("Pegawai", "Ada")


def test_a_merged_cell_below_the_rows_looked_at_is_no_part_of_them() -> None:
    cells = Cells(grid("Nama|Kelas"), [merge("A5", "A6")])
    assert cells.reach(4, range(2)) == 4


def test_a_column_with_nothing_below_a_group_has_no_label() -> None:
    assert 1 not in parts("Pegawai|||Kelas", "Ada||Perlu|")
