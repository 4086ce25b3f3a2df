"""What stands in the sheets of this OpenDocument workbook (.ods)?"""

import datetime as dt
import re
from dataclasses import dataclass, field
from xml.parsers import expat

from asn_restruktur.findings import UnusableInput
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.loaders.sheets.archive import Archive, BrokenPartError
from asn_restruktur.loaders.sheets.gathered import gathered
from asn_restruktur.loaders.sheets.openstyles import OpenStyles
from asn_restruktur.loaders.sheets.placed import PlacedCells
from asn_restruktur.loaders.sheets.sheet import Merge, SheetsRead
from asn_restruktur.loaders.sheets.sheetscan import is_unsafe_xml
from asn_restruktur.loaders.understood import InputForm

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_CELL, _COVERED = "table:table-cell", "table:covered-table-cell"
_NOTES = frozenset({"office:annotation", "draw:frame", "draw:custom-shape", "table:shapes"})
_DURATION = re.compile(r"PT(\d{1,2})H(\d{1,2})M(\d{1,2})(?:[.,]\d*)?S")
_LONGEST_BLANK = 1_000
_LONGEST_COUNT = 10
MAX_REPEATED = 1_000_000
"""Cells that one row with values may stand for; no table repeats a row so often."""


def read_open_workbook(content: bytes, file: str) -> SheetsRead:
    """Read the cells of every sheet of a packed workbook.

    Args:
        content: bytes of an ods file.
        file: path as typed, in POSIX form.

    Returns:
        Its sheets in their order; one with too many cells is told and left out.

    Raises:
        UnusableInput: the file is damaged, built to harm, or locked with a password.
    """
    archive = Archive(content, file)
    try:
        if _MANIFEST in archive.names and b"encryption-data" in archive.read(_MANIFEST):
            raise refusal("encrypted", file)
        xml = archive.read(_CONTENT)
    except BrokenPartError:
        raise _damaged(file) from None
    return read_open_xml(xml, file)


def read_open_xml(xml: bytes, file: str) -> SheetsRead:
    """Read the cells of every sheet of a workbook that is one XML (.fods, or the ods's content).

    Raises:
        UnusableInput: the XML is damaged or declares a DOCTYPE.
    """
    if is_unsafe_xml(xml):
        raise refusal("xml_doctype", file, part=_CONTENT)
    content = _Content()
    try:
        ask_reader(lambda: content.read(xml))
    except ReaderFailed:
        raise _damaged(file) from None
    return gathered(file, InputForm.WORKBOOK, [one.page(file) for one in content.sheets])


def _damaged(file: str) -> UnusableInput:
    return refusal("part_damaged", file, part=_CONTENT)


@dataclass(slots=True)
class _Cell:
    """A cell that is being read."""

    column: int
    attributes: dict[str, str]
    repeats: int
    is_covered: bool
    texts: list[str] = field(default_factory=list)
    paragraphs: int = 0
    is_in_paragraph: bool = False


