"""To which unit does each row of a table belong, by the names that stand there?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from asn_restruktur.loaders.tables.context import RANKS, Context, names_unit
from asn_restruktur.organisation.unit_paths import joined
from asn_restruktur.organisation.words import plain, unit_kind_of
from asn_restruktur.vocabulary import PERANGKAT_DAERAH, UnitKind

LEVELS = ("top_unit", "second_unit", "third_unit", "unit_name")
"""Fields that name the unit of a row, from the top down."""

_NOTHING = frozenset({"", "-", "\u2013", "\u2014", "0", "n/a", "nihil"})
_SPARSE = 0.3
_WITHIN = re.compile(r"\s+pada\s+", re.IGNORECASE)
_BETWEEN_UNITS = re.compile(r"\s+[-\u2013]\s+|\s*[,;>/\\|]\s*")
_INNER = frozenset(
    {
        UnitKind.SEKRETARIAT, UnitKind.BIDANG, UnitKind.BAGIAN, UnitKind.SUBBAGIAN,
        UnitKind.SUBBIDANG, UnitKind.SEKSI,
    }
)  # fmt: skip
_GOVERNMENT = re.compile(
    r"pemerintah(?:an)?\s+(?:daerah\s+)?(?:kota|kab\.?|kabupaten|provinsi|prov\.?)\s", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Placed:
    """Rows with their units.

    Args:
        unit_ids: id of the unit of each row, None where nothing tells it.
        units: one row a unit: `unit_id`, `name`, `parent_id`, and the index of the first row that
            names it, from the top down in the order of the rows.
    """

    unit_ids: list[object]
    units: pd.DataFrame


def placed(
    columns: Mapping[str, Sequence[object]], count: int, contexts: Sequence[Context]
) -> Placed:
    """Tell the unit of each row.

    A row states its unit by a code, by names from the top down, or both; levels that are named
    once and then left empty hold until another name follows. What the row leaves open its section,
    the titles above the table, or the sheet's name may say.

    Args:
        columns: values of the fields `unit_id`, `top_id` and `LEVELS`, as far as there are.
        count: how many rows there are.
        contexts: what holds for each row beside its values.
    """
    codes = [_text(code) for code in columns.get("unit_id", [None] * count)]
    tops = [_text(code) for code in columns.get("top_id", [None] * count)]
    paths = _paths(columns, tops, contexts)
    units: dict[str, tuple[str, str, int]] = {}
    ids: list[object] = []
    seen: dict[tuple[str, str, tuple[str, ...]], str] = {}
    for at in range(count):
        key = (codes[at], tops[at], paths[at])
        if key not in seen:
            seen[key] = _enter(units, *key, at)
        ids.append(seen[key] or None)
    frame = pd.DataFrame(
        [(unit, *said) for unit, said in units.items()],
        columns=["unit_id", "name", "parent_id", "first"],
        dtype=object,
    )
    return Placed(ids, frame)


def _enter(
    units: dict[str, tuple[str, str, int]], code: str, top: str, path: tuple[str, ...], at: int
) -> str:
    """Note the units of a path; return the id of the lowest."""
    parent = ""
    for depth, name in enumerate(path):
        is_last = depth == len(path) - 1
        own = joined(path[: depth + 1])
        if is_last and code:
            own = code
        elif depth == 0 and top:
            own = top
        units.setdefault(own, (name, parent, at))
        parent = own
    return code or parent or top


def _paths(
    columns: Mapping[str, Sequence[object]], tops: Sequence[str], contexts: Sequence[Context]
) -> list[tuple[str, ...]]:
    """Return the names of units from the top down; another code on top begins anew."""
    count = len(tops)
    names = [name for name in LEVELS if name in columns]
    if not names:
        return [context.path for context in contexts]
    values = {name: [_text(value) for value in columns[name]] for name in names}
    carried = {name for name in names if name != "unit_name" or _is_sparse(values[name])}
    held = dict.fromkeys(names, "")
    paths: list[tuple[str, ...]] = []
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    before: tuple[Context, str] | None = None
    for at in range(count):
        here = (contexts[at], tops[at])
        if before is None or here[0] is not before[0] or here[1] != before[1]:
            held = dict.fromkeys(names, "")
            known = known if before is not None and here[0] is before[0] else {}
            before = here
        for depth, name in enumerate(names):
            value = values[name][at]
            if value:
                if value != held[name]:
                    held |= dict.fromkeys(names[depth + 1 :], "")
                held[name] = value
            elif name not in carried:
                held[name] = ""
        key = tuple(held.values())
        if key not in known:
            said = [name for name in key if name and not _GOVERNMENT.match(name)]
            own = [one for name in said for one in _unfolded(name)]
            above = () if held.get("top_unit") or (own and _is_top(own[0])) else contexts[at].path
            known[key] = _joined(above, own)
        paths.append(known[key])
    return paths


def _unfolded(name: str) -> Sequence[str]:
    """Take `Subbagian Umum pada Sekretariat` apart, from the top down.

    Only parts of a perangkat daerah are: `UPTD Pasar pada Dinas Perdagangan` is a name as a whole.
    Signs may stand between units too, in either order: `Seksi Jalan - Bidang Jalan - Dinas PU`.
    """
    line = [part.strip() for part in _BETWEEN_UNITS.split(name)]
    if len(line) > 1 and all(map(names_unit, line)):
        depths = [RANKS.get(kind) for part in line if (kind := unit_kind_of(part))]
        known = [depth for depth in depths if depth is not None]
        if len(known) == len({*known}) == len(line):
            return [part for _, part in sorted(zip(known, line, strict=True))]
    parts = [part.strip() for part in _WITHIN.split(name)]
    kinds = [unit_kind_of(part) for part in parts]
    if len(parts) == 1 or None in kinds or not _INNER.issuperset(kinds[:-1]):
        return (name,)
    return parts[::-1]


def _is_top(name: str) -> bool:
    return unit_kind_of(name) in PERANGKAT_DAERAH


def _is_sparse(values: Sequence[str]) -> bool:
    """Tell whether a name is written once for the rows below it."""
    empty = sum(not value for value in values)
    return bool(values) and bool(values[0]) and empty > _SPARSE * len(values)


def _joined(above: tuple[str, ...], own: Sequence[str]) -> tuple[str, ...]:
    """Put the names of a row below those of its context; a name that both say counts once."""
    path: list[str] = []
    for name in (*above, *own):
        spelling = plain(name)
        same = [one for one in path if plain(one).startswith(spelling)]
        shorter = [one for one in path if spelling.startswith(f"{plain(one)} ")]
        if same:
            continue
        if shorter and shorter[-1] == path[-1] and _is_top(path[-1]) and _is_top(name):
            path[-1] = name
        else:
            path.append(name)
    return tuple(path)


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = " ".join(str(value).split()) if value is not None else ""
    return "" if text.lower() in _NOTHING else text.lstrip("'")
