import time

import pytest

from asn_restruktur.documents import Shape, read_document
from asn_restruktur.vocabulary import Place, UnusableInput

FILE = "kota.yaml"


def refused(text: str | bytes) -> list[tuple[str, int]]:
    with pytest.raises(UnusableInput) as caught:
        read_document(text, FILE)
    return [
        (problem.key, problem.place.line if problem.place else 0)
        for problem in caught.value.problems
    ]


@pytest.mark.parametrize(
    "written", ["1.10", "012", "no", "12:30:45", "2026-01-01", "NaN", "1e999", "0x1F", "1_000"]
)
def test_a_scalar_stays_as_written(written: str) -> None:
    assert read_document(f"code: {written}", FILE).value == {"code": written}
    assert read_document(f'{{"code":{written}}}'.replace('":', '": '), FILE).value == {
        "code": written
    }


@pytest.mark.parametrize("written", ["", "~", "null", "Null"])
def test_nothing_is_none(written: str) -> None:
    assert read_document(f"code: {written}", FILE).value == {"code": None}


def test_quoted_null_is_text() -> None:
    assert read_document('code: "null"', FILE).value == {"code": "null"}


def test_every_node_knows_its_line_and_column() -> None:
    root = read_document("units:\n  - id: 1.1\n    name: Dinas\n", FILE)
    units = root.get("units")
    assert units is not None
    assert units.shape is Shape.SEQUENCE
    name = units.items[0].get("name")
    assert name is not None
    assert name.place == Place(file=FILE, line=3, column=11)
    assert (units.items[0].line, units.items[0].column) == (2, 5)


def test_an_empty_text_is_a_scalar_without_text() -> None:
    assert read_document("", FILE).value is None
    assert read_document("# only a remark\n", FILE).value is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings_read_the_same(encoding: str) -> None:
    assert read_document("name: Dinas Ké".encode(encoding), FILE).value == {"name": "Dinas Ké"}


def test_json_is_read_with_its_escapes() -> None:
    text = '{"a":"\\ud83d\\ude00","b":"x\\/y \\u00e9",\t"c":[1.10, null]}'
    assert read_document(text, FILE).value == {"a": "😀", "b": "x/y é", "c": ["1.10", None]}


def test_all_problems_are_told_at_once_with_their_lines() -> None:
    text = "a: &x 1\na: !!python/object:os.system 2\nb: *x\nc: !mine {d: 1}\n"
    assert refused(text) == [
        ("input.document_duplicate_key", 2),
        ("input.document_tag", 2),
        ("input.document_alias", 3),
        ("input.document_tag", 4),
    ]


def test_a_duplicate_key_names_the_line_of_the_first() -> None:
    with pytest.raises(UnusableInput) as caught:
        read_document('{"a": 1,\n"b": 2,\n"a": 3}', FILE)
    assert dict(caught.value.problems[0].params) == {"name": "a", "first_line": 1}


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a:\n\t- b\n", "input.document_tab", 2),
        ("a: b: c", "input.document_syntax", 1),
        ("a: [1, 2\nb: 3\n", "input.document_syntax", 2),
        ('a: "unclosed\n', "input.document_syntax", 2),
        ("a: 1\n---\nb: 2\n", "input.document_second", 2),
        ("? [a]\n: 1\n", "input.document_key", 1),
        ("~: 1\n", "input.document_key", 1),
        ("a: \x00", "input.document_character", 1),
        ('a: 1\nb: "\udc80"', "input.document_character", 2),
        (b"a: 1\nb: \xff\n", "input.document_encoding", 2),
        ("[" * 70 + "]" * 70, "input.document_depth", 1),
        ("[" * 20_000, "input.document_depth", 1),
        ("{a: " * 5_000, "input.document_depth", 1),
        ("<<: *all\n", "input.document_alias", 1),
    ],
)
def test_what_is_no_plain_document_is_refused_with_its_line(
    text: str | bytes, key: str, line: int
) -> None:
    assert refused(text)[0] == (key, line)


def test_nesting_up_to_the_limit_is_read() -> None:
    assert read_document("[" * 64 + "]" * 64, FILE).value is not None


def test_an_alias_bomb_is_refused_in_no_time() -> None:
    lines = ['a0: &a0 ["x","x","x","x","x","x","x","x","x","x"]']
    lines += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    start = time.perf_counter()
    assert {key for key, _ in refused("\n".join(lines))} == {"input.document_alias"}
    assert time.perf_counter() - start < 1


def test_a_text_beyond_the_limit_is_refused_unread() -> None:
    with pytest.raises(UnusableInput) as caught:
        read_document("a: 1\n" * 500_000, FILE, max_bytes=1024 * 1024)
    assert caught.value.problems[0].key == "input.document_too_large"


def test_telling_problems_stops_where_nobody_reads_on() -> None:
    assert len(refused("a: 1\n" * 5_000)) == 100
