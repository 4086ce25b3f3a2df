import pytest

from asn_restruktur.loaders.tables.context import (
    Context,
    is_generic,
    named,
    names_unit,
    sectioned,
    titled,
)

AIR = Context(path=("Dinas Air", "Bidang Sungai"), source="title")


@pytest.mark.parametrize(
    ("rows", "path"),
    [
        ([["Unit Kerja : Seksi Muara"]], ("Seksi Muara",)),
        ([["Unit Kerja", ": Seksi Muara"]], ("Seksi Muara",)),
        ([["Unit Kerja", ":", "Seksi Muara"]], ("Seksi Muara",)),
        ([["3. Unit Kerja =", "Seksi Muara"]], ("Seksi Muara",)),
        ([["Bidang : Sungai"], ["OPD : Dinas Air"]], ("Dinas Air", "Sungai")),
        (
            [["a. JPT Pratama", ": Dinas Air"], ["b. Administrator", ": Bidang Sungai"]],
            ("Dinas Air", "Bidang Sungai"),
        ),
        ([["DAFTAR PEGAWAI DINAS AIR TAHUN 2026"]], ("DINAS AIR",)),
        ([["DINAS AIR KOTA CONTOH"]], ("DINAS AIR",)),
        ([["Sekretariat Daerah Kota Contoh"]], ("Sekretariat Daerah",)),
        ([["BIDANG SUNGAI"], ["DINAS AIR"]], ("DINAS AIR", "BIDANG SUNGAI")),
        ([["DAFTAR PEGAWAI"]], ()),
        ([["Unit Kerja : - Seksi Muara -"]], ("Seksi Muara",)),
        ([["Unit Kerja", "Bidang Sungai"]], ("Bidang Sungai",)),
        ([["Unit Kerja :"], ["Nama"]], ()),
        ([["OPD : Dinas Air"], ["Unit Kerja : Dinas Air"]], ("Dinas Air",)),
        ([["DINAS AIR TAHUN 2026"]], ("DINAS AIR",)),
        ([["Jabatan di lingkungan Dinas Air Kota Contoh Tahun 2026"]], ("Dinas Air",)),
        ([["INSPEKTORAT KOTA CONTOH"]], ("INSPEKTORAT",)),
        ([["WALI KOTA CONTOH"]], ()),
        (
            [["DINAS AIR"], ["DINAS AIR"], ["BIDANG SUNGAI"], ["SEKSI MUARA"]],
            ("DINAS AIR", "BIDANG SUNGAI"),
        ),
    ],
)
def test_titles_name_the_unit_from_the_top_down(
    rows: list[list[object]], path: tuple[str, ...]
) -> None:
    found = titled(rows)
    assert found.path == path
    assert found.source == ("title" if path else "")


def test_titles_name_the_post_and_further_values() -> None:
    found = titled([["Nama Jabatan", ":", "Analis Air"], ["Kode Jabatan : J-7"], ["Tahun : 2026"]])
    assert found.position == "Analis Air"
    assert found.values == {"position_id": "J-7", "year": "2026"}


def test_the_first_of_two_equal_labels_holds() -> None:
    assert titled([["Unit Kerja : Seksi Muara"], ["Unit Kerja : Seksi Hulu"]]).path == (
        "Seksi Muara",
    )


def test_a_row_of_many_cells_is_no_title() -> None:
    assert titled([["Dinas Air", "Bidang Sungai", "Seksi Muara"]]).path == ()


def test_the_name_of_a_sheet_is_a_unit_only_where_it_names_one() -> None:
    assert named("02. Bidang_Sungai", "sheet") == Context(path=("Bidang Sungai",), source="sheet")
    assert named("Kepala Bidang Sungai", "sheet") == Context()
    assert named("Rekap", "file") == Context()


def test_a_unit_named_like_its_head_is_one() -> None:
    assert names_unit("Inspektur Pembantu Wilayah I")
    assert names_unit("Asisten Administrasi Umum")
    assert not names_unit("Inspektur")
    assert not names_unit("Sungai")


@pytest.mark.parametrize("name", ["Sheet1", "Lembar 2", "Rekap (2)", "data", "Rekapitulasi", "3"])
def test_a_name_that_every_sheet_may_have_says_nothing(name: str) -> None:
    assert is_generic(name)
    assert not is_generic("Perawat")


def test_a_section_stands_below_what_is_higher_and_replaces_what_is_not() -> None:
    assert sectioned(AIR, "Seksi Muara", "positions").path == (*AIR.path, "Seksi Muara")
    assert sectioned(AIR, "Bidang Sampah", "positions").path == ("Dinas Air", "Bidang Sampah")
    assert sectioned(AIR, "Dinas Pohon", "positions").path == ("Dinas Pohon",)
    assert sectioned(AIR, "Seksi Muara", "positions").source == "section"


def test_a_word_for_a_kind_alone_goes_back_to_the_unit_of_that_kind() -> None:
    deep = sectioned(AIR, "Seksi Muara", "positions")
    assert sectioned(deep, "BIDANG", "positions").path == AIR.path


