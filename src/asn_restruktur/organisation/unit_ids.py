"""Which id does a unit have, and which unit is meant by the name of a parent?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.references import by_spelling
from asn_restruktur.organisation.words import plain, slug
from asn_restruktur.vocabulary import TableName

_Key = tuple[str, str]
"""A unit without an id: plain name, and above it an id, `~` with a plain name, or nothing."""

_NAMED = "~"


def with_unit_ids(organisation: Organisation) -> Organisation:
    """Give every unit an id, and let `parent_id` hold ids where it held names.

    Rows without an id are one unit when name and parent agree, and the unit of an input with ids
    when it alone has that name there. The id is the slug of the name; where several parents have
    such a unit, or the planner uses that id already, its parent stands before it.
    """
    if TableName.UNITS not in organisation.tables:
        return organisation
    units = organisation.units
    rows = list(units[["unit_id", "name", "parent_id"]].itertuples(index=False, name=None))
    given = units[units["unit_id"] != ""]
    meant = by_spelling(given["unit_id"], given["name"])
    known = frozenset(given["unit_id"])
    keys: list[_Key | None] = [
        None if unit or not name else (plain(name), _above(parent, known, meant))
        for unit, name, parent in rows
    ]
    ids = _ids({key for key in keys if key}, _given(given, known, meant), known)
    by_name = _by_name(ids)
    parents = []
    for _, _, parent in rows:
        above = _above(parent, known, meant)
        is_named = above.startswith(_NAMED)
        parents.append(by_name.get(above.removeprefix(_NAMED), parent) if is_named else above)
    filled = units.assign(
        unit_id=[ids[key] if key else unit for key, (unit, _, _) in zip(keys, rows, strict=True)],
        parent_id=parents,
    ).astype({"unit_id": "str", "parent_id": "str"})
    return replace(organisation, tables={**organisation.tables, TableName.UNITS: filled})


def _above(parent: str, known: frozenset[str], meant: Mapping[str, str]) -> str:
    """Return the id of a parent, or its plain name marked as one."""
    if not parent or parent in known:
        return parent
    found = meant.get(parent.casefold()) or meant.get(plain(parent))
    return found or f"{_NAMED}{plain(parent)}"


def _given(
    given: pd.DataFrame, known: frozenset[str], meant: Mapping[str, str]
) -> dict[str, set[_Key]]:
    """Return the units with an id by plain name: their ids, and what stands above each."""
    found: dict[str, set[_Key]] = {}
    for unit, name, parent in given[["unit_id", "name", "parent_id"]].itertuples(
        index=False, name=None
    ):
        found.setdefault(plain(name), set()).add((unit, _above(parent, known, meant)))
    return found


def _ids(keys: set[_Key], given: dict[str, set[_Key]], known: frozenset[str]) -> dict[_Key, str]:
    """Choose the ids, the same ones in whatever order the units came."""
    ids: dict[_Key, str] = {}
    for name, above in keys:
        same = {unit for unit, parent in given.get(name, ()) if above in {"", parent}}
        if len(same) == 1:
            ids[name, above] = next(iter(same))
    new = sorted(keys - ids.keys())
    count = Counter(slug(name) for name, _ in new)
    taken = set(known)
    for name, above in new:
        own = slug(name)
        if above and (count[own] > 1 or own in known):
            parent = slug(above.removeprefix(_NAMED)) if above.startswith(_NAMED) else above
            own = f"{parent}.{own}"
        chosen, number = own, 1
        while chosen in taken:
            number += 1
            chosen = f"{own}-{number}"
        taken.add(chosen)
        ids[name, above] = chosen
    return ids


def _by_name(ids: Mapping[_Key, str]) -> dict[str, str]:
    """Return the ids of the units without one by plain name, where the name is unique."""
    named: dict[str, set[str]] = {}
    for (name, _), unit in ids.items():
        named.setdefault(name, set()).add(unit)
    return {name: next(iter(units)) for name, units in named.items() if len(units) == 1}
