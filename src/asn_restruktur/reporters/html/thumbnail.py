"""How does the whole structure look in the size of a stamp?"""

from dataclasses import dataclass

from asn_restruktur.reporters.html.structure import Measure, Structure

_WIDTH, _BOX_HEIGHT, _GAP, _GROUP_GAP = 372, 13, 4, 22
_TOP, _TEXT_Y, _LINE_Y, _APEX = 58, 51, 28, 38
_ROWS, _WIDEST = 7, 34
_MOST_BOXES = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A box, its class of colour, and where it stands."""

    shade: int | str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The name of a group above its boxes."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thumbnail:
    """A drawing of the chart: boxes, the path of the connecting lines, and names of groups."""

    width: int
    height: int
    lines: str
    boxes: tuple[Shape, ...]
    texts: tuple[Text, ...]


def thumbnail(chart: Structure) -> Thumbnail | None:
    """Draw the chart small; None where one unit or too many would show nothing."""
    count = sum(len(group.boxes) for group in chart.groups)
    if chart.is_single or count > _MOST_BOXES:
        return None
    measure = chart.measures[0]
    columns = [max(1, -(-len(group.boxes) // _ROWS)) for group in chart.groups]
    gaps = _GROUP_GAP * (len(columns) - 1) + _GAP * (sum(columns) - len(columns))
    width = min(_WIDEST, (_WIDTH - 36 - gaps) / sum(columns))
    left = (_WIDTH - gaps - width * sum(columns)) / 2
    boxes: list[Shape] = []
    texts: list[Text] = []
    for group, across in zip(chart.groups, columns, strict=True):
        span = across * (width + _GAP) - _GAP
        texts.append(Text(x=_short(left + span / 2), y=_TEXT_Y, text=group.title))
        boxes.extend(_boxes([box.unit for box in group.boxes], measure, left, across, width))
        left += span + _GROUP_GAP
    middle = _WIDTH / 2
    centres = [text.x for text in texts]
    beam = f"M{min(centres)} {_LINE_Y}H{max(centres)}" if len(centres) > 1 else ""
    drops = "".join(f"M{x} {_LINE_Y}v8" for x in centres)
    apex = Shape(shade="a", x=middle - _APEX / 2, y=3, width=_APEX, height=_BOX_HEIGHT)
    return Thumbnail(
        width=_WIDTH,
        height=int(max(box.y for box in boxes)) + _BOX_HEIGHT + _GAP,
        lines=f"M{middle} 16V{_LINE_Y}{beam}{drops}",
        boxes=(apex, *boxes),
        texts=tuple(texts),
    )


def _boxes(
    units: list[str], measure: Measure, left: float, across: int, width: float
) -> list[Shape]:
    return [
        Shape(
            shade=measure.of(unit),
            x=_short(left + at % across * (width + _GAP)),
            y=_TOP + at // across * (_BOX_HEIGHT + _GAP),
            width=_short(width),
            height=_BOX_HEIGHT,
        )
        for at, unit in enumerate(units)
    ]


def _short(value: float) -> float:
    return round(value, 1)
