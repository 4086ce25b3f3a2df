from collections.abc import Mapping, Sequence

import pandas as pd
import pytest

from asn_restruktur.loaders.tables.context import Context
from asn_restruktur.loaders.tables.forms import vocabulary
from asn_restruktur.loaders.tables.hierarchy import Rule
from asn_restruktur.loaders.tables.shapes import Shape, shaped
from asn_restruktur.loaders.tables.trees import Tree
from asn_restruktur.organisation.model import RawTable
from asn_restruktur.vocabulary import FunctionKind, LinkKind

NIP, OTHER_NIP = "199001012015031001", "199102022016042002"
AIR = Context(path=("Dinas Air",), source="title")
Row = Mapping[str, object]


def shape(
    form: str,
    *rows: Row,
    contexts: Sequence[Context] | None = None,
    tree: Tree | None = None,
    letters: Mapping[str, str] | None = None,
) -> Shape:
    known = vocabulary().form(form)
    assert known is not None
    columns = list(dict.fromkeys(name for row in rows for name in row))
    frame = pd.DataFrame(
        [[row.get(name) for name in columns] for row in rows], columns=columns, dtype=object
    )
    frame = frame.assign(
        place_file="kota.xlsx", place_sheet="Data", place_row=range(2, 2 + len(rows)),
        place_column=0, place_article="",
    )  # fmt: skip
    given = letters if letters is not None else dict(zip(columns, "ABCDEFGH", strict=False))
    return shaped(known, frame, given, contexts or [Context()] * len(rows), tree or Tree())


def tables(found: Shape, name: str) -> list[RawTable]:
    return [one for one in found.tables if one.name == name]


def column(found: Shape, table: str, name: str) -> list[object]:
    """Return a column of the last table of a name, None for what is absent."""
    values = tables(found, table)[-1].frame[name]
    return [None if value is None or value != value else value for value in values]  # noqa: PLR0124  # not a NaN


def test_units_that_rows_only_name_are_implied() -> None:
    found = shape("positions", {"title": "Bidan", "unit_name": "Bidang Sungai"}, contexts=[AIR])
    (units,) = tables(found, "units")
    assert units.is_implied
    assert units.frame["name"].to_list() == ["Dinas Air", "Bidang Sungai"]
    assert units.frame["place_row"].to_list() == [2, 2]
    assert units.letters == {"unit_id": "B", "name": "B"}
    assert found.unit_source == "column"


def test_the_unit_of_rows_without_one_is_that_of_their_titles() -> None:
    found = shape("positions", {"title": "Bidan"}, contexts=[AIR])
    assert column(found, "positions", "unit_id") == ["Dinas Air"]
    assert found.unit_source == "title"


def test_a_list_of_posts_that_is_a_tree_of_one_place_leaves_its_units_open() -> None:
    tree = Tree(rule=Rule.MARKS, names=["Kadis", "Bidan"], ids=["a", "a.b"], parents=[None, "a"])
    rows = ({"title": "Kadis"}, {"title": "Bidan"})
    found = shape("positions", *rows, contexts=[AIR] * 2, tree=tree)
    assert column(found, "positions", "unit_id") == [None, None]
    assert column(found, "positions", "top_unit") == ["Dinas Air"] * 2
    assert column(found, "positions", "reports_to") == [None, "a"]
    assert not tables(found, "units")
    section = Context(path=("Dinas Air",), source="section")
    found = shape("positions", *rows, contexts=[section] * 2, tree=tree)
    assert column(found, "positions", "unit_id") == ["Dinas Air"] * 2


def test_a_column_of_superiors_counts_more_than_the_tree_and_a_dash_is_no_code() -> None:
    tree = Tree(rule=Rule.COLUMN, names=["Bidan"], ids=["7"], parents=["x"])
    row = {"title": "Bidan", "position_id": "-", "superior": "Kepala Bidang", "unit_name": "Muara"}
    found = shape("positions", row, tree=tree)
    assert column(found, "positions", "reports_to") == ["Kepala Bidang"]
    assert column(found, "positions", "position_id") == [None]


def test_needs_listed_by_status_are_added_up() -> None:
    rows = (
        {"title": "Bidan", "need_pns": 2, "need_pppk": 1},
        {"title": "Analis", "need_pns": None, "need_pppk": 1},
        {"title": "Perawat", "need_pns": None, "need_pppk": None},
    )
    found = shape("positions", *rows, contexts=[AIR] * 3)
    assert column(found, "positions", "need") == [3, 1, None]
    assert tables(found, "positions")[-1].letters["need"] == "B"


