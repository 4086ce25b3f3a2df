"""Which cells do the tables of a Word document have?"""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from asn_restruktur.loaders.regulation.annexed import TextTable
from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.word_numbering import NAMESPACE
from asn_restruktur.loaders.sheets.extent import MAX_COLUMNS
from asn_restruktur.loaders.sheets.placed import PlacedCells
from asn_restruktur.loaders.sheets.sheet import Merge, Sheet

_TABLE, _ROW, _CELL, _PARAGRAPH = (f"{NAMESPACE}{tag}" for tag in ("tbl", "tr", "tc", "p"))
_VALUE = f"{NAMESPACE}val"
_MOST_TITLES = 20
_LONGEST_NUMBER = 4


def docx_tables(
    body: ET.Element, shown: Mapping[ET.Element, Sequence[Line]], file: str
) -> list[TextTable]:
    """Read the cells of every table; one inside a cell is text of that cell.

    Args:
        body: the main part of the document.
        shown: lines of its paragraphs, as a reader sees them.
        file: path as typed, in POSIX form.

    Returns:
        The tables in their order, numbered; the lines before one are its titles. Of one that is
        too large to be read nothing is left.
    """
    found: list[TextTable] = []
    before: list[str] = []
    number = 0
    for block in _blocks(body):
        if block.tag == _PARAGRAPH:
            before += [line.text for line in shown.get(block, ())]
            continue
        number += 1
        cells = PlacedCells(f"table {number}")
        cells.titles = before[-_MOST_TITLES:]
        before = []
        _fill(cells, block, shown)
        page = cells.page(file)
        if isinstance(page, Sheet):
            inside = frozenset(
                line.number - 1 for node in block.iter() for line in shown.get(node, ())
            )
            found.append(TextTable(page, inside))
    return found


def _blocks(body: ET.Element) -> Iterator[ET.Element]:
    """Walk paragraphs and tables that stand in no table, in the order of the text."""
    waiting = [body]
    while waiting:
        node = waiting.pop()
        if node.tag in (_PARAGRAPH, _TABLE):
            yield node
        else:
            waiting.extend(reversed(node))


def _inside(node: ET.Element, tag: str) -> Iterator[ET.Element]:
    """Walk the rows of a table or the cells of a row, not those of a table inside them."""
    waiting = list(reversed(node))
    while waiting:
        child = waiting.pop()
        if child.tag == tag:
            yield child
        elif child.tag not in (_TABLE, _PARAGRAPH):
            waiting.extend(reversed(child))


def _fill(
    cells: PlacedCells, table: ET.Element, shown: Mapping[ET.Element, Sequence[Line]]
) -> None:
    began: dict[int, Merge] = {}  # by first column, what the cells below may go on
    for row, line in enumerate(_inside(table, _ROW)):
        column = _number(line, "trPr/gridBefore", 0)
        going: dict[int, Merge] = {}
        for cell in _inside(line, _CELL):
            last = column + _number(cell, "tcPr/gridSpan", 1) - 1
            if last >= MAX_COLUMNS:
                break
            own = _merged(cell, began.get(column), Merge(row, column, row, last))
            if own is not None:
                going[column] = own
            if own is None or own.first_row == row:
                _put(cells, cell, (row, column), shown)
                if own is None and last > column:
                    cells.merges.append(Merge(row, column, row, last))
            column = last + 1
        cells.merges += [one for at, one in began.items() if _is_ended(one, going.get(at))]
        began = going
    cells.merges += [one for one in began.values() if _is_ended(one, None)]


def _merged(cell: ET.Element, above: Merge | None, own: Merge) -> Merge | None:
    """Return the cells that a cell is merged with down to its own row; None for one alone."""
    merge = cell.find(_path("tcPr/vMerge"))
    if merge is None:
        return None
    if merge.get(_VALUE) == "restart" or above is None:
        return own
    return Merge(above.first_row, above.first_column, own.last_row, above.last_column)


def _is_ended(one: Merge, next_row: Merge | None) -> bool:
    """Tell whether a merge that is more than one cell does not go on in the next row."""
    goes_on = next_row is not None and next_row.first_row == one.first_row
    is_more = (one.first_row, one.first_column) != (one.last_row, one.last_column)
    return is_more and not goes_on


def _put(
    cells: PlacedCells,
    cell: ET.Element,
    at: tuple[int, int],
    shown: Mapping[ET.Element, Sequence[Line]],
) -> None:
    lines = [line.text for node in cell.iter() for line in shown.get(node, ())]
    if lines:
        cells.put(*at, "\n".join(lines))


def _number(node: ET.Element, path: str, usual: int) -> int:
    found = node.find(_path(path))
    written = found.get(_VALUE, "") if found is not None else ""
    is_number = written.isascii() and written.isdecimal() and len(written) <= _LONGEST_NUMBER
    return max(int(written), usual) if is_number else usual


def _path(path: str) -> str:
    return "/".join(f"{NAMESPACE}{tag}" for tag in path.split("/"))
