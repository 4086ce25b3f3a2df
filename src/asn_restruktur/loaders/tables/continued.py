"""Which rows only go on with what the row above them says?"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables.composite import JOINED
from asn_restruktur.loaders.tables.marks import is_marked
from asn_restruktur.loaders.tables.regions import Region

_STATEMENTS = ("text", "duty", "function", "detail", "statement", "task")
_NIP = re.compile(r"(?:nip\w*\s*[.:]?\s*)?'?(?:\d[ \u00a0.]?){17}\d\.?", re.IGNORECASE)
_MARKED_SHARE = 0.5


def continued(sheet: Sheet, region: Region, kept: Sequence[int]) -> dict[int, tuple[int, int, str]]:
    """Find rows that are no rows of their own.

    A list item may run over the next rows, and a person's NIP may stand in the row below the name.

    Args:
        sheet: the sheet.
        region: the table.
        kept: indices of its rows.

    Returns:
        For each such row the row that it goes on with, the column, and its text.
    """
    fields = {at: name for name, at in region.heading.columns.items()}
    lone = {
        index: filled[0]
        for index in kept
        if len(filled := [at for at in region.columns if sheet.rows[index][at] != ""]) == 1
        and isinstance(sheet.rows[index][filled[0]], str)
    }
    marked = {
        at: _are_marked([sheet.rows[index][at] for index in kept]) for at in set(lone.values())
    }
    found: dict[int, tuple[int, int, str]] = {}
    for before, index in pairwise(kept):
        at = lone.get(index)
        text = str(sheet.rows[index][at]).strip() if at is not None else ""
        if at is None or at not in fields or not _goes_on(fields, at, text, is_list=marked[at]):
            continue
        start = found[before][0] if before in found else before
        if sheet.rows[start][at] != "":
            found[index] = (start, at, text)
    return found


def _goes_on(fields: Mapping[int, str], at: int, text: str, *, is_list: bool) -> bool:
    """Tell whether a lone text goes on with the one above it."""
    names = fields[at].split(JOINED)
    if "nip" in names or ("name" in names and "nip" not in fields.values()):
        return _NIP.fullmatch(text) is not None
    return is_list and any(name in _STATEMENTS for name in names) and not is_marked(text)


def _are_marked(cells: Sequence[object]) -> bool:
    """Tell whether most texts of a column begin with list marks."""
    texts = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
    return sum(map(is_marked, texts)) > _MARKED_SHARE * len(texts)