def test_a_sum_that_is_stated_is_not_made() -> None:
    found = shape("positions", {"title": "Bidan", "need": 5, "need_pns": 2}, contexts=[AIR])
    assert column(found, "positions", "need") == [5]
    found = shape("positions", {"title": "Bidan", "filled_pns": "x"}, contexts=[AIR])
    assert column(found, "positions", "filled") == ["x"]


@pytest.mark.parametrize(
    ("written", "read"), [("XII", "12"), ("xii", "12"), ("9 (sembilan)", "9"), ("lima", "lima")]
)
def test_classes_are_read_as_people_write_them(written: str, read: str) -> None:
    found = shape("positions", {"title": "Bidan", "class": written}, contexts=[AIR])
    assert column(found, "positions", "class") == [read]


def test_further_holders_of_a_post_are_people_and_no_posts() -> None:
    rows = (
        {"title": "Bidan", "holder_name": "Agus Contoh", "holder_nip": NIP, "need": 3},
        {"title": "Bidan", "holder_name": "Budi Contoh", "holder_nip": OTHER_NIP, "need": None},
        {"title": "Perawat", "holder_name": None, "holder_nip": "-", "need": 1},
        {"title": None, "holder_name": None, "holder_nip": None, "need": None},
    )
    found = shape("positions", *rows, contexts=[AIR] * 4)
    assert column(found, "positions", "title") == ["Bidan", "Perawat"]
    assert column(found, "positions", "filled") == [2, 0]
    assert column(found, "employees", "name") == ["Agus Contoh", "Budi Contoh"]
    assert column(found, "employees", "position_id") == ["Bidan", "Bidan"]


def test_a_post_of_one_title_with_another_need_is_another_post() -> None:
    rows = (
        {"title": "Bidan", "holder_nip": NIP, "need": 3},
        {"title": "Bidan", "holder_nip": OTHER_NIP, "need": 1},
    )
    found = shape("positions", *rows, contexts=[AIR] * 2)
    assert column(found, "positions", "need") == [3, 1]


def test_a_column_of_several_things_becomes_the_columns_of_each() -> None:
    row = {"name+nip": f"Agus Contoh\n{NIP}", "unit_name": "Bidang Sungai", "rank": "Penata"}
    found = shape("employees", row)
    assert column(found, "employees", "name") == ["Agus Contoh"]
    assert column(found, "employees", "nip") == [NIP]
    assert tables(found, "employees")[-1].letters["nip"] == "A"


def test_what_stands_in_a_column_of_its_own_counts_more_than_in_one_of_several() -> None:
    found = shape("employees", {"name+nip": f"Agus\n{NIP}", "nip": OTHER_NIP, "unit_name": "Muara"})
    assert column(found, "employees", "nip") == [OTHER_NIP]


def test_a_person_is_born_on_the_date_behind_the_place_and_ranked_as_the_rank_says() -> None:
    row = {"nip": NIP, "name": "Agus", "birth": "Contoh, 1 Mei 1990", "rank": "Penata, III/c"}
    found = shape("employees", row, {**row, "birth": "1 tahun", "golongan": "II/a"})
    assert column(found, "employees", "birth_date") == ["1 Mei 1990", "1 tahun"]
    assert column(found, "employees", "golongan") == ["Penata, III/c", "II/a"]


def test_the_title_stands_for_a_post_without_a_code() -> None:
    rows = ({"nip": NIP, "position_id": "-", "position_title": "Bidan"},)
    assert column(shape("employees", *rows), "employees", "position_id") == ["Bidan"]
    rows = ({"nip": NIP, "position_id": "7", "position_title": "Bidan"},)
    assert column(shape("employees", *rows), "employees", "position_id") == ["7"]


def test_statements_of_each_column_are_of_its_kind() -> None:
    row = {"unit_name": "Bidang Sungai", "duty": "menjaga", "function": "mengukur", "text": None}
    found = shape("functions", row)
    frames = [one.frame for one in tables(found, "functions") if len(one.frame)]
    kinds = [str(FunctionKind.TUGAS), str(FunctionKind.FUNGSI)]
    assert [list(frame["kind"]) for frame in frames] == [[kind] for kind in kinds]
    assert [list(frame["text"]) for frame in frames] == [["menjaga"], ["mengukur"]]


def test_a_row_without_a_statement_gives_none() -> None:
    found = shape("functions", {"unit_id": "1", "duty": None})
    assert [len(one.frame) for one in tables(found, "functions")] == [0]


