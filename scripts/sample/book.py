"""What does the workbook of a sample look like, sheet by sheet?"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

CREATED = datetime(2026, 1, 1)  # noqa: DTZ001  # a workbook knows no time zone
HEADER_ROW = 4
"""Two title rows, one with the date and an empty one stand above the headings."""
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
WRAPPED_FROM = 60
"""Columns at least so wide hold sentences, which wrap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of the workbook.

    Args:
        name: its name.
        title: the second title row.
        columns: heading and width of each column behind "No".
        rows: the values; None leaves a cell empty, a date becomes a date of the sheet.
    """

    name: str
    title: str
    columns: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[object]]


@dataclass(frozen=True, slots=True)
class _Looks:
    title: Format
    heading: Format
    text: Format
    wrapped: Format
    day: Format


def render(sheets: Iterable[Sheet], *, government: str, as_of: date) -> bytes:
    """Write the sheets in their order; the same sheets give the same bytes."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_numbers": False})
    book.set_properties({"title": government, "created": CREATED})
    looks = _Looks(
        title=book.add_format({"bold": True, "font_size": 13}),
        heading=book.add_format(
            {
                "bold": True,
                "border": 1,
                "bg_color": "#D9E2EC",
                "text_wrap": True,
                "valign": "vcenter",
            }
        ),
        text=book.add_format({"num_format": "@"}),
        wrapped=book.add_format({"text_wrap": True, "valign": "top"}),
        day=book.add_format({"num_format": "dd-mm-yyyy"}),
    )
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name), sheet, looks, government=government, as_of=as_of)
    book.close()
    return buffer.getvalue()


def _write(page: Worksheet, sheet: Sheet, looks: _Looks, *, government: str, as_of: date) -> None:
    page.write_string(0, 0, f"PEMERINTAH {government.upper()}", looks.title)
    page.write_string(1, 0, sheet.title, looks.title)
    page.write_string(2, 0, f"Keadaan per {as_of.day} {MONTHS[as_of.month - 1]} {as_of.year}")
    headings = [("No", 6), *sheet.columns]
    for column, (heading, width) in enumerate(headings):
        page.write_string(HEADER_ROW, column, heading, looks.heading)
        page.set_column(column, column, width)
    wide = {at for at, (_, width) in enumerate(headings) if width >= WRAPPED_FROM}
    last = HEADER_ROW
    for number, row in enumerate(sheet.rows):
        last = HEADER_ROW + 1 + number
        page.write_number(last, 0, number + 1)
        for column, value in enumerate(row, start=1):
            if isinstance(value, date):
                page.write_datetime(last, column, value, looks.day)
            elif isinstance(value, int | float):
                page.write_number(last, column, value)
            elif value not in (None, ""):
                page.write_string(
                    last, column, str(value), looks.wrapped if column in wide else looks.text
                )
    page.freeze_panes(HEADER_ROW + 1, 0)
    page.autofilter(HEADER_ROW, 0, last, len(headings) - 1)
    page.set_landscape()
    page.repeat_rows(HEADER_ROW)
