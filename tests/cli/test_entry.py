import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from asn_restruktur.cli import entry
from asn_restruktur.cli.exits import Exit
from cli.command import COMMAND, environment, run

USAGE = [
    ([], 0),
    (["--help"], 0),
    (["--version"], 0),
    (["analyze", "--help"], 0),
    (["rules"], 0),
    (["rules", "--format", "json"], 0),
    (["explain", "FUN101"], 0),
    (["explain", "fun101"], 0),
    (["schema", "config"], 0),
    (["schema", "organisation"], 0),
    (["schema", "findings"], 0),
    (["explain"], 2),
    (["explain", "FUN11"], 2),
    (["schema", "nothing"], 2),
    (["analyse"], 2),
    (["analyze"], 2),
    (["analyze", "--forma", "html"], 2),
    (["analyze", "--format", "pdf", "--sample"], 2),
    (["analyze", "--sample", "kota.xlsx"], 2),
    (["analyze", "--sample", "--as-of", "1 Januari 2026"], 2),
    (["analyze", "--sample", "--select", "XYZ"], 2),
    (["analyze", "--sample", "--lang", "fr"], 2),
    (["analyze", "--sample", "--config", "none.yaml"], 2),
    (["analyze", "none.xlsx"], 2),
    (["analyze", "--sample", "--show-settings"], 0),
    (["why", "city.units"], 2),
    (["why"], 2),
]


@pytest.mark.parametrize(
    ("arguments", "code"), USAGE, ids=[" ".join(arguments) or "nothing" for arguments, _ in USAGE]
)
def test_each_command_line_ends_with_its_exit_code(
    arguments: list[str], code: int, tmp_path: Path
) -> None:
    done = run(*arguments, folder=tmp_path)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    if code:
        assert done.stdout == ""
        assert done.stderr.strip()
    else:
        assert done.stderr == ""
        assert done.stdout.strip()
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_option_is_answered_with_the_nearest_one(tmp_path: Path) -> None:
    done = run("analyze", "--ouput", "x", folder=tmp_path)
    assert done.stderr == (
        'pilihan "--ouput" tidak ada. Mungkin maksudnya --output.\n'
        "Bantuan: asn-restruktur analyze --help\n"
    )


def test_a_wrong_command_is_answered_with_the_nearest_one(tmp_path: Path) -> None:
    done = run("analyse", folder=tmp_path)
    assert done.stderr == 'perintah "analyse" tidak ada. Mungkin maksudnya analyze.\n'


@pytest.mark.parametrize(
    ("arguments", "env", "begins"),
    [
        (["--help"], {}, "Pemakaian:"),
        (["--help", "--lang", "en"], {}, "Usage:"),
        (["--lang=en", "--help"], {}, "Usage:"),
        (["analyze", "--lang", "EN", "--help"], {}, "Usage:"),
        (["--help"], {"ASN_RESTRUKTUR_LANG": "en"}, "Usage:"),
        (["--help", "--lang", "id"], {"ASN_RESTRUKTUR_LANG": "en"}, "Pemakaian:"),
        (["--help"], {"ASN_RESTRUKTUR_LANG": "xx"}, "Pemakaian:"),
    ],
)
def test_help_speaks_the_language_asked_for(
    arguments: list[str], env: dict[str, str], begins: str, tmp_path: Path
) -> None:
    assert run(*arguments, folder=tmp_path, env=env).stdout.startswith(begins)


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_redirected_output_is_utf_8_whatever_the_code_page(encoding: str, tmp_path: Path) -> None:
    env = environment({"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    done = subprocess.run(
        [*COMMAND, "--help"], cwd=tmp_path, env=env, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert "INPUT…" in done.stdout.decode("utf-8") or "PERINTAH …" in done.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe has no such signal there")
def test_a_reader_that_leaves_early_ends_the_command_in_silence(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "schema", "config"],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr as errors:
        assert errors.read() == b""
    assert process.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_an_output_without_space_is_told(tmp_path: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "rules"],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith("keluaran tidak dapat ditulis")
    assert len(done.stderr.splitlines()) == 1


def test_many_problems_of_a_file_are_told_in_ten_lines_and_a_count(tmp_path: Path) -> None:
    keys = "\n".join(f"key{number}: 1" for number in range(25))
    (tmp_path / "s.yaml").write_text(keys, encoding="utf-8")
    done = run("analyze", "--sample", "--config", "s.yaml", folder=tmp_path)
    lines = done.stderr.splitlines()
    assert len(lines) == 11
    assert lines[-1] == "s.yaml: dan 15 masalah lain."


def _fails_with_a_name(*_: object) -> None:
    message = "Siti Aminah 198001012005012001"
    raise RuntimeError(message)


def test_a_fault_of_ours_exits_3_and_tells_nothing_of_the_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(entry, "_run", _fails_with_a_name)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.delenv(entry.DEBUG, raising=False)
    code = entry.run(["analyze", "/home/siti-aminah/kota.xlsx", "--config=/home/siti/x.yaml"])
    told = capsys.readouterr()
    crash = next(tmp_path.glob("asn-restruktur-crash-*.txt")).read_text(encoding="utf-8")
    assert code == Exit.FAULT
    assert told.out == ""
    assert "RuntimeError" in told.err
    assert "command: asn-restruktur analyze --config" in crash
    assert "RuntimeError" in crash
    assert "_fails_with_a_name" in crash
    for text in (told.err, crash):
        assert "Aminah" not in text
        assert "siti" not in text
        assert "1980" not in text


def _is_interrupted(*_: object) -> int:
    raise KeyboardInterrupt


@pytest.mark.parametrize("ended", [_is_interrupted, lambda *_: Exit.INTERRUPTED])
@pytest.mark.parametrize(("lang", "said"), [("id", "Dihentikan;"), ("en", "Interrupted;")])
def test_an_interruption_is_told_in_one_line(
    ended: Callable[..., int],
    lang: str,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(entry, "_run", ended)
    assert entry.run(["rules", "--lang", lang]) == Exit.INTERRUPTED
    told = capsys.readouterr()
    assert told.out == ""
    (line,) = told.err.splitlines()
    assert line.startswith(said)


def test_debugging_lets_a_fault_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry, "_run", _fails_with_a_name)
    monkeypatch.setenv(entry.DEBUG, "1")
    with pytest.raises(RuntimeError):
        entry.run(["rules"])
