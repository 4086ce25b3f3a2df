import hashlib
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from asn_restruktur.reporters.folder import FILES
from asn_restruktur.vocabulary import USUAL_FORMS, Form
from cli.command import COMMAND, ROOT, SAMPLE, environment, run

SMALL = next((ROOT / "data" / "samples" / "dinas-kecil").glob("*.xlsx"))


def written(folder: Path) -> dict[str, str]:
    """Return the hash of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_sample_is_reported_in_every_usual_form(sample_run: Path) -> None:
    files = written(sample_run / "laporan")
    tables = [name for name in files if name.startswith("tables/")]
    assert "tables/pairs.csv" in tables
    assert "tables/units.csv" in tables
    assert files.keys() - set(tables) == {FILES[form] for form in USUAL_FORMS} - {"tables"}


def test_the_summary_goes_to_stdout_and_nothing_to_stderr(sample_run: Path) -> None:
    said = (sample_run / "stdout").read_text(encoding="utf-8")
    assert said.startswith("Kota Teladan · ")
    assert "laporan/report.html" in said
    assert "\x1b" not in said
    assert max(map(len, said.splitlines())) <= 80
    assert (sample_run / "stderr").read_text(encoding="utf-8") == ""


def test_the_command_that_traces_a_finding_can_be_typed_as_shown(tmp_path: Path) -> None:
    book = tmp_path / "data kota.xlsx"
    book.write_bytes(SMALL.read_bytes())
    done = run("analyze", book.name, "--format", "md", folder=tmp_path)
    shown = done.stdout.splitlines()[-1].partition("asn-restruktur ")[2]
    assert shown.endswith('"data kota.xlsx"')
    traced = run(*shlex.split(shown), folder=tmp_path)
    assert traced.returncode == 0, traced.stderr
    assert "data kota.xlsx" in traced.stdout


def test_the_sample_is_cited_by_its_name_alone(sample_run: Path) -> None:
    found = json.loads((sample_run / "laporan" / "findings.json").read_text(encoding="utf-8"))
    files = {place["file"] for finding in found["findings"] for place in finding["places"]}
    assert files == {SAMPLE.name}


def test_no_path_of_this_machine_is_in_any_report(sample_run: Path) -> None:
    for path in (sample_run / "laporan").rglob("*"):
        if path.is_file() and not zipfile.is_zipfile(path):
            assert str(ROOT).encode() not in path.read_bytes(), path
            assert str(Path(sys.prefix)).encode() not in path.read_bytes(), path


def test_a_second_run_elsewhere_writes_the_same_bytes(sample_run: Path, tmp_path: Path) -> None:
    env = {"PYTHONHASHSEED": "7", "TZ": "Asia/Jakarta", "LC_ALL": "C", "COLUMNS": "120"}
    assert run("analyze", "--sample", folder=tmp_path, env=env).returncode == 0
    assert written(tmp_path / "laporan") == written(sample_run / "laporan")


def test_only_the_forms_asked_for_are_written(tmp_path: Path) -> None:
    done = run("analyze", SMALL, "-o", "out", "--format", "md", "--format", "JSON", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert set(written(tmp_path / "out")) == {FILES[Form.MD], FILES[Form.JSON]}


def test_quiet_says_nothing(tmp_path: Path) -> None:
    done = run("analyze", SMALL, "--quiet", "--format", "md", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_english_is_spoken_throughout(tmp_path: Path) -> None:
    done = run("analyze", SMALL, "--lang", "en", "--format", "md", folder=tmp_path)
    assert "Reports: laporan/report.md" in done.stdout
    assert "Temuan" not in (tmp_path / "laporan" / "report.md").read_text(encoding="utf-8")


def test_a_configuration_beside_the_input_holds_and_can_be_left_aside(tmp_path: Path) -> None:
    book = tmp_path / "kota.xlsx"
    book.write_bytes(SMALL.read_bytes())
    (tmp_path / "asn-restruktur.yaml").write_text("select: [STR]\nlang: en\n", encoding="utf-8")
    shown = run("analyze", book, "--show-settings", folder=tmp_path).stdout
    assert "asn-restruktur.yaml, line 1" in shown
    run("analyze", book, "--format", "json", folder=tmp_path)
    assert {code[:3] for code in codes(tmp_path / "laporan")} <= {"STR"}
    run("analyze", book, "--format", "json", "--isolated", folder=tmp_path)
    assert {code[:3] for code in codes(tmp_path / "laporan")} > {"STR"}


def test_the_command_line_selects_rules(tmp_path: Path) -> None:
    run("analyze", SMALL, "--format", "json", "--select", "fun101,KOR", folder=tmp_path)
    assert {code for code in codes(tmp_path / "laporan") if code[:3] != "KOR"} <= {"FUN101"}


def codes(folder: Path) -> set[str]:
    found = json.loads((folder / FILES[Form.JSON]).read_text(encoding="utf-8"))
    return {finding["code"] for finding in found["findings"]}


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))


def cut_off(path: Path) -> None:
    path.write_bytes(SMALL.read_bytes()[:3000])


def noise(path: Path) -> None:
    path.write_bytes(hashlib.shake_256(b"noise").digest(4000))


def no_table(path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Catatan").write(0, 0, "rapat hari Senin")


def zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(60):
                part.write(bytes(1_000_000))


def yaml_bomb(path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 20)]
    path.write_text("\n".join(lines), encoding="utf-8")


def yaml_tag(path: Path) -> None:
    path.write_text("units: !!python/object/apply:os.system ['true']\n", encoding="utf-8")


BAD = [
    ("kosong.xlsx", nothing),
    ("foto.xlsx", picture),
    ("terpotong.xlsx", cut_off),
    ("derau.xlsx", noise),
    ("derau.csv", noise),
    ("catatan.xlsx", no_table),
    ("bom.xlsx", zip_bomb),
    ("bom.yaml", yaml_bomb),
    ("tag.yaml", yaml_tag),
]


@pytest.mark.parametrize(("name", "spoil"), BAD, ids=[spoil.__name__ for _, spoil in BAD])
def test_a_file_of_no_use_is_told_by_name_and_nothing_is_written(
    name: str, spoil: Callable[[Path], None], tmp_path: Path
) -> None:
    spoil(tmp_path / name)
    for lang in ("id", "en"):
        done = run("analyze", name, "--lang", lang, folder=tmp_path)
        assert done.returncode == 2, done.stderr
        assert done.stdout == ""
        assert name in done.stderr
        assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_one_broken_file_among_sound_ones_is_told_after_the_reports_are_written(
    tmp_path: Path,
) -> None:
    picture(tmp_path / "foto.xlsx")
    done = run("analyze", SMALL, "foto.xlsx", "--format", "md", folder=tmp_path)
    assert done.returncode == 2
    assert "foto.xlsx" in done.stderr
    assert "laporan/report.md" in done.stdout
    assert "foto.xlsx" in (tmp_path / "laporan" / "report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("output", ["berkas", "berkas/laporan", "."])
def test_an_output_that_cannot_be_is_refused_before_the_analysis(
    output: str, tmp_path: Path
) -> None:
    (tmp_path / "berkas").touch()
    book = tmp_path / "report.xlsx"
    book.write_bytes(SMALL.read_bytes())
    before = written(tmp_path)
    done = run("analyze", "report.xlsx", "-o", output, folder=tmp_path)
    assert done.returncode == 2
    assert "-o" in done.stderr
    assert written(tmp_path) == before


@pytest.mark.parametrize("units", ["", "[]"])
def test_a_file_without_a_unit_gives_a_report_that_says_so(units: str, tmp_path: Path) -> None:
    (tmp_path / "kota.yaml").write_text(f"organisation: Kota\nunits: {units}\n", encoding="utf-8")
    done = run("analyze", "kota.yaml", folder=tmp_path)
    assert done.returncode == 0
    assert "Tidak ada unit yang dibaca" in done.stdout
    assert (tmp_path / "laporan" / "report.html").is_file()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is another thing there")
@pytest.mark.parametrize("wait_seconds", [0.2, 1.2, 3.0])
def test_an_interruption_leaves_no_partial_file(wait_seconds: float, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "analyze", "--sample"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    time.sleep(wait_seconds)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    # Before Python listens, the signal itself ends it, in silence; a shell calls both 130.
    assert errors == "" or re.fullmatch(r"Dihentikan;.*\n", errors)
    assert process.returncode in {130, -signal.SIGINT}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="there is no pseudo-terminal")
@pytest.mark.parametrize(
    ("arguments", "env", "is_coloured"),
    [([], {}, True), ([], {"NO_COLOR": "1"}, False), (["--no-color"], {}, False)],
)
def test_a_terminal_is_coloured_unless_that_is_not_wanted(
    arguments: list[str],
    env: dict[str, str],
    tmp_path: Path,
    *,
    is_coloured: bool,
) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, "analyze", SMALL, "--format", "md", *arguments],
        cwd=tmp_path,
        env=environment({"TERM": "xterm-256color", **env}),
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ):
        os.close(theirs)
        seen = b""
        try:
            while part := os.read(ours, 65536):
                seen += part
        except OSError:  # how Linux says that the other side is closed
            pass
    os.close(ours)
    assert b"Laporan" in seen
    colours = re.findall(rb"\x1b\[(?:[0-9]*;)*[349][0-7]m", seen)
    assert bool(colours) is is_coloured


def test_a_lexicon_with_faults_is_told_by_line_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "istilah.csv").write_text("term,canonical,kind\na,b,sama\n", encoding="utf-8")
    (tmp_path / "asn.yaml").write_text("lexicon: [istilah.csv]\n", encoding="utf-8")
    done = run("analyze", SMALL, "--config", "asn.yaml", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "istilah.csv, baris 2" in done.stderr
    assert not (tmp_path / "laporan").exists()
