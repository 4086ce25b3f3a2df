import pytest

from asn_restruktur.organisation.heads import headed_unit


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Kepala Bidang Gizi", "Bidang Gizi"),
        ("KABID GIZI", "BIDANG GIZI"),
        ("Kadis Kesehatan", "Dinas Kesehatan"),
        ("Kadinkes", "dinkes"),
        ("Kepala Sub Bagian Umum", "Subbagian Umum"),
        ("Kasi Promosi", "Seksi Promosi"),
        ("Plt. Camat Sukasari", "Kecamatan Sukasari"),
        ("Sekretaris", "Sekretariat"),
        ("Sekretaris Daerah", "Sekretariat Daerah"),
        ("Inspektur Pembantu I", "Inspektur Pembantu I"),
        ("Direktur RSUD", "RSUD"),
        ("Asisten Administrasi Umum", "Asisten Administrasi Umum"),
    ],
)
def test_a_head_names_the_unit(title: str, unit: str) -> None:
    assert headed_unit(title) == unit


@pytest.mark.parametrize("title", ["Kepala", "Analis Kebijakan", "Perawat Ahli Muda", ""])
def test_other_titles_name_none(title: str) -> None:
    assert headed_unit(title) == ""
