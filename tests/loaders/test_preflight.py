import pytest

from asn_restruktur.loaders.preflight import Nature, nature_of
from made_files import UNITS, csv_text, packed, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
XML_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
TABLE = b"<table><tr><th>Kode<th>Nama<tr><td>1<td>Dinas</table>"


def nature(content: bytes, file: str = "kota.xlsx") -> Nature:
    return nature_of(content, file)[0]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Nature.EMPTY),
        (b" \r\n\t\n", Nature.EMPTY),
        (bytes(4096), Nature.EMPTY),
        (b"\xef\xbb\xbf\r\n", Nature.EMPTY),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), Nature.PICTURE),
        (b"\xff\xd8\xff\xe0" + bytes(100), Nature.PICTURE),
        (b"BM\x36\x00\x00\x00" + bytes(100), Nature.PICTURE),
        (b"%PDF-1.7\n", Nature.PDF),
        (b"{\\rtf1 x}", Nature.RTF),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Nature.ENCRYPTED),
        (OLE + "Workbook".encode("utf-16-le"), Nature.OLD_WORKBOOK),
        (OLE + "WordDocument".encode("utf-16-le"), Nature.OLD_OFFICE),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(20), Nature.OLD_WORKBOOK),
        (packed({"xl/workbook.bin": b"x"}), Nature.BINARY_WORKBOOK),
        (packed({"content.xml": b"x", "mimetype": b"x"}), Nature.OPEN_DOCUMENT),
        (packed({"word/document.xml": b"x"}), Nature.WORD),
        (packed({"ppt/presentation.xml": b"x"}), Nature.SLIDES),
        (packed({"inner.zip": packed({"xl/workbook.xml": b"x"})}), Nature.ZIP),
        (packed({"content.xml": b"x", "mimetype": ODS}), Nature.OPEN_WORKBOOK),
        (b"<html><table><tr><td>Kode Unit</td></tr></table></html>", Nature.HTML),
        (b"\xef\xbb\xbf<table><tr><td>Kode</td></tr></table>", Nature.HTML),
        (b"<html><style>td {x: y}</style>" + TABLE, Nature.HTML_TABLE),
        (b"<h1>Daftar</h1>" + TABLE, Nature.HTML_TABLE),
        (b"<p>Peraturan tentang susunan organisasi</p>" * 9 + TABLE, Nature.HTML),
        (b"<table><tr><td>Pasal 1<td>a<tr><td>Pasal 2<td>b</table>", Nature.REGULATION_PAGE),
        (b'<?xml version="1.0"?><Workbook xmlns="' + XML_2003 + b'"/>', Nature.XML_WORKBOOK),
        (b'<office:document office:mimetype="' + ODS + b'"/>', Nature.FLAT_WORKBOOK),
        (b'<?xml version="1.0"?><mxfile host="x"/>', Nature.DRAWING),
        (b'<?xml version="1.0"?><graphml/>', Nature.DRAWING),
        (b'<?xml version="1.0"?><data/>', Nature.XML),
        (b'<?xml version="1.0"?><!-- x --><svg content="&lt;mxfile&gt;"/>', Nature.VECTOR),
        (b"<html><body><svg/></body></html>", Nature.HTML),
        (b'<!DOCTYPE graphml [<!ENTITY a "b">]><graphml/>', Nature.DRAWING),
        (packed({"visio/document.xml": b"x"}), Nature.VISIO),
        (b'/* x */ strict digraph "Struktur Kota" {}', Nature.DRAWING),
        (b"// x\n# y\ngraph { a -- b }", Nature.DRAWING),
        (b"%% komentar\n%%{init: {}}%%\ngraph TD; A-->B", Nature.DRAWING),
        (b"---\ntitle: Dinas\n---\nflowchart LR\n", Nature.DRAWING),
        (b"```mermaid\ngraph\nA-->B\n```\n", Nature.DRAWING),
        (b"graph,unit_id\n1,2\n", Nature.TABLE_TEXT),
        (b"---\nunits: []\n", Nature.DOCUMENT),
        (b"digraph { a -> b }", Nature.DRAWING),
        (b"flowchart TD\n  a --> b\n", Nature.DRAWING),
        (bytes(range(256)) * 20, Nature.NOISE),
        (workbook(Unit=UNITS), Nature.WORKBOOK),
        (csv_text(UNITS).encode(), Nature.TABLE_TEXT),
        (b"units:\n  - id: 1\n", Nature.DOCUMENT),
        (b'{"units": []}', Nature.DOCUMENT),
    ],
)
def test_a_file_is_what_its_bytes_say_whatever_its_name(content: bytes, expected: Nature) -> None:
    for file in ("kota.xlsx", "kota.txt", "kota"):
        assert nature(content, file) is expected


def test_the_ending_decides_only_for_plain_text_that_could_be_both() -> None:
    assert nature(b"nama: x\n", "kota.yaml") is Nature.DOCUMENT
    assert nature(b"nama: x\n", "kota.txt") is Nature.TABLE_TEXT
    assert nature(b"BM;Badan Milik\n1;2\n", "kota.csv") is Nature.TABLE_TEXT


@pytest.mark.parametrize("start", [b"/*", b" #", b"%%\n", b"---\n", b"<!", b"// graph "])
def test_a_long_hostile_beginning_is_told_soon(start: bytes) -> None:
    told = nature(start * 40_000)
    assert told in {Nature.TABLE_TEXT, Nature.DOCUMENT, Nature.XML}