def test_a_section_that_groups_by_something_else_changes_no_unit() -> None:
    for text in ("Jabatan Fungsional", "JABATAN PELAKSANA", "Golongan III"):
        found = sectioned(AIR, text, "positions")
        assert (found.path, found.group) == (AIR.path, text)
    found = sectioned(AIR, "Kelompok Jabatan Fungsional", "positions")
    assert found.path == (*AIR.path, "Kelompok Jabatan Fungsional")


def test_a_section_that_names_a_post_is_a_post_and_one_that_leaves_it_ends_it() -> None:
    found = sectioned(AIR, "Jabatan : Analis Air", "functions")
    assert (found.path, found.position) == (AIR.path, "Analis Air")
    found = sectioned(AIR, "Kepala Bidang Sungai", "positions")
    assert (found.path, found.position) == (AIR.path, "Kepala Bidang Sungai")
    assert sectioned(found, "Seksi Muara", "positions").position == ""


def test_a_section_of_a_workload_is_a_post_where_it_names_no_unit() -> None:
    assert sectioned(AIR, "Analis Air", "workload").position == "Analis Air"
    assert sectioned(AIR, "Analis Air", "positions").path == (*AIR.path, "Analis Air")


def test_duties_below_a_head_are_those_of_the_unit() -> None:
    found = sectioned(AIR, "Kepala Bidang Sampah", "functions")
    assert (found.path, found.position) == (("Dinas Air", "Bidang Sampah"), "")


def test_a_label_before_the_name_of_a_section_is_no_part_of_it() -> None:
    assert sectioned(AIR, "Unit Kerja : Seksi Muara", "positions").path == (
        *AIR.path,
        "Seksi Muara",
    )


def test_a_post_in_a_section_ends_the_group_before_it_and_a_kind_may_be_an_office() -> None:
    grouped = sectioned(AIR, "Golongan III", "positions")
    assert sectioned(grouped, "Kepala Bidang Sungai", "positions").group == ""
    subdistrict = Context(path=("Kecamatan Hulu", "Seksi Muara"))
    assert sectioned(subdistrict, "KANTOR KECAMATAN", "positions").path == ("Kecamatan Hulu",)


def test_a_label_may_stand_left_of_its_value_with_or_without_cells_for_the_colon() -> None:
    for row in (
        ["2. Nama Jabatan :", "Juru"],
        ["Nama Jabatan", ":", "Juru"],
        ["Jabatan", ": Juru"],
    ):
        assert titled([row]).position == "Juru"
    assert titled([["Nama Jabatan :", ":", "Juru"]]).position == "Juru"
    assert titled([["Nama Jabatan", "Kelas Jabatan"]]).position == ""


def test_a_seksi_leaves_the_secretariat_before_it() -> None:
    office = Context(path=("Kecamatan Contoh", "Sekretariat Kecamatan"))
    assert sectioned(office, "Seksi Muara", "functions").path == ("Kecamatan Contoh", "Seksi Muara")
    assert sectioned(office, "Subbagian Umum", "functions").path == (
        *office.path,
        "Subbagian Umum",
    )


def test_all_units_of_a_kind_are_no_unit() -> None:
    assert titled([["Tenaga Puskesmas se-Kota Contoh"]]).path == ()
    assert not names_unit("Puskesmas se Kecamatan Contoh")


def test_the_year_of_a_title_holds_for_its_rows_and_that_of_a_regulation_does_not() -> None:
    assert titled([["REKAP KINERJA"], ["TAHUN 2025"]]).values == {"year": "2025"}
    assert titled([["PERATURAN WALI KOTA NOMOR 3 TAHUN 2021"]]).values == {}


def test_the_post_over_a_table_tells_the_unit_that_it_heads() -> None:
    assert titled([["DINAS AIR"], ["KEPALA BIDANG SUNGAI"]]).path == ("DINAS AIR", "BIDANG SUNGAI")
    assert titled([["KEPUTUSAN KEPALA BIDANG SUNGAI"]]).path == ()


def test_a_word_for_a_kind_in_a_title_names_no_unit() -> None:
    assert titled([["Tugas Seksi"]]).path == ()
    assert titled([["Uraian Tugas Seksi Muara"]]).path == ("Seksi Muara",)
    assert titled([["Pegawai pada Kantor Sandi"]]).path == ("Kantor Sandi",)


def test_a_bidang_of_a_hospital_stands_below_it() -> None:
    hospital = sectioned(Context(), "RSUD Muara", "positions")
    assert sectioned(hospital, "Bidang Rawat", "positions").path == ("RSUD Muara", "Bidang Rawat")


def test_a_quarter_in_a_title_needs_no_label() -> None:
    values = titled([["PENILAIAN TRIWULAN II TAHUN 2026"]]).values
    assert values == {"period": "Triwulan II", "year": "2026"}
    assert "period" not in titled([["Rekap Triwulan I s.d. III"]]).values
    assert "period" not in titled([["Peraturan Nomor 3 tentang Triwulan II"]]).values


def test_two_labels_of_units_of_two_heights_name_a_unit_and_the_one_above() -> None:
    found = titled([["Unit Kerja : Bidang Sungai"], ["Unit Organisasi : Dinas Air"]])
    assert found.path == ("Dinas Air", "Bidang Sungai")
