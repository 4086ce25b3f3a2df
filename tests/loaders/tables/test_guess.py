from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables.guess import unknown_table
from asn_restruktur.loaders.understood import LeftOut, Part


def guessed(*rows: tuple[object, ...], sheet: str = "Data") -> Part:
    width = max(map(len, rows))
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    return unknown_table(
        Sheet(origin=Origin("a.xlsx", sheet), rows=filled, numbers=range(1, len(rows) + 1))
    )


def test_the_row_with_most_texts_and_no_number_is_the_heading() -> None:
    part = guessed(("LAPORAN",), ("warna", "", "rasa", "bobot"), ("merah", "", "manis", 3.0))
    assert (part.table, part.heading) == ("", "A2:D2")
    assert [(column.at, column.heading) for column in part.columns] == [
        ("A", "warna"),
        ("C", "rasa"),
        ("D", "bobot"),
    ]
    assert part.left_out == {LeftOut.NOT_A_TABLE: 1}


def test_columns_of_a_text_are_numbered() -> None:
    part = guessed(("warna", "rasa"), ("1", "2"), sheet="")
    assert part.heading == "1"
    assert [column.at for column in part.columns] == ["1", "2"]


def test_a_sheet_of_notes_has_no_heading() -> None:
    assert guessed(("Diisi oleh bidang.",), ("Dikumpulkan Jumat.",)).columns == ()