def test_the_post_that_titles_name_holds_for_rows_without_one() -> None:
    here = Context(path=("Dinas Air",), position="Bidan", source="title")
    rows = (
        {"task": "menolong", "volume": "250 kali", "position": None},
        {"task": "a", "position": "Analis"},
    )
    found = shape("workload", *rows, contexts=[here, here])
    assert column(found, "workload", "position") == ["Bidan", "Analis"]
    (posts,) = tables(found, "positions")
    assert posts.is_implied
    assert posts.frame["title"].to_list() == ["Bidan", "Analis"]


def test_words_beside_amounts_are_dropped_and_hours_added_to_minutes() -> None:
    row = {"task": "menolong", "volume": "250 kali", "norm_minutes": "15 menit", "norm_hours": 2}
    found = shape("workload", row, {**row, "norm_minutes": None}, {**row, "norm_hours": None})
    assert column(found, "workload", "volume") == ["250"] * 3
    assert column(found, "workload", "norm_minutes") == [135, 120, 15]
    alone = shape(
        "workload",
        {"task": "a", "norm_minutes": "15 menit"},
        {"task": "b", "norm_minutes": "2 jam"},
    )
    assert column(alone, "workload", "norm_minutes") == [15, 120]


def test_month_and_year_make_a_period_and_a_year_counts_once() -> None:
    row = {"nip": NIP, "results": "baik", "period": "Mei", "year": 2026.0}
    found = shape("performance", row, {**row, "period": "Mei 2026"}, {**row, "period": None})
    assert column(found, "performance", "period") == ["Mei 2026", "Mei 2026", "2026"]
    assert column(found, "performance", "subject_id") == [NIP] * 3


def test_a_row_without_any_rating_is_not_rated() -> None:
    row = {"nip": NIP, "results": "-", "predicate": "Belum dinilai"}
    found = shape("performance", row, {**row, "nip": OTHER_NIP, "predicate": "Baik"})
    assert column(found, "performance", "subject_id") == [OTHER_NIP]


def test_people_whose_performance_is_stated_are_implied_once() -> None:
    row = {"nip": NIP, "person": "Agus Contoh", "results": "baik", "period": "2026"}
    found = shape("performance", row, {**row, "period": "2027"}, {**row, "nip": "A-1"})
    (people,) = tables(found, "employees")
    assert people.is_implied
    assert people.frame[["nip", "name"]].to_numpy().tolist() == [[NIP, "Agus Contoh"]]


def test_a_post_stands_for_its_unit_in_a_link() -> None:
    found = shape("links", {"from_post": "Bidan", "to_post": "Analis", "topic": "air"})
    assert column(found, "links", "from_unit") == ["Bidan"]
    assert column(found, "links", "to_unit") == ["Analis"]
    assert column(found, "links", "kind") == [str(LinkKind.COORDINATION)]


def test_a_form_of_one_post_lists_in_its_column_of_posts_those_it_works_with() -> None:
    here = Context(position="Bidan")
    found = shape("links", {"from_post": "Analis", "to_unit": None, "topic": "a"}, contexts=[here])
    assert column(found, "links", "from_unit") == ["Bidan"]
    assert column(found, "links", "to_unit") == ["Analis"]


def test_units_take_their_tree_and_those_above_are_listed_too() -> None:
    above = pd.DataFrame(
        [("air", "Dinas Air", "", 0)], columns=["unit_id", "name", "parent_id", "first"]
    )
    tree = Tree(rule=Rule.LEVELS, names=["Sungai"], ids=["air.s"], parents=["air"], above=above)
    found = shape("units", {"name": "1. Sungai"}, tree=tree)
    own = [one.frame[["unit_id", "name", "parent_id"]].to_numpy().tolist() for one in found.tables]
    assert own == [[["air", "Dinas Air", ""]], [["air.s", "Sungai", "air"]]]
    assert not any(one.is_implied for one in found.tables)


def test_a_row_that_is_not_rated_moves_no_other_row_to_its_section() -> None:
    row = {"nip": NIP, "results": "baik", "period": "2026"}
    trees = Context(path=("Dinas Pohon",), source="section")
    found = shape("performance", {**row, "results": "-"}, row, row, contexts=[AIR, trees, trees])
    assert column(found, "employees", "unit_id") == ["Dinas Pohon"]
    assert column(found, "units", "name") == ["Dinas Pohon"]


def test_a_list_of_posts_with_units_of_its_own_or_without_an_order_is_no_tree_of_one_place() -> (
    None
):
    tree = Tree(rule=Rule.MARKS, names=["Bidan"], ids=["a"], parents=[None])
    found = shape("positions", {"title": "Bidan", "unit_name": "Dinas Pohon"}, tree=tree)
    assert column(found, "positions", "unit_id") == ["Dinas Pohon"]
    flat = Tree(rule=Rule.FLAT, names=["Bidan"], ids=["a"], parents=[None])
    found = shape("positions", {"title": "Bidan"}, contexts=[AIR], tree=flat)
    assert column(found, "positions", "unit_id") == ["Dinas Air"]


