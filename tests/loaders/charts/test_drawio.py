import pytest

from asn_restruktur.loaders.charts.drawio import read_drawio
from asn_restruktur.loaders.understood import LeftOut
from asn_restruktur.vocabulary import TableName, UnusableInput
from drawn_charts import (
    ARROW,
    BOX,
    DASHED,
    EDGE,
    TEXT,
    deflated,
    drawio,
    edge,
    links,
    model,
    mxfile,
    rows,
    stroke,
    told,
    tree,
    vertex,
)

DINAS = vertex("a", "Dinas Perikanan", (300, 40))
TANGKAP = vertex("b", "<div>Bidang</div><div>Perikanan&nbsp;Tangkap</div>", (200, 160))
BUDI_DAYA = vertex("c", "<b>Bidang</b><br>Budi Daya &amp; Benih", (400, 160))
CHART = (DINAS, TANGKAP, BUDI_DAYA, edge("1x", "a", "b"), edge("2x", "a", "c"))
TREE = {
    "Dinas Perikanan": "",
    "Bidang Perikanan Tangkap": "Dinas Perikanan",
    "Bidang Budi Daya & Benih": "Dinas Perikanan",
}


def test_boxes_and_lines_are_units_and_their_parents() -> None:
    reading = read_drawio(drawio(*CHART), "bagan.drawio")
    assert tree(reading) == TREE
    assert told(reading) == []


def test_a_compressed_page_says_the_same() -> None:
    text = mxfile({"Bagan": deflated(model(*CHART))})
    assert tree(read_drawio(text, "bagan.drawio")) == TREE


def test_a_bare_model_is_a_chart_too() -> None:
    assert tree(read_drawio(model(*CHART), "bagan.xml")) == TREE


def test_every_row_cites_its_page() -> None:
    text = mxfile({"Dinas": model(*CHART), "Badan": model(vertex("z", "Badan Riset", (0, 0)))})
    (frame,) = [t.frame for t in read_drawio(text, "b.drawio").tables if t.name == "units"]
    assert list(frame["place_sheet"]) == ["Dinas", "Dinas", "Dinas", "Badan"]
    assert set(frame["place_file"]) == {"b.drawio"}


def test_a_page_goes_on_where_another_left_off() -> None:
    more = model(
        vertex("p", "Bidang Perikanan Tangkap", (0, 0)),
        vertex("q", "Seksi Kapal", (0, 100)),
        edge("r", "p", "q"),
    )
    reading = read_drawio(mxfile({"1": model(*CHART), "2": more}), "b.drawio")
    assert tree(reading) == TREE | {"Seksi Kapal": "Bidang Perikanan Tangkap"}


def test_lines_that_point_upwards_are_read_by_height() -> None:
    arrows = (edge("1x", "b", "a", style=ARROW), edge("2x", "c", "a", style=ARROW))
    assert tree(read_drawio(drawio(DINAS, TANGKAP, BUDI_DAYA, *arrows), "b.drawio")) == TREE


def test_lines_drawn_in_both_directions_are_read_by_height() -> None:
    mixed = (edge("1x", "b", "a"), edge("2x", "a", "c"))
    assert tree(read_drawio(drawio(DINAS, TANGKAP, BUDI_DAYA, *mixed), "b.drawio")) == TREE


def test_a_chart_from_left_to_right_follows_its_arrows() -> None:
    cells = (
        vertex("a", "Kantor X", (0, 100)),
        vertex("b", "Tata Kelola", (300, 0)),
        vertex("c", "Layanan", (300, 200)),
        edge("1x", "a", "b", style=ARROW),
        edge("2x", "a", "c", style=ARROW),
    )
    reading = read_drawio(drawio(*cells), "b.drawio")
    assert tree(reading) == {"Kantor X": "", "Tata Kelola": "Kantor X", "Layanan": "Kantor X"}


def test_a_line_that_ends_beside_a_box_belongs_to_it() -> None:
    near = stroke("s", (380, 104), (285, 156))
    reading = read_drawio(drawio(DINAS, TANGKAP, near), "b.drawio")
    assert tree(reading)["Bidang Perikanan Tangkap"] == "Dinas Perikanan"


