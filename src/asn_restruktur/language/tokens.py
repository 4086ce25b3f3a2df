"""Which words does a statement consist of, and where does each stand in the text?"""

import re
from typing import NamedTuple

from asn_restruktur.language.data import word_list, word_map

_WORD = re.compile(r"[^\W_]+(?:[-/'.\u2019](?=[^\W_])[^\W_]+)*|[,;:()]")
_LIST_MARK = re.compile(
    r"^\s*(?:\(?[a-z0-9]{1,3}[.)]\s+|\(?(?:[a-z]|\d{1,2})[.)](?=[a-z]{4})|[-*\u2013\u2022]\s+)",
    re.IGNORECASE,
)
_TAIL_MARK = re.compile(r"[\s;.,]*(?:;\s*(?:dan|dan/atau|serta))?[\s;.,]*$", re.IGNORECASE)
_TRIPLE = re.compile(r"(.)\1\1+")
_GLUED_PREPOSITION = re.compile(r"^(di|ke)(?=[a-z]{4})")


SHORTEST_CHOICE = 6  # "barang/jasa" is two words, "1/2" is one


class Token(NamedTuple):
    """A word as compared, the span of the text it comes from, and whether it is in capitals."""

    word: str
    start: int
    end: int
    is_capital: bool


def tokens(text: str) -> list[Token]:
    """Split a statement into lower-case words and separators, spelling mended.

    The letter of a list item in front ("b. ") and "; dan" behind do not belong to the statement.
    Joined prepositions ("diwilayah"), tripled letters and the misspellings of
    `data/spelling.csv` are mended; the spans stay those of the text as written.

    Args:
        text: a function statement as written.

    Returns:
        Its tokens in order; separators are `, ; : ( )`.
    """
    start = mark.end() if (mark := _LIST_MARK.match(text)) else 0
    tail = _TAIL_MARK.search(text, start)
    end = tail.start() if tail else len(text)
    is_shouted = text.isupper()  # capitals mark an abbreviation only where not all are capitals
    found: list[Token] = []
    for match in _WORD.finditer(text, start, end):
        mended = _mended(match.group().lower())
        is_capital = match.group().isupper() and not is_shouted
        found.extend(Token(word, match.start(), match.end(), is_capital) for word in mended)
    return found


def _mended(word: str) -> tuple[str, ...]:
    spelling = word_map("spelling")
    if word in spelling:
        return tuple(spelling[word].split())
    word = _TRIPLE.sub(r"\1\1", word)
    glued = _GLUED_PREPOSITION.match(word)
    if glued and word[glued.end() :] in word_list("places"):
        return (glued.group(), word[glued.end() :])
    if "-" in word:
        left, _, right = word.partition("-")
        if left == right:  # pasar-pasar: plural by doubling
            return (left,)
        if left == "se" and right in word_list("places"):  # se-Kota: in all of it
            return ("di", right)
    if "/" in word and len(word) >= SHORTEST_CHOICE:
        return tuple(part for part in word.split("/") if part)
    return (word,)