def test_a_date_of_birth_counts_more_than_one_behind_a_place() -> None:
    row = {"nip": NIP, "birth": "Contoh, 1 Mei 1990", "birth_date": "2 Mei 1990"}
    assert column(shape("employees", row), "employees", "birth_date") == ["2 Mei 1990"]


def test_a_row_without_a_title_is_no_post() -> None:
    found = shape("positions", {"title": None, "unit_name": "Dinas Air"}, {"title": "Bidan"})
    assert column(found, "positions", "title") == ["Bidan"]


def test_a_dash_is_no_code_in_a_tree_of_posts() -> None:
    tree = Tree(rule=Rule.MARKS, names=["Kadis"], ids=["kadis"], parents=[None])
    found = shape("positions", {"title": "Kadis", "position_id": "-"}, tree=tree)
    assert column(found, "positions", "position_id") == ["kadis"]


def test_posts_of_one_title_in_two_units_are_two_and_a_stated_number_holds() -> None:
    rows = (
        {"title": "Bidan", "unit_name": "Dinas A", "holder_nip": NIP, "filled": 4},
        {"title": "Bidan", "unit_name": "Dinas B", "holder_nip": OTHER_NIP, "filled": 5},
    )
    assert column(shape("positions", *rows), "positions", "filled") == [4, 5]


def test_the_code_of_a_post_holds_for_its_further_holders() -> None:
    rows = (
        {"title": "Bidan", "position_id": "7", "holder_nip": NIP},
        {"title": "Bidan", "position_id": None, "holder_nip": OTHER_NIP},
    )
    found = shape("positions", *rows, contexts=[AIR] * 2)
    assert column(found, "employees", "position_id") == ["7", "7"]


def test_the_posts_of_a_list_of_duties_are_implied_once_without_the_kinds_of_duties() -> None:
    row = {"unit_name": "Dinas Air", "position_title": "Bidan", "kind": "fungsi", "detail": "a"}
    found = shape("functions", row, {**row, "detail": "b"})
    (posts,) = tables(found, "positions")
    assert posts.frame["title"].to_list() == ["Bidan"]
    assert "kind" not in posts.frame
    assert column(found, "positions", "position_id") == [None]
    assert column(found, "functions", "kind") == ["fungsi"] * 2


def test_a_list_of_links_that_names_both_sides_is_no_form_of_one_post() -> None:
    here = Context(path=("Dinas Air",))
    row = {"from_unit": "Bidang A", "to_unit": "Bidang B", "topic": "a"}
    found = shape(
        "links", row, {**row, "from_unit": None, "from_post": "Bidan"}, contexts=[here] * 2
    )
    assert column(found, "links", "from_unit") == ["Bidang A", "Bidan"]


def test_holders_that_are_only_named_are_counted_and_a_vacant_post_has_none() -> None:
    rows = (
        {"title": "Bidan", "holder_name": "Agus Contoh", "need": 1},
        {"title": "Perawat", "holder_name": "(Lowong)", "need": 1},
    )
    found = shape("positions", *rows, contexts=[AIR] * 2)
    assert column(found, "positions", "filled") == [1, 0]


def test_the_golongan_of_a_post_alone_says_nothing_of_its_holders() -> None:
    found = shape("positions", {"title": "Bidan", "holder_golongan": "III/a"}, contexts=[AIR])
    assert "filled" not in tables(found, "positions")[0].frame


def test_men_and_women_are_added_up_unless_the_sum_is_stated() -> None:
    men_and_women = {"filled_pns_men": 2, "filled_pns_women": 1, "filled_pppk_women": None}
    found = shape(
        "positions", {"title": "Bidan"} | men_and_women | {"filled_pppk_men": 4}, contexts=[AIR]
    )
    assert column(found, "positions", "filled") == [7]
    found = shape("positions", {"title": "Bidan", "filled": 3} | men_and_women, contexts=[AIR])
    assert column(found, "positions", "filled") == [3]


def test_a_norm_that_says_its_unit_counts_so_under_any_heading() -> None:
    rows = [{"task": "a", "norm_time": "0,5 jam"}, {"task": "b", "norm_time": 20}]
    frame = shape("workload", *rows).tables[-1].frame
    assert frame["norm_minutes"].to_list() == [30, None]
    assert frame["norm_time"].to_list() == [None, 20]