def test_strokes_that_meet_join_all_boxes_below_the_highest() -> None:
    bus = (
        stroke("s1", (380, 100), (380, 130)),
        stroke("s2", (280, 130), (480, 130)),
        stroke("s3", (280, 130), (280, 160)),
        stroke("s4", (480, 130), (480, 160)),
    )
    reading = read_drawio(drawio(DINAS, TANGKAP, BUDI_DAYA, *bus), "b.drawio")
    assert tree(reading) == TREE
    assert told(reading) == []


def test_a_line_on_the_empty_page_is_told() -> None:
    reading = read_drawio(drawio(*CHART, stroke("s", (900, 900), (950, 950))), "b.drawio")
    assert told(reading) == ["DAT118.lines"]
    assert reading.source.parts[0].left_out == {LeftOut.LOOSE_LINE: 1}


def test_a_dashed_line_is_a_working_relation() -> None:
    dashed = edge("3x", "b", "c", style=DASHED, label="koordinasi: benih")
    reading = read_drawio(drawio(*CHART, dashed), "b.drawio")
    assert tree(reading) == TREE
    assert links(reading) == [
        ("Bidang Perikanan Tangkap", "Bidang Budi Daya & Benih", "coordination", "benih")
    ]


def test_text_on_a_line_may_be_a_cell_of_its_own() -> None:
    label = (
        '<mxCell id="4x" value="data" style="edgeLabel;html=1;" vertex="1" connectable="0" '
        'parent="3x"><mxGeometry relative="1" as="geometry"/></mxCell>'
    )
    reading = read_drawio(drawio(*CHART, edge("3x", "b", "c", style=DASHED), label), "b.drawio")
    assert [row[2:] for row in links(reading)] == [("data", None)]
    assert tree(reading) == TREE


def test_functional_posts_on_a_dashed_line_hang_below_their_unit_and_that_is_told() -> None:
    cells = (
        vertex("k", "Kelompok Jabatan Fungsional", (0, 160)),
        edge("3x", "a", "k", style=DASHED),
    )
    reading = read_drawio(drawio(*CHART, *cells), "b.drawio")
    assert tree(reading)["Kelompok Jabatan Fungsional"] == "Dinas Perikanan"
    assert told(reading) == ["DAT118.hung"]


def test_what_stands_in_a_swimlane_is_below_it() -> None:
    lane = vertex("l", "UPTD Pelabuhan", (0, 300), style="swimlane;html=1;", size=(400, 200))
    inner = (
        vertex("m", "Seksi Dermaga", (20, 40), parent="l"),
        vertex("n", "Subbagian TU", (20, 120), parent="l"),
    )
    reading = read_drawio(drawio(*CHART, lane, *inner, edge("e", "a", "l")), "b.drawio")
    assert tree(reading) == TREE | {
        "UPTD Pelabuhan": "Dinas Perikanan",
        "Seksi Dermaga": "UPTD Pelabuhan",
        "Subbagian TU": "UPTD Pelabuhan",
    }


def test_a_frame_that_its_head_repeats_is_one_unit() -> None:
    lane = vertex("l", "UPTD Pelabuhan", (0, 300), style="swimlane;html=1;", size=(400, 300))
    inner = (
        vertex("m", "Kepala UPTD Pelabuhan", (20, 40), parent="l"),
        vertex("n", "Seksi Dermaga", (20, 120), parent="l"),
        edge("e1", "m", "n"),
        edge("e2", "a", "l"),
    )
    reading = read_drawio(drawio(*CHART, lane, *inner), "b.drawio")
    assert tree(reading) == TREE | {
        "UPTD Pelabuhan": "Dinas Perikanan",
        "Seksi Dermaga": "UPTD Pelabuhan",
    }


def test_a_frame_inside_a_frame_is_below_it() -> None:
    outer = vertex("o", "Dinas Pasar", (0, 0), style="swimlane;html=1;", size=(600, 600))
    inner = vertex("i", "Bidang Los", (20, 100), style="swimlane;html=1;", parent="o")
    heads = (
        vertex("h", "Kepala Dinas", (20, 40), parent="o"),
        vertex("k", "Kepala Bidang", (10, 20), parent="i"),
        vertex("s", "Seksi Tera", (10, 40), parent="i"),
    )
    expected = {"Dinas Pasar": "", "Bidang Los": "Dinas Pasar", "Seksi Tera": "Bidang Los"}
    assert tree(read_drawio(drawio(outer, inner, *heads), "b.drawio")) == expected
    assert tree(read_drawio(drawio(*heads[::-1], inner, outer), "b.drawio")) == expected


