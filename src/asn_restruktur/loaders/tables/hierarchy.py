"""Which row of a list stands above which, where no column says so?"""

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from asn_restruktur.loaders.tables.context import RANKS
from asn_restruktur.organisation.heads import headed_unit
from asn_restruktur.organisation.words import (
    is_head_title,
    may_stand_under,
    plain,
    unit_kind_of,
)

Levels = Sequence[float | None]

_CODE = re.compile(r"[0-9A-Za-z]+(?:[.\-/][0-9A-Za-z]+)*\.?")
_SEPARATOR = re.compile(r"[.\-/]")
_LEADING = re.compile(r"^[\s\u00a0.\-\u2013\u2014>\u2022*\u00b7]*")
_MARKS = (
    ("I.", re.compile(r"([IVXLC]{1,6})[.)]?(?=\s)")),
    ("A.", re.compile(r"([A-Z])[.)]?(?=\s)")),
    ("1.", re.compile(r"(\d{1,3})\.?(?=\s)")),
    ("a.", re.compile(r"([a-z]{1,2})\.?(?=\s)")),
    ("1)", re.compile(r"(\d{1,3})\)(?=\s)")),
    ("a)", re.compile(r"([a-z]{1,2})\)(?=\s)")),
    ("(1)", re.compile(r"\((\d{1,3})\)(?=\s)")),
    ("(a)", re.compile(r"\(([a-z]{1,2})\)(?=\s)")),
)
_ROMAN_SIGNS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_FEWEST_SHARE = 0.6
_HEADS = {
    "sekretaris daerah": 0, "kepala dinas": 0, "kepala badan": 0, "kepala kantor": 0, "kadis": 0,
    "kaban": 0, "inspektur": 0, "camat": 0, "kepala satuan": 0, "kasat": 0, "sekretaris dprd": 0,
    "kepala biro": 0, "kepala pelaksana": 0, "direktur": 0,
    "inspektur pembantu": 1, "asisten": 1, "sekretaris": 1, "kepala bidang": 1, "kabid": 1,
    "kepala upt": 1, "kepala uptd": 1, "kepala puskesmas": 1, "wakil direktur": 1, "lurah": 1,
    "kepala bagian": 2, "kabag": 2,
    "kepala sub bagian": 3, "kepala subbagian": 3, "kepala subbag": 3, "kasubbag": 3, "kasubag": 3,
    "kepala seksi": 3, "kasi": 3, "kepala subbidang": 3, "kepala sub bidang": 3, "kasubbid": 3,
    "kepala tata usaha": 3, "sekretaris lurah": 3, "sekretaris kelurahan": 3,
}  # fmt: skip
_BELOW_ALL = 9.0


class Rule(StrEnum):
    """By what the place of a row in the hierarchy was told."""

    COLUMN = "column"  # a column names what stands above
    LEVELS = "levels"  # one column for each level
    CODES = "codes"  # 1.2.3 stands under 1.2
    INDENT = "indent"  # cells are indented
    MARKS = "marks"  # a. / 1. / a)
    ORDER = "order"  # kinds of unit or post, in the order of the rows
    FLAT = "flat"  # nothing tells it


def by_levels(levels: Levels) -> list[int | None]:
    """Return for each row the row above it: the nearest one before it on a higher level.

    Args:
        levels: the smaller, the higher; None for a row whose level is unknown, which stands under
            nothing.
    """
    parents: list[int | None] = []
    stack: list[tuple[float, int]] = []
    for index, level in enumerate(levels):
        if level is None:
            parents.append(None)
            continue
        while stack and stack[-1][0] >= level:
            stack.pop()
        parents.append(stack[-1][1] if stack else None)
        stack.append((level, index))
    return parents


def by_codes(codes: Sequence[str]) -> list[int | None] | None:
    """Return for each row the row whose code its own begins with; None where codes are no tree."""
    parts = [tuple(_SEPARATOR.split(code.strip(" ."))) for code in codes]
    if not all(_CODE.fullmatch(code) for code in codes if code) or len({*parts}) < len(parts):
        return None
    trimmed = [_trimmed(part) for part in parts]
    at = {part: index for index, part in enumerate(trimmed)}
    if len(at) < len(trimmed):
        at = {part: index for index, part in enumerate(parts)}
        trimmed = parts
    parents: list[int | None] = []
    for part in trimmed:
        above = next(
            (at[part[:end]] for end in range(len(part) - 1, 0, -1) if part[:end] in at), None
        )
        parents.append(above)
    placed = sum(parent is not None for parent in parents)
    roots = len(parents) - placed
    return parents if placed and roots <= max(1, len(parents) * (1 - _FEWEST_SHARE)) else None


