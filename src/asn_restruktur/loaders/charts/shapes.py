"""Which shapes and connectors stand on a slide, and where?"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from asn_restruktur.loaders.charts.chart import Frame, Point
from asn_restruktur.loaders.charts.smartart import paragraphs
from asn_restruktur.loaders.charts.xmltree import Element

_TITLES = ("title", "ctrTitle")
_FURNITURE = ("dt", "ftr", "sldNum", "hdr", "subTitle")
_LINES = ("line", "lineInv", "straightConnector1")
_DEGREE = 60_000
_HALF = 50_000
_WHOLE = 100_000

Move = Callable[[Point], Point]
"""Takes a point of a group's inside to the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A shape or connector.

    Args:
        key: its id on the slide.
        group: id of the group around it, or "".
        lines: its text.
        frame: of a shape; None where it takes its place from the layout.
        path: of a line.
        ends: ids of the shapes that a connector is glued to.
        is_line: whether it is one.
        is_dashed: whether its line is dashed or dotted.
        has_arrow: whether an arrowhead stands at its end only.
        is_title: whether it is the title of the slide.
        is_furniture: whether it is date, footer or page number.
        is_text: whether it is a text box, or a text that the layout of the slide asks for.
    """

    key: str
    group: str = ""
    lines: tuple[str, ...] = ()
    frame: Frame | None = None
    path: tuple[Point, ...] = ()
    ends: tuple[str, str] = ("", "")
    is_line: bool = False
    is_dashed: bool = False
    has_arrow: bool = False
    is_title: bool = False
    is_furniture: bool = False
    is_text: bool = False

    @property
    def text(self) -> str:
        """Its text on one line."""
        return " ".join(self.lines)


def shapes_of(slide: Element) -> Iterator[Shape]:
    """Walk the shapes of a slide in the order of the file, those of groups where they stand."""
    tree = slide.find("cSld", "spTree")
    stack: list[tuple[Element, str, Move]] = [
        (child, "", _stay) for child in reversed(tree.children if tree else [])
    ]
    while stack:
        element, group, move = stack.pop()
        if element.name in ("sp", "cxnSp"):
            yield replace(_shape(element, move), group=group)
        elif element.name == "grpSp":
            own = _id(element)
            inner = _group_move(element, move)
            yield Shape(key=own, group=group)
            stack.extend((child, own, inner) for child in reversed(element.children))
        elif element.name == "AlternateContent":
            choice = element.find("Choice") or element.find("Fallback")
            stack.extend(
                (child, group, move) for child in reversed(choice.children if choice else [])
            )


def _shape(element: Element, move: Move) -> Shape:
    properties = element.find("spPr")
    placed = element.find("nvSpPr", "nvPr", "ph")
    kind = placed.get("type") if placed else ""
    form = properties.find("prstGeom") if properties else None
    preset = form.get("prst") if form else ""
    body = element.find("txBody")
    lines = paragraphs(body) if body else ()
    is_line = element.name == "cxnSp" or (preset in _LINES and not lines)
    corners = _corners(properties)
    if is_line:
        shape = _line(element, properties)
        path = _path(preset, corners, form) if corners else ()
        return replace(shape, lines=lines, path=tuple(move(point) for point in path))
    text_box = element.find("nvSpPr", "cNvSpPr")
    return Shape(
        key=_id(element),
        lines=lines,
        frame=_moved(corners, move) if corners else None,
        is_title=kind in _TITLES,
        is_furniture=kind in _FURNITURE,
        is_text=placed is not None or bool(text_box and text_box.get("txBox") == "1"),
    )


def _line(element: Element, properties: Element | None) -> Shape:
    drawn = properties.find("ln") if properties else None
    dash = drawn.find("prstDash") if drawn else None
    head, tail = (drawn.find(name) if drawn else None for name in ("headEnd", "tailEnd"))
    at_start = bool(head and head.get("type") not in ("", "none"))
    at_end = bool(tail and tail.get("type") not in ("", "none"))
    glued = element.find("nvCxnSpPr", "cNvCxnSpPr")
    ends = [glued.find(name) if glued else None for name in ("stCxn", "endCxn")]
    first, second = (end.get("id") if end else "" for end in ends)
    is_turned = at_start and not at_end
    return Shape(
        key=_id(element),
        ends=(second, first) if is_turned else (first, second),
        is_line=True,
        is_dashed=bool(drawn and drawn.find("custDash"))
        or bool(dash and dash.get("val") not in ("", "solid")),
        has_arrow=at_start != at_end,
    )


def _id(element: Element) -> str:
    named = next((child for child in element.children if child.name.startswith("nv")), None)
    own = named.find("cNvPr") if named else None
    return own.get("id") if own else ""


@dataclass(frozen=True, slots=True)
class _Corners:
    """A rectangle as it stands in the file: turned about its middle, and mirrored."""

    frame: Frame
    turn: float
    is_flipped: bool
    is_upside_down: bool

    def at(self, x: float, y: float) -> Point:
        """Return a point given by its shares of width and height."""
        x = 1 - x if self.is_flipped else x
        y = 1 - y if self.is_upside_down else y
        middle = self.frame.middle
        along = (x - 0.5) * self.frame.width
        down = (y - 0.5) * self.frame.height
        cos, sin = math.cos(self.turn), math.sin(self.turn)
        return middle[0] + along * cos - down * sin, middle[1] + along * sin + down * cos


def _corners(properties: Element | None) -> _Corners | None:
    placed = properties.find("xfrm") if properties else None
    frame = _frame(placed, "off", "ext")
    if placed is None or frame is None:
        return None
    turn = math.radians(_number(placed, "rot") / _DEGREE)
    flips = (placed.get("flipH") in ("1", "true"), placed.get("flipV") in ("1", "true"))
    return _Corners(frame, turn, *flips)


def _frame(placed: Element | None, offset: str, extent: str) -> Frame | None:
    at = placed.find(offset) if placed else None
    size = placed.find(extent) if placed else None
    if at is None or size is None:
        return None
    return Frame(_number(at, "x"), _number(at, "y"), _number(size, "cx"), _number(size, "cy"))


def _number(element: Element, name: str) -> float:
    """Return a whole number of the file; what is none counts as 0."""
    text = element.get(name)
    return float(text) if text.removeprefix("-").isdecimal() and len(text) < 18 else 0.0  # noqa: PLR2004  # 64 bits


def _path(preset: str, corners: _Corners, form: Element | None) -> list[Point]:
    """Return the points of a straight or bent line."""
    if preset.startswith(("bentConnector", "curvedConnector")):
        match preset[-1]:
            case "2":
                shares = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]
            case "3":
                half = _adjusted(form)
                shares = [(0.0, 0.0), (half, 0.0), (half, 1.0), (1.0, 1.0)]
            case _:
                shares = [(0.0, 0.0), (1.0, 1.0)]
    elif preset == "lineInv":
        shares = [(0.0, 1.0), (1.0, 0.0)]
    else:
        shares = [(0.0, 0.0), (1.0, 1.0)]
    return [corners.at(x, y) for x, y in shares]


def _adjusted(form: Element | None) -> float:
    """Return where a connector with three pieces bends, as a share of its width."""
    guides = form.find("avLst") if form else None
    for guide in guides.all("gd") if guides else []:
        word, _, number = guide.get("fmla").partition(" ")
        if word == "val" and number.removeprefix("-").isdecimal():
            return float(number[:9]) / _WHOLE
    return _HALF / _WHOLE


def _moved(corners: _Corners, move: Move) -> Frame:
    """Return the upright rectangle around a shape on the page."""
    points = [move(corners.at(x, y)) for x in (0.0, 1.0) for y in (0.0, 1.0)]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    return Frame(left, top, right - left, bottom - top)


def _stay(point: Point) -> Point:
    return point


def _group_move(element: Element, outer: Move) -> Move:
    """Return how points inside a group come to the page: scaled, shifted, then as its group."""
    properties = element.find("grpSpPr")
    placed = properties.find("xfrm") if properties else None
    here, inside = _frame(placed, "off", "ext"), _frame(placed, "chOff", "chExt")
    if here is None or inside is None:
        return outer
    across = here.width / inside.width if inside.width else 1.0
    down = here.height / inside.height if inside.height else 1.0

    def move(point: Point) -> Point:
        x = here.x + (point[0] - inside.x) * across
        y = here.y + (point[1] - inside.y) * down
        return outer((x, y))

    return move
