from asn_restruktur.loaders.tables.context import Context
from asn_restruktur.loaders.tables.placing import Placed, placed
from asn_restruktur.organisation.unit_paths import joined

NONE = Context()


def where(*contexts: Context, **columns: list[object]) -> Placed:
    count = len(next(iter(columns.values()))) if columns else len(contexts)
    return placed(columns, count, contexts or [NONE] * count)


def units(found: Placed) -> dict[str, tuple[str, str, int]]:
    rows = found.units.itertuples(index=False, name=None)
    return {unit: (name, parent, first) for unit, name, parent, first in rows}


def test_names_from_the_top_down_place_a_row_and_imply_its_units() -> None:
    found = where(top_unit=["Dinas Air", "Dinas Air"], second_unit=["Bidang Sungai", None])
    below = joined(["Dinas Air", "Bidang Sungai"])
    assert found.unit_ids == [below, below]
    assert units(found) == {
        "Dinas Air": ("Dinas Air", "", 0),
        below: ("Bidang Sungai", "Dinas Air", 0),
    }


def test_the_code_of_a_row_is_the_id_of_its_unit() -> None:
    found = where(
        unit_id=["1.1", 2.0],
        top_id=["1", None],
        top_unit=["Dinas Air", "Dinas Pohon"],
        unit_name=["Bidang Sungai", None],
    )
    assert found.unit_ids == ["1.1", "2"]
    assert units(found) == {
        "1": ("Dinas Air", "", 0),
        "1.1": ("Bidang Sungai", "1", 0),
        "2": ("Dinas Pohon", "", 1),
    }


def test_a_level_holds_until_another_name_follows_which_ends_those_below() -> None:
    found = where(
        top_unit=["Dinas Air", None, None, None, "Dinas Pohon"],
        second_unit=[None, "Bidang Sungai", None, None, None],
        third_unit=[None, None, "Seksi Muara", None, None],
    )
    assert [str(unit).split(joined(["", ""]))[-1] for unit in found.unit_ids] == [
        "Dinas Air", "Bidang Sungai", "Seksi Muara", "Seksi Muara", "Dinas Pohon",
    ]  # fmt: skip


def test_a_unit_that_most_rows_name_holds_for_its_own_row_alone() -> None:
    found = where(unit_name=["Bidang Sungai", "Bidang Pohon", None, "Seksi Muara"])
    assert found.unit_ids == ["Bidang Sungai", "Bidang Pohon", None, "Seksi Muara"]
    found = where(unit_name=["Bidang Sungai", None, None, "Seksi Muara"])
    assert found.unit_ids == ["Bidang Sungai", "Bidang Sungai", "Bidang Sungai", "Seksi Muara"]


def test_another_code_on_top_begins_anew() -> None:
    found = where(top_id=["1", "2"], top_unit=["Dinas Air", None], second_unit=["Bidang A", None])
    assert found.unit_ids[1] == "2"


def test_a_new_section_begins_anew() -> None:
    first, second = Context(path=("Dinas Air",)), Context(path=("Dinas Pohon",))
    found = where(first, second, second_unit=["Bidang Sungai", None])
    assert found.unit_ids == [joined(["Dinas Air", "Bidang Sungai"]), "Dinas Pohon"]


def test_what_titles_say_stands_above_what_rows_say() -> None:
    here = Context(path=("Dinas Air",))
    assert where(here, unit_name=["Bidang Sungai"]).unit_ids == [
        joined(["Dinas Air", "Bidang Sungai"])
    ]
    assert where(here, unit_name=["Dinas Pohon"]).unit_ids == ["Dinas Pohon"]
    assert where(here, top_unit=["UPT Pohon"]).unit_ids == ["UPT Pohon"]
    assert where(here).unit_ids == ["Dinas Air"]


def test_a_name_that_title_and_row_both_say_counts_once() -> None:
    here = Context(path=("DINAS AIR", "Bidang Sungai"))
    assert where(here, unit_name=["Bidang Sungai"]).unit_ids == [joined(here.path)]


def test_the_longer_of_two_names_for_the_whole_is_taken() -> None:
    here = Context(path=("Dinas Air",))
    found = where(here, second_unit=["Dinas Air Kota Contoh"])
    assert found.unit_ids == ["Dinas Air Kota Contoh"]


def test_the_government_and_signs_for_nothing_are_no_units() -> None:
    found = where(
        top_unit=["Pemerintah Kota Contoh"], second_unit=["Bidang Sungai"], third_unit=["-"]
    )
    assert found.unit_ids == ["Bidang Sungai"]
    assert where(unit_id=["-", "0"]).unit_ids == [None, None]


def test_a_code_alone_is_a_unit_without_a_name() -> None:
    found = where(unit_id=["7", None])
    assert found.unit_ids == ["7", None]
    assert found.units.empty


def test_a_unit_is_cited_by_the_first_row_that_names_it() -> None:
    found = where(top_unit=["Dinas Air", "Dinas Air"], second_unit=["Bidang A", "Bidang B"])
    assert [first for _, _, first in units(found).values()] == [0, 0, 1]


def test_one_name_in_two_sections_is_two_units() -> None:
    first, second = Context(path=("Dinas Air",)), Context(path=("Dinas Pohon",))
    found = where(first, second, second_unit=["Bidang Umum", "Bidang Umum"])
    assert found.unit_ids == [
        joined(["Dinas Air", "Bidang Umum"]),
        joined(["Dinas Pohon", "Bidang Umum"]),
    ]


def test_a_column_whose_first_row_is_empty_names_single_rows() -> None:
    assert where(unit_name=[None, "Bidang A", None]).unit_ids == [None, "Bidang A", None]


def test_two_columns_may_name_the_whole_in_short_and_in_full() -> None:
    found = where(top_unit=["Dinas Air"], unit_name=["Dinas Air Kota Contoh"])
    assert found.unit_ids == ["Dinas Air Kota Contoh"]


def test_a_shorter_name_for_the_same_whole_and_a_typed_apostrophe_are_no_other_unit() -> None:
    found = where(top_unit=["Dinas Air Kota Contoh"], unit_name=["Dinas Air"])
    assert found.unit_ids == ["Dinas Air Kota Contoh"]
    assert where(unit_id=["'1.1"]).unit_ids == ["1.1"]


def test_a_part_of_a_unit_is_named_with_the_unit_it_is_in() -> None:
    found = where(unit_name=["Subbagian Umum pada Sekretariat pada Dinas Air", "Dinas Air"])
    assert [name for name, _, _ in units(found).values()] == [
        "Dinas Air",
        "Sekretariat",
        "Subbagian Umum",
    ]


def test_the_name_of_a_technical_unit_stays_whole() -> None:
    found = where(unit_name=["UPTD Pasar pada Dinas Air"])
    assert found.unit_ids == ["UPTD Pasar pada Dinas Air"]


def test_units_with_signs_between_them_are_read_in_either_order() -> None:
    line = joined(["Dinas Air", "Bidang Sungai", "Seksi Muara"])
    names = ["Seksi Muara - Bidang Sungai - Dinas Air", "Dinas Air, Bidang Sungai, Seksi Muara"]
    found = where(unit_name=list[object](names))
    assert found.unit_ids == [line, line]


def test_signs_between_other_words_are_part_of_the_name() -> None:
    names = ["Bidang Sungai, Danau dan Muara", "Seksi Muara - Hulu", "Seksi Muara / Seksi Hulu"]
    assert where(unit_name=list[object](names)).unit_ids == names
