"""What do these files and folders say, all together?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from asn_restruktur.findings import Evidence, Finding, Problem, UnusableInput, params
from asn_restruktur.loaders.orgfile import read_org_file
from asn_restruktur.loaders.paths import InputFile, input_files
from asn_restruktur.loaders.preflight import Nature, nature_of
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.regulation.texts import REGULATION_FORMS, RegulationText, read_text
from asn_restruktur.loaders.sheets.csvs import read_csv
from asn_restruktur.loaders.understood import (
    FileReading,
    InputForm,
    Progress,
    Reading,
    first_stated,
)
from asn_restruktur.rules import UNRECOGNISED
from asn_restruktur.vocabulary import Place

_NO_DATA = frozenset(
    f"input.{key}"
    for key in (
        *(nature for nature in Nature if nature is not Nature.NOISE),
        "no_table",
        "columns_missing",
        "no_value",
        "no_org_file",
        "no_map",
        "no_duties",
        "scan",
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
    understood: list[FileReading | RegulationText] = []
    files = [
        replace(file, cited=cited_as.get(file.path, "")) for file in input_files(paths, problems)
    ]
    for done, file in enumerate(files):
        progress(file.file, done, len(files))
        try:
            understood.append(_read_file(file))
        except UnusableInput as unusable:
            is_told = not file.is_named and all(one.key in _NO_DATA for one in unusable.problems)
            (beside if is_told else problems).extend(unusable.problems)
    readings, without_duties = _together(understood)
    for problem in without_duties:
        named = {file.file for file in files if file.is_named}
        is_named = problem.place is not None and problem.place.file in named
        (problems if is_named else beside).append(problem)
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


def _together(
    understood: Sequence[FileReading | RegulationText],
) -> tuple[list[FileReading], list[Problem]]:
    """Read the regulation texts among the files together: one may amend another."""
    texts = [one for one in understood if isinstance(one, RegulationText)]
    if not texts:
        return [one for one in understood if isinstance(one, FileReading)], []
    from asn_restruktur.loaders.regulation.anchoring import anchored
    from asn_restruktur.loaders.regulation.reading import read_regulations

    others = [one for one in understood if isinstance(one, FileReading)]
    listed = [table for one in others for table in one.tables]
    found = iter(read_regulations(texts))
    every = [next(found) if isinstance(one, RegulationText) else one for one in understood]
    every = [
        replace(one, tables=anchored(one.tables, listed))
        if isinstance(one, FileReading) and one.source.form is InputForm.REGULATION
        else one
        for one in every
    ]
    readings = [one for one in every if isinstance(one, FileReading)]
    return readings, [one for one in every if isinstance(one, Problem)]


def _read_file(file: InputFile) -> FileReading | RegulationText:
    """Read one file by what it is; a regulation only as far as it can be read alone."""
    content = file.content()
    nature, text = nature_of(content, file.file)
    if nature is Nature.WORKBOOK:
        from asn_restruktur.loaders.sheets.workbook import read_workbook

        return read_workbook(content, file.file)
    if nature is Nature.DOCUMENT and text:
        return read_org_file(text.content, file.file)
    if nature is Nature.TABLE_TEXT and text:
        return read_csv(text, file.file)
    if nature in REGULATION_FORMS:
        return read_text(content, text, nature, file.file)
    raise refusal(nature, file.file)


def _left_out(problem: Problem) -> Finding:
    """Tell a file of a folder that is no data."""
    place = problem.place or Place(file="")
    return Finding(
        rule=UNRECOGNISED,
        key="DAT002.file",
        evidence=(Evidence(place=Place(file=place.file)),),
        params=params(file=place.file.rpartition("/")[2]),
    )
