import pytest

from asn_restruktur.organisation.assemble import assemble
from asn_restruktur.organisation.model import Government, Organisation, RawTable
from asn_restruktur.vocabulary import TableName
from raw_tables import Row, organisation, raw, units


def implied(*rows: tuple[str, str]) -> RawTable:
    """Lay out units that a list of something else mentions: name, and that of the unit above."""
    table = raw("units", [{"name": name, "parent_id": above} for name, above in rows], sheet="DUK")
    return RawTable(name=table.name, frame=table.frame, letters=table.letters, is_implied=True)


def tree(city: Organisation) -> list[tuple[str, str, str]]:
    columns = ["unit_id", "name", "parent_id"]
    return list(city.units[columns].itertuples(index=False, name=None))


def test_without_a_table_of_units_those_named_become_the_units() -> None:
    rows = [
        {"unit_id": "Dinas Kesehatan", "text": "a"},
        {"unit_id": "dinas kesehatan", "text": "b"},
    ]
    city = organisation(raw("functions", rows))
    assert list(city.units[["unit_id", "name", "kind"]].itertuples(index=False, name=None)) == [
        ("dinas-kesehatan", "Dinas Kesehatan", "dinas")
    ]
    assert list(city.functions["unit_id"]) == ["dinas-kesehatan"] * 2
    assert str(city.span(TableName.UNITS)[0]) == "kota.xlsx!functions!A2:A2"


def test_a_table_of_units_without_one_whole_row_names_none() -> None:
    city = organisation(
        raw("units", [{"kind": "dinas"}]), raw("functions", [{"unit_id": "Dinas A", "text": "a"}])
    )
    assert list(city.units["unit_id"]) == list(city.functions["unit_id"]) == ["dinas-a"]
    assert [finding.code for finding in city.findings] == ["DAT109", "DAT109"]


def test_implied_units_become_the_units_where_none_are_declared() -> None:
    city = organisation(
        implied(("Subbag Umum", "Dinas Sosial"), ("Sub Bagian Umum", "Dinas Kesehatan")),
        raw("employees", [
            {"employee_id": "a", "unit_id": "Subbag Umum", "top_unit": "Dinas Sosial"},
            {"employee_id": "b", "unit_id": "Sub Bag. Umum", "top_unit": "Dinkes"},
        ]),
    )  # fmt: skip
    assert tree(city) == [
        ("dinas-sosial.sub-bagian-umum", "Subbag Umum", "dinas-sosial"),
        ("dinas-kesehatan.sub-bagian-umum", "Sub Bagian Umum", "dinas-kesehatan"),
        ("dinas-sosial", "Dinas Sosial", ""),
        ("dinas-kesehatan", "Dinas Kesehatan", ""),
    ]
    assert list(city.employees["unit_id"]) == [
        "dinas-sosial.sub-bagian-umum",
        "dinas-kesehatan.sub-bagian-umum",
    ]


def test_implied_units_give_way_to_declared_ones() -> None:
    city = organisation(
        raw("units", units("1: Dinas Kesehatan", "1.1 < 1: Bidang Gizi")),
        implied(("Bid. Gizi", "Dinkes"), ("Taman Satwa", "Dinkes")),
        raw("employees", [
            {"employee_id": "a", "unit_id": "Bid. Gizi", "top_unit": "Dinkes"},
            {"employee_id": "b", "unit_id": "Taman Satwa", "top_unit": "Dinkes"},
        ]),
    )  # fmt: skip
    assert list(city.units["unit_id"]) == ["1", "1.1"]
    assert list(city.employees["unit_id"]) == ["1.1", ""]
    assert [finding.key for finding in city.findings] == ["DAT113.read", "DAT106.alone"]


def test_a_perangkat_daerah_is_not_below_itself() -> None:
    city = organisation(implied(("DINAS KESEHATAN", "Dinas Kesehatan"), ("Bidang A", "Dinkes")))
    assert tree(city) == [
        ("dinas-kesehatan", "DINAS KESEHATAN", ""),
        ("bidang-a", "Bidang A", "dinas-kesehatan"),
    ]


def test_a_row_that_names_only_its_perangkat_daerah_belongs_to_that() -> None:
    city = organisation(raw("employees", [{"employee_id": "a", "top_unit": "Dinas Sosial"}]))
    assert list(city.employees["unit_id"]) == ["dinas-sosial"]


@pytest.mark.parametrize("order", [1, -1])
def test_a_name_without_its_unit_above_means_the_one_that_has_one(order: int) -> None:
    rows: list[Row] = [{"employee_id": "a", "unit_id": "Bidang A"}]
    rows.append({"employee_id": "b", "unit_id": "Bidang A", "top_unit": "Dinas B"})
    city = organisation(raw("employees", rows[::order]))
    assert sorted(city.units["unit_id"]) == ["bidang-a", "dinas-b"]
    assert set(city.employees["unit_id"]) == {"bidang-a"}


def test_the_governments_own_name_makes_no_second_unit() -> None:
    rows = [{"unit_id": "Dinas Sosial Kota Teladan", "text": "a"}]
    rows.append({"unit_id": "Dinas Sosial", "text": "b"})
    tables = [raw("functions", rows)]
    city = assemble(tables, government=Government(name="Kota Teladan"))
    assert list(city.units["name"]) == ["Dinas Sosial Kota Teladan"]
    assert set(city.functions["unit_id"]) == {"dinas-sosial-kota-teladan"}


def test_many_rows_of_few_units_are_read_by_their_distinct_names() -> None:
    names = ["Dinkes", "Dinas Sosial"] * 10_000
    rows = [{"employee_id": f"e{at}", "unit_id": name} for at, name in enumerate(names)]
    city = organisation(raw("employees", rows))
    assert dict(city.employees["unit_id"].value_counts()) == {
        "Dinkes": 10_000,
        "dinas-sosial": 10_000,
    }
