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
    rows = [named("Dinas Café"), named("Dinas Cafe"), named("Dinas É"), named("Dinas E")]
    expected = {"Dinas Cafe": "dinas-cafe", "Dinas Café": "dinas-cafe-2"}
    expected |= {"Dinas E": "dinas-e", "Dinas É": "dinas-e-2"}
    assert {name: unit for name, unit, _ in ids_by_name(*rows)} == expected
    assert {name: unit for name, unit, _ in ids_by_name(*rows[::-1])} == expected


def test_one_unit_under_slightly_different_names_is_one_and_told() -> None:
    city = organisation(
        raw("units", [named("Dinas Kesehatan"), named("Sub Bagian Umum", "Dinas Kesehatan")]),
        raw("units", [named("Subbag Umum", "Dinkes")], file="b.xlsx"),
    )
    assert list(city.units["unit_id"]) == ["dinas-kesehatan", "sub-bagian-umum"]
    assert list(city.units["name"]) == ["Dinas Kesehatan", "Sub Bagian Umum"]
    assert told(city) == [
        ("DAT113.read", ["sub-bagian-umum"], ["units!A2"]),
        ("DAT113.read", ["dinas-kesehatan"], ["units!B2"]),
    ]


def test_a_parent_that_may_be_two_units_is_told_with_both() -> None:
    city = organisation(
        raw("units", [
            *(named(f"Dinas {at}") for at in "AB"),
            *(named("Sekretariat", f"Dinas {at}") for at in "AB"),
            named("Subbag Umum", "Sekretariat"),
        ])
    )  # fmt: skip
    assert [finding.key for finding in city.findings] == ["DAT102.several"]
    assert dict(city.findings[0].params)["units"] == (
        "dinas-a.sekretariat",
        "dinas-b.sekretariat",
    )
