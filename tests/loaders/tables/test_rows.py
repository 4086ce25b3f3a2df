from collections.abc import Sequence

import pytest

from asn_restruktur.loaders.tables.rows import table_rows
from asn_restruktur.loaders.understood import LeftOut
from made_sheets import region, sheet

HEADING = "No|Nama Jabatan|Kelas|Kebutuhan"
POSTS = ("1|Perawat|7|3", "2|Bidan|7|4", "3|Analis Air|8|1")
DUTIES = "Unit Kerja|Uraian Tugas"
NIP = "199001012015031001"


def kept(*rows: str | Sequence[object]) -> list[int]:
    page = sheet(*rows)
    return table_rows(page, region(page)).kept


def left(*rows: str) -> dict[LeftOut, list[int]]:
    page = sheet(*rows)
    return table_rows(page, region(page)).left_out


@pytest.mark.parametrize(
    "numbers", ["1|2|3|4", "(1)|(2)|(3)|(4)", "a|b|c|d", "|2|3|4", "1|2|3|4=2x3", "1|2|2|3"]
)
def test_a_number_row_below_the_heading_is_left_out(numbers: str) -> None:
    assert left(HEADING, numbers, *POSTS) == {LeftOut.NUMBER_ROW: [1]}


def test_numbers_that_do_not_rise_from_the_first_are_a_row() -> None:
    assert kept("Nama Jabatan|Kelas|Kebutuhan|Terisi", "4|3|2|1", "Bidan|7|4|1") == [1, 2]
    assert kept("Nama Jabatan|Kelas|Kebutuhan", "7|8|9", "Bidan|7|4") == [1, 2]


def test_numbers_further_below_are_a_row() -> None:
    assert kept("Kelas|Nama Jabatan|Kebutuhan", "7|Bidan|4", "1|2|3") == [1, 2]


@pytest.mark.parametrize(
    "total",
    [
        "|JUMLAH||8",
        "|Total Kebutuhan||8",
        "Jumlah|||8",
        "|Sub Jumlah Air||8",
        "|JML PEGAWAI||8",
        "|Jumlah Dinas Air||8",
    ],
)
def test_a_total_is_left_out(total: str) -> None:
    assert left(HEADING, *POSTS, total) == {LeftOut.TOTAL_ROW: [4]}


def test_a_name_that_begins_like_a_total_is_a_row() -> None:
    assert kept(HEADING, *POSTS, "4|Totalisator|7|1") == [1, 2, 3, 4]
    rows = ("Kode Unit|Nama Unit|Kode Induk", "1|Dinas Air|", "2|Jumlah Sungai|1")
    assert kept(*rows) == [1, 2]
    assert kept("Nama Jabatan|Jenjang|Kelas", "Bidan|mahir|7", "Jumlah Air|mahir|7") == [1, 2]


def test_a_total_of_a_list_with_codes_stands_beside_an_empty_code() -> None:
    rows = (
        "Kode Unit|Nama Unit|Kode Induk",
        "1|Dinas Air|",
        "2|Bidang Sungai|1",
        "|Jumlah Unit 2|",
    )
    assert left(*rows) == {LeftOut.TOTAL_ROW: [3]}


def test_a_hidden_row_is_left_out() -> None:
    page = sheet(HEADING, *POSTS, unseen=[2])
    found = table_rows(page, region(page))
    assert (found.kept, found.left_out) == ([1, 3], {LeftOut.UNSEEN_ROW: [2]})


@pytest.mark.parametrize(
    "foot",
    [
        ("|||Mengetahui,", "|||Kepala Dinas Air", "|||Agus Contoh"),
        ("||Kota Contoh, 2 Januari 2026|", "||Agus Contoh|"),
        ("|Ditetapkan di Kota Contoh||", "|pada tanggal 2 Januari||"),
        ("|Sumber: catatan kantor||",),
        ("|Keterangan : angka sementara||",),
        ("|Dicetak pada 2 Januari||",),
        ("|*) angka sementara||",),
        ("|||NIP. 199001012015031001",),
        ("|||Kepala Dinas Air,", "|||Agus Contoh"),
        ("||Halaman 1 dari 2|",),
    ],
)
def test_remarks_and_signatures_below_the_table_are_left_out(foot: tuple[str, ...]) -> None:
    assert left(HEADING, *POSTS, *foot) == {LeftOut.FOOT_ROW: list(range(4, 4 + len(foot)))}


def test_lone_texts_set_off_below_the_table_are_a_signature() -> None:
    rows = (HEADING, *POSTS, "|||", "|||Agus Contoh", "|||Pembina")
    assert left(*rows) == {LeftOut.FOOT_ROW: [5, 6]}
    assert LeftOut.FOOT_ROW not in left(HEADING, *POSTS, "|Perawat Gigi||", "|Perawat Mata||")


