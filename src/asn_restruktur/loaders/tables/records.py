"""Which value does each row of a table have in each field?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

import pandas as pd

from asn_restruktur.loaders.cells import Origin, column_letter
from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables.composite import JOINED
from asn_restruktur.loaders.tables.continued import continued
from asn_restruktur.loaders.tables.headings import Heading
from asn_restruktur.loaders.tables.items import SEVERAL, items_of, joined
from asn_restruktur.loaders.tables.marks import is_marked, without_mark
from asn_restruktur.loaders.tables.regions import Region
from asn_restruktur.organisation.words import plain, unit_kind_of

FILLED_DOWN = frozenset(
    {
        "unit_id", "unit_name", "top_id", "top_unit", "second_unit", "third_unit", "parent_id",
        "parent_name", "position_id", "position_title", "position", "title", "kind", "level",
        "eselon", "period", "year", "from_unit", "from_post", "reports_to", "superior",
        "legal_basis", "urusan", "subject_id", "nip", "employee_id",
    }
)  # fmt: skip
"""Fields that a cell merged over several rows states for each of them."""

_SEVERAL_LINES = SEVERAL | {"topic", "to_unit", "to_post"}
"""Fields whose cell may hold the lines of a list, each of which is one of its own."""

_CARRIED = frozenset(
    {"position_title", "position", "position_id", "unit_id", "from_unit", "from_post"}
)
"""Fields that a list of statements, tasks or links states once for the rows below."""

_WHOSE = _CARRIED | {"top_unit", "second_unit", "third_unit", "unit_name"}
"""Fields that say whose a statement is; where a name of a unit alone does, none stands empty."""

_KINDS = frozenset(
    {
        "puskesmas", "nama puskesmas", "kelurahan", "nama kelurahan", "kecamatan",
        "nama kecamatan",
    }
)  # fmt: skip
"""Headings over names of units that leave out their own kind."""

_MARKED_SHARE = 0.5
_LISTS = frozenset({"functions", "workload", "links"})
_SPARSE = 0.3


@dataclass(frozen=True, slots=True)
class Records:
    """Rows of a table, values as they stood.

    Args:
        columns: values by field, None for a cell that shows nothing; all equally long.
        indices: index of each row among the rows of the sheet.
        depths: how far to the right the name of each row stands, where its heading reaches over
            several columns.
    """

    columns: Mapping[str, list[object]]
    indices: list[int]
    depths: tuple[int, ...] = ()


def records(sheet: Sheet, region: Region, kept: Sequence[int]) -> Records:
    """Take the values of the rows kept.

    Merged cells are filled down, arrays are joined, and a cell that lists several statements
    becomes as many rows of one place.

    Args:
        sheet: the sheet.
        region: the table.
        kept: indices of its rows.
    """
    heading = region.heading
    more = continued(sheet, region, kept)
    kept = [index for index in kept if index not in more]
    columns = _columns(sheet.rows, kept, heading)
    _append(columns, heading, kept, more)
    depths = _depths(columns, sheet.rows, kept, heading)
    written = {field: columns[field] for field in _CARRIED & columns.keys()}
    columns = {field: list(values) for field, values in columns.items()}
    _fill_down(columns, sheet, region, kept)
    if heading.form.name in _LISTS:
        for field, values in written.items():
            columns[field] = _carried(columns[field], values)
    if heading.form.name == "functions" and _WHOSE & columns.keys() == {"unit_name"}:
        names = columns["unit_name"]
        columns["unit_name"] = _carried(names, names, sparse=0)
    for field, values in columns.items():
        columns[field] = [joined(value, field) for value in values]
    for field in SEVERAL & columns.keys():
        columns[field] = _unmarked(columns[field])
    for match in heading.matches:
        if match.field in columns and plain(match.heading) in _KINDS:
            columns[match.field] = [
                _of_kind(value, match.heading) for value in columns[match.field]
            ]
    for field, text in heading.said.items():
        columns[field] = [text] * len(kept)
    return replace(_expanded(columns, list(kept)), depths=depths)


def framed(found: Records, origin: Origin, numbers: Sequence[int]) -> pd.DataFrame:
    """Build the frame: each value as it stood, each row with its place."""
    frame = pd.DataFrame(
        {name: pd.Series(values, dtype=object) for name, values in found.columns.items()}
    )
    return frame.assign(
        place_file=origin.file,
        place_sheet=origin.sheet,
        place_row=pd.Series([numbers[index] for index in found.indices], dtype="int64"),
        place_column=pd.Series([0] * len(frame), dtype="int64"),
        place_article="",
    )


def letters(heading: Heading, origin: Origin) -> dict[str, str]:
    """Return the letter of each field's column; none for a text, which has no columns."""
    if not origin.sheet:
        return {}
    return {name: column_letter(at) for name, at in heading.columns.items()}


