"""What does the first sheet say: the sentence, the numbers, what to do first, how to read?"""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from asn_restruktur.findings import params
from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.summary import headline, leading_figures, left_out, size
from asn_restruktur.reporters.xlsx.book import FIRST_ROW, Book, Link
from asn_restruktur.reporters.xlsx.index import Index

_FIRST_ADVICE = 3
_LINES_OF_READING = 4
_WIDTHS = (30, 16, 76)


def cover(book: Book, index: Index, sheet: Worksheet, written: Sequence[str]) -> None:
    """Fill the first sheet.

    Args:
        book: the workbook.
        index: names and rows.
        sheet: the sheet to fill.
        written: the other sheets, in their order.
    """
    report, words = index.report, book.words
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    place = one_line(report.organisation.government.name)
    book.title(sheet, " ".join(part for part in (book.say("title"), place) if part), "")
    if report.as_of:
        book.put(sheet, 1, 0, book.say("as_of", params(date=words.date(report.as_of))), "lead")
    for row, text, style in (
        (3, headline(report, words), "headline"),
        (4, size(report, words), "lead"),
        (5, left_out(report, words), "error"),
    ):
        if text:
            sheet.merge_range(row, 0, row, 2, "", book.format(style))
            book.put(sheet, row, 0, text, style)
    sheet.set_row(3, 40)
    row = _numbers(book, index, sheet, 7)
    row = _advice(book, index, sheet, row + 1)
    row = _contents(book, sheet, row + 1, written)
    book.put(sheet, row + 1, 0, book.say("section.reading"), "section")
    for line in range(1, _LINES_OF_READING + 1):
        sheet.merge_range(row + 1 + line, 0, row + 1 + line, 2, "", book.format("cell"))
        book.put(sheet, row + 1 + line, 0, book.say(f"reading.{line}"), "cell")
        sheet.set_row(row + 1 + line, 32)


def _numbers(book: Book, index: Index, sheet: Worksheet, row: int) -> int:
    """Write each leading figure with its meaning; return the row below."""
    book.put(sheet, row, 0, book.say("section.numbers"), "section")
    for figure in leading_figures(index.report):
        row += 1
        book.put(sheet, row, 0, book.words.say(f"figures.{figure.name}.label"), "strong")
        sheet.write_number(row, 1, figure.value, book.format("big"))
        book.put(sheet, row, 2, book.words.say(f"figures.{figure.name}.meaning"), "quiet")
    return row + 1


def _advice(book: Book, index: Index, sheet: Worksheet, row: int) -> int:
    """Write what to do first; return the row below."""
    advised = index.report.recommendations[:_FIRST_ADVICE]
    if not advised:
        return row - 1
    book.put(sheet, row, 0, book.say("section.first"), "section")
    for at, advice in enumerate(advised):
        row += 1
        title = one_line(book.words.recommendation(advice))
        sheet.merge_range(row, 0, row, 1, "", book.format("link"))
        book.link(sheet, row, 0, Link(f"{advice.rank}. {title}", "advice", FIRST_ROW + at))
        book.put(sheet, row, 2, one_line(book.words.reason(advice)), "quiet")
        sheet.set_row(row, 48)
    return row + 1


def _contents(book: Book, sheet: Worksheet, row: int, written: Sequence[str]) -> int:
    """Write a line a sheet, each leading there; return the row below."""
    book.put(sheet, row, 0, book.say("section.contents"), "section")
    for key in written:
        row += 1
        book.link(sheet, row, 0, Link(book.name(key), key, 0))
        sheet.merge_range(row, 1, row, 2, "", book.format("quiet"))
        book.put(sheet, row, 1, book.say(f"sheet.{key}.lead"), "quiet")
        sheet.set_row(row, 32)
    return row + 1
