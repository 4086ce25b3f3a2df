"""What do the cells below a heading say, where the heading itself says too little?"""

from collections.abc import Sequence

from asn_restruktur.loaders.tables.forms import TableForm
from asn_restruktur.loaders.tables.labels import Label
from asn_restruktur.loaders.tables.marks import without_mark
from asn_restruktur.loaders.tables.matching import AMOUNTS, Match
from asn_restruktur.organisation.words import is_head_title, unit_kind_of

BY_CONTENT = 0.6
"""How sure a column is that was told by what stands in it."""

_LABELS = {"units": "name", "positions": "title", "functions": "detail", "workload": "task"}
_WORDS = frozenset(
    {
        "name", "title", "text", "detail", "duty", "function", "task", "level", "kind",
        "position_title", "top_unit", "second_unit", "third_unit", "unit_name", "position",
    }
)  # fmt: skip
_FEWEST_TELLING = 2
_FEWEST_VALUES = 3
_UNIT_SHARE = 0.6
_DISTINCT_SHARE = 0.5
_FEWEST_LETTERS = 4

Rows = Sequence[Sequence[object]]


def completed(
    known: tuple[Match, ...], unknown: tuple[Label, ...], form: TableForm, below: Rows
) -> tuple[tuple[Match, ...], tuple[Label, ...]]:
    """Take the only column of names for what the table lists, whatever its heading.

    A column that should hold words and holds numbers is another one, and an amount that no row
    has is none. Where everything else of a table is there (`Kelas`, `Bezetting`, `Kebutuhan`) and
    just one column of texts is left, that column holds the posts.

    Args:
        known: fields found.
        unknown: headings that mean nothing to the form.
        form: the table.
        below: the rows below the heading.

    Returns:
        The fields, from left to right, and the headings that still mean nothing.
    """
    label = _LABELS.get(form.name)
    numbers = [match for match in known if match.field in _WORDS and _are_numbers(match.at, below)]
    if numbers:
        known = tuple(match for match in known if match not in numbers)
        unknown = (*unknown, *(Label(match.at, (match.heading,)) for match in numbers))
    known = tuple(match for match in known if match.field not in AMOUNTS or _says(match.at, below))
    fields = {match.field for match in known}
    if label is None or label in fields or len(fields & form.telling) < _FEWEST_TELLING:
        return known, unknown
    texts = [column for column in unknown if _are_names(column.at, below)]
    if len(texts) != 1:
        return known, unknown
    match = Match(label, texts[0].at, texts[0].text, BY_CONTENT)
    rest = tuple(column for column in unknown if column.at != match.at)
    return tuple(sorted((*known, match), key=lambda one: one.at)), rest


def speaks_for_itself(known: Sequence[Match], form: TableForm, below: Rows) -> bool:
    """Tell whether a lone column of names is a list of units, since that is what stands in it."""
    if form.name != "units":
        return False
    at = next((match.at for match in known if match.field == "name"), None)
    if at is None:
        return False
    values = [without_mark(text) for text in _texts(at, below)]
    units = [text for text in values if unit_kind_of(text) and not is_head_title(text)]
    heading = next(match.heading for match in known if match.field == "name")
    fewest = 1 if "unit" in heading.lower() or "opd" in heading.lower() else _FEWEST_VALUES
    return len(values) >= fewest and len(units) >= _UNIT_SHARE * len(values)


def _says(at: int, below: Rows) -> bool:
    """Tell whether a column of amounts has any; a form that nobody filled in has none."""
    filled = [row for row in below if any(cell != "" for cell in row)]
    return not filled or any(at < len(row) and row[at] != "" for row in filled)


def heads_on(known: Sequence[Match], below: Rows) -> bool:
    """Tell whether the row below goes on with the heading: words stand where numbers will."""
    if not below:
        return False
    amounts = [match.at for match in known if match.field in AMOUNTS]
    row = below[0]
    filled = [cell for cell in row if cell != ""]
    words = [row[at] for at in amounts if at < len(row) and row[at] != ""]
    return (
        bool(words)
        and all(isinstance(cell, str) for cell in filled)
        and not any(sign.isdigit() for cell in words for sign in str(cell))
        and any(
            isinstance(after[at], int | float) or any(map(str.isdigit, str(after[at])))
            for after in below[1:]
            for at in amounts
            if at < len(after)
        )
    )


def _are_numbers(at: int, below: Rows) -> bool:
    """Tell whether a column of names holds numbers only: then it counts what its heading names."""
    values = [row[at] for row in below if at < len(row) and row[at] != ""]
    return bool(values) and all(
        isinstance(value, int | float) or str(value).strip().isdigit() for value in values
    )


def _are_names(at: int, below: Rows) -> bool:
    values = [text for text in _texts(at, below) if len(text) >= _FEWEST_LETTERS]
    return len(values) >= _FEWEST_VALUES and len(set(values)) >= _DISTINCT_SHARE * len(values)


def _texts(at: int, below: Rows) -> list[str]:
    return [
        cell.strip()
        for row in below
        if at < len(row) and isinstance(cell := row[at], str) and any(map(str.isalpha, cell))
    ]
