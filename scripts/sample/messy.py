"""What does a workbook look like that nobody made for a program?

A list of posts as an office prints it: titles, a heading of two merged rows, numbers of columns,
rows that name a unit, subtotals and a signature; and beside it a list of duties by post. All
invented.
"""

import io

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sample.book import CREATED

NAME = "berantakan"
FILE = "formasi disporapar.xlsx"

_TITLES = (
    "PEMERINTAH KOTA TELADAN",
    "DAFTAR KEBUTUHAN DAN BEZETTING PEGAWAI",
    "DINAS KEPEMUDAAN, OLAHRAGA DAN PARIWISATA",
)
_HEADING = 4
_POSTS: tuple[tuple[object, ...], ...] = (
    ("I", "Kepala Dinas", 14, 1, 1, 0, "lt. 3"),
    ("SEKRETARIAT",),
    (1, "Sekretaris", 12, 1, 1, 0, "lt. 3"),
    (2, "Kepala Subbagian Umum dan Kepegawaian", 9, 1, 1, 0, "lt. 1"),
    (3, "Pengelola Kepegawaian", 6, 2, 1, -1, "lt. 1"),
    (4, "Bendahara", 7, 1, 1, 0, "lt. 1"),
    (None, "Jumlah", None, 5, 4, -1, None),
    ("BIDANG KEPEMUDAAN DAN OLAHRAGA",),
    (5, "Kepala Bidang Kepemudaan dan Olahraga", 11, 1, 1, 0, "lt. 2"),
    (6, "Pelatih Olahraga Ahli Muda", 9, 3, 1, -2, "GOR"),
    (7, "Penata Kelola Kepemudaan", 7, 2, 2, 0, "lt. 2"),
    (None, "Jumlah", None, 6, 4, -2, None),
    ("BIDANG DESTINASI PARIWISATA",),
    (8, "Kepala Bidang Destinasi Pariwisata", 11, 1, 0, -1, "lt. 2"),
    (9, "Adyatama Kepariwisataan dan Ekonomi Kreatif Ahli Pertama", 8, 3, 1, -2, "lt. 2"),
    (None, "Jumlah", None, 4, 1, -3, None),
    (None, "JUMLAH TOTAL", None, 16, 10, -6, None),
)
_SIGNATURE = ("Teladan, 5 Januari 2026", "Kepala Dinas,", "", "(nama dan NIP)")
_DUTIES: tuple[tuple[str, str], ...] = (
    ("Sekretaris", "a. menyusun program kerja sekretariat;\nb. membina administrasi kepegawaian;"),
    ("Kepala Bidang Kepemudaan dan Olahraga", "menyiapkan pembinaan organisasi kepemudaan"),
    ("", "menyelenggarakan kejuaraan olahraga antarpelajar"),
    ("Kepala Bidang Destinasi Pariwisata", "memetakan daya tarik wisata"),
    ("", "menata rambu petunjuk di kawasan wisata"),
)


def render() -> bytes:
    """Write the workbook; the same source gives the same bytes."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": _TITLES[0], "created": CREATED})
    bold = book.add_format({"bold": True, "text_wrap": True, "border": 1, "valign": "vcenter"})
    _write_posts(book.add_worksheet("Formasi"), bold)
    _write_duties(book.add_worksheet("Uraian Tugas"), bold)
    notes = book.add_worksheet("Catatan")
    notes.write_string(
        0, 0, "Diisi oleh masing-masing bidang, dikumpulkan paling lambat hari Jumat."
    )
    book.close()
    return buffer.getvalue()


def _write_posts(page: Worksheet, bold: Format) -> None:
    for row, title in enumerate(_TITLES):
        page.merge_range(row, 0, row, 6, title, bold)
    for column, heading in ((0, "NO"), (1, "JABATAN"), (2, "KLS\nJAB"), (6, "RUANG KERJA")):
        page.merge_range(_HEADING, column, _HEADING + 1, column, heading, bold)
    page.merge_range(_HEADING, 3, _HEADING, 5, "JUMLAH PEGAWAI", bold)
    for column, heading in enumerate(("Kebutuhan", "Bezetting", "+/-"), start=3):
        page.write_string(_HEADING + 1, column, heading, bold)
    for column in range(7):
        page.write_number(_HEADING + 2, column, column + 1, bold)
    at = _HEADING + 3
    for row in _POSTS:
        if len(row) == 1:
            page.merge_range(at, 0, at, 6, row[0], bold)
        else:
            page.write_row(at, 0, row)
        at += 1
    for line in ("", *_SIGNATURE):
        page.write_string(at, 4, line)
        at += 1
    page.set_column(1, 1, 48)


def _write_duties(page: Worksheet, bold: Format) -> None:
    page.write_string(0, 0, "URAIAN TUGAS JABATAN", bold)
    page.write_row(2, 0, ["No.", "Nama Jabatan", "Uraian Tugas"], bold)
    for nth, (post, duty) in enumerate(_DUTIES):
        page.write_row(3 + nth, 0, [nth + 1, post, duty])
    page.set_column(1, 2, 60)
