"""How is one table of units written in each form of file, with the formats that say something?"""

import html
import io
from collections.abc import Callable, Sequence
from typing import Any

import xlsxwriter
import xlwt

from made_files import packed

Row = Sequence[str]

ROWS: tuple[Row, ...] = (
    ("Daftar unit", "", "", ""),
    ("Kode Unit", "Nama Unit", "Jenis", "Kode Induk"),
    ("1", "Dinas Kesehatan", "dinas", ""),
    ("1.1", "Bidang Pelayanan & Gizi", "bidang", "1"),
    ("1.2", "Bidang Lama", "bidang", "1"),
    ("1.3", "Bidang Rahasia", "bidang", "1"),
    ("1.4", "Bidang Baru", "bidang", "1"),
    ("", "Seksi Baru", "seksi", "1.4"),
)
"""Row 0 is merged across, row 3 is indented by two steps, row 4 is struck through, row 5 is hidden,
and the code in row 6 is merged down."""

STRUCK, HIDDEN, INDENTED, MERGED_DOWN = 4, 5, 3, 6
INDENT = 2
ODS = "application/vnd.oasis.opendocument.spreadsheet"
_ODS_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)
_SS = "urn:schemas-microsoft-com:office:spreadsheet"


def xlsx(rows: Sequence[Row] = ROWS) -> bytes:
    """Write it as a workbook."""
    buffer = io.BytesIO()
    book: Any = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet("Unit")
    struck = book.add_format({"font_strikeout": True})
    indented = book.add_format({"indent": INDENT})
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value:
                form = struck if at == STRUCK else None
                page.write_string(at, column, value, indented if at == INDENTED else form)
    page.merge_range(0, 0, 0, 3, rows[0][0])
    page.merge_range(MERGED_DOWN, 0, MERGED_DOWN + 1, 0, rows[MERGED_DOWN][0])
    page.set_row(HIDDEN, None, None, {"hidden": True})
    book.close()
    return buffer.getvalue()


def xls(rows: Sequence[Row] = ROWS) -> bytes:
    """Write it as an old workbook."""
    book: Any = xlwt.Workbook()
    page = book.add_sheet("Unit")
    plain = xlwt.easyxf("")
    styles = {
        STRUCK: xlwt.easyxf("font: struck_out true"),
        INDENTED: xlwt.easyxf(f"align: indent {INDENT}"),
    }
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value and (at, column) not in ((0, 0), (MERGED_DOWN, 0)):
                page.write(at, column, value, styles.get(at, plain))
    page.write_merge(0, 0, 0, 3, rows[0][0])
    page.write_merge(MERGED_DOWN, MERGED_DOWN + 1, 0, 0, rows[MERGED_DOWN][0])
    page.row(HIDDEN).hidden = True
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def open_xml(rows: Sequence[Row] = ROWS, *, root: str = "office:document-content") -> bytes:
    """Write it as the content of an OpenDocument workbook."""
    lines = []
    for at, row in enumerate(rows):
        style = {STRUCK: "gone", INDENTED: "deep"}.get(at, "plain")
        hidden = ' table:visibility="collapse"' if at == HIDDEN else ""
        cells = "".join(_open_cell(at, column, value, style) for column, value in enumerate(row))
        lines.append(
            f"<table:table-row{hidden}>{cells}"
            '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>'
        )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><{root} {_ODS_NAMES} office:mimetype="{ODS}">'
        '<office:automatic-styles><style:style style:name="plain" style:family="table-cell"/>'
        '<style:style style:name="gone" style:family="table-cell">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="deep" style:family="table-cell">'
        '<style:paragraph-properties fo:margin-left="0.706cm"/></style:style>'
        "</office:automatic-styles><office:body><office:spreadsheet>"
        f'<table:table table:name="Unit">{"".join(lines)}'
        '<table:table-row table:number-rows-repeated="1048500">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        f"</table:table></office:spreadsheet></office:body></{root}>"
    ).encode()


def ods(content: bytes | None = None) -> bytes:
    """Write it as an OpenDocument workbook."""
    return packed({"mimetype": ODS.encode(), "content.xml": content or open_xml()})


def fods() -> bytes:
    """Write it as an OpenDocument workbook in one XML."""
    return open_xml(root="office:document")


def xml_2003(rows: Sequence[Row] = ROWS) -> bytes:
    """Write it as an XML spreadsheet."""
    lines = []
    for at, row in enumerate(rows):
        style = {STRUCK: ' ss:StyleID="gone"', INDENTED: ' ss:StyleID="deep"'}.get(at, "")
        cells = "".join(
            f'<Cell ss:Index="{column + 1}"{style}{_xml_merge(at, column)}>'
            f'<Data ss:Type="String">{html.escape(value)}</Data></Cell>'
            for column, value in enumerate(row)
            if value
        )
        hidden = ' ss:Hidden="1"' if at == HIDDEN else ""
        lines.append(f"<Row{hidden}>{cells}</Row>")
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{_SS}" xmlns:ss="{_SS}"><Styles>'
        '<Style ss:ID="gone"><Font ss:StrikeThrough="1"/></Style>'
        f'<Style ss:ID="deep"><Alignment ss:Indent="{INDENT}"/></Style></Styles>'
        f'<Worksheet ss:Name="Unit"><Table>{"".join(lines)}</Table></Worksheet></Workbook>'
    ).encode()


def html_page(rows: Sequence[Row] = ROWS) -> bytes:
    """Write it as a page that a spreadsheet program saved."""
    lines = []
    for at, row in enumerate(rows):
        style = {STRUCK: " class=gone", INDENTED: " class=deep"}.get(at, "")
        cells = "".join(
            f"<td{style}{_html_span(at, column)}>{html.escape(value)}</td>"
            for column, value in enumerate(row)
            if (at, column) != (MERGED_DOWN + 1, 0) and not (at == 0 and column)
        )
        hidden = " style='display:none'" if at == HIDDEN else ""
        lines.append(f"<tr{hidden}>{cells}</tr>\n")
    return (
        "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><style>\n"
        f".deep {{mso-char-indent-count:{INDENT};}}\n.gone {{text-decoration:line-through;}}\n"
        "</style><script>document.write('<td>x')</script></head><body>"
        f"<table>{''.join(lines)}</table></body></html>"
    ).encode()


FORMS: dict[str, Callable[[], bytes]] = {
    "xlsx": xlsx,
    "xls": xls,
    "ods": ods,
    "fods": fods,
    "xml": xml_2003,
    "html": html_page,
}


def _open_cell(at: int, column: int, value: str, style: str) -> str:
    if (at == 0 and column) or (at, column) == (MERGED_DOWN + 1, 0):
        return "<table:covered-table-cell/>"
    if not value:
        return "<table:table-cell/>"
    span = {
        (0, 0): ' table:number-columns-spanned="4" table:number-rows-spanned="1"',
        (MERGED_DOWN, 0): ' table:number-columns-spanned="1" table:number-rows-spanned="2"',
    }.get((at, column), "")
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="string"{span}>'
        f"<text:p>{html.escape(value)}</text:p></table:table-cell>"
    )


def _xml_merge(at: int, column: int) -> str:
    spans = {(0, 0): ' ss:MergeAcross="3"', (MERGED_DOWN, 0): ' ss:MergeDown="1"'}
    return spans.get((at, column), "")


def _html_span(at: int, column: int) -> str:
    return {(0, 0): " colspan=4", (MERGED_DOWN, 0): " rowspan='2'"}.get((at, column), "")
