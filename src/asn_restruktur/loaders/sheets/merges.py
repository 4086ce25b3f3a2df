"""Which cells of a sheet are merged, as far as the sheet reaches?"""

import re
from collections.abc import Iterable

from asn_restruktur.loaders.cells import column_index
from asn_restruktur.loaders.sheets.sheet import Merge

_MERGES = b"<mergeCells"
_RANGE = re.compile(
    rb"""<mergeCell\s[^<>]*?ref\s*=\s*["']\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})"""
)


def merges_in(xml: bytes) -> list[Merge]:
    """Return the merged cells that the XML of a sheet lists, its tags without prefixes."""
    start = xml.rfind(_MERGES)
    if start < 0:
        return []
    return [
        Merge(
            first_row=int(top) - 1,
            first_column=column_index(left.decode()),
            last_row=int(bottom) - 1,
            last_column=column_index(right.decode()),
        )
        for left, top, right, bottom in _RANGE.findall(xml, start)
    ]


def within(merges: Iterable[Merge], rows: int, columns: int) -> tuple[Merge, ...]:
    """Cut merged cells off where a sheet ends.

    Args:
        merges: as a file lists them.
        rows: how many rows the sheet has.
        columns: how many columns.

    Returns:
        Those that cover more than one cell of the sheet, sorted; none at all where they cover
        more cells than there are, which no program writes.
    """
    cut = [
        Merge(
            first_row=one.first_row,
            first_column=one.first_column,
            last_row=min(one.last_row, rows - 1),
            last_column=min(one.last_column, columns - 1),
        )
        for one in merges
    ]
    kept = sorted(
        one
        for one in set(cut)
        if 0 <= one.first_row <= one.last_row
        and 0 <= one.first_column <= one.last_column
        and (one.first_row, one.first_column) != (one.last_row, one.last_column)
    )
    area = sum(
        (one.last_row - one.first_row + 1) * (one.last_column - one.first_column + 1)
        for one in kept
    )
    return tuple(kept) if area <= rows * columns else ()
