"""Which units do rows name from the top down (`Dinas A › Bidang B`), where no input lists units?"""  # noqa: RUF002  # the sign between names

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import pandas as pd

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.named_units import are_declared
from asn_restruktur.organisation.unit_names import Reading, UnitNames, bare
from asn_restruktur.organisation.unit_paths import BETWEEN, above, last
from asn_restruktur.organisation.unit_references import UNIT_COLUMNS, Spelling, endings, resolved
from asn_restruktur.organisation.unit_words import Words, readings
from asn_restruktur.organisation.words import plain, slug
from asn_restruktur.vocabulary import TableName

_MOST_LEVELS = 12
"""No government has more; names that stand above one another end there."""


@dataclass(slots=True)
class _Known:
    """The units found so far.

    Args:
        endings: how names may end with the government's.
        ids: id by the words of a name and the id above it.
        names: name of each unit, as first written.
    """

    endings: tuple[Words, ...]
    ids: dict[tuple[Words, str], str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def enter(self, path: str, name: str, parent: str) -> str:
        """Return the id of a unit; one that is known in other words is that unit."""
        words = bare(readings(name, self.endings)[0])
        if (words, parent) in self.ids:
            return self.ids[words, parent]
        is_code = path != name and BETWEEN not in path
        unit = path if is_code else self._new(name, parent)
        self.ids[words, parent] = unit
        self.names[unit] = name
        return unit

    def _new(self, name: str, parent: str) -> str:
        own = f"{parent}.{slug(name)}" if parent else slug(name)
        chosen, number = own, 1
        while chosen in self.names:
            number += 1
            chosen = f"{own}-{number}"
        return chosen


def with_path_units(organisation: Organisation) -> Organisation:
    """Make one unit of every path by which rows name one, unless an input declares units.

    Paths are the same unit when their names agree from the top down but for abbreviations and the
    name of the government; a name alone is the only unit of that name. The id is made of the slugs
    of the names, unless a row gives a code.

    Returns:
        The organisation: implied units once each, with ids; every table refers to these; and a
        note for each other spelling.
    """
    units = organisation.units
    if "is_implied" not in units:
        return organisation
    if are_declared(organisation):
        return _with_lower_units(organisation)
    implied = units[units["is_implied"] & (units["unit_id"] != "")]
    if implied.empty:
        return organisation
    known = _Known(endings(organisation))
    ids, firsts = _entered(implied, known)
    kept = implied.loc[list(firsts.values())]
    above_each = [_parent(ids, str(parent)) for parent in kept["parent_id"]]
    kept = kept.assign(unit_id=list(firsts), parent_id=above_each)
    tables = dict(organisation.tables)
    rest = units.drop(index=implied.index)
    tables[TableName.UNITS] = pd.concat([kept, rest]).sort_index().reset_index(drop=True)
    spellings: list[Spelling] = []
    for name, columns in UNIT_COLUMNS.items():
        if name in tables:
            spellings += _other_spellings(tables[name], name, columns, ids, known.names)
            named = {column: tables[name][column].replace(ids) for column in columns}
            tables[name] = tables[name].assign(**named)
    whole = replace(organisation, tables=tables)
    return replace(whole, findings=(*whole.findings, *resolved(whole, spellings)))


def _with_lower_units(organisation: Organisation) -> Organisation:
    """Add the units that rows name below a declared unit whose own parts no input lists.

    A list of perangkat daerah says nothing of their parts; a list that gives a unit's parts gives
    all of them, and a name that is not among these is told as unknown.
    """
    units = organisation.units
    is_implied = units["is_implied"]
    given, implied = units[~is_implied], units[is_implied & (units["parent_id"] != "")]
    if implied.empty:
        return organisation
    ids = given["unit_id"].mask(given["unit_id"] == "", given["name"])
    names = UnitNames(
        ids.to_list(), given["name"].to_list(), given["parent_id"].to_list(), endings(organisation)
    )
    divided = {names.meant(parent).unit for parent in given["parent_id"].unique() if parent}
    whole = {
        parent: meant
        for parent in implied["parent_id"].unique()
        if (meant := names.meant(parent).unit) and meant not in divided
    }
    rows: dict[int, tuple[str, str]] = {}
    known: set[tuple[Words, str]] = set()
    order = implied.assign(depth=implied["unit_id"].str.count(BETWEEN)).sort_values(
        "depth", kind="stable"
    )
    columns = ["unit_id", "name", "parent_id"]
    for at, path, name, parent in order[columns].itertuples(name=None):
        if parent not in whole:
            continue
        whole[path] = name
        key = (bare(readings(name, names.endings)[0]), whole[parent])
        if key not in known:
            known.add(key)
            rows[at] = (name, whole[parent])
    if not rows:
        return organisation
    added = implied.loc[list(rows)].assign(
        unit_id="", parent_id=[parent for _, parent in rows.values()], is_implied=False
    )
    kept = pd.concat([units, added], ignore_index=True).astype({"is_implied": bool})
    return replace(organisation, tables={**organisation.tables, TableName.UNITS: kept})


def _entered(implied: pd.DataFrame, known: _Known) -> tuple[dict[str, str], dict[str, int]]:
    """Enter every path from the top down; return ids by path, first rows by id."""
    ids: dict[str, str] = {}
    firsts: dict[str, int] = {}
    columns = implied[["unit_id", "name", "parent_id"]]
    rows = list(columns.itertuples(name=None))
    meant = _deeper(rows, known.endings)
    depth = {path: 0 for _, path, _, _ in rows}
    for _, path, _, _ in rows:
        depth[path] = len(_line(path, meant))
    for at, path, name, parent in sorted(rows, key=lambda row: (depth[row[1]], row[0])):
        if path in meant:
            continue
        unit = known.enter(path, name, _parent(ids, meant.get(parent, parent)))
        ids[path] = unit
        firsts.setdefault(unit, at)
    for path, deeper in meant.items():
        ids[path] = ids.get(deeper, deeper)
    return ids, firsts


def _deeper(rows: Sequence[tuple[int, str, str, str]], own: tuple[Words, ...]) -> dict[str, str]:
    """Return for a name alone the path of the only unit that ends with it.

    Paths that differ in abbreviations only are one; the first stands for them.
    """
    by_words: dict[Words, dict[tuple[Words, ...], str]] = {}
    alone: dict[str, Words] = {}
    for _, path, name, parent in rows:
        words = bare(readings(name, own)[0])
        if parent:
            line = tuple(bare(readings(one, own)[0]) for one in parent.split(BETWEEN))
            by_words.setdefault(words, {}).setdefault(line, path)
        elif path == name:
            alone[path] = words
    found = {
        path: next(iter(by_words[words].values()))
        for path, words in alone.items()
        if len(by_words.get(words, ())) == 1
    }
    return {
        path: deeper
        for path, deeper in found.items()
        if not deeper.startswith(f"{path}{BETWEEN}") and len(_line(path, found)) < _MOST_LEVELS
    }


def _line(path: str, meant: Mapping[str, str]) -> list[str]:
    """Follow a path upwards, names alone by the path that they mean."""
    line: list[str] = []
    while path and len(line) < _MOST_LEVELS:
        path = meant.get(path, path)
        line.append(path)
        path = above(path)
    return line


def _parent(ids: Mapping[str, str], path: str) -> str:
    return ids.get(path, path)


def _other_spellings(
    frame: pd.DataFrame,
    table: TableName,
    columns: tuple[str, ...],
    ids: Mapping[str, str],
    names: Mapping[str, str],
) -> Iterator[Spelling]:
    """Give the cells in which a unit is named in other words than its own."""
    for column in columns:
        for path in frame[column].unique():
            unit = ids.get(path)
            if unit is None or path == unit:
                continue
            written = last(path)
            if plain(written) != plain(names[unit]):
                rows = frame.index[frame[column] == path]
                yield Spelling(written, unit, Reading.WRITTEN_OUT, table, column, rows)
