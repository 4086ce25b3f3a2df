import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "make_scale.py"
SIZE = 6_000


def made(folder: Path, *arguments: str) -> Path:
    command = [sys.executable, str(SCRIPT), str(SIZE), "-o", str(folder), *arguments]
    subprocess.run(command, check=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("scale"))


@pytest.fixture(scope="module")
def statements(folder: Path) -> list[dict[str, str]]:
    with (folder / "fungsi.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_there_are_as_many_statements_as_asked_for(statements: list[dict[str, str]]) -> None:
    assert len(statements) == SIZE
    assert len({row["statement_id"] for row in statements}) == SIZE


def test_seven_of_ten_statements_are_said_once_only(statements: list[dict[str, str]]) -> None:
    said = Counter(row["statement"] for row in statements)
    assert len(said) >= 0.7 * SIZE


def test_every_copy_has_units_of_its_own(statements: list[dict[str, str]]) -> None:
    units = {row["unit_id"] for row in statements}
    assert {unit.split(".")[0] for unit in units} == {"K01", "K02", "K03", "K04"}
    assert {row["parent_id"] for row in statements} - {""} <= units
    assert all(
        row["parent_id"].split(".")[0] in {"", row["unit_id"].split(".")[0]} for row in statements
    )


def test_links_join_units_of_one_copy(folder: Path, statements: list[dict[str, str]]) -> None:
    units = {row["unit_id"] for row in statements}
    with (folder / "hubungan.csv").open(encoding="utf-8", newline="") as file:
        links = list(csv.DictReader(file))
    assert links
    assert {row[end] for row in links for end in ("from_unit", "to_unit")} <= units
    assert all(row["from_unit"].split(".")[0] == row["to_unit"].split(".")[0] for row in links)


def test_the_same_seed_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    again = made(tmp_path)
    for name in ("fungsi.csv", "hubungan.csv"):
        assert (again / name).read_bytes() == (folder / name).read_bytes()


def test_another_seed_gives_other_statements(folder: Path, tmp_path: Path) -> None:
    other = made(tmp_path, "--seed", "7")
    assert (other / "fungsi.csv").read_bytes() != (folder / "fungsi.csv").read_bytes()
