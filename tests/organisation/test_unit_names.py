import pytest

from asn_restruktur.organisation.unit_names import Meant, Reading, UnitNames
from asn_restruktur.organisation.unit_words import government_endings

CITY = (
    ("1", "Dinas Kesehatan", ""),
    ("1.1", "Sekretariat", "1"),
    ("1.1.1", "Sub Bagian Umum", "1.1"),
    ("1.2", "Bidang Pencegahan dan Pengendalian Penyakit", "1"),
    ("1.9", "UPTD Kesehatan", "1"),
    ("2", "Dinas Sosial", ""),
    ("2.1", "Sekretariat Dinas Sosial", "2"),
    ("2.1.1", "Sub Bagian Umum", "2.1"),
    ("2.2", "Bidang Sosial", "2"),
    ("3", "Dinas Komunikasi, Informatika, Statistik dan Persandian", ""),
    ("4", "Kecamatan Sukasari", ""),
    ("4.1", "Kelurahan Sukasari", "4"),
    ("5", "Badan Kesatuan Bangsa dan Politik", ""),
    ("6", "Dinas Pendidikan dan Kebudayaan", ""),
)
IDS, NAMES, PARENTS = (list(column) for column in zip(*CITY, strict=True))
UNITS = UnitNames(IDS, NAMES, PARENTS, government_endings("Kota Teladan", []))


@pytest.mark.parametrize(
    ("spelling", "unit", "reading"),
    [
        ("1.2", "1.2", Reading.SAME),
        ("dinas  KESEHATAN", "1", Reading.SAME),
        ("Dinkes", "1", Reading.WRITTEN_OUT),
        ("Dinas Kesehatan Kota Teladan", "1", Reading.WRITTEN_OUT),
        ("Bidang P2P", "1.2", Reading.WRITTEN_OUT),
        ("Disdik", "6", Reading.WRITTEN_OUT),
        ("UPT Kesehatan", "1.9", Reading.WRITTEN_OUT),
        ("Kec. Sukasari", "4", Reading.WRITTEN_OUT),
        ("Lurah Sukasari", "4.1", Reading.WRITTEN_OUT),
        ("Subbag Umum Dinsos", "2.1.1", Reading.ABOVE),
        ("Sekretariat Dinas Kesehatan", "1.1", Reading.ABOVE),
        ("BKBP", "5", Reading.SHORTENED),
        ("Dinas Kom. Info. Stat. & Persandian", "3", Reading.SHORTENED),
        ("Dinas KISP", "3", Reading.SHORTENED),
    ],
)
def test_a_spelling_means_one_unit_by_the_first_rule_that_finds_it(
    spelling: str, unit: str, reading: Reading
) -> None:
    assert UNITS.meant(spelling) == Meant((unit,), reading)


@pytest.mark.parametrize("spelling", ["Dinas Kesehtan", "Sukasari", "Bidang", "9.9", "", "Dinas K"])
def test_likeness_alone_is_no_reading(spelling: str) -> None:
    assert UNITS.meant(spelling).unit == ""


def test_two_units_of_one_name_are_both_named() -> None:
    assert UNITS.meant("Subbag Umum").units == ("1.1.1", "2.1.1")


def test_the_unit_above_decides_between_them() -> None:
    assert UNITS.meant("Sub Bagian Umum", "Dinsos").unit == "2.1.1"


def test_a_unit_elsewhere_is_not_meant() -> None:
    assert UNITS.meant("Bidang Sosial", "Dinas Kesehatan") == Meant()


def test_an_unknown_unit_above_decides_nothing() -> None:
    assert UNITS.meant("Bidang Sosial", "Pemerintah Pusat").unit == "2.2"


def test_a_ring_of_parents_does_no_harm() -> None:
    ring = UnitNames(["a", "b"], ["Bidang A", "Bidang B"], ["b", "a"])
    assert ring.meant("Bid. A", "Bid. B").unit == "a"


@pytest.mark.parametrize("name", ["Bid. " * 6_000, "a" * 32_000, "aa." * 9_000, "(" * 32_000])
def test_a_cell_full_of_text_is_read_in_no_time(name: str) -> None:
    assert UNITS.meant(name) == Meant()
