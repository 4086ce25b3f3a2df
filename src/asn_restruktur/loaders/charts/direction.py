"""Which of two joined boxes stands above the other?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from asn_restruktur.loaders.charts.chart import Box, Page
from asn_restruktur.loaders.charts.nets import Join
from asn_restruktur.vocabulary import UnitKind

_RANKS: Mapping[UnitKind, int] = {
    **dict.fromkeys((UnitKind.SETDA, UnitKind.SETWAN, UnitKind.INSPEKTORAT), 1),
    **dict.fromkeys((UnitKind.DINAS, UnitKind.BADAN, UnitKind.SATUAN, UnitKind.KECAMATAN), 1),
    UnitKind.ASISTEN: 2,
    **dict.fromkeys((UnitKind.BAGIAN, UnitKind.SEKRETARIAT, UnitKind.BIDANG, UnitKind.IRBAN), 3),
    **dict.fromkeys((UnitKind.UPTD, UnitKind.RSUD, UnitKind.PUSKESMAS, UnitKind.KELURAHAN), 4),
    **dict.fromkeys((UnitKind.SUBBAGIAN, UnitKind.SUBBIDANG, UnitKind.SEKSI), 5),
    UnitKind.KELOMPOK_JF: 6,
    UnitKind.TIM_KERJA: 6,
}
"""How far from the top a kind of unit usually stands (PP 18/2016)."""

_Judge = Callable[[Join], bool]
"""Tells whether the first box of a join stands above the second."""


@dataclass(frozen=True, slots=True)
class Command:
    """A line of command: `upper` stands directly above `lower` (keys of boxes)."""

    upper: str
    lower: str
    join: Join


def commands(page: Page, joined: Sequence[Join], kinds: Mapping[str, UnitKind]) -> list[Command]:
    """Give every join its direction, the one under which the page is most like a tree.

    Looked at are: as the lines run, against them, and by the height of the boxes. The one with the
    fewest second parents and circles wins; among equals the one that agrees with the kinds of
    units, then heights where all boxes stand one right below the other, then the lines' own way.

    Args:
        page: the boxes, and whether the form runs upwards; boxes that all state their `unit_id`
            were written by this tool, with lines from above to below.
        joined: of solid lines.
        kinds: kind of unit by key of box, where its name tells.

    Returns:
        One command for each join, in order.
    """
    boxes = {box.key: box for box in page.boxes}
    upright = {id(join): _height(boxes[join.first], boxes[join.second]) for join in joined}

    def as_drawn(_join: Join) -> bool:
        return True

    def against(_join: Join) -> bool:
        return False

    def by_height(join: Join) -> bool:
        return upright[id(join)] >= 0

    heights = [height for height in upright.values() if height]
    is_column = bool(heights) and all(
        _is_below(boxes[join.first], boxes[join.second]) for join in joined if upright[id(join)]
    )
    has_arrows = any(join.line.has_arrow for join in joined)
    if joined and all("unit_id" in boxes[key].attributes for key in _joined(joined)):
        return [_command(join, as_drawn) for join in joined]
    judges: list[_Judge] = [against, as_drawn] if page.is_upward else [as_drawn, against]
    if heights:
        judges.insert(1 if has_arrows and not is_column else 0, by_height)
    best = min(judges, key=lambda judge: _faults(joined, judge, kinds))
    return [_command(join, best) for join in joined]


def _joined(joined: Sequence[Join]) -> set[str]:
    return {key for join in joined for key in (join.first, join.second)}


def _command(join: Join, judge: _Judge) -> Command:
    if join.is_settled or judge(join):
        return Command(join.first, join.second, join)
    return Command(join.second, join.first, join)


def _faults(
    joined: Sequence[Join], judge: _Judge, kinds: Mapping[str, UnitKind]
) -> tuple[int, int]:
    """Count what a tree does not have, and the joins whose kinds stand upside down."""
    drawn = [_command(join, judge) for join in joined]
    parent: dict[str, str] = {}
    faults = 0
    for command in drawn:
        if parent.setdefault(command.lower, command.upper) != command.upper:
            faults += 1
    faults += _in_circles(parent)
    steps = [
        _RANKS.get(kinds[one.lower], 0) - _RANKS.get(kinds[one.upper], 0)
        for one in drawn
        if one.upper in kinds and one.lower in kinds
    ]
    return faults, sum(step < 0 for step in steps) - sum(step > 0 for step in steps)


def _in_circles(parent: Mapping[str, str]) -> int:
    """Count the circles of parents."""
    seen: set[str] = set()
    circles = 0
    for start in parent:
        path: set[str] = set()
        key = start
        while key in parent and key not in seen:
            seen.add(key)
            path.add(key)
            key = parent[key]
        circles += key in path
    return circles


def _height(first: Box, second: Box) -> int:
    """Return 1 where the first stands wholly above the second, -1 below, 0 where neither does."""
    if first.frame is None or second.frame is None:
        return 0
    if first.frame.bottom <= second.frame.y:
        return 1
    return -1 if second.frame.bottom <= first.frame.y else 0


def _is_below(first: Box, second: Box) -> bool:
    """Tell whether two boxes share a part of the width of the page."""
    if first.frame is None or second.frame is None:
        return False
    return first.frame.x < second.frame.right and second.frame.x < first.frame.right
