"""What did a planner say that files hold, where it was understood wrongly?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from asn_restruktur.loaders.tables.forms import TableForm
from asn_restruktur.loaders.tables.hierarchy import Rule
from asn_restruktur.vocabulary import Place

NO_TABLE = "none"
"""What a mapping calls a sheet that is to be left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSaid:
    """What a column is said to be.

    Args:
        place: where the mapping says it.
        heading: its heading, by which it is found again; "" where its letter has to do.
        at: its index, or None; it decides among equal headings.
        field: what it holds; "" for a column that is not read. Two columns of one field are
            joined by a hyphen, in their order.
        is_whole: whether a cell is one value, however many lines it has.
    """

    place: Place
    heading: str = ""
    at: int | None = None
    field: str = ""
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Which values, whatever their case, a column must have for its row to be read."""

    place: Place
    heading: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSaid:
    """What a table of a sheet is said to be.

    Args:
        place: where the mapping says it.
        sheet: name of the sheet; "" for a text, or the only sheet of a workbook.
        form: which table it is; None leaves the sheet out.
        heading: first and last row of the heading, from 1; None where its texts tell it.
        span: first and last column of the heading by index; None for the whole sheet.
        body: first and last row of the table, from 1; 0 where nothing is said: directly below the
            heading, and the end of the sheet.
        columns: what its columns are.
        unit: names of the unit of its rows from the top down; None where titles and the names of
            sheet and file tell it as usual.
        position: title of the post of its rows; None as for the unit.
        constants: value by field, for rows that have none of their own.
        only: conditions that each row must meet.
        hierarchy: rule of the hierarchy; None where it is told as usual.
    """

    place: Place
    sheet: str = ""
    form: TableForm | None = None
    heading: tuple[int, int] | None = None
    span: tuple[int, int] | None = None
    body: tuple[int, int] = (0, 0)
    columns: tuple[ColumnSaid, ...] = ()
    unit: tuple[str, ...] | None = None
    position: str | None = None
    constants: Mapping[str, str] = field(default_factory=dict)
    only: tuple[Condition, ...] = ()
    hierarchy: Rule | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSaid:
    """What the tables of one file are said to be.

    Args:
        place: where the mapping says it.
        pattern: name of the file, or a pattern such as `abk-*.xlsx`; with a folder before it, it
            is compared with the path as typed.
        tables: in the order of the mapping.
    """

    place: Place
    pattern: str
    tables: tuple[TableSaid, ...] = ()

    def is_about(self, file: str) -> bool:
        """Tell whether it speaks of a file (path as typed, in POSIX form)."""
        name = file if "/" in self.pattern else file.rpartition("/")[2]
        pattern = self.pattern.casefold().replace("[", "[[]")  # a bracket is part of a name
        return fnmatchcase(name.casefold(), pattern)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Everything that a mapping says; without files, nothing."""

    files: tuple[FileSaid, ...] = ()

    def of(self, file: str) -> FileSaid | None:
        """Return what it says of a file, the first that speaks of it; None where nothing does."""
        return next((said for said in self.files if said.is_about(file)), None)
