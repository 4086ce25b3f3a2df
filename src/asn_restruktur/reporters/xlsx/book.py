"""How does every sheet of the workbook look, and how is a stranger's text kept from running?"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from asn_restruktur.findings import Params
from asn_restruktur.reporters import marks, ramp
from asn_restruktur.reporters.foreign_text import visible
from asn_restruktur.reporters.messages import Catalogue
from asn_restruktur.reporters.xlsx.styles import ACCENT, STYLES
from asn_restruktur.vocabulary import REPORT_MARK, Severity

HEADER_ROW = 3
"""Row of the headings, from 0: title, sentence and an empty row stand above."""

FIRST_ROW = HEADER_ROW + 1

# Excel refuses longer texts and more links.
_LONGEST_TEXT = 32_767
_MOST_LINKS = 65_000
_LARGEST_ROW = 409
_LONGEST_BAR = 0.6  # of its cell, so that the number stands beside it
_A4 = 9
_LINE = 15
# A column's width is counted in digits; letters of a text take about as much.
_LETTERS_A_WIDTH = 1.05
_WHEN_UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001  # xlsx keeps no time zone


class Kind(StrEnum):
    """How the values of a column are shown."""

    TEXT = "text"
    COUNT = "count"
    RANK = "rank"
    SCORE = "score"
    SEVERITY = "severity"
    LINK = "link"
    BAR = "bar"  # a count with a bar
    DECISION = "decision"  # for the planner: one of a list
    NOTE = "note"  # for the planner: free text


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet; its heading is `xlsx.column.<key>`."""

    key: str
    width: int
    kind: Kind = Kind.TEXT
    ramp: str = ""  # measure of `ramp.CUTS` that colours it


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a row of a sheet (`xlsx.sheet.<sheet>`); row from 0."""

    text: str
    sheet: str
    row: int


Cell = str | int | float | Severity | Link | None
"""What may stand in a cell; None leaves it empty."""

PLANNER = (Column("decision", 12, Kind.DECISION), Column("note", 20, Kind.NOTE))
"""The columns that the planner fills in."""


class Book:
    """A workbook in the making."""

    def __init__(self, words: Catalogue, *, place: str, as_of: str) -> None:
        self.words = words
        self._place = visible(place)
        self._content = io.BytesIO()
        self._book = xlsxwriter.Workbook(
            self._content,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
            },
        )
        created = datetime.fromisoformat(as_of) if len(as_of) == len("2026-01-01") else None
        title = " ".join(part for part in (self.say("title"), self._place) if part)
        self._book.set_properties({"created": created or _WHEN_UNDATED, "title": title})
        self._book.set_custom_property(REPORT_MARK, "report")
        self._formats: dict[str, Format] = {}
        self._links: dict[str, int] = {}

    def say(self, key: str, values: Params = ()) -> str:
        """Word a text of the workbook."""
        return self.words.say(f"xlsx.{key}", values)

    def close(self) -> bytes:
        """Finish the workbook and return its content."""
        self._book.close()
        return self._content.getvalue()

    def sheet(self, key: str) -> Worksheet:
        """Add a sheet with its print set-up; `key` gives its name."""
        sheet = self._book.add_worksheet(self.name(key))
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        place = self._place.replace("&", "&&")[:100]
        sheet.set_footer(f"&L&8{place} · {self.name(key)}&R&8&P/&N")
        return sheet

    def name(self, key: str) -> str:
        """Return the name of a sheet."""
        return self.say(f"sheet.{key}.name")

    def table(
        self,
        key: str,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        *,
        frozen: int = 1,
    ) -> bool:
        """Add a sheet that answers one question with one table; none where there is no row.

        Args:
            key: sheet (`xlsx.sheet.<key>`).
            columns: its columns.
            rows: one value a column; columns of `PLANNER` stay empty and need none.
            frozen: columns that stay in view.

        Returns:
            Whether there was a row.
        """
        if not rows:
            return False
        sheet = self.sheet(key)
        self.title(sheet, self.say(f"sheet.{key}.title"), self.say(f"sheet.{key}.lead"))
        last = FIRST_ROW + len(rows) - 1
        widths = [column.width for column in columns]
        heads = [self.say(f"column.{column.key}") for column in columns]
        sheet.set_row(HEADER_ROW, height(heads, [width * 0.85 for width in widths]) + 3)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, column.width)
            self.put(sheet, HEADER_ROW, at, heads[at], "head")
            self._dress(sheet, column, at, rows)
        for number, row in enumerate(rows, start=FIRST_ROW):
            sheet.set_row(number, height(row, widths))
            for at, (column, value) in enumerate(zip(columns, row, strict=False)):
                self._cell(sheet, number, at, value, column.kind)
        sheet.freeze_panes(FIRST_ROW, frozen)
        sheet.repeat_rows(HEADER_ROW)
        sheet.autofilter(HEADER_ROW, 0, last, len(columns) - 1)
        return True

    def title(self, sheet: Worksheet, title: str, sentence: str) -> None:
        """Put title and sentence at the top of a sheet."""
        sheet.set_row(0, 24)
        self.put(sheet, 0, 0, title, "title")
        self.put(sheet, 1, 0, sentence, "lead")

    def across(self, sheet: Worksheet, row: int, columns: tuple[int, int], style: str) -> None:
        """Let a cell reach over its neighbours."""
        sheet.merge_range(row, columns[0], row, columns[1], "", self.format(style))

    def put(self, sheet: Worksheet, row: int, column: int, text: str, style: str = "cell") -> None:
        """Put a text into a cell, as nothing but text."""
        shown = visible(text)
        if len(shown) > _LONGEST_TEXT:
            shown = shown[: _LONGEST_TEXT - 1] + "…"
        sheet.write_string(row, column, shown, self.format(style))

    def link(
        self, sheet: Worksheet, row: int, column: int, link: Link, style: str = "link"
    ) -> None:
        """Put a text that leads to another sheet; past Excel's limit it is plain text."""
        used = self._links.get(sheet.name, 0)
        if used >= _MOST_LINKS or not link.text:
            self.put(sheet, row, column, link.text)
            return
        self._links[sheet.name] = used + 1
        target = f"internal:'{self.name(link.sheet)}'!A{link.row + 1}"
        text = visible(link.text)[:_LONGEST_TEXT]
        sheet.write_url(row, column, target, self.format(style), text)

    def format(self, style: str) -> Format:
        """Return a format by the name of its style."""
        if style not in self._formats:
            base = {"font_name": "Calibri", "font_size": 11, "font_color": ramp.INKS[0]}
            self._formats[style] = self._book.add_format(base | STYLES[style])
        return self._formats[style]

    def _cell(self, sheet: Worksheet, row: int, at: int, value: Cell, kind: Kind) -> None:
        match value:
            case Severity():
                word = self.words.word(f"severity.{value.name.lower()}")
                shown = f"{marks.SEVERITY[value]} {word[:1].upper()}{word[1:]}"
                self.put(sheet, row, at, shown, value.name.lower())
            case Link():
                self.link(sheet, row, at, value)
            case str():
                self.put(sheet, row, at, value)
            case None:
                sheet.write_blank(row, at, None, self.format("cell"))
            case _:
                style = kind.value if kind in {Kind.SCORE, Kind.RANK} else "count"
                sheet.write_number(row, at, value, self.format(style))

    def _dress(
        self, sheet: Worksheet, column: Column, at: int, rows: Sequence[Sequence[Cell]]
    ) -> None:
        """Give the cells of a column what their kind asks for: rules, bars, a list to choose."""
        last = FIRST_ROW + len(rows) - 1
        area = (FIRST_ROW, at, last, at)
        if column.ramp:
            cuts = ramp.CUTS[column.ramp]
            for strength, (low, high) in enumerate(zip(cuts, [*cuts[1:], None], strict=True), 1):
                limits = (
                    {"criteria": ">=", "value": low}
                    if high is None
                    else {"criteria": "between", "minimum": low, "maximum": high - 1}
                )
                colour = self.format(f"ramp{strength}")
                sheet.conditional_format(*area, {"type": "cell", "format": colour} | limits)
        if column.kind is Kind.BAR:
            bar = {"type": "data_bar", "bar_solid": True, "bar_color": ACCENT}
            bar |= {"data_bar_2010": True, "min_type": "num", "min_value": 0}
            numbers = [row[at] for row in rows]
            longest = max((n for n in numbers if isinstance(n, int | float)), default=0)
            bar |= {"max_type": "num", "max_value": longest / _LONGEST_BAR}
            sheet.conditional_format(*area, bar)
        if column.kind in {Kind.DECISION, Kind.NOTE}:
            for row in range(FIRST_ROW, last + 1):
                sheet.write_blank(row, at, None, self.format("planner"))
        if column.kind is Kind.DECISION:
            words = [self.say(f"decision.{word}") for word in ("agree", "reject", "discuss")]
            sheet.data_validation(*area, {"validate": "list", "source": words})


def height(row: Sequence[Cell], widths: Sequence[float]) -> int:
    """Tell how high a row must be for its texts to wrap in columns of these widths.

    Spreadsheet programs that only print or convert a workbook do not find it out themselves.
    """
    texts = [value.text if isinstance(value, Link) else value for value in row]
    lines = [
        sum(ceil(max(len(line), 1) / (width * _LETTERS_A_WIDTH)) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=False)
        if isinstance(text, str) and text
    ]
    return min(_LINE * max(lines, default=1) + 1, _LARGEST_ROW)
