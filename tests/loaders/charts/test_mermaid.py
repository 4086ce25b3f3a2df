import pytest

from asn_restruktur.loaders.charts.mermaid import read_mermaid
from asn_restruktur.loaders.understood import FileReading
from asn_restruktur.vocabulary import TableName, UnusableInput
from drawn_charts import links, rows, told, tree


def read(text: str) -> FileReading:
    return read_mermaid(text, "bagan.mmd")


def test_links_are_lines_of_command() -> None:
    reading = read("graph TD; A[Dinas Pasar] --> B(Bidang Kios); B --- C([Seksi Los])")
    assert tree(reading) == {
        "Dinas Pasar": "",
        "Bidang Kios": "Dinas Pasar",
        "Seksi Los": "Bidang Kios",
    }
    assert told(reading) == []


@pytest.mark.parametrize(
    "statement",
    [
        "A[X] --> B[Y]\nA --> C[Z]",
        "A[X] --> B[Y] & C[Z]",
        "A[X]-->B[Y];A-->C[Z];",
        "A[X] ==> B[Y]\nA ----> C[Z]",
        "A[X] -- membawahi --> B[Y]\nA -->|membawahi| C[Z]",
        "A[X] == teks ==> B[Y]\nA --o C[Z]",
        "A[X]:::biru --> B{{Y}}\nclassDef biru fill:#fff\nA --x C((Z))",
        'A["X"] --> B[/Y/]\nA --> C[(Z)]\nstyle A fill:#fff,stroke:#333',
        "A --> B\nA --> C\nA[X]\nB[Y]\nC[Z]",
        'A@{ shape: rect, label: "X" } --> B>Y]\nA e1@--> C[[Z]]',
        "%% komentar A --> Q\nA[X] --> B[Y]\nA --> C[Z]\nclick A href 'x'",
        "B[Y] --> A[X]\nC[Z] --> A",
        "X --> Y\nX --> Z",
    ],
)
def test_every_way_to_write_it_says_the_same(statement: str) -> None:
    reading = read(f"flowchart TB\n{statement}\n")
    assert tree(reading) == {"X": "", "Y": "X", "Z": "X"}
    assert told(reading) == []


def test_labels_lose_their_markup() -> None:
    reading = read(
        'graph LR\nA["Dinas <br/>Pasar & #quot;Kios#quot; (1)"] --> B["`**Bidang** *X_1*`"]'
    )
    assert list(tree(reading)) == ['Dinas Pasar & "Kios" (1)', "Bidang X_1"]


def test_a_dotted_link_is_a_working_relation() -> None:
    reading = read(
        "graph TD\nA[Dinas] --> B[Bidang]\nB -.->|data: harga| C[Badan]\nC -. konsultasi .-> A\n"
        "A --> D[Seksi]\nA --> E[Tim]\nD --- E\nlinkStyle 5 stroke:#333,stroke-dasharray: 5 5\n"
    )
    assert links(reading) == [
        ("Bidang", "Badan", "data", "harga"),
        ("Badan", "Dinas", "consultation", None),
        ("Seksi", "Tim", "coordination", None),
    ]
    assert tree(reading)["Badan"] == ""


def test_a_subgraph_with_a_title_stands_above_what_it_holds() -> None:
    reading = read(
        "graph TD\nA[Dinas] --> u\nsubgraph u [UPTD Pasar]\n direction LR\n B[Seksi Los]\n"
        " C[Seksi Kios] --> D[Tim Tera]\nend\n"
    )
    assert tree(reading) == {
        "Dinas": "",
        "UPTD Pasar": "Dinas",
        "Seksi Los": "UPTD Pasar",
        "Seksi Kios": "UPTD Pasar",
        "Tim Tera": "Seksi Kios",
    }


def test_a_chart_that_grows_upwards_has_its_top_at_the_arrow() -> None:
    assert tree(read("graph BT\nA[Abc] --> B[Def]")) == {"Abc": "Def", "Def": ""}


