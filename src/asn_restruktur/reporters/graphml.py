"""How does a network program get units, posts, statements and relations as one graph?"""

from collections.abc import Iterator, Mapping

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.tables import column_names
from asn_restruktur.reporters.plain_values import written_rows
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.xml_text import attributes, escaped
from asn_restruktur.vocabulary import TableName

_TABLES = {
    TableName.UNITS: ("unit", "unit_id", "name"),
    TableName.POSITIONS: ("position", "position_id", "title"),
    TableName.FUNCTIONS: ("function", "statement_id", "text"),
}
"""Tables whose rows are nodes: what `node` says, the column of the id, and that of the label."""

_AS_EDGES = frozenset({"parent_id", "reports_to"})
_LINK_COLUMNS = ("kind", "topic", "lead")

Nodes = Mapping[tuple[TableName, str], str]


def render(report: Report) -> Mapping[str, bytes]:
    """Write the organisation as GraphML.

    Returns:
        Content of `org.graphml`.
    """
    return {"org.graphml": graphml(report.organisation)}


def graphml(organisation: Organisation) -> bytes:
    """Draw units, positions and statements as nodes, and who stands where as edges.

    Every node carries `node`, `label` and the columns of its row; an edge says by `edge` whether it
    is `parent_of`, `has_position`, `reports_to`, `performs`, `performed_by` or
    `coordinates_with` (with `kind`, `topic` and `lead`). People are not drawn.

    Args:
        organisation: its tables.

    Returns:
        GraphML 1.0 in UTF-8, in the order of the tables.
    """
    columns = dict.fromkeys(
        name for table in _TABLES for name in column_names(table) if name not in _AS_EDGES
    )
    keys = {name: f"d{number}" for number, name in enumerate(("node", "label", *columns))}
    edge_keys = {name: f"e{number}" for number, name in enumerate(("edge", *_LINK_COLUMNS))}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(_key(own, name, "node") for name, own in keys.items()),
        *(_key(own, name, "edge") for name, own in edge_keys.items()),
        '  <graph id="organisation" edgedefault="directed">',
    ]
    nodes: dict[tuple[TableName, str], str] = {}
    for table in _TABLES:
        lines += _nodes(organisation, table, keys, nodes)
    lines += _edges(organisation, edge_keys, nodes)
    return "\n".join([*lines, "  </graph>", "</graphml>", ""]).encode()


def _key(own: str, name: str, whose: str) -> str:
    return "  <key" + attributes(
        id=own, **{"for": whose, "attr.name": name, "attr.type": "string"}
    ) + "/>"  # fmt: skip


def _nodes(
    organisation: Organisation,
    table: TableName,
    keys: Mapping[str, str],
    nodes: dict[tuple[TableName, str], str],
) -> Iterator[str]:
    word, key, label = _TABLES[table]
    for row in written_rows(organisation.table(table), table):
        own = f"{word[0]}{len(nodes) + 1}"
        nodes[table, row[key]] = own
        told = {"node": word, "label": row[label]} | {
            name: text for name, text in row.items() if name in keys
        }
        yield f'    <node id="{own}">'
        yield from (_data(keys[name], text) for name, text in told.items())
        yield "    </node>"


def _edges(organisation: Organisation, keys: Mapping[str, str], nodes: Nodes) -> Iterator[str]:
    units, positions, functions = TableName.UNITS, TableName.POSITIONS, TableName.FUNCTIONS
    joins = (
        (units, "parent_id", units, "parent_of", True),
        (positions, "unit_id", units, "has_position", True),
        (positions, "reports_to", positions, "reports_to", False),
        (functions, "unit_id", units, "performs", True),
        (functions, "position_id", positions, "performed_by", True),
    )
    for table, column, other, word, comes_from_other in joins:
        key = _TABLES[table][1]
        for row in written_rows(organisation.table(table), table):
            own, met = nodes[table, row[key]], nodes.get((other, row.get(column, "")))
            if met:
                ends = (met, own) if comes_from_other else (own, met)
                yield from _edge(ends, {keys["edge"]: word})
    for row in written_rows(organisation.links, TableName.LINKS):
        ends = nodes[units, row["from_unit"]], nodes[units, row["to_unit"]]
        told = {keys[name]: row[name] for name in _LINK_COLUMNS if name in row}
        yield from _edge(ends, {keys["edge"]: "coordinates_with"} | told)


def _edge(ends: tuple[str, str], told: Mapping[str, str]) -> Iterator[str]:
    yield f'    <edge source="{ends[0]}" target="{ends[1]}">'
    yield from (_data(key, text) for key, text in told.items())
    yield "    </edge>"


def _data(key: str, text: str) -> str:
    return f'      <data key="{key}">{escaped(text)}</data>'
