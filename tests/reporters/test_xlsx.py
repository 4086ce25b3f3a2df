"""Does the workbook answer one question a sheet, and run nothing?"""

import io
import re
import zipfile

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from report_factory import city_report, one_unit_report, quiet_report

from asn_restruktur.reporters import xlsx
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.xlsx.book import height
from asn_restruktur.vocabulary import Language

# openpyxl does not know the solid data bars that Excel 2010 brought.
pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported")

HEADER = 4


def book(report: Report) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(report)["report.xlsx"]))


def column(sheet: Worksheet, heading: str) -> int:
    return [cell.value for cell in sheet[HEADER]].index(heading) + 1


def test_each_question_has_its_sheet_in_order() -> None:
    assert book(city_report()).sheetnames == [
        "Ringkasan",
        "Rekomendasi",
        "Temuan",
        "Pasangan",
        "Matriks tumpang tindih",
        "Layanan",
        "Koordinasi",
        "Struktur",
        "Mutu data",
        "Rumusan",
    ]
    assert book(city_report(Language.EN)).sheetnames[:3] == [
        "Summary",
        "Recommendations",
        "Findings",
    ]


def test_what_is_not_there_has_no_sheet() -> None:
    assert book(one_unit_report()).sheetnames == ["Ringkasan", "Struktur"]
    assert "Pasangan" not in book(quiet_report()).sheetnames


def test_headings_are_frozen_filtered_and_repeated_in_print() -> None:
    workbook = book(city_report())
    for sheet in workbook.worksheets[1:]:
        if sheet.title == "Matriks tumpang tindih":
            continue
        assert sheet.freeze_panes[1:] == "5"
        assert sheet.auto_filter.ref.startswith("A4:")
        assert sheet.print_title_rows == "$4:$4"
        widths = [dimension.width for dimension in sheet.column_dimensions.values()]
        assert min(widths) >= 10
        assert max(widths) <= 61


def test_every_sheet_prints_on_a4_across_one_page() -> None:
    for sheet in book(city_report()).worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0


def test_a_finding_leads_to_the_text_of_its_statement() -> None:
    workbook = book(city_report())
    sheet = workbook["Temuan"]
    cell = sheet.cell(HEADER + 1, column(sheet, "Rumusan A"))
    assert cell.value == "k1"
    name, target = re.fullmatch(r"'(.+)'!(\w+)", cell.hyperlink.location).groups()
    assert workbook[name][target].value == "k1"


def test_every_link_stays_in_the_workbook_and_leads_to_something() -> None:
    workbook = book(city_report())
    links = [
        cell.hyperlink for sheet in workbook for row in sheet for cell in row if cell.hyperlink
    ]
    assert len(links) > 30
    for link in links:
        name, target = re.fullmatch(r"'(.+)'!(\w+)", link.location).groups()
        assert workbook[name][target].value is not None


def test_the_planner_chooses_a_decision_from_a_list() -> None:
    sheet = book(city_report())["Temuan"]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"setuju,tolak,bahas"'
    decision = column(sheet, "Keputusan")
    assert sheet.cell(HEADER + 1, decision).coordinate in rule.sqref
    assert sheet.cell(HEADER + 1, decision).value is None


def test_the_triangle_holds_a_number_for_each_two_that_overlap() -> None:
    sheet = book(city_report())["Matriks tumpang tindih"]
    numbers = sorted(
        cell.value
        for row in sheet.iter_rows(min_row=5)
        for cell in row
        if isinstance(cell.value, int)
    )
    assert numbers == [1, 1, 1, 2]
    assert [sheet.cell(5 + at, 2 + at).value for at in range(3)] == ["Dinkes", "DP3AKB", "Dinsos"]
    assert sheet["B6"].fill.fgColor.rgb == "FF742C06"


def test_the_colours_of_a_measure_are_rules_with_fixed_limits() -> None:
    sheet = book(city_report())["Struktur"]
    limits = [[rule.formula for rule in rules.rules] for rules in sheet.conditional_formatting]
    assert limits[0] == [["1", "1"], ["2", "2"], ["3", "4"], ["5", "7"], ["8"]]


@pytest.mark.parametrize(
    "hostile",
    [
        "=1+1",
        "@SUM(A1)",
        "+1+1",
        "-1+1",
        "http://contoh.test",
        "mailto:a@b",
        "internal:x",
        "'x",
        "{=1}",
    ],
)
def test_no_text_of_a_stranger_is_a_formula_or_a_link(hostile: str) -> None:
    workbook = book(city_report(spoil=lambda text: hostile + text))
    cells = [cell for sheet in workbook for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert any(str(cell.value).startswith(hostile) for cell in cells)
    assert {cell.hyperlink.target for cell in cells if cell.hyperlink} == {None}


def test_control_characters_and_long_texts_open() -> None:
    report = city_report(spoil=lambda text: f"{text}\x00\x1b\ud800" + "x" * 40_000)
    texts = [cell.value for row in book(report)["Rumusan"] for cell in row if cell.value]
    assert any("␀␛�" in str(text) for text in texts)
    assert max(len(str(text)) for text in texts) <= 32_767


def test_the_same_report_gives_the_same_bytes() -> None:
    assert xlsx.render(city_report()) == xlsx.render(city_report())
    with zipfile.ZipFile(io.BytesIO(xlsx.render(city_report())["report.xlsx"])) as parts:
        assert "2026-01-01T00:00:00Z" in parts.read("docProps/core.xml").decode()


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    assert height(["x"], [10]) == height([None, 3], [10, 10])
    assert height(["x" * 100], [10]) > height(["x" * 50], [10]) > height(["x"], [10])
    assert height(["a\nb\nc"], [10]) > height(["a b c"], [10])
