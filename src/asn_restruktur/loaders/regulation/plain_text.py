"""Which lines does a plain text or Markdown file have?"""

import re
from collections.abc import Iterator

from asn_restruktur.loaders.regulation.lines import Line

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_EMPHASIS = re.compile(r"\*\*|__|`")
_ESCAPED = re.compile(r"\\([().\-*_#])")
_PAGE_BREAK = "\f"


def text_lines(content: str, file: str) -> Iterator[Line]:
    """Walk the lines of a text; Markdown's own signs are left away.

    Args:
        content: the decoded text.
        file: path as typed, in POSIX form.

    Yields:
        Every line, several empty ones as one; a form feed begins a page.
    """
    page = 1 if _PAGE_BREAK in content else 0
    is_gap = False
    for number, raw in enumerate(re.split(r"\r\n|\n|\r", content), start=1):
        page += raw.count(_PAGE_BREAK)
        text = raw.replace(_PAGE_BREAK, "")
        if is_gap and not text.strip():
            continue
        is_gap = not text.strip()
        heading = _HEADING.match(text)
        if heading:
            text = text[heading.end() :].rstrip("# ")
        if "\\" in text:
            text = _ESCAPED.sub(r"\1", text)
        yield Line(
            text=_EMPHASIS.sub("", text),
            number=number,
            file=file,
            page=page,
            is_block=bool(heading),
            is_heading=bool(heading),
        )
