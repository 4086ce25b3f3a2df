import pytest

from asn_restruktur.loaders.tables.forms import (
    STATEMENT_COLUMNS,
    STATEMENTS,
    forms,
    normalised,
    vocabulary,
    words_of,
)
from asn_restruktur.vocabulary import TableName


def test_a_heading_of_signs_alone_is_its_signs() -> None:
    assert normalised(" + / - ") == "+/-"
    assert normalised("L / P (jiwa)") == "LPJIWA"


def test_the_words_of_a_heading_are_small_and_bare() -> None:
    assert words_of("Jml. Pegawai_ASN\n(orang)") == ["jml", "pegawai", "asn", "orang"]


def test_the_groups_of_fields_that_tables_share_are_among_their_own() -> None:
    form = vocabulary().form(TableName.EMPLOYEES)
    assert form is not None
    assert form.fields[normalised("Perangkat Daerah")] == "top_unit"
    assert form.fields[normalised("Nama Jabatan")] == "position_title"


def test_a_tables_own_heading_counts_more_than_a_shared_one() -> None:
    form = vocabulary().form(TableName.UNITS)
    assert form is not None
    assert form.fields[normalised("Perangkat Daerah")] == "name"


def test_what_repeats_another_table_is_known_and_no_field() -> None:
    form = vocabulary().form(TableName.POSITIONS)
    assert form is not None
    assert normalised("No") in form.looked_up
    assert normalised("Selisih") in form.looked_up
    assert normalised("Selisih") in vocabulary().known


def test_a_form_gives_the_table_of_its_name_and_statements_give_functions() -> None:
    assert [form.table for form in forms() if form.name == STATEMENTS] == [TableName.FUNCTIONS]
    assert all(form.table == form.name for form in forms() if form.name != STATEMENTS)
    statements = vocabulary().form(STATEMENTS)
    assert statements is not None
    assert set(STATEMENT_COLUMNS) <= set(statements.fields.values())


@pytest.mark.parametrize("name", [*TableName, STATEMENTS])
def test_the_name_of_a_table_speaks_for_it_on_a_sheet(name: str) -> None:
    form = vocabulary().form(name)
    assert form is not None
    assert normalised(name) in form.sheets


def test_a_form_that_nobody_knows_is_none() -> None:
    assert vocabulary().form("Warna") is None


def test_fields_that_a_column_is_made_of_are_known_by_their_own_name() -> None:
    form = vocabulary().form(TableName.EMPLOYEES)
    assert form is not None
    assert form.fields[normalised("top_unit")] == "top_unit"
