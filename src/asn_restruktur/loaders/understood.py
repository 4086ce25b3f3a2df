"""What was understood of the files that were given?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum

from asn_restruktur.findings import Finding, Problem
from asn_restruktur.organisation.model import Government, RawTable

Progress = Callable[[str, int, int], None]
"""Hears which file is read, how many are done, and how many there are."""


class InputForm(StrEnum):
    """Forms of input that are read."""

    WORKBOOK = "workbook"
    CSV = "csv"
    ORG_FILE = "org_file"
    REGULATION = "regulation"


class LeftOut(StrEnum):
    """Why something of a file was left out."""

    NOT_A_TABLE = "not_a_table"  # a sheet without a known heading
    EMPTY = "empty"  # a sheet without a value
    UNREADABLE = "unreadable"  # a sheet that the reader could not open
    TOTAL_ROW = "total_row"
    NUMBER_ROW = "number_row"  # "1 2 3 4" under the heading
    NO_KNOWN_VALUE = "no_known_value"  # a row with values in unknown columns only
    RAGGED_ROW = "ragged_row"  # a line with more values than headings
    STRAY_CELL = "stray_cell"  # a cell far outside the table
    PAGE_LINE = "page_line"  # a page number, catchword, head or foot of a printed page
    NO_DUTY = "no_duty"  # an item of a chapter that states no duty
    NOT_INTRODUCED = "not_introduced"  # an item that no sentence introduces as a duty
    NO_UNIT = "no_unit"  # a duty whose unit is not named
    UNKNOWN_UNIT = "unknown_unit"  # an item of a list of units that names none


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sheet of a workbook, or a text as a whole, as understood.

    Args:
        sheet: name of the sheet; "" for a text.
        table: name of the table (`statements` for a list that gives units and functions); ""
            where none was recognised.
        heading: cells or line of the heading row.
        columns: column of the table by heading as written.
        rows: rows taken over.
        left_out: how many rows (or sheets: 1) were left out, by reason.
    """

    sheet: str = ""
    table: str = ""
    heading: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    rows: int = 0
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file, as understood.

    Args:
        file: path as typed, in POSIX form.
        form: what it is.
        parts: its sheets, or the text itself.
        encoding: of a text, as it was read.
        delimiter: of a CSV, as it was read.
        articles: of a regulation, how many pasal it has as amended.
        amendments: of an amending regulation, how many changes were applied.
        short_forms: of a regulation, what is meant by the short forms that it defines.
    """

    file: str
    form: InputForm
    parts: tuple[Part, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    articles: int = 0
    amendments: int = 0
    short_forms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """What one file gave."""

    source: Source
    tables: tuple[RawTable, ...] = ()
    government: Government = field(default_factory=Government)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What all files gave together.

    Args:
        tables: in the order of the files, and inside a file of its sheets.
        government: what they say of the whole; the first file that states a value decides.
        findings: what is wrong with single sheets, columns and cells.
        problems: of the files that could not be used at all.
        sources: of the files that could.
    """

    tables: tuple[RawTable, ...]
    government: Government
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    sources: tuple[Source, ...]


def first_stated(governments: Iterable[Government]) -> Government:
    """Join what several places say of the government; the first that states a value decides."""
    stated = list(governments)
    values = {
        each.name: next((value for one in stated if (value := getattr(one, each.name))), None)
        for each in fields(Government)
    }
    return Government(**{name: value for name, value in values.items() if value is not None})
