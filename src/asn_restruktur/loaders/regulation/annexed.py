"""Which tables beside a text are read like those of a spreadsheet?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.sheets.sheet import Sheet, SheetsRead
from asn_restruktur.loaders.tables.mapping import FileSaid
from asn_restruktur.loaders.tables.regions import regions
from asn_restruktur.loaders.tables.understanding import understood
from asn_restruktur.loaders.understood import FileReading, InputForm, first_stated
from asn_restruktur.organisation.model import RawTable
from asn_restruktur.organisation.words import plain
from asn_restruktur.vocabulary import TableName

_ARTICLE = re.compile(r"^\s*Pasal\s+\d{1,3}\s*[A-Z]?\s*$", re.MULTILINE | re.IGNORECASE)
_SENTENCE_ENDS = (".", ";", ":", ",")


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table that stands in a text.

    Args:
        sheet: its cells.
        lines: which lines of the text its cells hold, counted from 0.
    """

    sheet: Sheet
    lines: frozenset[int]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its tables.

    Args:
        lines: its lines, those in cells too.
        tables: every table that stands in it.
    """

    lines: list[Line]
    tables: list[TextTable]


def set_apart(
    document: Document, said: FileSaid | None, file: str
) -> tuple[list[Line], FileReading | None]:
    """Read the tables with known headings, and take their lines out of the text.

    A table of any other kind, and one that only lays out articles, stays text.

    Args:
        document: the whole text.
        said: what a mapping says of the file.
        file: path as typed, in POSIX form.

    Returns:
        The lines that are left, and what the tables gave; None where there is none.
    """
    below = [replace(one, sheet=_headed(one.sheet)) for one in document.tables]
    known = [one for one in below if _is_known(one.sheet)]
    if not known:
        return document.lines, None
    sheets = tuple(one.sheet for one in known)
    reading = understood(SheetsRead(file=file, form=InputForm.WORKBOOK, sheets=sheets), said)
    taken = frozenset(at for one in known for at in one.lines)
    return [line for at, line in enumerate(document.lines) if at not in taken], reading


def joined(text: FileReading, annexed: FileReading) -> FileReading:
    """Join what the sentences of a text say with what its tables say."""
    return replace(
        text,
        source=replace(text.source, parts=(*text.source.parts, *annexed.source.parts)),
        tables=(*text.tables, *_with_units(annexed.tables, text.tables)),
        government=first_stated((text.government, annexed.government)),
        findings=(*text.findings, *annexed.findings),
    )


def _with_units(tables: Sequence[RawTable], text: Sequence[RawTable]) -> Iterator[RawTable]:
    """Let a table state the units that it names and the text does not, as a sentence would."""
    named = {
        plain(str(name)): name
        for one in text
        if one.name is TableName.UNITS
        for name in one.frame["name"]
    }
    for one in tables:
        if not (named and one.is_implied and one.name is TableName.UNITS):
            yield one
            continue
        names = one.frame["name"].map(lambda name: plain(str(name)))
        ids = dict(zip(one.frame["unit_id"], names.map(named.get), strict=True))
        is_new = ~names.isin(list(named))
        new = one.frame[is_new].reset_index(drop=True)
        above = [ids.get(unit) or unit for unit in new["parent_id"]]
        yield replace(one, frame=new.assign(parent_id=above), is_implied=False)
        yield replace(one, frame=one.frame[~is_new].reset_index(drop=True))


def _headed(sheet: Sheet) -> Sheet:
    """Leave of the lines before a table those that are headings, behind the last sentence."""
    titles: list[str] = []
    for line in sheet.titles:
        titles = [] if line.endswith(_SENTENCE_ENDS) else [*titles, line]
    return replace(sheet, titles=tuple(titles))


def _is_known(sheet: Sheet) -> bool:
    is_layout = any(
        isinstance(cell, str) and _ARTICLE.search(cell) for row in sheet.rows for cell in row
    )
    return not is_layout and bool(regions(sheet, " ".join((sheet.origin.name, *sheet.titles))))
