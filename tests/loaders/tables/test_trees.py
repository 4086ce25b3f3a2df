from dataclasses import replace

from asn_restruktur.loaders.tables.context import Context
from asn_restruktur.loaders.tables.hierarchy import Rule
from asn_restruktur.loaders.tables.records import records
from asn_restruktur.loaders.tables.regions import Stated
from asn_restruktur.loaders.tables.rows import table_rows
from asn_restruktur.loaders.tables.trees import Tree, tree
from made_sheets import region, sheet

NAMES = "Nama Unit|Jenis"


def told(*rows: object, context: Context | None = None, **more: object) -> Tree:
    page = sheet(*rows, **more)  # type: ignore[arg-type]  # as sheet takes them
    table = region(page)
    found = records(page, table, table_rows(page, table).kept)
    return tree(page, table, found, [context or Context()] * len(found.indices))


def test_a_column_of_what_stands_above_counts_most() -> None:
    found = told("Kode Unit|Nama Unit|Kode Induk", "1|Dinas Air|", "1.1|A. Bidang Sungai|1")
    assert found.rule is Rule.COLUMN
    assert found.names == ["Dinas Air", "Bidang Sungai"]
    assert (found.ids, found.parents) == (["1", "1.1"], [None, 1])


def test_a_name_says_what_stands_above_where_no_code_does() -> None:
    found = told(
        "Kode Unit|Nama Unit|Kode Induk|Unit Induk",
        "1|Dinas Air||",
        "2|Sungai||Dinas Air",
        "3|Muara|2|Salah",
    )
    assert found.parents == [None, "Dinas Air", 2]


def test_a_column_that_nobody_filled_in_says_nothing() -> None:
    found = told("Kode Unit|Nama Unit|Kode Induk", "1|Dinas Air|", "1.1|Bidang Sungai|")
    assert (found.rule, found.parents) == (Rule.CODES, [None, "1"])


def test_one_column_for_each_level_names_units_above_too() -> None:
    found = told("Dinas|Bidang|Seksi", "Dinas Air|Bidang Sungai|Seksi Muara", "||Seksi Hulu")
    assert found.rule is Rule.LEVELS
    assert found.names == ["Seksi Muara", "Seksi Hulu"]
    assert len({*found.parents}) == 1
    assert found.above is not None
    assert found.above["name"].to_list() == ["Dinas Air", "Bidang Sungai"]


def test_columns_below_one_heading_are_levels() -> None:
    rows = ("Unit Organisasi||Jenis", "Dinas Air||dinas", "|Bidang Sungai|bidang")
    found = told(*rows, merges=("A1:B1",))
    assert (found.rule, found.parents) == (Rule.LEVELS, [None, "dinas-air"])


def test_codes_count_more_than_indents_and_indents_more_than_marks() -> None:
    codes = told("Kode Unit|Nama Unit", "1|Dinas Air", "1.1|  Sungai", "1.1.1|Muara")
    assert codes.rule is Rule.CODES
    indents = told(
        NAMES, "A. Dinas Air|", "1. Bidang Sungai|", "2. Muara|", indents={0: [0, 0, 1, 2]}
    )
    assert (indents.rule, indents.parents[2]) == (Rule.INDENT, "dinas-air.bidang-sungai")
    marks = told(NAMES, "A. Air|", "1. Sungai|", "2. Muara|")
    assert (marks.rule, marks.parents) == (Rule.MARKS, [None, "air", "air"])


def test_a_mark_may_stand_in_a_column_of_its_own() -> None:
    found = told("No|Nama Unit|Jenis", "A.|Air|x", "1.|Sungai|x", "2.|Muara|x", "B.|Api|x")
    assert (found.rule, found.parents) == (Rule.MARKS, [None, "air", "air", None])


def test_the_order_of_units_tells_what_the_order_of_posts_does_not() -> None:
    units = told(NAMES, "Dinas Air|x", "Bidang Sungai|x", "Seksi Muara|x")
    assert (units.rule, units.parents[1:]) == (Rule.ORDER, ["dinas-air", "dinas-air.bidang-sungai"])
    posts = told("Nama Jabatan|Kelas", "Kepala Dinas Air|14", "Kepala Bidang Sungai|11")
    assert (posts.rule, posts.ids, posts.parents) == (Rule.FLAT, [None, None], [None, None])


def test_units_of_one_name_get_ids_of_their_own() -> None:
    found = told(NAMES, "Dinas Air|x", "Subbagian Umum|x", "Subbagian Umum|x")
    assert found.ids == ["dinas-air", "dinas-air.subbagian-umum", "dinas-air.subbagian-umum-2"]


def test_the_highest_units_stand_under_that_of_their_section() -> None:
    here = Context(path=("Dinas Air",), source="section")
    found = told(NAMES, "Bidang Sungai|x", "Seksi Muara|x", context=here)
    assert found.parents == ["Dinas Air", "dinas-air.bidang-sungai"]
    titles = Context(path=("Dinas Air",), source="title")
    assert told(NAMES, "Bidang Sungai|x", "Seksi Muara|x", context=titles).parents[0] is None


