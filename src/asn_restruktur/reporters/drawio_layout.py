"""Where on its page does each unit of a drawn chart stand, and how do lines run between them?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 180, 60
"""Size of a box, in the units of draw.io (1/100 inch)."""

_COLUMNS = 6
_GAP = 30
_ROW_GAP = 20
_LEVEL = 60
_INDENT = 24
_BUS = 12
_MARGIN = 60

Point = tuple[int, int]
Children = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Place:
    """A box on its page.

    Args:
        unit: id of the unit.
        x: left edge.
        y: upper edge.
        level: how far below the top of the page it stands, from 0.
    """

    unit: str
    x: int
    y: int
    level: int


@dataclass(frozen=True, slots=True)
class Route:
    """A line of command.

    Args:
        upper: id of the unit above.
        lower: id of the unit below.
        is_listed: whether the lower one hangs in a list, so that the line enters from the left.
        bends: where the line turns.
    """

    upper: str
    lower: str
    is_listed: bool
    bends: tuple[Point, ...]


def laid_out(tops: Sequence[str], children: Children) -> tuple[list[Place], list[Route]]:
    """Lay a page out the way planners draw it: heads in rows, what is below each in a list.

    One top stands in the middle above its units; several tops are rows of their own.

    Args:
        tops: units on top of the page.
        children: units below each unit that the page shows.

    Returns:
        Places, each unit before those below it, and the lines between them; no two boxes overlap.
    """
    if len(tops) != 1:
        places, _ = _rows(tops, children, start=_MARGIN, level=0)
        return places, list(_listed_routes(places, children))
    top = tops[0]
    heads = children.get(top, ())
    below, right = _rows(heads, children, start=_MARGIN + HEIGHT + _LEVEL, level=1)
    middle = max((_MARGIN + right) // 2, _MARGIN + WIDTH // 2)
    crown = Place(top, middle - WIDTH // 2, _MARGIN, 0)
    at = {place.unit: place for place in below}
    routes = [_to_head(crown, at[head], first_row=at[heads[0]].y) for head in heads]
    return [crown, *below], [*routes, *_listed_routes(below, children)]


def _rows(
    heads: Sequence[str], children: Children, *, start: int, level: int
) -> tuple[list[Place], int]:
    """Place each head with its list as a column, so many columns in a row."""
    places: list[Place] = []
    right, y = _MARGIN, start
    for first in range(0, len(heads), _COLUMNS):
        x, bottom = _MARGIN, y
        for head in heads[first : first + _COLUMNS]:
            column = list(_column(head, children, x, y, level))
            places += column
            x = max(place.x for place in column) + WIDTH + _GAP
            bottom = max(bottom, column[-1].y + HEIGHT)
        right, y = max(right, x - _GAP), bottom + _LEVEL
    return places, right


def _column(head: str, children: Children, x: int, y: int, level: int) -> Iterator[Place]:
    """Place a unit and, one below the other, all units below it."""
    stack = [(head, 0)]
    while stack:
        unit, depth = stack.pop()
        yield Place(unit, x + depth * _INDENT, y, level + depth)
        y += HEIGHT + _ROW_GAP
        stack.extend((child, depth + 1) for child in reversed(children.get(unit, ())))


def _to_head(crown: Place, head: Place, first_row: int) -> Route:
    """Lead a line from the top to a head; to a lower row it runs down the left margin."""
    start = crown.y + HEIGHT + _LEVEL // 2
    middle = crown.x + WIDTH // 2
    over = (head.x + WIDTH // 2, head.y - _LEVEL // 2)
    if head.y == first_row:
        return Route(crown.unit, head.unit, is_listed=False, bends=((middle, start), over))
    side = _MARGIN - _GAP
    bends = ((middle, start), (side, start), (side, over[1]), over)
    return Route(crown.unit, head.unit, is_listed=False, bends=bends)


def _listed_routes(places: Sequence[Place], children: Children) -> Iterator[Route]:
    """Lead a line from each unit down its left side to those listed below it."""
    at = {place.unit: place for place in places}
    for place in places:
        for child in children.get(place.unit, ()):
            lower = at[child]
            bend = (place.x + _BUS, lower.y + HEIGHT // 2)
            yield Route(place.unit, child, is_listed=True, bends=(bend,))
