from asn_restruktur.vocabulary import TableName
from raw_tables import organisation, raw, told, units

NIP = "198501012010011001"
OTHER_NIP = "198602022011012002"
DINKES = units("1.02: Dinas Kesehatan")


def said(*texts: str) -> list[dict[str, object]]:
    return [{"unit_id": "1.02", "text": text} for text in texts]


def test_a_statement_without_an_id_has_its_unit_and_a_hash_of_its_text() -> None:
    city = organisation(
        raw("units", DINKES), raw("functions", said("a. Pembinaan gizi; dan", "pembinaan  gizi."))
    )
    first, second = city.functions["statement_id"]
    assert first.startswith("1.02-")
    assert second == f"{first}-2"


def test_statement_ids_do_not_depend_on_the_order_of_rows() -> None:
    texts = [f"pembinaan {at % 7}" for at in range(20)]
    before = organisation(raw("units", DINKES), raw("functions", said(*texts)))
    texts.reverse()
    after = organisation(raw("units", DINKES), raw("functions", said(*texts)))
    assert set(before.functions["statement_id"]) == set(after.functions["statement_id"])


def test_the_same_statement_in_two_inputs_is_one() -> None:
    city = organisation(
        raw("units", DINKES),
        raw("functions", said("pembinaan gizi")),
        raw("functions", said("pembinaan gizi"), file="b.xlsx"),
    )
    assert len(city.functions) == 1
    assert told(city) == []


def test_a_nip_is_never_an_id() -> None:
    people = [
        {"employee_id": NIP, "name": "Orang Satu", "unit_id": "1.02"},
        {"nip": OTHER_NIP[:8] + " " + OTHER_NIP[8:], "name": "Orang Dua", "unit_id": "1.02"},
    ]
    grades = [{"subject_id": NIP, "period": "2025"}, {"subject_id": OTHER_NIP, "period": "2025"}]
    city = organisation(raw("units", DINKES), raw("employees", people), raw("performance", grades))
    ids = list(city.employees["employee_id"])
    assert sorted(ids) == ["p1", "p2"]
    assert list(city.employees["nip"]) == [NIP, OTHER_NIP]
    assert list(city.table(TableName.PERFORMANCE)["subject_id"]) == ids


def test_the_staff_code_of_one_input_serves_another_that_has_only_the_nip() -> None:
    city = organisation(
        raw("units", DINKES),
        raw("employees", [{"employee_id": "S-7", "nip": NIP, "name": "Orang"}]),
        raw("employees", [{"nip": NIP, "name": "Orang", "golongan": "III/a"}], file="b.xlsx"),
    )
    people = city.employees[["employee_id", "golongan"]]
    assert list(people.itertuples(index=False, name=None)) == [("S-7", "III/a")]


def test_local_codes_do_not_depend_on_the_order_of_rows() -> None:
    people = [
        {"name": f"Orang {at}", "unit_id": "1.02", "nip": f"19850101201001{at:04}"}
        for at in range(12)
    ]
    before = organisation(raw("units", DINKES), raw("employees", people)).employees
    people.reverse()
    after = organisation(raw("units", DINKES), raw("employees", people)).employees
    assert dict(zip(before["nip"], before["employee_id"], strict=True)) == dict(
        zip(after["nip"], after["employee_id"], strict=True)
    )


def test_an_unknown_nip_is_not_spelt_out_in_a_finding() -> None:
    city = organisation(
        raw("employees", [{"employee_id": "a", "name": "A"}]),
        raw("competences", [{"employee_id": NIP, "competence": "integritas"}]),
    )
    assert [finding.code for finding in city.findings] == ["DAT106"]
    assert NIP not in repr(city.findings)


def test_a_position_without_an_id_has_its_unit_title_and_level() -> None:
    posts = [
        {"unit_id": "1.02", "title": "Perawat", "level": "Ahli Muda"},
        {"unit_id": "1.02", "title": "Perawat"},
    ]
    city = organisation(raw("units", DINKES), raw("positions", posts))
    assert list(city.positions["position_id"]) == ["1.02.perawat-ahli-muda", "1.02.perawat"]


def test_a_training_without_an_id_has_the_slug_of_its_name() -> None:
    city = organisation(raw("trainings", [{"name": "Diklat PIM IV"}]))
    assert list(city.table(TableName.TRAININGS)["training_id"]) == ["diklat-pim-iv"]


def test_people_without_name_and_nip_are_as_many_as_their_rows() -> None:
    rows = [{"unit_id": "1.02", "golongan": "III/a"}] * 3
    assert len(organisation(raw("units", DINKES), raw("employees", rows)).employees) == 3


def test_namesakes_in_one_sheet_are_two_people_and_in_two_sheets_one() -> None:
    row = {"unit_id": "1.02", "name": "Orang Satu"}
    two = raw("employees", [row, row])
    again = raw("employees", [row], file="b.xlsx")
    assert len(organisation(raw("units", DINKES), two, again).employees) == 2
