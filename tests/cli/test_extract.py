from pathlib import Path

import pytest

from asn_restruktur.pipeline import load
from cli.command import ROOT, run

TEXTS = ROOT / "tests" / "loaders" / "regulation"
BASE, CHANGE = TEXTS / "perbup_dinas.txt", TEXTS / "perbup_perubahan.txt"


def test_a_regulation_becomes_an_org_file_that_reads_back_the_same(tmp_path: Path) -> None:
    done = run("extract", BASE, CHANGE, "-o", "organisasi.yaml", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    before, after = load([BASE, CHANGE]), load([tmp_path / "organisasi.yaml"])
    for name, keys in (
        ("units", ["unit_id", "name", "kind", "parent_id", "legal_basis"]),
        ("functions", ["statement_id", "unit_id", "kind", "order", "text", "citation"]),
        ("positions", ["position_id", "unit_id", "title", "reports_to", "is_head"]),
    ):
        one, other = (getattr(org, name)[keys].sort_values(keys[0]) for org in (before, after))
        assert one.to_numpy().tolist() == other.to_numpy().tolist(), name


def test_the_summary_counts_and_shows_amendments_on_stderr(tmp_path: Path) -> None:
    done = run("extract", BASE, CHANGE, folder=tmp_path)
    assert done.stdout.startswith("organisation: Kabupaten Teladan\n")
    assert "12 unit, 23 rumusan, 6 pimpinan unit, 13 pasal" in done.stderr
    assert "tidak diambil: 8 butir yang bukan tugas" in done.stderr
    assert "5 perubahan diterapkan" in done.stderr
    assert "lama: b. membina kelompok pembenih." in done.stderr
    assert "baru: b. membina dan mengawasi kelompok pembenih." in done.stderr
    assert not list(tmp_path.iterdir())


def test_quiet_leaves_only_the_file(tmp_path: Path) -> None:
    done = run("extract", BASE, "--quiet", "--lang", "en", folder=tmp_path)
    assert done.returncode == 0
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], "extract perwal.pdf"),
        ([str(BASE), "-o", "."], "folder"),
        (["tidak-ada.pdf"], "tidak-ada.pdf"),
        ([str(ROOT / "README.md"), "-o", "x.yaml"], "README.md"),
    ],
)
def test_what_cannot_be_done_exits_2_and_writes_nothing(
    arguments: list[str], word: str, tmp_path: Path
) -> None:
    done = run("extract", *arguments, folder=tmp_path)
    assert done.returncode == 2
    assert word in done.stderr
    assert not list(tmp_path.iterdir())


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "naskah.txt"
    path.write_bytes(BASE.read_bytes())
    done = run("extract", "naskah.txt", "-o", "naskah.txt", folder=tmp_path)
    assert done.returncode == 2
    assert path.read_bytes() == BASE.read_bytes()


def test_analyze_takes_a_regulation_as_it_is(tmp_path: Path) -> None:
    done = run("analyze", BASE, "-o", "laporan", "--format", "json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert '"pasal": "6"' in (tmp_path / "laporan" / "findings.json").read_text("utf-8")


def test_a_chart_becomes_an_org_file_and_what_stands_apart_in_it_is_counted(tmp_path: Path) -> None:
    chart = "graph TD\nA[Dinas Pasar] --> B[Bidang Kios]\nK[Keterangan: garis komando]\n"
    (tmp_path / "bagan.mmd").write_text(chart)
    done = run("extract", "bagan.mmd", "-o", "organisasi.yaml", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "tidak diambil: 1 " in done.stderr
    assert list(load([tmp_path / "organisasi.yaml"]).units["name"]) == [
        "Dinas Pasar",
        "Bidang Kios",
    ]


def test_a_chart_is_summed_up_by_what_a_chart_has(tmp_path: Path) -> None:
    chart = "graph TD\nA[Dinas Pasar<br>Kepala Dinas] --> B[Bidang Kios]\nA -. data .- B\n"
    (tmp_path / "bagan.mmd").write_text(chart)
    done = run("extract", "bagan.mmd", "-o", "organisasi.yaml", folder=tmp_path)
    assert "bagan.mmd: 2 unit" in done.stderr
    assert "1 jabatan" in done.stderr
    assert "pasal" not in done.stderr
    assert "0 " not in done.stderr


@pytest.mark.parametrize("language", ["id", "en"])
def test_an_old_word_document_is_to_be_saved_as_docx(language: str, tmp_path: Path) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")
    (tmp_path / "perbup.doc").write_bytes(old)
    done = run("extract", "perbup.doc", "--lang", language, folder=tmp_path)
    assert done.returncode == 2
    assert "docx" in done.stderr
    assert "PDF" in done.stderr
    assert "xlsx" not in done.stderr
