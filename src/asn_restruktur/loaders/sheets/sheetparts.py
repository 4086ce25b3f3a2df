"""Where in the archive does each sheet stand, and may it be opened?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from posixpath import normpath
from xml.etree import ElementTree as ET

from asn_restruktur.findings import UnusableInput
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader
from asn_restruktur.loaders.sheets.archive import Archive, BrokenPartError
from asn_restruktur.loaders.sheets.cellstyles import CellStyles, cell_styles, indents_of
from asn_restruktur.loaders.sheets.sheet import not_indented
from asn_restruktur.loaders.sheets.sheetscan import (
    SheetScan,
    claims_too_many,
    is_unsafe_xml,
    scan_sheet,
    without_prefixes,
)

_BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"
_SHARED = (_BOOK, _RELATIONS, "xl/sharedStrings.xml", _STYLES)


@dataclass(frozen=True, slots=True)
class BookScan:
    """What the XML of a workbook says that a reader of values would not tell.

    Args:
        archive: the workbook.
        styles: the formats of its cells.
        parts: the part of each sheet, by the sheet's name.
        sheets: what stands in each sheet, by its name; None for one whose part is damaged.
    """

    archive: Archive
    styles: CellStyles
    parts: Mapping[str, str]
    sheets: Mapping[str, SheetScan | None]

    def indents(self, sheet: str, rows: int) -> Callable[[int], Sequence[int]]:
        """Return what gives the indentation of each row's cell in a column of a sheet."""
        if not self.styles.indents:
            return not_indented

        def indents(column: int) -> Sequence[int]:
            xml = without_prefixes(self.archive.read(self.parts[sheet]))
            return indents_of(xml, self.styles, column, rows)

        return indents


def scan_workbook(content: bytes, file: str) -> BookScan:
    """Check every part that a reader of the workbook opens, and scan its sheets.

    Args:
        content: bytes of an xlsx file.
        file: path as typed, in POSIX form.

    Returns:
        What stands in its sheets.

    Raises:
        UnusableInput: the archive is built to harm, or a part that all sheets need is damaged.
    """
    archive = Archive(content, file)
    scans: dict[str, SheetScan | None] = {}
    texts: dict[str, bytes] = {}
    styles = _cell_styles(archive)
    for name, xml in _xml_parts(archive, file):
        if name in (_BOOK, _RELATIONS):
            texts[name] = xml
        elif name.startswith("xl/worksheets/") and name.endswith(".xml"):
            scans[name] = scan_sheet(xml, styles)
    try:
        parts = ask_reader(lambda: _sheet_parts(texts[_BOOK], texts[_RELATIONS]))
    except ReaderFailed:
        raise _damaged(file, _BOOK) from None
    if len({name for name, _ in parts}) < len(parts):
        raise _damaged(file, _BOOK)
    return BookScan(
        archive=archive,
        styles=styles,
        parts=dict(parts),
        sheets={name: scans.get(part) for name, part in parts},
    )


def _cell_styles(archive: Archive) -> CellStyles:
    """Read the formats; a part that may not be read is refused where all parts are walked."""
    try:
        xml = archive.read(_STYLES)
    except BrokenPartError:
        return CellStyles()
    return CellStyles() if is_unsafe_xml(xml) else cell_styles(xml)


def _xml_parts(archive: Archive, file: str) -> Iterator[tuple[str, bytes]]:
    """Walk the XML of the archive that may be read; a damaged part that one sheet needs is left."""
    for name in archive.names:
        if not name.lower().endswith((".xml", ".rels")):
            continue
        try:
            xml = archive.read(name)
        except BrokenPartError:
            if name in _SHARED:
                raise _damaged(file, name) from None
            continue
        if is_unsafe_xml(xml):
            raise refusal("xml_doctype", file, part=name)
        if claims_too_many(xml):
            raise _damaged(file, name)
        yield name, xml


def _sheet_parts(book: bytes, relations: bytes) -> list[tuple[str, str]]:
    """Return name and part of each sheet, in the order of the workbook."""
    targets = {
        relation.attrib["Id"]: relation.attrib["Target"]
        for relation in ET.fromstring(relations)  # noqa: S314  # a DOCTYPE was refused
    }
    sheets = []
    for node in ET.fromstring(book).iter():  # noqa: S314  # a DOCTYPE was refused
        if node.tag.rpartition("}")[2] != "sheet":
            continue
        link = next(value for name, value in node.attrib.items() if name.endswith("}id"))
        sheets.append((node.attrib["name"], _part_name(targets[link])))
    return sheets


def _part_name(target: str) -> str:
    path = PurePosixPath(target)
    return normpath(str(path if path.is_absolute() else "xl" / path)).lstrip("/")


def _damaged(file: str, part: str) -> UnusableInput:
    return refusal("part_damaged", file, part=part)
