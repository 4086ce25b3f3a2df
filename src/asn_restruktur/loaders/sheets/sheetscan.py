"""What in the XML of a sheet would a reader of values not tell: its extent, errors, formulas?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from asn_restruktur.loaders.cells import column_index
from asn_restruktur.loaders.sheets.cellstyles import CellStyles, struck_rows
from asn_restruktur.loaders.sheets.extent import extent_of
from asn_restruktur.loaders.sheets.merges import merges_in
from asn_restruktur.loaders.sheets.sheet import Cell, Merge

WIDEST = 512
"""Columns taken from a sheet that has cells far apart."""

MAX_GAP_ROWS = 10_000
"""A row that stands further below the row before it is a stray one."""

_SPARSE_FROM_CELLS = 4_000_000
_SPARSE_RATIO = 40

_PREFIXED = re.compile(rb":(?:c|row|sheetData)[\s/>]")
_PREFIX = re.compile(rb"<(/?)\w+:")
_FILLED = re.compile(rb"""<c\s[^<>]*?\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,20})["'][^<>/]*>""")
_ERROR = re.compile(
    rb"""<c\s(?=[^<>]*?\bt\s*=\s*["']e["'])[^<>]*?\br\s*=\s*["']([A-Za-z]{1,64})(\d{1,20})"""
)
_UNCACHED = re.compile(
    rb"""<c\s[^<>]*?\br\s*=\s*["']([A-Za-z]{1,64})(\d{1,20})["'][^<>]*>\s*"""
    rb"""<f\b(?:[^<>]*/>|[^<>]*>[^<>]*</f>)\s*"""
    rb"""(?:<v\s*/>|<v>\s*</v>)?\s*</c>"""
)
_HIDDEN = re.compile(
    rb"""<row\s(?=[^<>]*?\bhidden\s*=\s*["'](?:1|true)["'])[^<>]*?\br\s*=\s*["'](\d{1,7})["']"""
)
_ERROR_MARKS = (b't="e"', b"t='e'")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^<>]*\?>)?\s*<(?:\w{1,20}:)?worksheet[\s/>]")
_SHARED_STRINGS = re.compile(rb"<(?:\w+:)?sst\b([^<>]*)")
_COUNT = re.compile(rb"""ount\s*=\s*["'](\d{1,20})""")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetScan:
    """What the XML of one sheet says.

    Args:
        cells: how many cells are written, filled or not.
        is_sparse: its cells stand so far apart that a dense reader would break.
        last_row: of a sparse sheet, the last row that belongs to the rest, from 1.
        width: of a sparse sheet, how many columns belong to the rest.
        strays: filled cells far outside, of a sparse sheet.
        errors: cells that hold an error (`#REF!`).
        uncached: cells that hold a formula without its value.
        merges: merged cells as listed.
        unseen: rows that are hidden or struck through, from 1.
    """

    cells: int = 0
    is_sparse: bool = False
    last_row: int = 0
    width: int = 0
    strays: Sequence[Cell] = ()
    errors: Sequence[Cell] = ()
    uncached: Sequence[Cell] = ()
    merges: Sequence[Merge] = ()
    unseen: frozenset[int] = frozenset()


def is_unsafe_xml(xml: bytes) -> bool:
    """Tell whether XML declares entities, or is written so that this could not be seen."""
    return xml.startswith(_UTF16_MARKS) or (not begins_sheet(xml) and b"<!DOCTYPE" in xml)


def begins_sheet(xml: bytes) -> bool:
    """Tell whether the first tag is a sheet's, behind which no declaration may stand."""
    return _ROOT.match(xml) is not None


def claims_too_many(xml: bytes) -> bool:
    """Tell whether shared strings claim to be more than there is room for.

    The reader makes room for as many as they claim; the process would end there.
    """
    root = _SHARED_STRINGS.search(xml) if not begins_sheet(xml) and b"sst" in xml else None
    counts = _COUNT.findall(root[1]) if root else []
    return any(int(count) > len(xml) for count in counts)


def without_prefixes(xml: bytes) -> bytes:
    """Return the XML of a sheet with plain names of its tags."""
    return _PREFIX.sub(rb"<\1", xml) if _PREFIXED.search(xml) else xml


def scan_sheet(xml: bytes, styles: CellStyles) -> SheetScan | None:
    """Scan the XML of a sheet without building it.

    Args:
        xml: bytes of `xl/worksheets/*.xml`, without a DOCTYPE.
        styles: the formats of the workbook's cells.

    Returns:
        What a reader of values would not tell; None for a sheet that no reader may be given,
        because its rows or columns lie beyond what a sheet can have.
    """
    xml = without_prefixes(xml)
    extent = extent_of(xml)
    is_sparse = extent.area > max(_SPARSE_FROM_CELLS, _SPARSE_RATIO * extent.cells)
    if not extent.is_possible or (is_sparse and not extent.is_placed):
        return None
    errors = _cells(_ERROR, xml) if any(mark in xml for mark in _ERROR_MARKS) else ()
    uncached = _cells(_UNCACHED, xml) if b"<f" in xml else ()
    hidden = map(int, _HIDDEN.findall(xml)) if b"hidden" in xml else ()
    scan = SheetScan(
        cells=extent.cells,
        errors=errors,
        uncached=uncached,
        merges=merges_in(xml),
        unseen=struck_rows(xml, styles) | frozenset(hidden),
    )
    return _with_strays(scan, _cells(_FILLED, xml)) if is_sparse else scan


def _with_strays(scan: SheetScan, filled: Sequence[Cell]) -> SheetScan:
    """Tell the cells that hang together from the stray ones."""
    rows = sorted({row for row, _ in filled}) or [1]
    end = next((row for row, after in pairwise(rows) if after - row > MAX_GAP_ROWS), rows[-1])
    near = [column for row, column in filled if row <= end and column < WIDEST]
    return replace(
        scan,
        is_sparse=True,
        last_row=end,
        width=max(near, default=0) + 1,
        strays=tuple(cell for cell in filled if cell[0] > end or cell[1] >= WIDEST),
    )


def _cells(pattern: re.Pattern[bytes], xml: bytes) -> tuple[Cell, ...]:
    found = pattern.findall(xml)
    return tuple((int(row), column_index(letters.decode())) for letters, row in found)
