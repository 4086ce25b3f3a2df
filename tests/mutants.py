"""How does a sound file become one that somebody, or chance, has spoilt?

Every number makes one file, always the same one. A new form of input joins by a maker in `SOUND`.
"""

import html
import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence

from made_files import STATEMENTS, UNITS, csv_text, parts, workbook
from made_forms import ROWS, fods, html_page, ods, open_xml, xls, xlsx, xml_2003

Rng = random.Random
Row = Sequence[str]

POSITIONS = (
    ("Kode Jabatan", "Kode Unit", "Nama Jabatan", "Eselon", "Kebutuhan", "Bezetting"),
    ("j1", "1", "Kepala Dinas Kesehatan", "II.b", "1", "1"),
    ("j2", "1.1", "Kepala Bidang Pelayanan", "III.b", "1", "0"),
    ("j3", "1.1", "Analis Gizi", "", "2,5", "3"),
)
EMPLOYEES = (
    ("NIP", "Nama", "Kode Jabatan", "Golongan", "Tanggal Lahir"),
    ("198001012005011001", "Pegawai Satu", "j1", "IV/a", "01-01-1980"),
    ("199003032015032002", "Pegawai Dua", "j3", "III/b", "3 Maret 1990"),
)
WORKLOAD = (
    ("No", "Kode Unit", "Nama Jabatan", "Uraian Tugas", "Volume", "Waktu (menit)"),
    ("1", "2", "3", "4", "5", "6"),
    ("1", "1.1", "Analis Gizi", "Menyusun laporan gizi", "1.250", "30,5"),
    ("JUMLAH", "", "", "", "1.250", ""),
)
REGULATION = """\
PERATURAN WALI KOTA TELADAN
NOMOR 1 TAHUN 2026
BAB II
SUSUNAN ORGANISASI
Pasal 3
(1) Susunan organisasi Dinas Kesehatan terdiri atas:
    a. Kepala Dinas;
    b. Sekretariat, membawahkan:
       1. Subbagian Umum; dan
       2. Subbagian Keuangan;
    c. Bidang Pelayanan Kesehatan.
(2) Bagan tercantum dalam Lampiran.
Pasal 4
(1) Dinas Kesehatan mempunyai tugas membantu Wali Kota di bidang kesehatan.
(2) Dalam melaksanakan tugas sebagaimana dimaksud pada ayat (1), Dinas menyelenggarakan fungsi:
    a. perumusan kebijakan di bidang kesehatan;
    b. pelaksanaan kebijakan di bidang kesehatan; dan
    c. pelaksanaan fungsi lain yang diberikan oleh Wali Kota.
"""
ORG = """\
organisation: Kota Teladan
as_of: 2026-01-01
units:
  - id: 1.10
    name: "Dinas Kesehatan"
    head: {id: kadin, title: Kepala Dinas Kesehatan, eselon: II.b}
    functions: [perumusan kebijakan, {id: f2, kind: fungsi, text: pelaksanaan kebijakan}]
    units:
      - {name: Bidang Pelayanan, functions: [pembinaan gizi]}
links:
  - {from: 1.10, to: Bidang Pelayanan, topic: gizi}
"""
DRAWIO = """\
<mxfile host="x"><diagram name="a"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="2" value="Dinas" vertex="1" parent="1"><mxGeometry x="1" y="1" width="9" height="9"/>
</mxCell><mxCell id="3" value="Bidang" vertex="1" parent="1"/>
<mxCell id="4" edge="1" source="2" target="3" parent="1"/></root></mxGraphModel></diagram></mxfile>
"""
GRAPHML = """\
<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="node" attr.name="label" attr.type="string"/><graph edgedefault="directed">
<node id="a"><data key="d0">Dinas</data></node><node id="b"/><edge source="a" target="b"/>
</graph></graphml>
"""
DOT = 'digraph kota { a [label="Dinas"]; b [label="Bidang"]; a -> b; }\n'
MERMAID = "flowchart TD\n  a[Dinas] --> b[Bidang]\n  b --> c(Seksi)\n"
_DOCX = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
    '2006/main"><w:body>{}</w:body></w:document>'
)


def docx() -> bytes:
    """Write the regulation as a document."""
    lines = "".join(
        f"<w:p><w:r><w:t>{html.escape(line)}</w:t></w:r></w:p>" for line in REGULATION.splitlines()
    )
    return zipped({"word/document.xml": _DOCX.format(lines).encode()})


