"""What is a sheet, whatever the form of its file?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from asn_restruktur.loaders.cells import Origin


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
    """

    origin: Origin
    rows: Sequence[Sequence[object]]
    numbers: Sequence[int]
    merges: tuple[Merge, ...] = ()
    unseen: frozenset[int] = frozenset()
    indents: Callable[[int], Sequence[int]] = not_indented
    is_visible: bool = True
