from asn_restruktur.loaders.tables.folded import folded
from made_sheets import sheet

HEADING = ("NO|NAMA|PANGKAT|JABATAN", "|NIP|TMT|TMT")
NIP = "19900101 201503 1 001"
PERSON = ("1|Budi Muara|III/a|Analis Air", f"|{NIP}|01-04-2019|05-01-2021")


def test_the_nip_below_a_name_and_the_dates_beside_it_move_up() -> None:
    rows = folded(sheet("DINAS AIR|||", *HEADING, *PERSON, *PERSON)).rows
    assert rows[1] == ["NO", "NAMA\nNIP", "PANGKAT\nTMT", "JABATAN\nTMT"]
    person = [1, f"Budi Muara\n{NIP}", "III/a\n01-04-2019", "Analis Air\n05-01-2021"]
    assert rows[3] == rows[5] == person
    assert rows[2] == rows[4] == rows[6] == [""] * 4


def test_a_list_whose_heading_has_the_nip_beside_the_name_stays_as_it_is() -> None:
    page = sheet("NO|NAMA|NIP|JABATAN", f"1|Budi Muara|{NIP}|Analis Air")
    assert folded(page) is page
    twice = sheet("NO|NAMA|NIP|JABATAN", f"1|Budi|{NIP}|Analis", "||NIP|")
    assert folded(twice) is twice


def test_a_person_without_a_nip_below_keeps_the_row() -> None:
    rows = folded(sheet(*HEADING, "1|Budi Muara|III/a|Analis Air", *PERSON)).rows
    assert rows[2] == [1, "Budi Muara", "III/a", "Analis Air"]
