"""Do the reports of a small city still read as a person has approved them?"""

import io
from pathlib import PurePosixPath

import pytest
from rich.console import Console

from asn_restruktur.reporters import console, findings_json, markdown, tables_csv, trace
from asn_restruktur.vocabulary import Language
from conftest import Golden
from reporters.report_factory import city_report

WRITTEN = [
    PurePosixPath("laporan") / name
    for name in ("report.html", "report.xlsx", "report.md", "findings.json", "tables/pairs.csv")
]


@pytest.mark.parametrize("lang", list(Language))
@pytest.mark.parametrize("width", [50, 80, 160])
def test_console(lang: Language, width: int, golden: Golden) -> None:
    screen = io.StringIO()
    terminal = Console(file=screen, width=width, force_terminal=True, color_system=None)
    console.show(city_report(lang), WRITTEN, console=terminal)
    golden(f"{lang}/console-{width}.txt", screen.getvalue().encode())


@pytest.mark.parametrize("lang", list(Language))
def test_markdown(lang: Language, golden: Golden) -> None:
    golden(f"{lang}/report.md", markdown.render(city_report(lang))["report.md"])


@pytest.mark.parametrize("lang", list(Language))
def test_trace(lang: Language, golden: Golden) -> None:
    report = city_report(lang)
    ids = ["overlap.duplications", report.findings[0].fingerprint, "dinkes-kesmas", "k2"]
    told = "\n\n".join(str(trace.trace(report, subject_id)) for subject_id in ids)
    golden(f"{lang}/why.txt", f"{told}\n".encode())


def test_findings(golden: Golden) -> None:
    golden("findings.json", findings_json.render(city_report())["findings.json"])


@pytest.mark.parametrize("name", ["pairs", "topics", "coordination", "functions"])
def test_tables(name: str, golden: Golden) -> None:
    golden(f"tables/{name}.csv", tables_csv.render(city_report())[f"tables/{name}.csv"])
