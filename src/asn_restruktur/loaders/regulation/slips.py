"""Which marks are repeated, damaged or missing, and which article occurs twice?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from asn_restruktur.loaders.regulation.articles import Article, Node
from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.marks import Mark, Style


class SlipKind(StrEnum):
    """What is wrong with a mark."""

    DAMAGED = "damaged"  # read as the one that the list lacks there
    REPEATED = "repeated"
    GAP = "gap"
    ARTICLE_TWICE = "article_twice"


@dataclass(frozen=True, slots=True)
class Slip:
    """A mark that is not as its list demands.

    Args:
        kind: what is wrong.
        article: label of the article.
        written: the mark as written.
        read: the mark that its citation uses.
        line: where it stands.
    """

    kind: SlipKind
    article: str
    written: str
    read: str
    line: Line


def slips(found: Iterable[Article]) -> list[Slip]:
    """Tell marks that do not follow one another, and set the meant one where that is certain.

    A letter between two others that are two apart is the one between them. Anything else is cited
    as it is written.

    Args:
        found: articles of a text; `meant` is set on their nodes.
    """
    told: list[Slip] = []
    seen: set[str] = set()
    for article in found:
        if not article.label:
            continue
        if article.label in seen:
            label = f"Pasal {article.label}"
            told.append(Slip(SlipKind.ARTICLE_TWICE, article.label, label, label, article.line))
        seen.add(article.label)
        for siblings in (article.nodes, *(node.children for node in article.walk())):
            told += _in_list(article.label, siblings)
    return told


def _in_list(article: str, siblings: Sequence[Node]) -> list[Slip]:
    told = []
    for style in Style:
        listed = [node for node in siblings if node.mark and node.mark.style is style]
        if style in (Style.BULLET, Style.CAPITAL):
            continue
        for at in range(1, len(listed)):
            node, before = listed[at], listed[at - 1].cited
            after = listed[at + 1].mark if at + 1 < len(listed) else None
            mark = node.mark
            if mark is None or before is None or mark.follows(before) or mark.is_first:
                continue
            kind = SlipKind.REPEATED if mark.rank <= before.rank else SlipKind.GAP
            meant = _between(before, after)
            if meant is not None:
                node.meant, kind = meant, SlipKind.DAMAGED
            told.append(Slip(kind, article, str(mark), str(node.cited), node.line))
    return told


def _between(before: Mark, after: Mark | None) -> Mark | None:
    """Return the mark that stands between two others; None where they are not two apart."""
    if after is None or not before.rank:
        return None
    following = before.successors
    is_number = before.label[:1].isdigit()
    plain = following[:1] if is_number else [label for label in following if label.isalpha()]
    for label in plain:
        meant = Mark(before.style, label)
        if after.follows(meant):
            return meant
    return None
