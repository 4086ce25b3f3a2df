"""Which position is meant where a table names it instead of giving its id?"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

import pandas as pd

from asn_restruktur.organisation.distinct import replaced
from asn_restruktur.organisation.jf_levels import post_name, split_level
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.post_titles import (
    any_head_spelling,
    head_spelling,
    is_short_of_its_unit,
)
from asn_restruktur.organisation.words import plain
from asn_restruktur.vocabulary import TableName

_OTHER_POSITION_COLUMNS = {
    TableName.POSITIONS: "reports_to",
    TableName.REQUIREMENTS: "position_id",
}


def by_spelling(ids: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """Return the id that a spelling means; spellings that could mean two are left out.

    Args:
        ids: ids of the things.
        names: their names, in the same order.

    Returns:
        Ids by plain spelling: of the id itself first, else of the name.
    """
    by_id: dict[str, set[str]] = {}
    by_name: dict[str, set[str]] = {}
    for thing, name in zip(ids, names, strict=True):
        by_id.setdefault(thing.casefold(), set()).add(thing)
        by_name.setdefault(plain(name), set()).add(thing)
    meant = {spelling: things for spelling, things in (by_name | by_id).items() if spelling}
    return {spelling: next(iter(things)) for spelling, things in meant.items() if len(things) == 1}


def to_positions(organisation: Organisation) -> Organisation:
    """Replace titles of positions by their ids: first within the unit, else where it is unique.

    A title beside a code that no position has stands for it. The title of a superior means the one
    in the nearest unit above. Employees and statements without a unit get that of their position.
    """
    organisation = _with_titles_of_unknown_codes(organisation)
    positions = organisation.positions
    if not len(positions):
        return organisation
    known = frozenset(positions["position_id"].to_numpy())
    ids = positions["position_id"].to_numpy()
    names = [
        post_name(title, level)
        for title, level in positions[["title", "level"]].itertuples(index=False, name=None)
    ]
    titles = positions["title"].to_numpy()
    meant = (
        by_spelling(ids, map(head_spelling, titles))
        | by_spelling(ids, names)
        | by_spelling(ids, titles)
    )
    within: dict[tuple[str, str], set[str]] = {}
    for position, unit, title, name in zip(
        ids, positions["unit_id"], positions["title"], names, strict=True
    ):
        own = {plain(title), plain(name), head_spelling(title), any_head_spelling(title)}
        for spelling in own - {""}:
            within.setdefault((unit, spelling), set()).add(position)
    unit_of = positions.drop_duplicates("position_id").set_index("position_id")["unit_id"]
    tables = dict(organisation.tables)
    for name in (TableName.EMPLOYEES, TableName.FUNCTIONS, TableName.WORKLOAD):
        if name in tables:
            frame = tables[name]
            frame = frame.assign(position_id=_level_last(frame["position_id"], known))
            named = _within_unit(frame, known, within)
            position = _resolved(named, known, meant)
            of_position = position.map(unit_of).astype("str").fillna("")
            is_absent = frame["unit_id"] == ""
            unit = frame["unit_id"].mask(is_absent, of_position)
            tables[name] = frame.assign(position_id=position, unit_id=unit)
    if TableName.WORKLOAD in tables:
        title_of = positions.drop_duplicates("position_id").set_index("position_id")["title"]
        tables[TableName.WORKLOAD] = _titled(tables[TableName.WORKLOAD], title_of)
    tables[TableName.POSITIONS] = positions.assign(
        reports_to=_superior_nearby(organisation, known, within)
    )
    for name, column in _OTHER_POSITION_COLUMNS.items():
        if name in tables:
            resolved = _resolved(_level_last(tables[name][column], known), known, meant)
            tables[name] = tables[name].assign(**{column: resolved})
    return replace(organisation, tables=tables)


def _with_titles_of_unknown_codes(organisation: Organisation) -> Organisation:
    """Let the title of an employee's post stand where its code is that of no position."""
    employees = organisation.tables.get(TableName.EMPLOYEES)
    if employees is None or "position_title" not in employees:
        return organisation
    code, title = employees["position_id"], employees["position_title"]
    is_unknown = (title != "") & ~code.isin(organisation.positions["position_id"])
    named = employees.assign(position_id=code.mask(is_unknown, title))
    return replace(organisation, tables={**organisation.tables, TableName.EMPLOYEES: named})


def _titled(workload: pd.DataFrame, title_of: pd.Series) -> pd.DataFrame:
    """Name the post of a task that gives only its code."""
    title = workload["position_id"].map(title_of).astype("str").fillna("")
    return workload.assign(position=workload["position"].mask(workload["position"] == "", title))


def _resolved(values: pd.Series, known: frozenset[str], meant: Mapping[str, str]) -> pd.Series:
    """Replace what is no id by the id it spells; what spells none stays as it is."""
    found: dict[str, str] = {}
    for value in values.unique():
        if value and value not in known:
            thing = (
                meant.get(value.casefold())
                or meant.get(plain(value))
                or meant.get(head_spelling(value))
            )
            found |= {value: thing} if thing else {}
    return replaced(values, found)


def _superior_nearby(
    organisation: Organisation,
    known: frozenset[str],
    within: Mapping[tuple[str, str], set[str]],
) -> pd.Series:
    """Replace titles of superiors that one position of the own unit, or of one above, has."""
    units = organisation.units
    above = dict(zip(units["unit_id"], units["parent_id"], strict=True))
    columns = ["position_id", "unit_id", "reports_to"]
    found = []
    for position, own, superior in organisation.positions[columns].itertuples(
        index=False, name=None
    ):
        meant = superior
        is_title = superior and superior not in known
        unit, seen = own, set[str]()
        while is_title and unit and unit not in seen:
            seen.add(unit)
            things = _of_title(within, unit, superior) - {position}
            if things:
                meant = next(iter(things)) if len(things) == 1 else superior
                break
            unit = above.get(unit, "")
        found.append(meant)
    return pd.Series(found, index=organisation.positions.index, dtype="str")


def _of_title(
    within: Mapping[tuple[str, str], set[str]], unit: str, title: str
) -> AbstractSet[str]:
    """Return the positions of a unit that a title means: as it is written, else as a head's."""
    spelt = [plain(title), plain(post_name(title, "")), head_spelling(title)]
    if is_short_of_its_unit(title):
        spelt.append(any_head_spelling(title))
    return next((things for one in spelt if (things := within.get((unit, one)))), frozenset())


def _level_last(values: pd.Series, known: frozenset[str]) -> pd.Series:
    """Write titles of functional positions with their level behind them, as `post_name` does."""
    found = {
        value: post_name(value, "")
        for value in values.unique()
        if value not in known and split_level(value)[1]
    }
    return replaced(values, found)


def _within_unit(
    frame: pd.DataFrame, known: frozenset[str], within: Mapping[tuple[str, str], set[str]]
) -> pd.Series:
    """Replace titles that one position of the row's own unit has."""
    values = frame["position_id"]
    is_title = (values != "") & ~values.isin(known)
    pairs = frame.loc[is_title, ["unit_id", "position_id"]]
    found = []
    for unit, title in pairs.itertuples(index=False, name=None):
        things = _of_title(within, unit, title)
        found.append(next(iter(things)) if len(things) == 1 else title)
    resolved = values.copy()
    resolved[is_title] = pd.Series(found, index=pairs.index, dtype="str")
    return resolved
