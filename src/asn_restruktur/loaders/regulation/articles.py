"""Which articles, ayat and items make a text?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from asn_restruktur.loaders.regulation.inline import separate
from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.marks import Mark, Style, mark_of, without_mark
from asn_restruktur.loaders.regulation.nesting import (
    Seat,
    ends_in_reference,
    ends_item,
    goes_on,
    seat,
)
from asn_restruktur.loaders.regulation.parts import Part, PartKind, part_of

_PROSE = re.compile(
    r"\b(mempunyai|memiliki|menyelenggarakan|dipimpin|terdiri|sebagaimana|adalah)\b|[:;]\s*$",
    re.IGNORECASE,
)
_ELUCIDATION = re.compile(r"\s*P\s?E\s?N\s?J\s?E\s?L\s?A\s?S\s?A\s?N\s*(ATAS\b.*)?")
_LONGEST_TITLE = 200
_MOST_TITLE_LINES = 6


@dataclass(slots=True)
class Node:
    """An ayat, an item, or a paragraph without a mark.

    Args:
        line: the line where it begins.
        mark: its mark as written; None for a paragraph without one.
        paragraph: its number among the paragraphs of the text, from 1.
        children: the items below it, in their order.
        meant: the mark that the citation uses, where the written one is damaged.
    """

    line: Line
    mark: Mark | None = None
    paragraph: int = 0
    children: list["Node"] = field(default_factory=list)
    meant: Mark | None = None
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """What it says, without its mark."""
        return " ".join(self.pieces)

    @property
    def cited(self) -> Mark | None:
        """The mark that a citation names."""
        return self.meant or self.mark

    def walk(self) -> Iterator["Node"]:
        """Walk the node and everything below it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter, section or paragraph in force, with its title."""

    part: Part
    line: Line
    titles: list[str]

    @property
    def title(self) -> str:
        """The title, its lines joined."""
        return " ".join(self.titles)


@dataclass(slots=True)
class Article:
    """A pasal, or the text before, between and without articles.

    Args:
        label: its number (`12A`); "" for text that stands in no article.
        line: where it begins.
        headings: the chapter, section and paragraph that it stands in.
        nodes: its ayat, items and paragraphs.
    """

    label: str
    line: Line
    headings: tuple[Heading, ...] = ()
    nodes: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Walk all its nodes in the order of the text."""
        for node in self.nodes:
            yield from node.walk()


def articles(lines: Iterable[Line]) -> list[Article]:
    """Gather lines into paragraphs, and those into articles with nested items.

    Args:
        lines: cleaned lines, empty ones as gaps. The elucidation at the end is left away.

    Returns:
        Articles in the order of the text; what stands in none is kept in articles without a label.
    """
    builder = _Builder()
    for line in separate(lines):
        if line.text and _ELUCIDATION.fullmatch(line.text) and builder.found:
            break
        builder.take(line)
    return builder.found


class _Builder:
    """Holds what is open while the lines are walked."""

    def __init__(self) -> None:
        self.found: list[Article] = []
        self._headings: list[Heading] = []
        self._titled: Heading | None = None
        self._opened: list[Node] = []
        self._interrupted: list[Node] = []
        self._before = ""
        self._is_gap = False
        self._paragraphs = 0

    def take(self, line: Line) -> None:
        """Put one line where it belongs."""
        if not line.text:
            self._is_gap = True
            return
        part = part_of(line.text)
        if part and (line.is_block or not ends_in_reference(self._before)):
            self._begin_part(part, line)
        elif not self._is_title(line):
            self._add(line)
        self._before = line.text
        self._is_gap = False

    def _begin_part(self, part: Part, line: Line) -> None:
        self._opened = []
        self._interrupted = []
        self._titled = None
        if part.kind is PartKind.PASAL:
            self.found.append(Article(part.label, line, tuple(self._headings)))
            self._before = ""
            if part.rest:
                self._add(Line(text=part.rest, number=line.number, file=line.file, page=line.page))
            return
        order = list(PartKind)
        wider = [
            one for one in self._headings if order.index(one.part.kind) < order.index(part.kind)
        ]
        self._titled = Heading(part, line, [part.rest] if part.rest else [])
        self._headings = [*wider, self._titled]
        self.found.append(Article("", line, tuple(self._headings)))

    def _is_title(self, line: Line) -> bool:
        """Take a line as part of the open heading's title; tell whether it is one."""
        heading = self._titled
        if heading is None:
            return False
        mark = mark_of(line.text)
        is_title = (
            len(line.text) <= _LONGEST_TITLE
            and len(heading.titles) < _MOST_TITLE_LINES
            and (mark is None or mark.style is Style.BULLET)
            and not _PROSE.search(line.text)
        )
        if is_title:
            heading.titles.append(without_mark(line.text) if mark else line.text)
        else:
            self._titled = None
            self._before = ""
        return is_title

    def _add(self, line: Line) -> None:
        if not self.found:
            self.found.append(Article("", line))
        mark = mark_of(line.text)
        seated = None
        if mark is not None:
            if not self._goes_on(mark, self._opened) and self._goes_on(mark, self._interrupted):
                self._opened, self._interrupted = self._interrupted, []
            opened = [node.mark for node in self._opened]
            before = self._before if self._opened else ""
            seated = seat(
                mark,
                opened,
                before,
                is_block=line.is_block,
                in_article=bool(self.found[-1].label),
            )
        if seated is not None:
            self._begin_item(line, seated, without_mark(line.text))
        elif self._opened and self._continues(line):
            self._opened[-1].pieces.append(line.text)
        else:
            # A second paragraph of an item may interrupt a list that goes on behind it.
            is_list = not line.text.endswith(":") and self._opened and self._opened[0].mark
            interrupted = self._opened if is_list else []
            self._begin_item(line, None, line.text)
            self._interrupted = interrupted

    @staticmethod
    def _goes_on(mark: Mark, opened: list[Node]) -> bool:
        return goes_on(mark, [node.mark for node in opened])

    def _continues(self, line: Line) -> bool:
        """Tell whether a line without a mark goes on with the paragraph before it."""
        is_open = not ends_item(self._before)
        begins_small = not line.text[:1].isupper()
        if line.is_cell:
            return is_open and line.text[:1].islower()
        if line.is_block:
            return is_open and begins_small and not line.is_heading
        return is_open or begins_small or not (self._is_gap or self._before.endswith((".", ";")))

    def _begin_item(self, line: Line, seated: Seat | None, text: str) -> None:
        self._paragraphs += 1
        mark = seated.mark if seated else None
        node = Node(line, mark, self._paragraphs, pieces=[text])
        depth = seated.depth if seated else 0
        above = self._opened[depth - 1] if depth else None
        (above.children if above else self.found[-1].nodes).append(node)
        self._opened = [*self._opened[:depth], node]
