"""What does a row say that only names what the rows below it belong to?"""

import re

from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables.marks import without_mark
from asn_restruktur.loaders.tables.regions import Region
from asn_restruktur.organisation.words import is_head_title, unit_kind_of

_ALONE = re.compile(r"\(?(?:[IVXLC]{1,5}|[A-Za-z](?:\.\d{1,3})*|\d{1,3}(?:\.\d{1,3})*)[.)]{0,2}\)?")
_LISTS = frozenset({"units", "positions", "functions", "statements", "workload"})
"""Tables in which a row may have nothing but the name of what it lists."""

_GROUP_OF_POSTS = re.compile(
    r"(?:(?:kelompok\s+)?(?:jabatan|pejabat)\s+)?"
    r"(?:struktural|pelaksana|administrasi|administrator|pengawas|manajerial|non\W?manajerial|"
    r"pimpinan\s+tinggi(?:\s+\w+)?|fungsional(?:\s+(?:umum|tertentu|keahlian|keterampilan))?)",
    re.IGNORECASE,
)
"""`Jabatan Pelaksana` over posts says what they are, and is none."""

_CODE = re.compile(r"(?=\D*\d|[^-_./]*[-_./]\w)[\w./-]+|[a-z]+")
"""A code: no blank, and a digit or a sign inside or no capital."""

_MERGED_OVER = 3
MOST_CELLS = 2
"""Cells that a section row fills: its mark and its text."""

_ROOMY = 4
_NIP_DIGITS = 15

KEYS = frozenset(
    {
        "name", "title", "text", "duty", "function", "detail", "task", "nip", "employee_id",
        "position", "statement", "position_title", "second_unit", "third_unit", "unit_name",
        "top_unit",
    }
)  # fmt: skip
"""Fields in which a lone value may be a row of the table: a post without numbers."""


def section_text(sheet: Sheet, region: Region, index: int, typical: int) -> str | None:
    """Return what a section row says; None for a row of the table.

    A section row has one text, or a mark and a text, where the rows of the table have more. A lone
    text under a heading that names things is one of these things, unless it is the name of a unit
    or stands in cells merged over several columns.

    Args:
        sheet: the sheet.
        region: the table.
        index: the row.
        typical: how many cells its rows usually fill.
    """
    row = sheet.rows[index]
    filled = [(at, row[at]) for at in region.columns if row[at] != ""]
    texts = [
        (at, cell)
        for at, cell in filled
        if isinstance(cell, str) and not _ALONE.fullmatch(cell.strip())
    ]
    if len(texts) != 1 or len(filled) > MOST_CELLS:
        return None
    at, text = texts[0]
    said = without_mark(str(text))
    if not any(map(str.isalpha, said)) or sum(map(str.isdigit, said)) >= _NIP_DIGITS:
        return None
    if len(filled) == MOST_CELLS and typical < _ROOMY and unit_kind_of(said) is None:
        return None
    keys = [column for name, column in region.heading.columns.items() if name in KEYS]
    fields = {column: name for name, column in region.heading.columns.items()}
    is_beside = keys and at > max(min(keys), region.columns.start)
    is_code = fields.get(at, "").endswith("_id") and _CODE.fullmatch(said)
    if is_code or (is_beside and not _is_wide(sheet, index, at)):
        return None
    form = region.heading.form.name
    if at in fields and fields[at] in KEYS and form in _LISTS and not _is_wide(sheet, index, at):
        is_unit = unit_kind_of(said) is not None and not is_head_title(said)
        is_group = form == "positions" and _GROUP_OF_POSTS.fullmatch(said.strip(" :"))
        if form == "units" or not (is_unit or is_group):
            return None
    return said


def _is_wide(sheet: Sheet, index: int, at: int) -> bool:
    return any(
        merge.first_row <= index <= merge.last_row
        and merge.first_column <= at <= merge.last_column
        and merge.last_column - merge.first_column + 1 >= _MERGED_OVER
        for merge in sheet.merges
    )
