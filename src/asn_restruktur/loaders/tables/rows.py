"""Which rows below a heading belong to the table, and what are the others?"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables.composite import JOINED
from asn_restruktur.loaders.tables.context import names_unit
from asn_restruktur.loaders.tables.forms import normalised, words_of
from asn_restruktur.loaders.tables.headings import Heading
from asn_restruktur.loaders.tables.regions import Region
from asn_restruktur.loaders.tables.sections import MOST_CELLS, section_text
from asn_restruktur.loaders.understood import LeftOut
from asn_restruktur.organisation.heads import headed_unit
from asn_restruktur.organisation.words import is_head_title

Row = Sequence[object]

_TOTAL = re.compile(
    r"(SUB|GRAND)?(JUMLAH|TOTAL|JML|PEMBULATAN|DIBULATKAN)"
    r"(TOTAL|AKHIR|UMUM|SELURUH|SELURUHNYA|KESELURUHAN|PEGAWAI|JABATAN|UNIT|KEBUTUHAN|ABK|BESAR)*"
)
_BEGINS_TOTAL = frozenset({"jumlah", "total", "subtotal", "subjumlah", "grandtotal"})
_INITIALS = frozenset("JTSGPDjtsgpd ")
_FEWEST_NUMBERS = 3
_ORDINAL = re.compile(r"\(?([0-9]{1,2}|[a-z]|[A-Z])\)?[.)]?(\s*=.*)?")
_FORMULA = re.compile(r"\(?[0-9a-zA-Z]{1,2}\)?\s*[=:]\s*[\s0-9a-zA-Z()x*/+:.\-]+")
_FOOT = re.compile(
    r"(?:mengetahui|menyetujui|ditetapkan|disahkan|dicetak)\s*(?:[,:/&]|$|(?:di|oleh|pada|dari)\b|an\b|"
    r"kepala|sekretaris|wali ?kota|bupati|pejabat|ketua|camat|atasan|\d)|"
    r"tanda tangan|ttd\b|nip\.?\s*:?\s*[\d. ]*$|a\.\s?n\.|plt\.|plh\.|"
    r"ket(?:erangan)?\.?\s*:|catatan\s*(?::|$)|sumber\s*:|halaman\W*\d|\*+\)|"
    r"[^\d,]{3,40},\s*(?:\d{1,2}|\.{2,}|…)?\s*[^\W\d_]+\s*(?:19|20)\d\d$|"
    r"(?:kepala|sekretaris|wali kota|walikota|bupati|pejabat|ketua|camat)\b.*,$",
    re.IGNORECASE,
)
_FOOT_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class TableRows:
    """Rows by index: those of the table, its section rows, and what was left out.

    Args:
        kept: rows of the table.
        sections: text of the rows that only name what the rows below them belong to.
        left_out: the other rows, by reason; empty rows are not counted.
    """

    kept: list[int]
    sections: dict[int, str] = field(default_factory=dict)
    left_out: dict[LeftOut, list[int]] = field(default_factory=dict)


def table_rows(sheet: Sheet, region: Region) -> TableRows:
    """Tell the rows of a table from number rows, totals, section rows, remarks and signatures.

    Args:
        sheet: the sheet.
        region: one table of it.

    Returns:
        Indices into the sheet's rows, in order.
    """
    rows, heading = sheet.rows, region.heading
    left, right = region.columns.start, region.columns.stop
    is_whole = (left, right) == (0, len(rows[0]))
    counts: dict[int, int] = {}
    end = _form_goes_on(rows, region)
    for index in region.body:
        row = rows[index] if is_whole else rows[index][left:right]
        if filled := len(row) - row.count(""):
            counts[index] = filled
    out: dict[LeftOut, list[int]] = {}

    def leave(reason: LeftOut, indices: Sequence[int]) -> None:
        if indices:
            out.setdefault(reason, []).extend(indices)
            for index in indices:
                counts.pop(index, None)

    leave(LeftOut.FOOT_ROW, [index for index in counts if index >= end])
    if region.stated:
        leave(LeftOut.SET_ASIDE, [index for index in counts if index in region.stated.aside])
    leave(LeftOut.UNSEEN_ROW, [index for index in counts if index in sheet.unseen])
    for index in list(counts)[:1]:
        if _is_number_row(rows[index][left:right]):
            leave(LeftOut.NUMBER_ROW, [index])
    leave(LeftOut.TOTAL_ROW, [i for i in counts if _is_total(rows[i], heading, region.columns)])
    leave(LeftOut.FOOT_ROW, _foot(rows, counts, region))
    typical = _typical(counts.values())
    sections = {
        index: text
        for index, filled in counts.items()
        if filled <= min(typical, MOST_CELLS)
        and (text := section_text(sheet, region, index, typical)) is not None
        and (filled < typical or _opens_duties(text, heading))
    }
    for index in sections:
        counts.pop(index)
    known = [*heading.columns.values(), *(at for span in heading.spans.values() for at in span)]
    unknown = [i for i in counts if not any(_is_shown(rows[i][at]) for at in known)]
    leave(LeftOut.NO_KNOWN_VALUE, unknown)
    return TableRows(list(counts), sections, out)


def _opens_duties(text: str, heading: Heading) -> bool:
    """Tell whether a row as full as the duties names the unit of those below it."""
    if heading.form.name != "functions" or _PLACING & heading.columns.keys():
        return False
    return names_unit(text) or (is_head_title(text) and headed_unit(text) != "")


_PLACING = frozenset(
    {
        "unit_id", "unit_name", "top_unit", "second_unit", "third_unit", "position_id",
        "position_title",
    }
)  # fmt: skip
"""Fields by which a duty says itself whose it is."""


def _typical(counts: Iterable[int]) -> int:
    """Return how many cells a row of the table fills: those that fill one say nothing of it."""
    more = [count for count in counts if count > 1]
    return median_low(more) if more else 1


def _form_goes_on(rows: Sequence[Row], region: Region) -> int:
    """Return the index of the row with which a form goes on below its table: `7. Bahan Kerja :`."""
    for index in region.body:
        row = rows[index]
        filled = [row[at] for at in region.columns if row[at] != ""]
        if len(filled) > _LABEL_CELLS:
            continue
        if any(str(cell).strip().startswith(":") for cell in filled[1:]):
            return index
    return region.body.stop


_LABEL_CELLS = 4


def _is_shown(cell: object) -> bool:
    return cell != "" and not (cell.__class__ is str and cell.isspace())


def _is_number_row(row: Row) -> bool:
    """Tell `1 2 3 4`, `(1) (2) (3)` or `a b c`, which forms print under their heading."""
    cells = [cell for cell in row if _is_shown(cell)]
    marks = [_mark(cell) for cell in cells]
    if None in marks:
        return False
    ordinals = [mark for mark in marks if mark is not None and mark > 0]
    rises = all(before <= after for before, after in pairwise(ordinals))
    return rises and len(ordinals) >= _FEWEST_NUMBERS and ordinals[0] <= 2  # noqa: PLR2004  # it begins with 1, or 2 after an unnumbered column


def _mark(cell: object) -> int | None:
    """Return the number of a column mark, 0 for a formula of marks, None for anything else."""
    if isinstance(cell, int | float):
        return int(cell) if 0 < cell < 100 and float(cell).is_integer() else None  # noqa: PLR2004  # no table has more columns
    text = str(cell).strip()
    if found := _ORDINAL.fullmatch(text):
        mark = found[1]
        return int(mark) if mark.isdigit() else ord(mark.lower()) - ord("a") + 1
    return 0 if _FORMULA.fullmatch(text) else None


def _is_total(row: Row, heading: Heading, columns: range) -> bool:
    """Tell a total by its first text: `JUMLAH`, or `Jumlah Dinas …` beside empty codes."""
    at = columns.start
    while at < columns.stop - 1 and (row[at] == "" or row[at].__class__ is not str):
        at += 1
    first = row[at]
    if not isinstance(first, str) or first[:1] not in _INITIALS:
        return False
    if _TOTAL.fullmatch(normalised(first)):
        return True
    words = words_of(first)
    if not _BEGINS_TOTAL & {*words[:1], "".join(words[:2])}:
        return False
    ids = [index for name, index in heading.columns.items() if name.endswith("_id")]
    if ids:
        return all(row[index] == "" for index in ids)
    rest = [cell for cell in row[at + 1 : columns.stop] if isinstance(cell, str)]
    return not any(map(str.isalpha, "".join(rest)))  # `5,2` is a number, though a text


def _foot(rows: Sequence[Row], counts: dict[int, int], region: Region) -> list[int]:
    """Return the rows of remarks and signatures below the table."""
    known = list(region.heading.columns.values())
    # Below a name its NIP may stand, as below the name of one who signs.
    people = {at for name, at in region.heading.columns.items() if "nip" in name.split(JOINED)}
    indices = list(counts)
    shown = {index: sum(_is_shown(rows[index][at]) for at in known) for index in indices[-60:]}
    usual = median_low([sum(_is_shown(rows[i][at]) for at in known) for i in indices[:60]] or [0])
    thin = max(2, _FOOT_SHARE * usual)
    start = len(indices)
    for nth in range(len(indices) - 1, max(len(indices) - 60, 0) - 1, -1):
        index = indices[nth]
        is_foot = any(
            at not in people
            and isinstance(cell := rows[index][at], str)
            and _FOOT.match(cell.strip())
            for at in region.columns
        )
        if shown[index] > thin:
            break
        if is_foot:
            start = nth
    block = _signature(rows, indices, region) if usual > 1 else len(indices)
    return indices[min(start, block) :]


def _signature(rows: Sequence[Row], indices: list[int], region: Region) -> int:
    """Return where a block of lone texts in one column begins at the end of a table."""
    if region.heading.form.name in _NAMES_ALONE:
        return len(indices)
    start = len(indices)
    column: int | None = None
    while start:
        index = indices[start - 1]
        filled = [at for at in region.columns if rows[index][at] != ""]
        if len(filled) != 1 or (column is not None and filled[0] != column):
            break
        column = filled[0]
        start -= 1
    is_set_off = start < len(indices) and (not start or indices[start] > indices[start - 1] + 1)
    return start if is_set_off and len(indices) - start > 1 else len(indices)


_NAMES_ALONE = frozenset({"units", "functions", "statements"})
