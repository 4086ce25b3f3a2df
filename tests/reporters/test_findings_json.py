"""Does findings.json keep its contract, and name no person?"""

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema_rs
import pytest
from report_factory import city_report, one_unit_report, quiet_report

from asn_restruktur.findings import Evidence, Finding, Subject, SubjectKind, params
from asn_restruktur.reporters import findings_json
from asn_restruktur.reporters.report import Report
from asn_restruktur.rules import UNSPECIFIC
from asn_restruktur.vocabulary import Place, TableName

SCHEMA = json.loads((files("asn_restruktur") / "reporters" / "findings.schema.json").read_text())


def read(report: Report) -> dict[str, list[dict[str, object]]]:
    content: dict[str, list[dict[str, object]]] = json.loads(
        findings_json.render(report)["findings.json"]
    )
    return content


@pytest.mark.parametrize("report", [city_report(), quiet_report(), one_unit_report()])
def test_it_meets_its_own_schema(report: Report) -> None:
    assert list(jsonschema_rs.validator_for(SCHEMA).iter_errors(read(report))) == []


def test_a_finding_states_all_that_the_contract_names() -> None:
    report = city_report()
    told = read(report)["findings"][0]
    assert list(told)[:8] == [
        "code",
        "severity",
        "subjects",
        "places",
        "score",
        "fingerprint",
        "message",
        "evidence",
    ]
    assert told["code"] == "FUN101"
    assert told["severity"] == "error"
    assert told["fingerprint"] == report.findings[0].fingerprint
    assert told["places"] == [
        {"file": "kota-contoh.xlsx", "sheet": "Tugas dan Fungsi", "cell": "F2"},
        {"file": "kota-contoh.xlsx", "sheet": "Tugas dan Fungsi", "cell": "F5"},
    ]


def test_every_finding_recommendation_and_figure_of_the_report_is_told() -> None:
    report, content = city_report(), read(city_report())
    told = [finding["fingerprint"] for finding in content["findings"]]
    assert told == [finding.fingerprint for finding in report.findings]
    assert [advice["rank"] for advice in content["recommendations"]] == [1, 2, 3, 4]
    assert [figure["key"] for figure in content["figures"]] == list(report.figures)


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (Place(file="o.yaml", line=4, column=7), {"file": "o.yaml", "line": 4, "column": 7}),
        (
            Place(file="p.txt", line=4, article="Pasal 11 ayat (2) huruf c"),
            {"file": "p.txt", "line": 4, "pasal": "11", "ayat": "2", "huruf": "c"},
        ),
    ],
)
def test_a_place_is_told_by_what_is_known_of_it(place: Place, told: dict[str, object]) -> None:
    report = city_report()
    found = replace(report.findings[0], evidence=(Evidence(place=place),))
    assert read(replace(report, findings=(found,)))["findings"][0]["places"] == [told]


def test_no_name_and_no_nip_of_a_person_stands_in_it() -> None:
    name, nip = "Siti Contoh Rahayu", "199001012020121001"
    report = city_report()
    employees = report.organisation.employees.copy()
    employees.loc[0, ["employee_id", "nip", "name"]] = [nip, nip, name]
    tables = {**report.organisation.tables, TableName.EMPLOYEES: employees}
    organisation = replace(report.organisation, tables=tables)
    told = [
        Finding(
            rule=UNSPECIFIC,
            subjects=(Subject(SubjectKind.EMPLOYEE, nip),),
            evidence=(Evidence(place=None, quote=quote),),
            params=params(count=1, all=2, unit=quote),
        )
        for quote in (
            name,
            nip,
            "1990 0101 2020 12 1001",
            "NIP 199001012020121001 ganda",
            "1.99E+17",
        )
    ]
    content = findings_json.render(replace(report, organisation=organisation, findings=tuple(told)))
    text = content["findings.json"].decode()
    assert [part for part in (name, nip, "1990 0101", "1.99E+17") if part in text] == []
    assert "employee-1" in text


def test_hostile_text_stays_text() -> None:
    hostile = '"}],\u2028</script>\x00\ud800'
    report = city_report(spoil=lambda text: text + hostile)
    assert read(report)["findings"]


def test_the_same_report_gives_the_same_bytes() -> None:
    assert findings_json.render(city_report()) == findings_json.render(city_report())
