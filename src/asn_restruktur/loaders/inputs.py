"""What do these files and folders say, all together?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from asn_restruktur.findings import Evidence, Finding, Problem, UnusableInput, params
from asn_restruktur.loaders.collecting import uncollected
from asn_restruktur.loaders.orgfile import read_org_file
from asn_restruktur.loaders.paths import InputFile, input_files
from asn_restruktur.loaders.preflight import READ, Nature, nature_of
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.sheets.forms import sheets_in
from asn_restruktur.loaders.tables.understanding import understood
from asn_restruktur.loaders.understood import FileReading, Progress, Reading, first_stated
from asn_restruktur.rules import UNRECOGNISED
from asn_restruktur.vocabulary import Place

_NO_DATA = frozenset(
    f"input.{key}"
    for key in (
        *(nature for nature in Nature if nature not in READ and nature is not Nature.NOISE),
        "no_table",
        "columns_missing",
        "no_value",
        "no_org_file",
        "no_map",
        "proposal",
    )
)
"""What may lie in a folder beside the data and is only told; named on its own it is a problem."""


def silent(_file: str, _done: int, _total: int) -> None:
    """Hear the files and say nothing."""


def read(
    paths: Sequence[Path],
    *,
    progress: Progress = silent,
    cited_as: Mapping[Path, str] = MappingProxyType({}),
) -> Reading:
    """Read any number of files and folders.

    Args:
        paths: as typed; of a folder every file that holds a table or an organisation, in the
            order of their names.
        progress: hears each file before it is read.
        cited_as: how places name a file, where not by its path as typed.

    Returns:
        Tables, findings and what was understood; a file that cannot be used stands in `problems`.

    Raises:
        UnusableInput: none of the files can be used; with every problem.
    """
    problems: list[Problem] = []
    beside: list[Problem] = []
    readings: list[FileReading] = []
    files = [
        replace(file, cited=cited_as.get(file.path, "")) for file in input_files(paths, problems)
    ]
    for done, file in enumerate(files):
        progress(file.file, done, len(files))
        try:
            readings.append(_with_room(file))
        except UnusableInput as unusable:
            is_told = not file.is_named and all(one.key in _NO_DATA for one in unusable.problems)
            (beside if is_told else problems).extend(unusable.problems)
    if not readings:
        raise UnusableInput(*problems, *beside)
    findings = [finding for reading in readings for finding in reading.findings]
    return Reading(
        tables=tuple(table for reading in readings for table in reading.tables),
        government=first_stated(reading.government for reading in readings),
        findings=(*findings, *(_left_out(problem) for problem in beside)),
        problems=tuple(problems),
        sources=tuple(reading.source for reading in readings),
    )


def _with_room(file: InputFile) -> FileReading:
    """Read one file; one that does not fit into the memory is told like any other of no use."""
    try:
        with uncollected():
            return _read_file(file)
    except MemoryError:
        raise refusal("memory", file.file) from None


def _read_file(file: InputFile) -> FileReading:
    """Read one file by what it is."""
    content = file.content()
    nature, text = nature_of(content, file.file)
    if nature is Nature.DOCUMENT and text:
        return read_org_file(text.content, file.file)
    sheets = sheets_in(content, nature, text, file.file)
    if sheets is None:
        raise refusal(nature, file.file)
    return understood(sheets)


def _left_out(problem: Problem) -> Finding:
    """Tell a file of a folder that is no data."""
    place = problem.place or Place(file="")
    return Finding(
        rule=UNRECOGNISED,
        key="DAT002.file",
        evidence=(Evidence(place=Place(file=place.file)),),
        params=params(file=place.file.rpartition("/")[2]),
    )
