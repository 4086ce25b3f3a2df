import pandas as pd

from raw_tables import organisation, raw, units

DINKES = units("1.02: Dinas Kesehatan", "1: Sesuatu")


def test_a_unit_that_states_no_kind_shows_it_by_its_name_without_a_finding() -> None:
    city = organisation(raw("units", DINKES))
    assert list(city.units["kind"]) == ["dinas", "other"]
    assert city.findings == ()


def test_a_structural_position_has_the_kind_of_its_eselon() -> None:
    eselons = ["II.b", "IIIa", "Eselon IV.A", "2b", "Es. III", None]
    posts = [
        {
            "position_id": f"p{at}",
            "unit_id": "1.02",
            "title": "X",
            "kind": "Struktural",
            "eselon": eselon,
        }
        for at, eselon in enumerate(eselons)
    ]
    city = organisation(raw("units", DINKES), raw("positions", posts))
    assert list(city.positions["kind"]) == [
        "jpt",
        "administrator",
        "pengawas",
        "jpt",
        "administrator",
        "",
    ]


def test_a_level_shows_a_functional_position() -> None:
    posts = [{"position_id": "p", "unit_id": "1.02", "title": "Perawat Ahli Muda"}]
    assert list(organisation(raw("units", DINKES), raw("positions", posts)).positions["kind"]) == [
        "jf"
    ]


def test_a_head_is_guessed_only_where_no_flag_says_it() -> None:
    posts = [
        {"position_id": "a", "unit_id": "1.02", "title": "Kepala Dinas", "is_head": None},
        {"position_id": "b", "unit_id": "1.02", "title": "Kepala Dinas", "is_head": "tidak"},
        {"position_id": "c", "unit_id": "1.02", "title": "Kepala Laboratorium", "kind": "JF"},
    ]
    heads = organisation(raw("units", DINKES), raw("positions", posts)).positions["is_head"]
    assert list(heads) == [True, False, False]
    assert heads.dtype == pd.BooleanDtype()
