"""Is the source of the sample city what its README says?"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from asn_restruktur.rules import RULE_BY_CODE
from asn_restruktur.vocabulary import LinkKind, UnitKind

CITY = Path(__file__).resolve().parents[2] / "data" / "samples" / "kota-teladan"
SMALL = CITY.parent / "dinas-kecil" / "sumber/dinas-kecil.yaml"
PLANTED_CODES = frozenset(f"FUN{number}" for number in (101, 102, 103, 105)) | frozenset(
    [f"KOR{number}" for number in range(101, 107)]
    + [f"STR{number}" for number in (101, 103, 104, 105, 106, 107, 108)]
)

Entry = dict[str, Any]


def content(path: Path) -> Any:  # noqa: ANN401  # as YAML gives it
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def walk(unit: Entry, depth: int = 1) -> Iterator[tuple[Entry, int]]:
    yield unit, depth
    for child in unit.get("units", []):
        yield from walk(child, depth + 1)


def texts(unit: Entry) -> list[str]:
    return [
        entry if isinstance(entry, str) else entry["text"] for entry in unit.get("functions", [])
    ]


@pytest.fixture(scope="module")
def tops() -> list[Entry]:
    files = sorted((CITY / "sumber").glob("*.yaml"))
    return [found for file in files if "id" in (found := content(file))]


@pytest.fixture(scope="module")
def units(tops: list[Entry]) -> list[Entry]:
    return [unit for top in tops for unit, _ in walk(top)]


@pytest.fixture(scope="module")
def planted() -> list[Entry]:
    found: list[Entry] = content(CITY / "masalah-tanam.yaml")
    return found


def test_the_city_has_the_size_that_the_readme_tells(tops: list[Entry], units: list[Entry]) -> None:
    assert len(tops) == 32
    assert len(units) == 204
    assert 1_450 <= sum(len(texts(unit)) for unit in units) <= 1_550


def test_no_id_stands_twice(units: list[Entry]) -> None:
    ids = [unit["id"] for unit in units]
    assert len(ids) == len(set(ids))


def test_every_kind_is_a_kind_of_unit(units: list[Entry]) -> None:
    assert {unit["kind"] for unit in units} <= set(UnitKind)


def test_no_unit_says_the_same_twice(units: list[Entry]) -> None:
    for unit in units:
        assert len(texts(unit)) == len(set(texts(unit))), unit["id"]


def test_links_join_units_of_the_city(units: list[Entry]) -> None:
    ids = {unit["id"] for unit in units}
    for link in content(CITY / "sumber" / "90-hubungan.yaml")["links"]:
        assert {link["from"], link["to"]} <= ids, link
        assert link["from"] != link["to"]
        assert link["kind"] in set(LinkKind)


def test_exactly_twenty_problems_are_planted(planted: list[Entry]) -> None:
    assert [entry["id"] for entry in planted] == [f"T{number:02}" for number in range(1, 21)]


def test_each_of_the_planted_rules_has_a_problem(planted: list[Entry]) -> None:
    codes = {entry["rule"] for entry in planted} | {
        more["rule"] for entry in planted for more in entry.get("also", [])
    }
    assert codes == PLANTED_CODES
    assert codes <= set(RULE_BY_CODE)


def test_planted_problems_name_units_and_statements_that_exist(
    planted: list[Entry], units: list[Entry]
) -> None:
    ids = {unit["id"] for unit in units}
    keys = {
        f"{unit['id']}/{entry['key']}"
        for unit in units
        for entry in unit.get("functions", [])
        if isinstance(entry, dict)
    }
    named: set[str] = set()
    for entry in planted:
        for about in (entry, *entry.get("also", [])):
            assert set(about["subjects"]) <= ids, entry["id"]
            assert set(about.get("statements", [])) <= keys, entry["id"]
            named |= set(about.get("statements", []))
    assert named == keys, "a key serves a planted problem"


def test_structural_faults_stand_only_where_they_are_planted(
    tops: list[Entry], units: list[Entry]
) -> None:
    assert [unit["id"] for unit in units if not unit.get("functions")] == ["DLH-LAB"]
    assert [unit["id"] for unit in units if unit.get("head") == "none"] == ["DPRKP-RUSUN"]
    assert [unit["id"] for unit in units if unit.get("empty_posts")] == ["DISKOMINFO-SANDI"]
    spans = {unit["id"]: len(unit.get("units", [])) for unit in units}
    assert [unit for unit, span in spans.items() if span == 1] == ["DISPORA-OR"]
    assert {unit: span for unit, span in spans.items() if span > 8} == {"DINKES": 16}
    assert {top["id"] for top in tops for _, depth in walk(top) if depth > 3} == {"DISHUB"}


def test_the_small_sample_has_two_offices_and_one_empty_unit() -> None:
    tops = content(SMALL)["units"]
    units = [unit for top in tops for unit, _ in walk(top)]
    assert len(tops) == 2
    assert 40 <= sum(len(texts(unit)) for unit in units) <= 50
    assert [unit["id"] for unit in units if not unit.get("functions")] == ["DLH-LAB"]
