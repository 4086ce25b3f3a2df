"""What do all the statements of an organisation say, each distinct text read once?"""

import pandas as pd
import pytest

from asn_restruktur.language.lexicon_files import lexicon
from asn_restruktur.language.readings import Readings, read


def readings(*texts: str, index: list[int] | None = None) -> Readings:
    return read(pd.Series(texts, index=index, dtype="str"), lexicon())


def test_equal_texts_are_read_once() -> None:
    found = readings(
        "pemeliharaan taman", "a. Pemeliharaan  taman;", "PEMELIHARAAN TAMAN", "uji air"
    )
    assert list(found.clauses["text_id"]) == [0, 1]


def test_texts_that_differ_in_case_blanks_and_list_marks_are_one() -> None:
    found = readings("pemeliharaan taman", "a. Pemeliharaan  taman;", "pemeliharaan taman kota")
    assert list(found.statements["text_id"]) == [0, 0, 1]


def test_statements_keep_the_index_of_the_texts() -> None:
    found = readings("pemeliharaan taman", "pengujian air", index=[7, 3])
    assert list(found.statements.index) == [7, 3]


def test_boilerplate_is_marked_and_taken_apart_no_further() -> None:
    found = readings("pemeliharaan taman", "membagi tugas kepada bawahan")
    assert list(found.statements["is_boilerplate"]) == [False, True]
    assert list(found.statements["pattern"]) == ["", "G15"]
    assert list(found.clauses["text_id"]) == [0]


def test_each_duty_of_a_text_is_a_row() -> None:
    found = readings("pembangunan jalan serta penertiban reklame", "pengujian air")
    assert list(found.clauses["text_id"]) == [0, 0, 1]
    assert list(found.clauses["senses"])[:2] == [("bangun",), ("tertib",)]


def test_terms_stand_by_clause_with_their_weight_and_no_tail() -> None:
    found = readings("pemeliharaan taman kota sesuai peraturan pertanahan")
    names = set(found.terms["name"])
    assert "taman kota" in names
    assert not {name for name in names if "tanah" in name or "atur" in name}
    assert found.terms["weight"].between(0, 1).all()


def test_term_said_twice_in_a_clause_is_one_row() -> None:
    found = readings("pemeliharaan trotoar, trotoar dan trotoar")
    assert list(found.terms["name"]).count("trotoar") == 1


@pytest.mark.parametrize("texts", [(), ("",), ("membagi tugas kepada bawahan",)])
def test_nothing_said_gives_empty_tables_of_the_same_form(texts: tuple[str, ...]) -> None:
    empty, full = readings(*texts), readings("pemeliharaan taman")
    assert empty.terms.empty
    assert list(empty.terms.dtypes) == list(full.terms.dtypes)
    assert list(empty.clauses.columns) == list(full.clauses.columns)
    assert len(empty.statements) == len(texts)
