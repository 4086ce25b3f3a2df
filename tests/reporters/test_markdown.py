"""Does report.md say all, and is a stranger's text never markup?"""

import pytest
from report_factory import city_report, one_unit_report, quiet_report

from asn_restruktur.reporters.markdown import escaped, render


def test_it_holds_every_finding_and_both_texts_of_every_pair() -> None:
    report = city_report()
    text = render(report)["report.md"].decode()
    assert [f.code for f in report.findings if report.short_ids[f.fingerprint] not in text] == []
    assert "A: pelaksanaan pencegahan stunting bagi balita" in text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Dinas Kesehatan", "Dinas Kesehatan"),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("[x](javascript:1)", "\\[x\\](javascript:1)"),
        ("![x](http://y)", "!\\[x\\](http\\://y)"),
        ("# judul", "\\# judul"),
        ("1. satu", "1\\. satu"),
        ("- satu", "\\- satu"),
        ("a | b\n\nc", "a \\| b c"),
        (
            "&amp; @orang *tebal* _miring_ `kode` ~~x~~",
            "\\&amp; \\@orang \\*tebal\\* \\_miring\\_ \\`kode\\` \\~\\~x\\~\\~",
        ),
    ],
)
def test_text_means_nothing_but_itself(text: str, written: str) -> None:
    assert escaped(text) == written


def test_hostile_names_break_no_table() -> None:
    text = render(city_report(spoil=lambda name: f"{name} | <b>\n| x"))["report.md"].decode()
    rows = [line for line in text.splitlines() if line.startswith("|")]
    unescaped = {line.replace("\\|", "").count("|") for line in rows}
    assert unescaped == {4, 5, 6}
    assert "<b>" not in text.replace("\\<b\\>", "")


def test_what_is_not_there_has_no_section() -> None:
    for report in (quiet_report(), one_unit_report()):
        assert "## " not in render(report)["report.md"].decode().replace("## Layanan", "")


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(city_report()) == render(city_report())
