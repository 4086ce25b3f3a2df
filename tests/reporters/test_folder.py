import errno
import os
from pathlib import Path

import pytest

from asn_restruktur.findings import Problem, UnusableInput
from asn_restruktur.reporters import folder as output
from asn_restruktur.reporters.folder import FILES, check_output, write
from asn_restruktur.vocabulary import Form, Place

CONTENTS = {"report.md": b"# Laporan\n", "tables/pairs.csv": b"a;b\n"}


def problems_of(caught: pytest.ExceptionInfo[UnusableInput]) -> list[Problem]:
    return list(caught.value.problems)


def test_files_are_written_whole_and_nothing_else_stays(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "laporan"
    assert write(CONTENTS, folder) == (folder / "report.md", folder / "tables" / "pairs.csv")
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files == set(CONTENTS)
    assert (folder / "tables" / "pairs.csv").read_bytes() == b"a;b\n"


def test_a_second_run_replaces_the_first(tmp_path: Path) -> None:
    write(CONTENTS, tmp_path)
    write({"report.md": b"# Baru\n"}, tmp_path)
    assert (tmp_path / "report.md").read_bytes() == b"# Baru\n"


@pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError(errno.ENOSPC, "full")])
@pytest.mark.parametrize("at", [0, 1])
def test_whatever_stops_the_writing_leaves_old_or_new_files(
    fault: BaseException | type[BaseException],
    at: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(dict.fromkeys(CONTENTS, b"old"), tmp_path)
    calls = iter(range(10))
    real = Path.write_bytes

    def stops(path: Path, content: bytes) -> int:
        if next(calls) == at:
            real(path, content[:1])
            raise fault
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", stops)
    with pytest.raises((KeyboardInterrupt, UnusableInput)) as caught:
        write(CONTENTS, tmp_path)
    if isinstance(caught.value, UnusableInput):
        place = Place(file=tmp_path.as_posix())
        assert caught.value.problems == (Problem(key="output.disk_full", place=place),)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.read_bytes() for path in files} == {b"old"}
    assert len(files) == len(CONTENTS)


def test_a_folder_made_for_nothing_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(_path: Path, _content: bytes) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", stops)
    with pytest.raises(KeyboardInterrupt):
        write(CONTENTS, tmp_path / "new" / "laporan")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_holds_is_told_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def held(source: Path, target: Path) -> None:
        if target.name == "report.md":
            raise PermissionError(errno.EACCES, "held")
        real(source, target)

    monkeypatch.setattr(output.sys, "platform", "win32")
    monkeypatch.setattr(output, "LOCK_WAITS_SECONDS", (0.0, 0.0))
    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(UnusableInput) as caught:
        write(CONTENTS, tmp_path)
    place = Place(file=(tmp_path / "report.md").as_posix())
    assert problems_of(caught) == [Problem(key="output.locked", place=place)]
    assert (tmp_path / "tables" / "pairs.csv").read_bytes() == b"a;b\n"
    assert not (tmp_path / "report.md").exists()


def test_a_lock_that_passes_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace
    refusals = iter([True, True, False, False])

    def briefly_held(source: Path, target: Path) -> None:
        if next(refusals):
            raise PermissionError(errno.EACCES, "held")
        real(source, target)

    monkeypatch.setattr(output.sys, "platform", "win32")
    monkeypatch.setattr(output, "LOCK_WAITS_SECONDS", (0.0, 0.0))
    monkeypatch.setattr(os, "replace", briefly_held)
    write(CONTENTS, tmp_path)
    assert (tmp_path / "report.md").exists()


def check(folder: Path, *inputs: Path) -> str:
    """Return the key of the problem, "" when the folder will do."""
    try:
        check_output(folder, inputs, tuple(Form))
    except UnusableInput as unusable:
        return unusable.problems[0].key
    return ""


def test_a_new_folder_beside_the_input_will_do(tmp_path: Path) -> None:
    (tmp_path / "kota.xlsx").touch()
    assert check(tmp_path / "a" / "b", tmp_path / "kota.xlsx") == ""
    assert check(tmp_path, tmp_path / "kota.xlsx") == ""
    assert list(tmp_path.iterdir()) == [tmp_path / "kota.xlsx"]


def test_a_file_in_the_way_is_told_before_anything_is_analysed(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert check(tmp_path / "file") == "output.is_file"
    assert check(tmp_path / "file" / "laporan") == "output.is_file"


@pytest.mark.parametrize("name", [FILES[Form.XLSX], "tables/units.csv", "tables", ""])
def test_an_input_is_never_overwritten(name: str, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "units.csv").touch()
    (tmp_path / FILES[Form.XLSX]).touch()
    assert check(tmp_path, tmp_path / name) == "output.is_input"


def test_a_link_to_an_input_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "kota.xlsx").touch()
    (tmp_path / "out").mkdir()
    try:
        (tmp_path / "out" / "report.xlsx").symlink_to(tmp_path / "kota.xlsx")
    except OSError:
        pytest.skip("links need a right here")
    assert check(tmp_path / "out", tmp_path / "kota.xlsx") == "output.is_input"


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(**_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(output.tempfile, "TemporaryFile", refuses)
    assert check(tmp_path / "laporan") == "output.unwritable"
