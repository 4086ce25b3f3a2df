"""Which values does one cell list?"""

import re
from collections.abc import Sequence

from asn_restruktur.organisation.words import unit_kind_of

SEVERAL = frozenset({"text", "duty", "function", "detail", "statement"})
"""Fields whose cell may hold a list: each item is a statement of its own."""

_ARRAY = re.compile(r"^(?:\{.*\}|\[.*\])$", re.DOTALL)
_ITEM = re.compile(r'"((?:[^"\\]|\\.)*)"|([^,{}\[\]"]+)')
_LIST_MARK = re.compile(r"^\s*(?:\(?(?:[a-z]{1,2}|\d{1,3})[.)]|[-•*\u2013])\s+", re.IGNORECASE)
_BETWEEN_PARTNERS = re.compile(r"\s*[\n;]\s*")
_FEWEST_MARKED = 2
_ITEM_MARK = re.compile(r"\(?([a-z]|\d{1,2})[.)]\s+", re.IGNORECASE)
_NEXT_ITEM = re.compile(
    r"[;,.]\s+(?:(?:dan|serta)\s+)?(?=\(?(?:[a-z]|\d{1,2})[.)]\s+\w)", re.IGNORECASE
)


def joined(value: object, field: str) -> object:
    """Take an array apart: `{"a","b"}` is `a; b`, and in a field of statements two statements."""
    if not isinstance(value, str):
        return value
    if field in SEVERAL and len(run := _in_one_line(value)) > 1:
        return run
    if value[:1] not in ("{", "[") or not _ARRAY.match(value):
        return value
    items = [(quoted or bare).strip().rstrip(",") for quoted, bare in _ITEM.findall(value[1:-1])]
    items = [item for item in items if item]
    return tuple(items) if field in SEVERAL and len(items) > 1 else "; ".join(items) or None


def items_of(value: object, field: str) -> Sequence[str]:
    """Return the items of a cell that lists several, in lines or taken apart already.

    Args:
        value: the cell.
        field: its field; a cell of partners may list units, one a line or behind a semicolon.
    """
    if isinstance(value, tuple):
        return value
    if field == "to_unit" and isinstance(value, str):
        units = [part.strip() for part in _BETWEEN_PARTNERS.split(value) if part.strip()]
        if all(unit_kind_of(unit) is not None for unit in units):
            return units
    return listed(value) if isinstance(value, str) and "\n" in value else ()


def listed(text: str) -> list[str]:
    """Take apart a cell whose lines are a list; a text that is only wrapped stays one."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    marked = [_LIST_MARK.match(line) is not None for line in lines]
    if sum(marked) >= _FEWEST_MARKED and marked[0]:
        items: list[str] = []
        for line, is_marked in zip(lines, marked, strict=True):
            if is_marked:
                items.append(_LIST_MARK.sub("", line, count=1))
            else:
                items[-1] = f"{items[-1]} {line}"
        return items
    if all(line.endswith((";", "; dan", "; dan/atau")) for line in lines[:-1]):
        return lines
    return [" ".join(lines)]


def _in_one_line(text: str) -> tuple[str, ...]:
    """Take apart a list that runs on in one line: `a. menyusun …; b. mengelola …`."""
    if "\n" in text:
        return ()
    pieces = [piece.strip() for piece in _NEXT_ITEM.split(text)]
    marks = [_ITEM_MARK.match(piece) for piece in pieces]
    orders = [_order(mark[1]) for mark in marks if mark]
    is_list = len(orders) == len(pieces) and orders == [*range(orders[0], orders[0] + len(orders))]
    if not is_list:
        return ()
    return tuple(_ITEM_MARK.sub("", piece, count=1).rstrip(" ;") for piece in pieces)


def _order(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark.lower()) - ord("a") + 1
