import pytest

from asn_restruktur.loaders.tables.headings import find_heading

SKILLS = ["Menghitung cepat", "Membaca gambar", "Menyusun kata", "Menahan beban"]
UNITS = ["Dinas Pangan", "Badan Arsip", "Kecamatan Utara", "Sekretariat Daerah"]
HEADS = ["Kepala Dinas Pangan", "Kepala Badan Arsip", "Kepala Bidang Gizi", "Kepala Seksi Ikan"]


def form_of(rows: list[list[object]], name: str = "daftar") -> str:
    found = find_heading(rows, name)
    return found.form.name if found else ""


def listed(names: list[str], heading: str = "nama") -> list[list[object]]:
    return [["kode", heading], *([str(at), name] for at, name in enumerate(names))]


def test_a_dictionary_with_codes_and_names_is_no_list_of_units() -> None:
    assert form_of(listed(SKILLS)) == ""
    assert form_of(listed(UNITS)) == "units"


def test_a_list_that_is_called_one_of_units_is_one_whatever_their_names() -> None:
    assert form_of(listed(SKILLS), "daftar-opd") == "units"
    assert form_of(listed(SKILLS, "nama unit")) == "units"


def test_a_few_names_are_not_judged() -> None:
    assert form_of(listed(SKILLS[:2])) == "units"


def test_names_of_a_tree_are_units() -> None:
    rows = [["kode", "nama", "kode induk"], *([str(at), n, "0"] for at, n in enumerate(SKILLS))]
    assert form_of(rows) == "units"


def test_posts_of_heads_are_no_units_though_a_file_speaks_of_units() -> None:
    assert form_of(listed(HEADS), "unit-kerja") != "units"


@pytest.mark.parametrize("number", ["8801000000", "A-17", "12"])
def test_a_column_called_nip_with_other_numbers_makes_no_people(number: str) -> None:
    rows = [["KD_UNOR", "NM_UNOR", "NIP"], *([str(at), u, number] for at, u in enumerate(UNITS))]
    assert form_of(rows) == "units"


@pytest.mark.parametrize(
    "nip", ["199003022015031007", "19900302 201503 1 007", "1,99003E+17", "130456789"]
)
def test_units_with_a_nip_of_whatever_writing_are_people(nip: str) -> None:
    rows = [["NM_UNOR", "NIP", "GOL"], *([unit, nip, "III/a"] for unit in UNITS)]
    assert form_of(rows) == "employees"


def test_a_link_between_posts_is_no_list_of_posts() -> None:
    rows = [
        ["id", "nama_jabatan", "unit_kerja", "dalam_hal"],
        ["1", "Analis Pangan", "Dinas Pangan", "data"],
    ]
    assert form_of(rows) != "positions"
