"""Which number does Word show before a paragraph?"""

import re
from xml.etree import ElementTree as ET

from asn_restruktur.loaders.regulation.marks import LETTERS, Mark

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_LEVELS = 9
_MOST_NUMBER = 9_999
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
          (1, "i"))  # fmt: skip
_MOST_STYLES_ABOVE = 20


class Numbering:
    """Counts the lists of a document while its paragraphs are walked in order.

    Args:
        numbers: root of `word/numbering.xml`; None where the document has no lists.
        styles: root of `word/styles.xml`; None where the document has no styles.

    Source:
        ECMA-376 part 1, 17.9: a number is its list's, its level's count and pattern.
    """

    def __init__(self, numbers: ET.Element | None, styles: ET.Element | None) -> None:
        self._levels: dict[str, dict[int, ET.Element]] = {}
        self._list_of: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int]] = {}
        self._styles: dict[str, ET.Element] = {}
        for node in numbers if numbers is not None else ():
            if node.tag == f"{NAMESPACE}abstractNum":
                levels = {_level(level): level for level in node.iter(f"{NAMESPACE}lvl")}
                self._levels[_value(node, "abstractNumId")] = levels
            elif node.tag == f"{NAMESPACE}num":
                self._take_list(node)
        for node in styles if styles is not None else ():
            if node.tag == f"{NAMESPACE}style":
                self._styles[_value(node, "styleId")] = node

    def mark(self, paragraph: ET.Element) -> str:
        """Return the mark of the next paragraph; "" where Word shows none."""
        number, level = self._membership(paragraph)
        listed = self._list_of.get(number, "")
        definition = self._levels.get(listed, {}).get(level)
        if definition is None:
            return ""
        counts = self._counts.setdefault(listed, [0] * _LEVELS)
        for at, start in self._restarts.pop(number, {}).items():
            counts[at] = start - 1
        counts[level] = min(max(counts[level], _start(definition) - 1) + 1, _MOST_NUMBER)
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        return self._shown(listed, level, counts)

    def is_heading(self, paragraph: ET.Element) -> bool:
        """Tell whether the paragraph has one of Word's heading styles."""
        style = self._styles.get(_inner(paragraph, "pPr", "pStyle"))
        name = _inner(style, "name") if style is not None else ""
        return name.lower().startswith(("heading", "title"))

    def _take_list(self, node: ET.Element) -> None:
        number = _value(node, "numId")
        self._list_of[number] = _inner(node, "abstractNumId")
        self._restarts[number] = {
            int(_value(override, "ilvl")): int(start)
            for override in node.iter(f"{NAMESPACE}lvlOverride")
            if (start := _inner(override, "startOverride")).isdecimal()
            and _value(override, "ilvl") in "012345678"
        }

    def _membership(self, paragraph: ET.Element) -> tuple[str, int]:
        """Return the list and level of a paragraph, its own or its style's."""
        node: ET.Element | None = paragraph
        style = _inner(paragraph, "pPr", "pStyle")
        for _ in range(_MOST_STYLES_ABOVE):
            if node is None:
                break
            number = _inner(node, "pPr", "numPr", "numId")
            level = _inner(node, "pPr", "numPr", "ilvl") or "0"
            if number:
                return number, int(level) if level in "012345678" else 0
            node = self._styles.get(style)
            style = _inner(node, "basedOn") if node is not None else ""
        return "", 0

    def _shown(self, listed: str, level: int, counts: list[int]) -> str:
        levels = self._levels[listed]
        if _inner(levels[level], "numFmt") == "bullet":
            return Mark.BULLET

        def written(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            definition = levels.get(at)
            if definition is None:
                return ""
            return _written(counts[at] or _start(definition), _inner(definition, "numFmt"))

        return _PLACEHOLDER.sub(written, _inner(levels[level], "lvlText")).strip()


def _written(number: int, form: str) -> str:
    if form.endswith("Letter"):
        text = LETTERS[number - 1] if number <= len(LETTERS) else str(number)
    elif form.endswith("Roman"):
        text, rest = "", number
        for value, letters in _ROMAN:
            text += letters * (rest // value)
            rest %= value
    elif form == "none":
        text = ""
    else:
        text = str(number)
    return text.upper() if form.startswith("upper") else text


def _start(level: ET.Element) -> int:
    start = _inner(level, "start")
    return min(int(start), _MOST_NUMBER) if start.isdecimal() else 1


def _level(node: ET.Element) -> int:
    level = _value(node, "ilvl")
    return int(level) if level in tuple("012345678") else 0


def _inner(node: ET.Element, *path: str) -> str:
    """Return the value at the end of a path of elements; "" where there is none."""
    found = node.find("/".join(f"{NAMESPACE}{name}" for name in path))
    return _value(found, "val") if found is not None else ""


def _value(node: ET.Element, name: str) -> str:
    return node.get(f"{NAMESPACE}{name}") or ""