def regulation_page() -> bytes:
    """Write the regulation as a page."""
    lines = "".join(f"<p>{html.escape(line)}<br>" for line in REGULATION.splitlines())
    return f"<html><body>{lines}</body></html>".encode()


def city() -> bytes:
    """Write a workbook of several tables."""
    return workbook(
        Unit=[("PEMERINTAH KOTA TELADAN",), *UNITS, ("JUMLAH", 3)],
        Fungsi=[("Kode Unit", "Uraian"), ("1", "pembinaan gizi"), ("1.1", "penyuluhan")],
        Jabatan=POSITIONS,
        Pegawai=EMPLOYEES,
        ABK=WORKLOAD,
    )


def text(content: str) -> Callable[[], bytes]:
    """Return a maker of a text."""
    return content.encode


SOUND: Mapping[str, Callable[[], bytes]] = {
    "kota.xlsx": lambda: _undated(city()),
    "unit.xlsx": lambda: _undated(xlsx()),
    "unit.xls": xls,
    "unit.ods": lambda: _undated(ods()),
    "unit.fods": fods,
    "unit.xml": xml_2003,
    "laman.xls": html_page,
    "rumusan.csv": text(csv_text(STATEMENTS)),
    "jabatan.csv": text(csv_text(POSITIONS, ";")),
    "beban.tsv": text(csv_text(WORKLOAD, "\t")),
    "kota.yaml": text(ORG),
    "kota.json": text(
        '{"units": [{"id": "1", "name": "Dinas", "functions": ["a", {"text": "b"}]}]}'
    ),
    "perwal.txt": text(REGULATION),
    "perwal.html": regulation_page,
    "perwal.docx": docx,
    "bagan.drawio": text(DRAWIO),
    "bagan.graphml": text(GRAPHML),
    "bagan.dot": text(DOT),
    "bagan.mmd": text(MERMAID),
}
ROW_FORMS: Mapping[str, Callable[[Sequence[Row]], bytes]] = {
    "acak.xlsx": lambda rows: _undated(workbook(Unit=rows)),
    "acak-format.xlsx": lambda rows: _undated(xlsx(rows)),
    "acak.xls": xls,
    "acak.ods": lambda rows: _undated(ods(open_xml(rows))),
    "acak.xml": xml_2003,
    "acak-laman.xls": html_page,
    "acak.csv": lambda rows: csv_text(rows).encode(),
}
TITLE = ("Daftar", "", "", "")
TABLES = (ROWS[1:], UNITS, STATEMENTS, POSITIONS, EMPLOYEES, WORKLOAD)
ODD_VALUES = (
    *("", " ", "-", "0", "1", "-1", "99999999999", "NaN", "1e999", "#REF!", "=1+1", "1.234,50"),
    *("31-02-2026", "\u202e", "\u0085", "'1", "JUMLAH", "a\nb", "[red]", "x" * 3000, "1.1", "²"),
)
ACCIDENTS = (
    *(b"-1", b"99999999999", b"NaN", b"&x;", b"<a>", b"]]>", b'"', b"\x00", b"\xff\xfe", b";"),
    *(
        b"\r\n",
        b"\t",
        b": ",
        b"[",
        b"*a",
        b"<!--",
        b"<table>",
        b"</table>",
        b"Pasal 1\n",
        b"{",
        b"(1)",
    ),
)
ODD_ATTRIBUTES = (
    *(b"-1", b"0", b"99999999999", b"NaN", b"&x;", b"", b"XFD1048576", b"A0", b"A1:XFD1048576"),
    *(b"9" * 5000, b"A" * 5000, b"1e308", b"true"),
)
_ATTRIBUTE = re.compile(rb"""=\s*("[^"<>]*"|'[^'<>]*')""")
_MOST_BYTES = 400_000


def mutant(number: int) -> tuple[str, bytes]:
    """Make the spoilt file of a number.

    Returns:
        Its name and its bytes.
    """
    rng = Rng(number)
    if rng.random() < 0.4:
        name = rng.choice(list(ROW_FORMS))
        try:
            content = ROW_FORMS[name]([TITLE, *_spoilt_rows(rng.choice(TABLES), rng)])
        except Exception:  # noqa: BLE001  # no writer takes everything
            content = csv_text(ODD_ROWS).encode()
        return name, content if rng.random() < 0.7 else _spoilt(content, rng)
    name = rng.choice(list(SOUND))
    return name, _spoilt(SOUND[name](), rng)


ODD_ROWS = (("Kode Unit", "Nama Unit"), ODD_VALUES, tuple(reversed(ODD_VALUES)))


