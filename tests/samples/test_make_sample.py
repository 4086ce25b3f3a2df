import csv
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data" / "samples"
CITY = SAMPLES / "kota-teladan"
HEADER_ROW = 4


@pytest.fixture(scope="module")
def remade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    script = ROOT / "scripts" / "make_sample.py"
    subprocess.run([sys.executable, str(script), "-o", str(folder)], check=True, timeout=300)
    return folder


@pytest.fixture(scope="module")
def sheets() -> dict[str, list[dict[str, object]]]:
    book = CalamineWorkbook.from_path(CITY / "kota-teladan.xlsx")
    found = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        heading = [str(value) for value in rows[HEADER_ROW]]
        found[name] = [dict(zip(heading, row, strict=True)) for row in rows[HEADER_ROW + 1 :]]
    return found


def content(path: Path) -> dict[str, bytes]:
    """Return what a file holds; of a workbook its parts, whatever the compression."""
    if path.suffix != ".xlsx":
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    "name",
    [
        "berantakan/formasi disporapar.xlsx",
        "dinas-kecil/dinas-kecil.xlsx",
        "dinas-kecil/dinas-kecil.yaml",
        "dinas-kecil/fungsi.csv",
        "dinas-kecil/hubungan.csv",
        "kota-teladan/kota-teladan.xlsx",
        "kota-teladan/kota-teladan.yaml",
        "kota-teladan/sumber/tertanam.csv",
    ],
)
def test_the_committed_file_is_what_the_script_makes_of_its_source(name: str, remade: Path) -> None:
    assert content(remade / name) == content(SAMPLES / name), "run scripts/make_sample.py"


def test_the_city_has_every_table_of_an_organisation(
    sheets: dict[str, list[dict[str, object]]],
) -> None:
    assert list(sheets) == [
        "Unit",
        "Fungsi",
        "Jabatan",
        "Pegawai",
        "Beban Kerja",
        "Hubungan Kerja",
        "Syarat Jabatan",
        "Kompetensi",
        "Diklat",
        "Kinerja",
        "Layanan",
        "Variabel",
    ]


def test_the_city_is_as_large_as_a_city(sheets: dict[str, list[dict[str, object]]]) -> None:
    assert 150 <= len(sheets["Unit"]) <= 220
    assert 1_450 <= len(sheets["Fungsi"]) <= 1_650
    assert 1_200 <= len(sheets["Jabatan"]) <= 1_900
    assert len(sheets["Pegawai"]) == 6_000
    assert 4 * 5_700 <= len(sheets["Kinerja"]) <= 4 * 6_000


def test_no_nip_repeats_and_each_agrees_with_its_person(
    sheets: dict[str, list[dict[str, object]]],
) -> None:
    people = sheets["Pegawai"]
    assert len({row["NIP"] for row in people}) == len(people)
    for row in people:
        nip, born, appointed = str(row["NIP"]), row["Tanggal Lahir"], row["TMT CPNS"]
        month = "21" if row["Status"] == "PPPK" else f"{appointed:%m}"
        sex = {"L": "1", "P": "2"}[str(row["JK"])]
        assert nip[:15] == f"{born:%Y%m%d}{appointed:%Y}{month}{sex}", row["Kode Pegawai"]
        # No agency comes so far in its numbering: the NIP is nobody's.
        assert nip[15:] >= "901"
        assert len(nip) == 18


def test_each_post_holds_as_many_people_as_it_says(
    sheets: dict[str, list[dict[str, object]]],
) -> None:
    posts = {row["Kode Jabatan"]: row["Bezetting"] for row in sheets["Jabatan"]}
    held = dict.fromkeys(posts, 0)
    for row in sheets["Pegawai"]:
        held[row["Kode Jabatan"]] += 1
    assert held == posts


def test_the_unit_without_a_head_and_the_unit_with_empty_posts_come_out(
    sheets: dict[str, list[dict[str, object]]],
) -> None:
    headed = {row["Kode Unit"] for row in sheets["Jabatan"] if row["Pimpinan Unit"] == "Ya"}
    headless = {row["Kode Unit"] for row in sheets["Unit"]} - headed
    empty = [row for row in sheets["Jabatan"] if row["Kebutuhan"] and not row["Bezetting"]]
    assert headless == {"DPRKP-RUSUN"}
    assert {row["Kode Unit"] for row in empty} == {"DISKOMINFO-SANDI"}


def test_every_reference_of_a_sheet_leads_to_a_row(
    sheets: dict[str, list[dict[str, object]]],
) -> None:
    units = {row["Kode Unit"] for row in sheets["Unit"]}
    posts = {row["Kode Jabatan"] for row in sheets["Jabatan"]}
    people = {row["Kode Pegawai"] for row in sheets["Pegawai"]}
    assert {row["Kode Induk"] for row in sheets["Unit"]} - {""} <= units
    assert {row["Kode Atasan"] for row in sheets["Jabatan"]} - {""} <= posts
    for sheet in ("Fungsi", "Jabatan", "Beban Kerja", "Layanan"):
        assert {row["Kode Unit"] for row in sheets[sheet]} <= units, sheet
    for sheet in ("Pegawai", "Beban Kerja", "Syarat Jabatan"):
        assert {row["Kode Jabatan"] for row in sheets[sheet]} <= posts, sheet
    for sheet in ("Kompetensi", "Kinerja"):
        assert {row["Kode Pegawai"] for row in sheets[sheet]} <= people, sheet


def test_a_planted_statement_is_found_by_its_key(
    sheets: dict[str, list[dict[str, object]]],
) -> None:
    texts = {row["Kode Fungsi"]: row["Uraian"] for row in sheets["Fungsi"]}
    with (CITY / "sumber/tertanam.csv").open(encoding="utf-8-sig", newline="") as file:
        planted = list(csv.DictReader(file, delimiter=";"))
    assert len(planted) >= 20
    assert {row["statement_id"]: row["statement"] for row in planted}.items() <= texts.items()


def test_flat_tables_are_as_a_spreadsheet_in_indonesia_exports_them() -> None:
    text = (SAMPLES / "dinas-kecil" / "fungsi.csv").read_bytes()
    assert text.startswith(
        b"\xef\xbb\xbfunit_id;unit_name;parent_id;unit_kind;statement_id;statement\r\n"
    )
