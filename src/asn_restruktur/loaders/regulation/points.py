"""To which item of which article does the subject of a sentence refer?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from asn_restruktur.loaders.regulation.articles import Article, Node
from asn_restruktur.loaders.regulation.marks import Style

_REFERENCE = (
    r"\s*,?\s+sebagaimana\s+(?:yang\s+|telah\s+)?(?:di)?maksud(?:kan)?\s+(?:dalam|pada)\s+"
    r"(?:pasal\s+(?P<article>\d+[a-z]?)\b)?[\s,]*(?:ayat\s*\(?(?P<ayat>\d+[a-z]?)\)?)?[\s,]*"
    r"huruf\s+(?P<letter>[a-z]{1,2})\b(?:[\s,]*angka\s+(?P<number>\d+))?"
    r"(?!\s*(?:,\s*|dan\s+|atau\s+|sampai\s+|s/d\s+)(?:huruf|angka|dengan)\b)"
)
_LETTERS = frozenset({Style.LETTER, Style.LETTER_PAREN})
_NUMBERS = frozenset({Style.NUMBER, Style.NUMBER_PAREN})


@dataclass(frozen=True, slots=True)
class Point:
    """One item, as a sentence cites it; "" for what it does not say.

    Args:
        article: number of the pasal; "" for the one in which the sentence stands.
        ayat: number of the ayat.
        letter: letter of the item.
        number: number of the item below that letter.
    """

    article: str
    ayat: str
    letter: str
    number: str


def point_of(subject: str, text: str) -> Point | None:
    """Return the item that a subject cites: `Bidang sebagaimana dimaksud dalam Pasal 3 huruf c`.

    None where it refers to none, or to several.
    """
    found = re.search(rf"\b{re.escape(subject)}{_REFERENCE}", text, re.IGNORECASE)
    if found is None or not subject:
        return None
    return Point(
        article=(found["article"] or "").upper(),
        ayat=found["ayat"] or "",
        letter=found["letter"].lower(),
        number=found["number"] or "",
    )


def items_at(point: Point, articles: Iterable[Article]) -> Iterator[Node]:
    """Walk the items that a citation may mean: of an article without the ayat, every such letter.

    Args:
        point: the citation.
        articles: those in which it may stand.
    """
    for article in articles:
        tops = [
            node
            for node in article.nodes
            if not point.ayat or _is_marked(node, frozenset({Style.AYAT}), point.ayat)
        ]
        for node in (node for top in tops for node in top.walk()):
            if not _is_marked(node, _LETTERS, point.letter):
                continue
            if not point.number:
                yield node
            yield from (
                child for child in node.children if _is_marked(child, _NUMBERS, point.number)
            )


def _is_marked(node: Node, styles: frozenset[Style], label: str) -> bool:
    mark = node.cited
    return mark is not None and mark.style in styles and mark.label == label
