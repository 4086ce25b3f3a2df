"""How does a city's data become a report?

The steps in their order, and the Python API:

    organisation = load(["kota.xlsx"])
    report = analyze(organisation)
    write(render(report, [Form.HTML]), Path("laporan"))
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from os import PathLike, fspath
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from asn_restruktur import __version__
from asn_restruktur.config import Settings
from asn_restruktur.findings import (
    Evidence,
    Finding,
    Problem,
    Subject,
    SubjectKind,
    params,
)
from asn_restruktur.reporters.folder import check_file, check_output, write
from asn_restruktur.rules import UNREADABLE
from asn_restruktur.vocabulary import Form, Language, Place

if TYPE_CHECKING:
    from asn_restruktur.loaders.understood import Reading
    from asn_restruktur.organisation.model import Organisation
    from asn_restruktur.reporters.report import Report

__all__ = [
    "analyze",
    "check_file",
    "check_output",
    "load",
    "org_file",
    "read",
    "render",
    "write",
]

Progress = Callable[[str, int, int], None]
"""Hears which step begins (`cli.step.<key>`), its number, and how many steps there are."""

InputPath = str | PathLike[str]

STEPS = (
    "load",
    "hierarchy",
    "language",
    "overlap",
    "fragmentation",
    "coordination",
    "structure",
    "advice",
    "render",
)
DEFAULTS = Settings()


def silent(_step: str, _number: int, _total: int) -> None:
    """Hear the steps and say nothing."""


def read(
    paths: Sequence[InputPath],
    *,
    progress: Progress = silent,
    cited_as: Mapping[Path, str] = MappingProxyType({}),
    mapping: InputPath | None = None,
    keeps_unknown: bool = False,
) -> "Reading":
    """Read files as they stand; what cannot be used at all stands in its problems.

    Args:
        paths: files and folders.
        progress: hears the step.
        cited_as: how places name a file, where not by its path as given.
        mapping: file that says what tables are, where they are understood wrongly.
        keeps_unknown: whether files without a known table are described too.

    Raises:
        UnusableInput: none of the files can be used, or the mapping has faults.
    """
    from asn_restruktur.loaders.inputs import NOTHING_SAID
    from asn_restruktur.loaders.inputs import read as read_inputs
    from asn_restruktur.loaders.tables.mapping_file import mapping_of

    _say(progress, "load")
    said = mapping_of(Path(fspath(mapping))) if mapping is not None else NOTHING_SAID
    return read_inputs(
        [Path(fspath(path)) for path in paths],
        cited_as=cited_as,
        said=said,
        keeps_unknown=keeps_unknown,
    )


def load(source: "Sequence[InputPath] | Reading", *, progress: Progress = silent) -> "Organisation":
    """Make one organisation of files, or of what was read from them.

    What is wrong with the data stands in its findings; so does a file that cannot be used.

    Raises:
        UnusableInput: none of the files can be used.
    """
    from asn_restruktur.loaders.understood import Reading
    from asn_restruktur.organisation.assemble import assemble

    reading = source if isinstance(source, Reading) else read(source, progress=progress)
    unusable = [_unreadable(problem) for problem in reading.problems]
    return assemble(
        reading.tables, government=reading.government, findings=[*unusable, *reading.findings]
    )


def analyze(
    source: "Sequence[InputPath] | Organisation",
    settings: Settings = DEFAULTS,
    *,
    lang: Language = Language.ID,
    as_of: str = "",
    progress: Progress = silent,
) -> "Report":
    """Answer every question about an organisation.

    Args:
        source: an organisation, or the files to read it from.
        settings: thresholds, lexicon, selected rules and severities.
        lang: language of the report.
        as_of: ISO date of the data; "" takes the organisation's own, else its newest date.
        progress: hears the steps.

    Returns:
        The report: findings ranked, ids shortened, figures by key.

    Raises:
        UnusableInput: none of the files can be used, or a lexicon file has faults.
    """
    from asn_restruktur.advice.recommend import advice_figures, recommend
    from asn_restruktur.analysers import (
        basic_services,
        borrowed_lists,
        congruence,
        coordination,
        foreign_names,
        fragmentation,
        misplaced_work,
        overlap,
        repeated_duties,
        size,
        specificity,
        structure,
    )
    from asn_restruktur.analysers.statements import mark_repeated
    from asn_restruktur.analysers.touched import unit_figures
    from asn_restruktur.language.canonical import canonical_forms
    from asn_restruktur.language.lexicon_files import lexicon
    from asn_restruktur.language.own_lexicon import own_entries
    from asn_restruktur.language.readings import read as read_statements
    from asn_restruktur.organisation.hierarchy import hierarchy
    from asn_restruktur.organisation.model import Organisation
    from asn_restruktur.reporters.counted import merged, recounted
    from asn_restruktur.reporters.report import Report
    from asn_restruktur.reporters.short_names import short_by_name, shortened
    from asn_restruktur.reporters.told import ranked, selected, short_ids

    organisation = source if isinstance(source, Organisation) else load(source, progress=progress)
    _say(progress, "hierarchy")
    tree = hierarchy(organisation)
    _say(progress, "language")
    words = lexicon(own_entries(settings.lexicon))
    readings = mark_repeated(
        read_statements(organisation.functions["text"], words), organisation, tree, settings.overlap
    )
    _say(progress, "overlap")
    overlaps = overlap.analyse(organisation, tree, readings, settings)
    pairs = overlaps.tables["pairs"]
    _say(progress, "fragmentation")
    fragments = fragmentation.analyse(organisation, tree, readings, pairs, settings)
    topics = fragments.tables["topics"]
    _say(progress, "coordination")
    gaps = coordination.analyse(organisation, tree, readings, pairs, topics, settings)
    congruent = congruence.analyse(organisation, tree, gaps.tables["coordination"])
    _say(progress, "structure")
    built = structure.analyse(organisation, tree, readings, settings)
    general = specificity.analyse(organisation, tree, readings, settings)
    sized = size.analyse(organisation, tree, readings, settings)
    specific = organisation.functions.loc[~readings.statements["is_boilerplate"], "text"]
    forms = canonical_forms(specific, words)
    texts = (
        repeated_duties.analyse(organisation, tree, readings, forms),
        foreign_names.analyse(organisation, tree, readings),
        misplaced_work.analyse(organisation, tree, readings),
        borrowed_lists.analyse(organisation, tree, readings, pairs),
        basic_services.analyse(organisation, tree, readings, forms),
    )
    analyses = (sized, overlaps, fragments, general, *texts, gaps, congruent, built)
    found = [*(finding for part in analyses for finding in part.findings), *organisation.findings]
    findings = ranked(selected(found, settings))
    _say(progress, "advice")
    tables = {name: table for part in analyses for name, table in part.tables.items()}
    short = short_by_name(tree)
    findings = tuple(
        finding
        if finding.code.startswith("DAT")  # a data fault quotes what stands in the cell
        else replace(finding, params=shortened(finding.params, short))
        for finding in findings
    )
    recommendations = tuple(
        replace(advice, params=shortened(advice.params, short))
        for advice in recommend(organisation, tree, findings, tables)
    )
    return Report(
        organisation=organisation,
        hierarchy=tree,
        findings=findings,
        recommendations=recommendations,
        tables=tables,
        figures=merged(
            [
                *(recounted(part.figures, findings) for part in analyses),
                unit_figures(findings, organisation, tree),
                advice_figures(recommendations),
            ]
        ),
        short_ids=short_ids([finding.fingerprint for finding in findings]),
        lang=lang,
        as_of=as_of or organisation.government.as_of or newest_date(organisation),
        version=__version__,
    )


def render(
    report: "Report", forms: Iterable[Form], *, progress: Progress = silent
) -> dict[str, bytes]:
    """Render every form before any is written: content by file name."""
    from asn_restruktur.reporters.forms import renderer

    _say(progress, "render")
    contents: dict[str, bytes] = {}
    for form in dict.fromkeys(forms):
        contents |= renderer(form)(report)
    return contents


def org_file(organisation: "Organisation") -> bytes:
    """Write an organisation as an org file, which `load` reads back the same."""
    from asn_restruktur.reporters.orgfile_yaml import org_file as written

    return written(organisation)


def newest_date(organisation: "Organisation") -> str:
    """Return the newest date that the data itself records, or "" when it records none.

    The end of a contract and a date of birth say nothing of the day the data was taken.
    """
    from asn_restruktur.vocabulary import TableName

    recorded = {
        TableName.EMPLOYEES: ("appointed", "in_position_since"),
        TableName.COMPETENCES: ("assessed",),
        TableName.PERFORMANCE: ("recorded",),
    }
    dates = [
        organisation.table(table)[column].max()
        for table, columns in recorded.items()
        for column in columns
    ]
    known = [date.date().isoformat() for date in dates if date == date]  # noqa: PLR0124  # NaT
    return max(known, default="")


def _unreadable(problem: Problem) -> Finding:
    """Turn what keeps a file from being used into a finding, so that the report tells it too."""
    place = problem.place or Place(file="")
    return Finding(
        rule=UNREADABLE,
        key="DAT001.file",
        subjects=(Subject(SubjectKind.FILE, place.file),),
        evidence=(Evidence(place=place),),
        params=params(file=place.file),
    )


def _say(progress: Progress, step: str) -> None:
    progress(step, STEPS.index(step) + 1, len(STEPS))
