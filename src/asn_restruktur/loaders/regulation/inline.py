"""Which lines hold several items that a reader would see one below the other?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.marks import Mark, Style, mark_of

_ITEM = re.compile(
    r"(?<=[:;.])\s*(?:(?:dan/atau|dan|atau|serta)\s+)?"
    r"(?=(?:\(\d{1,2}\)|[a-z]{1,2}(?:\.?\d)?[.)]|\d{1,2}[.)])\s*[^\W\d_])"
)
_PART = re.compile(
    r"(?<!\S)(?=BAB\s+[IVXLC]+\s+[A-Z]{3}|(?:Bagian\s+Ke\w+|Paragraf\s+\d+)\s+[A-Z]"
    r"|Pasal\s+\d+[A-Z]?\s+(?:\(1\)|[A-Z]))"
)
_ARTICLE = re.compile(r"Pasal\s+(\d+)([A-Z]?)\s+")
_LAST_MARK = re.compile(
    r"[;:]\s*(?:(?:dan/atau|dan|atau|serta)\s+)?((?:[a-z]{1,2}|\d{1,2})[.)]|\(\d{1,2}\))$"
)
_LONGEST_END = 30
_LONG = 400
"""A line with more letters was not broken where the text was."""


def separate(lines: Iterable[Line]) -> Iterator[Line]:
    """Walk lines, those that hold several items cut before each of them.

    An item inside a line counts where it begins a list behind a colon, or is the next of a list.
    """
    marks: dict[Style, Mark] = {}
    for line in _with_marks(lines):
        for piece in _parts(line) if len(line.text) > _LONG else (line,):
            yield from _items(piece, marks)


def _with_marks(lines: Iterable[Line]) -> Iterator[Line]:
    """Give a mark that a line ends with to the item on the next one (`...; c.`)."""
    carried = ""
    for written in lines:
        line = written
        if carried and line.text:
            line, carried = replace(line, text=f"{carried} {line.text}"), ""
        found = None if line.is_block else _LAST_MARK.search(line.text[-_LONGEST_END:])
        if found is None:
            yield line
            continue
        carried = found[1]
        yield replace(line, text=line.text.removesuffix(carried).rstrip())


def _items(line: Line, marks: dict[Style, Mark]) -> Iterator[Line]:
    _remember(mark_of(line.text[:12]), marks)
    if _ITEM.search(line.text) is None:
        yield line
        return
    start = 0
    for found in _ITEM.finditer(line.text):
        at = found.end()
        mark = mark_of(line.text[at : at + 12])
        if mark is None:
            continue
        sign = line.text[found.start() - 1]
        before = marks.get(mark.style)
        is_next = before is not None and mark.follows(before) and not mark.is_first
        if not is_next and not (mark.is_first and sign == ":"):
            continue
        _remember(mark, marks)
        yield replace(line, text=line.text[start:at].strip(), is_block=line.is_block or bool(start))
        start = at
    text = line.text[start:]
    yield replace(line, text=text.strip() if start else text, is_block=line.is_block or bool(start))


def _remember(mark: Mark | None, marks: dict[Style, Mark]) -> None:
    """Keep the last mark of each style; a wider list that goes on ends the narrower ones."""
    if mark is not None:
        marks[mark.style] = mark
        for style in [one for one in marks if one > mark.style]:
            del marks[style]


def _parts(line: Line) -> Iterator[Line]:
    """Cut a long line before each chapter, section and article; a number gets its own line."""
    start = 0
    text = line.text
    article = ""
    for found in _PART.finditer(text):
        at = found.start()
        is_sentence_end = not text[:at].rstrip()[-1:].isalnum() if at - start > _LONG else True
        named = _ARTICLE.match(text, at)
        if named and (not _is_next(article, named[1]) or not is_sentence_end):
            continue
        if at > start:
            yield replace(line, text=text[start:at].strip(), is_block=True)
        start = at
        if named:
            article = named[1]
            yield replace(line, text=text[at : named.end()].strip(), is_block=True)
            start = named.end()
    yield replace(line, text=text[start:].strip(), is_block=line.is_block or bool(start))


def _is_next(before: str, number: str) -> bool:
    return not before or int(number) in {int(before), int(before) + 1}
