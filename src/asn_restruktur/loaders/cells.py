"""How is a cell of a sheet, or a run of cells, named?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from asn_restruktur.findings import Evidence
from asn_restruktur.vocabulary import Place

MOST_PLACES = 20
"""Places that one finding cites; its sentence says how many cells there are."""

_ALPHABET = 26


def column_letter(index: int) -> str:
    """Return the letter of a column: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, _ALPHABET)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """Return the index of a column: A is 0, AA is 26."""
    index = 0
    for letter in letters.upper():
        index = index * _ALPHABET + ord(letter) - ord("A") + 1
    return index - 1


@dataclass(frozen=True, slots=True)
class Origin:
    """Where rows come from.

    Args:
        file: path as typed, in POSIX form.
        sheet: sheet of a workbook; "" for a text file, whose rows are lines.
    """

    file: str
    sheet: str = ""

    @property
    def name(self) -> str:
        """The sheet's name, or the file's own."""
        return self.sheet or self.file.rpartition("/")[2]

    @property
    def place(self) -> Place:
        """The sheet, or the file, as a whole."""
        return Place(file=self.file, sheet=self.sheet)

    def at(self, row: int, column: int) -> Place:
        """Cite one cell (row from 1, column from 0), or the line of a text."""
        if self.sheet:
            return Place(file=self.file, sheet=self.sheet, cell=f"{column_letter(column)}{row}")
        return Place(file=self.file, line=row)

    def cells(self, cells: Iterable[tuple[int, int]]) -> tuple[Evidence, ...]:
        """Cite cells (row, column), each run down a column as one range."""
        places: list[Place] = []
        for column, rows in _by_column(cells).items():
            for first, last in _runs(rows):
                place = self.at(first, column)
                if self.sheet and last > first:
                    letter = column_letter(column)
                    cell = f"{letter}{first}:{letter}{last}"
                    place = Place(file=self.file, sheet=self.sheet, cell=cell)
                places.append(place)
        return tuple(Evidence(place=place) for place in places[:MOST_PLACES])


def _by_column(cells: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    columns: dict[int, list[int]] = {}
    for row, column in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        columns.setdefault(column, []).append(row)
    return columns


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return first and last of each run of rows that follow one another."""
    starts = [rows[0], *(after for before, after in pairwise(rows) if after > before + 1)]
    ends = [*(before for before, after in pairwise(rows) if after > before + 1), rows[-1]]
    return list(zip(starts, ends, strict=True))
