from dataclasses import replace

from hypothesis import given

from asn_restruktur.findings import UnusableInput
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.sheets.sheet import Sheet, SheetsRead
from asn_restruktur.loaders.tables.understanding import understood
from asn_restruktur.loaders.understood import InputForm
from made_sheets import FILE, sheet
from strategies import examples, grids


def reading(rows: list[list[object]], name: str) -> SheetsRead:
    page = Sheet(origin=Origin(FILE, name), rows=rows, numbers=range(11, 11 + len(rows)))
    return SheetsRead(file=FILE, form=InputForm.WORKBOOK, sheets=(page,))


@examples(150)
@given(grids())
def test_any_cells_are_read_or_refused_and_every_row_cites_one_of_the_sheet(
    rows: list[list[object]],
) -> None:
    try:
        found = understood(reading(rows, "Data"))
    except UnusableInput:
        return
    last = 10 + len(rows)
    for table in found.tables:
        assert set(table.frame["place_file"]) <= {FILE}
        assert all(11 <= row <= last for row in table.frame["place_row"])
    for part in found.source.parts:
        assert part.read == part.kept + sum(part.left_out.values()) or not part.table


@examples(60)
@given(grids())
def test_the_same_cells_are_always_read_the_same(rows: list[list[object]]) -> None:
    def said() -> object:
        try:
            found = understood(reading(rows, "Data"))
        except UnusableInput as refused:
            return refused.problems
        return (found.source, found.findings, [one.frame.to_dict() for one in found.tables])

    assert repr(said()) == repr(said())


def test_the_lines_before_the_table_of_a_page_say_whose_rows_they_are() -> None:
    page = sheet("No|Nama Jabatan|Kelas|Kebutuhan", "1|Bidan|7|3", name="table 1")
    page = replace(page, titles=("PEMERINTAH KOTA CONTOH", "Unit Kerja : Bidang Air"))
    found = understood(SheetsRead(file=FILE, form=InputForm.WORKBOOK, sheets=(page,)))
    assert found.source.parts[0].unit == ("Bidang Air",)
    assert found.government.name == "Kota Contoh"


def test_a_box_of_a_chart_stands_below_the_unit_of_the_box_above_it() -> None:
    rows = (
        "DINAS AIR||", "Nama Jabatan|B|K", "Kepala Dinas|1|1", "||",
        "BIDANG SUNGAI||", "Nama Jabatan|B|K", "Analis|1|2", "||",
        "BIDANG POHON||", "Nama Jabatan|B|K", "Penata|1|2",
    )  # fmt: skip
    found = understood(SheetsRead(file=FILE, form=InputForm.WORKBOOK, sheets=(sheet(*rows),)))
    assert [part.unit for part in found.source.parts] == [
        ("DINAS AIR",),
        ("DINAS AIR", "BIDANG SUNGAI"),
        ("DINAS AIR", "BIDANG POHON"),
    ]
