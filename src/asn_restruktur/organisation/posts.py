"""Which units follow from a tree of posts, where no input declares units?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from asn_restruktur.findings import Finding
from asn_restruktur.organisation.faults import evidence, fault
from asn_restruktur.organisation.heads import headed_unit
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.named_units import are_declared
from asn_restruktur.organisation.row_order import superiors_in_order
from asn_restruktur.organisation.superiors import superiors
from asn_restruktur.organisation.tables import PLACE_COLUMNS, column_names
from asn_restruktur.organisation.unit_names import bare
from asn_restruktur.organisation.unit_paths import BETWEEN
from asn_restruktur.organisation.unit_references import endings
from asn_restruktur.organisation.unit_words import Words, readings
from asn_restruktur.organisation.words import is_head_title, listed, plain, slug
from asn_restruktur.rules import UNITS_FROM_POSTS
from asn_restruktur.vocabulary import PositionKind, TableName

_WITHOUT_UNIT_TO_HEAD = frozenset({PositionKind.JF, PositionKind.PELAKSANA})


@dataclass(frozen=True, slots=True, eq=False)
class _Unit:
    """A unit that follows from a post.

    Args:
        name: as the first post writes it.
        words: what the name is read as.
        above: the unit above, or None.
        row: label of the post.
        column: where the name stands.
        below: units below, by their words.
    """

    name: str
    words: Words
    above: "_Unit | None"
    row: int
    column: str
    below: dict[Words, "_Unit"] = field(default_factory=dict)


def with_units_of_posts(organisation: Organisation) -> Organisation:
    """Make units of the posts, where a list of posts says more of them than their names.

    A post belongs to the unit that it names, else to that of which its title makes it the head
    (`Kepala Bidang Gizi`), else to that of its superior. A unit stands below the unit of the
    superior of its first post, so that one name under two superiors is two units. Where no post
    names a superior, the order of the rows is asked; where that says nothing either, posts that
    name their unit are left as they are.

    Returns:
        The organisation; `unit_id` of the positions is the id of a unit made, and one note says
        so, citing the posts.
    """
    positions = organisation.positions
    if positions.empty or are_declared(organisation) or _are_placed(positions):
        return organisation
    heads = _heads(positions)
    above = superiors(positions)
    is_ordered = not above and bool((positions["reports_to"] == "").all())
    if is_ordered:
        above = superiors_in_order(positions, heads)
    is_named = bool((positions["unit_id"] != "").any())
    if not above and (is_named or not heads):
        return organisation
    codes = _codes(organisation)
    names = {code: name for name, code in codes.items()}
    named = [names.get(unit, unit) for unit in positions["unit_id"]]
    placed = positions.assign(unit_id=pd.Series(named, index=positions.index, dtype="str"))
    made = _Making(placed, above, heads, endings(organisation), is_ordered=is_ordered)
    unit_of = {row: made.unit(row) for row in positions.index}
    found = [unit for unit in made.in_order() if unit.name]
    ids = _ids(found, codes)
    own = [ids[unit] if (unit := unit_of[row]) else "" for row in positions.index]
    leads = {unit.row for unit in found if unit.column == "title"}
    is_head = positions["is_head"].mask(
        positions["is_head"].isna() & positions.index.isin(leads), other=True
    )
    tables = {
        **organisation.tables,
        TableName.POSITIONS: positions.assign(
            unit_id=pd.Series(own, index=positions.index, dtype="str"),
            is_head=is_head,
            superior_row=pd.Series(above if is_ordered else {}, dtype="Int64").reindex(
                positions.index
            ),
        ),
        TableName.UNITS: _units(organisation, found, ids),
    }
    told = _told(organisation, found, _variant(is_named=is_named, is_ordered=is_ordered))
    return replace(
        organisation,
        tables=tables,
        letters=_letters(organisation, found),
        findings=(*organisation.findings, told),
    )


def with_superiors_in_order(organisation: Organisation) -> Organisation:
    """Name the superior that the order of the rows gives a post, once posts have ids."""
    positions = organisation.positions
    if "superior_row" not in positions:
        return organisation
    above = positions["superior_row"].map(positions["position_id"]).astype("str").fillna("")
    said = positions["reports_to"]
    named = positions.drop(columns="superior_row").assign(reports_to=said.where(said != "", above))
    return replace(organisation, tables={**organisation.tables, TableName.POSITIONS: named})


def _are_placed(positions: pd.DataFrame) -> bool:
    """Tell whether posts name their units from the top down, so that nothing has to follow."""
    return bool(positions["unit_id"].str.contains(BETWEEN, regex=False).any())


def _heads(positions: pd.DataFrame) -> dict[int, str]:
    """Return the name of the unit that each head heads by title, by row."""
    columns = ["title", "kind", "is_head"]
    return {
        row: unit
        for row, title, kind, is_head in positions[columns].itertuples(name=None)
        if kind not in _WITHOUT_UNIT_TO_HEAD
        and (pd.isna(is_head) or is_head)
        and (is_head_title(title) or plain(title).split(" ")[0] in listed("head_by_title_alone"))
        and (unit := headed_unit(title))
    }


def _at_the_end(named: pd.Series, heads: Mapping[int, str]) -> frozenset[int]:
    """Return the posts that a list gives behind all heads of their unit: they serve all of it.

    Where posts stand between heads, each belongs to the head before it.
    """
    is_head = pd.Series(named.index.isin(list(heads)), index=named.index)
    later = is_head[::-1].groupby(named[::-1], sort=False).cumsum()[::-1]
    between = (~is_head & (later > 0)).groupby(named, sort=False).transform("any")
    return frozenset(named.index[~is_head & ~between])


class _Making:
    """Finds the unit of each post, from the top of the tree down."""

    def __init__(
        self,
        positions: pd.DataFrame,
        above: Mapping[int, int],
        heads: Mapping[int, str],
        own: tuple[Words, ...],
        *,
        is_ordered: bool,
    ) -> None:
        self._named = dict(positions["unit_id"])
        self._at_the_end = _at_the_end(positions["unit_id"], heads) if is_ordered else frozenset()
        self._tops = dict(positions["top_unit"]) if "top_unit" in positions else {}
        self._above = above
        self._heads = heads
        self._endings = own
        self._roof = _Unit("", (), None, -1, "")
        self._of: dict[int, _Unit | None] = {}

    def unit(self, row: int) -> _Unit | None:
        """Return the unit of a post; None where neither it nor a superior says one."""
        path: list[int] = []
        at: int | None = row
        while at is not None and at not in self._of and at not in path:
            path.append(at)
            at = self._above.get(at)
        for post in reversed(path):
            superior = self._above.get(post)
            below = self._of.get(superior) if superior is not None else None
            self._of[post] = self._own(post, below or self._top(post))
        return self._of[row]

    def in_order(self) -> list[_Unit]:
        """Return all units, each behind the one above it, sorted by their words."""
        found = []
        stack = [self._roof]
        while stack:
            unit = stack.pop()
            found.append(unit)
            stack.extend(below for _, below in sorted(unit.below.items(), reverse=True))
        return found

    def _top(self, row: int) -> _Unit | None:
        top = self._tops.get(row, "")
        return self._below(None, top, row, "top_unit") if top else None

    def _own(self, row: int, superior: _Unit | None) -> _Unit | None:
        named, headed = self._named[row], self._heads.get(row, "")
        same = self._in_line(superior, named)
        if named and not same:
            return self._below(superior, named, row, "unit_id")
        if headed and superior and self._is_short(headed, superior):
            return superior
        if headed and superior:
            return self._in_line(superior, headed) or self._below(superior, headed, row, "title")
        if headed:
            return self._below(None, headed, row, "title")
        if same and row in self._at_the_end:
            return same
        # Where heads made units of their own, the unit that all posts name is the wider one.
        return superior if superior and superior.column == "title" else same or superior

    def _is_short(self, headed: str, unit: _Unit) -> bool:
        """Tell whether `Kepala Badan` heads the badan whose whole name stands above the list."""
        words = self._words(headed)
        return unit.column == "top_unit" and len(words) == 1 and unit.words[:1] == words

    def _in_line(self, unit: _Unit | None, name: str) -> _Unit | None:
        """Return the unit of that name among a unit and those above it."""
        words = self._words(name) if name else ()
        while unit and unit.words != words:
            unit = unit.above
        return unit

    def _below(self, above: _Unit | None, name: str, row: int, column: str) -> _Unit:
        below = (above or self._roof).below
        words = self._words(name)
        if words not in below:
            below[words] = _Unit(name, words, above, row, column)
        return below[words]

    def _words(self, name: str) -> Words:
        return bare(readings(name, self._endings)[0])


def _codes(organisation: Organisation) -> dict[str, str]:
    """Return the code that rows give beside the name of a unit, by name."""
    units = organisation.units
    if "is_implied" not in units:
        return {}
    implied = units[units["is_implied"] & (units["unit_id"] != units["name"])]
    return dict(implied[["name", "unit_id"]].to_numpy())


def _ids(found: list[_Unit], codes: Mapping[str, str]) -> dict[_Unit, str]:
    """Choose the ids: the planner's code, else the slug of the name.

    Where several units have a name, the id of the unit above stands before it.
    """
    slugs = [slug(unit.name) for unit in found]
    count = Counter(slugs)
    ids: dict[_Unit, str] = {}
    taken: set[str] = set()
    for unit, spelt in zip(found, slugs, strict=True):
        own = codes.get(unit.name, spelt) if unit.column == "unit_id" else spelt
        parted = f"{ids[unit.above]}.{own}" if unit.above and count[own] > 1 else own
        chosen, number = parted, 1
        while chosen in taken:
            number += 1
            chosen = f"{parted}-{number}"
        taken.add(chosen)
        ids[unit] = chosen
    return ids


def _units(
    organisation: Organisation, found: list[_Unit], ids: Mapping[_Unit, str]
) -> pd.DataFrame:
    """Return the table of units with those made, in the order of their posts."""
    order = sorted(found, key=lambda unit: unit.row)
    blank = dict.fromkeys(column_names(TableName.UNITS), "")
    places = organisation.positions.loc[[unit.row for unit in order], list(PLACE_COLUMNS)]
    made = places.reset_index(drop=True).assign(
        **blank
        | {
            "unit_id": pd.Series([ids[unit] for unit in order], dtype="str"),
            "name": pd.Series([unit.name for unit in order], dtype="str"),
            "parent_id": pd.Series(
                [ids[unit.above] if unit.above else "" for unit in order], dtype="str"
            ),
        },
        is_implied=True,
    )
    units = organisation.tables.get(TableName.UNITS)
    return made if units is None else pd.concat([made, units], ignore_index=True)


def _letters(
    organisation: Organisation, found: list[_Unit]
) -> dict[tuple[str, str, TableName], Mapping[str, str]]:
    """Return the column letters, for units those of the cells from which they were made."""
    letters = dict(organisation.letters)
    places = organisation.positions.loc[
        [unit.row for unit in found], ["place_file", "place_sheet"]
    ].to_numpy()
    for unit, (file, sheet) in zip(found, places, strict=True):
        letter = letters.get((file, sheet, TableName.POSITIONS), {}).get(unit.column)
        if letter:
            letters.setdefault((file, sheet, TableName.UNITS), {"unit_id": letter, "name": letter})
    return letters


def _variant(*, is_named: bool, is_ordered: bool) -> str:
    if is_ordered:
        return "ordered"
    return "named" if is_named else "headed"


def _told(organisation: Organisation, found: list[_Unit], variant: str) -> Finding:
    rows = pd.Index(sorted(unit.row for unit in found))
    return fault(UNITS_FROM_POSTS, variant, evidence(organisation, TableName.POSITIONS, rows))
