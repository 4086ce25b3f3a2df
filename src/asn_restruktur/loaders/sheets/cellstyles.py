"""Which formats of a workbook's cells say something: struck through, or indented?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from asn_restruktur.loaders.cells import column_index
from asn_restruktur.loaders.reader import ReaderFailed, ask_reader

_FILLED = re.compile(rb"""<c\s((?:[^<>/]|/(?!>))*)>""")
_STYLE = re.compile(rb"""\bs\s*=\s*["'](\d{1,9})["']""")
_ROW_NUMBER = re.compile(rb"""^\s[^<>]*?\br\s*=\s*["'](\d{1,7})["']""")
_STYLED = re.compile(
    rb"""<c\s(?=[^<>]*?\bs\s*=\s*["'](\d{1,9})["'])[^<>]*?\br\s*=\s*["']([A-Za-z]{1,3})(\d{1,7})["']"""
)
_MOST_INDENTS = 250
_NO = ("0", "false", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellStyles:
    """Formats by their number, as the cells of a workbook name them.

    Args:
        struck: formats whose font is struck through.
        indents: steps of indentation of each format that has any.
    """

    struck: frozenset[int] = frozenset()
    indents: Mapping[int, int] = field(default_factory=dict)


def cell_styles(xml: bytes) -> CellStyles:
    """Read `xl/styles.xml`; formats that cannot be read say nothing.

    Args:
        xml: its bytes, without a DOCTYPE.
    """
    if b"strike" not in xml and b"indent" not in xml:
        return CellStyles()
    try:
        return ask_reader(lambda: _styles(xml))
    except ReaderFailed:
        return CellStyles()


def struck_rows(xml: bytes, styles: CellStyles) -> frozenset[int]:
    """Find the rows of which every filled cell is struck through.

    Args:
        xml: bytes of a sheet, its tags without prefixes.
        styles: the formats of its workbook.

    Returns:
        Rows from 1.
    """
    marks = tuple(b's="%d"' % style for style in sorted(styles.struck))
    if not any(mark in xml for mark in marks):
        return frozenset()
    struck: set[int] = set()
    for row in xml.split(b"<row")[1:]:
        number = _ROW_NUMBER.match(row)
        if number and any(mark in row for mark in marks):
            filled = [_STYLE.search(attributes) for attributes in _FILLED.findall(row)]
            if filled and all(style and int(style[1]) in styles.struck for style in filled):
                struck.add(int(number[1]))
    return frozenset(struck)


def indents_of(xml: bytes, styles: CellStyles, column: int, rows: int) -> list[int]:
    """Return the indentation of each row's cell in a column, 0 for none.

    Args:
        xml: bytes of a sheet, its tags without prefixes.
        styles: the formats of its workbook.
        column: from 0.
        rows: how many rows the sheet has.
    """
    found = [0] * rows
    for style, letters, row in _STYLED.findall(xml):
        if column_index(letters.decode()) == column and 0 < int(row) <= rows:
            found[int(row) - 1] = styles.indents.get(int(style), 0)
    return found


def _styles(xml: bytes) -> CellStyles:
    root = ET.fromstring(xml)  # noqa: S314  # a DOCTYPE was refused
    fonts = [_is_struck(font) for font in _children(root, "fonts")]
    struck: set[int] = set()
    indents: dict[int, int] = {}
    for at, style in enumerate(_children(root, "cellXfs")):
        font = int(style.get("fontId", "0"))
        if 0 <= font < len(fonts) and fonts[font]:
            struck.add(at)
        for alignment in style:
            steps = int(alignment.get("indent", "0"))
            if _name(alignment) == "alignment" and 0 < steps <= _MOST_INDENTS:
                indents[at] = steps
    return CellStyles(struck=frozenset(struck), indents=indents)


def _is_struck(font: ET.Element) -> bool:
    return any(_name(part) == "strike" and part.get("val", "1") not in _NO for part in font)


def _children(root: ET.Element, name: str) -> list[ET.Element]:
    return [child for group in root if _name(group) == name for child in group]


def _name(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]
