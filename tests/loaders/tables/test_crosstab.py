from asn_restruktur.loaders.tables.crosstab import Crosstab, crosstab
from asn_restruktur.loaders.tables.forms import TableForm, vocabulary
from asn_restruktur.loaders.tables.labels import Label


def form(name: str) -> TableForm:
    found = vocabulary().form(name)
    assert found is not None
    return found


def crossed(name: str, *headings: str, below: list[list[object]] | None = None) -> Crosstab | None:
    labels = [Label(at, tuple(heading.split("/"))) for at, heading in enumerate(headings)]
    return crosstab(labels, form(name), below or [])


def groups(found: Crosstab | None) -> dict[str, dict[str, int]]:
    return {group.name: dict(group.columns) for group in found.groups} if found else {}


def test_ratings_that_stand_under_each_quarter_are_a_crosstab() -> None:
    found = crossed(
        "performance", "NIP", "TW I/Hasil", "TW I/Perilaku", "TW II/Hasil", "TW II/Perilaku"
    )
    assert found is not None
    assert found.key == "period"
    assert groups(found) == {
        "TW I": {"results": 1, "behaviour": 2},
        "TW II": {"results": 3, "behaviour": 4},
    }
    assert found.fields == {"results", "behaviour"}


def test_the_posts_of_a_crosstab_stand_over_their_numbers_and_their_total_is_no_post() -> None:
    found = crossed(
        "positions",
        "Unit Kerja",
        "Perawat/Kebutuhan", "Bidan/Kebutuhan", "Jumlah/Kebutuhan",
    )  # fmt: skip
    assert list(groups(found)) == ["Perawat", "Bidan"]


def test_a_table_whose_own_column_states_the_key_is_no_crosstab() -> None:
    assert crossed("positions", "Nama Jabatan", "PNS/Kebutuhan", "PPPK/Kebutuhan") is None


def test_one_group_alone_is_a_heading_in_two_rows() -> None:
    assert crossed("performance", "NIP", "TW I/Hasil", "TW I/Perilaku") is None


def test_groups_that_hold_other_fields_are_no_crosstab() -> None:
    assert crossed("performance", "NIP", "TW I/Hasil", "TW II/Perilaku") is None


def test_only_tables_with_a_key_over_their_columns_have_crosstabs() -> None:
    assert crossed("units", "Kode Unit", "Satu/Nama Unit", "Dua/Nama Unit") is None


def test_a_group_with_other_columns_than_the_others_is_no_group() -> None:
    found = crossed(
        "performance", "NIP", "TW I/Hasil", "TW II/Hasil", "Setahun/Hasil", "Setahun/Perilaku"
    )
    assert list(groups(found)) == ["TW I", "TW II"]


def test_the_first_of_two_columns_of_a_group_counts_and_its_name_is_one_line() -> None:
    found = crossed("performance", "TW\nI/Hasil", "TW\nI/Hasil Kerja", "TW II/Hasil")
    assert groups(found) == {"TW I": {"results": 0}, "TW II": {"results": 2}}


def test_a_group_beside_its_total_is_no_crosstab() -> None:
    assert crossed("positions", "Unit Kerja", "Bidan/Kebutuhan", "Jumlah/Kebutuhan") is None


def test_months_below_what_they_rate_are_groups_and_so_is_the_whole_year() -> None:
    found = crossed(
        "performance",
        "NIP", "Predikat Kinerja Periodik/Jan", "Predikat Kinerja Periodik/Feb", "Predikat Tahunan",
    )  # fmt: skip
    assert groups(found) == {"Jan": {"predicate": 1}, "Feb": {"predicate": 2}, "": {"predicate": 3}}


def test_words_below_lone_months_are_predicates_and_numbers_are_none() -> None:
    words: list[list[object]] = [["1990", "Baik", "Baik"]]
    found = crossed("performance", "NIP", "Bulan/Jan", "Bulan/Feb", below=words)
    assert groups(found) == {"Jan": {"predicate": 1}, "Feb": {"predicate": 2}}
    assert crossed("performance", "NIP", "Bulan/Jan", "Bulan/Feb", below=[["1990", 80, 90]]) is None


def test_units_over_marks_of_units_are_a_matrix() -> None:
    cells: list[list[object]] = [["Dinas Air", "", "v"], ["Dinas Pohon", "√", "-"]]
    found = crossed("links", "OPD", "Mitra/Dinas Air", "Mitra/Dinas Pohon", below=cells)
    assert groups(found) == {"Dinas Air": {"mark": 1}, "Dinas Pohon": {"mark": 2}}


def test_a_cell_of_a_matrix_may_say_what_the_units_work_on() -> None:
    cells: list[list[object]] = [["Dinas Air", "", "embung"], ["Dinas Pohon", "hutan kota", ""]]
    assert crossed("links", "OPD", "Dinas Air", "Dinas Pohon", below=cells) is not None
    cells = [["Dinas Air", "Sekretariat", "Umum"]]
    assert crossed("links", "OPD", "Sekretariat Bidang", "Seksi Lain", below=cells) is None
