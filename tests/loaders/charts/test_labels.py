import pytest

from asn_restruktur.loaders.charts.labels import may_be_person, read_label
from asn_restruktur.loaders.charts.posts import charted, head_post


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("KEPALA DINAS KESEHATAN", "DINAS KESEHATAN"),
        ("Kepala Bidang Mutasi", "Bidang Mutasi"),
        ("KABID MUTASI", "BIDANG MUTASI"),
        ("Kasubbag. Umum", "Subbagian Umum"),
        ("Ka. Subbag Umum", "Subbagian Umum"),
        ("Kasi Tera", "Seksi Tera"),
        ("SEKRETARIS", "SEKRETARIAT"),
        ("Sekretaris Daerah", "Sekretariat Daerah"),
        ("Camat Mekar", "Kecamatan Mekar"),
        ("Lurah Mekar", "Kelurahan Mekar"),
        ("Inspektur", "Inspektorat"),
        ("Inspektur Pembantu Wilayah I", "Inspektur Pembantu Wilayah I"),
        ("Direktur RSUD Mekar", "RSUD Mekar"),
        ("Ketua Tim Tera", "Tim Tera"),
        ("Plt. Kepala UPT Tera", "UPT Tera"),
        ("Head of Finance", "Finance"),
    ],
)
def test_the_title_of_a_head_names_its_unit(title: str, unit: str) -> None:
    post = head_post(title)
    assert post is not None
    assert post.unit == unit


@pytest.mark.parametrize("text", ["Bidang Mutasi", "Kepala Ruang Mawar", "Sekretaris Pribadi", ""])
def test_other_texts_are_no_head(text: str) -> None:
    assert head_post(text) is None


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["KEPALA BIDANG", "PENCEGAHAN DAN", "PENGENDALIAN"], None),
        (["Bidang Pasar (Tipe A)"], None),
        (["BIDANG TATA", "Ruang dan Bangunan"], None),
        (["Dinas Pasar", "Kota Teladan"], None),
        (["Kepala Dinas", "Kesehatan"], None),
        (["Bidang Pasar", "(Eselon III.b)"], "Bidang Pasar"),
        (["Kasi Tera", "Contoh Nama, S.Sos", "Penata Tk. I (III/d)"], "Kasi Tera"),
        (["Kasi Tera", "Nama: Contoh"], "Kasi Tera"),
        (["Kasi Tera", "Contoh Nama, S. Xyz., M.Abc"], "Kasi Tera"),
        (["Bidang Sarana, Prasarana", "dan M.K. Umum"], None),
        (["KASI TERA", "CONTOH NAMA", "Penata, III/c", "NIP. 1970 0101 199003 1 001"], "KASI TERA"),
        (["KASI TERA", "Contoh Nama"], "KASI TERA"),
        (["SEKRETARIS", "III.a"], "SEKRETARIS"),
        (["SEKRETARIS", "IIIb"], "SEKRETARIS"),
        (["Analis Pasar Ahli Muda", "Kelas: 9", "B: 2 K: 4"], "Analis Pasar Ahli Muda"),
    ],
)
def test_only_what_names_the_unit_or_post_stays(lines: list[str], text: str | None) -> None:
    assert read_label(lines).text == (" ".join(lines) if text is None else text)


def test_the_numbers_of_a_box_are_values_of_its_post() -> None:
    label = read_label(["Kepala Seksi Tera", "Eselon IV.a", "Kelas Jabatan 9", "B=1 K=1"])
    assert label.values == {"eselon": "IV.a", "class": "9", "filled": "1", "need": "1"}


def test_a_holder_is_read_where_the_box_says_so() -> None:
    label = read_label(["KABID", "drg. Contoh Nama, M.Kes", "Pembina (IV/a)", "197001011990031001"])
    assert (label.person, label.nip, label.golongan) == (
        "drg. Contoh Nama, M.Kes",
        "197001011990031001",
        "IV/a",
    )


def test_what_may_be_a_person_is_not_quoted() -> None:
    said = ("Contoh Nama", "CONTOH NAMA", "Dra. Contoh", "x 197001011990031001", "Nama, S.Sos")
    assert all(map(may_be_person, said))
    assert not any(map(may_be_person, ("Bidang Pasar", "catatan kecil", "Seksi Kios dan Los")))


def test_the_title_of_a_chart_names_what_follows() -> None:
    assert charted("BAGAN STRUKTUR ORGANISASI - DINAS PASAR") == "DINAS PASAR"
    assert charted("Struktur Organisasi") == ""
    assert charted("Dinas Pasar") is None


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (["KEPALA DINAS", "Dinas Pasar"], "Dinas Pasar"),
        (["Bidang Kios", "Kepala Bidang", "Eselon III.b"], "Bidang Kios"),
        (["CAMAT", "Kecamatan Mekar"], "Kecamatan Mekar"),
        (["KEPALA DINAS", "PASAR"], "DINAS PASAR"),
    ],
)
def test_the_head_and_its_unit_may_stand_on_lines_of_their_own(lines: list[str], unit: str) -> None:
    assert read_label(lines).unit == unit
