"""What the organisation looks like in other people's programs."""

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.reporters.dot import dot
from asn_restruktur.reporters.drawio import drawio
from asn_restruktur.reporters.drawio_layout import HEIGHT, WIDTH, laid_out
from asn_restruktur.reporters.graphml import graphml
from asn_restruktur.reporters.mermaid import mermaid
from asn_restruktur.reporters.messages.catalogue import catalogue
from asn_restruktur.reporters.orgfile_yaml import org_file, scalar
from asn_restruktur.vocabulary import Language
from raw_tables import organisation, raw, units
from strategies import examples, organisations

WORDS = catalogue(Language.ID)
ROWS = units(
    "0: Wali Kota",
    "1 < 0: Dinas Pasar",
    "1.1 < 1: Bidang Los",
    "1.1.1 < 1.1: Seksi Tera",
    "1.2 < 1: Bidang Kios",
    "2 < 0: Badan Riset",
)
HOSTILE = '</object>"><script>x</script> & "]; end'


@pytest.fixture
def city() -> Organisation:
    related = [{"from_unit": "1.1", "to_unit": "2", "kind": "data", "topic": HOSTILE, "lead": "2"}]
    posts = [{"position_id": "k", "unit_id": "1", "title": "Kepala Dinas", "need": 1.234}]
    said = [{"unit_id": "1.1", "text": HOSTILE, "position_id": "k"}]
    return organisation(
        raw("units", ROWS), raw("links", related), raw("positions", posts), raw("functions", said)
    )


def pages(content: bytes) -> dict[str, ET.Element]:
    found = ET.fromstring(content)  # noqa: S314  # our own output
    assert found.tag == "mxfile"
    return {
        page.get("name", ""): root
        for page in found.findall("diagram")
        if (root := page.find("mxGraphModel/root")) is not None
    }


def boxes(root: ET.Element) -> dict[str, str]:
    """Return the label of each box by the id of its unit."""
    return {
        one.get("unit_id", ""): one.get("label", "")
        for one in root.findall("object")
        if one.find("mxCell[@vertex='1']") is not None
    }


def test_the_drawing_has_an_overview_a_page_for_each_dinas_and_the_relations(
    city: Organisation,
) -> None:
    found = pages(drawio(city, WORDS))
    assert {name: list(boxes(root)) for name, root in found.items()} == {
        "Ringkasan": ["0", "1", "2"],
        "Dinas Pasar": ["1", "1.1", "1.1.1", "1.2"],
        "Hubungan kerja": ["1.1", "2"],
    }


def test_every_page_is_as_draw_io_writes_one(city: Organisation) -> None:
    for root in pages(drawio(city, WORDS)).values():
        first, second = root[0], root[1]
        assert (first.attrib, second.attrib) == ({"id": "0"}, {"id": "1", "parent": "0"})
        ids = [cell.get("id") for cell in root]
        assert len(ids) == len(set(ids))
        for cell in list(root.iter("mxCell"))[2:]:
            assert cell.get("parent") == "1"
            geometry = cell.find("mxGeometry")
            assert geometry is not None
            assert geometry.get("as") == "geometry"
            if cell.get("edge") == "1":
                assert {cell.get("source"), cell.get("target")} <= set(ids)
            else:
                assert cell.get("vertex") == "1"
                assert all(float(geometry.get(n, "-1")) >= 0 for n in ("x", "y", "width"))


def test_a_chart_of_one_unit_has_one_page() -> None:
    found = pages(drawio(organisation(raw("units", units("1: Dinas Pasar"))), WORDS))
    assert {name: boxes(root) for name, root in found.items()} == {
        "Dinas Pasar": {"1": "Dinas Pasar"}
    }


@examples(20)
@given(organisations())
def test_boxes_of_a_page_never_lie_over_each_other(city: Organisation) -> None:
    for root in pages(drawio(city, WORDS)).values():
        corners = [
            (float(where.get("x", "")), float(where.get("y", "")))
            for where in root.iter("mxGeometry")
            if where.get("width")
        ]
        for one, other in combinations(corners, 2):
            assert abs(one[0] - other[0]) >= WIDTH or abs(one[1] - other[1]) >= HEIGHT


