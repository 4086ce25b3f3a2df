"""Which boxes does each line join, also where it only ends near one or on another line?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from asn_restruktur.loaders.charts.chart import Box, Line, Page, Point

MOST_FREE_ENDS = 4_000
"""Ends of lines on one page that are looked for by geometry; each is compared with every box."""

_NEAR = 0.2
"""How far from a box a line may end, as a share of the usual side of a box."""

_FEWEST_ENDS = 2

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Join:
    """Two boxes that a line, or a net of lines, joins.

    Args:
        first: key of the box where the line begins; for a net, of the highest box.
        second: key of the other box.
        line: the line, for its place, label and dashes.
        is_settled: whether the first stands above the second whatever the page says.
    """

    first: str
    second: str
    line: Line
    is_settled: bool = False


def joins(page: Page) -> tuple[list[Join], list[Line]]:
    """Follow every line of a page to its boxes.

    A free end belongs to the box beside which it lies, else to the line on which it lies; lines
    that meet make a net, whose highest box stands above the others.

    Args:
        page: its lines; those with two ends need no geometry.

    Returns:
        The joins in the order of the lines, and the lines that join nothing.
    """
    boxes = {box.key: box for box in page.boxes}
    fastened = _fastened(page, boxes)
    groups = _nets(page.lines, fastened, boxes)
    found: list[Join] = []
    loose: list[Line] = []
    for lines in groups:
        ends = [end for line in lines for end in fastened[line.key] if end in boxes]
        distinct = list(dict.fromkeys(ends))
        if len(distinct) < _FEWEST_ENDS:
            loose += lines
        elif len(lines) == 1:
            found.append(Join(distinct[0], distinct[1], lines[0]))
        else:
            found += _net(lines, [boxes[key] for key in distinct], fastened)
    return found, loose


def _net(
    lines: Sequence[Line], boxes: Sequence[Box], fastened: dict[str, tuple[str, str]]
) -> list[Join]:
    """Join the highest box of a net to each of the others; without geometry, where lines begin."""
    framed = [box for box in boxes if box.frame]
    line = next((line for line in lines if line.label), lines[0])
    if len(framed) == len(boxes):
        top = min(boxes, key=lambda box: box.frame.middle[1] if box.frame else 0.0)
    else:
        starts = [fastened[each.key][0] for each in lines]
        top = next((box for box in boxes if box.key in starts), boxes[0])
    return [Join(top.key, box.key, line, is_settled=True) for box in boxes if box is not top]


def _fastened(page: Page, boxes: dict[str, Box]) -> dict[str, tuple[str, str]]:
    """Return for each line the boxes or lines at its ends, "" where there is nothing."""
    lines = {line.key: line for line in page.lines}
    ends = {
        line.key: [end if end in boxes or end in lines else "" for end in line.ends]
        for line in page.lines
    }
    free = [
        (line, at)
        for line in page.lines
        for at in (0, 1)
        if not ends[line.key][at] and len(line.path) >= _FEWEST_ENDS
    ][:MOST_FREE_ENDS]
    holders = {box.inside for box in page.boxes}
    framed = [box for box in page.boxes if box.frame and (box.lines or box.key not in holders)]
    if free and framed:
        near = _Nearness(framed, page.lines)
        for line, at in free:
            ends[line.key][at] = near.at(line, line.path[0 if at == 0 else -1])
    return {key: (one, other) for key, (one, other) in ends.items()}


class _Nearness:
    """Finds the box or line beside which a point lies."""

    def __init__(self, boxes: Sequence[Box], lines: Sequence[Line]) -> None:
        self._boxes = [box.key for box in boxes]
        frames = [box.frame for box in boxes if box.frame]
        self._frames = np.array([(f.x, f.y, f.right, f.bottom) for f in frames])
        self._areas = np.array([frame.area for frame in frames])
        sides = np.array([min(f.width, f.height) for f in frames])
        self._near = max(float(np.median(sides)) * _NEAR, 1.0)
        pieces = [
            (line, *line.path[at], *line.path[at + 1])
            for line in lines
            for at in range(len(line.path) - 1)
        ]
        self._owners = [piece[0] for piece in pieces]
        self._pieces = np.array([piece[1:] for piece in pieces], dtype=float).reshape(-1, 4)
        self._dashed = np.array([line.is_dashed for line in self._owners], dtype=bool)
        self._owner_at = {line.key: at for at, line in enumerate(lines)}
        self._owner = np.array([self._owner_at[line.key] for line in self._owners], dtype=int)

    def at(self, line: Line, point: Point) -> str:
        """Return the key of the smallest box beside the point, else of a line through it."""
        x, y = point
        away_x = np.maximum(np.maximum(self._frames[:, 0] - x, x - self._frames[:, 2]), 0.0)
        away_y = np.maximum(np.maximum(self._frames[:, 1] - y, y - self._frames[:, 3]), 0.0)
        is_near = np.hypot(away_x, away_y) <= self._near
        if is_near.any():
            return self._boxes[int(np.argmin(np.where(is_near, self._areas, np.inf)))]
        is_other = (self._owner != self._owner_at[line.key]) & (self._dashed == line.is_dashed)
        distance = np.where(is_other, _distances(self._pieces, point), np.inf)
        if len(distance) and distance.min() <= self._near:
            return self._owners[int(np.argmin(distance))].key
        return ""


def _distances(pieces: Numbers, point: Point) -> Numbers:
    """Return how far a point lies from each straight piece of line."""
    start, along = pieces[:, :2], pieces[:, 2:] - pieces[:, :2]
    length = np.maximum((along**2).sum(axis=1), 1e-9)
    to_point = np.array(point) - start
    share = np.clip((to_point * along).sum(axis=1) / length, 0.0, 1.0)
    nearest = start + along * share[:, None]
    return np.asarray(np.hypot(point[0] - nearest[:, 0], point[1] - nearest[:, 1]))


def _nets(
    lines: Sequence[Line], fastened: dict[str, tuple[str, str]], boxes: dict[str, Box]
) -> list[list[Line]]:
    """Put the lines that end on one another together, in the order of the first of each."""
    above = {line.key: line.key for line in lines}

    def net_of(key: str) -> str:
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for line in lines:
        for end in fastened[line.key]:
            if end and end not in boxes:
                above[net_of(line.key)] = net_of(end)
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(net_of(line.key), []).append(line)
    return list(groups.values())
