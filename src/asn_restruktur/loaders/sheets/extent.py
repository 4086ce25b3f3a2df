"""How far do the rows and cells of a sheet reach, at most?"""

import re
from dataclasses import dataclass

from asn_restruktur.loaders.cells import column_index

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
"""A sheet has no more rows and columns; a reader that trusts larger ones runs out of memory."""

NEAR_COLUMNS = 26
"""Columns of one letter; whether a sheet uses all of them is not worth a look at each cell."""

# A pattern that begins with a letter is found several times faster than one that begins with a
# class; that it may also meet another attribute ending in that letter does no harm.
_FAR_COLUMN = re.compile(rb"""r\s*=\s*["']([A-Za-z]{2,})\d""")
_ROW = re.compile(rb"""row\s[^<>]*?\br\s*=\s*["'](\d+)""")
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
    body = xml[:end] if end >= 0 else xml
    rows = body.split(b"<row")[1:]
    in_row = [row.count(b"<c") for row in rows]
    placed_rows = _ROW.findall(body)
    last_row = max((int(row) for row in placed_rows), default=0)
    unplaced_rows = len(rows) - len(placed_rows)
    cells = sum(in_row)
    tags = cells + len(rows)
    is_placed = unplaced_rows <= 0 and (
        body.count(b' r="') >= tags or len(_PLACED.findall(body)) >= tags
    )
    longer = re.compile(rb"""r\s*=\s*["'][A-Za-z]+(\d{%d,})""" % (len(str(last_row)) + 1))
    claimed = max((int(row) for row in longer.findall(body)), default=0)
    far = max((column_index(name.decode()) for name in set(_FAR_COLUMN.findall(body))), default=0)
    return Extent(
        rows=max(last_row + max(unplaced_rows, 0), claimed, 1),
        columns=max(far + 1, NEAR_COLUMNS) + (0 if is_placed else max(in_row, default=0)),
        cells=cells,
        is_placed=is_placed,
    )
