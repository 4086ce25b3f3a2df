"""How is a stranger's text shown, so that no terminal, spreadsheet or page obeys it?"""

import re

_CONTROL_PICTURES = 0x2400
_DELETE = 0x7F
_UNKNOWN = "\ufffd"
# Marks that turn the direction of what follows: a name could show other letters than it has.
_TURNS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_TURNS}\ud800-\udfff\ufffe\uffff]")
_BLANK = re.compile(r"\s+")
_STARTS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
# A spreadsheet whose locale separates by ";" splits our cells there, and each part is a cell.
_LIVE = re.compile(f"(^|[;\t\r\n])(?=\\s*[{_STARTS}]|[\t\r])")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?")


def visible(text: str) -> str:
    """Show control characters as pictures (␀); keep line breaks and tabs.

    Marks that turn the writing direction, and what is no character at all, become �.
    """
    return _HIDDEN.sub(_picture, text)


def one_line(text: str) -> str:
    """Show a text on one line: visible, with every run of blanks as one."""
    return _BLANK.sub(" ", visible(text)).strip()


def inert(text: str) -> str:
    """Keep a spreadsheet from reading a text as a formula: an apostrophe stands before it.

    That holds for the whole text and for each part between semicolons, tabs or line breaks. A
    number stays as it is.
    """
    if not _LIVE.search(text) or _NUMBER.fullmatch(text):
        return text
    return _LIVE.sub(r"\1'", text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < ord(" "):
        return chr(_CONTROL_PICTURES + code)
    return "\u2421" if code == _DELETE else _UNKNOWN
