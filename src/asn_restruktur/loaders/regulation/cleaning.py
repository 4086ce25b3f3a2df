"""Which lines of a text belong to the regulation, and which to its printed pages?"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.marks import mark_of, without_mark
from asn_restruktur.loaders.regulation.parts import is_part

_PAGE_NUMBER = re.compile(
    r"[\s\u2013\u2014.-]*(?:(?:hal(?:aman)?|page)\.?\s*)?\d{1,4}"
    r"(?:\s*(?:/|dari|of)\s*\d{1,4})?[\s\u2013\u2014-]*",
    re.IGNORECASE,
)
_LONE_MARK = re.compile(r"\(?(?:\d{1,2}[a-z]?|[a-z]{1,2})[.)]")
_GAZETTE_HEAD = re.compile(r"\s*(?:-\s?\d+\s?-\s*)?\d{4},\s*No\.?\s*\d+(?:\s*-\s?\d+\s?-)?\s*")
_CATCHWORD = re.compile(
    r"(?P<word>[^.\u2026]{1,60}(?:\.\s)?[^.\u2026]{0,60}?)\s*(?:\.(?:\s?\.){2,}|\u2026)[\s.\u2026]*"
)
_LONGEST_CATCHWORD = 400
_LEAST_SHARED = 5
_AHEAD = 10
"""Lines after a catchword among which the text that it announces begins."""

_EDGE = 2
"""Lines at the head and foot of a page that may repeat on every page."""

_MOST_EDGE_SHARE = 0.5
_FEWEST_PAGES = 4
_WORD_BREAK = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]\s*$")
_WORD_START = re.compile(r"\s*([^\W\d_]+)")
_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u3000\t]")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Lines of the regulation itself, empty ones kept as gaps.

    Args:
        lines: in their order; a word broken at the end of a line is whole again.
        furniture: how many lines were page numbers, catchwords, and heads or feet of pages.
    """

    lines: tuple[Line, ...]
    furniture: int


def cleaned(lines: Iterable[Line]) -> Cleaned:
    """Leave away what only the printed page needs, and mend words broken at the end of a line."""
    plain = [_seen(line) for line in lines]
    repeated = _repeated_edges(plain)
    kept: list[Line] = []
    furniture = 0
    for at, line in enumerate(plain):
        is_furniture = bool(line.text) and (
            at in repeated
            or (not line.is_block and _PAGE_NUMBER.fullmatch(line.text) is not None)
            or _GAZETTE_HEAD.fullmatch(line.text) is not None
            or (
                line.text.endswith((".", "\u2026"))
                and _is_catchword(line.text, plain[at + 1 : at + 1 + _AHEAD])
            )
        )
        furniture += is_furniture
        kept.append(replace(line, text="") if is_furniture else line)
    return Cleaned(tuple(_whole_words(_whole_items(kept))), furniture)


def _seen(line: Line) -> Line:
    """Return a line with plain blanks and no unseen signs."""
    text = line.text
    if not text.isascii() or not text.isprintable():
        text = _UNSEEN.sub("", _SPACES.sub(" ", text))
    text = " ".join(text.split())
    return line if text == line.text else replace(line, text=text)


def _is_catchword(text: str, after: Sequence[Line]) -> bool:
    """Tell whether a line ends in dots and announces a line that begins like it.

    An announcement may be misspelt (`identifkasi...`): half of its letters must agree.
    """
    found = _CATCHWORD.fullmatch(text) if len(text) <= _LONGEST_CATCHWORD else None
    if found is None:
        return False
    word = "".join(found["word"].split()).casefold().rstrip(":;,")
    if not word:
        return True
    bare = "".join(without_mark(found["word"]).split()).casefold()
    for line in after:
        begins = "".join(line.text[: 2 * len(text)].split()).casefold()
        if not begins:
            continue
        after_mark = "".join(without_mark(line.text[: 2 * len(text)]).split()).casefold()
        if bare != word and len(bare) >= _LEAST_SHARED and after_mark.startswith(bare):
            return True
        if begins.startswith(word) or (
            bare and bare != word and _shared(begins, word) * 2 > len(word)
        ):
            return True
    return not any(line.text for line in after)


def _shared(left: str, right: str) -> int:
    pairs = zip(left, right, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))


def _repeated_edges(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines at the edges of pages that most pages have alike but for digits."""
    pages: dict[int, list[int]] = {}
    for at, line in enumerate(lines):
        if line.page and line.text:
            pages.setdefault(line.page, []).append(at)
    if len(pages) < _FEWEST_PAGES:
        return frozenset()
    edges = [at for page in pages.values() for at in {*page[:_EDGE], *page[-_EDGE:]}]
    alike = {at: re.sub(r"\d+", "#", lines[at].text.casefold()) for at in edges}
    times = Counter(alike.values())
    most = _MOST_EDGE_SHARE * len(pages)
    return frozenset(
        at for at, text in alike.items() if times[text] > most and not is_part(lines[at].text)
    )


def _whole_items(lines: list[Line]) -> list[Line]:
    """Join a mark that stands alone with its item, which a table or a PDF sets beside it."""
    whole = list(lines)
    for at, line in enumerate(lines):
        if _LONE_MARK.fullmatch(line.text) is None:
            continue
        after = next((one for one in range(at + 1, min(at + 3, len(lines))) if lines[one].text), 0)
        if after and mark_of(lines[after].text) is None and not is_part(lines[after].text):
            whole[at] = replace(line, text=f"{line.text} {lines[after].text}")
            whole[after] = replace(lines[after], text="")
    return whole


def _whole_words(lines: list[Line]) -> list[Line]:
    """Join words that a line's end cuts.

    The hyphen stays where the text elsewhere writes the word so, or where it doubles a word
    (`undang-undangan`); else it goes.
    """
    cut = [at for at, line in enumerate(lines[:-1]) if _WORD_BREAK.search(line.text[-40:])]
    if not cut:
        return lines
    written = Counter(word.casefold() for line in lines for word in _HYPHENATED.findall(line.text))
    mended = list(lines)
    for at in cut:
        before = mended[at]
        left = _WORD_BREAK.search(before.text[-40:])
        ahead = range(at + 1, min(at + 1 + _AHEAD, len(mended)))
        following = next((one for one in ahead if mended[one].text), at + 1)  # on the next page
        after = mended[following]
        right = _WORD_START.match(after.text)
        if left is None or right is None or after.is_block or is_part(after.text):
            continue
        head, tail = left[1], right[1]
        hyphen = "" if _is_one_word(head, tail, written) else "-"
        start = before.text[: len(before.text) - len(left[0])]
        rest = after.text[right.end() :]
        signs = len(rest) - len(rest.lstrip("-,.;:)"))
        whole = f"{start}{head}{hyphen}{tail}{rest[:signs]}"
        mended[at] = replace(before, text=whole)
        mended[following] = replace(after, text=rest[signs:].strip())
    return mended


def _is_one_word(head: str, tail: str, written: Counter[str]) -> bool:
    joined, hyphenated = f"{head}{tail}".casefold(), f"{head}-{tail}".casefold()
    if written[joined] != written[hyphenated]:
        return written[joined] > written[hyphenated]
    is_doubled = tail.casefold()[:3] == head.casefold()[:3] or (
        tail.casefold()[:4] in head.casefold()
    )
    return not is_doubled and tail[0].islower()
