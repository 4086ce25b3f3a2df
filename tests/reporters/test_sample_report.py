"""Does every form hold its contract on the city that ships with the package?"""

import io
import json
import re
from dataclasses import replace
from importlib.resources import files

import jsonschema_rs
import openpyxl
import pandas as pd
import pytest

from asn_restruktur import pipeline
from asn_restruktur.cli.sample import sample_path
from asn_restruktur.findings import SubjectKind
from asn_restruktur.reporters import findings_json, html, tables_csv, xlsx
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.trace import trace
from asn_restruktur.vocabulary import Language, TableName


@pytest.fixture(scope="module")
def city() -> Report:
    return pipeline.analyze([sample_path()])


def test_every_figure_says_what_it_means_and_where_it_comes_from(city: Report) -> None:
    unknown = [
        figure.key
        for figure in city.figures.values()
        for lang in Language
        for part in ("label", "meaning")
        if not catalogue(lang).has(f"figures.{figure.name}.{part}")
    ]
    assert unknown == []
    rootless = [
        key
        for key, figure in city.figures.items()
        if figure.value and not (trace(city, key).places or figure.findings)
    ]
    assert rootless == []


def test_every_finding_and_recommendation_is_worded_in_both_languages(city: Report) -> None:
    for lang in Language:
        words = catalogue(lang)
        assert all(words.finding(finding) for finding in city.findings)
        for advice in city.recommendations:
            assert all(
                said(advice)
                for said in (words.recommendation, words.reason, words.steps, words.risk)
            )


def test_findings_json_meets_its_schema_and_names_nobody(city: Report) -> None:
    text = findings_json.render(city)["findings.json"].decode()
    schema = json.loads(
        (files("asn_restruktur") / "reporters" / "findings.schema.json").read_text("utf-8")
    )
    assert list(jsonschema_rs.validator_for(schema).iter_errors(json.loads(text))) == []
    assert re.search(r"\d{15}", text) is None
    told = text[: text.index('"figures": [')]
    assert [name for name in set(city.organisation.employees["name"]) if name in told] == []


def test_the_tables_that_scripts_rely_on_have_their_columns(city: Report) -> None:
    contents = tables_csv.render(city)
    columns = {
        "pairs": "statement_a statement_b unit_a unit_b kind score same_facets different_facets",
        "topics": "topic statement_ids units is_fragmented lead_unit",
        "coordination": ("topic kind from_unit to_unit units statement_ids is_gap score reason"),
        "congruence": "unit_id needed arranged missing surplus congruence",
    }
    for name, expected in columns.items():
        content = contents[f"tables/{name}.csv"]
        assert list(pd.read_csv(io.BytesIO(content)).columns) == expected.split(), name
    for table in TableName:
        if len(city.organisation.table(table)):
            heads = pd.read_csv(io.BytesIO(contents[f"tables/{table}.csv"]), nrows=0).columns
            assert [*heads[-5:]] == ["file", "sheet", "row", "column", "article"]


def test_the_workbook_opens_and_holds_every_finding(city: Report) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(city)["report.xlsx"]), read_only=True)
    codes = [row[2] for row in book["Temuan"].iter_rows(min_row=5, values_only=True)]
    told = [finding.code for finding in city.findings if not finding.code.startswith("DAT")]
    assert codes == told


def test_every_pair_of_the_workbook_has_its_statements(city: Report) -> None:
    known = set(city.organisation.functions["statement_id"])
    pairs = [finding for finding in city.findings if finding.code in {"FUN101", "FUN102"}]
    assert pairs
    assert {said for finding in pairs for said in finding.ids(SubjectKind.STATEMENT)} <= known


def test_the_page_tells_the_congruence_of_working_relations_by_its_figures(city: Report) -> None:
    page = html.render(city)["report.html"].decode()
    for name in ("needed", "arranged", "share", "by_chance_low", "by_chance_high"):
        assert f'data-figure="congruence.{name}"' in page, name
    without = {key: one for key, one in city.figures.items() if not key.startswith("congruence")}
    assert "congruence" not in html.render(replace(city, figures=without))["report.html"].decode()