def test_a_mapping_states_the_rule() -> None:
    page = sheet("Kode Unit|Nama Unit|Kode Induk", "1|Dinas Air|", "1.1|Bidang Sungai|9")
    table = replace(region(page), stated=Stated(hierarchy=Rule.CODES))
    found = tree(page, table, records(page, table, [1, 2]), [Context()] * 2)
    assert (found.rule, found.parents) == (Rule.CODES, [None, "1"])


def test_a_list_of_other_things_has_no_tree() -> None:
    assert told("Unit Kerja|Uraian Tugas", "Bidang Sungai|menanam pohon") == Tree()


def test_what_a_list_names_beside_the_whole_stands_under_it() -> None:
    rows = ("Dinas Air|", "Bidang Sungai|", "Seksi Muara|")
    indents = told(NAMES, *rows, indents={0: [0, 0, 0, 1]})
    assert (indents.rule, indents.parents[1]) == (Rule.INDENT, "dinas-air")
    marks = told(NAMES, "A. Dinas Air|", "B. Bidang Sungai|", "1. Seksi Muara|")
    assert (marks.rule, marks.parents[1]) == (Rule.MARKS, "dinas-air")


def test_codes_tell_nothing_where_a_row_has_none() -> None:
    rows = ("1|Dinas Air", "1.1|Bidang Sungai", "|Seksi Muara")
    found = told("Kode Unit|Nama Unit", *rows)
    assert found.rule is Rule.ORDER


def test_units_without_any_order_stand_under_that_of_their_section() -> None:
    here = Context(path=("Dinas Air",), source="section")
    found = told(NAMES, "Sungai|x", "Muara|x", context=here)
    assert (found.rule, found.parents) == (Rule.FLAT, ["Dinas Air"] * 2)


def test_a_mapping_may_take_two_columns_for_levels() -> None:
    page = sheet("Dinas|Nama Unit|Jenis", "Dinas Air|Sungai|x", "|Muara|x")
    table = replace(region(page), stated=Stated(hierarchy=Rule.LEVELS))
    found = tree(page, table, records(page, table, [1, 2]), [Context()] * 2)
    assert found.rule is Rule.LEVELS
    assert (found.names, len({*found.parents})) == (["Sungai", "Muara"], 1)


def test_a_list_of_levels_ends_with_its_names() -> None:
    found = told("Bidang|Nama Unit|Jenis", "Bidang Sungai|Muara|x", "Bidang Sungai|Hulu|x")
    assert found.rule is Rule.LEVELS
    assert found.names == ["Muara", "Hulu"]


def test_a_code_that_two_rows_share_stays_as_it_is() -> None:
    found = told("Kode Unit|Nama Unit", "1|Dinas Air", "2|Bidang Sungai", "2|Bidang Pohon")
    assert found.ids == ["1", "2", "2"]


def test_a_part_named_like_the_unit_of_its_section_is_that_unit() -> None:
    here = Context(path=("Dinas Air",), source="title")
    found = told(NAMES, "Dinas Air|x", "Bidang Sungai|x", context=here)
    assert found.ids == ["dinas-air", "dinas-air.bidang-sungai"]


def test_a_text_left_of_the_name_is_no_mark() -> None:
    found = told("Warna|Nama Unit|Jenis", "biru|Air|x", "hijau|Sungai|x")
    assert found.rule is Rule.FLAT


def test_codes_may_stand_in_any_order_and_be_numbers() -> None:
    found = told("Kode Unit|Nama Unit", ("'1.1", "Bidang Sungai"), (1.0, "Dinas Air"))
    assert (found.ids, found.parents) == (["1.1", "1"], ["1", None])


def test_a_dash_is_no_code_and_a_list_without_rows_no_tree() -> None:
    found = told("Kode Unit|Nama Unit", "-|Dinas Air", "-|Bidang Sungai")
    assert found.ids == ["dinas-air", "dinas-air.bidang-sungai"]
    page = sheet("Kode Unit|Nama Unit", "1|Dinas Air")
    assert tree(page, region(page), records(page, region(page), []), []) == Tree()


def test_units_beside_a_whole_that_is_named_once_stand_below_it() -> None:
    found = told(
        "Kecamatan|Kelurahan", "Hulu|Kelurahan Air", "|Kelurahan Batu", "Hilir|Kelurahan Pasir"
    )
    assert list(found.parents) == ["Kecamatan Hulu", "Kecamatan Hulu", "Kecamatan Hilir"]
    assert found.above is not None
    assert list(found.above["name"]) == ["Kecamatan Hulu", "Kecamatan Hilir"]
    assert list(found.above["first"]) == [0, 2]