@pytest.mark.parametrize(
    "duty", ["mengetahui debit sungai", "ditetapkan debit sungai", "halaman taman dirawat"]
)
def test_a_duty_that_begins_like_a_signature_is_a_row(duty: str) -> None:
    assert kept(DUTIES, "Bidang Sungai|mengukur debit", f"|{duty}", "|menanam pohon") == [1, 2, 3]


def test_a_remark_between_rows_ends_no_table() -> None:
    assert kept(HEADING, "|Sumber: catatan kantor||", *POSTS)[-1] == 4


def test_a_nip_below_a_name_is_no_signature() -> None:
    rows = (
        "Nama/NIP|Gol",
        "Agus Contoh|III/a",
        f"NIP. {NIP}|",
        "Budi Contoh|III/b",
        f"NIP. {NIP}|",
    )
    assert kept(*rows) == [1, 2, 3, 4]


def test_a_form_that_goes_on_below_its_table_ends_it() -> None:
    rows = (HEADING, *POSTS, "7.|Bahan Kerja|: alat ukur|", "|alat tulis|1|1")
    assert left(*rows) == {LeftOut.FOOT_ROW: [4, 5]}


def test_a_row_without_any_known_value_is_left_out() -> None:
    rows = ("Nama Jabatan|Kelas|Warna|Rasa", "Bidan|7|biru|asin", "||biru|asin", "Perawat|7|biru|")
    assert left(*rows) == {LeftOut.NO_KNOWN_VALUE: [2]}


def test_empty_rows_are_neither_kept_nor_counted() -> None:
    page = sheet(HEADING, *POSTS[:2], "|||", POSTS[2])
    found = table_rows(page, region(page))
    assert (found.kept, found.left_out) == ([1, 2, 4], {})


def test_rows_that_only_name_a_unit_are_sections() -> None:
    page = sheet(HEADING, "A.|BIDANG SUNGAI||", *POSTS, "B.|BIDANG POHON||", *POSTS)
    found = table_rows(page, region(page))
    assert found.sections == {1: "BIDANG SUNGAI", 5: "BIDANG POHON"}
    assert found.kept == [2, 3, 4, 6, 7, 8]


def test_what_only_looks_like_numbers_of_columns_is_a_row() -> None:
    heading = "Nama Jabatan|Kelas|Kebutuhan|Terisi"
    assert kept(heading, "1|2||", "Bidan|7|4|1") == [1, 2]
    assert kept(heading, "2|1|2|3", "Bidan|7|4|1") == [1, 2]
    assert kept(heading, ("1", 2.5, 3, 4), "Bidan|7|4|1") == [1, 2]
    assert kept(heading, "1|2|300|400", "Bidan|7|4|1") == [1, 2]
    assert kept(heading, "1=2|2=3|3=4|4", "Bidan|7|4|1") == [2]


def test_a_lone_text_or_texts_in_several_columns_are_no_signature() -> None:
    assert kept(HEADING, *POSTS, "|||", "|Perawat Gigi||") == [1, 2, 3, 5]
    rows = ("|||", "|Perawat Gigi||", "|||Agus Contoh", "|||Pembina")
    assert 5 in kept(HEADING, *POSTS, *rows)


def test_lone_texts_at_the_end_of_a_list_of_duties_are_duties() -> None:
    rows = ("Bidang Sungai|mengukur debit", "Bidang Air|menanam", "|", "|merawat", "|menjaga")
    assert kept(DUTIES, *rows) == [1, 2, 4, 5]
    page = sheet("Uraian Tugas|Warna", "mengukur|biru", "menanam|", "merawat|", name="Tupoksi")
    assert table_rows(page, region(page)).kept == [1, 2, 3]


def test_cells_of_blanks_show_nothing() -> None:
    assert left(HEADING, *POSTS, "  |  |  |  ") == {LeftOut.NO_KNOWN_VALUE: [4]}


def test_a_row_of_many_cells_with_a_colon_is_no_form() -> None:
    rows = (f"{HEADING}|Warna|Rasa", "1|Bidan|7|3|:biru|asin", "2|Perawat|7|3|biru|asin")
    assert kept(*rows) == [1, 2]
    assert kept(HEADING, ": 1||7|3", POSTS[0]) == [1, 2]


def test_a_total_with_its_sum_as_text_is_left_out() -> None:
    assert left(HEADING, *POSTS, ["", "Jumlah Dinas Air", "", "5,2"]) == {LeftOut.TOTAL_ROW: [4]}


def test_a_unit_with_its_code_between_duties_with_marks_is_a_section() -> None:
    rows = (
        "Kode|Uraian",
        "2.1|Bidang Sungai",
        "a.|mengukur air",
        "2.1.01|SEKSI MUARA",
        "a.|mencatat air",
    )
    page = sheet(*rows, name="Tusi")
    found = table_rows(page, region(page))
    assert found.sections == {1: "Bidang Sungai", 3: "SEKSI MUARA"}
    assert found.kept == [2, 4]


def test_a_duty_whose_row_names_its_unit_opens_no_section() -> None:
    assert kept(DUTIES, "Seksi Muara|Bidang Sungai", "Seksi Muara|mengukur air") == [1, 2]
