"""Which configuration file holds for these inputs?"""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from asn_restruktur.config.reading import read_settings
from asn_restruktur.config.settings import Settings
from asn_restruktur.documents import Node, Shape, read_document
from asn_restruktur.vocabulary import Place, Problem, UnusableInput

NAMES = ("asn-restruktur.yaml", ".asn-restruktur.yaml")
PYPROJECT = "pyproject.toml"
SECTION = "asn-restruktur"
MAX_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """The settings of a run.

    Args:
        settings: what holds.
        sources: where each value was set, by dotted name; a name that is absent has its default.
        on_command_line: names of the settings that the command line has set.
    """

    settings: Settings = field(default_factory=Settings)
    sources: dict[str, Place] = field(default_factory=dict)
    on_command_line: frozenset[str] = frozenset()


def configuration(start: Path | None) -> Configuration:
    """Read the nearest configuration, from a folder upward.

    Args:
        start: the first input, or None where there is none to start from.

    Raises:
        UnusableInput: the nearest configuration has faults; all are told.
    """
    if start is None:
        return Configuration()
    first = start if start.is_dir() else start.parent
    for folder in (first, *first.absolute().parents):
        for name in NAMES:
            if (folder / name).is_file():
                return read_configuration(folder / name)
        if (folder / PYPROJECT).is_file():
            found = _pyproject(folder / PYPROJECT)
            if found is not None:
                return _configuration(found, folder)
    return Configuration()


def read_configuration(path: Path) -> Configuration:
    """Read a configuration file.

    Raises:
        UnusableInput: it does not exist or has faults; all are told.
    """
    place = Place(file=path.as_posix())
    if path.name == PYPROJECT and path.is_file():
        return _configuration(_pyproject(path) or Node(Shape.MAPPING, place), path.parent)
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnusableInput(Problem(key="config.no_such_file", place=place)) from error
    except OSError as error:
        raise UnusableInput(Problem(key="config.unreadable", place=place)) from error
    return _configuration(read_document(content, path.as_posix(), max_bytes=MAX_BYTES), path.parent)


def _configuration(root: Node, folder: Path) -> Configuration:
    settings, sources = read_settings(root, folder)
    return Configuration(settings=settings, sources=sources)


def _pyproject(path: Path) -> Node | None:
    """Return the tool's table of a pyproject.toml, or None where it has none."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if SECTION not in text:
        return None
    try:
        table = tomllib.loads(text).get("tool", {}).get(SECTION)
    except tomllib.TOMLDecodeError as error:
        place = Place(file=path.as_posix())
        raise UnusableInput(Problem(key="config.no_toml", place=place)) from error
    return None if table is None else _Toml(path.as_posix(), text.splitlines()).node(table, 0)


class _Toml:
    """Turns TOML values into document nodes; tomllib keeps no lines, so keys are looked up."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self._file = file
        self._lines = lines

    def node(self, value: object, line: int) -> Node:
        """Return the node of a value whose key stands on a line (0: not known)."""
        place = Place(file=self._file, line=line)
        match value:
            case dict():
                lines = [self._line(str(key), line) for key in value]
                keys = [
                    Node(Shape.SCALAR, Place(file=self._file, line=at), str(key))
                    for key, at in zip(value, lines, strict=True)
                ]
                items = [
                    self.node(item, at) for item, at in zip(value.values(), lines, strict=True)
                ]
                return Node(Shape.MAPPING, place, keys=keys, items=items)
            case list():
                return Node(Shape.SEQUENCE, place, items=[self.node(item, line) for item in value])
            case _:
                return Node(Shape.SCALAR, place, str(value))

    def _line(self, key: str, after: int) -> int:
        """Find the line that assigns a key or opens its table, behind the tool's own heading."""
        start = max(
            after - 1,
            next((at for at, text in enumerate(self._lines) if f"[tool.{SECTION}" in text), 0),
        )
        for at, text in enumerate(self._lines[start:], start + 1):
            bare = text.strip().replace('"', "")
            if bare.partition("=")[0].strip() == key or bare.rstrip("]").endswith(f".{key}"):
                return at
        return start + 1
