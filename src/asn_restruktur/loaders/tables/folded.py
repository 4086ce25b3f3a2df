"""Which rows of a list of people are the second line of the row above?"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables.forms import normalised
from asn_restruktur.loaders.tables.headings import HEADER_ROWS

_NIP = re.compile(r"(?:nip\w*\s*[.:]?\s*)?'?(?:\d[ \u00a0.]?){17}\d", re.IGNORECASE)
_NAME, _NUMBER = "NAMA", "NIP"


def folded(sheet: Sheet) -> Sheet:
    """Put the two lines of each person into the cells of one row.

    Printed lists give a person two rows: the NIP stands below the name, dates below rank and post.
    Their heading says so, `NAMA` over `NIP`, in cells of their own.

    Args:
        sheet: its cells.

    Returns:
        The sheet; each second row has moved into the lines of the cells above it and is empty. Any
        other sheet stays as it is.
    """
    at = _column(sheet.rows)
    if at is None:
        return sheet
    rows = [list(row) for row in sheet.rows]
    for index in range(1, len(rows)):
        if not _is_below(rows[index - 1][at], rows[index][at]):
            continue
        rows[index - 1] = [
            _lines(above, below) for above, below in zip(rows[index - 1], rows[index], strict=True)
        ]
        rows[index] = [""] * len(rows[index])
    return replace(sheet, rows=rows)


def _column(rows: Sequence[Sequence[object]]) -> int | None:
    """Return the column whose heading is a name over a NIP; None where none is."""
    for above, below in pairwise(rows[: HEADER_ROWS + 1]):
        for at, (name, number) in enumerate(zip(above, below, strict=False)):
            if _begins(name, _NAME) and _begins(number, _NUMBER) and not _has_number(above):
                return at
    return None


def _has_number(row: Sequence[object]) -> bool:
    return any(_begins(cell, _NUMBER) for cell in row)


def _begins(cell: object, word: str) -> bool:
    return isinstance(cell, str) and normalised(cell).startswith(word)


def _is_below(above: object, below: object) -> bool:
    """Tell whether a cell is the second line of a name, or of the heading over the names."""
    if not isinstance(above, str) or not isinstance(below, str) or _NIP.fullmatch(above.strip()):
        return False
    if _begins(above, _NAME) and normalised(below).startswith(_NUMBER):
        return True
    return any(map(str.isalpha, above)) and _NIP.fullmatch(below.strip()) is not None


def _lines(above: object, below: object) -> object:
    if above == "" or below == "":
        return below if above == "" else above
    return f"{above}\n{below}"
