"""The page as a real browser shows it; skipped where there is no Chromium."""

import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from asn_restruktur.reporters.html import render
from asn_restruktur.reporters.html.wording import Wording
from asn_restruktur.reporters.report import Report
from reporters.report_factory import city_report, one_unit_report

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
    "--v=0",
    "--virtual-time-budget=2000",
)
Browse = Callable[[Report, str], tuple[str, str]]

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    """Open a report at an address; the document then, and what the console said."""

    def opened(report: Report, address: str) -> tuple[str, str]:
        file = tmp_path / "report.html"
        file.write_bytes(render(report)["report.html"])
        profile = tmp_path / "profile"
        done = subprocess.run(
            [
                CHROMIUM,
                *FLAGS,
                f"--user-data-dir={profile}",
                "--dump-dom",
                f"{file.as_uri()}{address}",
            ],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
        console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
        return done.stdout, "\n".join(console)

    return opened


class _Figures(HTMLParser):
    def __init__(self, document: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._key = ""
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's signature
        self._key = dict(attrs).get("data-figure") or ""

    def handle_data(self, data: str) -> None:
        if self._key:
            self.found.append((self._key, data))
            self._key = ""


def test_the_strongest_pair_stands_there_at_load(browse: Browse) -> None:
    report = city_report()
    document, console = browse(report, "")
    assert f'id="pasangan-{report.findings[0].fingerprint}"' in document
    assert console == ""


def test_what_the_script_shows_are_figures_too(browse: Browse) -> None:
    report = city_report()
    document, _ = browse(report, "#unit-dinkes")
    say = Wording(report)
    figures = _Figures(document).found
    assert {"unit.findings:dinkes", "pair.score:" + report.findings[0].fingerprint} <= {
        key for key, _ in figures
    }
    for key, shown in figures:
        assert shown.casefold() in {say.number(key), say.spelled(key)}, key


def test_a_permanent_link_opens_what_it_names(browse: Browse) -> None:
    report = city_report()
    weakest = report.findings[4]
    document, _ = browse(report, f"#pasangan-{weakest.fingerprint}")
    assert f'id="pasangan-{weakest.fingerprint}"' in document
    document, _ = browse(report, "#unit-dinkes-p2p")
    panel = re.search(r'<aside class="draw"[^>]*>', document)
    assert panel is not None
    assert "hidden" not in panel.group()
    assert ">Bidang Pencegahan dan Pengendalian Penyakit</h2>" in document


def test_the_address_keeps_the_filters(browse: Browse) -> None:
    document, _ = browse(city_report(), "#temuan?jenis=KOR")
    assert "2 dari 11 temuan" in document


def test_the_text_of_strangers_runs_nothing(browse: Browse) -> None:
    payload = "<img src=x onerror=document.title='live'></script><script>document.title='live'"
    report = city_report(spoil=lambda text: f"{text} {payload}")
    document, console = browse(report, "#unit-dinkes")
    assert "<title>live</title>" not in document
    assert "<img" not in document
    assert console == ""


def test_a_page_of_one_unit_shows_that_unit(browse: Browse) -> None:
    document, console = browse(one_unit_report(), "")
    assert 'data-figure="unit.employees:setda"' in document
    assert console == ""
