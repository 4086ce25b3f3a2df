import json
from pathlib import Path

import jsonschema_rs
import pytest

from cli.command import ROOT, run
from made_files import UNITS, csv_text, workbook

MESSY = ROOT / "data" / "samples" / "berantakan" / "formasi disporapar.xlsx"
FOREIGN = (("org", "label"), ("A", "Air"), ("B", "Pohon"))


def test_what_was_understood_goes_to_stdout(tmp_path: Path) -> None:
    done = run("inspect", MESSY, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert 'Lembar "Formasi": jabatan (cukup yakin, 77 %)' in done.stdout
    assert "\x1b" not in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_it_speaks_english_when_asked(tmp_path: Path) -> None:
    done = run("inspect", MESSY, "--lang", "en", folder=tmp_path)
    assert 'Sheet "Formasi": positions (fairly sure, 77 %)' in done.stdout


def test_json_is_as_the_schema_command_says(tmp_path: Path) -> None:
    schema = json.loads(run("schema", "inspect", folder=tmp_path).stdout)
    done = run("inspect", MESSY, "--format", "json", folder=tmp_path)
    assert done.returncode == 0
    assert list(jsonschema_rs.validator_for(schema).iter_errors(json.loads(done.stdout))) == []


@pytest.mark.parametrize("form", ["table", "json", "html"])
def test_a_file_is_written_instead_of_the_screen(form: str, tmp_path: Path) -> None:
    done = run("inspect", MESSY, "--format", form, "-o", "hasil/keluar", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "Formasi" in (tmp_path / "hasil" / "keluar").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["sehat.xlsx"], 0),
        (["sehat.xlsx", "tidak-ada.xlsx"], 2),
        (["sehat.xlsx", "asing.csv"], 2),
        (["asing.csv"], 2),
        (["rusak.xlsx"], 2),
        ([], 2),
    ],
)
@pytest.mark.parametrize("form", ["table", "json"])
def test_the_exit_code_tells_whether_every_file_could_be_read(
    names: list[str], code: int, form: str, tmp_path: Path
) -> None:
    (tmp_path / "sehat.xlsx").write_bytes(workbook(Unit=UNITS))
    (tmp_path / "asing.csv").write_text(csv_text(FOREIGN), encoding="utf-8")
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\x03\x04 rusak")
    done = run("inspect", *names, "--format", form, folder=tmp_path)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    if code == 2:
        assert done.stderr or "Tidak dapat dipakai" in done.stdout
    if "sehat.xlsx" in names:
        assert "sehat.xlsx" in done.stdout


def test_a_file_that_nobody_understands_is_mended_by_a_mapping(tmp_path: Path) -> None:
    (tmp_path / "asing.csv").write_text(csv_text(FOREIGN), encoding="utf-8")
    first = run("inspect", "asing.csv", "--write-mapping", "peta.yaml", folder=tmp_path)
    assert first.returncode == 2
    mapping = tmp_path / "peta.yaml"
    text = mapping.read_text(encoding="utf-8")
    mended = text.replace("table: none", "table: units").replace(
        'heading: "label", column: null', 'heading: "label", column: name'
    )
    mapping.write_text(mended, encoding="utf-8")
    done = run("inspect", "asing.csv", "--mapping", "peta.yaml", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "unit (menurut berkas pemetaan)" in done.stdout
    report = run("analyze", "asing.csv", "--mapping", "peta.yaml", "--format", "json",
                 folder=tmp_path)  # fmt: skip
    assert report.returncode == 0, report.stderr
    traced = run("why", "city.units", "asing.csv", "--mapping", "peta.yaml", folder=tmp_path)
    assert traced.returncode == 0, traced.stderr


def test_a_faulty_mapping_is_told_with_its_line_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "peta.yaml").write_text("files:\n- {fil: a}\n", encoding="utf-8")
    for command in ("inspect", "analyze"):
        done = run(command, MESSY, "--mapping", "peta.yaml", folder=tmp_path)
        assert done.returncode == 2
        assert "peta.yaml, baris 2" in done.stderr
        assert done.stdout == ""


def test_no_input_is_ever_overwritten(tmp_path: Path) -> None:
    book = tmp_path / "sehat.xlsx"
    content = workbook(Unit=UNITS)
    book.write_bytes(content)
    for option in ("-o", "--write-mapping"):
        done = run("inspect", "sehat.xlsx", option, "sehat.xlsx", folder=tmp_path)
        assert done.returncode == 2
        assert "sehat.xlsx" in done.stderr
    assert book.read_bytes() == content
    assert run("inspect", "sehat.xlsx", "-o", ".", folder=tmp_path).returncode == 2
