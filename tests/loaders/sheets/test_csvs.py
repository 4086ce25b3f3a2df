import pytest

from asn_restruktur.loaders.encoding import Text, decode
from asn_restruktur.loaders.sheets.csvs import read_csv
from asn_restruktur.loaders.tables.understanding import understood
from asn_restruktur.loaders.understood import FileReading, LeftOut
from asn_restruktur.vocabulary import Place, Severity, TableName, UnusableInput
from made_files import STATEMENTS, UNITS, column, csv_text, table

FILE = "data/fungsi.csv"
HEADER = "unit_id,unit_name,parent_id,unit_kind,statement_id,statement\n"


def read(content: str | bytes) -> FileReading:
    text = Text(content, "utf-8") if isinstance(content, str) else decode(content)
    assert text is not None
    return understood(read_csv(text, FILE))


def problem_of(content: str) -> tuple[str, int]:
    with pytest.raises(UnusableInput) as caught:
        read(content)
    (problem,) = caught.value.problems
    return problem.key, problem.place.line if problem.place else 0


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_every_encoding_and_delimiter_gives_the_same_tables(
    delimiter: str, encoding: str, ending: str
) -> None:
    content = csv_text(STATEMENTS, delimiter).replace("\r\n", ending).encode(encoding)
    reading = read(content)
    assert column(reading, TableName.UNITS, "name") == [row[1] for row in STATEMENTS[1:3]]
    assert column(reading, TableName.FUNCTIONS, "text") == [row[5] for row in STATEMENTS[1:]]
    assert table(reading, TableName.FUNCTIONS)["place_row"].to_list() == [2, 3, 4]
    assert reading.source.delimiter == delimiter


def test_the_statement_list_gives_units_and_functions_with_their_lines() -> None:
    reading = read(csv_text(STATEMENTS))
    units = table(reading, TableName.UNITS)
    assert units["unit_id"].to_list() == ["1", "1.1"]
    assert units["parent_id"].to_list() == [None, "1"]
    assert units["kind"].to_list() == ["dinas", "bidang"]
    assert units["place_row"].to_list() == [2, 3]
    assert set(units["place_file"]) == {FILE}
    assert column(reading, TableName.FUNCTIONS, "statement_id") == ["1-a", "1.1-a", "1.1-b"]
    assert column(reading, TableName.FUNCTIONS, "unit_id") == ["1", "1.1", "1.1"]


def test_lines_of_a_unit_complement_each_other() -> None:
    units = table(read(HEADER + "1,,,,a,x\n1,Dinas,,dinas,b,y\n"), TableName.UNITS)
    assert units[["unit_id", "name", "kind"]].to_numpy().tolist() == [["1", "Dinas", "dinas"]]


def test_lines_of_a_unit_that_contradict_stay_both() -> None:
    units = table(read(HEADER + "1,Dinas,,,a,x\n1,Badan,,,b,y\n"), TableName.UNITS)
    assert units["name"].to_list() == ["Dinas", "Badan"]
    assert units["place_row"].to_list() == [2, 3]


def test_a_line_without_a_statement_declares_a_unit() -> None:
    reading = read(HEADER + "1,Dinas,,dinas,,\n1.1,Bidang,1,bidang,a,x\n")
    assert len(table(reading, TableName.UNITS)) == 2
    assert column(reading, TableName.FUNCTIONS, "text") == ["x"]


def test_a_list_of_links_is_the_table_of_links() -> None:
    reading = read("from_unit;to_unit;kind;topic\n1;2;koordinasi;stunting\n")
    assert column(reading, TableName.LINKS, "topic") == ["stunting"]


def test_title_lines_above_the_heading_are_skipped() -> None:
    reading = read("Daftar unit\n\n" + csv_text(UNITS).replace("None", ""))
    assert table(reading, TableName.UNITS)["place_row"].to_list() == [4, 5, 6]


def test_the_line_that_names_the_delimiter_is_followed() -> None:
    reading = read("sep=;\r\nunit_id;name;parent_id\r\n1;Dinas, Badan;\r\n")
    assert column(reading, TableName.UNITS, "name") == ["Dinas, Badan"]
    assert table(reading, TableName.UNITS)["place_row"].to_list() == [3]


