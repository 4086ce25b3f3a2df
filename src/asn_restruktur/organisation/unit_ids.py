"""Which id does a unit have, and which unit is meant by the name of a parent?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.unit_names import Reading, UnitNames, bare
from asn_restruktur.organisation.unit_references import Spelling, endings, resolved
from asn_restruktur.organisation.unit_words import Words, readings
from asn_restruktur.organisation.words import plain, slug
from asn_restruktur.vocabulary import TableName

_Key = tuple[Words, str]
"""A unit without an id: the words of its name, and above it an id, `~` with words, or nothing."""

_NAMED = "~"


@dataclass(frozen=True)
class _Spellings:
    """Which words a name is read as, and how they are spelt.

    Args:
        endings: how names may end with the government's.
        sure: words of the names that can be read in one way only.
        written: the first plain spelling of each name, by its words, in alphabetical order.
    """

    endings: tuple[Words, ...]
    sure: frozenset[Words]
    written: Mapping[Words, str]

    def words(self, name: str) -> Words:
        """Return the words of a name; of several readings the one that another name has."""
        own = [bare(words) for words in readings(name, self.endings)]
        return next((words for words in own if words in self.sure), own[0])


def with_unit_ids(organisation: Organisation) -> Organisation:
    """Give every unit an id, and let `parent_id` hold ids where it held names.

    Rows without an id are one unit when name and parent agree but for abbreviations and the name
    of the government, and the unit of an input with ids when it alone has that name there; the
    first of its names stays. The id is the slug of the name; where several parents have such a
    unit, or the planner uses that id already, its parent stands before it.

    Returns:
        The organisation, and a note for each other name of a unit, with its cells.
    """
    if TableName.UNITS not in organisation.tables:
        return organisation
    units = organisation.units
    rows = list(units[["unit_id", "name", "parent_id"]].itertuples(index=False, name=None))
    given = units[units["unit_id"] != ""]
    spell = _spellings(organisation, [text for row in rows for text in row[1:] if text])
    known = UnitNames(
        given["unit_id"].to_list(), given["name"].to_list(), given["parent_id"].to_list(),
        spell.endings,
    )  # fmt: skip
    above = {parent: _above(parent, known, spell) for parent in units["parent_id"].unique()}
    keys = [None if unit or not name else (spell.words(name), above[parent])
            for unit, name, parent in rows]  # fmt: skip
    ids = _ids({key for key in keys if key}, _given(given, above, spell), spell, set(known.ids))
    own = [ids[key] if key else unit for key, (unit, _, _) in zip(keys, rows, strict=True)]
    filled = units.assign(unit_id=pd.Series(own, index=units.index, dtype="str"))
    filled, spellings = _with_parent_ids(filled, above, spell.endings)
    filled, others = _with_one_name(filled, is_given=units["unit_id"] != "")
    named = replace(organisation, tables={**organisation.tables, TableName.UNITS: filled})
    told = resolved(named, [*others, *spellings])
    return replace(named, findings=(*organisation.findings, *told))


def _spellings(organisation: Organisation, names: Sequence[str]) -> _Spellings:
    own = endings(organisation)
    read = {name: readings(name, own) for name in dict.fromkeys(names)}
    sure = frozenset(bare(words[0]) for words in read.values() if len(words) == 1)
    spell = _Spellings(own, sure, {})
    written: dict[Words, str] = {}
    for name in sorted(read, key=plain):
        written.setdefault(spell.words(name), plain(name))
    return _Spellings(own, sure, written)


def _above(parent: str, known: UnitNames, spell: _Spellings) -> str:
    """Return the id of a parent, or the words of its name marked as such."""
    if not parent:
        return ""
    return known.meant(parent).unit or _NAMED + " ".join(spell.words(parent))


def _given(
    given: pd.DataFrame, above: Mapping[str, str], spell: _Spellings
) -> dict[Words, set[tuple[str, str]]]:
    """Return the units with an id by the words of their name: id, and what stands above it."""
    found: dict[Words, set[tuple[str, str]]] = {}
    for unit, name, parent in given[["unit_id", "name", "parent_id"]].itertuples(
        index=False, name=None
    ):
        if name:
            found.setdefault(spell.words(name), set()).add((unit, above[parent]))
    return found


def _ids(
    keys: set[_Key],
    given: dict[Words, set[tuple[str, str]]],
    spell: _Spellings,
    taken: set[str],
) -> dict[_Key, str]:
    """Choose the ids, the same ones in whatever order the units came."""
    ids: dict[_Key, str] = {}
    for words, above in keys:
        same = {unit for unit, parent in given.get(words, ()) if above in {"", parent}}
        if len(same) == 1:
            ids[words, above] = next(iter(same))
    new = sorted(keys - ids.keys())
    own_slug = {words: slug(spell.written[words]) for words, _ in new}
    count = Counter(own_slug[words] for words, _ in new)
    known = frozenset(taken)
    for words, above in new:
        own = own_slug[words]
        if above and (count[own] > 1 or own in known):
            own = f"{_slug_of(above, spell)}.{own}"
        chosen, number = own, 1
        while chosen in taken:
            number += 1
            chosen = f"{own}-{number}"
        taken.add(chosen)
        ids[words, above] = chosen
    return ids


def _slug_of(above: str, spell: _Spellings) -> str:
    if not above.startswith(_NAMED):
        return above
    return slug(spell.written[tuple(above.removeprefix(_NAMED).split(" "))])


def _with_parent_ids(
    units: pd.DataFrame, above: Mapping[str, str], own: tuple[Words, ...]
) -> tuple[pd.DataFrame, list[Spelling]]:
    """Replace the names of parents that mean one unit, one that had its id before all others."""
    names = UnitNames(
        units["unit_id"].to_list(), units["name"].to_list(), units["parent_id"].to_list(), own
    )
    found: dict[str, str] = {}
    spellings = []
    for parent, rows in units.groupby("parent_id", sort=False):
        name = str(parent)
        if not name:
            continue
        meant = names.meant(name)
        unit = above[name] if not above[name].startswith(_NAMED) else meant.unit
        if unit and unit != name:
            found[name] = unit
            if meant.reading is not Reading.SAME and meant.unit:
                spellings.append(
                    Spelling(name, unit, meant.reading, TableName.UNITS, "parent_id", rows.index)
                )
    parents = units["parent_id"].map(lambda name: found.get(name, name)).astype("str")
    return units.assign(parent_id=parents), spellings


def _with_one_name(
    units: pd.DataFrame, *, is_given: pd.Series
) -> tuple[pd.DataFrame, list[Spelling]]:
    """Let rows that had no id bear the first name of their unit, before all that of a given id."""
    order = units.assign(is_new=~is_given).sort_values("is_new", kind="stable")
    first = order[order["name"] != ""].drop_duplicates("unit_id").set_index("unit_id")["name"]
    own = units["unit_id"].map(first).astype("str").fillna("")
    is_other = ~is_given & (units["name"] != "") & (units["name"] != own)
    if not is_other.any():
        return units, []
    spellings = [
        Spelling(str(name), str(unit), Reading.WRITTEN_OUT, TableName.UNITS, "name", rows.index)
        for (name, unit), rows in units[is_other].groupby(["name", "unit_id"], sort=False)
        if plain(str(name)) != plain(str(first[str(unit)]))
    ]
    return units.assign(name=units["name"].mask(is_other, own)), spellings
