"""What in the XML of a sheet would a reader of values not tell: its extent, errors, formulas?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from asn_restruktur.loaders.cells import column_index

WIDEST = 512
"""Columns taken from a sheet that has cells far apart."""

MAX_GAP_ROWS = 10_000
"""A row that stands further below the row before it is a stray one."""

_SPARSE_FROM_CELLS = 4_000_000
_SPARSE_RATIO = 40
_NEAR_COLUMNS = 26  # columns of one letter

# A pattern that begins with a letter is found several times faster than one that begins with a
# class; that it may also meet another attribute ending in that letter does no harm.
_FAR_COLUMN = re.compile(rb"""r\s*=\s*["']([A-Za-z]{2,})\d""")
_ROW = re.compile(rb"""row\s[^<>]*?\br\s*=\s*["'](\d+)""")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>]")
_FILLED = re.compile(rb"""<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']([A-Za-z]{1,3})(\d+)["'][^<>/]*>""")
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^<>]*?\bt\s*=\s*["']e["'])[^<>]*?\br\s*=\s*["']([A-Za-z]+)(\d+)"""
)
_UNCACHED = re.compile(
    rb"""<(?:\w+:)?c\s[^<>]*?\br\s*=\s*["']([A-Za-z]+)(\d+)["'][^<>]*>\s*"""
    rb"""<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<>]*</(?:\w+:)?f>)\s*"""
    rb"""(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"""
)
_ERROR_MARKS = (b't="e"', b"t='e'")
_FORMULA_MARKS = (b"<f", b":f")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")

Cell = tuple[int, int]
"""Row from 1, column from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetScan:
    """What the XML of one sheet says.

    Args:
        is_sparse: its cells stand so far apart that a dense reader would break.
        last_row: last row that belongs to the rest, from 1.
        width: columns that belong to the rest.
        strays: filled cells far outside, of a sparse sheet.
        errors: cells that hold an error (`#REF!`).
        uncached: cells that hold a formula without its value.
    """

    is_sparse: bool = False
    last_row: int = 0
    width: int = 0
    strays: Sequence[Cell] = ()
    errors: Sequence[Cell] = ()
    uncached: Sequence[Cell] = ()


def is_unsafe_xml(xml: bytes) -> bool:
    """Tell whether XML declares entities, or is written so that this could not be seen."""
    return xml.startswith(_UTF16_MARKS) or b"<!DOCTYPE" in xml


def scan_sheet(xml: bytes) -> SheetScan:
    """Scan the XML of a sheet without building it.

    Args:
        xml: bytes of `xl/worksheets/*.xml`, without a DOCTYPE.

    Returns:
        What a reader of values would not tell.
    """
    last_row = max((int(row) for row in _ROW.findall(xml)), default=1)
    far = {column_index(letters.decode()) for letters in set(_FAR_COLUMN.findall(xml))}
    width = max(far, default=_NEAR_COLUMNS - 1) + 1
    # A cell may claim another row than the one it stands in.
    longer = re.search(rb"""r\s*=\s*["'][A-Za-z]{1,3}\d{%d,}""" % (len(str(last_row)) + 1), xml)
    area = last_row * width
    is_sparse = longer is not None or (
        area > _SPARSE_FROM_CELLS and area > _SPARSE_RATIO * len(_CELL.findall(xml))
    )
    errors = _cells(_ERROR, xml) if any(mark in xml for mark in _ERROR_MARKS) else ()
    uncached = _cells(_UNCACHED, xml) if any(mark in xml for mark in _FORMULA_MARKS) else ()
    if not is_sparse:
        return SheetScan(last_row=last_row, width=width, errors=errors, uncached=uncached)
    filled = _cells(_FILLED, xml)
    rows = sorted({row for row, _ in filled}) or [1]
    end = next((row for row, after in pairwise(rows) if after - row > MAX_GAP_ROWS), rows[-1])
    near = [column for row, column in filled if row <= end and column < WIDEST]
    return SheetScan(
        is_sparse=True,
        last_row=end,
        width=max(near, default=0) + 1,
        strays=tuple(cell for cell in filled if cell[0] > end or cell[1] >= WIDEST),
        errors=errors,
        uncached=uncached,
    )


def _cells(pattern: re.Pattern[bytes], xml: bytes) -> tuple[Cell, ...]:
    found = pattern.findall(xml)
    return tuple((int(row), column_index(letters.decode())) for letters, row in found)
