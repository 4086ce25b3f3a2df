"""What does this GraphML say?"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from asn_restruktur.loaders.charts.chart import Box, Frame, Line, Page
from asn_restruktur.loaders.charts.markup import html_lines, text_lines
from asn_restruktur.loaders.charts.tables import chart_reading
from asn_restruktur.loaders.charts.xmltree import Element, read_xml
from asn_restruktur.loaders.placed_rows import Row, raw_table
from asn_restruktur.loaders.understood import FileReading, InputForm, Part
from asn_restruktur.organisation.tables import column_names
from asn_restruktur.vocabulary import Place, TableName

_LABELS = ("label", "name", "nama", "title", "text", "description")
_TYPED = {"position": TableName.POSITIONS, "function": TableName.FUNCTIONS}
"""Nodes that are rows of other tables than that of the units, by their `node`."""

_KEYS = {TableName.POSITIONS: "position_id", TableName.FUNCTIONS: "statement_id"}
_EDGES = {
    "has_position": (TableName.POSITIONS, "unit_id"),
    "performs": (TableName.FUNCTIONS, "unit_id"),
    "performed_by": (TableName.FUNCTIONS, "position_id"),
}
"""Edges that fill a column of the row at their target, by their `edge`."""

_COMMAND, _LINK = "parent_of", "coordinates_with"
_UNIT = "unit"

Data = dict[str, str]


def read_graphml(text: str, file: str) -> FileReading:
    """Read the nodes and edges of a GraphML file, nested groups too.

    Args:
        text: XML with the root `graphml`, as this tool, yEd, Gephi or networkx write it.
        file: path as typed, in POSIX form.

    Returns:
        The chart's tables; nodes whose `node` says position or function are rows of those tables.

    Raises:
        UnusableInput: the XML is damaged, or no node could be a unit.
    """
    root = read_xml(text.encode("utf-8", "replace"), file, encoding="utf-8")
    names, defaults = _keys(root)
    nodes = list(_nodes(root, names, defaults))
    edges = [
        (element, data, _data(element, names, defaults.get("edge", {})))
        for element, data in _edges(root)
    ]
    told = {element.get("id"): data for element, _, data in nodes}
    others = {key: data for key, data in told.items() if data.get("node") in _TYPED}
    page = Page(
        place=Place(file=file),
        boxes=tuple(
            _box(element, inside, data, file)
            for element, inside, data in nodes
            if element.get("id") not in others
        ),
        lines=tuple(
            _line(number, element, data, file)
            for number, (element, _, data) in enumerate(edges)
            if not {element.get("source"), element.get("target")} & others.keys()
        ),
        is_drawn=False,
    )
    reading = chart_reading([page], file, InputForm.GRAPHML)
    return _with_rows(reading, nodes, edges, told, file)


def _keys(root: Element) -> tuple[dict[str, str], dict[str, Data]]:
    """Return the name of each key, and the default values for nodes and edges."""
    names: dict[str, str] = {}
    defaults: dict[str, Data] = {}
    for key in root.all("key"):
        name = key.get("attr.name") or key.get("yfiles.type") or key.get("id")
        names[key.get("id")] = name
        default = key.find("default")
        if default is not None and default.text.strip():
            defaults.setdefault(key.get("for"), {})[name] = default.text
    return names, defaults


def _nodes(
    root: Element, names: Mapping[str, str], defaults: Mapping[str, Data]
) -> Iterator[tuple[Element, str, Data]]:
    """Walk all nodes with the id of the node around each."""
    stack: list[tuple[Element, str]] = [(graph, "") for graph in root.all("graph")[::-1]]
    while stack:
        element, inside = stack.pop()
        if element.name == "node":
            yield element, inside, _data(element, names, defaults.get("node", {}))
            inside = element.get("id")
        below = [child for child in element.children if child.name in ("node", "graph")]
        stack.extend((child, inside) for child in reversed(below))


def _edges(root: Element) -> Iterator[tuple[Element, str]]:
    for element in root.walk():
        if element.name == "edge":
            yield element, element.get("id")


def _data(element: Element, names: Mapping[str, str], defaults: Data) -> Data:
    """Return the data of a node or edge by name; drawing data are read elsewhere."""
    own = {
        names.get(data.get("key"), data.get("key")): data.text
        for data in element.all("data")
        if not data.children
    }
    return defaults | own


def _drawn(element: Element, name: str) -> Element | None:
    """Return an element of the drawing (yEd): outside the nodes that are nested in this one."""
    for data in element.all("data"):
        for found in data.walk():
            if found.name == name:
                return found
    return None


def _box(element: Element, inside: str, data: Data, file: str) -> Box:
    label = _drawn(element, "NodeLabel")
    named = {name.casefold(): text for name, text in data.items()}
    text = next((named[name] for name in _LABELS if named.get(name)), "")
    if label is not None and label.text.strip():
        shown = label.text
        lines = html_lines(shown) if shown.lstrip().startswith("<html") else text_lines(shown)
    else:
        lines = text_lines(text or element.get("id"))
    geometry = _drawn(element, "Geometry")
    return Box(
        key=element.get("id"),
        lines=lines,
        place=Place(file=file, line=element.line),
        frame=_frame(geometry) if geometry else None,
        inside=inside,
        attributes={name: value for name, value in data.items() if name != "node"},
    )


def _frame(geometry: Element) -> Frame | None:
    try:
        x, y, width, height = (float(geometry.get(n)) for n in ("x", "y", "width", "height"))
    except ValueError:
        return None
    return Frame(x, y, width, height)


def _line(number: int, element: Element, data: Data, file: str) -> Line:
    style = _drawn(element, "LineStyle")
    said = " ".join((data.get("style", ""), style.get("type") if style else "")).casefold()
    label = _drawn(element, "EdgeLabel")
    is_link = data.get("edge") == _LINK
    return Line(
        key=f"edge {number}",
        ends=(element.get("source"), element.get("target")),
        place=Place(file=file, line=element.line),
        is_dashed=is_link or "dashed" in said or "dotted" in said,
        has_arrow=True,
        label=label.text.strip() if label else data.get("label", ""),
        attributes=data if is_link else {},
    )


def _with_rows(
    reading: FileReading,
    nodes: list[tuple[Element, str, Data]],
    edges: list[tuple[Element, str, Data]],
    told: Mapping[str, Data],
    file: str,
) -> FileReading:
    """Add the rows of positions and functions that are nodes of their own."""
    filled: dict[str, Row] = {}
    for element, _, data in edges:
        source, target = element.get("source"), element.get("target")
        if column := _EDGES.get(data.get("edge", "")):
            owner = told.get(source, {})
            filled.setdefault(target, {})[column[1]] = owner.get(column[1]) or source
        if data.get("edge") == "reports_to":
            filled.setdefault(source, {})["reports_to"] = told.get(target, {}).get("position_id")
    tables = [table for table in reading.tables if table.name not in _TYPED.values()]
    parts = list(reading.source.parts)
    for table in _TYPED.values():
        rows = [
            ({name: data[name] for name in column_names(table) if name in data}, element)
            for element, _, data in nodes
            if _TYPED.get(data.get("node", "")) is table
        ]
        if rows:
            placed = [
                (row | filled.get(element.get("id"), {}), Place(file=file, line=element.line))
                for row, element in rows
            ]
            tables.append(raw_table(table, placed))
            parts.append(Part(table=table, rows=len(rows)))
    kept = [table for table in reading.tables if table.name in _TYPED.values()]
    has_own = {table.name for table in tables}
    tables += [table for table in kept if table.name not in has_own]
    return replace(
        reading, tables=tuple(tables), source=replace(reading.source, parts=tuple(parts))
    )
