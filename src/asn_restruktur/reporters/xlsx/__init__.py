"""How does a planner get the report as a workbook to decide in?"""

from collections.abc import Callable, Mapping

from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.xlsx.book import Book
from asn_restruktur.reporters.xlsx.cover import cover
from asn_restruktur.reporters.xlsx.found import faults, findings, pairs, recommendations
from asn_restruktur.reporters.xlsx.index import Index
from asn_restruktur.reporters.xlsx.organisation import statements, structure
from asn_restruktur.reporters.xlsx.relations import coordination, matrix, services

SHEETS: dict[str, Callable[[Book, Index], bool]] = {
    "advice": recommendations,
    "findings": findings,
    "pairs": pairs,
    "matrix": matrix,
    "services": services,
    "coordination": coordination,
    "structure": structure,
    "quality": faults,
    "statements": statements,
}
"""Each sheet answers one question; its writer tells whether there was data for it."""


def render(report: Report) -> Mapping[str, bytes]:
    """Write `report.xlsx`: a cover, then a sheet a question, in the order of `SHEETS`."""
    place = report.organisation.government.name
    book = Book(catalogue(report.lang), place=place, as_of=report.as_of)
    index = Index(report)
    first = book.sheet("cover")
    written = [key for key, write in SHEETS.items() if write(book, index)]
    cover(book, index, first, written)
    return {"report.xlsx": book.close()}
