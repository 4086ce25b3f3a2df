"""Does the summary fit one screen and any terminal?"""

import io
from pathlib import PurePosixPath

import pytest
from report_factory import city_report, one_unit_report, quiet_report
from rich.console import Console

from asn_restruktur.reporters import console
from asn_restruktur.reporters.report import Report

WRITTEN = [
    PurePosixPath("laporan") / name for name in ("report.html", "report.md", "tables/pairs.csv")
]


def shown(
    report: Report, *, width: int = 80, is_terminal: bool = True, encoding: str = "utf-8"
) -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="strict", newline="\n")
    terminal = Console(
        file=stream,
        width=width,
        force_terminal=is_terminal,
        color_system="standard" if is_terminal else None,
        legacy_windows=False,
    )
    console.show(report, WRITTEN, console=terminal)
    stream.flush()
    return raw.getvalue().decode(encoding)


def test_it_fits_a_screen_of_80_by_24() -> None:
    lines = shown(city_report(), is_terminal=False).splitlines()
    assert len(lines) <= 23
    assert max(len(line) for line in lines) <= 80


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 160, 240])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = shown(city_report(), width=width, is_terminal=False).splitlines()
    assert max(len(line) for line in lines) <= width


def test_a_wide_screen_shows_both_statements_and_both_places() -> None:
    text = shown(city_report(), width=160, is_terminal=False)
    assert "penyelenggaraan pencegahan anak kerdil" in text
    assert "kota-contoh.xlsx!Tugas dan Fungsi!F5" in text
    assert "penyelenggaraan pencegahan" not in shown(city_report())


def test_a_terminal_gets_marks_and_colour_a_pipe_gets_words() -> None:
    terminal, pipe = shown(city_report()), shown(city_report(), is_terminal=False)
    assert "◆" in terminal
    assert "\x1b[" in terminal
    assert "[berat]" in pipe
    assert "◆" not in pipe
    assert "\x1b" not in pipe


def test_no_color_gets_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = shown(city_report())
    assert "[berat]" in text
    assert "\x1b[31" not in text


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii"])
def test_an_old_code_page_is_never_asked_for_what_it_lacks(encoding: str) -> None:
    text = shown(city_report(spoil=lambda name: f"{name} Ω漢"), encoding=encoding)
    assert "[berat]" in text
    assert "FUN101" in text


def test_what_a_stranger_wrote_is_shown_and_not_obeyed() -> None:
    text = shown(
        city_report(spoil=lambda name: f"[red]{name}\n::error::\x1b[2J"), is_terminal=False
    )
    assert "[red]Kota Contoh ::error::␛[2J" in text
    assert "\x1b" not in text
    assert [line for line in text.splitlines() if line.startswith("::error::")] == []


def test_the_files_are_named_with_their_folder_once() -> None:
    assert "Laporan: laporan/report.html report.md tables/" in shown(city_report())


def test_without_findings_it_says_what_was_read() -> None:
    text = shown(quiet_report())
    assert "Tidak ada tugas ganda di antara 4 rumusan yang dibaca." in text
    assert "Terkuat" not in text
    assert "Dahulukan" not in text


def test_without_statements_it_says_that_overlap_was_not_examined() -> None:
    assert "tumpang tindih tidak diperiksa" in shown(one_unit_report(), width=160)
