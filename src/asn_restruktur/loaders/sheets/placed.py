"""How do cells that come with their places become a sheet?"""

from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.sheets.extent import MAX_COLUMNS, MAX_ROWS
from asn_restruktur.loaders.sheets.merges import within
from asn_restruktur.loaders.sheets.sheet import Cell, Merge, Sheet

MAX_GAP_ROWS = 10_000
MAX_GAP_COLUMNS = 512
"""A cell further below or beside the one before it is a stray one."""

MAX_CELLS = 20_000_000

_MOST_LABELLED = 3
"""Cells of a line that is a label, a colon and a value."""


class PlacedCells:
    """The cells of one sheet as they come, row by row; all indices from 0.

    Args:
        name: of the sheet.

    Attributes:
        titles: lines of text that stand before the cells.
        filled: how many values were put.
        is_too_large: whether there is no end of them.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.is_visible = True
        self.is_too_large = False
        self.filled = 0
        self.titles: list[str] = []
        self.merges: list[Merge] = []
        self.unseen: set[int] = set()
        self.indents: dict[tuple[int, int], int] = {}
        self._rows: list[list[object]] = []
        self._spent = 0
        self._strays: list[Cell] = []
        self._errors: list[Cell] = []
        self._uncached: list[Cell] = []

    @property
    def size(self) -> tuple[int, int]:
        """How many rows there are, and how many columns the widest has."""
        return len(self._rows), max(map(len, self._rows), default=0)

    def spend(self, cells: int) -> None:
        """Count the work of so many cells; the sheet is too large when there is no end of it."""
        self._spent += cells
        self.is_too_large |= self._spent > MAX_CELLS

    def put(self, row: int, column: int, value: object) -> None:
        """Put a value; one that stands far from all before it is a stray."""
        above = len(self._rows)
        if self.is_too_large:
            return
        if row - above >= MAX_GAP_ROWS or row >= MAX_ROWS:
            self._strays.append((row + 1, column))
            return
        line = self._rows[row] if row < above else []
        gap = column - len(line)
        if gap >= MAX_GAP_COLUMNS or column >= MAX_COLUMNS:
            self._strays.append((row + 1, column))
            return
        self.filled += 1
        self.spend(max(gap, 0) + 1 + max(row + 1 - above, 0))
        if row >= above:
            self._rows.extend([] for _ in range(row + 1 - above))
            line = self._rows[row]
        if gap >= 0:
            line.extend([""] * gap)
            line.append(value)
        else:
            line[column] = value

    def put_error(self, row: int, column: int) -> None:
        """Tell a cell that shows an error."""
        self._errors.append((row + 1, column))

    def put_uncached(self, row: int, column: int) -> None:
        """Tell a cell that holds a formula without its value."""
        self._uncached.append((row + 1, column))

    def lines(self) -> list[str]:
        """Return the rows as lines where each is one text or `label : value`; else none."""
        lines = []
        for row in self._rows:
            cells = [str(cell).strip() for cell in row if cell != ""]
            is_labelled = any(cell.startswith(":") or cell.endswith(":") for cell in cells)
            if len(cells) > (_MOST_LABELLED if is_labelled else 1):
                return []
            lines.append(" ".join(cells))
        return [line for line in lines if line]

    def page(self, file: str) -> Sheet | Origin:
        """Return the sheet; of one whose cells do not fit, only its origin is left."""
        origin = Origin(file, self.name)
        rows, columns = self.size
        if self.is_too_large or rows * columns > MAX_CELLS:
            return origin
        return Sheet(
            origin=origin,
            rows=[[*line, *[""] * (columns - len(line))] for line in self._rows],
            numbers=range(1, rows + 1),
            merges=within(self.merges, rows, columns),
            unseen=frozenset(row for row in self.unseen if row < rows),
            indents=self._indents,
            is_visible=self.is_visible,
            errors=tuple(self._errors),
            uncached=tuple(self._uncached),
            strays=tuple(self._strays),
            titles=tuple(self.titles),
        )

    def _indents(self, column: int) -> list[int]:
        return [self.indents.get((row, column), 0) for row in range(len(self._rows))]
