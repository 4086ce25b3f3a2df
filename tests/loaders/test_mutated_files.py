from pathlib import Path

import pytest
from hypothesis import example, given

from asn_restruktur.loaders.inputs import read
from asn_restruktur.vocabulary import UnusableInput
from made_files import STATEMENTS, UNITS, csv_text, packed, parts, workbook
from strategies import examples, mutated, mutated_parts

BOOK = workbook(
    Unit=[("PEMERINTAH KOTA TELADAN",), *UNITS, ("JUMLAH", 3)],
    Fungsi=[("Kode Unit", "Uraian"), ("1", "pembinaan gizi")],
)
CSV = csv_text(STATEMENTS).encode()
ORG = b"""\
organisation: Kota
as_of: 2026-01-01
units:
  - id: 1.10
    name: "Dinas"
    functions: [a, {text: b}]
    units:
      - {name: Bidang, head: {title: Kepala}}
links:
  - {from: 1.10, to: Bidang}
"""

# A panic of the reader written in Rust is caught like its other failures, and prints to stderr.
many = examples(150)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "masukan"


def ends_well(path: Path, content: bytes) -> None:
    """Read a file; it gives tables or says why not."""
    path.write_bytes(content)
    told: tuple[object, ...]
    try:
        told = read([path]).sources
    except UnusableInput as unusable:
        told = tuple(problem.place for problem in unusable.problems)
    assert told
    assert all(told)


@many
@given(mutated(BOOK))
def test_a_mutated_workbook_ends_in_tables_or_a_problem(path: Path, content: bytes) -> None:
    ends_well(path, content)


@many
@given(mutated_parts(parts(BOOK)))
def test_a_workbook_with_a_mutated_part_ends_in_tables_or_a_problem(
    path: Path, content: dict[str, bytes]
) -> None:
    ends_well(path, packed(content))


@many
@given(mutated(CSV))
@example(b'unit_id,text\n"')
@example("unit_id,text\n1,\udcff".encode("utf-8", "surrogatepass"))
def test_a_mutated_csv_ends_in_tables_or_a_problem(path: Path, content: bytes) -> None:
    ends_well(path, content)


@many
@given(mutated(ORG))
def test_a_mutated_org_file_ends_in_tables_or_a_problem(path: Path, content: bytes) -> None:
    ends_well(path, content)


@many
@given(mutated(b'{"units": [{"id": "1", "name": "Dinas", "functions": ["a"]}]}'))
def test_a_mutated_json_ends_in_tables_or_a_problem(path: Path, content: bytes) -> None:
    ends_well(path, content)
