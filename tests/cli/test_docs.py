"""What the pages say is what the command does."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from asn_restruktur.cli.app import COMMANDS
from asn_restruktur.cli.exits import Exit
from asn_restruktur.vocabulary import Language
from cli.command import ROOT, run


@pytest.fixture(scope="module")
def write_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("write_docs", ROOT / "scripts" / "write_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_pages_are_up_to_date(write_docs: ModuleType) -> None:
    for name, text in write_docs.pages().items():
        written = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert written == text, f"{name}: run `make docs`"


@pytest.mark.parametrize("lang", Language)
def test_the_readme_shows_what_the_first_run_prints(
    lang: Language, write_docs: ModuleType, request: pytest.FixtureRequest
) -> None:
    folder = request.getfixturevalue("sample_run" if lang is Language.ID else "english_run")
    printed = (folder / "stdout").read_text(encoding="utf-8")
    readme = write_docs.READMES[lang].read_text(encoding="utf-8")
    assert "<!-- first-run -->" in readme
    assert write_docs.with_run(readme, "first-run", printed, lang) == readme, "run `make docs`"


@pytest.mark.parametrize("lang", Language)
def test_the_readme_shows_what_inspect_prints(lang: Language, write_docs: ModuleType) -> None:
    readme = write_docs.READMES[lang].read_text(encoding="utf-8")
    printed = write_docs.run_of("inspect-run", lang)
    assert "<!-- inspect-run -->" in readme
    assert write_docs.with_run(readme, "inspect-run", printed, lang) == readme, "run `make docs`"


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_the_readme_names_every_command_and_every_exit_code(name: str) -> None:
    readme = (ROOT / name).read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `([a-z]+)[ `]", readme, re.MULTILINE))
    assert named == {function.__name__ for function in COMMANDS}
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", readme, re.MULTILINE)}
    assert codes == set(Exit) - {Exit.TERMINATED}


@pytest.mark.parametrize("name", ["README.md", "README.id.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_link_leads_to_a_file(name: str) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", page):
        if not target.startswith("http"):
            assert (ROOT / target).exists(), target


def test_the_python_example_runs(tmp_path: Path) -> None:
    found = {
        example
        for name in ("README.md", "README.id.md")
        for example in re.findall(
            r"```python\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL
        )
    }
    (code,) = found
    book = ROOT / "data" / "samples" / "dinas-kecil" / "dinas-kecil.xlsx"
    (tmp_path / "kota.xlsx").write_bytes(book.read_bytes())
    (tmp_path / "example.py").write_text(code, encoding="utf-8")
    subprocess.run([sys.executable, "example.py"], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "laporan" / "report.html").is_file()


@pytest.mark.parametrize("command", [function.__name__ for function in COMMANDS])
@pytest.mark.parametrize("lang", Language)
def test_every_option_has_a_meaning(command: str, lang: Language, tmp_path: Path) -> None:
    done = run(command, "--help", "--lang", lang, folder=tmp_path)
    assert done.returncode == 0, done.stderr


def test_make_names_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    described = re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE)
    assert sorted(described) == sorted(phony.split())