def test_the_text_inside_a_bare_frame_is_its_label() -> None:
    cells = (
        vertex("f", "", (200, 160)),
        vertex("t", "Bidang Pasar", (210, 170), style=TEXT, size=(140, 30)),
        edge("e", "a", "f"),
    )
    reading = read_drawio(drawio(DINAS, *cells), "b.drawio")
    assert tree(reading)["Bidang Pasar"] == "Dinas Perikanan"
    assert told(reading) == []


def test_cells_of_a_group_stand_where_the_group_stands() -> None:
    group = vertex("g", "", (190, 150), style="group", size=(200, 100))
    inside = vertex("b", "Bidang Pasar", (10, 10), parent="g")
    near = stroke("s", (380, 100), (280, 160))
    reading = read_drawio(drawio(DINAS, group, inside, near), "b.drawio")
    assert tree(reading)["Bidang Pasar"] == "Dinas Perikanan"


def test_a_title_completes_the_bare_title_of_the_head() -> None:
    cells = (
        vertex("t", "STRUKTUR ORGANISASI<br>DINAS PERIKANAN KOTA", (250, 0), style=TEXT),
        vertex("a", "KEPALA DINAS", (300, 40)),
        vertex("b", "SEKRETARIS", (300, 160)),
        edge("e", "a", "b"),
    )
    reading = read_drawio(drawio(*cells), "b.drawio")
    assert tree(reading) == {
        "DINAS PERIKANAN KOTA": "",
        "SEKRETARIAT": "DINAS PERIKANAN KOTA",
    }
    assert [(row["title"], row["is_head"]) for row in rows(reading, TableName.POSITIONS)] == [
        ("KEPALA DINAS", True),
        ("SEKRETARIS", True),
    ]
    assert told(reading) == []


def test_a_legend_is_no_unit_and_a_remark_is_told() -> None:
    cells = (
        vertex("k", "Keterangan:", (700, 300)),
        vertex("g", "Garis komando", (700, 400), style=TEXT),
        vertex("r", "disahkan tahun lalu", (700, 500)),
    )
    reading = read_drawio(drawio(*CHART, *cells), "b.drawio")
    assert tree(reading) == TREE
    assert told(reading) == ["DAT118.boxes"]
    assert dict(reading.findings[0].params)["texts"] == ("disahkan tahun lalu",)


def test_a_unit_without_a_line_is_read_as_a_top_unit_and_told() -> None:
    reading = read_drawio(drawio(*CHART, vertex("z", "UPTD Benih", (700, 40))), "b.drawio")
    assert tree(reading)["UPTD Benih"] == ""
    assert told(reading) == ["DAT118.alone"]


def test_the_name_of_a_person_is_no_part_of_a_unit_and_is_not_quoted() -> None:
    cells = (
        vertex(
            "h", "KEPALA BIDANG PASAR<br>Contoh Nama, S.Pi<br>NIP. 19700101 199003 1 001", (0, 0)
        ),
        vertex("u", "KEPALA SEKSI KIOS<br>Nama Contoh", (0, 100)),
        vertex("p", "Rahmat Contoh", (500, 500)),
        edge("e", "h", "u"),
    )
    reading = read_drawio(drawio(*cells), "b.drawio")
    assert tree(reading) == {"BIDANG PASAR": "", "SEKSI KIOS": "BIDANG PASAR"}
    assert rows(reading, TableName.EMPLOYEES) == [
        {
            "nip": "197001011990031001",
            "name": "Contoh Nama, S.Pi",
            "unit_id": "BIDANG PASAR",
            "position_id": "KEPALA BIDANG PASAR",
        }
    ]
    assert told(reading) == ["DAT118.boxes_unquoted", "DAT118.person"]
    assert "Contoh" not in str(reading.findings)


