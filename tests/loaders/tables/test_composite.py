import pytest

from asn_restruktur.loaders.tables.composite import composed, taken_apart

NIP = "199001012015031001"


@pytest.mark.parametrize(
    ("heading", "fields"),
    [
        ("Nama/NIP", "name+nip"),
        ("Nama\nNIP", "name+nip"),
        ("Nama dan NIP", "name+nip"),
        ("Nama & NIP", "name+nip"),
        ("Nama, NIP, Tempat/Tanggal Lahir", "name+nip+birth"),
        ("Nama, Tempat/Tanggal Lahir", "name+birth"),
        ("Nama, NIP", "name+nip"),
        ("Nama/Agama", "name+"),
        ("Jabatan/TMT", "position_title+in_position_since"),
        ("Pangkat/TMT", "rank+"),
    ],
)
def test_a_heading_that_names_several_fields_states_them_all(heading: str, fields: str) -> None:
    assert composed(heading, "employees") == fields


@pytest.mark.parametrize(
    "heading", ["Nama", "Nama/Warna", "Bidang/Seksi", "Unit Kerja/OPD", "Nama/Nama Pegawai"]
)
def test_a_heading_of_one_thing_or_of_unknown_words_states_no_list(heading: str) -> None:
    assert composed(heading, "employees") is None


def test_each_line_of_a_cell_is_known_by_what_it_looks_like() -> None:
    value = f"{NIP}\nAgus Contoh\n(III/a)\n01-02-1990"
    assert taken_apart(value, ["name", "nip", "golongan", "birth_date"]) == {
        "nip": NIP,
        "name": "Agus Contoh",
        "golongan": "III/a",
        "birth_date": "01-02-1990",
    }


def test_texts_follow_the_order_of_the_heading() -> None:
    found = taken_apart("Penata\nAnalis Air", ["rank", "position_title"])
    assert found == {"rank": "Penata", "position_title": "Analis Air"}


def test_a_name_on_the_line_of_the_nip_is_taken_too() -> None:
    assert taken_apart(f"Agus Contoh / NIP. {NIP}", ["name", "nip"]) == {
        "name": "Agus Contoh",
        "nip": NIP,
    }
    assert taken_apart(f"Agus Contoh, NIP {NIP}", ["name", "nip"]) == {
        "name": "Agus Contoh",
        "nip": NIP,
    }


def test_a_date_that_no_field_wants_is_no_name() -> None:
    assert taken_apart("01-04-2020\nPenata", ["rank", ""]) == {"rank": "Penata"}
    assert taken_apart("(2019)\nS1", ["education_level", ""]) == {"education_level": "S1"}


def test_the_date_below_a_post_is_when_it_began() -> None:
    found = taken_apart("Analis Air\n2020-04-01", ["position_title", "in_position_since"])
    assert found == {"position_title": "Analis Air", "in_position_since": "2020-04-01"}


def test_an_empty_cell_states_nothing() -> None:
    assert taken_apart(None, ["name", "nip"]) == {}


def test_things_on_one_line_are_told_by_the_slashes_or_blanks_between_them() -> None:
    for value in (f"Agus Contoh   {NIP}", f"Agus Contoh / {NIP} / III/a"):
        found = taken_apart(value, ["name", "nip", "golongan"])
        assert (found["name"], found["nip"]) == ("Agus Contoh", NIP)
    found = taken_apart("Penata / Analis Air", ["rank", "position_title"])
    assert found == {"rank": "Penata", "position_title": "Analis Air"}


def test_of_two_lines_of_one_kind_the_first_is_taken() -> None:
    found = taken_apart("III/a\nIII/b", ["golongan", "rank"])
    assert found["golongan"] == "III/a"


def test_place_and_date_of_birth_are_one_line_and_golongan_ix_is_one() -> None:
    found = taken_apart("Agus\nContoh, 01-02-1990\nIX", ["name", "birth", "golongan"])
    assert found == {"name": "Agus", "birth": "Contoh, 01-02-1990", "golongan": "IX"}


def test_a_list_of_units_and_posts_names_both_in_one_column() -> None:
    assert composed("Unit Kerja / Jabatan", "positions") == "title"


def test_the_person_of_a_rating_may_share_a_cell_with_the_nip() -> None:
    found = taken_apart(f"Budi Muara\nNIP. {NIP}", ["person", "nip"])
    assert found == {"person": "Budi Muara", "nip": NIP}
