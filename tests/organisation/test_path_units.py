from dataclasses import replace

from asn_restruktur.organisation.model import Organisation, RawTable
from asn_restruktur.organisation.unit_paths import above, joined, last
from raw_tables import organisation, raw, told, units


def path(*names: str) -> str:
    return joined(names)


def implied(*paths: str, sheet: str = "DUK", ids: dict[str, str] | None = None) -> RawTable:
    """Lay out the units that rows name by paths, each with those above it."""
    given = ids or {}
    rows = [
        {
            "unit_id": given.get(one, one),
            "name": last(one),
            "parent_id": given.get(above(one), above(one)) or None,
        }
        for one in paths
    ]
    return replace(raw("units", rows, sheet=sheet), is_implied=True)


def duties(*owners: str) -> RawTable:
    rows = [{"unit_id": unit, "text": f"menanam pohon {at}"} for at, unit in enumerate(owners)]
    return raw("functions", rows)


def tree(city: Organisation) -> list[tuple[str, str, str]]:
    columns = ["unit_id", "name", "parent_id"]
    return sorted(city.units[columns].itertuples(index=False, name=None))


def owners(city: Organisation) -> list[str]:
    return list(city.functions["unit_id"])


SUNGAI = path("Dinas Air", "Bidang Sungai")


def test_paths_that_several_lists_name_are_one_unit_each_with_the_ids_of_their_names() -> None:
    city = organisation(
        implied("Dinas Air", SUNGAI), implied("Dinas Air", SUNGAI, sheet="ABK"), duties(SUNGAI)
    )
    assert tree(city) == [
        ("dinas-air", "Dinas Air", ""),
        ("dinas-air.bidang-sungai", "Bidang Sungai", "dinas-air"),
    ]
    assert owners(city) == ["dinas-air.bidang-sungai"]


def test_units_of_one_name_in_two_dinas_are_two() -> None:
    one, other = path("Dinas Air", "Subbagian Umum"), path("Dinas Pohon", "Subbagian Umum")
    city = organisation(implied("Dinas Air", "Dinas Pohon", one, other), duties(one, other))
    assert owners(city) == ["dinas-air.subbagian-umum", "dinas-pohon.subbagian-umum"]


def test_an_abbreviated_path_is_the_same_unit_and_told() -> None:
    short = path("Dinas Air", "Bid. Sungai")
    city = organisation(implied("Dinas Air", SUNGAI, short), duties(SUNGAI, short))
    assert owners(city) == ["dinas-air.bidang-sungai"] * 2
    assert told(city) == [("DAT113.read", ["dinas-air.bidang-sungai"], ["functions!A3"])]


def test_a_path_in_capitals_is_no_other_spelling() -> None:
    loud = path("DINAS AIR", "BIDANG SUNGAI")
    city = organisation(implied("Dinas Air", SUNGAI, "DINAS AIR", loud), duties(SUNGAI, loud))
    assert owners(city) == ["dinas-air.bidang-sungai"] * 2
    assert not told(city)


def test_a_name_alone_is_the_only_unit_of_that_name() -> None:
    city = organisation(implied("Dinas Air", SUNGAI, "Bidang Sungai"), duties("Bidang Sungai"))
    assert owners(city) == ["dinas-air.bidang-sungai"]
    assert len(city.units) == 2


def test_a_name_alone_of_several_units_is_a_unit_of_its_own() -> None:
    one, other = path("Dinas Air", "Subbagian Umum"), path("Dinas Pohon", "Subbagian Umum")
    alone = "Subbagian Umum"
    city = organisation(implied("Dinas Air", "Dinas Pohon", one, other, alone), duties(alone))
    assert owners(city) == ["subbagian-umum"]


def test_a_code_stays_the_id_of_its_unit() -> None:
    coded = {SUNGAI: "1.1"}
    city = organisation(implied("Dinas Air", SUNGAI, ids=coded), duties("1.1"))
    assert tree(city) == [("1.1", "Bidang Sungai", "dinas-air"), ("dinas-air", "Dinas Air", "")]
    assert not told(city)


def test_names_that_stand_above_one_another_give_a_tree_all_the_same() -> None:
    city = organisation(
        implied("Bidang A", path("Bidang A", "Bidang B"), "Bidang B", path("Bidang B", "Bidang A"))
    )
    parents = {unit: parent for unit, _, parent in tree(city)}
    for unit in set(parents):
        above = unit
        seen: list[str] = []
        while above:
            assert above not in seen
            seen.append(above)
            above = parents[above]


def test_a_declared_unit_without_parts_gets_those_that_rows_name() -> None:
    city = organisation(
        raw("units", units("1: Dinas Air", "2: Dinas Pohon")),
        implied("Dinas Air", SUNGAI, path("Dinas Air", "Bidang Sungai", "Seksi Muara")),
        duties(SUNGAI),
    )
    assert tree(city) == [
        ("1", "Dinas Air", ""),
        ("2", "Dinas Pohon", ""),
        ("bidang-sungai", "Bidang Sungai", "1"),
        ("seksi-muara", "Seksi Muara", "bidang-sungai"),
    ]
    assert owners(city) == ["bidang-sungai"]


def test_a_declared_unit_that_lists_its_parts_gets_no_others() -> None:
    city = organisation(
        raw("units", units("1: Dinas Air", "1.1 < 1: Bidang Pohon")),
        implied("Dinas Air", SUNGAI),
        duties("Bidang Pohon"),
    )
    assert {name for _, name, _ in tree(city)} == {"Dinas Air", "Bidang Pohon"}


def test_a_name_alone_is_the_only_unit_of_that_name_in_whatever_spellings_it_stands() -> None:
    short = path("Dinas Air", "Bid. Sungai")
    alone = "Bidang Sungai"
    city = organisation(implied("Dinas Air", SUNGAI, short, alone), duties(alone, short))
    assert owners(city) == ["dinas-air.bidang-sungai"] * 2
    assert len(city.units) == 2


def test_units_below_are_found_before_those_above_and_cited_where_they_first_stand() -> None:
    city = organisation(implied(SUNGAI, "Dinas Air", "DINAS AIR"), duties(SUNGAI))
    assert tree(city) == [
        ("dinas-air", "Dinas Air", ""),
        ("dinas-air.bidang-sungai", "Bidang Sungai", "dinas-air"),
    ]
    assert sorted(city.units["place_row"]) == [2, 3]


def test_a_name_whose_id_is_the_code_of_another_unit_gets_another_id() -> None:
    city = organisation(implied("Dinas Pohon", "Dinas Air", ids={"Dinas Pohon": "dinas-air"}))
    named = {name: unit for unit, name, _ in tree(city)}
    assert named["Dinas Pohon"] != named["Dinas Air"]


def test_parts_of_a_declared_unit_count_once_in_any_order_and_spelling() -> None:
    muara, short = (
        path("Dinas Air", "Bidang Sungai", "Seksi Muara"),
        path("Dinas Air", "Bid. Sungai"),
    )
    city = organisation(
        raw("units", units("1: Dinas Air", "2: Dinas Pohon")), implied(muara, SUNGAI, short)
    )
    assert tree(city)[2:] == [
        ("bidang-sungai", "Bidang Sungai", "1"),
        ("seksi-muara", "Seksi Muara", "bidang-sungai"),
    ]
