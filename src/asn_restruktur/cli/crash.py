"""What may be told of a fault of ours without telling anything of the data?

An exception's text may quote a name or a NIP, so neither the text nor any value is kept: only
which command and options ran, with which versions, and where in the code it stopped.
"""

import platform
import re
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("asn-restruktur", "pandas", "networkx", "openpyxl", "python-calamine", "rich", "typer")
COMMANDS = re.compile(r"[a-z]{2,12}")
CODE_ROOTS = ("site-packages", "src", "lib")


def write_crash_file(error: BaseException, arguments: Sequence[str]) -> Path:
    """Write the crash file to the folder of temporary files and return its path."""
    text = "\n".join([*_command(arguments), *_versions(), *_traces(error)]) + "\n"
    with tempfile.NamedTemporaryFile(
        "w", prefix="asn-restruktur-crash-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write(text)
    return Path(file.name)


def _command(arguments: Sequence[str]) -> Iterator[str]:
    """Name the command and its options, without their values."""
    command = next((word for word in arguments[:1] if COMMANDS.fullmatch(word)), "")
    options = (word.partition("=")[0] for word in arguments if word.startswith("-"))
    known = [option for option in options if re.fullmatch(r"--?[a-z-]{1,20}", option)]
    yield " ".join(["command: asn-restruktur", command, *known]).rstrip()


def _versions() -> Iterator[str]:
    yield f"python: {sys.version.split()[0]} on {platform.system()} {platform.machine()}"
    for package in PACKAGES:
        try:
            yield f"{package}: {version(package)}"
        except PackageNotFoundError:
            yield f"{package}: not installed"


def _traces(error: BaseException | None) -> Iterator[str]:
    """Tell type and stack of an exception and of those it grew from, without their texts."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield ""
        yield type(error).__name__
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"  {_code_path(frame.filename)}:{frame.lineno} in {frame.name}"
        error = error.__cause__ or error.__context__


def _code_path(filename: str) -> str:
    """Leave out the folders above the code: they may hold the user's name."""
    parts = Path(filename).parts
    roots = [at for at, part in enumerate(parts) if part in CODE_ROOTS]
    return "/".join(parts[roots[-1] + 1 :] if roots else parts[-1:])
