"""What is this file, by its bytes and never by its name?"""

import re
from enum import StrEnum

from asn_restruktur.loaders.encoding import Text, decode
from asn_restruktur.loaders.sheets.archive import Archive, BrokenPartError
from asn_restruktur.loaders.sheets.pagekind import is_table_page


class Nature(StrEnum):
    """What a file is; one that cannot be read is told by the problem `input.<value>`."""

    WORKBOOK = "workbook"
    OLD_WORKBOOK = "old_workbook"
    OPEN_WORKBOOK = "open_workbook"  # OpenDocument, packed
    FLAT_WORKBOOK = "flat_workbook"  # OpenDocument in one XML
    XML_WORKBOOK = "xml_workbook"  # of Excel 2003
    HTML_TABLE = "html_table"
    DOCUMENT = "document"  # YAML or JSON
    TABLE_TEXT = "table_text"  # values separated by a sign
    DRAWING = "drawing"  # draw.io, GraphML, DOT, Mermaid
    SLIDES = "slides"
    REGULATION = "regulation"  # a text with articles, or with lists of duties
    REGULATION_PAGE = "regulation_page"  # a web page with such a text

    EMPTY = "empty"
    NOISE = "noise"
    TEXT = "text"
    HTML = "html"
    XML = "xml"
    VECTOR = "vector"
    VISIO = "visio"
    PICTURE = "picture"
    PDF = "pdf"
    RTF = "rtf"
    OLD_OFFICE = "old_office"
    ENCRYPTED = "encrypted"
    BINARY_WORKBOOK = "binary_workbook"
    OPEN_DOCUMENT = "open_document"
    WORD = "word"
    ZIP = "zip"


