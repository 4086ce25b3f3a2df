"""Which units have no functions, no head, or posts that nobody fills?"""

import pandas as pd

from asn_restruktur.findings import Evidence, Finding, Subject, SubjectKind, params
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.words import plain
from asn_restruktur.rules import EMPTY_POST, NO_FUNCTIONS, NO_HEAD
from asn_restruktur.vocabulary import TableName, UnitKind

_NO_FUNCTIONS_OF_ITS_OWN = frozenset({UnitKind.KELOMPOK_JF, UnitKind.TIM_KERJA, UnitKind.OTHER})
_NO_HEAD_OF_ITS_OWN = frozenset(
    {UnitKind.PUSKESMAS, UnitKind.KELOMPOK_JF, UnitKind.TIM_KERJA, UnitKind.OTHER}
)
"""A puskesmas is led by a functional officer with an extra duty (PP 18/2016 ps. 95(9))."""

_A_HABIT = 3
"""So many units of one kind, all silent, show that the data does not reach down to that kind."""

_MOST_POSTS = 12


def posts(organisation: Organisation) -> pd.DataFrame:
    """State need and holders of every position.

    Args:
        organisation: holders are counted from its employees where `filled` is absent.

    Returns:
        One row a position, with the index of `organisation.positions`: `need`, `filled` (NaN
        where unknown), `is_empty` (needed, and known to have no holder).
    """
    positions = organisation.positions
    filled = positions["filled"]
    held = organisation.employees["position_id"]
    if (held != "").any():
        counted = positions["position_id"].map(held.value_counts()).fillna(0.0)
        filled = filled.fillna(counted)
    is_empty = (positions["need"] > 0) & (filled == 0)
    return pd.DataFrame({"need": positions["need"], "filled": filled, "is_empty": is_empty})


def vacancy_findings(
    table: pd.DataFrame, organisation: Organisation, hierarchy: Hierarchy, vacant: pd.DataFrame
) -> list[Finding]:
    """Find what is missing in units.

    Args:
        table: the table `structure`.
        organisation: its units and positions, to cite.
        hierarchy: of its units.
        vacant: of `posts`.

    Returns:
        Findings STR104, STR105 and STR107, each in the order of the units.
    """
    # `structure` and `organisation.units` hold the same units in the same order.
    units = organisation.units[["unit_id", "name", "kind", "parent_id"]].assign(
        top_id=organisation.units["unit_id"].map(hierarchy.units["top_id"]),
        statements=table["statements"].to_numpy(),
        has_head=table["has_head"].astype("boolean").to_numpy(),
    )
    return [
        *_without_functions(units, organisation),
        *_without_head(units, organisation, hierarchy),
        *_empty_posts(units, organisation, vacant),
    ]


def _without_functions(units: pd.DataFrame, organisation: Organisation) -> list[Finding]:
    """Find units without statements among siblings that have some."""
    is_silent = units["statements"] == 0
    siblings_speak = units["statements"].groupby(units["parent_id"]).transform("max") > 0
    of_kind = units.groupby("kind")["statements"]
    is_habit = (of_kind.transform("max") == 0) & (of_kind.transform("size") >= _A_HABIT)
    judged = is_silent & siblings_speak & ~is_habit
    judged &= ~units["kind"].isin(_NO_FUNCTIONS_OF_ITS_OWN)
    # A unit whose own units state everything is described by them.
    speaking = frozenset(units.loc[~is_silent, "parent_id"])
    judged &= ~units["unit_id"].isin(speaking)
    return [
        Finding(
            rule=NO_FUNCTIONS,
            subjects=(Subject(SubjectKind.UNIT, str(units.at[row, "unit_id"])),),
            evidence=_unit(organisation, row),
            params=params(unit=str(units.at[row, "name"])),
        )
        for row in units.index[judged]
    ]


def _without_head(
    units: pd.DataFrame, organisation: Organisation, hierarchy: Hierarchy
) -> list[Finding]:
    """Find units that have positions or statements, but no position that heads them.

    Where most units are without one, the positions given are not all of them.
    """
    judged = units[units["has_head"].notna() & ~units["kind"].isin(_NO_HEAD_OF_ITS_OWN)]
    headless = judged[~judged["has_head"].astype(bool)]
    if not len(judged) or 2 * len(headless) > len(judged):
        return []
    titles = _head_titles(organisation, hierarchy)
    return [
        Finding(
            rule=NO_HEAD,
            subjects=(Subject(SubjectKind.UNIT, unit),),
            evidence=(
                *_unit(organisation, row),
                *(
                    Evidence(place=place)
                    for place in organisation.span(
                        TableName.POSITIONS,
                        organisation.positions.index[organisation.positions["unit_id"] == unit],
                    )
                ),
            ),
            params=params(unit=name),
        )
        for row, unit, name, top in headless[["unit_id", "name", "top_id"]].itertuples(name=None)
        if not any(f" {plain(name)} " in title for title in titles.get(top, ()))
    ]


def _head_titles(organisation: Organisation, hierarchy: Hierarchy) -> dict[str, list[str]]:
    """Return the heads' titles by perangkat daerah: some lists file a head under the unit above."""
    positions = organisation.positions
    heads = positions[positions["is_head"].fillna(value=False)]
    titles: dict[str, list[str]] = {}
    for title, top in zip(heads["title"], hierarchy.top_of(heads["unit_id"]), strict=True):
        titles.setdefault(top, []).append(f" {plain(title)} ")
    return titles


def _empty_posts(
    units: pd.DataFrame, organisation: Organisation, vacant: pd.DataFrame
) -> list[Finding]:
    """Find the posts without a holder, one finding a unit."""
    empty = organisation.positions[vacant["is_empty"]]
    groups = dict(list(empty.groupby("unit_id", sort=False)))
    found = []
    for unit, name in zip(units["unit_id"], units["name"], strict=True):
        if unit not in groups:
            continue
        rows = groups[unit]
        needed = float(rows["need"].sum())
        shown = rows[:_MOST_POSTS]
        places = organisation.places(TableName.POSITIONS, shown.index, "filled")
        subjects = [Subject(SubjectKind.POSITION, post) for post in rows["position_id"]]
        found.append(
            Finding(
                rule=EMPTY_POST,
                subjects=(Subject(SubjectKind.UNIT, unit), *subjects),
                evidence=tuple(
                    Evidence(place=place, quote=title, subject=subject)
                    for place, title, subject in zip(places, shown["title"], subjects, strict=False)
                ),
                score=min(1.0, needed / 10),
                params=params(
                    unit=name, count=len(rows), need=needed, posts=tuple(shown["title"].unique())
                ),
            )
        )
    return found


def _unit(organisation: Organisation, row: int) -> tuple[Evidence, ...]:
    """Cite one unit."""
    places = organisation.places(TableName.UNITS, pd.Index([row]))
    unit, name = organisation.units.loc[row, ["unit_id", "name"]]
    subject = Subject(SubjectKind.UNIT, str(unit))
    return (Evidence(place=places[0], quote=str(name), subject=subject),)
