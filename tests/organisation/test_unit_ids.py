from raw_tables import organisation, raw, told


def ids_by_name(*rows: dict[str, object]) -> list[tuple[str, str, str]]:
    city = organisation(raw("units", rows))
    columns = ["name", "unit_id", "parent_id"]
    return list(city.units[columns].itertuples(index=False, name=None))


def named(name: str, parent: str = "") -> dict[str, object]:
    return {"name": name, "parent_id": parent}


def test_a_unit_without_an_id_has_the_slug_of_its_name() -> None:
    assert ids_by_name(named("Dinas Kesehatan"), named("Bidang Gizi", "dinas  KESEHATAN")) == [
        ("Dinas Kesehatan", "dinas-kesehatan", ""),
        ("Bidang Gizi", "bidang-gizi", "dinas-kesehatan"),
    ]


def test_the_same_name_under_different_parents_is_two_units() -> None:
    found = ids_by_name(
        named("Dinas A"),
        named("Dinas B"),
        named("Sekretariat", "Dinas A"),
        named("Sekretariat", "Dinas B"),
    )
    assert [unit for _, unit, _ in found] == [
        "dinas-a", "dinas-b", "dinas-a.sekretariat", "dinas-b.sekretariat",
    ]  # fmt: skip


def test_the_same_name_under_the_same_parent_is_one_unit() -> None:
    assert (
        len(
            ids_by_name(
                named("Dinas A"), named("Sekretariat", "Dinas A"), named("sekretariat", "Dinas A")
            )
        )
        == 2
    )


def test_ids_do_not_depend_on_the_order_of_rows() -> None:
    rows = [named(f"Dinas {at}") for at in range(4)]
    rows += [named("Sekretariat", f"Dinas {at}") for at in range(4)]
    expected = sorted(ids_by_name(*rows))
    rows.reverse()
    assert sorted(ids_by_name(*rows)) == expected


def test_a_parent_may_be_named_by_a_different_case_of_its_id() -> None:
    found = ids_by_name(
        {"unit_id": "DINKES", "name": "Dinas Kesehatan"},
        {**named("Bidang Gizi", "dinkes"), "unit_id": "x"},
    )
    assert found[1][2] == "DINKES"


def test_an_input_without_ids_means_the_units_of_one_with_ids() -> None:
    city = organisation(
        raw("units", [{"unit_id": "1.02", "name": "Dinas Kesehatan", "parent_id": None}]),
        raw("units", [{"name": "Dinas Kesehatan", "urusan": "1.02"}], file="b.xlsx"),
    )
    assert list(city.units[["unit_id", "urusan"]].itertuples(index=False, name=None)) == [
        ("1.02", "1.02")
    ]
    assert told(city) == []


def test_a_slug_that_the_planner_uses_already_is_not_taken() -> None:
    found = ids_by_name({"unit_id": "dinas-a", "name": "Dinas Z"}, named("Dinas A"))
    assert [unit for _, unit, _ in found] == ["dinas-a", "dinas-a-2"]


def test_names_with_one_slug_are_numbered_by_their_spelling() -> None:
    rows = [named("Dinas A B"), named("Dinas A & B"), named("Dinas A/B, C"), named("Dinas A B C")]
    expected = {"Dinas A & B": "dinas-a-b", "Dinas A B": "dinas-a-b-2"}
    expected |= {"Dinas A B C": "dinas-a-b-c", "Dinas A/B, C": "dinas-a-b-c-2"}
    assert {name: unit for name, unit, _ in ids_by_name(*rows)} == expected
    assert {name: unit for name, unit, _ in ids_by_name(*rows[::-1])} == expected
