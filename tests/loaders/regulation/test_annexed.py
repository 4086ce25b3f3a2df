from pathlib import Path

import pytest

from asn_restruktur.loaders.inputs import read
from asn_restruktur.loaders.understood import InputForm
from asn_restruktur.pipeline import load
from loaders.regulation.test_sources import NUMBERING, docx, paragraph
from loaders.regulation.texts import citations, parents, reading

HEADINGS = ("No", "Unit Kerja/Jabatan", "Tugas", "Fungsi", "Uraian Tugas")
DUTIES = (
    ("1", "Seksi Kios", "menata kios pasar rakyat", "penataan kios", "1. mendata kios"),
    ("2", "Kepala Seksi Timbangan", "menera timbangan pedagang", "peneraan timbangan", "a. menera"),
)


def cell(*paragraphs: str, merge: str = "", span: int = 0) -> str:
    merged = f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>"
    properties = (merged if merge else "") + (f'<w:gridSpan w:val="{span}"/>' if span else "")
    inner = "".join(text if text.startswith("<") else paragraph(text) for text in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    lines = (
        "<w:tr>"
        + "".join(text if text.startswith("<w:tc>") else cell(text) for text in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def test_a_table_of_duties_in_a_document_is_read_by_its_headings(tmp_path: Path) -> None:
    body = paragraph("URAIAN TUGAS DINAS PASAR") + table(HEADINGS, *DUTIES)
    one = reading(tmp_path, docx(body), "uraian.docx")
    assert one.sources[0].form is InputForm.WORKBOOK
    org = load(one)
    kinds = list(zip(org.functions["kind"], org.functions["text"], strict=True))
    assert ("tugas", "menata kios pasar rakyat") in kinds
    assert ("fungsi", "peneraan timbangan") in kinds
    assert ("uraian", "mendata kios") in kinds
    assert len(kinds) == 6
    assert list(org.units["name"])[-2:] == ["Seksi Kios", "Seksi Timbangan"]


@pytest.mark.parametrize("below", [cell("", merge="continue"), cell("")])
def test_a_unit_that_is_named_once_has_all_duties_below_it(below: str, tmp_path: Path) -> None:
    first = cell("Seksi Kios", merge="restart") if "vMerge" in below else cell("Seksi Kios")
    body = table(
        ("Unit Kerja", "Uraian Tugas"),
        (first, cell("mendata kios pasar;", "membersihkan lorong pasar.")),
        (below, "menagih sewa kios"),
        ("Seksi Timbangan", cell(paragraph("menera timbangan", "2"), paragraph("menyegel", "2"))),
    )
    org = load(reading(tmp_path, docx(body, NUMBERING), "uraian.docx"))
    assert [len(found) for found in citations(org).values()] == [3, 2]
    assert "menagih sewa kios" in list(org.functions["text"])
    assert "menyegel" in list(org.functions["text"])


def test_a_regulation_and_the_table_of_its_annex_are_both_read(tmp_path: Path) -> None:
    body = (
        paragraph("Pasal 3")
        + paragraph("Bidang Niaga mempunyai tugas membina pedagang pasar.")
        + paragraph("Pasal 4")
        + paragraph("Peraturan ini mulai berlaku pada tanggal diundangkan.")
        + paragraph("LAMPIRAN")
        + table(HEADINGS, *DUTIES)
    )
    one = reading(tmp_path, docx(body), "perbup.docx")
    (source,) = one.sources
    assert (source.form, source.articles) == (InputForm.REGULATION, 2)
    org = load(one)
    assert [len(found) for found in citations(org).values()] == [1, 3, 3]
    cells = [row for row in one.tables if "place_sheet" in row.frame]
    assert {sheet for row in cells for sheet in row.frame["place_sheet"]} == {"", "table 1"}


def test_a_table_below_a_title_speaks_of_the_units_that_the_text_lists(tmp_path: Path) -> None:
    text = [
        "Pasal 2",
        "Susunan organisasi Dinas Pasar terdiri atas:",
        "a. Bidang Niaga, membawahkan:",
        "1. Seksi Kios; dan",
        "2. Seksi Gudang.",
    ]
    title = paragraph("LAMPIRAN") + paragraph("URAIAN TUGAS DINAS PASAR")
    body = "".join(map(paragraph, text)) + title + table(HEADINGS, *DUTIES)
    org = load(reading(tmp_path, docx(body), "perbup.docx"))
    found = citations(org)
    assert {name: len(kinds) for name, kinds in found.items()} == {
        "Dinas Pasar": 0,
        "Bidang Niaga": 0,
        "Seksi Kios": 3,
        "Seksi Gudang": 0,
        "Seksi Timbangan": 3,
    }
    assert (parents(org)["Seksi Kios"], parents(org)["Seksi Timbangan"]) == (
        "Bidang Niaga",
        "Dinas Pasar",
    )


def test_a_web_page_with_a_text_and_a_long_table_of_duties_gives_both(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr>{''.join(f'<td>{text}</td>' for text in row)}</tr>" for row in (HEADINGS, *DUTIES)
    )
    prose = "<p>Kota ini ramai oleh pedagang yang datang dari banyak desa di sekitarnya.</p>" * 9
    page = (
        f"<html><body><table><tr><td>Beranda</td></tr></table>{prose}"
        "<p>Bidang Niaga mempunyai tugas membina pedagang pasar.</p>"
        f"<p>Uraian Tugas</p><table>{rows}</table></body></html>"
    )
    one = reading(tmp_path, page, "tugas.html")
    assert [len(found) for found in citations(load(one)).values()] == [1, 3, 3]
    sheets = {sheet for each in one.tables for sheet in each.frame["place_sheet"]}
    assert sheets == {"", "table 2"}


def test_a_table_that_lays_out_articles_stays_text(tmp_path: Path) -> None:
    body = table(
        ("Unit Kerja", "Uraian Tugas"),
        ("Pasal 2", "Seksi Kios mempunyai tugas menata kios pasar."),
    )
    assert read_form(tmp_path, docx(body)) is InputForm.REGULATION


def read_form(folder: Path, content: bytes) -> InputForm:
    path = folder / "tata.docx"
    path.write_bytes(content)
    return read([path]).sources[0].form
