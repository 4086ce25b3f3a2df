import pytest

from asn_restruktur.loaders.charts.dot import read_dot
from asn_restruktur.loaders.understood import FileReading
from asn_restruktur.vocabulary import TableName, UnusableInput
from drawn_charts import links, rows, told, tree

MANY = " ".join(f"a{number}" for number in range(999))


def read(text: str) -> FileReading:
    return read_dot(text, "bagan.dot")


@pytest.mark.parametrize(
    "body",
    [
        'a [label="X"]; a -> b; a -> c; b [label="Y"] c [label="Z"]',
        "X -> {Y Z}",
        "X -> Y X -> Z",
        "/* komentar -> */ X -> Y // Q\n# R\nX -> Z",
        'node [shape=box, style=filled]; edge [color="#333333"]; X -> Y; X -> Z [weight=2]',
        "subgraph { rank=same; Y; Z }\nX -> Y\nX -> Z",
        "a [label=<<b>X</b>>]; b [label=<<i>Y</i><br/>>]; Z; a -> b; a -> Z",
        'a [shape=record, label="{<p> X}"]; a:p -> Y:n; a -> Z:s:w',
        "Y -> X; Z -> X",
        "X -> p; p [shape=point]; p -> Y; p -> Z",
        '"X" -> "Y"; "X" -> "Z" [label = "a" + "b"];',
    ],
)
def test_every_way_to_write_it_says_the_same(body: str) -> None:
    reading = read(f"digraph G {{ {body} }}")
    assert tree(reading) == {"X": "", "Y": "X", "Z": "X"}
    assert told(reading) == []


def test_an_undirected_graph_is_read_from_left_to_right() -> None:
    assert tree(read("strict graph { X -- Y -- Z }")) == {"X": "", "Y": "X", "Z": "Y"}


def test_quoted_ids_and_labels_are_read_as_they_were_meant() -> None:
    reading = read(r'digraph { "Dinas \"P\" & Q" -> b; b [label="Bidang\nTangkap \\ \N &amp; C"] }')
    assert list(tree(reading)) == ['Dinas "P" & Q', r"Bidang Tangkap \ b & C"]


def test_a_dashed_edge_is_a_working_relation() -> None:
    reading = read(
        'digraph { X -> Y; Y -> Q [style=dotted, label="data: harga"];'
        ' edge [style="dashed"]; Q -> X [label=konsultasi] }'
    )
    assert links(reading) == [("Y", "Q", "data", "harga"), ("Q", "X", "consultation", None)]
    assert tree(reading) == {"X": "", "Y": "X", "Q": ""}


def test_a_cluster_with_a_label_stands_above_its_nodes() -> None:
    reading = read(
        'digraph { X -> a; subgraph cluster_1 { label="UPTD Pasar"; a -> b; c } '
        'subgraph cluster_2 { d; e } subgraph lain { label="Q"; f } }'
    )
    assert tree(reading) == {
        "X": "",
        "a": "X",
        "UPTD Pasar": "",
        "b": "a",
        "c": "UPTD Pasar",
        "d": "",
        "e": "",
        "f": "",
    }


def test_the_label_of_the_graph_completes_a_bare_title() -> None:
    text = 'digraph { label="Struktur Organisasi Dinas Pasar"; "Kepala Dinas" -> "Bidang Los" }'
    assert tree(read(text)) == {"Dinas Pasar": "", "Bidang Los": "Dinas Pasar"}


def test_a_graph_from_the_bottom_to_the_top_is_turned() -> None:
    assert tree(read("digraph { rankdir=BT; Q -> R }")) == {"Q": "R", "R": ""}


def test_a_node_that_states_its_unit_id_states_columns() -> None:
    text = 'digraph { n [label="Dinas Pasar", unit_id="1.02", kind=dinas, fillcolor=red] }'
    assert rows(read(text), TableName.UNITS) == [
        {"unit_id": "1.02", "name": "Dinas Pasar", "kind": "dinas"}
    ]


def test_units_cite_their_line() -> None:
    (frame,) = [table.frame for table in read('digraph {\n\n X ->\n "Y\nZ" }').tables]
    assert list(frame["place_row"]) == [3, 4]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("digraph {" + "subgraph {" * 400, {"input.chart_size"}),
        ("digraph {}", {"input.no_chart"}),
        ("digraph { {a b c d e f g h i j} -> {" + "x " * 30_000 + "} }", set()),
        (f"digraph {{ {{{MANY}}} -> {{{MANY}}} }}", {"input.chart_size"}),
        ('digraph { a [label="' + "\\" * 100_001, set()),
        ("digraph { a [label=" + "<" * 100_000, set()),
        ("digraph { a -> -> [ = ; } ] b", set()),
    ],
    ids=["deep", "empty", "repeated", "product", "backslashes", "angles", "broken"],
)  # fmt: skip
def test_a_hostile_text_ends_soon(text: str, keys: set[str]) -> None:
    try:
        read(text)
    except UnusableInput as unusable:
        assert {problem.key for problem in unusable.problems} == keys  # noqa: PT017
    else:
        assert keys == set()


def test_a_cluster_named_as_a_box_elsewhere_holds_what_stands_below_that_box() -> None:
    reading = read(
        'digraph { "Dinas Pasar" -> "Bidang Kios"; '
        'subgraph cluster_0 { label="BIDANG KIOS"; "Seksi Los"; "Seksi Tera" } }'
    )
    assert tree(reading) == {
        "Dinas Pasar": "",
        "Bidang Kios": "Dinas Pasar",
        "Seksi Los": "Bidang Kios",
        "Seksi Tera": "Bidang Kios",
    }
