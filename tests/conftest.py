"""What do all tests share?"""

from collections.abc import Callable
from pathlib import Path

import pytest

from cli.command import run

Golden = Callable[[str, bytes], None]
"""Compares a content with the file of that name beside the test."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the expected outputs of the tests"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a content with the expected one; `--update-golden` rewrites it instead."""
    folder = Path(request.path).parent

    def compare(name: str, content: bytes) -> None:
        path = folder / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        assert content.decode().splitlines() == path.read_bytes().decode().splitlines()
        assert content == path.read_bytes()

    return compare


def _sample(folder: Path, lang: str) -> Path:
    done = run("analyze", "--sample", "--lang", lang, folder=folder)
    assert done.returncode == 0, done.stderr
    (folder / "stdout").write_text(done.stdout, encoding="utf-8")
    (folder / "stderr").write_text(done.stderr, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One run on the sample city: its folder holds `laporan/`, `stdout` and `stderr`."""
    return _sample(tmp_path_factory.mktemp("contoh"), "id")


@pytest.fixture(scope="session")
def english_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in English."""
    return _sample(tmp_path_factory.mktemp("sample"), "en")
