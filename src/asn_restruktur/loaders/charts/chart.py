"""What is a drawn chart, whichever program drew it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from asn_restruktur.vocabulary import Place

Point = tuple[float, float]
"""A point of a page; x grows to the right, y grows downwards."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a box stands on its page, in the units of its program."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def area(self) -> float:
        """How much of the page it covers."""
        return self.width * self.height

    @property
    def middle(self) -> Point:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, point: Point) -> bool:
        """Tell whether a point lies inside or on the edge."""
        return self.x <= point[0] <= self.right and self.y <= point[1] <= self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Something with a text, or that holds others.

    Args:
        key: names it on its page.
        lines: its text without markup, line by line; empty for a bare frame or group.
        place: page, or line of a text form.
        frame: where it stands; None where the form has no geometry.
        inside: key of the box or group that holds it, or "".
        attributes: what the file says of it beside the text; columns of the table of units when
            `unit_id` is among them.
        is_text: whether it is a text without a border.
    """

    key: str
    lines: tuple[str, ...]
    place: Place
    frame: Frame | None = None
    inside: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    is_text: bool = False

    @property
    def text(self) -> str:
        """Its text on one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line between two boxes, or that begins or ends somewhere on the page.

    Args:
        key: names it on its page.
        ends: keys of the boxes (or lines) that it is fastened to, "" for an end that is not.
        place: page, or line of a text form.
        path: its points from the first end to the second; empty where the form has no geometry.
        is_dashed: whether it is drawn dashed or dotted.
        has_arrow: whether an arrowhead points to the second end.
        label: text on the line.
        attributes: columns of the table of links, where the file states them.
    """

    key: str
    ends: tuple[str, str]
    place: Place
    path: tuple[Point, ...] = ()
    is_dashed: bool = False
    has_arrow: bool = False
    label: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, slide or graph.

    Args:
        place: the page, or the file.
        boxes: in the order of the file.
        lines: in the order of the file.
        title: what a title placeholder or the graph's own label says.
        unread: statements of a text form that say nothing known.
        is_drawn: whether somebody placed the boxes by hand, so that a box without a line may be a
            remark; in a text form every node is meant as one.
        is_upward: whether the form says that lines run from the bottom to the top.
    """

    place: Place
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    title: str = ""
    unread: tuple[Place, ...] = ()
    is_drawn: bool = True
    is_upward: bool = False
