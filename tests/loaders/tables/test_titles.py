import pytest

from asn_restruktur.loaders.tables.titles import titled_government
from asn_restruktur.organisation.model import Government


def told(*titles: str) -> Government:
    return titled_government([[title, ""] for title in titles])


@pytest.mark.parametrize(
    ("title", "name", "kind"),
    [
        ("PEMERINTAH KOTA CONTOH RAYA", "Kota Contoh Raya", "kota"),
        ("Pemerintah  Kabupaten Contoh", "Kabupaten Contoh", "kabupaten"),
        ("PROVINSI CONTOH", "Provinsi Contoh", "provinsi"),
        ("DAFTAR JABATAN DINAS AIR KAB. CONTOH TAHUN 2026", "Kabupaten Contoh", "kabupaten"),
        ("Daftar Jabatan di Prov. Contoh Raya per 2026", "Provinsi Contoh Raya", "provinsi"),
    ],
)
def test_a_title_names_the_government(title: str, name: str, kind: str) -> None:
    found = told(title)
    assert (found.name, found.kind) == (name, kind)


def test_a_title_that_is_a_government_as_a_whole_counts_more_than_one_that_mentions_one() -> None:
    assert told("DINAS AIR KAB. LAIN", "PEMERINTAH KOTA CONTOH").name == "Kota Contoh"


def test_a_word_that_is_no_name_is_no_government() -> None:
    assert told("DAFTAR JABATAN KOTA TAHUN 2026", "di kota contoh").name == ""


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Keadaan per 1 Maret 2026", "2026-03-01"),
        ("Data per tanggal 01-03-2026", "2026-03-01"),
        ("Keadaan per 1 Mawar 2026", ""),
        ("Keadaan Maret 2026", ""),
    ],
)
def test_a_title_dates_the_data(title: str, date: str) -> None:
    assert told(title).as_of == date


def test_the_first_of_two_governments_and_dates_holds() -> None:
    found = told("KOTA CONTOH", "KOTA LAIN", "per 1 Maret 2026", "per 1 April 2026")
    assert (found.name, found.as_of) == ("Kota Contoh", "2026-03-01")


def test_cells_that_are_no_text_say_nothing() -> None:
    assert titled_government([[2026, None, ""]]) == Government()


def test_the_first_of_two_governments_that_are_only_mentioned_holds() -> None:
    found = told("Jabatan di KAB. CONTOH", "Jabatan di KAB. LAIN")
    assert (found.name, found.kind) == ("Kabupaten Contoh", "kabupaten")


def test_a_name_written_over_two_lines_keeps_its_own_letters() -> None:
    assert told("Pemerintah\nKota  McContoh").name == "Kota McContoh"
