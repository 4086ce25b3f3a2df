from asn_restruktur.loaders.tables.contents import (
    BY_CONTENT,
    completed,
    heads_on,
    speaks_for_itself,
)
from asn_restruktur.loaders.tables.forms import TableForm, vocabulary
from asn_restruktur.loaders.tables.labels import Label
from asn_restruktur.loaders.tables.matching import Match
from made_sheets import grid

POSTS = grid("Perawat|7|2|3", "Bidan|7|1|4", "Analis Air|8|0|1")


def form(name: str) -> TableForm:
    found = vocabulary().form(name)
    assert found is not None
    return found


def known(*fields: str, first: int = 0) -> tuple[Match, ...]:
    return tuple(
        Match(field, at, field.title(), 1.0) for at, field in enumerate(fields, start=first)
    )


def test_the_only_column_of_names_holds_the_posts_whatever_its_heading() -> None:
    unknown = (Label(0, ("Uraian",)),)
    found, rest = completed(
        known("class", "filled", "need", first=1), unknown, form("positions"), POSTS
    )
    assert found[0] == Match("title", 0, "Uraian", BY_CONTENT)
    assert rest == ()


def test_of_two_columns_of_names_neither_is_taken_for_the_posts() -> None:
    rows = [[*row, f"Catatan {at}"] for at, row in enumerate(POSTS)]
    unknown = (Label(0, ("Uraian",)), Label(4, ("Lain",)))
    found, rest = completed(
        known("class", "filled", "need", first=1), unknown, form("positions"), rows
    )
    assert [match.field for match in found] == ["class", "filled", "need"]
    assert rest == unknown


def test_names_are_not_guessed_where_little_tells_the_table() -> None:
    unknown = (Label(0, ("Uraian",)),)
    found, _ = completed(known("class", first=1), unknown, form("positions"), POSTS)
    assert [match.field for match in found] == ["class"]


def test_a_column_that_repeats_few_words_holds_no_names() -> None:
    rows = [["Perawat", *row[1:]] for row in (*POSTS, *POSTS)]
    unknown = (Label(0, ("Uraian",)),)
    found, _ = completed(
        known("class", "filled", "need", first=1), unknown, form("positions"), rows
    )
    assert [match.field for match in found] == ["class", "filled", "need"]


def test_a_column_of_names_that_holds_numbers_counts_what_its_heading_names() -> None:
    found, rest = completed(
        known("name", "title"), (), form("positions"), grid("3|Bidan", "4|Perawat")
    )
    assert [match.field for match in found] == ["title"]
    assert rest == (Label(0, ("Name",)),)


def test_a_column_of_amounts_that_nobody_filled_in_is_no_column() -> None:
    found, _ = completed(known("title", "need"), (), form("positions"), grid("Bidan|", "Perawat|"))
    assert [match.field for match in found] == ["title"]
    found, _ = completed(known("title", "need"), (), form("positions"), grid("|", "|"))
    assert [match.field for match in found] == ["title", "need"]


def test_a_lone_column_of_units_speaks_for_itself_and_one_of_posts_does_not() -> None:
    units = grid("A. Dinas Air", "1. Sekretariat", "2. Bidang Sungai")
    posts = grid("Kepala Dinas Air", "Sekretaris", "Kepala Bidang Sungai")
    assert speaks_for_itself(known("name"), form("units"), units)
    assert not speaks_for_itself(known("name"), form("units"), posts)
    assert not speaks_for_itself(known("title"), form("positions"), units)
    assert not speaks_for_itself(known("kind"), form("units"), units)


def test_two_units_speak_for_themselves_only_under_a_heading_that_says_so() -> None:
    units = grid("Dinas Air", "Bidang Sungai")
    assert not speaks_for_itself(known("name"), form("units"), units)
    said = (Match("name", 0, "Unit Kerja", 1.0),)
    assert speaks_for_itself(said, form("units"), units)


def test_words_where_numbers_will_stand_go_on_with_the_heading() -> None:
    fields = known("title", "need")
    assert heads_on(fields, grid("|orang", "Bidan|3"))
    assert not heads_on(fields, grid("Bidan|3", "Perawat|4"))
    assert not heads_on(fields, grid("Bidan|3 orang", "Perawat|4"))
    assert not heads_on(fields, grid("Bidan|kosong", "Perawat|kosong"))
    assert not heads_on(fields, ())


def test_a_table_that_names_its_posts_needs_no_other_column_for_them() -> None:
    unknown = (Label(4, ("Uraian",)),)
    rows = [[*row, f"Catatan {at}"] for at, row in enumerate(POSTS)]
    found, rest = completed(
        known("title", "class", "filled", "need"), unknown, form("positions"), rows
    )
    assert rest == unknown
    assert [match.field for match in found] == ["title", "class", "filled", "need"]


def test_short_marks_and_two_names_are_too_little_to_be_the_posts() -> None:
    unknown = (Label(0, ("Uraian",)),)
    fields = known("class", "filled", "need", first=1)
    for rows in (grid("ya|7|2|3", "ada|7|1|4", "tdk|8|0|1"), POSTS[:2]):
        assert completed(fields, unknown, form("positions"), rows)[1] == unknown


def test_numbers_written_as_text_are_numbers() -> None:
    found, _ = completed(known("name"), (), form("positions"), [["3 "], ["4"]])
    assert not found


def test_numbers_below_words_are_told_wherever_they_are_written() -> None:
    assert heads_on(known("title", "need"), [["", "orang"], ["Bidan", "3 orang"]])
    assert not heads_on(known("title", "need"), [[2026, "orang"], ["Bidan", 3]])
    assert not heads_on(known("title", "need"), [["Bidan", ""], ["Perawat", 3]])


def test_units_in_a_list_of_people_make_it_no_list_of_units() -> None:
    units = grid("Dinas Air", "Sekretariat", "Bidang Sungai")
    assert not speaks_for_itself(known("name"), form("employees"), units)
