"""At which depth of the open lists does a marked line stand, if it begins an item at all?"""

import re
from dataclasses import dataclass, replace

from asn_restruktur.loaders.regulation.marks import Mark, Style

_REFERENCE = re.compile(
    r"(?:\b(?:ayat|huruf|angka|pasal|nomor|no\.?|tahun|butir|dalam|pada|ketentuan)"
    r"|\b(?:ayat|huruf|angka|pasal)\s+\(?\w{1,3}\)?\s*(?:,|dan|atau|sampai dengan|s\.?d\.?))\s*$",
    re.IGNORECASE,
)
_END = re.compile(r"(?:[;.:]|[;,.]?\s(?:dan|atau|dan/atau|serta))\s*$", re.IGNORECASE)
_TAIL = 60
_WIDEST_GAP = 4
_DEEPEST = 7
"""Lists below one another: ayat, huruf, angka, a), 1) and some more; deeper ones are a slip."""

_SAME_LIST = (
    {Style.LETTER, Style.LETTER_PAREN, Style.LETTER_IN},
    {Style.NUMBER, Style.NUMBER_PAREN},
)
"""Styles that one slip of the typist turns into each other."""


def ends_in_reference(text: str) -> bool:
    """Tell whether a line ends in `ayat`, `Pasal 3 dan` or the like, so that a number follows."""
    return _REFERENCE.search(text[-_TAIL:]) is not None


def ends_item(text: str) -> bool:
    """Tell whether a line ends as an item or an introduction does."""
    return _END.search(text[-_TAIL:]) is not None


@dataclass(frozen=True, slots=True)
class Seat:
    """Where an item goes: its depth below the article, and the mark as meant."""

    depth: int
    mark: Mark


def seat(
    mark: Mark, opened: list[Mark | None], before: str, *, is_block: bool, in_article: bool
) -> Seat | None:
    """Find the place of a marked line.

    A line of plain text may begin with `(1)` or `2.` only because the line before was full. So a
    mark counts where it is the next of an open list or the first of a new one; any other counts
    where the file itself begins a paragraph, or where the line before ended an item.

    Args:
        mark: the mark of the line.
        opened: marks of the open items, the outermost first; None for a paragraph without one.
        before: the line before, "" at the beginning of an article.
        is_block: whether the file says that a paragraph begins here.
        in_article: whether the line stands in an article; elsewhere `A.` begins a heading.

    Returns:
        Its seat; None for a line that continues the one before.
    """
    if not is_block and before and ends_in_reference(before):
        return None
    is_sign = mark.style is Style.BULLET and bool(mark.label)
    may_begin = is_block or not before or ends_item(before) or is_sign
    if mark.style is Style.AYAT:
        other = next((one for one in opened if one and one.style is mark.style), None)
        is_next = mark.is_first or (other and mark.follows(other))
        return Seat(0, mark) if may_begin or is_next else None
    is_introduced = before.rstrip().endswith(":")
    is_heading = mark.style is Style.CAPITAL and not is_introduced
    if is_heading and not goes_on(mark, opened):
        return Seat(0, mark) if may_begin and not in_article else None
    return _next_seat(mark, opened) or _new_seat(
        mark, opened, before, may_begin=may_begin, is_block=is_block
    )


def goes_on(mark: Mark, opened: list[Mark | None]) -> bool:
    """Tell whether a mark is the next of one of the open lists."""
    return any(other and _as_meant(mark, other) for other in opened)


def _next_seat(mark: Mark, opened: list[Mark | None]) -> Seat | None:
    """Return the seat of a mark that is the next of an open list, the innermost first."""
    for depth in range(len(opened) - 1, -1, -1):
        other = opened[depth]
        if other is None:
            continue
        meant = _as_meant(mark, other)
        if meant is not None:
            return Seat(depth, meant)
    return None


def _new_seat(
    mark: Mark, opened: list[Mark | None], before: str, *, may_begin: bool, is_block: bool
) -> Seat | None:
    """Return the seat of a mark that begins a list, or goes on with one out of order."""
    own = [depth for depth, other in enumerate(opened) if other and other.style is mark.style]
    is_introduced = before.rstrip().endswith(":")
    below = min(len(opened), _DEEPEST)
    if mark.is_first and mark.style is not Style.BULLET:
        # A list that begins again where nothing introduces it stands beside the first one.
        return Seat(own[-1] if own and not is_introduced else below, mark)
    if not may_begin:
        return None
    if own and mark.style is not Style.BULLET:
        near = abs(mark.rank - (opened[own[-1]] or mark).rank) <= _WIDEST_GAP
        return Seat(own[-1], mark) if is_block or near or not mark.rank else None
    is_bullet = mark.style is Style.BULLET
    return Seat(below, mark) if is_bullet or is_block or is_introduced or not before else None


def _as_meant(mark: Mark, other: Mark) -> Mark | None:
    """Return the mark as the next of an open list; None where it is not."""
    if mark.style is other.style:
        return mark if mark.follows(other) else None
    for styles in _SAME_LIST:
        if {mark.style, other.style} <= styles:
            meant = replace(mark, style=other.style)
            return meant if meant.follows(other) else None
    # A scanned l, or an i, is read as 1.
    if (
        other.style is Style.LETTER
        and mark == Mark(Style.NUMBER, "1")
        and other.label in {"k", "h"}
    ):
        return Mark(Style.LETTER, chr(ord(other.label) + 1))
    return None
