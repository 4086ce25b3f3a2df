"""Which units do rows name from the top down (`Dinas A › Bidang B`), where no input lists units?"""  # noqa: RUF002  # the sign between names

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.named_units import are_declared
from asn_restruktur.organisation.unit_names import Reading, bare
from asn_restruktur.organisation.unit_paths import BETWEEN, last
from asn_restruktur.organisation.unit_references import UNIT_COLUMNS, Spelling, endings, resolved
from asn_restruktur.organisation.unit_words import Words, readings
from asn_restruktur.organisation.words import plain, slug
from asn_restruktur.vocabulary import TableName


@dataclass(slots=True)
class _Known:
    """The units found so far.

    Args:
        endings: how names may end with the government's.
        ids: id by the words of a name and the id above it.
        alone: ids of the units with a name, by its words.
        names: name of each unit, as first written.
    """

    endings: tuple[Words, ...]
    ids: dict[tuple[Words, str], str] = field(default_factory=dict)
    alone: dict[Words, set[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    def enter(self, path: str, name: str, parent: str) -> str:
        """Return the id of a unit; one that is known in other words is that unit."""
        words = bare(readings(name, self.endings)[0])
        same = self.alone.get(words, set())
        if (words, parent) in self.ids:
            return self.ids[words, parent]
        if not parent and len(same) == 1:
            return next(iter(same))
        is_code = path != name and BETWEEN not in path
        unit = path if is_code else self._new(name, parent)
        self.ids[words, parent] = unit
        self.alone.setdefault(words, set()).add(unit)
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
    if "is_implied" not in units or are_declared(organisation):
        return organisation
    implied = units[units["is_implied"] & (units["unit_id"] != "")]
    if implied.empty:
        return organisation
    known = _Known(endings(organisation))
    ids, firsts = _entered(implied, known)
    kept = implied.loc[list(firsts.values())].assign(
        unit_id=list(firsts), parent_id=[_parent(ids, implied.at[at, "parent_id"]) for at in firsts.values()]
    )  # fmt: skip
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


def _entered(implied: pd.DataFrame, known: _Known) -> tuple[dict[str, str], dict[str, int]]:
    """Enter every path, whole paths before names alone; return ids by path, first rows by id."""
    ids: dict[str, str] = {}
    firsts: dict[str, int] = {}
    columns = implied[["unit_id", "name", "parent_id"]]
    rows = list(columns.itertuples(name=None))
    with_below = {parent for _, _, _, parent in rows}
    order = sorted(rows, key=lambda row: (row[3] == "" and row[1] not in with_below, row[0]))
    for at, path, name, parent in order:
        unit = known.enter(path, name, _parent(ids, parent))
        ids[path] = unit
        firsts.setdefault(unit, at)
    return ids, firsts


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
