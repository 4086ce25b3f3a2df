"""What is this file, by its bytes and never by its name?"""

import re
from enum import StrEnum

from asn_restruktur.loaders.encoding import Text, decode
from asn_restruktur.loaders.sheets.archive import Archive


class Nature(StrEnum):
    """What a file is; one that cannot be read is told by the problem `input.<value>`."""

    WORKBOOK = "workbook"
    DOCUMENT = "document"  # YAML or JSON
    TABLE_TEXT = "table_text"  # values separated by a sign
    DRAWING = "drawing"  # draw.io, GraphML, DOT, Mermaid
    SLIDES = "slides"

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
    OLD_WORKBOOK = "old_workbook"
    OLD_OFFICE = "old_office"
    ENCRYPTED = "encrypted"
    BINARY_WORKBOOK = "binary_workbook"
    OPEN_DOCUMENT = "open_document"
    WORD = "word"
    ZIP = "zip"


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
_SAMPLE = 65_536


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
    names = frozenset(Archive(content, file).names)
    return next((nature for part, nature in _PARTS if part in names), Nature.ZIP)


def _ole_nature(content: bytes) -> Nature:
    for name, nature in _OLE_STREAMS:
        if name.encode("utf-16-le") in content:
            return nature
    return Nature.OLD_OFFICE


def _text_nature(text: str, file: str) -> Nature:
    start = text[:_SAMPLE].lstrip()
    ending = file.rpartition(".")[2].lower()
    if start.startswith("<"):
        return _marked_up(start)
    if _DOT.match(start) or _MERMAID.match(start):
        return Nature.DRAWING
    if start.startswith(("{", "[", "%YAML", "---")) or ending in ("yaml", "yml", "json"):
        return Nature.DOCUMENT
    return Nature.DOCUMENT if _DOCUMENT_KEY.search(start) else Nature.TABLE_TEXT


def _marked_up(start: str) -> Nature:
    """Tell XML and HTML by the elements at the beginning."""
    first = _FIRST.match(start)
    if first and first[1].lower() == "svg":
        return Nature.VECTOR
    if _DRAWING.search(start):
        return Nature.DRAWING
    return Nature.HTML if _HTML.search(start) else Nature.XML


def is_dot(text: str) -> bool:
    """Tell whether a text begins a DOT graph, perhaps behind comments."""
    return _DOT.match(text[:_SAMPLE]) is not None