def test_kinds_of_units_tell_which_end_of_a_chain_is_the_top() -> None:
    chain = "graph TD\nA[Seksi Los] --> B[Bidang Kios]\nB --> C[Dinas Pasar]"
    assert tree(read(chain)) == {
        "Seksi Los": "Bidang Kios",
        "Bidang Kios": "Dinas Pasar",
        "Dinas Pasar": "",
    }


def test_front_matter_and_a_fence_may_stand_around_it() -> None:
    chart = "graph TD\nA[Kepala Dinas] --> B[Sekretaris]"
    text = f"```mermaid\n---\ntitle: Dinas Pasar Kota\n---\n{chart}\n```\n"
    reading = read(text)
    assert tree(reading) == {"Dinas Pasar Kota": "", "Sekretariat": "Dinas Pasar Kota"}
    (frame,) = [table.frame for table in reading.tables if table.name is TableName.UNITS]
    assert list(frame["place_row"]) == [6, 6]


def test_a_comment_may_state_the_columns_of_a_unit() -> None:
    reading = read('graph TD\n%% a unit_id="1#46;02" kind="dinas"\na["Dinas Pasar"]')
    assert rows(reading, TableName.UNITS) == [
        {"unit_id": "1.02", "name": "Dinas Pasar", "kind": "dinas"}
    ]


def test_a_statement_that_says_nothing_known_is_told_with_its_line() -> None:
    reading = read("graph TD\nA[Dinas] --> B[Bidang]\nA ?? C\n")
    assert told(reading) == ["DAT118.unread"]
    assert [place.line for place in reading.findings[0].places] == [3]


def test_a_circle_is_told() -> None:
    from asn_restruktur.organisation.assemble import assemble
    from asn_restruktur.organisation.model import Government

    reading = read("graph TD\nA --> B\nB --> C\nC --> A")
    city = assemble(reading.tables, government=Government())
    assert [finding.code for finding in city.findings] == ["DAT103"]


@pytest.mark.parametrize(
    "text",
    [
        "graph TD\n" + "A-. " * 4_000,
        "graph TD\n" + "A[" * 9_000,
        "graph TD\n" + 'A["' * 6_000,
        "graph TD\n" + "\n".join(["A[[((" * 20] * 2_000),
        "graph TD\nA" + " & A" * 4_000 + " --> A",
        "graph TD\nlinkStyle" + " " * 50_000 + "x",
        "graph TD\n%% " + "a" * 500_000,
        "graph TD\nA" + " " * 19_000 + "--",
    ],
)
def test_a_hostile_text_ends_soon(text: str) -> None:
    try:
        read(text)
    except UnusableInput as unusable:
        assert unusable.problems[0].key in {"input.chart_size", "input.no_chart"}  # noqa: PT017


def test_a_subgraph_is_the_unit_of_the_head_inside_wherever_lines_place_it() -> None:
    reading = read(
        "flowchart TD\nK[Dinas Pasar] --> H\nsubgraph B1 [Bidang Kios]\n"
        "H[Kepala Bidang] --> S[Seksi Los]\nT[Seksi Tera]\nend"
    )
    assert tree(reading) == {
        "Dinas Pasar": "",
        "Bidang Kios": "Dinas Pasar",
        "Seksi Los": "Bidang Kios",
        "Seksi Tera": "Bidang Kios",
    }
    assert told(reading) == []


def test_a_subgraph_round_boxes_that_lines_place_and_a_legend_are_no_units() -> None:
    reading = read(
        "flowchart TD\nK[Dinas Pasar] --> B1\nK --> B2\nsubgraph lini [Unsur Lini]\n"
        "B1[Bidang Kios]\nB2[Bidang Los]\nend\n"
        "L[Keterangan: garis komando]\nJ[Bagan Organisasi Dinas Pasar]"
    )
    assert list(tree(reading)) == ["Dinas Pasar", "Bidang Kios", "Bidang Los"]
    assert told(reading) == ["DAT118.boxes"]
