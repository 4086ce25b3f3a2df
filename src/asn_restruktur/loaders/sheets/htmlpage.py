"""What stands in the tables of this page of HTML?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.loaders.sheets.extent import MAX_COLUMNS
from asn_restruktur.loaders.sheets.gathered import gathered
from asn_restruktur.loaders.sheets.htmlcells import PageStyles, cell_value
from asn_restruktur.loaders.sheets.placed import PlacedCells
from asn_restruktur.loaders.sheets.sheet import Merge, SheetsRead
from asn_restruktur.loaders.understood import InputForm

_MOST_ROWS_SPANNED = 65_534
_MOST_COLUMNS_SPANNED = 1_000
_FEWEST = 2
_SILENT = frozenset({"script", "title", "comment", "noscript"})
_STRUCK = frozenset({"s", "strike", "del"})
_INLINE = frozenset({"a", "b", "i", "u", "em", "strong", "font", "span", "small", "big", "sup"})
_MOST_TITLES = 20
_BREAKS = frozenset({"br", "p", "div", "li"})
_LONGEST_NUMBER = 8
_BLANKS = re.compile(r"[ \t\r\n\f]+")  # a no-break space indents, so it stays


def read_html_tables(html: str, file: str) -> SheetsRead:
    """Read the cells of every table of a page.

    Args:
        html: the decoded page.
        file: path as typed, in POSIX form.

    Returns:
        Each table as a sheet, numbered or named by its caption; without those that only lay out
        other tables. Nothing of the page is run, and no link is followed.

    Raises:
        UnusableInput: the page is so damaged that it cannot be read.
    """
    page = _Page()
    parser = etree.HTMLParser(
        target=page,  # type: ignore[arg-type]  # the stubs ask for methods it does not need
        encoding="utf-8",
        no_network=True,
    )

    def read() -> None:
        # A page of Western letters may still say that it is UTF-16 or the like.
        parser.feed(html.encode("utf-8", "replace"))
        parser.close()

    try:
        ask_reader(read)
    except ReaderFailed:
        raise refusal("workbook_damaged", file) from None
    tables = _below_titles(
        [one.cells for one in page.tables if one.cells.filled > one.filled_inside]
    )
    large = [one for one in tables if min(one.size) >= _FEWEST]
    return gathered(file, InputForm.WORKBOOK, [one.page(file) for one in large or tables])


def _below_titles(tables: Sequence[PlacedCells]) -> list[PlacedCells]:
    """Let a table whose rows are lone lines be the titles of the one below it."""
    left: list[PlacedCells] = []
    above: list[PlacedCells] = []
    for one in tables:
        if one.lines():
            above.append(one)
            continue
        lines = [line for each in above for line in (*each.titles, *each.lines())]
        one.titles = [*lines, *one.titles][-_MOST_TITLES:]
        left.append(one)
        above = []
    return [*left, *above]


@dataclass(slots=True)
class _Cell:
    """A cell that is being read."""

    column: int
    attributes: Mapping[str, str]
    texts: list[str] = field(default_factory=list)
    is_struck: bool = True


@dataclass(slots=True)
class _Table:
    """A table that is being read."""

    cells: PlacedCells
    row: int = -1
    column: int = 0
    until: dict[int, int] = field(default_factory=dict)  # last row that a cell above covers
    cell: _Cell | None = None
    caption: list[str] | None = None
    struck: list[bool] = field(default_factory=list)
    is_hidden_row: bool = False
    filled_inside: int = 0  # cells of the tables that stand in its cells


class _Page:
    """Hears the page and fills its tables."""

    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self._open: list[_Table] = []
        self._silent = 0
        self._struck = 0
        self._styles = PageStyles()
        self._css: list[str] | None = None
        self._before: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Hear that an element begins."""
        if tag == "style":
            self._css = []
        self._silent += tag in _SILENT
        self._struck += tag in _STRUCK
        if tag == "table":
            self._start_table()
        elif not self._open:
            self._before.append("\n" if tag not in _INLINE else "")
        else:
            self._start_inside(self._open[-1], tag, attributes)

    def _start_table(self) -> None:
        self.tables.append(_Table(PlacedCells(f"table {len(self.tables) + 1}")))
        self._open.append(self.tables[-1])
        lines = (" ".join(line.split()) for line in "".join(self._before).split("\n"))
        self.tables[-1].cells.titles = [line for line in lines if line][-_MOST_TITLES:]
        self._before = []

    def _start_inside(self, table: _Table, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "caption":
            table.caption = []
        elif tag == "tr":
            self._end_row(table)
            table.row += 1
            table.column = 0
            table.is_hidden_row = self._styles.hides(attributes)
        elif tag in ("td", "th"):
            self._end_cell(table)
            table.row = max(table.row, 0)
            self._start_cell(table, attributes)
        elif tag in _BREAKS and table.cell and table.cell.texts:
            table.cell.texts.append("\n")

    def _start_cell(self, table: _Table, attributes: Mapping[str, str]) -> None:
        while table.until.get(table.column, -1) >= table.row:
            table.column += 1
            table.cells.spend(1)
        across = min(_number(attributes, "colspan"), _MOST_COLUMNS_SPANNED)
        down = min(_number(attributes, "rowspan"), _MOST_ROWS_SPANNED)
        first, table.column = table.column, min(table.column + across, MAX_COLUMNS)
        if table.cells.is_too_large or first >= MAX_COLUMNS:
            return
        table.cell = _Cell(first, attributes)
        if down > 1:
            table.cells.spend(across)
            table.until.update(
                dict.fromkeys(range(first, table.column), table.row + down - 1),
            )
        if down > 1 or across > 1:
            end = (table.row + down - 1, table.column - 1)
            table.cells.merges.append(Merge(table.row, first, *end))

    def data(self, text: str) -> None:
        """Hear a text."""
        if self._css is not None:
            self._css.append(text)
        elif not self._open and not self._silent:
            self._before.append(_BLANKS.sub(" ", text))
        elif self._open and not self._silent:
            table = self._open[-1]
            if table.caption is not None:
                table.caption.append(text)
            elif table.cell:
                table.cell.texts.append(_BLANKS.sub(" ", text))
                if self._struck == 0 and not text.isspace():
                    table.cell.is_struck = False

    def end(self, tag: str) -> None:
        """Hear that an element ends."""
        if tag == "style" and self._css is not None:
            self._styles.hear("".join(self._css))
            self._css = None
        self._silent -= tag in _SILENT
        self._struck -= tag in _STRUCK
        if not self._open:
            self._before.append("\n" if tag not in _INLINE else "")
            return
        table = self._open[-1]
        if tag == "table":
            self._end_row(table)
            self._open.pop()
            if self._open:
                self._open[-1].filled_inside += table.cells.filled + table.filled_inside
        elif tag in ("td", "th"):
            self._end_cell(table)
        elif tag == "tr":
            self._end_row(table)
        elif tag == "caption" and table.caption is not None:
            name = " ".join("".join(table.caption).split())
            table.cells.name = f"{table.cells.name} {name}".strip()
            table.caption = None

    def close(self) -> None:
        """Hear that the page ends; tables that were never closed end here."""
        while self._open:
            self.end("table")

    def _end_cell(self, table: _Table) -> None:
        cell, table.cell = table.cell, None
        if cell is None:
            return
        value = cell_value("".join(cell.texts), cell.attributes)
        if value is None:
            table.cells.put_error(table.row, cell.column)
        elif value != "":
            table.cells.put(table.row, cell.column, value)
            table.struck.append(cell.is_struck or self._styles.strikes(cell.attributes))
            if indent := self._styles.indent(cell.attributes):
                table.cells.indents[table.row, cell.column] = indent

    def _end_row(self, table: _Table) -> None:
        self._end_cell(table)
        if table.is_hidden_row or (table.struck and all(table.struck)):
            table.cells.unseen.add(table.row)
        table.struck = []
        table.is_hidden_row = False


def _number(attributes: Mapping[str, str], name: str) -> int:
    written = attributes.get(name, "1").strip()
    is_number = written.isdecimal() and len(written) < _LONGEST_NUMBER
    return max(int(written), 1) if is_number else 1
