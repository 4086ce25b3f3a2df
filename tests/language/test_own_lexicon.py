"""What is read of a user's lexicon, and which faults are told?"""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asn_restruktur.language.lexicon_files import Entry, lexicon
from asn_restruktur.language.own_lexicon import own_entries
from asn_restruktur.vocabulary import UnusableInput
from strategies import examples


def written(folder: Path, content: str | bytes, name: str = "istilah.csv") -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path.as_posix()


def faults(*files: str) -> list[tuple[str, int]]:
    with pytest.raises(UnusableInput) as caught:
        own_entries(files)
    return [(one.key, one.place.line if one.place else -1) for one in caught.value.problems]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_file_may_divide_its_columns_as_spreadsheets_do(tmp_path: Path, separator: str) -> None:
    lines = ["\ufeffterm,canonical,kind,field", "sumurgama, sumur resapan,synonym,x", ",,,"]
    file = written(tmp_path, "\r\n".join(lines).replace(",", separator))
    assert own_entries([file]) == (Entry("sumurgama", "sumur resapan", "synonym", "x"),)


def test_columns_may_stand_in_any_order_and_the_field_may_lack(tmp_path: Path) -> None:
    file = written(tmp_path, "Kind,Term,Canonical\nnarrower,pilin,pital\n")
    assert own_entries([file]) == (Entry("pilin", "pital", "narrower", ""),)
    assert lexicon(own_entries([file])).ancestors("pilin") == {"pital": 1}


def test_every_fault_of_every_file_is_told_with_its_line(tmp_path: Path) -> None:
    columns = written(tmp_path, "istilah,arti\na,b\n", "satu.csv")
    lines = written(
        tmp_path, "term,canonical,kind\na,b,sama\n\na,,synonym\nc,d,synonym\n", "dua.csv"
    )
    coded = written(tmp_path, "térm".encode("cp1252"), "tiga.csv")
    absent = (tmp_path / "tidak-ada.csv").as_posix()
    assert faults(columns, lines, coded, absent) == [
        ("lexicon.no_columns", 1),
        ("lexicon.kind", 2),
        ("lexicon.no_value", 4),
        ("lexicon.no_utf8", 0),
        ("lexicon.unreadable", 0),
    ]


def test_an_empty_file_has_no_columns(tmp_path: Path) -> None:
    assert faults(written(tmp_path, "")) == [("lexicon.no_columns", 1)]


@given(st.binary(max_size=80))
@examples(60)
def test_whatever_stands_in_the_file_it_is_read_or_refused(tmp_path: Path, content: bytes) -> None:
    file = written(tmp_path, b"term,canonical,kind,field\n" + content)
    entries: tuple[Entry, ...] = ()
    with suppress(UnusableInput):
        entries = own_entries([file])
    assert all(entry.term and entry.canonical for entry in entries)
