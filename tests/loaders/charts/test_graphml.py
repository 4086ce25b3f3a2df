import pytest

from asn_restruktur.loaders.charts.graphml import read_graphml
from asn_restruktur.loaders.understood import FileReading
from asn_restruktur.vocabulary import TableName, UnusableInput
from drawn_charts import links, rows, told, tree

NETWORKX = """<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="d1" for="edge" attr.name="style" attr.type="string" />
  <key id="d0" for="node" attr.name="label" attr.type="string" />
  <graph edgedefault="directed">
    <node id="0"><data key="d0">Dinas Pasar</data></node>
    <node id="1"><data key="d0">Bidang Los &amp; Kios</data></node>
    <node id="Tim Tera" />
    <edge source="0" target="1" />
    <edge source="1" target="Tim Tera" />
    <edge source="0" target="Tim Tera"><data key="d1">dashed</data></edge>
  </graph>
</graphml>"""

YED = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d5" attr.name="description" attr.type="string"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <graph edgedefault="directed" id="G">
    <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30" width="90" x="50" y="0"/>
      <y:NodeLabel alignment="center">Dinas
Pasar<y:LabelModel/></y:NodeLabel></y:ShapeNode></data></node>
    <node id="n1" yfiles.foldertype="group"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers>
      <y:GroupNode><y:Geometry height="200" width="200" x="0" y="90"/>
      <y:NodeLabel>UPTD Tera</y:NodeLabel></y:GroupNode></y:Realizers>
      </y:ProxyAutoBoundsNode></data>
      <graph edgedefault="directed" id="n1:"><node id="n1::n0"><data key="d6"><y:ShapeNode>
      <y:Geometry height="30" width="90" x="10" y="120"/><y:NodeLabel>Seksi Timbang</y:NodeLabel>
      </y:ShapeNode></data></node></graph></node>
    <edge id="e0" source="n1" target="n0"><data key="d10"><y:PolyLineEdge>
      <y:LineStyle color="#000000" type="line" width="1.0"/></y:PolyLineEdge></data></edge>
    <edge id="e1" source="n1::n0" target="n0"><data key="d10"><y:PolyLineEdge>
      <y:LineStyle color="#000000" type="dashed" width="1.0"/>
      <y:EdgeLabel>data: tera</y:EdgeLabel></y:PolyLineEdge></data></edge>
  </graph>
</graphml>"""


def read(text: str) -> FileReading:
    return read_graphml(text, "bagan.graphml")


def test_nodes_and_edges_of_a_network_program_are_units_and_parents() -> None:
    reading = read(NETWORKX)
    assert tree(reading) == {
        "Dinas Pasar": "",
        "Bidang Los & Kios": "Dinas Pasar",
        "Tim Tera": "Bidang Los & Kios",
    }
    assert links(reading) == [("Dinas Pasar", "Tim Tera", "coordination", None)]
    assert told(reading) == []


def test_yed_says_labels_groups_heights_and_dashes_in_its_own_way() -> None:
    reading = read(YED)
    assert tree(reading) == {
        "Dinas Pasar": "",
        "UPTD Tera": "Dinas Pasar",
        "Seksi Timbang": "UPTD Tera",
    }
    assert links(reading) == [("Seksi Timbang", "Dinas Pasar", "data", "tera")]


def test_units_cite_the_line_of_their_node() -> None:
    frame = next(table.frame for table in read(NETWORKX).tables if table.name is TableName.UNITS)
    assert list(frame["place_row"]) == [6, 7, 8]


def test_nodes_may_be_posts_and_statements() -> None:
    text = """<graphml><key id="n" attr.name="node" for="node"/><key id="u" attr.name="unit_id"/>
    <key id="l" attr.name="label"/><key id="p" attr.name="position_id"/>
    <key id="t" attr.name="title"/>
    <key id="x" attr.name="text"/><key id="e" for="edge" attr.name="edge"/><graph>
    <node id="1"><data key="n">unit</data><data key="u">1.02</data><data key="l">Dinas</data></node>
    <node id="2"><data key="n">position</data><data key="p">k</data>
    <data key="t">Kepala</data></node>
    <node id="3"><data key="n">function</data><data key="x">penataan pasar</data></node>
    <edge source="1" target="2"><data key="e">has_position</data></edge>
    <edge source="1" target="3"><data key="e">performs</data></edge>
    <edge source="2" target="3"><data key="e">performed_by</data></edge></graph></graphml>"""
    reading = read(text)
    assert rows(reading, TableName.UNITS) == [{"unit_id": "1.02", "name": "Dinas"}]
    assert rows(reading, TableName.POSITIONS) == [
        {"position_id": "k", "unit_id": "1.02", "title": "Kepala"}
    ]
    assert rows(reading, TableName.FUNCTIONS) == [
        {"unit_id": "1.02", "position_id": "k", "text": "penataan pasar"}
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('<!DOCTYPE graphml SYSTEM "file:///etc/passwd"><graphml/>', "input.xml_doctype"),
        ("<graphml><graph>", "input.xml_damaged"),
        ("<graphml><graph/></graphml>", "input.no_chart"),
    ],
)
def test_what_is_no_chart_is_refused(text: str, key: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        read(text)
    assert [problem.key for problem in caught.value.problems] == [key]
