"""Which row of a sheet without a known table looks like a heading?"""

from collections.abc import Sequence

from asn_restruktur.loaders.cells import Origin, column_letter
from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables.headings import HEADER_ROWS
from asn_restruktur.loaders.tables.labels import LONGEST
from asn_restruktur.loaders.understood import ColumnRead, LeftOut, Part

_FEWEST = 2


def unknown_table(sheet: Sheet) -> Part:
    """Describe a sheet without a known table by its likeliest heading, so that it can be mapped.

    Args:
        sheet: the sheet.

    Returns:
        The part, left out; the first row that has most short texts and no number is its heading.
    """
    part = Part(sheet=sheet.origin.sheet, left_out={LeftOut.NOT_A_TABLE: 1})
    best = max(
        range(min(HEADER_ROWS, len(sheet.rows))),
        key=lambda index: (_texts(sheet.rows[index]), -index),
        default=None,
    )
    if best is None or _texts(sheet.rows[best]) < _FEWEST:
        return part
    row, number, origin = sheet.rows[best], sheet.numbers[best], sheet.origin
    filled = [at for at, cell in enumerate(row) if cell != ""]
    cells = f"{column_letter(filled[0])}{number}:{column_letter(filled[-1])}{number}"
    return Part(
        sheet=part.sheet,
        heading=cells if origin.sheet else str(number),
        columns=tuple(
            ColumnRead(at=_name(origin, at), heading=" ".join(str(row[at]).split()))
            for at in filled
        ),
        body=(number + 1, 0),
        left_out=part.left_out,
    )


def _texts(row: Sequence[object]) -> int:
    """Count the short texts of a row; one with a number or a long text is no heading."""
    filled = [cell for cell in row if cell != ""]
    is_heading = all(isinstance(cell, str) and len(cell) <= LONGEST for cell in filled)
    return len({*map(str, filled)}) if is_heading else 0


def _name(origin: Origin, at: int) -> str:
    return column_letter(at) if origin.sheet else str(at + 1)
