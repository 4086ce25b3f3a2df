"""What happens to each kind of bad input? One table of the cases and their tests.

| case | tests here | and elsewhere |
| --- | --- | --- |
| 1 no table | ..is_no_table_is_told_by_what_it_is | test_preflight, sheets/test_forms |
| 2 damaged zip | ..damaged_sheet.., ..damaged_as_a_whole | sheets/test_workbook |
| 3 bomb | ..bomb.. | sheets/test_archive |
| 4 lying archives | ..archive_built_to_harm.. | sheets/test_archive |
| 5 DOCTYPE | ..no_declaration.. | sheets/test_workbook |
| 6 cells far apart | ..far_apart.. | sheets/test_workbook, sheets/test_forms |
| 7 a million rows | ..without_memory.., ..progress.. | |
| 8 caps | ..longest_cell.. | sheets/test_workbook |
| 9 formulas | ..run_or_followed | sheets/test_workbook |
| 10 formulas in names | ..looks_like_a_formula.. | reporters/test_xlsx, test_foreign_text |
| 11 markup in names | ..markup.. | reporters/test_html, test_html_browser |
| 12 terminal codes | ..terminal_codes.. | reporters/test_console |
| 13 YAML bombs | ..document_built_to_harm.. | test_documents |
| 14 YAML scalars | ..codes_of_a_document.. | test_documents, test_orgfile |
| 15 CSV | ..mixed_line_ends.. | sheets/test_csvs |
| 16 NIP | ..nip_is_kept.. | organisation/test_nip, sheets/test_workbook |
| 17 hierarchy | ..broken_hierarchy.., ..deep_or_broad.. | organisation/test_tree |
"""

import json
import os
import re
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from asn_restruktur.loaders.inputs import read
from asn_restruktur.organisation.assemble import assemble
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TableName, UnusableInput
from cli.command import COMMAND, environment
from made_files import UNITS, column, csv_text, edited, lying, packed, parts, table, workbook
from made_forms import ods, open_xml

SHEET_1 = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
XLSB = packed({"xl/workbook.bin": b"x"})


HANG = 10
"""Seconds of a reader that hangs; a busy machine needs some for a plain refusal."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How the command ended: exit code, what it printed, processor time and peak memory."""

    code: int
    out: str
    err: str
    seconds: float
    mebi: float