def test_commas_inside_values_do_not_win_over_the_delimiter() -> None:
    lines = "".join(f"1.{n};pembinaan a, b, c, dan d;fungsi\n" for n in range(20))
    assert len(table(read("unit_id;text;kind\n" + lines), TableName.FUNCTIONS)) == 20


def test_a_line_break_inside_a_value_keeps_the_later_lines_true() -> None:
    reading = read('unit_id,text\n1,"satu\ndua"\n2,tiga\n')
    assert column(reading, TableName.FUNCTIONS, "text") == ["satu\ndua", "tiga"]
    assert table(reading, TableName.FUNCTIONS)["place_row"].to_list() == [2, 4]


def test_codes_and_numbers_stay_text() -> None:
    rows = 'position_id,unit_id,title,need\n01,1.10,Analis,"1.250,5"\n'
    reading = read(rows)
    assert column(reading, TableName.POSITIONS, "unit_id") == ["1.10"]
    assert column(reading, TableName.POSITIONS, "need") == ["1.250,5"]


def test_an_unclosed_quotation_mark_is_told_with_its_line() -> None:
    assert problem_of(HEADER + '1,Dinas,,dinas,a,x\n1,"Dinas,,dinas,b,y\n1,z\n') == (
        "input.csv_quote",
        3,
    )


def test_a_line_with_too_many_values_is_left_out_and_told() -> None:
    reading = read(HEADER + "1,Dinas,,dinas,a,x, y, z\n1,Dinas,,dinas,b,y\n")
    assert column(reading, TableName.FUNCTIONS, "text") == ["y"]
    (told,) = reading.findings
    assert (told.key, told.severity) == ("DAT001.long_lines", Severity.ERROR)
    assert told.places == (Place(file=FILE, line=2),)
    assert reading.source.parts[0].left_out == {LeftOut.RAGGED_ROW: 1}


def test_empty_values_beyond_the_headings_are_nothing() -> None:
    reading = read(HEADER + "1,Dinas,,dinas,a,x,,,\n")
    assert column(reading, TableName.FUNCTIONS, "text") == ["x"]
    assert reading.findings == ()


def test_a_line_with_too_few_values_is_filled_up_and_told() -> None:
    reading = read(HEADER + "1,Dinas\n1,Dinas,,dinas,b,y\n")
    assert len(table(reading, TableName.UNITS)) == 1
    (told,) = reading.findings
    assert (told.key, told.severity) == ("DAT001.short_lines", Severity.WARNING)
    assert told.places == (Place(file=FILE, line=2),)


def test_a_table_without_a_needed_column_says_which() -> None:
    with pytest.raises(UnusableInput) as caught:
        read("Kode Unit;Jenis\n1;dinas\n")
    assert caught.value.problems[0].key == "input.columns_missing"


def test_a_table_that_is_not_known_says_which_headings_it_has() -> None:
    with pytest.raises(UnusableInput) as caught:
        read("warna,rasa\nbiru,manis\n")
    assert dict(caught.value.problems[0].params) == {"headings": ("warna", "rasa")}


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 1\nDinas mempunyai tugas membantu Wali Kota.\n",
        'PERATURAN\nKedudukan, susunan, tugas\nPasal 1\nDalam peraturan ini\n"Kota" adalah Kota.\n',
        '"Kota" adalah Kota.\n',
    ],
)
def test_a_plain_text_is_told_as_one(text: str) -> None:
    assert problem_of(text)[0] == "input.text"


def test_text_behind_a_closing_quotation_mark_is_told_with_its_line() -> None:
    assert problem_of(HEADER + '1,"Dinas" Kota,,dinas,a,x\n')[0] == "input.csv_quote"


def test_a_nip_in_scientific_notation_is_dropped() -> None:
    reading = read("nip,nama,position_id,golongan\n1.98E+17,A,j1,III/a\n")
    assert column(reading, TableName.EMPLOYEES, "nip") == [None]
    assert reading.findings[0].places == (Place(file=FILE, line=2),)