def test_many_units_below_one_stand_in_several_rows() -> None:
    children = {"top": [f"u{number}" for number in range(15)], "u0": ["v"]}
    places, routes = laid_out(["top"], children)
    heads = [place for place in places if place.level == 1]
    assert len({place.y for place in heads}) == 3
    assert {(route.upper, route.lower) for route in routes} == {
        *(("top", f"u{number}") for number in range(15)),
        ("u0", "v"),
    }


def test_networkx_reads_the_graph(city: Organisation) -> None:
    graph = nx.parse_graphml(graphml(city).decode())
    kinds = [data["node"] for _, data in graph.nodes(data=True)]
    assert {kind: kinds.count(kind) for kind in kinds} == {"unit": 6, "position": 1, "function": 1}
    edges = sorted(data["edge"] for _, _, data in graph.edges(data=True))
    assert edges == [
        "coordinates_with",
        "has_position",
        *["parent_of"] * 5,
        "performed_by",
        "performs",
    ]
    labels = {data["label"] for _, data in graph.nodes(data=True)}
    assert HOSTILE in labels


def test_dot_draws_commands_solid_and_relations_dashed(city: Organisation) -> None:
    text = dot(city, WORDS).decode()
    assert '  n1 [label="Wali Kota", unit_id="0", kind="other"];' in text
    assert "  n1 -> n2;" in text
    (link,) = [line for line in text.splitlines() if "dashed" in line]
    assert link.startswith("  n3 -> n6 [style=dashed, constraint=false")
    assert re.fullmatch(r'(?:[^"]|"(?:[^"\\]|\\.)*")*', text, re.DOTALL)


def test_mermaid_says_nothing_that_a_stranger_wrote_as_a_sign(city: Organisation) -> None:
    hostile = organisation(raw("units", units(f"1: {HOSTILE}", "2 < 1: - %%{init}%% `x` 1. <b>")))
    for content in (mermaid(city, WORDS), mermaid(hostile, WORDS)):
        for line in content.decode().splitlines()[1:]:
            inner = re.sub(r'^%% n\d+ |^n\d+\["|"\]$|^n\d+ (---|-\.-)(\|"|)|"\| n\d+$', "", line)
            quoted = re.sub(r'\b\w+="([^"]*)"|<br/>', r"\1", inner)
            assert not re.search(r'[<>"\[\]{}`*_%]', quoted.replace("unit_id", "")), line


def test_the_org_file_is_nested_as_planners_write_it(city: Organisation) -> None:
    text = org_file(city).decode()
    assert text.startswith('units:\n  - id: "0"\n    name: Wali Kota\n    kind: other\n')
    assert '    units:\n      - id: "1"\n        name: Dinas Pasar\n' in text
    assert '        head: {id: k, title: Kepala Dinas, need: "1.2340"}\n' in text
    assert 'links:\n  - {from: "1.1", to: "2", kind: data, topic:' in text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Dinas Pasar", "Dinas Pasar"),
        ("1.10", '"1.10"'),
        ("no", '"no"'),
        ("a: b", '"a: b"'),
        ("x #y", '"x #y"'),
        ('"', r'"\""'),
        ("\u202e", '"\\u202e"'),
        ("- a", '"- a"'),
        ("*a", '"*a"'),
        ("a, b", '"a, b"'),
    ],
)
def test_a_scalar_is_quoted_where_yaml_would_read_something_else(text: str, written: str) -> None:
    assert scalar(text) == written


def test_the_same_organisation_gives_the_same_bytes(city: Organisation) -> None:
    for write in (graphml, org_file):
        assert write(city) == write(city)
    for draw in (drawio, dot, mermaid):
        assert draw(city, WORDS) == draw(city, WORDS)