READ = frozenset(
    {
        Nature.WORKBOOK,
        Nature.OLD_WORKBOOK,
        Nature.OPEN_WORKBOOK,
        Nature.FLAT_WORKBOOK,
        Nature.XML_WORKBOOK,
        Nature.HTML_TABLE,
        Nature.DOCUMENT,
        Nature.TABLE_TEXT,
        Nature.DRAWING,
        Nature.SLIDES,
        Nature.REGULATION,
        Nature.REGULATION_PAGE,
        Nature.WORD,
        Nature.PDF,
    }
)
"""What is read; anything else is told."""

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", Nature.PICTURE),
    (b"\xff\xd8\xff", Nature.PICTURE),
    (b"GIF8", Nature.PICTURE),
    (b"BM", Nature.PICTURE),
    (b"II*\x00", Nature.PICTURE),
    (b"MM\x00*", Nature.PICTURE),
    (b"RIFF", Nature.PICTURE),
    (b"%PDF-", Nature.PDF),
    (b"{\\rtf", Nature.RTF),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (  # names of streams, as their directory spells them
    ("EncryptedPackage", Nature.ENCRYPTED),
    ("Workbook", Nature.OLD_WORKBOOK),
    ("Book", Nature.OLD_WORKBOOK),
)
_OLD_SHEET = re.compile(rb"\x09[\x00\x02\x04\x08][\x04-\x10]\x00")  # BIFF2-5 without a container
_PARTS = (
    ("xl/workbook.xml", Nature.WORKBOOK),
    ("xl/workbook.bin", Nature.BINARY_WORKBOOK),
    ("word/document.xml", Nature.WORD),
    ("ppt/presentation.xml", Nature.SLIDES),
    ("visio/document.xml", Nature.VISIO),
    ("content.xml", Nature.OPEN_DOCUMENT),
)
_HTML = re.compile(r"<(!doctype\s+html|html|head|body|table|div|meta)\b", re.IGNORECASE)
_DRAWING = re.compile(r"<(\w+:)?(mxfile|mxGraphModel|graphml)\b")
_FIRST = re.compile(  # the root, behind declarations and comments
    r"(?:\s|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<![^>]*>)*+<(?:\w+:)?(\w+)"
)
_DOT = re.compile(  # behind comments; never tried twice from the same place
    r"(?:\s|//[^\n]*|\#[^\n]*|/\*(?:[^*]|\*(?!/))*\*/)*+"
    r"(?:strict\s+)?(?:di)?graph\b\s*(?:\"(?:[^\"\\]|\\.)*\"|[\w.-]+)?\s*\{",
    re.IGNORECASE,
)
_MERMAID = re.compile(  # perhaps in a fence, behind front matter and comments
    r"(?:```\s*mermaid[^\n]*\n)?\s*(?:---[ \t]*\n(?:(?!---)[^\n]*\n)*---[ \t]*\n)?"
    r"(?:\s|%%[^\n]*)*+(?:graph|flowchart(?:-elk)?)(?:[ \t]+(?:TB|TD|BT|LR|RL)\b|[ \t]*[;\n])"
)
_DOCUMENT_KEY = re.compile(
    r"^(organisation|as_of|whole_government|government_kind|units|links|proposal|operations)\s*:",
    re.MULTILINE,
)
_MARKUPS = (
    (_DRAWING, Nature.DRAWING),
    (
        re.compile(r"<(\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet"),
        Nature.XML_WORKBOOK,
    ),
    (re.compile(r"<office:document\b[^>]*opendocument\.spreadsheet"), Nature.FLAT_WORKBOOK),
)
_OPEN_SHEETS = b"application/vnd.oasis.opendocument.spreadsheet"
_REGULATION = re.compile(
    r"^[^\w\n]*(?:P\s?a\s?s\s?a\s?l\s+(?:\d+[A-Z]{0,2}|[IVX]+)[^\w\n]*$|BAB\s+[IVX]+\b)"
    r"|\b(?:mempunyai|memiliki)\s+tugas\b|\b(?:menyelenggarakan|mempunyai)\s+fungsi\b"
    r"|^[^\w\n]*(?:[A-Z0-9]{1,3}[.)]\s*)?(?:(?:uraian|rincian)\s+tugas|tugas\s+pokok|tupoksi|tugas\s+dan\s+fungsi)\b",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNS = re.compile(r"[;|](?=\S)|\S\t+\S")
_CLOSING_TAG = re.compile(r"</(?:p|div|li|ul|ol|h[1-6])>", re.IGNORECASE)
_FEWEST_TAGS = 12
_TAGS = re.compile(r"<[^<>]{0,200}>")
_SAMPLE = 65_536
_LONG_SAMPLE = 4 * _SAMPLE


def nature_of(content: bytes, file: str) -> tuple[Nature, Text | None]:
    """Tell what a file is.

    Args:
        content: its bytes.
        file: path as typed; its ending decides only between a document and a table, both of
            which are plain text.

    Returns:
        What it is, and the decoded text of what is text.

    Raises:
        UnusableInput: a zip that is damaged or built to harm.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xfe\xff"):
        return Nature.EMPTY, None
    nature = _binary_nature(content, file)
    if nature is not None:
        return nature, None
    text = decode(content)
    return (_text_nature(text.content, file), text) if text else (Nature.NOISE, None)


def _binary_nature(content: bytes, file: str) -> Nature | None:
    """Tell a form by the bytes that it begins with; None for what may be a text."""
    if content.startswith(_ZIP):
        return _zip_nature(content, file)
    if content.startswith(_OLE):
        return _ole_nature(content)
    if _OLD_SHEET.match(content):
        return Nature.OLD_WORKBOOK
    for magic, nature in _MAGIC:
        # Two letters may begin a text too; a bitmap has zeros in its head.
        if content.startswith(magic) and not (magic == b"BM" and b"\x00" not in content[:32]):
            return nature
    return None


def _zip_nature(content: bytes, file: str) -> Nature:
    archive = Archive(content, file)
    names = frozenset(archive.names)
    nature = next((nature for part, nature in _PARTS if part in names), Nature.ZIP)
    if nature is Nature.OPEN_DOCUMENT and _holds_sheets(archive):
        return Nature.OPEN_WORKBOOK
    return nature


def _holds_sheets(archive: Archive) -> bool:
    try:
        return archive.read("mimetype").startswith(_OPEN_SHEETS)
    except BrokenPartError:
        return False


def _ole_nature(content: bytes) -> Nature:
    for name, nature in _OLE_STREAMS:
        if name.encode("utf-16-le") in content:
            return nature
    return Nature.OLD_OFFICE


def _text_nature(text: str, file: str) -> Nature:
    start = text[:_SAMPLE].lstrip()
    ending = file.rpartition(".")[2].lower()
    if start.startswith("<"):
        return _markup_nature(start, text)
    if _DOT.match(start) or _MERMAID.match(start):
        return Nature.DRAWING
    if start.startswith(("{", "[", "%YAML", "---")) or ending in ("yaml", "yml", "json"):
        return Nature.DOCUMENT
    if _DOCUMENT_KEY.search(start):
        return Nature.DOCUMENT
    return _prose_nature(text) if _is_regulation(text) else Nature.TABLE_TEXT


def _markup_nature(start: str, text: str) -> Nature:
    """Tell the kinds of XML and HTML from one another."""
    first = _FIRST.match(start)
    if first and first[1].lower() == "svg":
        return Nature.VECTOR
    for pattern, nature in _MARKUPS:
        if pattern.search(start):
            return nature
    if not _HTML.search(start):
        return Nature.XML
    return Nature.HTML_TABLE if is_table_page(text) else _page_nature(text)


def is_dot(text: str) -> bool:
    """Tell whether a text begins a DOT graph, perhaps behind comments."""
    return _DOT.match(text[:_SAMPLE]) is not None


def _is_regulation(text: str) -> bool:
    """Tell whether a text states duties in sentences and lists, not in separated columns."""
    start = text[:_LONG_SAMPLE]
    if not _REGULATION.search(start):
        return False
    first = next((line for line in start.splitlines() if line.strip()), "")
    is_row = "," in first and " " not in first.strip()
    return not is_row and not _SIGNS.search(first)


def _prose_nature(text: str) -> Nature:
    """Tell a plain text from a web page that begins with something else."""
    is_page = len(_CLOSING_TAG.findall(text[:_SAMPLE])) >= _FEWEST_TAGS
    return _page_nature(text) if is_page else Nature.REGULATION


def _page_nature(text: str) -> Nature:
    """Tell a web page with a regulation text, perhaps with tables in it, from any other."""
    shown = _TAGS.sub("\n", text[:_LONG_SAMPLE])
    return Nature.REGULATION_PAGE if _REGULATION.search(shown) else Nature.HTML
