"""Which files are meant by the files and folders that were typed?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from asn_restruktur.findings import Problem, UnusableInput
from asn_restruktur.loaders.problems import refusal

MAX_BYTES = 256 * 1024 * 1024

_CONFIGURATIONS = frozenset({"asn-restruktur.yaml", ".asn-restruktur.yaml"})
_UNSEEN = (".", "~$")  # hidden files, and the lock of a workbook that is open


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read.

    Args:
        path: where it is.
        is_named: whether it was named, not found in a folder.
        cited: how places name it, where not by its path as typed.
    """

    path: Path
    is_named: bool
    cited: str = ""

    @property
    def file(self) -> str:
        """How places name it: the path as typed, in POSIX form, unless something else is said."""
        return self.cited or self.path.as_posix()

    def content(self) -> bytes:
        """Return its bytes.

        Raises:
            UnusableInput: it may not be read, or is too large.
        """
        try:
            if self.path.stat().st_size > MAX_BYTES:
                raise refusal("too_large", self.file, limit_mb=MAX_BYTES // 1024 // 1024)
            return self.path.read_bytes()
        except OSError:
            raise refusal("not_permitted", self.file) from None


def input_files(paths: Iterable[Path], problems: list[Problem]) -> Iterator[InputFile]:
    """Walk the files that are meant, each once.

    Args:
        paths: files and folders as typed.
        problems: gets one for each path that is no file and no folder with files.

    Yields:
        Files in the order of the paths; those of a folder by name, without its subfolders.
    """
    seen: set[Path] = set()
    for path in paths:
        try:
            files = list(_meant(path))
        except UnusableInput as unusable:
            problems.extend(unusable.problems)
            continue
        for file in files:
            real = file.path.resolve()
            if real not in seen:
                seen.add(real)
                yield file


def _meant(path: Path) -> Iterator[InputFile]:
    if path.is_dir():
        yield from _in_folder(path)
    elif path.exists():
        yield InputFile(path, is_named=True)
    else:
        raise refusal("no_such_file", path.as_posix())


def _in_folder(folder: Path) -> list[InputFile]:
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except OSError:
        raise refusal("not_permitted", folder.as_posix()) from None
    files = [
        InputFile(path, is_named=False)
        for path in inside
        if path.is_file() and not path.name.startswith(_UNSEEN) and path.name not in _CONFIGURATIONS
    ]
    if not files:
        raise refusal("empty_folder", folder.as_posix())
    return files