def zipped(content: Mapping[str, bytes]) -> bytes:
    """Pack parts, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _undated(content: bytes) -> bytes:
    """Take out when a file was made."""
    return zipped({name: part for name, part in parts(content).items() if "docProps" not in name})


def _spoilt_rows(rows: Sequence[Row], rng: Rng) -> list[list[str]]:
    """Shuffle cells, break headings, and write odd values."""
    table = [[str(cell or "") for cell in row] for row in rows]
    for _ in range(rng.randint(1, 6)):
        row = rng.choice(table)
        at = rng.randrange(len(row))
        match rng.randrange(8):
            case 0:
                rng.shuffle(row)
            case 1:
                rng.shuffle(table)
            case 2:
                row[at] = rng.choice(ODD_VALUES)
            case 3:
                row[at] = row[at][: len(row[at]) // 2]
            case 4:
                table.insert(rng.randrange(len(table)), list(row))
            case 5:
                for line in table:
                    line.insert(min(at, len(line)), rng.choice(ODD_VALUES))
            case 6:
                row[:] = [*row, *row]
            case _:
                row[at] = rng.choice(rng.choice(table))
    return table


def _spoilt(content: bytes, rng: Rng) -> bytes:
    """Spoil bytes, parts of a zip, attributes, or the text as a whole."""
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        if content.startswith(b"PK") and rng.random() < 0.8:
            content = _spoilt_zip(content, rng)
        elif rng.random() < 0.4:
            content = _spoilt_attribute(content, rng)
        elif rng.random() < 0.3:
            content = _spoilt_whole(content, rng)
        else:
            content = _spoilt_bytes(content, rng)
    return content[:_MOST_BYTES]


def _spoilt_zip(content: bytes, rng: Rng) -> bytes:
    try:
        inside = parts(content)
    except Exception:  # noqa: BLE001  # it was spoilt before
        return _spoilt_bytes(content, rng)
    if not inside:
        return content
    name = rng.choice(sorted(inside))
    part = inside[name]
    match rng.randrange(8):
        case 0:
            del inside[name]
        case 1:
            inside[name] = inside[rng.choice(sorted(inside))]
        case 2:
            inside[name + "x"] = inside.pop(name)
        case 3:
            inside[name] = b""
        case 4:
            inside[name] = _spoilt_whole(part, rng)
        case 5:
            inside[name] = _spoilt_bytes(part, rng)
        case _:
            inside[name] = _spoilt_attribute(part, rng)
    packed = zipped(inside)
    return _with_twin(packed, name, part) if rng.random() < 0.05 else packed


def _with_twin(content: bytes, name: str, part: bytes) -> bytes:
    """Add a second entry of a name."""
    buffer = io.BytesIO(content)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.NameToInfo.clear()  # it would warn
        archive.writestr(zipfile.ZipInfo(name), part)
    return buffer.getvalue()


def _spoilt_attribute(content: bytes, rng: Rng) -> bytes:
    found = list(_ATTRIBUTE.finditer(content[:200_000]))
    if not found:
        return _spoilt_bytes(content, rng)
    one = rng.choice(found)
    return content[: one.start()] + b'="' + rng.choice(ODD_ATTRIBUTES) + b'"' + content[one.end() :]


def _spoilt_whole(content: bytes, rng: Rng) -> bytes:
    """Cut a text in half, double it, repeat a line, or write it in another encoding."""
    half = len(content) // 2
    lines = content.split(b"\n")
    line = rng.choice(lines)
    ways: Sequence[Callable[[], bytes]] = (
        lambda: content[:half],
        lambda: content[half:],
        lambda: content + content,
        lambda: content + b"\n" + (line + b"\n") * min(500, 100_000 // (len(line) + 1)),
        lambda: content.decode("latin-1").encode("utf-16"),
        lambda: content.replace(b"\n", b" "),
        lambda: content.replace(b"\n", rng.choice((b"\r", b"\r\n", b"\x0b", b"\n\n"))),
    )
    return rng.choice(ways)()


def _spoilt_bytes(content: bytes, rng: Rng) -> bytes:
    changed = bytearray(content)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(changed) + 1)
        length = rng.randint(1, 40)
        match rng.randrange(5):
            case 0 if at < len(changed):
                changed[at] ^= rng.randint(1, 255)
            case 1:
                del changed[at : at + length]
            case 2 if rng.random() < 0.3:
                del changed[at:]
            case 3:
                changed[at:at] = changed[at : at + length]
            case _:
                changed[at:at] = rng.choice(ACCIDENTS)
    return bytes(changed)