MEASURE = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[2:], capture_output=True, check=False)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
told = [done.returncode, done.stdout.decode(), done.stderr.decode()]
told += [used.ru_utime + used.ru_stime, used.ru_maxrss / float(sys.argv[1])]
print(json.dumps(told))
"""
"""A small process that runs the command: it measures the memory of that, not of the tests."""


def analyze(folder: Path, *arguments: str, room_mebi: int = 0) -> Ended:
    """Run the real command, with no more room than is said."""
    command = [*COMMAND, "analyze", *arguments, "--format", "json", "--lang", "en"]
    if room_mebi:
        command = ["sh", "-c", f'ulimit -v {room_mebi * 1024}; exec "$@"', "sh", *command]
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(unit), *command],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return Ended(*json.loads(done.stdout))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def city(*paths: Path) -> Organisation:
    reading = read(paths)
    return assemble(reading.tables, government=reading.government, findings=reading.findings)


def keys(*paths: Path) -> list[str]:
    with pytest.raises(UnusableInput) as caught:
        read(paths)
    return [problem.key for problem in caught.value.problems]


on_posix = pytest.mark.skipif(os.name != "posix", reason="measures with getrusage")


@on_posix
@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("kosong.xlsx", b"", "empty"),
        ("surat.xlsx", b"{\\rtf1 halo}", "RTF"),
        ("foto.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(99), "picture"),
        ("laman.xls", b"<html><body>halo</body></html>", "HTML"),
        ("biner.xlsb", XLSB, "save it as xlsx"),
        ("lama.doc", OLE + "WordDocument".encode("utf-16-le"), "docx"),
        ("kunci.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("rusak.xls", OLE + "Workbook".encode("utf-16-le"), "damaged"),
        ("surat.odt", packed({"content.xml": b"x", "mimetype": b"x"}), "OpenDocument"),
    ],
)
def test_what_is_no_table_is_told_by_what_it_is(
    name: str, content: bytes, says: str, here: Path
) -> None:
    (here / name).write_bytes(content)
    ended = analyze(here, name)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(name)
    assert says in ended.err
    assert "Traceback" not in ended.err
    assert [path.name for path in here.iterdir()] == [name]


def two_sheets() -> bytes:
    return workbook(Unit=UNITS, Fungsi=[("Kode Unit", "Uraian"), ("1", "pembinaan gizi")])


def with_wrong_checksum(content: bytes, part: str) -> bytes:
    at = content.index(b"PK\x01\x02", content.rindex(part.encode()) - 46)
    return content[: at + 16] + b"\x00\x01\x02\x03" + content[at + 20 :]


@on_posix
@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: with_wrong_checksum(content, "xl/worksheets/sheet2.xml"),
        lambda content: packed(
            {name: part for name, part in parts(content).items() if "sheet2" not in name}
        ),
        lambda content: edited(content, "xl/_rels/workbook.xml.rels", b"sheet2.xml", b"sheet9.xml"),
    ],
    ids=["checksum", "missing", "relation"],
)
def test_a_damaged_sheet_costs_only_itself(spoil: Callable[[bytes], bytes], here: Path) -> None:
    (here / "kota.xlsx").write_bytes(spoil(two_sheets()))
    reading = read([Path("kota.xlsx")])
    assert column(reading, TableName.UNITS, "unit_id") == ["1", "1.1", "1.10"]
    assert [(one.key, one.places[0].sheet) for one in reading.findings] == [
        ("DAT001.sheet", "Fungsi")
    ]
    ended = analyze(here, "kota.xlsx")
    assert ended.code == 0
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[: len(content) // 2],
        lambda content: with_wrong_checksum(content, "xl/workbook.xml"),
        lambda content: edited(content, "xl/_rels/workbook.xml.rels", b"Id=", b"Ix="),
        lambda content: packed(
            {name: part for name, part in parts(content).items() if "rels/work" not in name}
        ),
    ],
    ids=["cut", "checksum", "relations", "no relations"],
)
def test_a_workbook_damaged_as_a_whole(spoil: Callable[[bytes], bytes], here: Path) -> None:
    (here / "kota.xlsx").write_bytes(spoil(two_sheets()))
    (key,) = keys(Path("kota.xlsx"))
    assert key in ("input.zip_damaged", "input.part_damaged", "input.workbook_damaged")


@on_posix
def test_a_bomb_costs_no_time_and_no_memory(here: Path) -> None:
    with zipfile.ZipFile("bom.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open(SHEET_1, "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b"<row><c><v>1</v></c></row>" * 40_000)
    ended = analyze(here, "bom.xlsx")
    assert ended.code == 2
    assert "bom.xlsx" in ended.err
    assert ended.seconds < HANG
    assert ended.mebi < 150


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (lying(workbook(Unit=UNITS), SHEET_1, claimed=4_000_000_000), "input.zip_bomb"),
        (packed({f"{at}.xml": b"" for at in range(11_000)}), "input.zip_entries"),
        (packed({"dalam.zip": packed({"dalam.zip": workbook(Unit=UNITS)})}), "input.zip"),
    ],
    ids=["lying", "entries", "nested"],
)
def test_an_archive_built_to_harm_is_refused_at_once(content: bytes, key: str, here: Path) -> None:
    (here / "kota.xlsx").write_bytes(content)
    start = time.process_time()
    assert keys(Path("kota.xlsx")) == [key]
    assert time.process_time() - start < 1


XML_2003 = (
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-'
    'microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table><Row><Cell><Data>&x;</Data>'
    "</Cell></Row></Table></Worksheet></Workbook>"
)
DECLARATIONS = {
    "laughs": '<!DOCTYPE a [<!ENTITY y "ha"><!ENTITY x "&y;&y;&y;&y;">]>',
    "file": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:rahasia.txt">]>',
    "http": '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>',
    "subset": '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/x.dtd">',
}


def in_xlsx(declaration: str) -> bytes:
    xml = parts(workbook(Unit=UNITS))["xl/sharedStrings.xml"].decode()
    changed = xml.replace("<sst", f"{declaration}<sst", 1).replace("Dinas", "&x;", 1)
    return edited(workbook(Unit=UNITS), "xl/sharedStrings.xml", xml.encode(), changed.encode())


def in_ods(declaration: str) -> bytes:
    xml = open_xml().decode().replace("?>", f"?>{declaration}", 1).replace("Dinas", "&x;", 1)
    return ods(xml.encode())


def in_xml(declaration: str) -> bytes:
    return f'<?xml version="1.0"?>{declaration}{XML_2003}'.encode()


def in_html(declaration: str) -> bytes:
    return f"{declaration}<table><tr><td>&x;<td>a<tr><td>b<td>c</table>".encode()


@pytest.mark.parametrize("write", [in_xlsx, in_ods, in_xml, in_html])
@pytest.mark.parametrize("declaration", DECLARATIONS)
def test_no_declaration_reaches_a_file_or_the_network(
    write: Callable[[str], bytes], declaration: str, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_socket(*_: object, **__: object) -> None:
        pytest.fail("a socket was opened")

    monkeypatch.setattr(socket, "socket", no_socket)
    (here / "rahasia.txt").write_text("SANGAT-RAHASIA", encoding="utf-8")
    (here / "kota.xlsx").write_bytes(write(DECLARATIONS[declaration]))
    with pytest.raises(UnusableInput) as caught:
        read([Path("kota.xlsx")])
    told = [(one.key, one.params) for one in caught.value.problems]
    assert "RAHASIA" not in str(told)
    if write is not in_html:
        assert [key for key, _ in told] == ["input.xml_doctype"]


@on_posix
@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (row, row) for row in range(9, 300_000)),
    ],
    ids=["corner", "formats"],
)
def test_cells_far_apart_cost_little(rows: bytes, here: Path) -> None:
    content = edited(workbook(Unit=UNITS), SHEET_1, b"</sheetData>", rows + b"</sheetData>")
    (here / "kota.xlsx").write_bytes(content)
    ended = analyze(here, "kota.xlsx")
    assert ended.code == 0
    assert ended.seconds < HANG
    assert ended.mebi < 220


@on_posix
@pytest.mark.skipif(sys.platform == "darwin", reason="it knows no such limit")
def test_without_memory_the_file_is_told(here: Path) -> None:
    lines = "".join(f"1.{at},Unit nomor {at},,dinas\n" for at in range(1_200_000))
    (here / "besar.csv").write_text(csv_text(UNITS[:1]) + lines, encoding="utf-8")
    ended = analyze(here, "besar.csv", room_mebi=420)
    assert ended.code == 2, ended.err
    assert "besar.csv: there is not enough memory" in ended.err


def test_progress_is_told_for_each_file(here: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    for name in ("a.csv", "b.csv"):
        (here / name).write_text(csv_text(UNITS).replace("None", ""), encoding="utf-8")
    read(
        [Path("a.csv"), Path("b.csv")],
        progress=lambda file, done, total: heard.append((file, done, total)),
    )
    assert heard == [("a.csv", 0, 2), ("b.csv", 1, 2)]


def test_the_longest_cell_and_very_many_columns_and_sheets(here: Path) -> None:
    longest = "x" * 32_767
    wide = [[*UNITS[0], *(f"k{at}" for at in range(16_380))], ["1", longest, "dinas"]]
    sheets = {f"Lembar {at}": [("a", "b")] for at in range(299)}
    (here / "kota.xlsx").write_bytes(workbook(Unit=wide, **sheets))
    reading = read([Path("kota.xlsx")])
    assert column(reading, TableName.UNITS, "name") == [longest]
    assert len(reading.sources[0].parts) == 300


@on_posix
def test_nothing_of_a_workbook_is_run_or_followed(here: Path) -> None:
    """A macro, a link to another workbook, a DDE call and a cached value, named xlsm."""
    formula = b"<f>cmd|' /c touch kena'!A1</f><v>7</v>"
    xml = parts(workbook(Unit=[*UNITS[:2], ("1.9", 5555, "bidang", "1")]))
    sheet = xml[SHEET_1].replace(b"<v>5555</v>", formula)
    assert formula in sheet
    link = b'<externalLink><ddeLink ddeService="cmd" ddeTopic="/c touch kena"/></externalLink>'
    (here / "kota.xlsm").write_bytes(
        packed(
            xml
            | {SHEET_1: sheet, "xl/vbaProject.bin": b"\x00x", "xl/externalLinks/link1.xml": link}
        )
    )
    ended = analyze(here, "kota.xlsm", "-o", "laporan")
    assert ended.code == 0
    assert sorted(path.name for path in here.iterdir()) == ["kota.xlsm", "laporan"]
    assert column(read([Path("kota.xlsm")]), TableName.UNITS, "name") == ["Dinas Kesehatan", "7"]


FORMULAS = ('=HYPERLINK("http://a/","x")', "@SUM(A1)", "-2+3", "\t=1+1", "＝cmd|' /c x'!A1")  # noqa: RUF001
MARKUP = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)")
CODES = ("\x1b[31mmerah\x1b[0m", "[red]Dinas[/red]", "::error::Dinas", "Dinas%0A::x", "Di\nnas")


def named(name: str) -> str:
    quoted = name.replace('"', '""')
    return f'Kode Unit,Nama Unit,Kode Induk\n1,"{quoted}",\n1.1,Bidang Satu,1\n'


@pytest.mark.parametrize("name", FORMULAS)
def test_text_that_looks_like_a_formula_stays_text(name: str, here: Path) -> None:
    (here / "unit.csv").write_text(named(name), encoding="utf-8")
    assert city(Path("unit.csv")).tables[TableName.UNITS]["name"].to_list()[0] == name.strip()


@pytest.mark.parametrize("name", MARKUP)
def test_markup_in_a_name_stays_text(name: str, here: Path) -> None:
    (here / "unit.csv").write_text(named(name), encoding="utf-8")
    assert city(Path("unit.csv")).tables[TableName.UNITS]["name"].to_list()[0] == name


@on_posix
@pytest.mark.parametrize("name", CODES)
def test_terminal_codes_in_a_name_are_shown_and_not_obeyed(name: str, here: Path) -> None:
    (here / "unit.csv").write_text(named(name), encoding="utf-8")
    ended = analyze(here, "unit.csv")
    assert ended.code == 0
    assert "\x1b" not in ended.out + ended.err
    assert not re.search(r"^::", ended.out + ended.err, re.MULTILINE)


def aliases(depth: int) -> str:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, depth)]
    return "\n".join(lines)


@on_posix
@pytest.mark.parametrize(
    ("content", "line"),
    [
        (aliases(12), 2),
        ("units: " + "[" * 20_000, 1),
        ("units: !!python/object/apply:os.system ['touch kena']\n", 1),
        ("units: []\nunits: []\n", 2),
        ("a: &a {b: 1}\nunits:\n  <<: *a\n", 3),
        ("units:\n\t- {id: 1}\n", 2),
    ],
    ids=["aliases", "depth", "object", "twice", "merge", "tab"],
)
def test_a_document_built_to_harm_is_refused_with_its_line(
    content: str, line: int, here: Path
) -> None:
    (here / "kota.yaml").write_bytes(b"\xef\xbb\xbf" + content.encode())
    ended = analyze(here, "kota.yaml")
    assert ended.code == 2
    assert f"kota.yaml, line {line}" in ended.err
    assert "Traceback" not in ended.err
    assert [path.name for path in here.iterdir()] == ["kota.yaml"]
    assert ended.seconds < HANG


@pytest.mark.parametrize("code", ["1.10", "012", "no", "12:30:45", "2026-01-05", "NaN", "1e999"])
def test_codes_of_a_document_stay_as_written(code: str, here: Path) -> None:
    (here / "kota.yaml").write_text(f"units:\n  - {{id: {code}, name: Dinas}}\n", encoding="utf-8")
    assert column(read([Path("kota.yaml")]), TableName.UNITS, "unit_id") == [code]


def test_mixed_line_ends_and_a_broken_quotation(here: Path) -> None:
    (here / "unit.csv").write_bytes(b"Kode Unit;Nama Unit\r\n1;Dinas\n2;Badan\r3;Kantor")
    assert table(read([Path("unit.csv")]), TableName.UNITS)["place_row"].to_list() == [2, 3, 4]
    (here / "unit.csv").write_bytes(b'sep=;\r\nKode Unit;Nama Unit\r\n1;Dinas\r\n2;"Badan\r\n')
    with pytest.raises(UnusableInput) as caught:
        read([Path("unit.csv")])
    (problem,) = caught.value.problems
    assert (problem.key, problem.place and problem.place.line) == ("input.csv_quote", 4)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("198001012005011001", "198001012005011001"),
        ("19800101 200501 1 001", "198001012005011001"),
        ("'198001012005011001", "198001012005011001"),
        (198001012005011001, None),
        ("1.98001E+17", None),
    ],
)
def test_a_nip_is_kept_or_dropped_but_never_made_up(
    written: object, kept: str | None, here: Path
) -> None:
    rows = [("NIP", "Nama", "Kode Jabatan", "Golongan"), (written, "Pegawai Satu", "j1", "III/a")]
    (here / "pegawai.xlsx").write_bytes(workbook(Pegawai=rows))
    made = city(Path("pegawai.xlsx"))
    assert [nip or None for nip in made.tables[TableName.EMPLOYEES]["nip"]] == [kept]
    assert kept or any(one.rule.code.startswith("DAT") for one in made.findings)


def unit_rows(*rows: tuple[str, str, str]) -> str:
    return "Kode Unit,Nama Unit,Kode Induk\n" + "".join(f"{','.join(row)}\n" for row in rows)


def test_a_broken_hierarchy_is_told_at_once(here: Path) -> None:
    rows = unit_rows(
        ("1", "Dinas Satu", ""),
        ("2", "Dinas Dua", ""),
        ("1.1", "Bidang Data", "1"),
        ("2.1", "Bidang Data", "2"),
        ("3", "Diri", "3"),
        ("4", "Lingkar A", "5"),
        ("5", "Lingkar B", "4"),
        ("6", "Yatim", "9"),
    )
    (here / "unit.csv").write_text(rows, encoding="utf-8")
    made = city(Path("unit.csv"))
    units = made.tables[TableName.UNITS]
    assert units["unit_id"].to_list() == ["1", "2", "1.1", "2.1", "3", "4", "5", "6"]
    lines = {place.line for one in made.findings for place in one.places}
    assert {6, 7, 8, 9} <= lines
    assert 4 not in lines


@pytest.mark.parametrize(
    "rows",
    [
        [(str(at), f"Unit {at}", str(at - 1) if at else "") for at in range(1_000)],
        [(str(at), f"Unit {at}", "0" if at else "") for at in range(20_000)],
    ],
    ids=["deep", "broad"],
)
def test_a_deep_or_broad_tree_is_read(rows: list[tuple[str, str, str]], here: Path) -> None:
    (here / "unit.csv").write_text(unit_rows(*rows), encoding="utf-8")
    start = time.process_time()
    made = city(Path("unit.csv"))
    assert len(made.tables[TableName.UNITS]) == len(rows)
    assert time.process_time() - start < 20
