"""What was understood of the files that were given?"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum

from asn_restruktur.findings import Finding, Problem, UnusableInput
from asn_restruktur.organisation.model import Government, RawTable

Progress = Callable[[str, int, int], None]
"""Hears which file is read, how many are done, and how many there are."""


class InputForm(StrEnum):
    """Forms of input that are read."""

    WORKBOOK = "workbook"
    CSV = "csv"
    RECORDS = "records"
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
    SILENT_ROW = "silent_row"  # a row without a rating, or a pair without a mark
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
        is_whole: whether a cell is one value, however many lines it has, as a mapping says.
        is_needless: whether it is known to say nothing of this table (a running number, remarks).
    """

    at: str
    heading: str
    field: str = ""
    sureness: float = 0.0
    is_whole: bool = False
    is_needless: bool = False


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
        unit: names of the unit that titles or names say all rows belong to, from the top down.
        position: title of the post that they say all rows belong to.
        said: what else they, or a mapping, say of all rows, by field.
        only: values that a mapping wants the column of a heading to have.
        body: first and last row below the heading; 0 for the last one where the table is the last
            of its sheet.
        is_continued: whether it goes on with the table before it, on the next printed page.
        is_stated: whether a mapping says what it is.
        read: filled rows below the heading, and a heading repeated on a further page.
        kept: those of them that are taken.
        rows: rows that they became; a cell that lists several statements gives several.
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
    unit: tuple[str, ...] = ()
    position: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    body: tuple[int, int] = (0, 0)
    is_continued: bool = False
    is_stated: bool = False
    read: int = 0
    kept: int = 0
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


class NoTable(UnusableInput):
    """A file of which nothing can be used; what was understood of it all the same is kept."""

    def __init__(self, reading: FileReading, *problems: Problem) -> None:
        super().__init__(*problems)
        self.reading = reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What all files gave together.

    Args:
        tables: in the order of the files, and inside a file of its sheets.
        government: what they say of the whole; the first file that states a value decides.
        findings: what is wrong with single sheets, columns and cells.
        problems: of the files that could not be used at all.
        sources: of the files that could; and, where it was asked for, of those without a table.
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
