from asn_restruktur.loaders.tables.records import Records, framed, letters, records
from asn_restruktur.loaders.tables.regions import regions
from asn_restruktur.loaders.tables.rows import table_rows
from made_sheets import region, sheet

DUTIES = "Unit Kerja|Uraian Tugas|Dasar Hukum"


def taken(*rows: object, merges: tuple[str, ...] = ()) -> Records:
    page = sheet(*rows, merges=merges)  # type: ignore[arg-type]  # rows of either form
    table = region(page)
    return records(page, table, table_rows(page, table).kept)


def test_a_cell_that_shows_nothing_has_no_value() -> None:
    found = taken("Nama Jabatan|Kelas|Kebutuhan", "Bidan|   |3", "Perawat||0")
    assert found.columns["class"] == [None, None]
    assert found.columns["need"] == [3, 0]


def test_a_merged_cell_holds_for_each_of_its_rows() -> None:
    rows = ("Unit Kerja|Nama Jabatan|Kebutuhan", "Bidang Sungai|Bidan|3", "|Perawat|", "|Analis|1")
    found = taken(*rows, merges=("A2:A3", "C2:C3"))
    assert found.columns["unit_name"] == ["Bidang Sungai", "Bidang Sungai", None]
    assert found.columns["need"] == [3, None, 1]


def test_the_post_of_a_list_of_tasks_is_written_once() -> None:
    heading = "Nama Jabatan|Uraian Tugas|Volume|Norma Waktu (menit)"
    found = taken(
        heading, "Bidan|menolong|3|5", "|merawat|4|5", "|mencatat|4|5", "Analis|menghitung|4|5"
    )
    assert found.columns["position"] == ["Bidan", "Bidan", "Bidan", "Analis"]


def test_a_post_that_most_rows_name_is_not_carried_to_the_others() -> None:
    heading = "Nama Jabatan|Uraian Tugas|Volume|Norma Waktu (menit)"
    rows = [f"Bidan {at}|merawat {at}|3|5" for at in range(5)]
    found = taken(heading, *rows, "|menolong|4|5")
    assert found.columns["position"][-1] is None


def test_a_list_of_posts_carries_nothing() -> None:
    found = taken("Kode Unit|Nama Jabatan|Kebutuhan", "1|Bidan|3", "|Perawat|4", "|Analis|4")
    assert found.columns["unit_id"] == [1, None, None]


def test_each_statement_of_a_cell_gets_a_row_of_one_place() -> None:
    found = taken(DUTIES, ("Bidang Sungai", "a. mengukur debit\nb. menanam\n   pohon", "Perda 1"))
    assert found.columns == {
        "unit_name": ["Bidang Sungai"] * 2,
        "detail": ["mengukur debit", "menanam pohon"],
        "citation": ["Perda 1"] * 2,
    }
    assert found.indices == [1, 1]


def test_statements_of_two_columns_stand_beside_each_other() -> None:
    heading = "Unit Kerja|Tugas|Fungsi"
    found = taken(heading, ("Bidang Sungai", "menjaga sungai", "1. mengukur debit\n2. menanam"))
    assert found.columns["duty"] == ["menjaga sungai", None]
    assert found.columns["function"] == ["mengukur debit", "menanam"]


def test_an_array_of_statements_is_several_and_of_other_things_one() -> None:
    found = taken(DUTIES, ("Bidang Sungai", '{"mengukur, mencatat",menanam}', "[Perda 1, Perda 2]"))
    assert found.columns["detail"] == ["mengukur, mencatat", "menanam"]
    assert found.columns["citation"] == ["Perda 1; Perda 2"] * 2
    assert taken(DUTIES, ("Bidang Sungai", "menanam", "[]")).columns["citation"] == [None]


def test_marks_of_statements_are_dropped_where_most_have_one() -> None:
    marked = taken(DUTIES, "Bidang Sungai|a. menanam|", "|b. mengukur|", "|c. mencatat|")
    assert marked.columns["detail"] == ["menanam", "mengukur", "mencatat"]
    plain = taken(DUTIES, "Bidang Sungai|a. menanam|x", "Bidang Air|mengukur|x", "Bidang Api|b|x")
    assert plain.columns["detail"][0] == "a. menanam"


def test_a_line_that_goes_on_is_put_behind_its_row() -> None:
    rows = ("Bidang Sungai|a. menanam|", "|pohon|", "|b. mengukur|", "|c. mencatat|")
    found = taken(DUTIES, *rows)
    assert found.columns["detail"] == ["menanam pohon", "mengukur", "mencatat"]
    assert found.indices == [1, 3, 4]


def test_a_nip_below_a_name_stays_a_line_of_its_own() -> None:
    found = taken("Nama/NIP|Gol", "Agus Contoh|III/a", "199001012015031001 |")
    assert found.columns["name+nip"] == ["Agus Contoh\n199001012015031001"]


