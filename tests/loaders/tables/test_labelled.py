from asn_restruktur.loaders.tables.block import Block
from asn_restruktur.loaders.tables.context import Context
from asn_restruktur.loaders.tables.labelled import labelled_block
from asn_restruktur.vocabulary import FunctionKind, TableName
from made_sheets import sheet

HERE = Context(path=("Dinas Air", "Bidang Sungai"), source="title")
Said = list[tuple[str, str, int]]


def block(*rows: str, context: Context = HERE) -> Block | None:
    page = sheet(*rows)
    return labelled_block(page, range(len(page.rows)), context)


def said(*rows: str, context: Context = HERE) -> Said:
    """Return kind, text and row of each statement."""
    found = block(*rows, context=context)
    frames = [one.frame for one in found.tables if one.name == TableName.FUNCTIONS] if found else []
    return [
        (str(kind), str(text), int(row))
        for frame in frames
        for kind, text, row in zip(frame["kind"], frame["text"], frame["place_row"], strict=True)
    ]


TUGAS, FUNGSI = str(FunctionKind.TUGAS), str(FunctionKind.FUNGSI)


def test_a_label_says_what_follows_in_its_cell_to_its_right_and_below() -> None:
    assert said("Tugas Pokok : menjaga sungai kota") == [(TUGAS, "menjaga sungai kota", 1)]
    assert said("Tugas Pokok|:|menjaga sungai kota") == [(TUGAS, "menjaga sungai kota", 1)]
    assert said("2.|Fungsi", "|a.|menanam pohon;", "|b.|mengukur debit.") == [
        (FUNGSI, "menanam pohon;", 2),
        (FUNGSI, "mengukur debit.", 3),
    ]


def test_another_label_ends_the_list() -> None:
    rows = ("Fungsi :|", "|a. menanam pohon", "Bahan Kerja : alat ukur debit", "|alat tulis kantor")
    assert said(*rows) == [(FUNGSI, "menanam pohon", 2)]


def test_an_empty_row_behind_a_list_ends_it_and_before_it_does_not() -> None:
    rows = ("Fungsi :", "", "menanam pohon", "", "", "catatan lain dari kantor")
    assert said(*rows) == [(FUNGSI, "menanam pohon", 3)]


def test_a_line_without_a_mark_below_an_empty_row_ends_a_list_with_marks() -> None:
    rows = (
        "Fungsi :",
        "a. menanam pohon;",
        "",
        "b. mengukur debit.",
        "",
        "Ditetapkan di Kota Contoh",
    )
    assert [text for _, text, _ in said(*rows)] == ["menanam pohon;", "mengukur debit."]


def test_a_line_that_is_wrapped_goes_on_with_the_item_above() -> None:
    rows = ("Fungsi :", "a. menanam pohon", "di tepi sungai;", "b. mengukur debit")
    assert said(*rows) == [
        (FUNGSI, "menanam pohon di tepi sungai;", 2),
        (FUNGSI, "mengukur debit", 4),
    ]


def test_a_line_behind_the_end_of_an_item_is_an_item_of_its_own() -> None:
    rows = ("Fungsi :", "a. menanam pohon;", "mengukur debit sungai")
    assert [text for _, text, _ in said(*rows)] == ["menanam pohon;", "mengukur debit sungai"]


def test_a_line_that_names_a_unit_begins_its_lists() -> None:
    found = block(
        "Fungsi : menanam pohon peneduh", "II. SEKSI MUARA", "Fungsi : mengukur debit muara"
    )
    assert found is not None
    frames = [one.frame for one in found.tables if one.name == TableName.FUNCTIONS]
    units = [str(unit) for frame in frames for unit in frame["unit_id"]]
    assert units[0].endswith("Bidang Sungai")
    assert units[1].endswith("SEKSI MUARA")


def test_a_sentence_that_begins_with_a_unit_is_a_statement() -> None:
    rows = ("Fungsi :", "a. Bidang Sungai menjaga sungai kota;")
    assert [text for _, text, _ in said(*rows)] == ["Bidang Sungai menjaga sungai kota;"]


def test_duties_of_nobody_are_no_table() -> None:
    assert block("Tugas Pokok : menjaga sungai kota", context=Context()) is None
    assert block("Warna : biru muda", context=HERE) is None


def test_what_is_too_short_is_no_statement() -> None:
    assert said("Fungsi : ada", "menanam pohon") == [(FUNGSI, "menanam pohon", 2)]


def test_several_statements_of_one_cell_are_taken_apart() -> None:
    page = sheet(("Fungsi", ":", "1. menanam pohon\n2. mengukur debit"))
    found = labelled_block(page, range(1), HERE)
    assert found is not None
    assert found.tables[-1].frame["text"].to_list() == ["menanam pohon", "mengukur debit"]


def test_the_part_says_how_the_form_was_understood() -> None:
    found = block("|Fungsi :", "|a. menanam pohon", "|b. mengukur debit")
    assert found is not None
    assert (found.part.heading, found.part.rows, found.part.unit_source) == ("B2:B3", 2, "title")
    assert [(one.at, one.field) for one in found.part.columns] == [("B", "function")]


def test_text_below_a_unit_belongs_to_no_list_before_a_label() -> None:
    rows = ("Fungsi :", "a. menanam pohon", "II. KEPALA SEKSI MUARA", "dibaca bersama lampiran")
    assert [text for _, text, _ in said(*rows)] == ["menanam pohon"]


def test_a_plain_or_long_line_that_begins_with_a_unit_is_a_statement() -> None:
    for line in (
        "Bidang Sungai dirawat bersama",
        "a. bidang sungai dirawat bersama",
        f"a. Bidang Sungai {'dirawat bersama ' * 6}",
    ):
        assert len(said("Fungsi :", line)) == 1


def test_lines_that_go_on_with_nothing_are_items_of_their_own() -> None:
    for second in ("Mengukur debit", "fungsi : mengukur debit"):
        assert len(said("Tugas Pokok :", "menanam pohon", second)) == 2
    assert len(said("Fungsi :", "menanam pohon", "", "mengukur debit")) == 2


def test_a_label_may_be_marked_but_without_a_colon_it_stands_alone() -> None:
    assert said("b. Fungsi : menanam pohon") == [(FUNGSI, "menanam pohon", 1)]
    assert said("Fungsi|: menanam pohon") == [(FUNGSI, "menanam pohon", 1)]
    assert said("Fungsi|menanam pohon di kota") == []
