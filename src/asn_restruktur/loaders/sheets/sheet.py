"""What is a sheet, whatever the form of its file?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from asn_restruktur.findings import Finding, Problem
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.understood import InputForm, Part

Cell = tuple[int, int]
"""Row of the sheet from 1, column from 0."""


def not_indented(_column: int) -> Sequence[int]:
    """Say that no cell of a column is indented by its format."""
    return ()


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """Cells that were merged into one; indices into the sheet's rows and columns, ends included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The cells of one sheet of a workbook, one table of a page, or one text of separated values.

    Args:
        origin: how its cells are cited.
        rows: every row from the first one on, all equally long; "" for an empty cell. A merged
            cell has its value in its first row and column only.
        numbers: row of the sheet (or line of the text) of each, from 1.
        merges: its merged cells, sorted.
        unseen: indices of rows that a reader of the sheet does not see, or sees struck through.
        indents: gives for a column the indentation of each row's cell by its format (0 for none);
            empty where the form of file knows no such thing.
        is_visible: whether the sheet itself is shown.
        errors: cells that show an error (`#REF!`); "" stands in `rows`.
        uncached: cells that hold a formula without its value; "" stands in `rows`.
        strays: filled cells so far outside that they are not among `rows`.
        titles: lines of text that stand before it and in none of its cells, as on a page.
        widths: how many values each line of a text has, whatever `rows` was filled up to; empty
            for a form whose rows have no width of their own.
    """

    origin: Origin
    rows: Sequence[Sequence[object]]
    numbers: Sequence[int]
    merges: tuple[Merge, ...] = ()
    unseen: frozenset[int] = frozenset()
    indents: Callable[[int], Sequence[int]] = not_indented
    is_visible: bool = True
    errors: Sequence[Cell] = ()
    uncached: Sequence[Cell] = ()
    strays: Sequence[Cell] = ()
    titles: Sequence[str] = ()
    widths: Sequence[int] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetsRead:
    """What stands in the cells of one file, before any table is recognised.

    Args:
        file: path as typed, in POSIX form.
        form: what the file is.
        sheets: those that could be read, in their order.
        left_out: those that could not be read at all, each with the reason.
        findings: what is known of the file without recognising a table.
        problems: what to tell of the file, or of a sheet, where no sheet holds a table.
        encoding: of a text, as it was read.
        delimiter: of separated values, as it was read.
    """

    file: str
    form: InputForm
    sheets: tuple[Sheet, ...]
    left_out: tuple[Part, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    encoding: str = ""
    delimiter: str = ""
