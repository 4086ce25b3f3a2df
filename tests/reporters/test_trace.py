"""Does every id lead to its cells and rules?"""

from dataclasses import replace

import pytest
from report_factory import city_report

from asn_restruktur.findings import Finding, Subject, SubjectKind, UnusableInput, params
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.reporters.trace import Trace, TraceKind, trace
from asn_restruktur.rules import NO_HEAD
from asn_restruktur.rulesets import shipped_values
from asn_restruktur.vocabulary import Language

REPORT = city_report()


def parts(told: Trace) -> dict[str, tuple[str, ...]]:
    return {part.name: part.lines for part in told.parts}


def test_a_figure_leads_to_its_meaning_its_cells_and_the_findings_it_counts() -> None:
    told = trace(REPORT, "advice.ends:1")
    assert told.kind is TraceKind.FIGURE
    assert parts(told)["meaning"]
    assert len(parts(told)["findings"]) == 3
    assert told.places == tuple(
        dict.fromkeys(
            place
            for finding in REPORT.findings
            if finding.fingerprint in REPORT.recommendations[0].findings
            for place in finding.places
        )
    )


@pytest.mark.parametrize("key", list(REPORT.figures))
def test_every_figure_of_the_report_can_be_traced(key: str) -> None:
    told = trace(REPORT, key)
    assert told.id == key
    assert parts(told)["meaning"]


@pytest.mark.parametrize("finding", REPORT.findings, ids=lambda finding: finding.code)
def test_every_finding_leads_to_its_article_and_to_its_cells(finding: Finding) -> None:
    told = trace(REPORT, finding.fingerprint)
    assert told.kind is TraceKind.FINDING
    assert told.places == finding.places
    assert catalogue(Language.ID).basis(finding.rule.basis) in parts(told)["rule"][1]
    assert len(parts(told)["evidence"]) == len(finding.evidence)


def test_a_pair_shows_both_texts_and_how_each_facet_compares() -> None:
    told = parts(trace(REPORT, REPORT.findings[0].fingerprint))
    assert '"pelaksanaan pencegahan stunting bagi balita"' in told["evidence"][0]
    assert len(told["facets"]) == 4


def test_the_beginning_of_a_fingerprint_is_enough_when_it_is_unique() -> None:
    whole = REPORT.findings[0].fingerprint
    assert trace(REPORT, whole[:4]).id == whole
    assert trace(REPORT, whole[:5].upper()).id == whole


def test_a_unit_leads_to_its_cell_its_path_its_statements_and_its_findings() -> None:
    told = trace(REPORT, "dinkes-kesmas")
    assert [place.cell for place in told.places] == ["A9"]
    assert parts(told)["path"] == ("Dinas Kesehatan / Bidang Kesehatan Masyarakat",)
    assert len(parts(told)["statements"]) == 2
    assert len(parts(told)["findings"]) == 2
    assert parts(told)["figures"]


def test_a_statement_leads_to_its_cell_its_citation_and_its_findings() -> None:
    told = trace(REPORT, "k2")
    assert told.kind is TraceKind.STATEMENT
    assert [place.cell for place in told.places] == ["F3"]
    assert parts(told)["citation"] == ("Perwal 4/2024 Pasal 11 huruf g",)
    assert len(parts(told)["findings"]) == 1


def test_a_position_leads_to_its_cell_its_unit_its_superior_and_its_holders() -> None:
    told = trace(REPORT, "staf-dinkes-kesmas")
    assert told.kind is TraceKind.POSITION
    assert told.title == "Penelaah Teknis Kebijakan"
    assert [place.cell for place in told.places] == ["A26"]
    assert parts(told)["path"] == ("Dinas Kesehatan / Bidang Kesehatan Masyarakat",)
    assert parts(told)["stated"] == ("kebutuhan: 4", "terisi: 3")
    assert parts(told)["superior"] == ("kepala-dinkes-kesmas (Kepala Bidang Kesehatan Masyarakat)",)
    assert parts(told)["holders"] == ("p022", "p023", "p024")
    head = parts(trace(REPORT, "kepala-dinkes-kesmas"))
    assert head["subordinates"] == ("staf-dinkes-kesmas (Penelaah Teknis Kebijakan)",)


def test_a_position_leads_to_the_findings_about_it() -> None:
    about = Subject(SubjectKind.POSITION, "staf-dinkes")
    found = Finding(rule=NO_HEAD, subjects=(about,), params=params(unit="Dinas"))
    report = replace(
        REPORT,
        findings=(*REPORT.findings, found),
        short_ids={**REPORT.short_ids, found.fingerprint: "abcd"},
    )
    (line,) = parts(trace(report, "staf-dinkes"))["findings"]
    assert line.startswith("abcd STR")


def test_an_employee_is_traced_without_being_named() -> None:
    told = trace(REPORT, "p022")
    assert told.kind is TraceKind.EMPLOYEE
    assert [place.cell for place in told.places] == ["A23"]
    assert parts(told)["position"] == ("staf-dinkes-kesmas (Penelaah Teknis Kebijakan)",)
    assert parts(told)["path"] == ("Dinas Kesehatan / Bidang Kesehatan Masyarakat",)
    assert "Pegawai 22" not in told.text


def test_a_name_leads_to_nobody() -> None:
    with pytest.raises(UnusableInput):
        trace(REPORT, "Pegawai 22")


@pytest.mark.parametrize("key", shipped_values())
def test_every_ruleset_value_leads_to_its_article_and_its_source(key: str) -> None:
    told = trace(REPORT, key)
    value = shipped_values()[key]
    assert (told.kind, told.id, told.title) == (TraceKind.RULESET, key, value.value)
    assert value.legal_basis in parts(told)["basis"][0]
    assert parts(told)["source"] == (value.source,)
    assert value.valid_from in parts(told)["valid"][0]


def test_a_ruleset_value_leads_to_the_figures_that_use_it() -> None:
    key = "nasional:structure.span_max"
    figure = replace(REPORT.figures["city.units"], basis=(key,))
    report = replace(REPORT, figures={**REPORT.figures, "city.units": figure})
    (line,) = parts(trace(report, key))["figures"]
    assert line.endswith("(city.units)")


@pytest.mark.parametrize(
    ("subject_id", "key"),
    [
        ("overlap.duplication", "usage.no_such_id.near"),
        ("###", "usage.no_such_id.far"),
        (REPORT.findings[0].fingerprint[:3], "usage.no_such_id"),
    ],
)
def test_an_unknown_id_names_the_nearest(subject_id: str, key: str) -> None:
    with pytest.raises(UnusableInput) as caught:
        trace(REPORT, subject_id)
    (problem,) = caught.value.problems
    assert problem.key.startswith(key)
    for lang in Language:
        assert subject_id in catalogue(lang).problem(problem)


def test_a_text_of_a_stranger_stays_on_its_line() -> None:
    hostile = city_report(spoil=lambda text: f"{text}\n::error::\x1b[31m")
    for finding in hostile.findings:
        text = str(trace(hostile, finding.fingerprint))
        assert "\n::error::" not in text
        assert "\x1b" not in text
