"""Who stands where in the organisation, as a graph?"""

from typing import TYPE_CHECKING

import pandas as pd

from asn_restruktur.organisation.model import Organisation

if TYPE_CHECKING:
    import networkx as nx

Node = tuple[str, str]
"""Kind of node (`unit`, `position`, `employee`, `function`, `topic`) and its id."""


def graph(
    organisation: Organisation, topics: pd.DataFrame | None = None
) -> "nx.MultiDiGraph[Node]":
    """Draw the organisation as a graph.

    Args:
        organisation: its tables.
        topics: the analysis table `topics`; None draws no topic.

    Returns:
        A frozen graph. Nodes are `(kind, id)`, with `name` (of employees none: a graph is
        exported). Edges carry their `kind`: `parent_of` (unit to unit), `has_position` (unit to
        position), `holds` (employee to position), `performs` (unit to function), `coordinates_with`
        (unit to unit, with the link's `link` and `topic`) and `about` (function to topic). An edge
        to something that no table holds is left out.
    """
    import networkx as nx

    drawn: nx.MultiDiGraph[Node] = nx.MultiDiGraph()
    for kind, frame, key, name in (
        ("unit", organisation.units, "unit_id", "name"),
        ("position", organisation.positions, "position_id", "title"),
        ("function", organisation.functions, "statement_id", "text"),
    ):
        rows = zip(frame[key], frame[name], strict=True)
        drawn.add_nodes_from(((kind, thing), {"name": label}) for thing, label in rows)
    drawn.add_nodes_from(("employee", person) for person in organisation.employees["employee_id"])
    units, positions = organisation.units, organisation.positions
    people, functions = organisation.employees, organisation.functions
    _edges(drawn, "parent_of", ("unit", units["parent_id"]), ("unit", units["unit_id"]))
    _edges(
        drawn,
        "has_position",
        ("unit", positions["unit_id"]),
        ("position", positions["position_id"]),
    )
    _edges(drawn, "holds", ("employee", people["employee_id"]), ("position", people["position_id"]))
    _edges(
        drawn, "performs", ("unit", functions["unit_id"]), ("function", functions["statement_id"])
    )
    columns = ["from_unit", "to_unit", "kind", "topic"]
    for one, other, kind, topic in organisation.links[columns].itertuples(index=False, name=None):
        drawn.add_edge(
            ("unit", one), ("unit", other), kind="coordinates_with", link=kind, topic=topic
        )
    if topics is not None:
        drawn.add_nodes_from((("topic", topic), {"name": topic}) for topic in topics["topic"])
        said = topics["statement_ids"].str.split(";")
        pairs = pd.DataFrame({"topic": topics["topic"], "statement": said}).explode("statement")
        _edges(drawn, "about", ("function", pairs["statement"]), ("topic", pairs["topic"]))
    nx.freeze(drawn)
    return drawn


def _edges(
    drawn: "nx.MultiDiGraph[Node]",
    kind: str,
    tails: tuple[str, pd.Series],
    heads: tuple[str, pd.Series],
) -> None:
    """Join nodes row by row, where both are drawn."""
    from_kind, from_ids = tails
    to_kind, to_ids = heads
    for one, other in zip(from_ids, to_ids, strict=True):
        tail, head = (from_kind, one), (to_kind, other)
        if tail in drawn and head in drawn:
            drawn.add_edge(tail, head, kind=kind)
