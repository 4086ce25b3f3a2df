from collections.abc import Callable

import pandas as pd
import pytest

from asn_restruktur import pipeline
from asn_restruktur.config import Settings
from asn_restruktur.organisation.assemble import assemble
from asn_restruktur.organisation.model import Government, Organisation, RawTable
from asn_restruktur.organisation.tables import PLACE_COLUMNS
from asn_restruktur.rules import DUPLICATION
from asn_restruktur.vocabulary import Form, Language, TableName

UNITS = [
    ("1", "Dinas Kesehatan", "dinas", None),
    ("1.1", "Bidang Kesehatan Masyarakat", "bidang", "1"),
    ("2", "Dinas Sosial", "dinas", None),
    ("2.1", "Bidang Rehabilitasi Sosial", "bidang", "2"),
]
FUNCTIONS = [
    ("1.1", "pendataan balita gizi kurang"),
    ("1.1", "pembinaan kader posyandu"),
    ("2.1", "pendataan balita gizi kurang"),
    ("2.1", "rehabilitasi sosial lanjut usia telantar"),
]


def raw(table: TableName, columns: list[str], rows: list[tuple[object, ...]]) -> RawTable:
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    places = {"place_file": "kota.csv", "place_sheet": "", "place_column": 0, "place_article": ""}
    frame = frame.assign(**places, place_row=range(2, len(rows) + 2))
    return RawTable(name=table, frame=frame[[*columns, *PLACE_COLUMNS]])


@pytest.fixture
def organisation() -> Organisation:
    return assemble(
        [
            raw(TableName.UNITS, ["unit_id", "name", "kind", "parent_id"], UNITS),
            raw(TableName.FUNCTIONS, ["unit_id", "text"], FUNCTIONS),
        ],
        government=Government(name="Kota Contoh"),
    )


def test_an_organisation_becomes_a_report_in_every_form(organisation: Organisation) -> None:
    report = pipeline.analyze(organisation, as_of="2026-01-01", lang=Language.EN)
    assert DUPLICATION in {found.rule for found in report.findings}
    assert report.as_of == "2026-01-01"
    contents = pipeline.render(report, tuple(Form))
    assert {name.partition("/")[0] for name in contents} == {
        "report.html",
        "report.xlsx",
        "report.md",
        "findings.json",
        "tables",
        "org.graphml",
        "org.dot",
        "org.mermaid",
        "org.drawio",
        "org.yaml",
    }


def test_the_same_organisation_gives_the_same_bytes(organisation: Organisation) -> None:
    first, second = (pipeline.render(pipeline.analyze(organisation), tuple(Form)) for _ in range(2))
    assert first == second


def test_the_steps_are_told_in_their_order(organisation: Organisation) -> None:
    heard: list[tuple[str, int, int]] = []

    def hear(step: str, number: int, total: int) -> None:
        heard.append((step, number, total))

    report = pipeline.analyze(organisation, progress=hear)
    pipeline.render(report, (), progress=hear)
    assert [step for step, _, _ in heard] == list(pipeline.STEPS[1:])
    assert [number for _, number, _ in heard] == list(range(2, len(pipeline.STEPS) + 1))


def test_only_selected_rules_are_told_and_counted(organisation: Organisation) -> None:
    whole = pipeline.analyze(organisation)
    assert whole.figures["overlap.duplications"].value == 1
    without = pipeline.analyze(organisation, Settings(ignore=("FUN10",)))
    assert {found.code[:5] for found in without.findings}.isdisjoint({"FUN10"})
    assert without.figures["overlap.duplications"].value == 0
    only = pipeline.analyze(organisation, Settings(select=("FUN101",)))
    assert {found.code for found in only.findings} == {"FUN101"}


def test_a_units_findings_are_those_of_the_units_below_it_too(organisation: Organisation) -> None:
    report = pipeline.analyze(organisation, Settings(select=("FUN101",)))
    values = {unit: report.figures[f"unit.findings:{unit}"].value for unit, *_ in UNITS}
    assert values == {"1": 1, "1.1": 1, "2": 1, "2.1": 1}


@pytest.mark.parametrize(
    ("stated", "as_of", "expected"),
    [
        ("2026-01-01", "", "2026-01-01"),
        ("2026-01-01", "2025-06-30", "2025-06-30"),
        ("", "", "2025-12-01"),
    ],
)
def test_the_date_is_asked_for_or_stated_or_the_newest_in_the_data(
    stated: str, as_of: str, expected: str, organisation: Organisation
) -> None:
    columns = ["employee_id", "unit_id", "birth_date", "contract_end", "appointed"]
    people = [
        ("p1", "1", "1980-01-01", "2031-01-01", "2005-03-01"),
        ("p2", "2", "1990-01-01", None, "2025-12-01"),
    ]
    peopled = assemble(
        [
            raw(TableName.UNITS, ["unit_id", "name", "kind", "parent_id"], UNITS),
            raw(TableName.EMPLOYEES, columns, people),
        ],
        government=Government(as_of=stated),
    )
    assert pipeline.analyze(peopled, as_of=as_of).as_of == expected
    assert pipeline.analyze(organisation).as_of == ""


def empty_of_functions(_: Organisation) -> list[RawTable]:
    return [raw(TableName.UNITS, ["unit_id", "name", "kind", "parent_id"], UNITS)]


def one_unit(_: Organisation) -> list[RawTable]:
    return [raw(TableName.UNITS, ["unit_id", "name", "kind", "parent_id"], UNITS[:1])]


def nothing(_: Organisation) -> list[RawTable]:
    return []


@pytest.mark.parametrize("shrink", [empty_of_functions, one_unit, nothing])
def test_an_organisation_with_hardly_anything_is_reported_too(
    shrink: Callable[[Organisation], list[RawTable]], organisation: Organisation
) -> None:
    report = pipeline.analyze(assemble(shrink(organisation), government=Government()))
    assert pipeline.render(report, tuple(Form))