def _columns(
    rows: Sequence[Sequence[object]], kept: Sequence[int], heading: Heading
) -> dict[str, list[object]]:
    """Return each known column of the rows kept; None for a cell that shows nothing."""
    names = sorted(heading.columns, key=lambda name: heading.columns[name])
    pick = itemgetter(*(heading.columns[name] for name in names))
    body = [pick(rows[index]) for index in kept]
    if not body:
        return {name: [] for name in names}
    if len(names) == 1:
        body = [(cell,) for cell in body]
    return {
        name: [
            None if cell == "" or (isinstance(cell, str) and cell.isspace()) else cell
            for cell in cells
        ]
        for name, cells in zip(names, zip(*body, strict=True), strict=True)
    }


def _of_kind(value: object, kind: str) -> object:
    """Put the kind that a heading names before a name without one: `Nila Barat` of PUSKESMAS."""
    if not isinstance(value, str) or unit_kind_of(value) is not None:
        return value
    return f"{kind.strip().title().removeprefix('Nama ')} {value}"


def _unmarked(values: list[object]) -> list[object]:
    """Drop the list marks of statements where most have one; a list in a cell is cut later."""
    texts = [value for value in values if isinstance(value, str)]
    if sum(map(is_marked, texts)) <= _MARKED_SHARE * len(texts):
        return values
    return [
        without_mark(value) if isinstance(value, str) and "\n" not in value else value
        for value in values
    ]


def _append(
    columns: dict[str, list[object]],
    heading: Heading,
    kept: Sequence[int],
    more: Mapping[int, tuple[int, int, str]],
) -> None:
    """Put what the rows below go on with behind what their row says."""
    position = {index: at for at, index in enumerate(kept)}
    names = {at: name for name, at in heading.columns.items()}
    for start, column, text in more.values():
        values = columns[names[column]]
        at = position[start]
        between = "\n" if JOINED in names[column] else " "
        values[at] = f"{values[at]}{between}{text}"


def _depths(
    columns: dict[str, list[object]],
    rows: Sequence[Sequence[object]],
    kept: Sequence[int],
    heading: Heading,
) -> tuple[int, ...]:
    """Take names from the columns over which their heading reaches; tell in which each stood."""
    for field, span in heading.spans.items():
        found = [
            next(
                (at for at in span if isinstance(rows[index][at], str) and rows[index][at]),
                span.start,
            )
            for index in kept
        ]
        if any(at > span.start for at in found):
            columns[field] = [
                rows[index][at] or None for index, at in zip(kept, found, strict=True)
            ]
            return tuple(at - span.start for at in found)
    return ()


def _fill_down(
    columns: dict[str, list[object]], sheet: Sheet, region: Region, kept: Sequence[int]
) -> None:
    """Give every row under a cell that was merged over rows the value of that cell."""
    down = [merge for merge in sheet.merges if merge.last_row > merge.first_row]
    if not down:
        return
    position = {index: at for at, index in enumerate(kept)}
    field_at = {at: name for name, at in region.heading.columns.items() if name in FILLED_DOWN}
    for merge in down:
        field = field_at.get(merge.first_column)
        if field is None or merge.first_row not in region.body:
            continue
        value = sheet.rows[merge.first_row][merge.first_column]
        for index in range(merge.first_row, merge.last_row + 1):
            if index in position and value != "":
                columns[field][position[index]] = value


def _carried(values: list[object], written: list[object], sparse: float = _SPARSE) -> list[object]:
    """Repeat what is written once for the rows below it, where no merged cell repeats it.

    Args:
        values: the column, merged cells filled.
        written: the column as written.
        sparse: more than this share must be empty as written.
    """
    empty = sum(value is None for value in written)
    if not values or values[0] is None or empty <= sparse * len(values):
        return values
    held: object = None
    carried = []
    for value in values:
        held = value if value is not None else held
        carried.append(held)
    return carried


def _expanded(columns: dict[str, list[object]], indices: list[int]) -> Records:
    """Give each statement of a cell that lists several a row of its own."""
    several = [name for name in columns if name in _SEVERAL_LINES]
    parts = {
        name: {
            at: items
            for at, value in enumerate(columns[name])
            if len(items := items_of(value, name)) > 1
        }
        for name in several
    }
    if not any(parts.values()):
        return Records(columns, indices)
    rows: list[tuple[int, dict[str, object]]] = []
    for at in range(len(indices)):
        own = {name: found[at] for name, found in parts.items() if at in found}
        count = max((len(items) for items in own.values()), default=1)
        for nth in range(count):
            said: dict[str, object] = {
                name: (items[nth] if nth < len(items) else None) for name, items in own.items()
            }
            if nth:
                rest = [name for name in several if name in SEVERAL and name not in own]
                said |= dict.fromkeys(rest, None)
            rows.append((at, said))
    return Records(
        {
            name: [said.get(name, values[at]) for at, said in rows]
            for name, values in columns.items()
        },
        [indices[at] for at, _ in rows],
    )
