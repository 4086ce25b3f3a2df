from hypothesis import given

from asn_restruktur.findings import UnusableInput
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.sheets.sheet import Sheet, SheetsRead
from asn_restruktur.loaders.tables.understanding import understood
from asn_restruktur.loaders.understood import InputForm
from made_sheets import FILE
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
