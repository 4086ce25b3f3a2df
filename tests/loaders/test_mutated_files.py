from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from asn_restruktur.loaders.inputs import read
from asn_restruktur.vocabulary import UnusableInput
from drawn_charts import Deck, deflated, drawio, edge, model, mxfile, stroke, vertex
from made_files import STATEMENTS, UNITS, csv_text, packed, parts, workbook
from strategies import examples, mutated, mutated_parts

BOOK = workbook(
    Unit=[("PEMERINTAH KOTA TELADAN",), *UNITS, ("JUMLAH", 3)],
    Fungsi=[("Kode Unit", "Uraian"), ("1", "pembinaan gizi")],
)
CSV = csv_text(STATEMENTS).encode()
ORG = b"""\
organisation: Kota
as_of: 2026-01-01
units:
  - id: 1.10
    name: "Dinas"
    functions: [a, {text: b}]
    units:
      - {name: Bidang, head: {title: Kepala}}
links:
  - {from: 1.10, to: Bidang}
"""

# A panic of the reader written in Rust is caught like its other failures, and prints to stderr.
many = examples(150)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "masukan"


def ends_well(path: Path, content: bytes) -> None:
    """Read a file; it gives tables or says why not."""
    path.write_bytes(content)
    told: tuple[object, ...]
    try:
        told = read([path]).sources
    except UnusableInput as unusable:
        told = tuple(problem.place for problem in unusable.problems)
    assert told
    assert all(told)


@many
@given(mutated(BOOK))
def test_a_mutated_workbook_ends_in_tables_or_a_problem(path: Path, content: bytes) -> None:
    ends_well(path, content)


@many
@given(mutated_parts(parts(BOOK)))
def test_a_workbook_with_a_mutated_part_ends_in_tables_or_a_problem(
    path: Path, content: dict[str, bytes]
) -> None:
    ends_well(path, packed(content))


@many
@given(mutated(CSV))
@example(b'unit_id,text\n"')
@example("unit_id,text\n1,\udcff".encode("utf-8", "surrogatepass"))
def test_a_mutated_csv_ends_in_tables_or_a_problem(path: Path, content: bytes) -> None:
    ends_well(path, content)


@many
@given(mutated(ORG))
def test_a_mutated_org_file_ends_in_tables_or_a_problem(path: Path, content: bytes) -> None:
    ends_well(path, content)


@many
@given(mutated(b'{"units": [{"id": "1", "name": "Dinas", "functions": ["a"]}]}'))
def test_a_mutated_json_ends_in_tables_or_a_problem(path: Path, content: bytes) -> None:
    ends_well(path, content)


GRAPHML = """
<graphml><key id="l" attr.name="label"/><graph><node id="1"><data key="l">Dinas</data></node>
<node id="2"/><edge source="1" target="2"/></graph></graphml>
"""
DOT = r"""
digraph { a [label="Dinas Pasar\nKota"]; a -> {b c} [style=dashed]; subgraph cluster_x { d } }
"""
MERMAID = """
graph TD; A["Dinas & Pasar"] -->|data| B(Bidang) & C{{x}}
subgraph s [t]
D
end
A-.->D
"""
JUNIOR = """
Reporting Senior Post,Generic Job Title,Number of Posts in FTE,Organisation
1,Clerk,2,Lakes
"""
CHARTS = (
    drawio(
        vertex("a", "Dinas<br>Pasar", (0, 0)),
        vertex("b", "Bidang Los", (0, 200)),
        edge("c", "a", "b"),
        stroke("d", (80, 60), (80, 200)),
    ),
    mxfile({"x": deflated(model(vertex("a", "Dinas Pasar", (0, 0))))}),
    GRAPHML,
    DOT,
    MERMAID,
    JUNIOR,
    '{"@graph": [{"@id": "x", "@type": "org:Organization", "rdfs:label": "Dinas"}]}',
    '{"organizations": [{"id": "x", "name": "Dinas", "posts": [{"label": "Kepala"}]}]}',
)


@many
@given(st.sampled_from(CHARTS).flatmap(lambda chart: mutated(chart.encode())))
def test_a_mutated_chart_ends_in_tables_or_a_problem(path: Path, content: bytes) -> None:
    ends_well(path, content)


def slides() -> dict[str, bytes]:
    deck = Deck("Struktur")
    deck.glue(deck.box("Dinas Pasar", (1, 1)), deck.box("Bidang Los", (1, 4)))
    deck.stroke((1, 2), (3, 4))
    content = parts(deck.content())
    needed = ("ppt/presentation.xml", "ppt/_rels/", "ppt/slides/")
    return {name: part for name, part in content.items() if name.startswith(needed)}


@many
@given(mutated_parts(slides()))
def test_a_mutated_slide_ends_in_tables_or_a_problem(path: Path, content: dict[str, bytes]) -> None:
    ends_well(path, packed(content))