def by_indent(indents: Sequence[int], texts: Sequence[str]) -> list[int | None] | None:
    """Return for each row the row above it by how far its cell or text is indented."""
    leading = [len(_LEADING.match(text)[0]) for text in texts]  # type: ignore[index]  # it always matches
    depth = [float(a * 100 + b) for a, b in zip(indents, leading, strict=True)]
    if len(set(depth)) < 2 or depth[0] != min(depth):  # noqa: PLR2004  # one depth tells nothing
        return None
    return by_levels(depth)


def by_marks(marks: Sequence[str]) -> list[int | None] | None:
    """Return for each row the row above it by the mark of its list.

    A mark goes on with the list whose last mark it follows; a first mark opens a list below; rows
    without a mark stand above all lists.

    Args:
        marks: what each row begins with, or what stands before it.
    """
    found = [_readings(mark) for mark in marks]
    if sum(bool(readings) for readings in found) < _FEWEST_SHARE * len(found):
        return None
    open_lists: list[tuple[str, int]] = []
    levels: list[float] = []
    for readings in found:
        if not readings:
            open_lists = []
            levels.append(-1.0)
            continue
        at, mark = _continued(open_lists, readings)
        open_lists = [*open_lists[:at], mark]
        levels.append(float(at))
    return by_levels(levels) if len(set(levels)) > 1 else None


def _continued(
    open_lists: Sequence[tuple[str, int]], readings: Sequence[tuple[str, int]]
) -> tuple[int, tuple[str, int]]:
    """Return the level that a mark is on, and the mark as it is meant there."""
    for at in range(len(open_lists) - 1, -1, -1):
        kind, value = open_lists[at]
        if (kind, value + 1) in readings:
            return at, (kind, value + 1)
    first = next((reading for reading in readings if reading[1] == 1), None)
    same = [at for at, (kind, _) in enumerate(open_lists) for one in readings if one[0] == kind]
    if first is not None and (not same or first[0] not in {kind for kind, _ in open_lists}):
        return len(open_lists), first
    if same:
        at = same[-1]
        return at, next(one for one in readings if one[0] == open_lists[at][0])
    return len(open_lists), readings[0]


def _readings(mark: str) -> list[tuple[str, int]]:
    """Return what a list mark may be: its kind and its number."""
    spaced = f"{mark.strip()} "
    return [
        (kind, _value(kind, found[1])) for kind, sign in _MARKS if (found := sign.match(spaced))
    ]


def _value(kind: str, text: str) -> int:
    if text.isdigit():
        return int(text)
    if kind == "I.":
        values = [_ROMAN_SIGNS[sign] for sign in text]
        after = [*values[1:], 0]
        return sum(one if one >= two else -one for one, two in zip(values, after, strict=True))
    letters = text.lower()
    return (len(letters) - 1) * 26 + ord(letters[0]) - ord("a") + 1


def by_order(
    names: Sequence[str], level_of: Callable[[str], float | None]
) -> list[int | None] | None:
    """Return for each row the row above it by kind, in the order of the rows."""
    levels = [level_of(name) for name in names]
    known = [level for level in levels if level is not None]
    if len(known) < _FEWEST_SHARE * len(levels) or len(set(known)) < 2:  # noqa: PLR2004  # one kind tells nothing
        return None
    kinds = [unit_kind_of(headed_unit(name) or name) for name in names]
    parents = by_levels(levels)
    for row, kind in enumerate(kinds):
        while (above := parents[row]) is not None and not may_stand_under(kind, kinds[above]):
            parents[row] = parents[above]
    return parents


def under_whole(
    parents: Sequence[int | None], names: Sequence[str], level_of: Callable[[str], float | None]
) -> list[int | None]:
    """Put what a list names beside a whole under it: a dinas stands first among its own parts."""
    whole: int | None = None
    found: list[int | None] = []
    for at, above in enumerate(parents):
        if above is not None:
            found.append(above)
            continue
        level = level_of(names[at])
        if level == 0:
            whole = at
        found.append(whole if level else None)
    return found


def level_of_unit(name: str) -> float | None:
    """Return how deep a unit usually stands, by its name."""
    kind = unit_kind_of(name)
    return float(RANKS[kind]) if kind in RANKS else None


def level_of_post(title: str) -> float:
    """Return how deep the head of a unit usually stands, by its title; others below all heads."""
    spelling = f"{plain(title)} "
    found = [len(words) for words in _HEADS if spelling.startswith(f"{words} ")]
    if found:
        longest = max(found)
        return float(
            next(
                level
                for words, level in _HEADS.items()
                if len(words) == longest and spelling.startswith(f"{words} ")
            )
        )
    return 2.5 if is_head_title(title) else _BELOW_ALL


def _trimmed(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Drop the zeros at the end by which codes of one length say that they are higher."""
    end = len(parts)
    while end > 1 and parts[end - 1].strip("0") == "":
        end -= 1
    return parts[:end]
