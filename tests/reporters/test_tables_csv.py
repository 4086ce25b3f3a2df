"""Do scripts and spreadsheets get every table whole, and nothing that runs?"""

import csv
import io

import pandas as pd
from report_factory import city_report, one_unit_report

from asn_restruktur.reporters import tables_csv
from asn_restruktur.reporters.report import Report


def read(report: Report, name: str) -> pd.DataFrame:
    content = tables_csv.render(report)[f"tables/{name}.csv"]
    return pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)


def test_every_analysis_table_and_every_table_with_rows_is_written() -> None:
    analysis = {"coordination", "pairs", "structure", "topics", "unit_order", "unit_pairs"}
    read_tables = {"employees", "functions", "links", "positions", "units"}
    names = {f"tables/{name}.csv" for name in analysis | read_tables}
    assert set(tables_csv.render(city_report())) == names
    assert "tables/functions.csv" not in tables_csv.render(one_unit_report())


def test_pairs_have_the_columns_that_scripts_rely_on() -> None:
    pairs = read(city_report(), "pairs")
    assert list(pairs.columns) == [
        "statement_a",
        "statement_b",
        "unit_a",
        "unit_b",
        "kind",
        "score",
        "same_facets",
        "different_facets",
    ]
    assert list(pairs.iloc[0]) == [
        "k1",
        "p1",
        "dinkes-kesmas",
        "dp3akb-kb",
        "duplication",
        "0.94",
        "action;object;beneficiary;territory",
        "",
    ]


def test_each_row_of_the_organisation_says_where_it_stands() -> None:
    functions = read(city_report(), "functions").set_index("statement_id")
    assert list(functions.loc["k2", ["file", "sheet", "row", "column"]]) == [
        "kota-contoh.xlsx",
        "Tugas dan Fungsi",
        "3",
        "",
    ]


def test_a_heading_follows_the_byte_order_mark_once() -> None:
    content = tables_csv.render(city_report())["tables/units.csv"]
    assert content.startswith(b"\xef\xbb\xbfunit_id,name,")


def test_no_text_of_a_stranger_is_a_formula_or_breaks_a_row() -> None:
    report = city_report(spoil=lambda text: f'=cmd|"{text}"\n;@SUM(A1),\x00')
    for name, content in tables_csv.render(report).items():
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}, name
        assert [cell for row in rows for cell in row if cell[:1] in {*"=+-@\t\r"}] == []
        assert "\n@" not in content.decode()
        assert ";@" not in content.decode()


def test_absent_values_are_empty_and_numbers_stay_numbers() -> None:
    positions = read(city_report(), "positions").set_index("position_id")
    assert list(positions.loc["staf-dinkes", ["class", "need", "filled", "is_head"]]) == [
        "",
        "4",
        "3",
        "",
    ]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert tables_csv.render(city_report()) == tables_csv.render(city_report())
