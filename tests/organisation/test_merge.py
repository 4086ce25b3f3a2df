from asn_restruktur.vocabulary import TableName
from raw_tables import organisation, raw, told, units

DINKES = units("1.02: Dinas Kesehatan")
A, B = "a.xlsx", "b.xlsx"


def test_one_id_for_two_things_in_a_sheet_is_an_error_and_the_first_is_kept() -> None:
    city = organisation(raw("units", units("1: Dinas Kesehatan", "1: Dinas Sosial", "2: Badan X")))
    assert list(city.units["name"]) == ["Dinas Kesehatan", "Badan X"]
    assert told(city) == [("DAT101.twice", ["1"], ["units!A2", "units!A3"])]
    assert city.left_out == {TableName.UNITS: 1}


def test_a_unit_that_stands_on_every_row_of_its_statements_is_one_unit() -> None:
    city = organisation(raw("units", DINKES * 5))
    assert len(city.units) == 1
    assert told(city) == []


def test_fields_of_several_inputs_complement_each_other() -> None:
    city = organisation(
        raw("units", [{"unit_id": "1", "name": "Dinas A", "kind": None, "type": "A"}], file=A),
        raw("units", [{"unit_id": "1", "name": "Dinas A", "kind": "dinas", "type": None}], file=B),
    )
    assert list(city.units[["kind", "type"]].itertuples(index=False, name=None)) == [("dinas", "A")]
    assert city.units.at[0, "place_file"] == A


def test_a_contradiction_is_told_with_both_places_and_the_first_wins() -> None:
    post = {"position_id": "p", "unit_id": "1.02", "title": "Analis", "class": 9}
    city = organisation(
        raw("units", DINKES),
        raw("positions", [post], file=A),
        raw("positions", [post | {"class": 8}], file=B),
    )
    assert list(city.positions["class"]) == [9]
    assert told(city) == [("DAT108.both", ["p"], ["positions!D2", "positions!D2"])]
    assert [place.file for place in city.findings[0].places] == [A, B]
    assert dict(city.findings[0].params)["second"] == "8"


def test_names_that_differ_in_case_alone_do_not_contradict() -> None:
    city = organisation(
        raw("units", units("1: Dinas A"), file=A), raw("units", units("1: DINAS A"), file=B)
    )
    assert told(city) == []


def test_a_unit_with_two_parents_keeps_the_first() -> None:
    city = organisation(
        raw("units", units("1: Dinas A", "2: Dinas B", "3 < 1: UPTD Lab"), file=A),
        raw("units", units("3 < 2: UPTD Lab"), file=B),
    )
    assert list(city.units["parent_id"]) == ["", "", "1"]
    assert told(city) == [("DAT104.both", ["3"], ["units!C4", "units!C2"])]


def test_a_contradiction_about_a_person_quotes_nothing() -> None:
    person = {"employee_id": "e1", "name": "Nama Rahasia", "birth_date": "1-1-1980"}
    city = organisation(
        raw("employees", [person], file=A),
        raw("employees", [person | {"name": "Nama Lain", "birth_date": "2-2-1982"}], file=B),
    )
    assert [finding.key for finding in city.findings] == ["DAT108.person"] * 2
    assert "Rahasia" not in repr(city.findings)
    assert "1980" not in repr(city.findings)


def test_a_link_in_two_inputs_is_one_and_twice_in_one_sheet_stays_two() -> None:
    link = {"from_unit": "1", "to_unit": "2", "kind": "data"}
    two = raw("units", units("1: Dinas A", "2: Dinas B"))
    assert len(organisation(two, raw("links", [link, link])).links) == 2
    assert (
        len(organisation(two, raw("links", [link], file=A), raw("links", [link], file=B)).links)
        == 1
    )


def test_rows_keep_the_order_of_the_input() -> None:
    city = organisation(raw("units", units("2: Dinas B", "1: Dinas A", "2: Dinas B", "3: Dinas C")))
    assert list(city.units["unit_id"]) == ["2", "1", "3"]
    assert list(city.units.index) == [0, 1, 2]


def test_a_contradiction_is_told_beside_rows_that_say_nothing() -> None:
    posts = [
        {"position_id": "p", "unit_id": "1.02", "title": "Analis", "level": level}
        for level in ("Ahli Muda", None, "Ahli Madya")
    ]
    city = organisation(raw("units", DINKES), raw("positions", posts))
    assert told(city) == [("DAT108.both", ["p"], ["positions!D2", "positions!D4"])]
