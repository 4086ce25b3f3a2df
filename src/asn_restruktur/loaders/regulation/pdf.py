"""Which lines does the text layer of a PDF have?"""

import io
import logging
from collections.abc import Iterator

from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.loaders.regulation.lines import Line

MOST_PAGES = 2_000
LEAST_LETTERS_A_PAGE = 25
"""A scan with a stamped page number or file name still has no text layer."""


def pdf_lines(content: bytes, file: str) -> Iterator[Line]:
    """Walk the lines of all pages.

    Args:
        content: bytes of the file.
        file: path as typed, in POSIX form.

    Yields:
        Every line, numbered through; each page ends with an empty one.

    Raises:
        UnusableInput: the file is damaged, locked, too long, or has no text layer.
    """
    pages = _pages(content, file)
    letters = sum(sign.isalpha() for page in pages for sign in page)
    if letters < LEAST_LETTERS_A_PAGE * len(pages) or not pages:
        raise refusal("scan", file, count=len(pages))
    number = 0
    for page, text in enumerate(pages, start=1):
        for row in (*text.splitlines(), ""):
            number += 1
            yield Line(text=row, number=number, file=file, page=page)


def _pages(content: bytes, file: str) -> list[str]:
    import pypdf

    # The reader reports each oddity of a file as a warning; what matters raises.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = ask_reader(lambda: pypdf.PdfReader(io.BytesIO(content)))
        is_locked = ask_reader(lambda: reader.is_encrypted and not reader.decrypt(""))
    except ReaderFailed as failed:
        is_cipher = isinstance(failed.__cause__, pypdf.errors.DependencyError)
        raise refusal("pdf_locked" if is_cipher else "pdf_damaged", file) from None
    if is_locked:
        raise refusal("pdf_locked", file)
    try:
        count = ask_reader(lambda: len(reader.pages))
        if count <= MOST_PAGES:
            return [ask_reader(page.extract_text) for page in ask_reader(lambda: [*reader.pages])]
    except ReaderFailed:
        raise refusal("pdf_damaged", file) from None
    raise refusal("pdf_pages", file, count=count, limit=MOST_PAGES)
