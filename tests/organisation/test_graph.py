import networkx as nx
import pandas as pd
import pytest

from asn_restruktur.organisation.graph import graph
from raw_tables import organisation, raw, units


def test_the_graph_joins_units_positions_people_statements_and_topics() -> None:
    city = organisation(
        raw("units", units("1: Dinas A", "1.1 < 1: Bidang B", "2: Dinas C")),
        raw("positions", [{"position_id": "p", "unit_id": "1", "title": "Kepala Dinas A"}]),
        raw("employees", [{"employee_id": "e", "name": "Orang", "position_id": "p"}]),
        raw("functions", [{"statement_id": "f", "unit_id": "1.1", "text": "pembinaan gizi"}]),
        raw("links", [{"from_unit": "1", "to_unit": "2", "kind": "koordinasi", "topic": "gizi"}]),
    )
    topics = pd.DataFrame({"topic": ["gizi"], "statement_ids": ["f;gone"]})
    drawn = graph(city, topics)
    edges = {(one, kind, other) for one, other, kind in drawn.edges(data="kind")}
    assert edges == {
        (("unit", "1"), "parent_of", ("unit", "1.1")),
        (("unit", "1"), "has_position", ("position", "p")),
        (("employee", "e"), "holds", ("position", "p")),
        (("unit", "1.1"), "performs", ("function", "f")),
        (("unit", "1"), "coordinates_with", ("unit", "2")),
        (("function", "f"), "about", ("topic", "gizi")),
    }
    assert drawn.edges[("unit", "1"), ("unit", "2"), 0]["link"] == "coordination"
    assert "name" not in drawn.nodes["employee", "e"]


def test_nobody_can_change_the_graph() -> None:
    with pytest.raises(nx.NetworkXError):
        graph(organisation(raw("units", units("1: Dinas A")))).add_node(("unit", "2"))
