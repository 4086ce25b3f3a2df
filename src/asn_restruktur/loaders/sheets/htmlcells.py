"""What does a cell of HTML hold, and how is it shown?"""

import re
from collections.abc import Mapping

_BLANKS = re.compile(r"[ \t\r\f]*\n[ \t\r\n\f]*|[ \t\r\f]+")
_SHOWN_NUMBER = re.compile(r"[-+(]?\s*(?:Rp\.?|%)?\s*\d[\d.,\s\xa0]*(?:[eE][+-]?\d+)?\s*%?\)?")
_EXACT = ("x:num", "sdval")
_ERROR = "x:err"
_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
_RULE = re.compile(r"\.([\w-]{1,64})[^{}]{0,200}\{([^{}]*)\}")
_STRUCK = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all")
_STEPS = re.compile(r"mso-char-indent-count\s*:\s*(\d{1,3})")
_PADDING = re.compile(r"(?:padding-left|text-indent)\s*:\s*(\d{1,4})(?:\.\d+)?\s*(px|pt)?")
_STEP_PIXELS = 9
_LONGEST_CSS = 200_000


def cell_value(text: str, attributes: Mapping[str, str]) -> object:
    """Return the value of a cell.

    Args:
        text: what it shows, with line breaks.
        attributes: of the cell; spreadsheet programs put the number there that the text shows
            rounded.

    Returns:
        The text, or the number behind it; "" for an empty cell; None for one that shows an error.
    """
    shown = _BLANKS.sub(_blank, text).strip(" \n")
    if _ERROR in attributes or shown in _ERRORS:
        return None
    exact = next((attributes[name] for name in _EXACT if name in attributes), None)
    if exact is not None and _SHOWN_NUMBER.fullmatch(shown):
        try:
            return float(exact or shown)
        except ValueError:
            return shown
    return shown if shown.strip("\xa0 \n") else ""


def _blank(found: re.Match[str]) -> str:
    return "\n" if "\n" in found[0] else " "


class PageStyles:
    """The styles of a page, by class, heard as they come."""

    def __init__(self) -> None:
        self._styles: dict[str, str] = {}

    def hear(self, css: str) -> None:
        """Take the text of a style element."""
        for name, style in _RULE.findall(css[:_LONGEST_CSS]):
            self._styles[name] = f"{self._styles.get(name, '')};{style}".lower()

    def strikes(self, attributes: Mapping[str, str]) -> bool:
        """Tell whether an element is struck through."""
        return bool(_STRUCK.search(self._of(attributes)))

    def hides(self, attributes: Mapping[str, str]) -> bool:
        """Tell whether an element is not shown."""
        return "hidden" in attributes or bool(_HIDDEN.search(self._of(attributes)))

    def indent(self, attributes: Mapping[str, str]) -> int:
        """Return the steps by which a cell is indented."""
        style = self._of(attributes)
        if found := _STEPS.search(style):
            return int(found[1])
        found = _PADDING.search(style)
        return round(int(found[1]) / _STEP_PIXELS) if found else 0

    def _of(self, attributes: Mapping[str, str]) -> str:
        own = attributes.get("style", "").lower()
        if not self._styles or "class" not in attributes:
            return own
        classes = attributes["class"].split()
        return ";".join((*(self._styles.get(name, "") for name in classes), own))
