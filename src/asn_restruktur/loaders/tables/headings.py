"""Where on a sheet does a heading stand, and which table does it announce?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from asn_restruktur.loaders.sheets.sheet import Merge
from asn_restruktur.loaders.tables.composite import JOINED
from asn_restruktur.loaders.tables.contents import completed, heads_on, speaks_for_itself
from asn_restruktur.loaders.tables.crosstab import Crosstab, crosstab
from asn_restruktur.loaders.tables.forms import (
    STATEMENTS,
    TableForm,
    forms,
    normalised,
    vocabulary,
)
from asn_restruktur.loaders.tables.labels import LONGEST, MOST_ROWS, Cells, Label, labels
from asn_restruktur.loaders.tables.matching import Match, is_known, matches
from asn_restruktur.loaders.tables.plausible import contradicted, denies

HEADER_ROWS = 40
"""The heading stands in one of the first rows; above it are titles."""

MOST_COLUMNS = 512
"""No table of ours is wider; what stands further to the right is not looked at."""

_FEWEST_HEADINGS = 2
_TELLING = 1.0
_SPOKEN_FOR = 0.75
_UNKNOWN = 0.15
_ROW = 0.05
_BELOW = 40
_UNFINISHED = 2.0
_UNIT = re.compile(
    r"(menit|jam|hari|bulan|tahun|orang|pegawai|org|per tahun|setahun)", re.IGNORECASE
)
_BRACKETED = re.compile(r"\([^()\d]{2,30}\)")
_CODE = re.compile(r"\d{8}")
_YEARS = range(1990, 2100)
_NAMES = frozenset({"name", "title"})
_HOLDER = "holder_"  # what a list of posts says of their holders makes it no list of posts


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading found on a sheet.

    Args:
        form: the table it announces.
        row: index of its first row.
        last_row: index of its last row.
        columns: index of the column of each field that has a heading.
        spans: columns over which the heading of a list's names reaches, one for each level.
        crosstab: the groups under which its fields repeat.
        said: values of fields that the heading itself states.
        matches: how each was understood, from left to right.
        unknown: index and text of headings that mean nothing to this table.
        sureness: 0-1.
    """

    form: TableForm
    row: int
    last_row: int
    columns: Mapping[str, int]
    spans: Mapping[str, range] = field(default_factory=dict)
    crosstab: Crosstab | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    matches: tuple[Match, ...] = ()
    unknown: tuple[tuple[int, str], ...] = ()
    sureness: float = 1.0


def find_heading(
    rows: Sequence[Sequence[object]],
    name: str,
    *,
    merges: Sequence[Merge] = (),
    columns: range | None = None,
    first: int = 0,
    only_first: bool = False,
) -> Heading | None:
    """Find the rows that announce a table.

    Args:
        rows: the rows of a sheet or text, each a sequence of cells.
        name: name of the sheet or file; with the titles above, it decides between tables that
            fit nearly as well.
        merges: merged cells of the sheet.
        columns: the columns to look at; all of them unless said.
        first: index of the first row to look at; `HEADER_ROWS` of them are.
        only_first: whether the heading must begin in that row.

    Returns:
        The heading that explains most columns, the highest one among equals; None where no row
        has what any table needs.
    """
    tops = 1 if only_first else HEADER_ROWS
    window = rows[: first + tops + MOST_ROWS]
    cells = Cells(window, merges)
    width = min(max((len(row) for row in window), default=0), MOST_COLUMNS)
    within = columns if columns is not None else range(width)
    best: tuple[tuple[float, float], Heading] | None = None
    for top in range(first, min(first + tops, len(window))):
        if cells.hangs(top, within) or not _may_begin(window, top, within):
            continue
        spoken = _spoken(window[first:top], name)
        for last in range(cells.reach(top, within), min(top + MOST_ROWS, len(window))):
            if last > top and not _may_continue(cells, window, top, last, within):
                break
            below = window[last + 1 :] if only_first else rows[last + 1 : last + 1 + _BELOW]
            for found, score in _readings(cells, top, last, within, (spoken, below)):
                if best is None or score > best[0]:
                    best = score, found
    return best[1] if best else None


def nearest_form(rows: Sequence[Sequence[object]]) -> tuple[TableForm, tuple[str, ...]] | None:
    """Find the table that the headings come closest to, to say what is missing.

    Args:
        rows: the first rows of a sheet or text.

    Returns:
        The table's form and the fields it lacks, the first name of each choice; None where no
        row has two headings of any table.
    """
    best: tuple[tuple[int, int], TableForm, tuple[str, ...]] | None = None
    for row in rows[:HEADER_ROWS]:
        headings = {normalised(cell) for cell in row if isinstance(cell, str)}
        for form in forms():
            if form.name == STATEMENTS or form.never & headings:
                continue
            fields = {form.fields[heading] for heading in headings & form.fields.keys()}
            missing = tuple(need[0] for need in form.needs if fields.isdisjoint(need))
            score = (len(fields), -len(missing))
            if missing and len(fields) >= _FEWEST_HEADINGS and (best is None or score > best[0]):
                best = score, form, missing
    return best[1:] if best else None


def _may_begin(rows: Sequence[Sequence[object]], top: int, columns: range) -> bool:
    """Tell whether a heading may begin in a row: it, or the row below it, has known headings."""
    here = rows[top]
    filled = [here[at] for at in columns if at < len(here) and here[at] != ""]
    if not filled or not _are_short_texts(filled) or _is_labelled(filled):
        return False
    return any(is_known(row[at]) for row in rows[top : top + 2] for at in columns if at < len(row))


