"""What do these files and folders say, all together?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from asn_restruktur.documents import read_document
from asn_restruktur.findings import Evidence, Finding, Problem, UnusableInput, params
from asn_restruktur.loaders.collecting import uncollected
from asn_restruktur.loaders.organograms.reading import read_published
from asn_restruktur.loaders.organograms.uk import is_organogram, read_organogram
from asn_restruktur.loaders.orgfile import read_org_file
from asn_restruktur.loaders.own_reports import is_own_report
from asn_restruktur.loaders.paths import InputFile, input_files
from asn_restruktur.loaders.preflight import READ, Nature, nature_of
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.regulation.texts import REGULATION_FORMS, RegulationText, read_text
from asn_restruktur.loaders.sheets.forms import sheets_in
from asn_restruktur.loaders.sheets.records import read_records
from asn_restruktur.loaders.tables.mapping import FileSaid, Said
from asn_restruktur.loaders.tables.understanding import understood
from asn_restruktur.loaders.understood import (
    FileReading,
    InputForm,
    NoTable,
    Progress,
    Reading,
    first_stated,
)
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
        "no_chart",
        "no_map",
        "no_duties",
        "scan",
        "proposal",
        "own_report",
    )
)
"""What may lie in a folder beside the data and is only told; named on its own it is a problem."""


NOTHING_SAID = Said()


def silent(_file: str, _done: int, _total: int) -> None:
    """Hear the files and say nothing."""


def read(
    paths: Sequence[Path],
    *,
    progress: Progress = silent,
    cited_as: Mapping[Path, str] = MappingProxyType({}),
    said: Said = NOTHING_SAID,
    keeps_unknown: bool = False,
) -> Reading:
    """Read any number of files and folders.

    Args:
        paths: as typed; of a folder every file that holds a table or an organisation, in the
            order of their names.
        progress: hears each file before it is read.
        cited_as: how places name a file, where not by its path as typed.
        said: what a mapping says that the tables of files are.
        keeps_unknown: whether a file without a known table is described too, beside its problems;
            then such files alone are no failure.

    Returns:
        Tables, findings and what was understood; a file that cannot be used stands in `problems`.

    Raises:
        UnusableInput: none of the files can be used; with every problem.
    """
    problems: list[Problem] = []
    beside: list[Problem] = []
    found: list[FileReading | RegulationText] = []
    files = [
        replace(file, cited=cited_as.get(file.path, "")) for file in input_files(paths, problems)
    ]
    problems.extend(_unused(said, [file.file for file in files]))
    for done, file in enumerate(files):
        progress(file.file, done, len(files))
        try:
            found.append(_with_room(file, said.of(file.file)))
        except UnusableInput as unusable:
            is_told = not file.is_named and all(one.key in _NO_DATA for one in unusable.problems)
            (beside if is_told else problems).extend(unusable.problems)
            if keeps_unknown and isinstance(unusable, NoTable):
                found.append(unusable.reading)
    readings, without_duties = _together(found)
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


def _with_room(file: InputFile, said: FileSaid | None) -> FileReading | RegulationText:
    """Read one file; one that does not fit into the memory is told like any other of no use."""
    try:
        with uncollected():
            return _read_file(file, said)
    except MemoryError:
        raise refusal("memory", file.file) from None


def _unused(said: Said, files: Sequence[str]) -> list[Problem]:
    """Tell a mapping that speaks of none of the files."""
    if not said.files or any(one.is_about(file) for one in said.files for file in files):
        return []
    patterns = tuple(one.pattern for one in said.files)
    place = said.files[0].place
    return [Problem(key="mapping.unused", place=place, params=params(files=patterns))]


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


def _read_file(file: InputFile, said: FileSaid | None) -> FileReading | RegulationText:
    """Read one file by what it is; a regulation only as far as it can be read alone."""
    content = file.content()
    if is_own_report(content, file.file):
        raise refusal("own_report", file.file)
    nature, text = nature_of(content, file.file)
    if nature is Nature.DOCUMENT and text:
        return _read_document(text.content, file.file, said)
    if nature is Nature.SLIDES:
        from asn_restruktur.loaders.charts.slides import read_slides

        return read_slides(content, file.file)
    if nature is Nature.DRAWING and text:
        from asn_restruktur.loaders.charts.reading import read_chart

        return read_chart(text.content, file.file)
    if nature in REGULATION_FORMS:
        return read_text(content, text, nature, file.file, said)
    sheets = sheets_in(content, nature, text, file.file)
    if sheets is None:
        raise refusal(nature, file.file)
    first = sheets.sheets[0] if sheets.sheets else None
    if first is not None and is_organogram(first.rows):
        return read_organogram(
            first.rows,
            first.numbers,
            file.file,
            encoding=sheets.encoding,
            delimiter=sheets.delimiter,
        )
    return understood(sheets, said)


def _read_document(text: str, file: str, said: FileSaid | None) -> FileReading:
    """Read YAML or JSON: an organogram, lists of records, or an org file."""
    published = read_published(text, file)
    if published:
        return published
    root = read_document(text, file)
    records = read_records(root, file)
    return understood(records, said) if records else read_org_file(root, file)


def _left_out(problem: Problem) -> Finding:
    """Tell a file of a folder that is no data."""
    place = problem.place or Place(file="")
    return Finding(
        rule=UNRECOGNISED,
        key="DAT002.own" if problem.key == "input.own_report" else "DAT002.file",
        evidence=(Evidence(place=Place(file=place.file)),),
        params=params(file=place.file.rpartition("/")[2]),
    )
