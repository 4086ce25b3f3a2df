"""Which styles of an OpenDocument workbook say something: struck through, indented, hidden?"""

import re

_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,6})?)(cm|mm|in|pt|px)")
_POINTS = {"cm": 28.35, "mm": 2.835, "in": 72.0, "pt": 1.0, "px": 0.75}
_STEP_POINTS = 10.0
"""A spreadsheet program indents a cell by steps of ten points."""


class OpenStyles:
    """The styles that the cells and sheets of a workbook name, heard as they come."""

    def __init__(self) -> None:
        self._name = ""
        self._struck: set[str] = set()
        self._hidden: set[str] = set()
        self._indents: dict[str, int] = {}

    def hear(self, name: str, attributes: dict[str, str]) -> None:
        """Take an element that stands before the sheets."""
        if name == "style:style":
            self._name = attributes.get("style:name", "")
        elif name == "style:text-properties":
            lines = (
                attributes.get("style:text-line-through-style", "none"),
                attributes.get("style:text-line-through-type", "none"),
            )
            if lines != ("none", "none"):
                self._struck.add(self._name)
        elif name == "style:paragraph-properties":
            steps = round(_points(attributes.get("fo:margin-left", "")) / _STEP_POINTS)
            if steps > 0:
                self._indents[self._name] = steps
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self._hidden.add(self._name)

    def strikes(self, style: str) -> bool:
        """Tell whether a style strikes its text through."""
        return style in self._struck

    def hides(self, style: str) -> bool:
        """Tell whether a style hides its sheet."""
        return style in self._hidden

    def indent(self, style: str) -> int:
        """Return the steps by which a style indents."""
        return self._indents.get(style, 0)


def _points(length: str) -> float:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _POINTS[found[2]] if found else 0.0
