"""How far do the rows and cells of a sheet reach, at most?"""

import re
from dataclasses import dataclass

from asn_restruktur.loaders.cells import column_index

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
"""A sheet has no more rows and columns; a reader that trusts larger ones runs out of memory."""

NEAR_COLUMNS = 26
"""Columns of one letter; whether a sheet uses all of them is not worth a look at each cell."""

_ROW = re.compile(rb"""row\s[^<>]*?\br\s*=\s*["'](\d{1,20})""")
_MOST_DIGITS = 20
_PLACED = re.compile(rb"""r\s*=\s*["']""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """An upper bound of what a sheet holds.

    Args:
        rows: last row, from 1.
        columns: last column, from 1.
        cells: cells that are written, filled or not.
        is_placed: every row and cell says where it stands.
    """

    rows: int
    columns: int
    cells: int
    is_placed: bool

    @property
    def area(self) -> int:
        """Cells of the rectangle that a dense reader builds."""
        return self.rows * self.columns

    @property
    def is_possible(self) -> bool:
        """Tell whether a sheet can reach so far at all."""
        return self.rows <= MAX_ROWS and self.columns <= MAX_COLUMNS


def extent_of(xml: bytes) -> Extent:
    """Measure a sheet without trusting what it says of itself.

    Args:
        xml: bytes of a sheet's part, its tags without prefixes.

    Returns:
        Bounds that count in rows and cells which leave out where they stand, and cells which
        claim another row than the one they stand in.
    """
    end = xml.rfind(b"</sheetData")
    end = end if end >= 0 else len(xml)
    rows = xml.count(b"<row", 0, end)
    cells = xml.count(b"<c", 0, end)
    last_row, placed_rows = _placed_rows(xml, end)
    unplaced_rows = rows - placed_rows
    is_placed = unplaced_rows <= 0 and (
        xml.count(b' r="', 0, end) >= rows + cells
        or len(_PLACED.findall(xml, 0, end)) >= rows + cells
    )
    claimed, far = _beyond(xml, end, len(str(last_row)) + 1)
    return Extent(
        rows=max(last_row + max(unplaced_rows, 0), claimed, 1),
        columns=max(far + 1, NEAR_COLUMNS) + (0 if is_placed else _fullest_row(xml, end)),
        cells=cells,
        is_placed=is_placed,
    )


def _placed_rows(xml: bytes, end: int) -> tuple[int, int]:
    """Return the largest number of a row, and how many rows have one."""
    largest = count = 0
    for found in _ROW.finditer(xml, 0, end):  # a million of them as a list would take 60 MB
        count += 1
        largest = max(largest, int(found[1]))
    return largest, count


def _beyond(xml: bytes, end: int, digits: int) -> tuple[int, int]:
    """Return the largest row with so many digits, and the largest column of two letters or more.

    One pass over the places. A pattern that begins with a letter is found several times faster
    than one that begins with a class; that it may also meet another attribute ending in that
    letter does no harm.
    """
    pattern = re.compile(
        rb"""r\s*=\s*["'](?:([A-Za-z]{1,64})(\d{%d,20})|([A-Za-z]{2,64})\d)"""
        % min(digits, _MOST_DIGITS),
    )
    row = column = 0
    for letters, number, far in set(pattern.findall(xml, 0, end)):
        row = max(row, int(number or 0))
        if far or len(letters) > 1:
            column = max(column, column_index((far or letters).decode()))
    return row, column


def _fullest_row(xml: bytes, end: int) -> int:
    return max((row.count(b"<c") for row in xml[:end].split(b"<row")[1:]), default=0)
