"""What does this draw.io file say?"""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from urllib.parse import unquote

from asn_restruktur.loaders.charts.chart import Box, Frame, Line, Page, Point
from asn_restruktur.loaders.charts.markup import html_lines, text_lines
from asn_restruktur.loaders.charts.tables import chart_reading
from asn_restruktur.loaders.charts.xmltree import Element, read_xml
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.understood import FileReading, InputForm
from asn_restruktur.vocabulary import Place

MAX_INFLATED_BYTES = 64 * 1024 * 1024

_WRAPPERS = ("object", "UserObject")
_MOST_NESTED = 100
_PLACEHOLDER = re.compile(r"%(\w+)%")
_FARTHEST = 1e9

Cells = dict[str, "_Cell"]


class _Cell:
    """A cell of the model with its style and the text and data of the object around it."""

    def __init__(self, element: Element, wrapper: Element | None) -> None:
        self.element = element
        outer = wrapper or element
        self.key = outer.get("id")
        self.value = wrapper.get("label") if wrapper else element.get("value")
        data = dict(wrapper.attributes) if wrapper else {}
        self.style = _style(element.get("style"))
        self.data = {name: text for name, text in data.items() if name not in ("label", "id")}
        if data.get("placeholders") == "1":
            self.value = _PLACEHOLDER.sub(lambda name: data.get(name[1], name[0]), self.value)

    @property
    def lines(self) -> tuple[str, ...]:
        return html_lines(self.value) if self.style.get("html") == "1" else text_lines(self.value)


def read_drawio(text: str, file: str) -> FileReading:
    """Read every page of a draw.io file, compressed or not.

    Args:
        text: XML with the root `mxfile`, or a bare `mxGraphModel`.
        file: path as typed, in POSIX form.

    Returns:
        The chart's tables. A box below another in a container belongs to the container; data of a
        box (Edit Data) with `unit_id` are columns of its unit.

    Raises:
        UnusableInput: the XML or a compressed page is damaged, or no box could be a unit.
    """
    root = read_xml(text.encode("utf-8", "replace"), file, encoding="utf-8")
    if root.name == "mxGraphModel":
        pages = [_page(root, Place(file=file))]
    else:
        pages = [_page(model, Place(file=file, sheet=name)) for name, model in _models(root, file)]
    return chart_reading(pages, file, InputForm.DRAWIO)


def _models(root: Element, file: str) -> Iterator[tuple[str, Element]]:
    """Walk the pages with their names; a page without one is called by its number."""
    for number, diagram in enumerate(root.all("diagram"), start=1):
        name = " ".join(diagram.get("name").split()) or f"Page-{number}"
        model = diagram.find("mxGraphModel")
        if model is None and diagram.text.strip():
            model = read_xml(_inflated(diagram.text, file, name), file, name, "utf-8")
        if model is not None:
            yield name, model


def _inflated(packed: str, file: str, page: str) -> bytes:
    """Undo what draw.io does to a page: URL-encoding, deflate, base64."""
    try:
        deflated = base64.b64decode("".join(packed.split()), validate=True)
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        quoted = unpacker.decompress(deflated, MAX_INFLATED_BYTES)
    except (binascii.Error, ValueError, zlib.error):
        raise refusal("chart_damaged", file, part=page) from None
    if unpacker.unconsumed_tail:
        raise refusal("chart_size", file)
    if not unpacker.eof:
        raise refusal("chart_damaged", file, part=page)
    return unquote(quoted.decode("utf-8", "replace")).encode("utf-8", "replace")


def _page(model: Element, place: Place) -> Page:
    cells = {cell.key: cell for cell in _cells(model) if cell.key}
    corners: dict[str, Point] = {}
    edges = dict.fromkeys(key for key, cell in cells.items() if cell.element.get("edge") == "1")
    labels: dict[str, list[str]] = {}
    boxes = []
    for cell in cells.values():
        above = cell.element.get("parent")
        if cell.element.get("vertex") != "1":
            continue
        if above in edges:  # text on a line is a cell of its own below it
            labels.setdefault(above, []).extend(cell.lines)
            continue
        boxes.append(_box(cell, cells, corners, place))
    lines = [_line(cells[key], cells, corners, labels.get(key, []), place) for key in edges]
    return Page(place=place, boxes=tuple(boxes), lines=tuple(lines))


