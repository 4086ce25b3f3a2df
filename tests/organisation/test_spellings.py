from asn_restruktur.vocabulary import TableName
from raw_tables import organisation, raw, told, units

CITY = raw("units", units("1: Dinas Kesehatan"))


def test_every_value_of_a_person_has_one_spelling() -> None:
    person = {
        "employee_id": "a",
        "sex": "Perempuan",
        "status": "P3K",
        "golongan": "Penata Tk. I (III/d)",
        "education_level": "D.III Kebidanan",
    }
    other = {
        "employee_id": "b",
        "sex": "m",
        "status": "Tenaga Ahli",
        "golongan": "9",
        "education_level": "S1 Gizi",
        "field_of_study": "Ilmu Gizi",
    }
    people = organisation(CITY, raw("employees", [person, other])).employees
    columns = ["sex", "status", "golongan", "education_level", "field_of_study"]
    assert people[columns].to_numpy().tolist() == [
        ["P", "PPPK", "III/d", "D3", "Kebidanan"],
        ["L", "Tenaga Ahli", "IX", "S1", "Ilmu Gizi"],
    ]


def test_what_is_not_understood_stays_as_written_and_is_told_once_with_its_cells() -> None:
    rows = [{"employee_id": f"e{at}", "education_level": "S1/S2"} for at in range(2)]
    city = organisation(CITY, raw("employees", rows))
    assert list(city.employees["education_level"]) == ["S1/S2"] * 2
    assert told(city) == [("DAT114.kept", [], ["employees!B2", "employees!B3"])]


def test_a_post_is_the_same_whether_its_level_stands_first_or_last() -> None:
    one = {"unit_id": "1", "title": "AHLI MUDA - PENATA GIZI", "kind": "JFT"}
    other = {"unit_id": "1", "title": "Penata Gizi Ahli Muda", "need": 2}
    city = organisation(CITY, raw("positions", [one]), raw("positions", [other], file="b.xlsx"))
    assert city.positions[["title", "level", "need"]].to_numpy().tolist() == [
        ["PENATA GIZI AHLI MUDA", "ahli muda", 2.0]
    ]
    assert told(city) == []


def test_a_post_may_be_named_with_its_level_first() -> None:
    post = {"position_id": "p", "unit_id": "1", "title": "Penata Gizi", "level": "Muda"}
    person = {"employee_id": "a", "unit_id": "1", "position_id": "AHLI MUDA - PENATA GIZI"}
    city = organisation(CITY, raw("positions", [post]), raw("employees", [person]))
    assert list(city.employees["position_id"]) == ["p"]
    assert list(city.positions["level"]) == ["ahli muda"]


def test_the_eselon_of_a_post_has_one_spelling() -> None:
    post = {"position_id": "p", "unit_id": "1", "title": "Kepala Dinas", "eselon": "Es. IIb"}
    city = organisation(CITY, raw("positions", [post]))
    assert city.table(TableName.POSITIONS).at[0, "eselon"] == "II.b"
    assert city.positions.at[0, "kind"] == "jpt"
