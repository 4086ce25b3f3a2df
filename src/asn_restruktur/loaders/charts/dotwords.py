"""Which words, strings and signs make up this DOT text?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(
    r"""(?P<skip>[ \t\r\n,;]+|//[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)|\#[^\n]*)
    |(?P<sign>->|--|[{}\[\]=:+])
    |(?P<quoted>"(?:[^"\\]|\\.)*(?:"|\Z))
    |(?P<bare>-?(?:\.\d+|\d+(?:\.\d*)?)(?![\w])|[\w\x80-\U0010ffff.]+)
    |(?P<html><)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_JOINED_LINE = re.compile(r"\\\r?\n")
_ANGLE = re.compile("[<>]")
_ESCAPED_QUOTE = re.compile(r'\\(["\\])')


@dataclass(frozen=True, slots=True)
class Word:
    """A word of DOT.

    Args:
        text: what it says.
        line: at which it stands, from 1.
        is_sign: whether it is `{`, `->` and the like, not an id.
        is_html: whether it was written as `<…>`.
    """

    text: str
    line: int
    is_sign: bool = False
    is_html: bool = False


def dot_words(text: str) -> Iterator[Word]:
    """Walk the words of a DOT text; comments are left out."""
    at, line = 0, 1
    while at < len(text):
        found = _WORD.match(text, at)
        if found is None:
            return
        start, at = at, found.end()
        match found.lastgroup:
            case "sign":
                yield Word(found[0], line, is_sign=True)
            case "quoted":
                yield Word(_JOINED_LINE.sub("", found[0][1:].removesuffix('"')), line)
            case "bare":
                yield Word(found[0], line)
            case "html":
                at = _html_end(text, start)
                yield Word(text[start + 1 : at - 1], line, is_html=True)
            case _:
                pass
        line += text.count("\n", start, at)


def plain_id(word: Word) -> str:
    r"""Return an id as its writer meant it: a quotation mark inside is written `\"`."""
    return word.text if word.is_html else _ESCAPED_QUOTE.sub(r"\1", word.text)


def _html_end(text: str, start: int) -> int:
    """Return where an HTML string ends: at the `>` that closes its first `<`."""
    depth = 0
    for found in _ANGLE.finditer(text, start):
        depth += 1 if found[0] == "<" else -1
        if depth == 0:
            return found.end()
    return len(text)
