import gc
from pathlib import Path

import pytest

from asn_restruktur.findings import Finding, Problem
from asn_restruktur.loaders.inputs import read
from asn_restruktur.loaders.preflight import READ, Nature
from asn_restruktur.loaders.understood import InputForm, LeftOut
from asn_restruktur.pipeline import load
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language, TableName, UnusableInput
from drawn_charts import Deck, drawio, vertex
from made_files import STATEMENTS, UNITS, column, csv_text, table, workbook

ORG = "organisation: Kota\nunits:\n  - {id: '9', name: Badan}\n"
BAD_XLSX = {
    "kosong.xlsx": b"",
    "gambar.xlsx": b"\x89PNG\r\n\x1a\n" + bytes(50),
    "terpotong.xlsx": workbook(Unit=UNITS)[:900],
    "terkunci.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    "derau.xlsx": bytes(range(255, 0, -1)) * 9,
    "laman.xls": b"<html><body><table></table></body></html>",
    "tanpa-tabel.xlsx": workbook(Catatan=[("a", "b"), ("c", "d")]),
    "ulang.yaml": b"units: []\nunits: []\n",
    "tag.yaml": b"units: !!python/object:os.system x\n",
    "usulan.yaml": b"proposal: x\noperations: []\n",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def problems_of(*paths: str) -> list[Problem]:
    with pytest.raises(UnusableInput) as caught:
        read([Path(path) for path in paths])
    return list(caught.value.problems)


def keys(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.key for finding in findings]


def test_files_and_folders_are_read_in_their_order(here: Path) -> None:
    (here / "data").mkdir()
    (here / "data" / "b.csv").write_text(csv_text(STATEMENTS), encoding="utf-8")
    (here / "data" / "a.csv").write_text("from_unit,to_unit\n1,1.1\n", encoding="utf-8")
    (here / "kota.yaml").write_text(ORG, encoding="utf-8")
    (here / "kota.xlsx").write_bytes(workbook(Unit=UNITS))
    reading = read([Path("kota.xlsx"), Path("data"), Path("kota.yaml")])
    assert [source.file for source in reading.sources] == [
        "kota.xlsx",
        "data/a.csv",
        "data/b.csv",
        "kota.yaml",
    ]
    assert [source.form for source in reading.sources] == [
        InputForm.WORKBOOK,
        InputForm.CSV,
        InputForm.CSV,
        InputForm.ORG_FILE,
    ]
    assert {table.frame["place_file"].iloc[0] for table in reading.tables} == {
        "kota.xlsx",
        "data/a.csv",
        "data/b.csv",
        "kota.yaml",
    }
    assert reading.government.name == "Kota"
    assert reading.problems == ()


def test_a_file_named_twice_is_read_once(here: Path) -> None:
    (here / "kota.yaml").write_text(ORG, encoding="utf-8")
    assert len(read([Path("kota.yaml"), Path(), Path("./kota.yaml")]).sources) == 1


def test_what_lies_in_a_folder_beside_the_data_is_only_told(here: Path) -> None:
    (here / "kota.yaml").write_text(ORG, encoding="utf-8")
    (here / "README.md").write_text("# Catatan\n\nIsi folder ini.\n", encoding="utf-8")
    (here / "logo.png").write_bytes(BAD_XLSX["gambar.xlsx"])
    (here / "asn-restruktur.yaml").write_text("lang: id\n", encoding="utf-8")
    (here / "~$kota.xlsx").write_bytes(b"kunci")
    (here / ".DS_Store").write_bytes(b"\x00\x01")
    (here / "dalam").mkdir()
    reading = read([Path()])
    assert reading.problems == ()
    assert keys(reading.findings) == ["DAT002.file", "DAT002.file"]
    assert [finding.places[0].file for finding in reading.findings] == ["README.md", "logo.png"]


def test_a_broken_workbook_in_a_folder_is_a_problem_beside_sound_files(here: Path) -> None:
    (here / "kota.yaml").write_text(ORG, encoding="utf-8")
    (here / "rusak.xlsx").write_bytes(BAD_XLSX["terpotong.xlsx"])
    reading = read([Path()])
    assert [problem.key for problem in reading.problems] == ["input.zip_damaged"]
    assert column(reading, TableName.UNITS, "unit_id") == ["9"]


def test_a_name_that_is_no_file_is_told_beside_what_is_read(here: Path) -> None:
    (here / "kota.yaml").write_text(ORG, encoding="utf-8")
    reading = read([Path("tidak-ada.xlsx"), Path("kota.yaml")])
    assert [(one.key, str(one.place)) for one in reading.problems] == [
        ("input.no_such_file", "tidak-ada.xlsx")
    ]


def test_every_file_that_cannot_be_used_is_told_at_once(here: Path) -> None:
    for name, content in BAD_XLSX.items():
        (here / name).write_bytes(content)
    told = problems_of(*BAD_XLSX)
    assert {problem.place.file for problem in told if problem.place} == set(BAD_XLSX)
    assert [problem.key for problem in told] == [
        "input.empty",
        "input.picture",
        "input.zip_damaged",
        "input.encrypted",
        "input.noise",
        "input.html",
        "input.no_table",
        "input.document_duplicate_key",
        "input.document_tag",
        "input.proposal",
    ]


@pytest.mark.parametrize("lang", list(Language))
def test_every_problem_names_the_file_and_is_worded(here: Path, lang: Language) -> None:
    for name, content in BAD_XLSX.items():
        (here / name).write_bytes(content)
    words = catalogue(lang)
    for problem in problems_of(*BAD_XLSX, "tidak-ada.csv"):
        assert problem.place is not None
        text = words.problem(problem)
        assert text.startswith(problem.place.file)
        assert text.endswith(".")
        assert "{" not in text


@pytest.mark.parametrize("lang", list(Language))
def test_every_nature_that_is_not_read_has_its_words(lang: Language) -> None:
    words = catalogue(lang)
    assert [
        one for one in Nature if one not in READ and not words.has(f"problems.input.{one}")
    ] == []


def test_an_empty_folder_is_told(here: Path) -> None:
    (here / "data").mkdir()
    assert [problem.key for problem in problems_of("data")] == ["input.empty_folder"]


def test_a_folder_without_data_tells_each_file(here: Path) -> None:
    (here / "catatan.txt").write_text("halo", encoding="utf-8")
    assert [problem.key for problem in problems_of(".")] == ["input.text"]


def test_no_input_at_all_is_unusable() -> None:
    with pytest.raises(UnusableInput):
        read([])


def test_a_file_beyond_the_limit_is_refused_unread(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asn_restruktur.loaders.paths.MAX_BYTES", 10)
    (here / "kota.yaml").write_text(ORG, encoding="utf-8")
    assert problems_of("kota.yaml")[0].key == "input.too_large"


def test_progress_hears_every_file(here: Path) -> None:
    (here / "kota.yaml").write_text(ORG, encoding="utf-8")
    heard: list[tuple[str, int, int]] = []
    read([Path("kota.yaml")], progress=lambda *step: heard.append(step))
    assert heard == [("kota.yaml", 0, 1)]


def test_an_absolute_path_is_cited_as_typed(here: Path) -> None:
    path = here / "kota.xlsx"
    path.write_bytes(workbook(Unit=[*UNITS, ("TOTAL",)]))
    reading = read([path])
    assert set(table(reading, TableName.UNITS)["place_file"]) == {path.as_posix()}
    assert reading.sources[0].parts[0].left_out == {LeftOut.TOTAL_ROW: 1}


def test_charts_and_organograms_are_read_beside_tables(here: Path) -> None:
    deck = Deck()
    deck.glue(deck.box("Dinas Pasar", (1, 1)), deck.box("Bidang Los", (1, 4)))
    (here / "a.pptx").write_bytes(deck.content())
    (here / "b.mmd").write_text("graph TD; A[Dinas Pasar] --> B[Bidang Kios]", encoding="utf-8")
    (here / "c.gv").write_text('digraph { "Badan Riset" }', encoding="utf-8")
    (here / "d.xml").write_text(drawio(vertex("a", "Dinas Air", (0, 0))), encoding="utf-8")
    (here / "e.json").write_text('{"organizations": [{"id": "x", "name": "Kantor X"}]}', "utf-8")
    reading = read([Path()])
    assert [source.form for source in reading.sources] == [
        InputForm.SLIDES,
        InputForm.MERMAID,
        InputForm.DOT,
        InputForm.DRAWIO,
        InputForm.POPOLO,
    ]
    assert reading.problems == ()


def test_the_same_units_in_a_chart_and_a_table_are_one(here: Path) -> None:
    (here / "kota.xlsx").write_bytes(workbook(Unit=UNITS))
    chart = "graph TD; A[Kepala Dinas Kesehatan] --> B[BIDANG PELAYANAN KESEHATAN]; A --> C[Gizi]"
    (here / "bagan.mmd").write_text(chart, encoding="utf-8")
    city = load(read([Path("kota.xlsx"), Path("bagan.mmd")]))
    assert list(city.units["unit_id"]) == ["1", "1.1", "1.10", "gizi"]
    assert list(city.units["parent_id"]) == ["", "1", "1", "1"]
    assert list(city.positions["unit_id"]) == ["1"]


def test_a_chart_without_units_in_a_folder_is_only_told(here: Path) -> None:
    (here / "kota.yaml").write_text(ORG, encoding="utf-8")
    (here / "catatan.drawio").write_text(drawio(vertex("a", "rapat", (0, 0))), encoding="utf-8")
    reading = read([Path()])
    assert reading.problems == ()
    assert keys(reading.findings) == ["DAT002.file"]


def test_garbage_is_collected_again_after_a_file_whatever_it_was(here: Path) -> None:
    (here / "kota.xlsx").write_bytes(workbook(Unit=UNITS))
    (here / "kosong.xlsx").write_bytes(b"")
    during: list[bool] = []
    read(
        [Path("kota.xlsx"), Path("kosong.xlsx")],
        progress=lambda *_: during.append(gc.isenabled()),
    )
    assert during == [True, True]
    assert gc.isenabled()
