"""How are the cells of a sheet written in a few lines of a test?"""

import re
from collections.abc import Mapping, Sequence

from asn_restruktur.loaders.cells import Origin, column_index
from asn_restruktur.loaders.sheets.sheet import Merge, Sheet
from asn_restruktur.loaders.tables.regions import Region, regions

FILE = "kota.xlsx"
_CELL = re.compile(r"([A-Z]+)(\d+)")


def grid(*rows: str | Sequence[object]) -> list[list[object]]:
    """Lay out rows, `No|Nama|Kelas`; a whole number is one, and every row gets equally long."""
    cells = [list(map(_cell, row.split("|"))) if isinstance(row, str) else [*row] for row in rows]
    width = max((len(row) for row in cells), default=0)
    return [[*row, *[""] * (width - len(row))] for row in cells]


def sheet(
    *rows: str | Sequence[object],
    name: str = "Data",
    merges: Sequence[str] = (),
    unseen: Sequence[int] = (),
    indents: Mapping[int, Sequence[int]] | None = None,
) -> Sheet:
    """Make a sheet of rows.

    Args:
        rows: as for `grid`.
        name: name of the sheet; "" for a text.
        merges: merged cells (`A1:B2`).
        unseen: indices of hidden rows.
        indents: indentation of the cells of a column, by its index.
    """
    cells = grid(*rows)
    by_column = indents or {}
    return Sheet(
        origin=Origin(FILE, name),
        rows=cells,
        numbers=range(1, len(cells) + 1),
        merges=tuple(sorted(merge(*cells.split(":")) for cells in merges)),
        unseen=frozenset(unseen),
        indents=lambda column: by_column.get(column, ()),
    )


def merge(first: str, last: str) -> Merge:
    """Return the cells between two corners as merged."""
    (row, column), (last_row, last_column) = _at(first), _at(last)
    return Merge(row, column, last_row, last_column)


def region(page: Sheet) -> Region:
    """Return the only table of a sheet."""
    (found,) = regions(page, page.origin.sheet)
    return found


def _at(cell: str) -> tuple[int, int]:
    found = _CELL.fullmatch(cell)
    assert found
    return int(found[2]) - 1, column_index(found[1])


def _cell(text: str) -> object:
    return int(text) if re.fullmatch(r"0|[1-9]\d{0,8}", text) else text
