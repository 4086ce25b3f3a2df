"""May a single file be written there, and how is it?"""

from collections.abc import Sequence
from pathlib import Path

from asn_restruktur.findings import Problem, UnusableInput
from asn_restruktur.reporters.folder import write
from asn_restruktur.vocabulary import Place


def check_inputs(inputs: Sequence[Path] | None) -> tuple[Path, ...]:
    """Return the inputs.

    Raises:
        UnusableInput: there are none.
    """
    if not inputs:
        raise UnusableInput(Problem(key="usage.no_input"))
    return tuple(inputs)


def check_target(target: Path, inputs: Sequence[Path]) -> None:
    """Make sure that a file does not overwrite an input, and is no folder.

    Raises:
        UnusableInput: it is or does.
    """
    place = Place(file=target.as_posix())
    if target.is_dir():
        raise UnusableInput(Problem(key="output.is_folder", place=place))
    if target.resolve() in {path.resolve() for path in inputs}:
        raise UnusableInput(Problem(key="output.is_input_file", place=place))


def written(text: str, target: Path) -> None:
    """Write a file, whole or not at all.

    Raises:
        UnusableInput: it cannot be written.
    """
    write({target.name: text.encode("utf-8", errors="replace")}, target.parent)