class _Content:
    """Hears the XML and fills the sheets."""

    def __init__(self) -> None:
        self.sheets: list[PlacedCells] = []
        self._styles = OpenStyles()
        self._depth = 0
        self._note = 0
        self._row = 0
        self._column = 0
        self._cell: _Cell | None = None
        self._cells: list[tuple[_Cell, object]] = []
        self._row_attributes: dict[str, str] = {}

    def read(self, xml: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)  # noqa: FBT003  # its arguments have no names

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name in _NOTES:
            self._note += 1
        elif self._note:
            return
        elif name == "table:table":
            self._depth += 1
            if self._depth == 1:
                sheet = PlacedCells(attributes.get("table:name", str(len(self.sheets) + 1)))
                sheet.is_visible = not self._styles.hides(attributes.get("table:style-name", ""))
                self.sheets.append(sheet)
                self._row = 0
        elif self._depth == 0:
            self._styles.hear(name, attributes)
        elif self._depth == 1:
            self._start_inside(name, attributes)

    def _start_inside(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table-row":
            self._row_attributes = attributes
            self._column = 0
            self._cells = []
        elif name in (_CELL, _COVERED):
            repeats = _count(attributes, "table:number-columns-repeated")
            self._cell = _Cell(self._column, attributes, repeats, name == _COVERED)
        elif self._cell and name == "text:p":
            if self._cell.paragraphs:
                self._cell.texts.append("\n")
            self._cell.paragraphs += 1
            self._cell.is_in_paragraph = True
        elif self._cell and name == "text:s":
            self._cell.texts.append(" " * min(_count(attributes, "text:c"), _LONGEST_BLANK))
        elif self._cell and name in ("text:tab", "text:line-break"):
            self._cell.texts.append("\t" if name == "text:tab" else "\n")

    def _text(self, text: str) -> None:
        if self._cell and self._cell.is_in_paragraph and not self._note:
            self._cell.texts.append(text)

    def _end(self, name: str) -> None:
        if name in _NOTES:
            self._note -= 1
        elif self._note:
            return
        elif name == "table:table":
            self._depth -= 1
        elif self._depth == 1 and self._cell and name in (_CELL, _COVERED):
            self._end_cell(self._cell)
        elif self._depth == 1 and self._cell and name == "text:p":
            self._cell.is_in_paragraph = False
        elif self._depth == 1 and name == "table:table-row":
            self._end_row(self.sheets[-1])

    def _end_cell(self, cell: _Cell) -> None:
        self._column += cell.repeats
        self._cell = None
        sheet = self.sheets[-1]
        down = _count(cell.attributes, "table:number-rows-spanned")
        across = _count(cell.attributes, "table:number-columns-spanned")
        if down > 1 or across > 1:
            end = (self._row + down - 1, cell.column + across - 1)
            sheet.merges.append(Merge(self._row, cell.column, *end))
        if cell.is_covered:
            return
        text = "".join(cell.texts)
        if cell.attributes.get("calcext:value-type") == "error":
            sheet.put_error(self._row, cell.column)
        elif (value := _value(cell.attributes, text)) != "":
            self._cells.append((cell, value))
        elif "table:formula" in cell.attributes and "office:value-type" not in cell.attributes:
            sheet.put_uncached(self._row, cell.column)

    def _end_row(self, sheet: PlacedCells) -> None:
        repeats = _count(self._row_attributes, "table:number-rows-repeated")
        first, self._row = self._row, self._row + repeats
        if not self._cells or sheet.is_too_large:
            return
        styles = [cell.attributes.get("table:style-name", "") for cell, _ in self._cells]
        is_unseen = self._row_attributes.get("table:visibility", "visible") != "visible" or all(
            map(self._styles.strikes, styles)
        )
        if repeats * sum(cell.repeats for cell, _ in self._cells) > MAX_REPEATED:
            sheet.is_too_large = True
            return
        for row in range(first, self._row):
            if is_unseen:
                sheet.unseen.add(row)
            self._put(sheet, row)

    def _put(self, sheet: PlacedCells, row: int) -> None:
        for cell, value in self._cells:
            for column in range(cell.column, cell.column + cell.repeats):
                sheet.put(row, column, value)
            if indent := self._styles.indent(cell.attributes.get("table:style-name", "")):
                sheet.indents[row, cell.column] = indent


def _count(attributes: dict[str, str], name: str) -> int:
    """Return how many times something is meant, at least once."""
    written = attributes.get(name, "1")
    return max(int(written), 1) if written.isdecimal() and len(written) < _LONGEST_COUNT else 1


def _value(attributes: dict[str, str], text: str) -> object:
    """Return the value of a cell; its text where the value cannot be understood."""
    try:
        match attributes.get("office:value-type", ""):
            case "float" | "percentage" | "currency":
                return float(attributes["office:value"])
            case "boolean":
                return attributes["office:boolean-value"] == "true"
            case "date":
                moment = dt.datetime.fromisoformat(attributes["office:date-value"])
                return moment.date() if moment.time() == dt.time() else moment
            case "time":
                found = _DURATION.fullmatch(attributes["office:time-value"])
                return dt.time(int(found[1]), int(found[2]), int(found[3])) if found else text
            case _:
                return attributes.get("office:string-value", text) or text
    except (KeyError, ValueError):
        return text
