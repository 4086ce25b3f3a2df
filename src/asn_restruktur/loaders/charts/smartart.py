"""What does the data of a SmartArt hierarchy say?"""

from asn_restruktur.loaders.charts.chart import Box, Line
from asn_restruktur.loaders.charts.markup import text_lines
from asn_restruktur.loaders.charts.xmltree import Element
from asn_restruktur.vocabulary import Place

_NODES = ("node", "asst", "")
"""Types of points that people fill in; the others are for layout."""


def smart_art(data: Element, place: Place, prefix: str) -> tuple[list[Box], list[Line]]:
    """Read the points with a text and what stands below each.

    Args:
        data: root of `ppt/diagrams/data*.xml`.
        place: the slide.
        prefix: makes the keys of its boxes unlike those of the slide's shapes.

    Returns:
        A box for each point and a line from each to those below it, in the order of the file. The
        point above them all, which has no text, is left out; so are layouts without a level below.
    """
    points = data.find("ptLst")
    drawn = {
        point.get("modelId"): _lines(point)
        for point in (points.all("pt") if points else [])
        if point.get("type") in _NODES
    }
    connections = data.find("cxnLst")
    lines = [
        Line(
            key=f"{prefix}{connection.get('modelId')}",
            ends=(f"{prefix}{source}", f"{prefix}{target}"),
            place=place,
            has_arrow=True,
        )
        for connection in (connections.all("cxn") if connections else [])
        if connection.get("type") in ("", "parOf")
        and (source := connection.get("srcId")) in drawn
        and (target := connection.get("destId")) in drawn
    ]
    boxes = [
        Box(key=f"{prefix}{key}", lines=text, place=place) for key, text in drawn.items() if text
    ]
    return boxes, lines


def _lines(point: Element) -> tuple[str, ...]:
    body = point.find("t")
    return paragraphs(body) if body else ()


def paragraphs(body: Element) -> tuple[str, ...]:
    """Return the lines of a text body: its paragraphs, broken at line breaks."""
    lines: list[str] = []
    for paragraph in body.all("p"):
        pieces = []
        for run in paragraph.children:
            if run.name in ("r", "fld"):
                text = run.find("t")
                pieces.append(text.text if text else "")
            elif run.name == "br":
                pieces.append("\n")
        lines += text_lines("".join(pieces).replace("\v", "\n"))
    return tuple(lines)
