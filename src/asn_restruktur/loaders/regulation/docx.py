"""Which paragraphs does a Word document show, its automatic numbers included?"""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from asn_restruktur.findings import UnusableInput
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.loaders.regulation.annexed import Document
from asn_restruktur.loaders.regulation.docx_tables import docx_tables
from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.marks import mark_of
from asn_restruktur.loaders.regulation.parts import is_part
from asn_restruktur.loaders.regulation.word_numbering import NAMESPACE, Numbering
from asn_restruktur.loaders.sheets.archive import Archive, BrokenPartError
from asn_restruktur.loaders.sheets.sheetscan import is_unsafe_xml

_BODY = "word/document.xml"
_NUMBERS = "word/numbering.xml"
_STYLES = "word/styles.xml"
_BREAKS = frozenset({f"{NAMESPACE}br", f"{NAMESPACE}cr"})
_SKIPPED = frozenset(
    {
        f"{NAMESPACE}del",
        f"{NAMESPACE}moveFrom",
        f"{NAMESPACE}instrText",
        f"{NAMESPACE}delText",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
"""What a reader of the document does not see: deletions, field codes, and second renderings."""


def read_docx(content: bytes, file: str) -> Document:
    """Read the paragraphs and the tables of a document's body.

    Args:
        content: bytes of a docx file.
        file: path as typed, in POSIX form.

    Raises:
        UnusableInput: the archive is built to harm, or a part is damaged.
    """
    archive = Archive(content, file)
    body = _part(archive, _BODY, file)
    if body is None:
        raise _damaged(file, _BODY)
    numbering = Numbering(_part(archive, _NUMBERS, file), _part(archive, _STYLES, file))
    lines: list[Line] = []
    by_paragraph: dict[ET.Element, list[Line]] = {}
    for paragraph, is_cell in _paragraphs(body):
        texts = "".join(_texts(paragraph)).split("\n")
        shown = [text for raw in texts if (text := " ".join(raw.split()))]
        mark = numbering.mark(paragraph)
        if mark and is_part(mark):  # "Pasal 5" may be a number of its own
            shown = [mark, *shown]
        elif mark and shown and mark_of(shown[0]) is None:
            shown[0] = f"{mark} {shown[0]}"
        is_heading = numbering.is_heading(paragraph)
        by_paragraph[paragraph] = [
            Line(
                text=text,
                number=len(lines) + at,
                file=file,
                is_block=True,
                is_heading=is_heading,
                is_cell=is_cell,
            )
            for at, text in enumerate(shown, start=1)
        ]
        lines += by_paragraph[paragraph]
    return Document(lines, docx_tables(body, by_paragraph, file))


def _part(archive: Archive, name: str, file: str) -> ET.Element | None:
    """Return the root of a part; None where the document has no such part."""
    if name not in archive.names:
        return None
    try:
        xml = archive.read(name)
    except BrokenPartError:
        raise _damaged(file, name) from None
    if is_unsafe_xml(xml):
        raise refusal("xml_doctype", file, part=name)
    try:
        return ask_reader(lambda: ET.fromstring(xml))  # noqa: S314  # a DOCTYPE was refused
    except ReaderFailed:
        raise _damaged(file, name) from None


def _paragraphs(root: ET.Element) -> Iterator[tuple[ET.Element, bool]]:
    """Walk the paragraphs in the order of the text, and whether each stands in a table."""
    waiting = [(root, False)]
    while waiting:
        node, is_cell = waiting.pop()
        if node.tag == f"{NAMESPACE}p":
            yield node, is_cell
        elif node.tag not in _SKIPPED:
            is_inside = is_cell or node.tag == f"{NAMESPACE}tbl"
            waiting.extend((child, is_inside) for child in reversed(node))


def _texts(paragraph: ET.Element) -> Iterator[str]:
    waiting = [paragraph]
    while waiting:
        node = waiting.pop()
        if node.tag in _SKIPPED:
            continue
        if node.tag == f"{NAMESPACE}t":
            yield node.text or ""
        elif node.tag == f"{NAMESPACE}noBreakHyphen":
            yield "-"
        elif node.tag == f"{NAMESPACE}tab":
            yield " "
        elif node.tag in _BREAKS:
            yield "\n"
        waiting.extend(reversed(node))


def _damaged(file: str, part: str) -> UnusableInput:
    return refusal("document_damaged", file, part=part)
