"""Which rows below a heading belong to the table?"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from asn_restruktur.loaders.tables.headings import Heading, normalised
from asn_restruktur.loaders.understood import LeftOut

Row = Sequence[object]

_TOTAL = re.compile(
    r"(SUB|GRAND)?(JUMLAH|TOTAL)"
    r"(TOTAL|AKHIR|UMUM|SELURUH|SELURUHNYA|KESELURUHAN|PEGAWAI|JABATAN|UNIT|KEBUTUHAN|ABK)?"
)
_BEGINS_TOTAL = ("JUMLAH", "TOTAL", "SUBTOTAL", "SUBJUMLAH", "GRANDTOTAL")
_INITIALS = frozenset("JTSGjtsg ")
_FEWEST_NUMBERS = 3


@dataclass(frozen=True, slots=True)
class TableRows:
    """Rows by index: those of the table, the totals among them, and what was left out.

    Args:
        kept: rows of the table.
        totals: rows taken for totals.
        unknown: rows with values in unknown columns only.
        left_out: how many rows were left out, by reason.
    """

    kept: list[int]
    totals: list[int]
    unknown: list[int]
    left_out: Counter[LeftOut]


def table_rows(rows: Sequence[Row], heading: Heading) -> TableRows:
    """Tell the rows of a table from empty rows, the number row, total rows and remarks.

    Args:
        rows: every row of the sheet, "" for an empty cell.
        heading: the heading found among them.

    Returns:
        Indices into `rows`, in order; empty rows are left out without being counted.
    """
    below = range(heading.row + 1, len(rows))
    filled = [index for index in below if rows[index].count("") != len(rows[index])]
    left_out: Counter[LeftOut] = Counter()
    if filled and _is_number_row(rows[filled[0]]):
        left_out[LeftOut.NUMBER_ROW] = 1
        filled = filled[1:]
    totals = [index for index in filled if _is_total(rows[index], heading)]
    left = frozenset(totals)
    pick = itemgetter(*heading.columns.values())
    shown = {index: pick(rows[index]) for index in filled if index not in left}
    unknown = [index for index, cells in shown.items() if not any(map(_is_shown, cells))]
    left_out[LeftOut.TOTAL_ROW] += len(totals)
    left_out[LeftOut.NO_KNOWN_VALUE] += len(unknown)
    left |= frozenset(unknown)
    kept = [index for index in filled if index not in left]
    return TableRows(kept, totals, unknown, +left_out)


def _is_shown(cell: object) -> bool:
    return cell != "" and not (isinstance(cell, str) and cell.isspace())


def _is_number_row(row: Row) -> bool:
    """Tell `1 2 3 4` or `(1) (2) (3)`, which forms print under their heading."""
    cells = [cell for cell in row if cell != ""]
    numbers = [_number(cell) for cell in cells]
    return len(cells) >= _FEWEST_NUMBERS and numbers == list(range(1, len(cells) + 1))


def _number(cell: object) -> float | None:
    if isinstance(cell, str):
        digits = cell.strip(" ().")
        return float(digits) if digits.isdecimal() and len(digits) < _FEWEST_NUMBERS else None
    return float(cell) if isinstance(cell, int | float) else None


def _is_total(row: Row, heading: Heading) -> bool:
    """Tell a total by its first cell: `JUMLAH`, or `Jumlah Dinas …` beside empty codes."""
    at = 0
    while row[at] == "":
        at += 1
    first = row[at]
    if not isinstance(first, str) or first[0] not in _INITIALS:
        return False
    text = normalised(first)
    if _TOTAL.fullmatch(text):
        return True
    ids = [index for name, index in heading.columns.items() if name.endswith("_id")]
    return (
        text.startswith(_BEGINS_TOTAL)
        and bool(ids)
        and at not in ids
        and all(row[index] == "" for index in ids)
    )