def test_names_in_the_columns_below_one_heading_stand_as_deep_as_they_stand_right() -> None:
    page = sheet(
        "Unit Organisasi|||Jenis",
        "Dinas Air|||dinas",
        "|Bidang Sungai||bidang",
        "||Seksi Muara|seksi",
        merges=("A1:C1",),
    )
    table = region(page)
    found = records(page, table, table_rows(page, table).kept)
    assert found.columns["name"] == ["Dinas Air", "Bidang Sungai", "Seksi Muara"]
    assert found.depths == (0, 1, 2)


def test_what_the_heading_says_holds_for_all_rows() -> None:
    page = sheet(
        "NIP|TW I||TW II|",
        "|Hasil Kerja|Perilaku Kerja|Hasil Kerja|Perilaku Kerja",
        ("199001012015031001", "baik", "baik", "kurang", "baik"),
    )
    first, second = regions(page, "Data")
    found = records(page, second, table_rows(page, second).kept)
    assert (found.columns["period"], found.columns["results"]) == (["TW II"], ["kurang"])
    assert records(page, first, [2]).columns["period"] == ["TW I"]


def test_a_frame_cites_the_row_of_each_value() -> None:
    page = sheet(DUTIES, ("Bidang Sungai", "a. menanam\nb. mengukur", ""), "Bidang Air|menjaga|")
    table = region(page)
    frame = framed(records(page, table, [1, 2]), page.origin, page.numbers)
    assert frame["place_row"].to_list() == [2, 2, 3]
    assert set(frame["place_sheet"]) == {"Data"}
    assert letters(table.heading, page.origin) == {"unit_name": "A", "detail": "B", "citation": "C"}


def test_a_text_has_no_letters_of_columns() -> None:
    page = sheet(DUTIES, "Bidang Air|menjaga|", name="")
    assert letters(region(page).heading, page.origin) == {}


def test_a_table_without_rows_has_its_columns() -> None:
    page = sheet(DUTIES, "Bidang Air|menjaga|")
    found = records(page, region(page), [])
    assert (found.columns["detail"], found.indices) == ([], [])


def test_a_table_of_one_known_column_has_its_values() -> None:
    page = sheet("Uraian Tugas|Warna", "menanam|biru", name="Tupoksi")
    assert records(page, region(page), [1]).columns == {"detail": ["menanam"]}


def test_names_that_all_stand_first_below_their_heading_say_no_level() -> None:
    rows = ("Unit Organisasi||Jenis", "Dinas Air||dinas", "Bidang Sungai||bidang")
    assert taken(*rows, merges=("A1:B1",)).depths == ()


def test_empty_cells_that_are_merged_say_nothing() -> None:
    rows = ("Unit Kerja|Nama Jabatan|Kebutuhan", "|Bidan|3", "Bidang Air|Perawat|4")
    found = taken(*rows, merges=("A2:A3",))
    assert found.columns["unit_name"] == [None, "Bidang Air"]


def test_a_list_that_begins_without_a_post_carries_none() -> None:
    heading = "Nama Jabatan|Uraian Tugas|Volume"
    found = taken(heading, "|menolong|3", "Bidan|merawat|4", "|mencatat|4")
    assert found.columns["position"] == [None, "Bidan", None]


def test_topics_of_a_link_are_links_of_their_own_and_a_comma_ends_no_item() -> None:
    found = taken("Dari Unit|Ke Unit|Topik", ("Bidang A", "Bidang B", "1. air\n2. pohon"))
    assert found.columns["topic"] == ["air", "pohon"]
    assert found.columns["to_unit"] == ["Bidang B"] * 2
    found = taken(DUTIES, ("Bidang Sungai", '{"mengukur,","menanam"}', "x"))
    assert found.columns["detail"] == ["mengukur", "menanam"]


def test_a_post_may_be_merged_over_its_first_tasks_and_written_once_over_others() -> None:
    heading = "Nama Jabatan|Uraian Tugas|Volume|Norma Waktu (menit)"
    rows = ("Bidan|menolong|3|5", "|merawat|4|5", "|mencatat|4|5", "Analis|menghitung|4|5")
    found = taken(heading, *rows, "|menaksir|4|5", merges=("A2:A4",))
    assert found.columns["position"] == ["Bidan", "Bidan", "Bidan", "Analis", "Analis"]


def test_lists_of_kelurahan_and_their_kecamatan_may_leave_out_the_kind() -> None:
    found = taken("No|Nama Kelurahan|Kecamatan", "1|Muara|HULU", "2|Kelurahan Danau|Kec. Hulu")
    assert found.columns["name"] == ["Kelurahan Muara", "Kelurahan Danau"]
    assert found.columns["top_unit"] == ["Kecamatan HULU", "Kec. Hulu"]
