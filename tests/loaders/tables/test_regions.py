from dataclasses import replace

from asn_restruktur.loaders.tables.regions import Region, regions, stacked
from made_sheets import sheet

UNITS = "Kode Unit|Nama Unit|Kode Induk"
POSTS = "No|Nama Jabatan|Kelas|Kebutuhan"


def found(*rows: str, merges: tuple[str, ...] = ()) -> tuple[Region, ...]:
    page = sheet(*rows, merges=merges)
    return regions(page, page.origin.sheet)


def shown(*rows: str) -> list[tuple[str, range, range, bool]]:
    return [(one.heading.form.name, one.titles, one.body, one.is_repeat) for one in found(*rows)]


def test_a_sheet_without_a_known_heading_holds_no_table() -> None:
    assert found("Warna|Rasa", "biru|asin") == ()
    assert found() == ()


def test_what_stands_above_the_heading_is_its_titles() -> None:
    rows = ("DINAS AIR|||", "|||", POSTS, "1|Bidan|7|3")
    assert shown(*rows) == [("positions", range(2), range(3, 4), False)]


def test_a_heading_on_every_page_repeats_the_first_one() -> None:
    rows = (POSTS, "1|Bidan|7|3", "2|Perawat|7|3", "Halaman 2|||", POSTS, "3|Analis|7|1")
    assert shown(*rows) == [
        ("positions", range(0), range(1, 3), False),
        ("positions", range(3, 4), range(5, 6), True),
    ]


def test_a_sheet_may_end_within_a_heading_that_repeats_the_first_one() -> None:
    top = ("No|Nama Jabatan|Jumlah|", "||Kebutuhan|Terisi")
    rows = sheet(*top, "1|Bidan|3|2", top[0]).rows
    first = replace(found(*top, "1|Bidan|3|2")[0].heading, row=0, last_row=1)
    pages = [*stacked(rows, first, range(4), range(2, 4), 0)]
    assert [(one.heading.last_row, one.body) for one in pages] == [
        (1, range(2, 3)),
        (3, range(4, 4)),
    ]


def test_another_table_below_is_a_table_of_its_own() -> None:
    rows = ("Kode Unit|Nama Unit|Kode Induk|", "1|Dinas Air||", "2|Bidang Sungai|1|", "|||")
    below = (POSTS, "1|Bidan|7|3")
    assert shown(*rows, *below) == [
        ("units", range(0), range(1, 3), False),
        ("positions", range(3, 4), range(5, 6), False),
    ]


def test_a_smaller_table_above_the_one_that_says_most_is_found_too() -> None:
    rows = ("Kode Unit|Nama Unit||||", "1|Dinas Air||||", "2|Bidang Sungai||||", "|||||")
    below = ("Kode Jabatan|Nama Jabatan|Kelas|Kebutuhan|Terisi|Eselon", "1|Bidan|7|3|2|-")
    assert [name for name, *_ in shown(*rows, *below)] == ["units", "positions"]


def test_tables_side_by_side_are_told_by_the_empty_column_between_them() -> None:
    rows = (
        "Kode Unit|Nama Unit|Kode Induk||Nama Jabatan|Kelas|Kebutuhan",
        "1|Dinas Air|||Bidan|7|3",
        "2|Bidang Sungai|1||Perawat|7|3",
    )
    assert [(one.heading.form.name, one.columns) for one in found(*rows)] == [
        ("units", range(3)),
        ("positions", range(4, 7)),
    ]


def test_headings_beside_a_table_that_no_row_follows_are_no_table() -> None:
    rows = (f"{UNITS}||||", "1|Dinas Air|||||", "2|Bidang Sungai|1||Seksi Muara|seksi|1.4")
    assert [name for name, *_ in shown(*rows)] == ["units"]


def test_an_empty_column_inside_one_table_divides_nothing() -> None:
    rows = ("Kode Unit|Nama Unit||Kode Induk", "1|Dinas Air||", "2|Bidang Sungai||1")
    (one,) = found(*rows)
    assert one.columns == range(4)
    assert one.heading.columns == {"unit_id": 0, "name": 1, "parent_id": 3}


def test_a_crosstab_is_one_table_for_each_of_its_groups() -> None:
    rows = (
        "NIP|TW I||TW II|",
        "|Hasil Kerja|Perilaku Kerja|Hasil Kerja|Perilaku Kerja",
        "199001012015031001|baik|baik|baik|baik",
    )
    assert [(one.heading.unknown, set(one.elsewhere)) for one in found(*rows)] == [
        ((), {3, 4}),
        ((), {1, 2}),
    ]
    assert [(one.heading.said, one.heading.columns["results"]) for one in found(*rows)] == [
        ({"period": "TW I"}, 1),
        ({"period": "TW II"}, 3),
    ]


def test_a_value_that_begins_like_a_heading_is_none() -> None:
    rows = (POSTS, "1|Nama Baik|7|3", "2|Kelas Air|7|3")
    assert shown(*rows) == [("positions", range(0), range(1, 3), False)]


def test_an_empty_column_below_a_merged_heading_divides_nothing() -> None:
    rows = ("Unit Organisasi||Jenis|Kode Induk", "Dinas Air||dinas|", "Bidang Sungai||bidang|1")
    (one,) = found(*rows, merges=("A1:B1",))
    assert one.columns == range(4)


def test_a_column_that_holds_anything_divides_no_tables() -> None:
    rows = (
        "Kode Unit|Nama Unit|Kode Induk||Nama Jabatan|Kelas|Kebutuhan",
        "1|Dinas Air||lihat|Bidan|7|3",
    )
    assert len(found(*rows)) == 1


def test_words_above_a_heading_that_no_row_follows_are_no_table() -> None:
    rows = ("Nama Unit|Jenis|Tipe||", "|sendiri|||", "||||", f"{POSTS}|Terisi", "1|Bidan|7|3|1")
    assert [name for name, *_ in shown(*rows)] == ["positions"]


def test_only_a_row_of_headings_that_is_set_off_begins_another_table() -> None:
    values = "Nama Unit|Jenis|Induk|"
    rows = (POSTS, "1|Bidan|7|3")
    assert len(found(*rows, values, "2|Perawat|7|3")) == 1
    assert len(found(*rows, "|||", "Nama Unit|Jenis|Warna|Rasa", "Dinas Air|dinas|x|y")) == 1
    assert len(found(*rows, "|||", values, "Dinas Air|dinas|Sungai|")) == 2


def test_the_heading_of_another_page_may_follow_the_last_row_at_once() -> None:
    rows = (POSTS, "1|Bidan|7|3", "2|Juru|7|3", POSTS, "3|Perawat|7|3")
    assert [repeat for *_, repeat in shown(*rows)] == [False, True]


def test_titles_of_a_further_table_are_few_thin_rows() -> None:
    rows = (POSTS, "1|Bidan|7|3", "A|B|C|D", "DINAS POHON|||", "per 2026|||", POSTS, "1|Juru|7|3")
    assert shown(*rows)[1] == ("positions", range(3, 5), range(6, 7), True)


def test_rows_of_a_narrow_table_of_texts_are_no_titles_of_the_next() -> None:
    narrow = ("Kode Unit|Nama Unit|Unit Induk|", "1|Dinas Air|-|", "1.1|Bidang Sungai|Dinas Air|")
    labelled = ("|||", "Unit Kerja|: Bidang Sungai||", "Daftar Jabatan|||", POSTS, "1|Bidan|7|3")
    texts = [line.split("|") for line in (*narrow, *labelled)]
    assert [one.body for one in regions(sheet(*texts), "Data")] == [range(1, 3), range(7, 8)]
