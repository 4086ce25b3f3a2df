from asn_restruktur.loaders.tables.continued import continued
from asn_restruktur.loaders.tables.rows import table_rows
from made_sheets import region, sheet

NIP = "199001012015031001"


def going_on(*rows: str) -> dict[int, tuple[int, int, str]]:
    page = sheet(*rows)
    table = region(page)
    return continued(page, table, table_rows(page, table).kept)


def test_a_line_without_a_mark_goes_on_with_the_marked_one_above() -> None:
    assert going_on(
        "Unit Kerja|Uraian Tugas",
        "Bidang Sungai|a. mengukur debit",
        "|sungai kota;",
        "|setiap hari.",
        "|b. menanam pohon",
        "|c. menebang pohon",
    ) == {2: (1, 1, "sungai kota;"), 3: (1, 1, "setiap hari.")}


def test_a_line_of_a_list_without_marks_is_a_row_of_its_own() -> None:
    assert not going_on(
        "Unit Kerja|Uraian Tugas",
        "Bidang Sungai|mengukur debit",
        "|membersihkan muara",
        "|menanam pohon",
    )


def test_a_marked_line_begins_a_row_of_its_own() -> None:
    assert not going_on(
        "Unit Kerja|Uraian Tugas", "Bidang Sungai|a. mengukur debit", "|b. menanam pohon"
    )


def test_the_nip_in_the_row_below_the_name_belongs_to_the_name() -> None:
    assert going_on(
        "Nama/NIP|Gol",
        "Agus Contoh|III/a",
        f"NIP. {NIP}|",
        "Budi Contoh|III/b",
        f"{NIP[:8]} {NIP[8:14]} {NIP[14]} {NIP[15:]}|",
    ) == {
        2: (1, 0, f"NIP. {NIP}"),
        4: (3, 0, f"{NIP[:8]} {NIP[8:14]} {NIP[14]} {NIP[15:]}"),
    }


def test_a_nip_below_a_name_belongs_to_it_where_no_column_holds_nips() -> None:
    assert going_on("Nama|Gol|Pangkat", "Agus Contoh|III/a|Penata", f"'{NIP}||") == {
        2: (1, 0, f"'{NIP}")
    }


def test_a_number_or_a_text_under_no_heading_goes_on_with_nothing() -> None:
    rows = ("Unit Kerja|Uraian Tugas|", "Bidang Sungai|a. mengukur debit|", "|b. menanam|")
    assert not going_on(*rows, "||tebal")
    assert not going_on(*rows, "|7|")


def test_a_lone_name_of_a_unit_goes_on_with_no_list() -> None:
    heading = "Nama Jabatan|Uraian Tugas|Volume"
    rows = ("a. Bidan|menolong|3", "b. Perawat|merawat|4", "c. Analis|mengukur|5", "Ahli||")
    assert not going_on(heading, *rows, "d. Juru|menanam|7")


def test_a_line_below_few_marked_ones_is_a_row_of_its_own() -> None:
    rows = ("|menanam", "|mengukur", "|mencatat")
    assert not going_on("Unit Kerja|Uraian Tugas", "Bidang Sungai|a. menjaga", *rows)


def test_a_second_name_in_the_column_of_names_is_a_person_of_his_own() -> None:
    assert not going_on("Nama/NIP|Gol", "Agus Contoh|III/a", "Budi Contoh|", "Citra Contoh|III/b")


def test_a_nip_in_the_column_of_names_is_a_row_where_another_column_holds_nips() -> None:
    assert not going_on("Nama|NIP|Gol", f"Agus Contoh|{NIP}|III/a", f"'{NIP}||")


def test_nothing_goes_on_with_a_row_that_says_nothing_in_that_column() -> None:
    assert not going_on(
        "Unit Kerja|Uraian Tugas|Hasil|Volume",
        "Bidang Sungai|a. mengukur debit|laporan|3",
        "Bidang Sungai||laporan|4",
        "|sungai kota||",
        "Bidang Sungai|b. menanam pohon|laporan|3",
    )
