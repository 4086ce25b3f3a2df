"""What does the heading of each column say, when it stands in one, two or three rows?"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from asn_restruktur.loaders.sheets.sheet import Merge

MOST_ROWS = 4
"""Rows that one heading may take."""

LONGEST = 90
"""Letters of a heading; a longer cell is no heading."""

_GROUP_SHARE = 0.6
_FEWEST_GROUPED = 4


@dataclass(frozen=True, slots=True)
class Label:
    """The heading of one column: its parts from the top down (`Pangkat`, `Gol Ruang`)."""

    at: int
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The heading as inspect shows it."""
        return " \u203a ".join(part.replace("\n", " ") for part in self.parts)


class Cells:
    """The texts of the first rows of a sheet, merged cells filled.

    Args:
        rows: rows of the sheet.
        merges: its merged cells.
    """

    def __init__(self, rows: Sequence[Sequence[object]], merges: Sequence[Merge]) -> None:
        self._rows = rows
        self._down = {
            (merge.first_row, merge.first_column): (
                min(merge.last_row, len(rows) - 1),
                merge.last_row - merge.first_row + 1,
            )
            for merge in merges
            if merge.last_row > merge.first_row and merge.first_row < len(rows)
        }
        self._owner = {
            (row, column): (merge.first_row, merge.first_column)
            for merge in merges
            if merge.first_row < len(rows)
            for row in range(merge.first_row, min(merge.last_row, len(rows) - 1) + 1)
            for column in range(merge.first_column, merge.last_column + 1)
        }

    def text(self, row: int, column: int) -> str:
        """Return a cell as text, line by line; of a merged cell, wherever in it, its value."""
        at = self._owner.get((row, column), (row, column))
        cells = self._rows[at[0]]
        value = cells[at[1]] if at[1] < len(cells) else ""
        return "\n".join(" ".join(line.split()) for line in str(value).splitlines() if line.strip())

    def reach(self, row: int, columns: range) -> int:
        """Return the last row of the cells that begin in a row and are merged downwards."""
        ends = [
            last
            for (first, column), (last, depth) in self._down.items()
            if first == row and column in columns and depth <= MOST_ROWS
        ]
        return max(ends, default=row)

    def is_beside(self, row: int, column: int) -> bool:
        """Tell whether a cell is part of a merged one that begins in a column to its left."""
        return self._owner.get((row, column), (row, column))[1] < column

    def hangs(self, row: int, columns: range) -> bool:
        """Tell whether a row has part of a heading that was merged downwards from above it."""
        return any(
            first < row <= last and column in columns and 1 < depth <= MOST_ROWS
            for (first, column), (last, depth) in self._down.items()
        )

    def is_covered(self, row: int, column: int) -> bool:
        """Tell whether a cell is part of a merged one without being its first."""
        return self._owner.get((row, column), (row, column)) != (row, column)


def labels(cells: Cells, first: int, last: int, columns: range) -> tuple[Label, ...]:
    """Join the rows of a heading.

    A group heading reaches over the columns that it was merged over; where nothing was merged,
    over the empty cells to its right that have a heading of their own below. A heading over most
    of the table is a title and says nothing of a column.

    Args:
        cells: the cells of the sheet.
        first: index of the first row of the heading.
        last: index of its last row.
        columns: columns of the table.

    Returns:
        The label of each column that has one.
    """
    grid = [[cells.text(row, column) for column in columns] for row in range(first, last + 1)]
    for depth, row in enumerate(grid[:-1]):
        covered = [cells.is_covered(first + depth, column) for column in columns]
        below = grid[depth + 1]
        has_group = any(covered)
        reach = list(accumulate(row, _nearest))
        for at, cell in enumerate(row):
            if not cell and not has_group and below[at] and reach[at] and _is_group(row, below, at):
                row[at] = reach[at]
    shown = [row for row in grid[:-1] if not _is_title(row)]
    shown.append(grid[-1])
    found = []
    for at, column in enumerate(columns):
        parts = tuple(dict.fromkeys(part for row in shown if (part := row[at])))
        if parts and not cells.is_beside(last, column):
            found.append(Label(column, parts))
    return tuple(found)


def _nearest(left: str, cell: str) -> str:
    return cell or left


def _is_group(row: Sequence[str], below: Sequence[str], at: int) -> bool:
    """Tell whether the nearest heading to the left of an empty cell is divided below."""
    left = next((index for index in range(at - 1, -1, -1) if row[index]), None)
    return left is not None and bool(below[left])


def _is_title(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell]
    most = max((filled.count(cell) for cell in set(filled)), default=0)
    return most > _GROUP_SHARE * len(row) and most >= _FEWEST_GROUPED
