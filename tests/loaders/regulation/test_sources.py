import io
import zipfile
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from asn_restruktur.loaders.inputs import read
from asn_restruktur.loaders.regulation.docx import read_docx
from asn_restruktur.loaders.regulation.html import read_html
from asn_restruktur.loaders.understood import InputForm
from asn_restruktur.pipeline import load
from asn_restruktur.vocabulary import UnusableInput
from loaders.regulation.texts import citations, reading

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SENTENCE = "Seksi Pasar mempunyai tugas menata pasar rakyat."


def paragraph(text: str, number: str = "", level: int = 0) -> str:
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    properties = f"<w:pPr>{numbered}</w:pPr>" if number else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def levels(*forms: tuple[str, str]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (form, pattern) in enumerate(forms)
    )


def docx(body: str, numbering: str = "", doctype: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", doctype + document)
        if numbering:
            lists = f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'
            archive.writestr("word/numbering.xml", lists)
    return buffer.getvalue()


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{levels(("decimal", "Pasal %1"))}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{levels(("decimal", "(%1)"), ("lowerLetter", "%2."))}'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def test_automatic_numbers_of_word_are_written_out() -> None:
    body = "".join(
        [
            paragraph("", "1"),
            paragraph("Seksi Pasar mempunyai tugas menata pasar.", "2"),
            paragraph("Seksi Pasar menyelenggarakan fungsi:", "2"),
            paragraph("penataan kios;", "2", 1),
            paragraph("pembinaan pedagang.", "2", 1),
            paragraph("", "1"),
            paragraph("Seksi Parkir mempunyai tugas menata parkir.", "3"),
        ]
    )
    assert [line.text for line in read_docx(docx(body, NUMBERING), "a.docx").lines] == [
        "Pasal 1",
        "(1) Seksi Pasar mempunyai tugas menata pasar.",
        "(2) Seksi Pasar menyelenggarakan fungsi:",
        "a. penataan kios;",
        "b. pembinaan pedagang.",
        "Pasal 2",
        "(1) Seksi Parkir mempunyai tugas menata parkir.",
    ]


def test_deleted_text_of_a_document_is_not_read() -> None:
    body = "<w:p><w:r><w:t>Seksi</w:t></w:r><w:del><w:r><w:t> lama</w:t></w:r></w:del></w:p>"
    (line,) = read_docx(docx(body), "a.docx").lines
    assert line.text == "Seksi"


def test_a_document_is_read_like_the_same_text(tmp_path: Path) -> None:
    org = load(reading(tmp_path, docx(paragraph("Pasal 3") + paragraph(SENTENCE)), "naskah.docx"))
    assert citations(org) == {"Seksi Pasar": ["tugas 3"]}


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (docx("<w:p>"), "input.document_damaged"),
        (docx(paragraph("a"), doctype="<!DOCTYPE x>"), "input.xml_doctype"),
        (docx(paragraph("Jadwal rapat mingguan")), "input.no_duties"),
        (b"%PDF-1.7\n%%EOF", "input.pdf_damaged"),
        (b"%PDF-1.7\n" + b"\x00\xff" * 500, "input.pdf_damaged"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content: bytes, key: str, tmp_path: Path) -> None:
    path = tmp_path / "naskah"
    path.write_bytes(content)
    with pytest.raises(UnusableInput) as caught:
        read([path])
    (problem,) = caught.value.problems
    assert problem.key == key


def pdf(*pages: list[str], password: str = "") -> bytes:
    """Write text, one line below the other, as a PDF with a text layer."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for rows in pages:
        page = writer.add_blank_page(width=595, height=842)
        shown = " ".join(f"({row}) Tj 0 -14 Td" for row in rows)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 10 Tf 60 780 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_pages_of_a_pdf_are_joined_and_cited(tmp_path: Path) -> None:
    content = pdf(
        [
            "Pasal 4",
            "Seksi Pasar mempunyai tugas:",
            "a. menata kios dan",
            "b. membina........",
            "- 2 -",
        ],
        ["gudang pasar rakyat kota;", "b. membina pedagang pasar rakyat."],
    )
    org = load(reading(tmp_path, content, "naskah.pdf"))
    assert list(org.functions["text"]) == [
        "menata kios dan gudang pasar rakyat kota",
        "membina pedagang pasar rakyat",
    ]
    assert list(org.functions["place_article"]) == [
        "Pasal 4 huruf a, hal. 1",
        "Pasal 4 huruf b, hal. 2",
    ]


@pytest.mark.parametrize(
    ("content", "key"),
    [(pdf([], []), "input.scan"), (pdf([SENTENCE] * 9, password=SENTENCE), "input.pdf_locked")],
)
def test_a_scan_and_a_locked_pdf_are_told_apart(content: bytes, key: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as caught:
        reading(tmp_path, content, "naskah.pdf")
    assert [problem.key for problem in caught.value.problems] == [key]


def test_a_page_shows_one_line_a_block_and_the_marks_of_its_lists() -> None:
    page = (
        "<html><style>x</style><!-- Pasal 9 --><h2>Pasal 5</h2><p>Seksi Pasar&nbsp;mempunyai\n"
        "tugas:<ol type=a><li>menata<li>membina</ol><ul> c. memungut retribusi</ul>"
        '<ol style="list-style-type: lower-alpha"><li>mendata</li></ol>selesai'
    )
    assert [line.text for line in read_html(page, "a.html").lines] == [
        "Pasal 5",
        "Seksi Pasar mempunyai tugas:",
        "a. menata",
        "b. membina",
        "c. memungut retribusi",
        "a. mendata",
        "selesai",
    ]


def test_markdown_headings_and_emphasis_are_no_text(tmp_path: Path) -> None:
    text = "## **Pasal 2**\n\nSeksi Pasar **mempunyai tugas**:\n\na. menata;\nb. membina.\n"
    result = reading(tmp_path, text, "naskah.md")
    assert result.sources[0].form is InputForm.REGULATION
    assert citations(load(result)) == {"Seksi Pasar": ["tugas 2 huruf a", "tugas 2 huruf b"]}