def _is_labelled(cells: Sequence[object]) -> bool:
    """Tell whether a row is `label : value`, of a form without a heading."""
    return any(str(cell).strip().startswith(":") for cell in cells)


def _may_continue(
    cells: Cells, rows: Sequence[Sequence[object]], top: int, last: int, columns: range
) -> bool:
    """Tell whether a row may go on with the heading above it.

    It does under cells that are merged downwards; under a group heading, beside which the row
    above is empty; or where words stand above numbers, and not yet a number.
    """
    row = rows[last]
    filled = [row[at] for at in columns if at < len(row) and row[at] != ""]
    if not filled or not _are_short_texts(filled):
        return False
    if last <= cells.reach(top, columns):
        return True
    above = rows[last - 1]
    is_divided = any(
        row[at] != ""
        and above[at] == ""
        and any(above[left] != "" for left in columns if left < at)
        for at in columns
        if at < min(len(row), len(above))
    )
    return is_divided or _has_units(row, columns)


def _has_units(row: Sequence[object], columns: range) -> bool:
    """Tell whether a row says in which units the columns above it count: `(jam)`, `orang`."""
    return any(
        isinstance(cell, str)
        and (_UNIT.fullmatch(cell.strip()) or _BRACKETED.fullmatch(cell.strip()))
        for at in columns
        if at < len(row) and (cell := row[at]) != ""
    )


def _are_short_texts(cells: Sequence[object]) -> bool:
    """Tell whether cells may be headings; a year over a column is one too."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    others = [cell for cell in cells if not isinstance(cell, str)]
    return (
        2 * len(texts) >= len(cells)
        and all(len(text) <= LONGEST and not _CODE.search(text) for text in texts)
        and all(isinstance(cell, int | float) and cell in _YEARS for cell in others)
    )


def _spoken(titles: Sequence[Sequence[object]], name: str) -> str:
    """Return everything above a heading that may say which table it is, as `normalised`."""
    texts = [name, *(cell for row in titles for cell in row if isinstance(cell, str) and cell)]
    return "\x1f".join(normalised(text) for text in texts)


def _readings(
    cells: Cells,
    top: int,
    last: int,
    columns: range,
    around: tuple[str, Sequence[Sequence[object]]],
) -> Iterator[tuple[Heading, tuple[float, float]]]:
    """Read rows as the heading of each form that they can be."""
    spoken, below = around
    found = labels(cells, top, last, columns)
    for form in vocabulary().forms:
        if denies(found, form, below):
            continue
        known, unknown = completed(*matches(found, form, below), form, below)
        fields = {part for match in known for part in match.field.split(JOINED)}
        crossed = crosstab(found, form, below)
        if crossed is not None:
            known = tuple(match for match in known if match.field not in crossed.fields)
            unknown = tuple(label for label in unknown if label.at not in crossed.headings)
            fields = {part for match in known for part in match.field.split(JOINED)}
            fields |= crossed.fields | {crossed.key}
        if any(fields.isdisjoint(need) for need in form.needs) and not speaks_for_itself(
            known, form, below
        ):
            continue
        sure = len(crossed.fields) + 1.0 if crossed else 0.0
        sure += sum(match.sureness for match in known if not match.field.startswith(_HOLDER))
        telling = _TELLING * len(fields & form.telling)
        hint = _SPOKEN_FOR * any(word in spoken for word in form.sheets if word)
        if contradicted(known, form, below, is_spoken_for=hint > 0):
            continue
        count = len(known) + (len(crossed.fields) if crossed else 0)
        if _is_lone_text(form, count, below, columns):
            continue
        if count < _FEWEST_HEADINGS and not hint and not speaks_for_itself(known, form, below):
            continue
        score = sure + telling + hint - _UNKNOWN * len(unknown) - _ROW * (last - top)
        score -= _UNFINISHED * heads_on(known, below)
        heading = _heading(form, top, last, known, unknown)
        spans = _spans(known, found, columns)
        yield replace(heading, crosstab=crossed, spans=spans), (round(score, 6), -top)


def _is_lone_text(
    form: TableForm, count: int, below: Sequence[Sequence[object]], columns: range
) -> bool:
    """Tell whether a single heading stands over a single column of prose: that is no table."""
    if count >= _FEWEST_HEADINGS or form.name != "functions":
        return False
    filled = [sum(row[at] != "" for at in columns if at < len(row)) for row in below]
    return max(filled, default=0) < _FEWEST_HEADINGS


def _spans(known: Sequence[Match], found: Sequence[Label], columns: range) -> dict[str, range]:
    """Tell how far the heading of a list's names reaches to the right, up to the next heading."""
    spans = {}
    for match in known:
        if match.field in _NAMES:
            stop = min((label.at for label in found if label.at > match.at), default=columns.stop)
            if stop > match.at + 1:
                spans[match.field] = range(match.at, stop)
    return spans


def _heading(
    form: TableForm,
    top: int,
    last: int,
    known: tuple[Match, ...],
    unknown: tuple[Label, ...],
) -> Heading:
    share = len(known) / max(len(known) + len(unknown), 1)
    sureness = min((match.sureness for match in known), default=1.0) * (0.5 + 0.5 * share)
    return Heading(
        form=form,
        row=top,
        last_row=last,
        columns={match.field: match.at for match in known},
        matches=known,
        unknown=tuple((label.at, label.text) for label in unknown),
        sureness=round(sureness, 2),
    )
