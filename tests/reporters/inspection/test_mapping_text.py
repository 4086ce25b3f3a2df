from pathlib import Path

import pandas as pd
import pytest

from asn_restruktur import pipeline
from asn_restruktur.loaders.understood import Reading
from asn_restruktur.reporters.inspection.mapping import mapping_text
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language, Problem, UnusableInput
from made_files import workbook

SAMPLES = Path(__file__).parents[3] / "data" / "samples"
PAGES = workbook(
    Daftar=[
        ("DAFTAR JABATAN BIDANG SATU",),
        ("Nama Jabatan", "Kelas", "Kebutuhan", "Lantai"),
        ("Kepala Bidang Satu", 11, 1, "2"),
        ("Analis \u2028 “A”: {b} #c", 7, 2, "2"),
        ("Nama Jabatan", "Kelas", "Kebutuhan", "Lantai"),
        ("Arsiparis", 7, 3, "1"),
    ],
    Petunjuk=[("Diisi oleh bidang.",)],
    Bagan=[("warna", "rasa"), ("merah", "manis")],
)


def text_of(reading: Reading, lang: Language = Language.ID) -> str:
    return mapping_text(reading, catalogue(lang), "peta.yaml")


def assert_same(first: Reading, second: Reading) -> None:
    assert second.problems == ()
    assert first.government == second.government
    assert [(one.name, one.is_implied, one.letters) for one in first.tables] == [
        (one.name, one.is_implied, one.letters) for one in second.tables
    ]
    for one, two in zip(first.tables, second.tables, strict=True):
        pd.testing.assert_frame_equal(one.frame, two.frame, check_dtype=False)


@pytest.mark.parametrize(
    "name",
    [
        "berantakan/formasi disporapar.xlsx",
        "dinas-kecil/dinas-kecil.xlsx",
        "dinas-kecil/fungsi.csv",
        "dinas-kecil/hubungan.csv",
    ],
)
@pytest.mark.parametrize("lang", Language)
def test_a_mapping_handed_back_reads_the_same(name: str, lang: Language, tmp_path: Path) -> None:
    mapping = tmp_path / "peta.yaml"
    first = pipeline.read([SAMPLES / name])
    mapping.write_text(text_of(first, lang), encoding="utf-8")
    second = pipeline.read([SAMPLES / name], mapping=mapping)
    assert all(part.is_stated for part in second.sources[0].parts if part.table)
    assert_same(first, second)
    assert text_of(second, lang) == text_of(first, lang)


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    monkeypatch.chdir(tmp_path)
    Path("daftar.xlsx").write_bytes(PAGES)
    return pipeline.read(["daftar.xlsx"])


def test_pages_of_one_table_are_written_as_one_table(pages: Reading) -> None:
    text = text_of(pages)
    assert text.count("table: positions") == 1
    assert 'heading: "A2:D2"' in text
    assert "rows: 3-\n" in text
    assert 'unit: ["BIDANG SATU"]' in text
    assert '{at: B, heading: "Kelas", column: class}  # kelas jabatan' in text
    assert '{at: D, heading: "Lantai", column: null}' in text
    Path("peta.yaml").write_text(text, encoding="utf-8")
    assert_same(pages, pipeline.read(["daftar.xlsx"], mapping="peta.yaml"))


def test_sheets_without_a_table_are_written_to_be_filled_in(pages: Reading) -> None:
    text = text_of(pages)
    assert '- sheet: "Petunjuk"\n    table: none\n' in text
    assert '{at: A, heading: "warna", column: null}' in text


def test_a_mended_mapping_reads_what_was_not_understood(pages: Reading) -> None:
    text = text_of(pages)
    start = text.index('- sheet: "Bagan"')
    mended = (
        text[start:]
        .replace("table: none", "table: units")
        .replace('heading: "warna", column: null', 'heading: "warna", column: name')
    )
    Path("peta.yaml").write_text(text[:start] + mended, encoding="utf-8")
    reading = pipeline.read(["daftar.xlsx"], mapping="peta.yaml")
    assert "merah" in {str(name) for one in reading.tables for name in one.frame.get("name", ())}


def test_what_only_a_mapping_says_is_kept_when_it_is_written_again(pages: Reading) -> None:
    said = """
files:
- file: daftar.xlsx
  tables:
  - sheet: Daftar
    table: positions
    set: {kind: pelaksana}
    only: {Lantai: ["2"]}
    columns:
    - {heading: Nama Jabatan, column: title, whole: true}
    - {heading: Kelas, column: class}
"""
    Path("satu.yaml").write_text(said, encoding="utf-8")
    first = pipeline.read(["daftar.xlsx"], mapping="satu.yaml")
    Path("dua.yaml").write_text(text_of(first), encoding="utf-8")
    assert_same(first, pipeline.read(["daftar.xlsx"], mapping="dua.yaml"))
    assert len(first.tables) < len(pages.tables) + 2
    assert 'only: {"Lantai": ["2"]}' in text_of(first)
    assert "whole: true" in text_of(first)


def problems_of(mapping: str) -> tuple[Problem, ...]:
    Path("peta.yaml").write_text(mapping, encoding="utf-8")
    try:
        pipeline.load(pipeline.read(["daftar.xlsx"], mapping="peta.yaml"))
    except UnusableInput as unusable:
        return tuple(unusable.problems)
    return ()


def test_a_mapping_that_lacks_any_line_reads_or_is_told(pages: Reading) -> None:
    lines = text_of(pages).splitlines()
    first = lines.index("files:")
    found = [
        problem
        for at in range(first, len(lines))
        for problem in problems_of("\n".join([*lines[:at], *lines[at + 1 :]]))
    ]
    assert found
    assert all(catalogue(Language.EN).problem(problem) for problem in found)
