from pathlib import Path

import pytest

from asn_restruktur.loaders.inputs import read
from asn_restruktur.loaders.own_reports import is_own_report
from asn_restruktur.reporters.forms import renderer
from asn_restruktur.vocabulary import USUAL_FORMS, Form, UnusableInput
from made_files import UNITS, csv_text, edited, workbook
from reporters.report_factory import city_report

REPORTS = sorted(set(USUAL_FORMS) - {Form.CSV})
"""Forms that tell findings; the others are the organisation alone, and may be read again."""


def rendered(form: Form) -> tuple[str, bytes]:
    """One file of the form, as the output folder gets it."""
    ((name, content),) = renderer(form)(city_report()).items()
    return name, content


@pytest.mark.parametrize("form", REPORTS)
def test_every_report_is_known_as_ours_whatever_its_name(form: Form) -> None:
    _, content = rendered(form)
    assert is_own_report(content, "kota.txt")


@pytest.mark.parametrize(
    "content",
    [
        workbook(Unit=UNITS),
        csv_text(UNITS).encode(),
        b"organisation: asn-restruktur\nunits: []\n",
        b"<html><p>asn-restruktur</p></html>",
        b"",
    ],
)
def test_data_is_not_taken_for_a_report(content: bytes) -> None:
    assert not is_own_report(content, "report.xlsx")


def test_a_workbook_saved_again_elsewhere_is_still_ours() -> None:
    _, content = rendered(Form.XLSX)
    again = edited(content, "docProps/custom.xml", b'pid="2"', b'pid="7" linkTarget="x"')
    assert is_own_report(again, "report.xlsx")


def test_reports_in_a_folder_are_told_and_not_read(tmp_path: Path) -> None:
    for form in REPORTS:
        name, content = rendered(form)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "kota.xlsx").write_bytes(workbook(Unit=UNITS))
    reading = read([tmp_path])
    assert [Path(source.file).name for source in reading.sources] == ["kota.xlsx"]
    told = {Path(finding.places[0].file).name: finding.key for finding in reading.findings}
    assert told == dict.fromkeys(
        ("findings.json", "report.html", "report.md", "report.xlsx"), "DAT002.own"
    )


def test_a_report_named_as_input_is_refused(tmp_path: Path) -> None:
    name, content = rendered(Form.XLSX)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnusableInput) as caught:
        read([tmp_path / name])
    assert [problem.key for problem in caught.value.problems] == ["input.own_report"]
