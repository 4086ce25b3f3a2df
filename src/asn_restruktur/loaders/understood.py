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
    DRAWIO = "drawio"
    SLIDES = "slides"
    DOT = "dot"
    MERMAID = "mermaid"
    GRAPHML = "graphml"
    UK_ORGANOGRAM = "uk_organogram"
    W3C_ORG = "w3c_org"
    POPOLO = "popolo"
    REGULATION = "regulation"


class LeftOut(StrEnum):
    """Why something of a file was left out."""

    NOT_A_TABLE = "not_a_table"  # a sheet without a known heading
    EMPTY = "empty"  # a sheet without a value
    UNREADABLE = "unreadable"  # a sheet that the reader could not open
    SET_ASIDE = "set_aside"  # a sheet or row that a mapping leaves out
    HIDDEN_SHEET = "hidden_sheet"
    TOTAL_ROW = "total_row"
    NUMBER_ROW = "number_row"  # "1 2 3 4" under the heading
    HEADING_ROW = "heading_row"  # the heading once more, on the next printed page
    SECTION_ROW = "section_row"  # names what the rows below it belong to
    FOOT_ROW = "foot_row"  # remarks and signatures below the table
    UNSEEN_ROW = "unseen_row"  # hidden or struck through
    NO_KNOWN_VALUE = "no_known_value"  # a row with values in unknown columns only
    RAGGED_ROW = "ragged_row"  # a line with more values than headings
    STRAY_CELL = "stray_cell"  # a cell far outside the table
    LOOSE_BOX = "loose_box"  # a text of a chart that no line joins to anything
    LOOSE_LINE = "loose_line"  # a line of a chart that joins nothing
    NOT_IN_POST = "not_in_post"  # a row of an organogram that stands for no post
    REPEATED = "repeated"  # a row that says once more what another one says
    ENDED = "ended"  # an organisation, post or membership that is over
    NO_UNIT = "no_unit"  # a row or duty that does not say to which unit it belongs
    PAGE_LINE = "page_line"  # a page number, catchword, head or foot of a printed page
    NO_DUTY = "no_duty"  # an item of a chapter that states no duty
    NOT_INTRODUCED = "not_introduced"  # an item that no sentence introduces as a duty
    UNKNOWN_UNIT = "unknown_unit"  # an item of a list of units that names none


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRead:
    """A column of a sheet, as understood.

    Args:
        at: letter of the column, or its number from 1 in a text.
        heading: its heading as written, the rows of one joined by a sign like `>`.
        field: what it was taken for; "" for a heading that means nothing.
        sureness: 0-1.
    """

    at: str
    heading: str
    field: str = ""
    sureness: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A table of a sheet, a sheet without one, or a text as a whole, as understood.

    Args:
        sheet: name of the sheet; "" for a text.
        table: name of the table (`statements` for a list that gives units and functions); ""
            where none was recognised.
        sureness: 0-1, how sure the table is.
        heading: cells or line of the heading.
        columns: its columns from left to right.
        hierarchy: by what it was told which row stands above which (`loaders.tables.hierarchy`);
            "" for a table without a hierarchy.
        unit_source: whence the units of its rows are known: `column`, `section`, `title`,
            `sheet`, `file`, or "".
        rows: rows taken over.
        left_out: how many rows (or sheets: 1) were left out, by reason.
        left_rows: of each reason, the first of these rows.
        sample: the first rows as understood: value by column of the table.
    """

    sheet: str = ""
    table: str = ""
    sureness: float = 0.0
    heading: str = ""
    columns: tuple[ColumnRead, ...] = ()
    hierarchy: str = ""
    unit_source: str = ""
    rows: int = 0
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)
    left_rows: Mapping[LeftOut, tuple[int, ...]] = field(default_factory=dict)
    sample: tuple[Mapping[str, str], ...] = ()


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
