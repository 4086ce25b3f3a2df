"""How do planners get the chart of the organisation as a drawing that they can edit?"""

import html
from collections.abc import Iterator, Mapping, Sequence

from asn_restruktur.organisation.hierarchy import Hierarchy, hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.reporters.dot import relation
from asn_restruktur.reporters.drawio_layout import HEIGHT, WIDTH, Place, Route, laid_out
from asn_restruktur.reporters.foreign_text import visible
from asn_restruktur.reporters.messages.catalogue import Catalogue, catalogue
from asn_restruktur.reporters.plain_values import written_rows
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.xml_text import attributes
from asn_restruktur.vocabulary import TableName

_STATED = ("unit_id", "kind", "urusan", "territory", "type", "legal_basis")
_LINK_COLUMNS = ("kind", "topic", "lead")
_LONGEST_PAGE_NAME = 60
_FILLS = ("#1F3A5F", "#DCE6F2", "#F4F7FB")
_BOX = "rounded=1;arcSize=8;whiteSpace=wrap;html=1;strokeColor=#1F3A5F;fontSize=12;spacing=4;"
_COMMAND = "edgeStyle=orthogonalEdgeStyle;rounded=0;html=1;endArrow=none;strokeColor=#1F3A5F;"
_RELATION = "html=1;endArrow=none;dashed=1;strokeColor=#B45F06;fontSize=11;"
_TO_HEAD = "exitX=0.5;exitY=1;exitDx=0;exitDy=0;entryX=0.5;entryY=0;entryDx=0;entryDy=0;"
_TO_LISTED = "exitX=0;exitY=1;exitDx=12;exitDy=0;entryX=0;entryY=0.5;entryDx=0;entryDy=0;"
_ROW = HEIGHT + 30
_APART = WIDTH + 220
_MARGIN = 60

Row = Mapping[str, str]


def render(report: Report) -> Mapping[str, bytes]:
    """Draw the organisation for draw.io.

    Returns:
        Content of `org.drawio`.
    """
    return {"org.drawio": drawio(report.organisation, catalogue(report.lang))}


def drawio(organisation: Organisation, words: Catalogue) -> bytes:
    """Draw an overview, a page for each perangkat daerah, and one for the working relations.

    Args:
        organisation: its tables.
        words: of the language of page names and relations.

    Returns:
        Uncompressed draw.io XML in UTF-8. Each box states the columns of its unit (Edit Data), so
        that an edited chart is read back with its ids.
    """
    rows = {row["unit_id"]: row for row in written_rows(organisation.units, TableName.UNITS)}
    pages = [
        _page(number, name, _tree(tops, children, rows))
        for number, (name, tops, children) in enumerate(
            _sections(hierarchy(organisation), words), start=1
        )
    ]
    links = list(written_rows(organisation.links, TableName.LINKS))
    if links:
        name = words.say("drawio.relations")
        pages.append(_page(len(pages) + 1, name, _relations(links, rows, words)))
    lines = [f'<mxfile host="asn-restruktur" type="device" pages="{len(pages)}">', *pages]
    return "\n".join([*lines, "</mxfile>", ""]).encode()


def _sections(
    tree: Hierarchy, words: Catalogue
) -> Iterator[tuple[str, Sequence[str], Mapping[str, Sequence[str]]]]:
    """Cut the tree into pages: name, units on top, and what stands below each on that page."""
    units = tree.units
    children: dict[str, list[str]] = {}
    for unit, parent in zip(units.index, units["parent_id"], strict=True):
        children.setdefault(str(parent), []).append(str(unit))
    tops = [str(unit) for unit in units.index if units.at[unit, "top_id"] == unit]
    crowns = {unit for top in tops for unit in tree.path(top)[:-1]}
    closed = [top for top in tops if top not in crowns]
    roots = children.get("", [])
    if roots != closed or len(roots) > 1:
        open_units = {unit: below for unit, below in children.items() if unit not in closed}
        shown = _reached(roots, open_units)
        overview = {unit: below for unit, below in open_units.items() if unit in shown}
        yield words.say("drawio.overview"), roots, overview
    for top in closed:
        if children.get(top) or roots == [top]:
            name = visible(str(units.at[top, "name"]))[:_LONGEST_PAGE_NAME]
            yield name, [top], children