def _cells(model: Element) -> Iterator[_Cell]:
    root = model.find("root")
    for element in root.children if root else []:
        if element.name == "mxCell":
            yield _Cell(element, None)
        elif element.name in _WRAPPERS and (inner := element.find("mxCell")):
            yield _Cell(inner, element)


def _style(text: str) -> dict[str, str]:
    """Return a style's entries; a bare word such as `swimlane` has no value."""
    parts = (part.partition("=") for part in text.split(";") if part)
    return {name.strip(): value.strip() for name, _, value in parts}


def _box(cell: _Cell, cells: Cells, corners: dict[str, Point], place: Place) -> Box:
    geometry = cell.element.find("mxGeometry")
    x, y = _corner(cell, cells, corners)
    size = (_number(geometry, "width"), _number(geometry, "height"))
    above = cell.element.get("parent")
    holder = cells.get(above)
    return Box(
        key=cell.key,
        lines=cell.lines,
        place=place,
        frame=Frame(x, y, *size) if geometry else None,
        inside=above if holder and holder.element.get("vertex") == "1" else "",
        attributes=cell.data,
        is_text="text" in cell.style,
    )


def _corner(cell: _Cell, cells: Cells, corners: dict[str, Point]) -> Point:
    """Return where the corner of a cell stands on the page: each cell counts from its parent."""
    path: list[_Cell] = []
    current: _Cell | None = cell
    while current and current.key not in corners and len(path) < _MOST_NESTED:
        path.append(current)
        current = cells.get(current.element.get("parent"))
    x, y = corners.get(current.key, (0.0, 0.0)) if current else (0.0, 0.0)
    for each in reversed(path):
        geometry = each.element.find("mxGeometry")
        if each.element.get("vertex") == "1":
            x, y = x + _number(geometry, "x"), y + _number(geometry, "y")
        corners[each.key] = (x, y)
    return x, y


def _line(
    cell: _Cell, cells: Cells, corners: dict[str, Point], below: list[str], place: Place
) -> Line:
    style = cell.style
    first, second = cell.element.get("source"), cell.element.get("target")
    path = _path(cell, cells, corners)
    ends_in_arrow = style.get("endArrow", "classic") != "none"
    starts_with_arrow = style.get("startArrow", "none") != "none"
    if starts_with_arrow and not ends_in_arrow:
        first, second, path = second, first, path[::-1]
    return Line(
        key=cell.key,
        ends=(first, second),
        place=place,
        path=path,
        is_dashed=style.get("dashed") == "1",
        has_arrow=ends_in_arrow != starts_with_arrow,
        label=" ".join((*cell.lines, *below)),
        attributes=cell.data,
    )


def _path(cell: _Cell, cells: Cells, corners: dict[str, Point]) -> tuple[Point, ...]:
    """Return the points of a line; an end that is fastened needs none of its own."""
    geometry = cell.element.find("mxGeometry")
    if geometry is None:
        return ()
    start = corners.get(cell.element.get("parent"))
    if start is None:
        holder = cells.get(cell.element.get("parent"))
        start = _corner(holder, cells, corners) if holder else (0.0, 0.0)
    points = {point.get("as"): point for point in geometry.all("mxPoint")}
    between = geometry.find("Array")
    ordered = [
        points.get("sourcePoint") or _middle(cell.element.get("source"), cells, corners),
        *(between.all("mxPoint") if between else []),
        points.get("targetPoint") or _middle(cell.element.get("target"), cells, corners),
    ]
    path = []
    for point in ordered:
        if isinstance(point, Element):
            path.append((start[0] + _number(point, "x"), start[1] + _number(point, "y")))
        elif point:
            path.append(point)
    return tuple(path)


def _middle(key: str, cells: Cells, corners: dict[str, Point]) -> Point | None:
    cell = cells.get(key)
    if cell is None or cell.element.get("vertex") != "1":
        return None
    geometry = cell.element.find("mxGeometry")
    x, y = _corner(cell, cells, corners)
    return x + _number(geometry, "width") / 2, y + _number(geometry, "height") / 2


def _number(element: Element | None, name: str) -> float:
    """Return a number of the geometry; what is none counts as 0."""
    try:
        number = float(element.get(name) or 0) if element else 0.0
    except ValueError:
        return 0.0
    return number if abs(number) < _FARTHEST else 0.0  # NaN is not smaller either
