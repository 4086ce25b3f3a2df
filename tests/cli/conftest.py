from pathlib import Path

import pytest

from cli.command import run


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
