from dataclasses import replace

from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables.block import Block, read_block
from asn_restruktur.loaders.tables.context import Context
from asn_restruktur.loaders.tables.regions import Stated, regions
from asn_restruktur.loaders.understood import LeftOut
from asn_restruktur.rules import DIGITS_LOST, UNKNOWN_COLUMN, UNRECOGNISED
from asn_restruktur.vocabulary import TableName
from made_sheets import region, sheet

POSTS = "No|Nama Jabatan|Kelas|Kebutuhan|Warna"
ROWS = ("1|Bidan|7|3|biru", "2|Perawat|7|4|biru")
HERE = Context(path=("Dinas Air",), source="title")


def read(page: Sheet, stated: Stated | None = None) -> tuple[Block, Context]:
    return read_block(page, replace(region(page), stated=stated), HERE)


def column(found: Block, table: TableName, name: str) -> list[object]:
    return [value for one in found.tables if one.name == table for value in one.frame[name]]


def test_a_section_row_changes_the_unit_of_the_rows_below_it() -> None:
    found, end = read(sheet(POSTS, ROWS[0], "B.|BIDANG SUNGAI|||", ROWS[1]))
    assert column(found, TableName.POSITIONS, "unit_id") == [
        "Dinas Air",
        "Dinas Air › BIDANG SUNGAI",  # noqa: RUF001  # the sign between names
    ]
    assert found.part.left_rows[LeftOut.SECTION_ROW] == (3,)
    assert end.path == ("Dinas Air", "BIDANG SUNGAI")


def test_a_section_at_the_end_holds_on_the_next_page() -> None:
    _, end = read(sheet(POSTS, *ROWS, "B.|BIDANG SUNGAI|||"))
    assert end.path == ("Dinas Air", "BIDANG SUNGAI")


def test_every_row_read_is_kept_or_left_out_for_a_reason() -> None:
    found, _ = read(sheet("DINAS AIR||||", POSTS, "1|2|3|4|5", *ROWS, "|JUMLAH||7|"))
    part = found.part
    assert (part.read, part.kept, part.rows) == (4, 2, 2)
    assert part.left_out == {LeftOut.NUMBER_ROW: 1, LeftOut.TOTAL_ROW: 1}
    assert part.left_rows == {LeftOut.NUMBER_ROW: (3,), LeftOut.TOTAL_ROW: (6,)}
    assert part.body == (3, 0)


def test_the_part_says_what_each_column_was_taken_for() -> None:
    found, _ = read(sheet(POSTS, *ROWS))
    assert found.part.heading == "A1:E1"
    assert [(one.at, one.field, one.is_needless) for one in found.part.columns] == [
        ("A", "", True),
        ("B", "title", False),
        ("C", "class", False),
        ("D", "need", False),
        ("E", "", False),
    ]
    assert (found.part.unit, found.part.unit_source) == (("Dinas Air",), "title")
    sample = found.part.sample[0]
    assert [sample[name] for name in ("title", "class", "need")] == ["Bidan", "7", "3"]


def test_the_columns_of_a_text_are_numbered() -> None:
    found, _ = read(sheet(POSTS, *ROWS, name=""))
    assert found.part.heading == "1"
    assert [one.at for one in found.part.columns] == ["1", "2", "3", "4", "5"]


def test_a_heading_that_means_nothing_and_rows_left_out_are_told_with_their_cells() -> None:
    found, _ = read(sheet(POSTS, *ROWS, "|JUMLAH||7|"))
    assert [(one.rule, [place.cell for place in one.places]) for one in found.findings] == [
        (UNKNOWN_COLUMN, ["E1"]),
        (UNRECOGNISED, ["A4"]),
    ]


def test_what_a_mapping_says_of_all_rows_fills_those_that_say_nothing_themselves() -> None:
    stated = Stated(constants={"class": "9", "eselon": "IV.a"})
    found, _ = read(sheet(POSTS, ROWS[0], "2|Perawat||4|biru"), stated)
    assert column(found, TableName.POSITIONS, "class") == [7, "9"]
    assert column(found, TableName.POSITIONS, "eselon") == ["IV.a", "IV.a"]
    assert found.part.is_stated


def test_rows_that_a_mapping_sets_aside_are_counted() -> None:
    found, _ = read(sheet(POSTS, *ROWS), Stated(aside=frozenset({1})))
    assert found.part.left_out == {LeftOut.SET_ASIDE: 1}
    assert column(found, TableName.POSITIONS, "title") == ["Perawat"]


def test_what_a_mapping_says_keeps_the_places_of_names_in_their_columns() -> None:
    page = sheet(
        "Unit Organisasi||Jenis", "Dinas Air||dinas", "|Bidang Sungai|bidang", merges=("A1:B1",)
    )
    found, _ = read(page, Stated(constants={"type": "A"}))
    assert found.part.hierarchy == "levels"


def test_the_heading_of_a_further_page_is_a_row_left_out() -> None:
    page = sheet(POSTS, *ROWS, POSTS, ("3", "Juru", 7.0, 1, "biru"))
    _, second = regions(page, "Data")
    found, _ = read_block(page, second, HERE)
    assert found.part.is_continued
    assert found.part.left_rows == {LeftOut.HEADING_ROW: (4,)}
    assert found.part.sample[0]["class"] == "7"


def test_numbers_whose_digits_are_lost_are_told() -> None:
    found, _ = read(sheet("Nama|NIP|Gol", ("Agus Contoh", 1.99001012015031e17, "III/a")))
    assert [one.rule for one in found.findings] == [DIGITS_LOST]


def test_the_part_says_what_holds_for_all_its_rows() -> None:
    here = Context(path=("Dinas Air",), position="Bidan", values={"year": "2026"})
    page = sheet(POSTS, *ROWS)
    stated = Stated(only={"Warna": ("biru",)})
    found, _ = read_block(page, replace(region(page), stated=stated), here)
    assert (found.part.position, found.part.said) == ("Bidan", {"year": "2026"})
    assert found.part.only == {"Warna": ("biru",)}


def test_rows_without_a_rating_are_left_out_and_counted() -> None:
    rows = ("198802102011011006|Baik", "199104252015032004|belum dinilai")
    found, _ = read(sheet("NIP|Predikat Kinerja|Periode", *(f"{row}|2025" for row in rows)))
    assert found.part.left_rows[LeftOut.SILENT_ROW] == (3,)
    assert (found.part.read, found.part.kept, found.part.rows) == (2, 1, 1)


def test_the_marks_of_a_matrix_are_links_and_its_diagonal_is_none() -> None:
    page = sheet(
        "OPD|Dinas Air|Dinas Pohon", "Dinas Air|x|v", "Dinas Pohon|hutan kota|-", name="Koordinasi"
    )
    blocks = [read_block(page, one, HERE)[0] for one in regions(page, "Koordinasi")]
    pairs = [
        (row["from_unit"], row["to_unit"], row["topic"])
        for found in blocks
        for table in found.tables
        for row in table.frame.to_dict("records")
    ]
    assert pairs == [
        ("Dinas Pohon", "Dinas Air", "hutan kota"),
        ("Dinas Air", "Dinas Pohon", None),
    ]
    assert [column.heading for found in blocks for column in found.part.columns] == [
        "OPD", "Dinas Air", "OPD", "Dinas Pohon",
    ]  # fmt: skip
