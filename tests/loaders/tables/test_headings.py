import pytest

from asn_restruktur.loaders.tables.forms import STATEMENTS
from asn_restruktur.loaders.tables.headings import find_heading, forms, nearest_form, normalised
from asn_restruktur.organisation.tables import column_names
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language, TableName
from made_sheets import merge


def table_of(*headings: str, name: str = "") -> str | None:
    heading = find_heading([headings], name)
    return heading.form.name if heading else None


def test_every_table_is_recognised_by_the_names_of_its_own_columns() -> None:
    for name in TableName:
        assert table_of(*column_names(name)) == name


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("No|Kode Unit|Nama Unit|Jenis|Kode Induk", "units"),
        ("No|Kode Jabatan|Kode Unit|Nama Unit|Nama Jabatan|Kelas Jabatan|Kebutuhan", "positions"),
        ("No|Kode Pegawai|NIP|Nama|Gol|Kode Jabatan|Kode Unit|Jabatan", "employees"),
        ("No|Kode Fungsi|Kode Unit|Nama Unit|Jenis|Urutan|Uraian", "functions"),
        ("Kode Unit|Nama Unit|Kode Induk|Jenis Unit|Kode Fungsi|Uraian", "statements"),
        ("Kode Unit|Nama Jabatan|Uraian Tugas|Hasil Kerja|Volume|Norma Waktu (menit)", "workload"),
        ("Dari Unit|Ke Unit|Jenis Hubungan|Topik", "links"),
        ("Kode Jabatan|Nama Jabatan|Jenis Syarat|Syarat|Tingkat", "requirements"),
        ("Kode Pegawai|Nama|Kompetensi|Tingkat|Tanggal Asesmen", "competences"),
        ("Kode Diklat|Nama Diklat|Kompetensi|Tingkat|JP", "trainings"),
        ("Kode Pegawai|Nama|Periode|Hasil Kerja|Perilaku Kerja|Predikat Kinerja", "performance"),
        ("Indikator|Kode Unit|Periode|Pembilang|Penyebut|Target", "services"),
        ("Urusan|Variabel|Nilai", "variables"),
        ("ID|Parent ID|Unit Kerja|Nama Jabatan|Jenis Jabatan", "positions"),
        ("Warna|Rasa", None),
        ("No|Keterangan", None),
    ],
)
def test_indonesian_headings_announce_their_table(headings: str, expected: str | None) -> None:
    assert table_of(*headings.split("|")) == expected


def test_the_row_that_explains_most_columns_is_the_heading() -> None:
    rows = [("Unit", "Jenis"), ("Kode Unit", "Nama Unit", "Jenis"), ("Unit", "Kode Induk")]
    heading = find_heading(rows, "")
    assert heading is not None
    assert heading.row == 1


def test_the_name_of_the_sheet_decides_between_tables_that_fit_equally() -> None:
    both = ("unit_id", "indicator", "value", "period", "target")
    assert table_of(*both, name="Layanan") == "services"
    assert table_of("Kode Pegawai", "Periode", "Hasil", "Kompetensi", name="Kompetensi") in {
        "competences",
        "performance",
    }


def test_a_heading_that_stands_twice_counts_once_and_is_told() -> None:
    heading = find_heading([("Kode Unit", "Nama Unit", "Jenis", "Nama Unit")], "")
    assert heading is not None
    assert heading.columns["name"] == 1
    assert heading.unknown == ((3, "Nama Unit"),)


def test_what_a_table_lacks_is_said() -> None:
    nearest = nearest_form([("Kode Unit", "Kode Induk")])
    assert nearest is not None
    assert (nearest[0].name, nearest[1]) == ("units", ("name",))


def test_headings_are_compared_by_letters_and_digits_alone() -> None:
    assert normalised(" Gol./Ruang\n(akhir) ") == "GOLRUANGAKHIR"


def test_every_column_of_a_table_has_a_heading() -> None:
    for form in forms():
        known = set(form.fields.values())
        assert {name for need in form.needs for name in need} <= known
        assert form.telling <= known
        if form.name != STATEMENTS:
            assert set(column_names(form.table)) <= known


@pytest.mark.parametrize("lang", list(Language))
def test_every_table_and_field_has_its_word(lang: Language) -> None:
    words = catalogue(lang)
    for form in forms():
        assert words.has(f"words.table.{form.name}")
        for field in form.fields.values():
            assert words.has(f"words.column.{field}"), field


def test_of_several_columns_of_which_one_is_missing_the_usual_one_is_named() -> None:
    nearest = nearest_form([("Nama Pegawai", "TMT CPNS", "Jurusan")])
    assert nearest is not None
    form, missing = nearest
    assert (form.name, missing) == ("employees", ("position_title", "golongan"))


def test_a_name_that_shares_its_column_with_the_nip_stands_before_a_crosstab() -> None:
    rows = [
        ["No", "Nama / NIP", "Triwulan I", "", "Triwulan II", ""],
        ["", "", "Hasil Kerja", "Perilaku Kerja", "Hasil Kerja", "Perilaku Kerja"],
        [1, "Budi\n199001012015031001", "sesuai", "sesuai", "sesuai", "sesuai"],
    ]
    found = find_heading(rows, "Rekap", merges=[merge("C1", "D1"), merge("E1", "F1")])
    assert found is not None
    assert found.form.name == "performance"
