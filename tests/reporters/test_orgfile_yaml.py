from pathlib import Path

import pandas as pd
import pytest

from asn_restruktur.organisation.assemble import assemble
from asn_restruktur.organisation.model import Government, Organisation, RawTable
from asn_restruktur.organisation.tables import PLACE_COLUMNS
from asn_restruktur.pipeline import load
from asn_restruktur.reporters.orgfile_yaml import MOST_LEVELS, org_file
from asn_restruktur.vocabulary import TableName, UnusableInput

CARRIED = (TableName.UNITS, TableName.POSITIONS, TableName.FUNCTIONS, TableName.LINKS)


def organisation(**tables: list[dict[str, object]]) -> Organisation:
    raw = [
        RawTable(name=TableName(name), frame=pd.DataFrame(rows, dtype=object))
        for name, rows in tables.items()
    ]
    government = Government(name="Kota Teladan", kind="kota", as_of="2026-01-01", whole=True)
    return assemble(raw, government=government)


def read_back(content: bytes, folder: Path) -> Organisation:
    path = folder / "organisasi.yaml"
    path.write_bytes(content)
    return load([path])


def table(org: Organisation, name: TableName) -> pd.DataFrame:
    frame = org.table(name).drop(columns=list(PLACE_COLUMNS))
    key = [frame.columns[0], *(["to_unit"] if name is TableName.LINKS else [])]
    return frame.sort_values(key).reset_index(drop=True)


CITY = {
    "units": [
        {"unit_id": "1.10", "name": "Dinas Pasar", "kind": "dinas", "urusan": "1.02;1.03"},
        {"unit_id": "no", "name": "Bidang: #Kios", "kind": "bidang", "parent_id": "1.10",
         "territory": "- Timur", "legal_basis": "Perwal 1/2026"},
        {"unit_id": "12:30:45", "name": "2026-01-01", "kind": "seksi", "parent_id": "no"},
    ],
    "positions": [
        {"position_id": "kadis", "unit_id": "1.10", "title": "Kepala Dinas", "is_head": True,
         "kind": "jpt", "eselon": "II.b", "class": 14},
        {"position_id": "012", "unit_id": "no", "title": "Analis", "is_head": False, "kind": "jf",
         "level": "ahli muda", "need": 1.234, "filled": 2, "reports_to": "kadis"},
    ],
    "functions": [
        {"statement_id": "f1", "unit_id": "1.10", "kind": "tugas", "order": 1,
         "text": "menata 'kios': \"los\" & pelataran", "citation": "Pasal 4 huruf a"},
        {"statement_id": "f2", "unit_id": "1.10", "kind": "fungsi", "order": 2, "text": "yes",
         "position_id": "kadis"},
    ],
    "links": [{"from_unit": "no", "to_unit": "1.10", "kind": "coordination", "topic": "null"}],
}  # fmt: skip


def test_what_is_written_is_read_back_the_same(tmp_path: Path) -> None:
    before = organisation(**CITY)
    after = read_back(org_file(before), tmp_path)
    assert after.findings == ()
    assert after.government == before.government
    for name in CARRIED:
        pd.testing.assert_frame_equal(table(before, name), table(after, name))


def test_a_second_round_writes_the_same_bytes(tmp_path: Path) -> None:
    content = org_file(organisation(**CITY))
    assert org_file(read_back(content, tmp_path)) == content


def test_texts_that_yaml_reads_as_something_else_are_quoted() -> None:
    content = org_file(organisation(**CITY)).decode()
    for text in ('"1.10"', '"no"', '"12:30:45"', '"2026-01-01"', '"012"', '"yes"', '"null"'):
        assert text in content


def test_units_deeper_than_a_reader_follows_are_refused() -> None:
    units = [
        {"unit_id": f"u{n}", "name": f"Unit {n}", "parent_id": f"u{n - 1}" if n else None}
        for n in range(MOST_LEVELS + 1)
    ]
    with pytest.raises(UnusableInput) as caught:
        org_file(organisation(units=units))
    assert [problem.key for problem in caught.value.problems] == ["output.too_deep"]
