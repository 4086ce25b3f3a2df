"""How do rendered reports get into the output folder, whole or not at all?"""

import errno
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from asn_restruktur.findings import Problem, UnusableInput
from asn_restruktur.vocabulary import Form, Place

FILES: dict[Form, str] = {
    Form.HTML: "report.html",
    Form.XLSX: "report.xlsx",
    Form.MD: "report.md",
    Form.JSON: "findings.json",
    Form.CSV: "tables",
    Form.GRAPHML: "org.graphml",
    Form.DOT: "org.dot",
    Form.MERMAID: "org.mermaid",
    Form.DRAWIO: "org.drawio",
    Form.YAML: "org.yaml",
}
"""What each form writes into the output folder; names are part of the contract."""

LOCK_WAITS_SECONDS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""A virus scanner holds a new file for a moment on Windows; a spreadsheet holds it for longer."""


def check_output(folder: Path, inputs: Iterable[Path], forms: Iterable[Form]) -> None:
    """Make sure, before anything is analysed, that the reports can be written there.

    Raises:
        UnusableInput: the folder is a file, cannot be written, or holds an input that a report
            would overwrite.
    """
    place = Place(file=folder.as_posix())
    existing = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not existing.is_dir():
        raise UnusableInput(Problem(key="output.is_file", place=Place(file=existing.as_posix())))
    targets = {folder.resolve(), *((folder / FILES[form]).resolve() for form in forms)}
    for path in inputs:
        source = path.resolve()
        if source in targets or targets.intersection(source.parents[:1]) - {folder.resolve()}:
            raise UnusableInput(Problem(key="output.is_input", place=Place(file=path.as_posix())))
    try:
        with tempfile.TemporaryFile(dir=existing):
            pass
    except OSError as error:
        raise UnusableInput(Problem(key="output.unwritable", place=place)) from error


def check_file(path: Path, inputs: Iterable[Path]) -> None:
    """Make sure, before anything is read, that one file can be written there.

    Raises:
        UnusableInput: the path is a folder or an input, or its folder cannot be written.
    """
    if path.is_dir():
        raise UnusableInput(Problem(key="output.is_folder", place=Place(file=path.as_posix())))
    sources = list(inputs)
    for source in sources:
        if source.resolve() == path.resolve():
            raise UnusableInput(Problem(key="output.is_input", place=Place(file=source.as_posix())))
    check_output(path.parent, sources, ())


def write(contents: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Write every file under a temporary name, then give each its own.

    Whatever happens in between, each file is the old one or the new one as a whole, and no
    temporary file stays.

    Args:
        contents: content by file name, relative to the folder.
        folder: made if it does not exist.

    Returns:
        The paths of the files, in the order of `contents`.

    Raises:
        UnusableInput: the disk is full, the folder cannot be written, or another program holds
            a file open; every such file is told.
    """
    made = _make(folder)
    targets = tuple(folder / name for name in contents)
    try:
        with tempfile.TemporaryDirectory(prefix=".asn-restruktur-", dir=folder) as scratch:
            for name, content in contents.items():
                path = Path(scratch, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            held = [name for name in contents if not _replace(Path(scratch, name), folder / name)]
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        key = "output.disk_full" if full else "output.unwritable"
        raise UnusableInput(Problem(key=key, place=Place(file=folder.as_posix()))) from error
    finally:
        if made is not None and not any(target.exists() for target in targets):
            shutil.rmtree(made, ignore_errors=True)
    if held:
        places = [Place(file=(folder / name).as_posix()) for name in held]
        raise UnusableInput(*(Problem(key="output.locked", place=place) for place in places))
    return targets


def _make(folder: Path) -> Path | None:
    """Make the folder; return the topmost folder that had to be made."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        place = Place(file=folder.as_posix())
        raise UnusableInput(Problem(key="output.unwritable", place=place)) from error
    return missing[-1] if missing else None


def _replace(source: Path, target: Path) -> bool:
    """Put a finished file in its place; tell whether another program keeps that from happening."""
    target.parent.mkdir(parents=True, exist_ok=True)
    for wait in (*LOCK_WAITS_SECONDS, None):
        try:
            os.replace(source, target)  # noqa: PTH105  # tests put a locked file in its place
        except PermissionError:
            if sys.platform != "win32":
                raise
            if wait is not None:
                time.sleep(wait)
        else:
            return True
    return False