def test_a_box_that_only_names_a_person_is_left_out_and_what_hangs_on_it_goes_up() -> None:
    cells = (
        vertex("n", "Contoh Nama, S.Pi", (300, 110), size=(160, 20)),
        vertex("s", "Sekretariat", (300, 300)),
        edge("e1", "a", "n"),
        edge("e2", "n", "s"),
    )
    reading = read_drawio(drawio(DINAS, *cells), "b.drawio")
    assert tree(reading) == {"Dinas Perikanan": "", "Sekretariat": "Dinas Perikanan"}
    assert told(reading) == ["DAT118.person"]
    assert reading.source.parts[0].left_out == {LeftOut.LOOSE_BOX: 1}


def test_a_second_line_from_above_is_told_and_the_first_is_followed() -> None:
    cells = (vertex("z", "Dinas Pasar", (600, 40)), edge("3x", "z", "c"))
    reading = read_drawio(drawio(*CHART, *cells), "b.drawio")
    assert tree(reading)["Bidang Budi Daya & Benih"] == "Dinas Perikanan"
    assert told(reading) == ["DAT104.both"]


def test_equal_names_below_different_units_are_different_units() -> None:
    cells = (
        vertex("z", "Dinas Pasar", (800, 40)),
        *(vertex(f"s{at}", "Sekretariat", (x, 160)) for at, x in ((1, 0), (2, 800))),
        *(vertex(f"t{at}", "Subbagian Umum", (x, 300)) for at, x in ((1, 0), (2, 800))),
        edge("e1", "a", "s1"),
        edge("e2", "z", "s2"),
        edge("e3", "s1", "t1"),
        edge("e4", "s2", "t2"),
    )
    reading = read_drawio(drawio(DINAS, *cells), "b.drawio")
    found = rows(reading, TableName.UNITS)
    assert [(row.get("unit_id"), row["name"], row.get("parent_id")) for row in found] == [
        (None, "Dinas Perikanan", None),
        (None, "Dinas Pasar", None),
        ("dinas-perikanan.sekretariat", "Sekretariat", "Dinas Perikanan"),
        ("dinas-pasar.sekretariat", "Sekretariat", "Dinas Pasar"),
        (None, "Subbagian Umum", "dinas-perikanan.sekretariat"),
        (None, "Subbagian Umum", "dinas-pasar.sekretariat"),
    ]


def test_data_of_a_box_are_columns_of_its_unit() -> None:
    stated = (
        '<object label="Dinas Perikanan" unit_id="3.25" kind="dinas" id="a">'
        f'<mxCell style="{BOX}" vertex="1" parent="1"><mxGeometry x="0" y="0" width="9" '
        'height="9" as="geometry"/></mxCell></object>'
    )
    (unit,) = rows(read_drawio(drawio(stated), "b.drawio"), TableName.UNITS)
    assert unit == {"unit_id": "3.25", "name": "Dinas Perikanan", "kind": "dinas"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><mxfile><diagram/></mxfile>', "input.xml_doctype"),
        ("<mxfile><diagram>", "input.xml_damaged"),
        (mxfile({"x": "bukan base64 *"}), "input.chart_damaged"),
        (mxfile({"x": "AAAA"}), "input.chart_damaged"),
        (mxfile({}), "input.no_chart"),
        (drawio(vertex("a", "", (0, 0)), stroke("s", (0, 0), (1, 1))), "input.no_chart"),
        ("<mxfile>" + "<a>" * 500 + "</a>" * 500 + "</mxfile>", "input.chart_size"),
        (mxfile({"x": deflated("x" * 70_000_000)}), "input.chart_size"),
    ],
    ids=["doctype", "cut off", "no base64", "no deflate", "no page", "empty", "deep", "bomb"],
)
def test_what_is_no_chart_is_refused(text: str, key: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        read_drawio(text, "b.drawio")
    assert [problem.key for problem in caught.value.problems] == [key]


def test_the_geometry_of_a_hostile_file_is_a_number_or_nothing() -> None:
    odd = TANGKAP.replace('x="200"', 'x="nan"').replace('y="160"', 'y="1e999"')
    reading = read_drawio(drawio(DINAS, odd, edge("e", "a", "b", style=EDGE)), "b.drawio")
    assert len(tree(reading)) == 2
