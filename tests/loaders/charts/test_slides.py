import pytest

from asn_restruktur.loaders.charts.slides import read_slides
from asn_restruktur.loaders.understood import LeftOut
from asn_restruktur.vocabulary import TableName, UnusableInput
from drawn_charts import Deck, links, rows, smart_art, told, tree
from made_files import edited, packed, parts

TITLE = "STRUKTUR ORGANISASI DINAS PERIKANAN"
TREE = {
    "DINAS PERIKANAN": "",
    "BIDANG PASAR": "DINAS PERIKANAN",
    "BIDANG BENIH": "DINAS PERIKANAN",
}


def test_glued_connectors_are_lines_of_command_whichever_way_they_were_drawn() -> None:
    deck = Deck(TITLE)
    head, one, other = (
        deck.box("KEPALA DINAS", (4, 2)),
        deck.box("BIDANG PASAR", (1, 4)),
        deck.box("BIDANG BENIH", (6, 4)),
    )
    deck.glue(head, one)
    deck.glue(other, head)
    reading = read_slides(deck.content(), "bagan.pptx")
    assert tree(reading) == TREE
    assert told(reading) == []
    (frame,) = [table.frame for table in reading.tables if table.name is TableName.UNITS]
    assert set(frame["place_sheet"]) == {f"1. {TITLE}"}


def test_strokes_that_touch_boxes_and_each_other_join_them() -> None:
    deck = Deck(TITLE)
    deck.box("KEPALA DINAS", (4, 2))
    deck.box("BIDANG PASAR", (1, 4))
    deck.box("BIDANG BENIH", (7, 4))
    for start, end in (
        ((5, 2.8), (5, 3.4)),
        ((2, 3.4), (8, 3.4)),
        ((2, 3.4), (2, 4)),
        ((8, 4), (8, 3.4)),
    ):
        deck.stroke(start, end)
    reading = read_slides(deck.content(), "bagan.pptx")
    assert tree(reading) == TREE
    assert told(reading) == []


def test_shapes_of_a_group_stand_where_the_group_stands() -> None:
    deck = Deck(TITLE)
    deck.box("KEPALA DINAS", (4, 2))
    group = deck.slide.shapes.add_group_shape()
    deck.box("BIDANG PASAR", (1, 4), inside=group.shapes)
    deck.box("BIDANG BENIH", (7, 4), inside=group.shapes)
    deck.stroke((5, 2.8), (2, 4))
    deck.stroke((5, 2.8), (8, 4))
    assert tree(read_slides(deck.content(), "bagan.pptx")) == TREE
    group.left += 2_000_000
    group.top += 900_000
    moved = read_slides(deck.content(), "bagan.pptx")
    assert "DAT118.lines" in told(moved)


def test_a_dashed_connector_is_a_working_relation() -> None:
    deck = Deck()
    head, one, other = (
        deck.box("Dinas Perikanan", (4, 2)),
        deck.box("Bidang Pasar", (1, 4)),
        deck.box("Badan Riset", (6, 2)),
    )
    deck.glue(head, one)
    deck.glue(one, other, is_dashed=True)
    reading = read_slides(deck.content(), "bagan.pptx")
    assert links(reading) == [("Bidang Pasar", "Badan Riset", "coordination", None)]
    assert tree(reading)["Badan Riset"] == ""


def test_paragraphs_of_a_box_are_its_lines() -> None:
    deck = Deck()
    head = deck.box("KEPALA DINAS PERIKANAN\nContoh Nama, S.Pi\nNIP 197001011990031001", (4, 2))
    deck.glue(head, deck.box("Sekretariat\n(Eselon III.a)", (4, 4)))
    reading = read_slides(deck.content(), "bagan.pptx")
    assert tree(reading) == {"DINAS PERIKANAN": "", "Sekretariat": "DINAS PERIKANAN"}
    assert [row["name"] for row in rows(reading, TableName.EMPLOYEES)] == ["Contoh Nama, S.Pi"]


def test_smart_art_is_a_tree_with_its_assistants() -> None:
    levels = [
        ("Dinas Perikanan", ""),
        ("Bidang Pasar", "Dinas Perikanan"),
        ("Sekretariat", "Dinas Perikanan"),
        ("Seksi Kios", "Bidang Pasar"),
    ]
    reading = read_slides(smart_art(levels), "bagan.pptx")
    assert tree(reading) == dict(levels)
    assert told(reading) == []


def test_a_slide_without_a_chart_is_left_out() -> None:
    deck = Deck()
    deck.glue(deck.box("Dinas Perikanan", (4, 2)), deck.box("Bidang Pasar", (4, 4)))
    words = deck.show.slides.add_slide(deck.show.slide_layouts[1])
    words.shapes.title.text = "Latar belakang"
    words.placeholders[1].text = "Bidang pasar perlu diperkuat\nDinas pasar dulu berdiri sendiri"
    reading = read_slides(deck.content(), "bagan.pptx")
    assert set(tree(reading)) == {"Dinas Perikanan", "Bidang Pasar"}
    assert [part.left_out for part in reading.source.parts] == [
        {},
        {LeftOut.LOOSE_BOX: 1, LeftOut.NOT_A_TABLE: 1},
    ]


def test_slides_come_in_the_order_in_which_they_are_shown() -> None:
    deck = Deck()
    deck.box("Dinas Kedua", (4, 2))
    second = deck.show.slides.add_slide(deck.show.slide_layouts[6])
    deck.slide = second
    deck.box("Dinas Pertama", (4, 2))
    order = deck.show.slides._sldIdLst  # noqa: SLF001  # python-pptx has no other way
    order.append(order[0])
    reading = read_slides(deck.content(), "bagan.pptx")
    assert list(tree(reading)) == ["Dinas Pertama", "Dinas Kedua"]


SLIDE = "ppt/slides/slide1.xml"


def test_a_part_with_a_doctype_is_refused() -> None:
    content = edited(Deck().content(), SLIDE, b"<p:sld ", b"<!DOCTYPE p><p:sld ")
    with pytest.raises(UnusableInput) as caught:
        read_slides(content, "bagan.pptx")
    assert caught.value.problems[0].key == "input.xml_doctype"


def test_a_deck_without_a_chart_or_without_a_slide_is_refused() -> None:
    for content in (Deck("Judul").content(), packed({"ppt/presentation.xml": b"<p/>"})):
        with pytest.raises(UnusableInput) as caught:
            read_slides(content, "bagan.pptx")
        assert caught.value.problems[0].key == "input.no_chart"


def test_a_damaged_slide_is_named() -> None:
    whole = parts(Deck().content())
    with pytest.raises(UnusableInput) as caught:
        read_slides(packed(whole | {SLIDE: whole[SLIDE][:200]}), "bagan.pptx")
    assert caught.value.problems[0].key == "input.xml_damaged"
    assert str(caught.value.problems[0].place) == f"bagan.pptx!{SLIDE}"
