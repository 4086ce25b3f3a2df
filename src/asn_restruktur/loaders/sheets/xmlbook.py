"""What stands in the sheets of this XML spreadsheet of 2003?"""

import datetime as dt
from dataclasses import dataclass, field
from xml.parsers import expat

from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.loaders.sheets.extent import MAX_ROWS
from asn_restruktur.loaders.sheets.gathered import gathered
from asn_restruktur.loaders.sheets.placed import PlacedCells
from asn_restruktur.loaders.sheets.sheet import Merge, SheetsRead
from asn_restruktur.loaders.sheets.sheetscan import is_unsafe_xml
from asn_restruktur.loaders.understood import InputForm

_MOST_INDENTS = 250
_LONGEST_NUMBER = 8


def read_xml_workbook(xml: bytes, file: str) -> SheetsRead:
    """Read the cells of every sheet.

    Args:
        xml: bytes of the file.
        file: path as typed, in POSIX form.

    Returns:
        Its sheets in their order.

    Raises:
        UnusableInput: the XML is damaged or declares a DOCTYPE.
    """
    if is_unsafe_xml(xml):
        raise refusal("xml_doctype", file, part=file.rpartition("/")[2])
    book = _Book()
    try:
        ask_reader(lambda: book.read(xml))
    except ReaderFailed:
        raise refusal("workbook_damaged", file) from None
    return gathered(file, InputForm.WORKBOOK, [one.page(file) for one in book.sheets])


@dataclass(slots=True)
class _Row:
    """The row that is being read."""

    at: int
    is_hidden: bool
    column: int = 0
    styles: list[str] = field(default_factory=list)


class _Book:
    """Hears the XML and fills the sheets."""

    def __init__(self) -> None:
        self.sheets: list[PlacedCells] = []
        self._style = ""
        self._struck: set[str] = set()
        self._indents: dict[str, int] = {}
        self._next_row = 0
        self._row: _Row | None = None
        self._cell: dict[str, str] = {}
        self._column = 0
        self._kind = ""
        self._texts: list[str] | None = None
        self._comments = 0

    def read(self, xml: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)  # noqa: FBT003  # its arguments have no names

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "Comment":
                self._comments += 1
            case "Style":
                self._style = attributes.get("ss:ID", "")
            case "Font" if attributes.get("ss:StrikeThrough") == "1":
                self._struck.add(self._style)
            case "Alignment" if steps := _number(attributes, "ss:Indent"):
                self._indents[self._style] = min(steps, _MOST_INDENTS)
            case "Worksheet":
                self.sheets.append(PlacedCells(attributes.get("ss:Name", "")))
                self._next_row = 0
            case "Visible":
                self._texts = []
            case "Row" if self.sheets:
                self._start_row(attributes)
            case "Cell" if self._row:
                self._start_cell(self._row, attributes)
            case "Data" if self._row and not self._comments:
                self._kind = attributes.get("ss:Type", "String")
                self._texts = []

    def _start_row(self, attributes: dict[str, str]) -> None:
        at = min(_number(attributes, "ss:Index") - 1, MAX_ROWS)
        at = self._next_row if at < 0 else at
        self._row = _Row(at, attributes.get("ss:Hidden") == "1")
        self._next_row = at + 1 + _number(attributes, "ss:Span")

    def _start_cell(self, row: _Row, attributes: dict[str, str]) -> None:
        at = _number(attributes, "ss:Index") - 1
        self._column = row.column if at < 0 else at
        self._cell = attributes
        across, down = _number(attributes, "ss:MergeAcross"), _number(attributes, "ss:MergeDown")
        if across or down:
            end = (row.at + down, self._column + across)
            self.sheets[-1].merges.append(Merge(row.at, self._column, *end))
        row.column = self._column + across + 1

    def _text(self, text: str) -> None:
        if self._texts is not None and not self._comments:
            self._texts.append(text)

    def _end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "Comment":
                self._comments -= 1
            case "Visible" if self.sheets and self._texts is not None:
                self.sheets[-1].is_visible = not "".join(self._texts).startswith("SheetHidden")
                self._texts = None
            case "Data" if self._row and not self._comments and self._texts is not None:
                self._put(self._row, "".join(self._texts))
                self._texts = None
            case "Row" if self._row and self.sheets:
                styles = self._row.styles
                if self._row.is_hidden or (styles and self._struck.issuperset(styles)):
                    self.sheets[-1].unseen.add(self._row.at)
                self._row = None

    def _put(self, row: _Row, text: str) -> None:
        sheet = self.sheets[-1]
        if self._kind == "Error":
            sheet.put_error(row.at, self._column)
        elif text:
            style = self._cell.get("ss:StyleID", "")
            row.styles.append(style)
            sheet.put(row.at, self._column, _value(self._kind, text))
            if indent := self._indents.get(style, 0):
                sheet.indents[row.at, self._column] = indent
        elif "ss:Formula" in self._cell:
            sheet.put_uncached(row.at, self._column)


def _number(attributes: dict[str, str], name: str) -> int:
    written = attributes.get(name, "0")
    return int(written) if written.isdecimal() and len(written) < _LONGEST_NUMBER else 0


def _value(kind: str, text: str) -> object:
    """Return the value of a cell; its text where the value cannot be understood."""
    try:
        match kind:
            case "Number":
                return float(text)
            case "Boolean":
                return bool(int(text))
            case "DateTime":
                moment = dt.datetime.fromisoformat(text)
                return moment.date() if moment.time() == dt.time() else moment
            case _:
                return text
    except ValueError:
        return text
