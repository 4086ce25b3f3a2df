"""Which post stands above which, in a list that names superiors by code or by title?"""

from collections.abc import Mapping

import pandas as pd

from asn_restruktur.organisation.jf_levels import post_name
from asn_restruktur.organisation.post_titles import (
    any_head_spelling,
    head_spelling,
    is_short_of_its_unit,
)
from asn_restruktur.organisation.words import plain

_SURROUNDINGS = ("top_unit", "unit_id")
"""What two posts of one title may be told apart by, the widest first."""


def superiors(positions: pd.DataFrame) -> dict[int, int]:
    """Find the post above each post.

    A title that several posts have means the one in the same perangkat daerah or unit; posts that
    agree in title, unit and superior are one post, so the first of them is meant.

    Args:
        positions: with `reports_to` an id or a title of another row, or "".

    Returns:
        Row label of the post above, by row label; rows at the top, and those whose superior is
        unknown or may be two, are left out.
    """
    by_id: dict[str, int] = {}
    by_title: dict[str, list[int]] = {}
    for row, post, title, level in positions[["position_id", "title", "level"]].itertuples(
        name=None
    ):
        if post:
            by_id.setdefault(post, row)
        own = {plain(title), plain(post_name(title, level)), head_spelling(title)}
        own.add(any_head_spelling(title))
        for spelling in own - {""}:
            by_title.setdefault(spelling, []).append(row)
    heads = {row: head_spelling(title) for row, title in dict(positions["title"]).items()}
    around = {"head": heads} | {
        name: dict(positions[name]) for name in (*_SURROUNDINGS, "reports_to") if name in positions
    }
    above = {}
    for row, superior in dict(positions["reports_to"]).items():
        spelt = [plain(superior), plain(post_name(superior, "")), head_spelling(superior)]
        if is_short_of_its_unit(superior):
            spelt.append(any_head_spelling(superior))
        named = next((rows for one in spelt if (rows := by_title.get(one))), [])
        found = by_id.get(superior, _only(row, named, around) if superior else None)
        if found is not None and found != row:
            above[row] = found
    return above


def _only(row: int, rows: list[int], around: Mapping[str, Mapping[int, str]]) -> int | None:
    """Return the one of several posts of a title that is meant by a row; None for none."""
    left = [other for other in rows if other != row]
    for name in _SURROUNDINGS:
        if len(left) > 1 and name in around:
            near = [other for other in left if around[name][other] == around[name][row]]
            left = near or left
    sameness = {tuple(values[other] for values in around.values()) for other in left}
    return left[0] if len(sameness) == 1 else None
