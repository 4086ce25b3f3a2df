"""What does the first sheet say: the sentence, the numbers, what to do first, how to read?"""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from asn_restruktur.findings import params
from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.summary import headline, leading_figures, left_out, size
from asn_restruktur.reporters.xlsx.book import Book, Link, height
from asn_restruktur.reporters.xlsx.index import Index

_FIRST_ADVICE = 3
_LINES_OF_READING = 4
_WIDTHS = (30, 12, 76)
_LARGE = 24


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
        (5, left_out(report, words), "fault"),
    ):
        if text:
            book.across(sheet, row, (0, 2), style)
            book.put(sheet, row, 0, text, style)
    sheet.set_row(3, height([headline(report, words)], [sum(_WIDTHS) * 0.7]) + 12)
    row = _numbers(book, index, sheet, 7)
    row = _advice(book, index, sheet, row + 1)
    row = _contents(book, sheet, row + 1, written)
    book.put(sheet, row + 1, 0, book.say("section.reading"), "section")
    for line in range(1, _LINES_OF_READING + 1):
        text = book.say(f"reading.{line}")
        book.across(sheet, row + 1 + line, (0, 2), "cell")
        book.put(sheet, row + 1 + line, 0, text, "cell")
        sheet.set_row(row + 1 + line, height([text], [sum(_WIDTHS)]))


def _numbers(book: Book, index: Index, sheet: Worksheet, row: int) -> int:
    """Write each leading figure with its meaning; return the row below."""
    book.put(sheet, row, 0, book.say("section.numbers"), "section")
    for figure in leading_figures(index.report):
        row += 1
        meaning = book.words.say(f"figures.{figure.name}.meaning")
        label = book.words.say(f"figures.{figure.name}.label")
        book.put(sheet, row, 0, f"{label[:1].upper()}{label[1:]}", "strong")
        sheet.write_number(row, 1, figure.value, book.format("big"))
        book.put(sheet, row, 2, meaning, "quiet")
        sheet.set_row(row, max(height([meaning], _WIDTHS[2:]), _LARGE))
    return row + 1


def _advice(book: Book, index: Index, sheet: Worksheet, row: int) -> int:
    """Write what to do first; return the row below."""
    advised = index.report.recommendations[:_FIRST_ADVICE]
    if not advised:
        return row - 1
    book.put(sheet, row, 0, book.say("section.first"), "section")
    for advice in advised:
        row += 1
        title = f"{advice.rank}. {one_line(book.words.recommendation(advice))}"
        reason = one_line(book.words.reason(advice))
        book.across(sheet, row, (0, 1), "strong")
        book.put(sheet, row, 0, title, "strong")
        book.put(sheet, row, 2, reason, "quiet")
        sheet.set_row(row, height([title, reason], [sum(_WIDTHS[:2]), _WIDTHS[2]]))
    return row + 1


def _contents(book: Book, sheet: Worksheet, row: int, written: Sequence[str]) -> int:
    """Write a line a sheet, each leading there; return the row below."""
    book.put(sheet, row, 0, book.say("section.contents"), "section")
    for key in written:
        row += 1
        lead = book.say(f"sheet.{key}.lead")
        book.link(sheet, row, 0, Link(book.name(key), key, 0))
        book.across(sheet, row, (1, 2), "quiet")
        book.put(sheet, row, 1, lead, "quiet")
        sheet.set_row(row, height([lead], [sum(_WIDTHS[1:])]))
    return row + 1
