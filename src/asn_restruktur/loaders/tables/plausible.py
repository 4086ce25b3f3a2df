"""Do the cells below a heading contradict the table that the heading announces?"""

import re
from collections.abc import Iterable, Sequence

from asn_restruktur.loaders.tables.contents import Rows
from asn_restruktur.loaders.tables.forms import TableForm, normalised
from asn_restruktur.loaders.tables.labels import Label
from asn_restruktur.loaders.tables.marks import without_mark
from asn_restruktur.loaders.tables.matching import Match
from asn_restruktur.organisation.words import is_head_title, unit_kind_of

_OF_ANYTHING = frozenset({"NAMA", "NAME", "TITLE"})
"""Headings that name whatever a table lists: a skill, a program, a person, or a unit."""

_FEWEST_NAMES = 3
_FEWEST_UNITS = 0.2
_MOST_HEADS = 0.5
_SAYS_UNIT = frozenset({"parent_id", "parent_name", "urusan", "second_unit", "third_unit"})
_NIP = re.compile(r"\d{9}|\d{18}|\d[\d.,]*[Ee]\+?\d{1,2}")
_SIGNS = re.compile(r"[^\w,+]|_")
_NIP_HEADINGS = frozenset({"NIP", "NIPBARU"})


def contradicted(
    known: Sequence[Match], form: TableForm, below: Rows, *, is_spoken_for: bool
) -> bool:
    """Tell whether a table cannot be what its headings say, by what stands in it.

    Names under a heading of anything are no units where hardly one begins like a unit and nothing
    else speaks of units (a dictionary of skills, urusan or programs), or where most are posts of
    heads. A list of people has names, or numbers that look like a NIP.

    Args:
        known: the headings that the form understands.
        form: the table.
        below: the rows below the heading.
        is_spoken_for: whether a title or the name of the sheet or file speaks for the table.
    """
    at = {match.field: match for match in known}
    if form.name == "units" and "name" in at:
        return _are_no_units(at["name"], below, is_known=is_spoken_for or _shows_tree(known, below))
    if form.name == "employees" and "nip" in at and "name" not in at:
        numbers = _texts(at["nip"].at, below)
        return bool(numbers) and not any(map(looks_like_nip, numbers))
    return False


def denies(found: Iterable[Label], form: TableForm, below: Rows) -> bool:
    """Tell whether a heading stands there that is on no such sheet.

    A column called NIP without a single number of that kind denies nothing.
    """
    for label in found:
        names = {normalised(part) for part in (*label.parts, " ".join(label.parts))} & form.never
        if not names:
            continue
        numbers = _texts(label.at, below)
        if names <= _NIP_HEADINGS and numbers and not any(map(looks_like_nip, numbers)):
            continue
        return True
    return False


def looks_like_nip(text: str) -> bool:
    """Tell whether a number has the digits of a NIP, old or new, however it was written."""
    return _NIP.fullmatch(_SIGNS.sub("", text)) is not None or _NIP.fullmatch(text) is not None


def _are_no_units(name: Match, below: Rows, *, is_known: bool) -> bool:
    if normalised(name.heading) not in _OF_ANYTHING:
        return False
    names = [without_mark(text) for text in _texts(name.at, below)]
    if len(names) < _FEWEST_NAMES:
        return False
    if sum(map(is_head_title, names)) > _MOST_HEADS * len(names):
        return True
    units = sum(unit_kind_of(text) is not None for text in names)
    return not is_known and units < _FEWEST_UNITS * len(names)


def _shows_tree(known: Sequence[Match], below: Rows) -> bool:
    return any(match.field in _SAYS_UNIT and _texts(match.at, below) for match in known)


def _texts(at: int, below: Rows) -> list[str]:
    return [text for row in below if at < len(row) and (text := str(row[at]).strip())]