def _reached(roots: Sequence[str], children: Mapping[str, Sequence[str]]) -> set[str]:
    found: set[str] = set()
    stack = list(roots)
    while stack:
        unit = stack.pop()
        found.add(unit)
        stack.extend(children.get(unit, ()))
    return found


def _page(number: int, name: str, cells: Iterator[str]) -> str:
    """Write a page; cells 0 and 1 are the root and layer that draw.io expects."""
    model = attributes(
        dx="1200", dy="800", grid="1", gridSize="10", guides="1", tooltips="1", connect="1",
        arrows="1", fold="1", page="0", pageScale="1", math="0", shadow="0",
    )  # fmt: skip
    return "\n".join(
        [
            f"  <diagram{attributes(id=f'page-{number}', name=name)}>",
            f"    <mxGraphModel{model}>",
            "      <root>",
            '        <mxCell id="0" />',
            '        <mxCell id="1" parent="0" />',
            *(f"        {line}" for line in cells),
            "      </root>",
            "    </mxGraphModel>",
            "  </diagram>",
        ]
    )


def _tree(
    tops: Sequence[str], children: Mapping[str, Sequence[str]], rows: Mapping[str, Row]
) -> Iterator[str]:
    places, routes = laid_out(tops, children)
    keys = {place.unit: f"u{number}" for number, place in enumerate(places, start=1)}
    for place in places:
        yield from _box(keys[place.unit], rows[place.unit], place)
    for number, route in enumerate(routes, start=1):
        yield from _command(f"c{number}", route, keys)


def _relations(links: Sequence[Row], rows: Mapping[str, Row], words: Catalogue) -> Iterator[str]:
    """Draw one row for each relation: a box, a dashed line with its label, a box."""
    for number, link in enumerate(links):
        y = _MARGIN + number * _ROW
        first, second = f"r{number + 1}a", f"r{number + 1}b"
        yield from _box(first, rows[link["from_unit"]], Place("", _MARGIN, y, 1))
        yield from _box(second, rows[link["to_unit"]], Place("", _MARGIN + _APART, y, 1))
        stated = {name: link[name] for name in _LINK_COLUMNS if name in link}
        label = html.escape(visible(relation(link, words)))
        yield f"<object{attributes(label=label, **stated, id=f'r{number + 1}')}>"
        ends = attributes(style=_RELATION, edge="1", parent="1", source=first, target=second)
        yield f'  <mxCell{ends}><mxGeometry relative="1" as="geometry" /></mxCell>'
        yield "</object>"


def _box(key: str, row: Row, place: Place) -> Iterator[str]:
    fill = _FILLS[min(place.level, len(_FILLS) - 1)]
    dark = "fontColor=#FFFFFF;fontStyle=1;" if place.level == 0 else "fontColor=#1B1F24;"
    stated = {name: row[name] for name in _STATED if name in row}
    label = html.escape(visible(row["name"]))
    yield f"<object{attributes(label=label, **stated, id=key)}>"
    style = f"{_BOX}fillColor={fill};{dark}"
    yield f"  <mxCell{attributes(style=style, vertex='1', parent='1')}>"
    where = attributes(x=str(place.x), y=str(place.y), width=str(WIDTH), height=str(HEIGHT))
    yield f'    <mxGeometry{where} as="geometry" />'
    yield "  </mxCell>"
    yield "</object>"


def _command(key: str, route: Route, keys: Mapping[str, str]) -> Iterator[str]:
    style = _COMMAND + (_TO_LISTED if route.is_listed else _TO_HEAD)
    ends = attributes(
        id=key, style=style, edge="1", parent="1", source=keys[route.upper],
        target=keys[route.lower],
    )  # fmt: skip
    yield f"<mxCell{ends}>"
    yield '  <mxGeometry relative="1" as="geometry">'
    yield '    <Array as="points">'
    yield from (f'      <mxPoint x="{x}" y="{y}" />' for x, y in route.bends)
    yield "    </Array>"
    yield "  </mxGeometry>"
    yield "</mxCell>"
