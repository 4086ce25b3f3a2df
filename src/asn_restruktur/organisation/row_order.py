"""Which post stands above which, where nothing but the order of the rows says so?"""

from collections.abc import Mapping, Sequence

import pandas as pd

from asn_restruktur.organisation.words import may_stand_under, unit_kind_of
from asn_restruktur.vocabulary import PERANGKAT_DAERAH, UnitKind

_RANKS = {
    **dict.fromkeys(PERANGKAT_DAERAH, 0),
    UnitKind.OTHER: 0,
    UnitKind.ASISTEN: 1,
    UnitKind.SUBBAGIAN: 3,
    UnitKind.SUBBIDANG: 3,
    UnitKind.SEKSI: 3,
}
_BETWEEN = 2
"""Rank of all other kinds: bidang, bagian, sekretariat, irban, UPTD, kelurahan."""

_SHEET = ("place_file", "place_sheet")
_UNIT = ("top_unit", "unit_id")


def superiors_in_order(positions: pd.DataFrame, heads: Mapping[int, str]) -> dict[int, int]:
    """Read the order of rows as a hierarchy: below each head stands what follows it.

    That holds for the posts of one perangkat daerah on one sheet whose first head is its highest,
    unless the list names all higher heads before all lower ones: then it is sorted by rank, and
    nothing says which lower head belongs to which higher one. Posts that name no unit stay outside
    where others name theirs.

    Args:
        positions: in the order of the input.
        heads: the name of the unit that each head heads, by row label.

    Returns:
        Row label of the post above, by row label; where the order says nothing, none.
    """
    named = [name for name in _UNIT if name in positions]
    is_placed = (positions[named] != "").any(axis=1)
    placed = positions[is_placed] if is_placed.any() else positions
    above: dict[int, int] = {}
    for _, rows in placed.groupby([*_SHEET, *named], sort=False):
        labels = [int(row) for row in rows.index]
        ranks = {row: _rank(heads[row]) for row in labels if row in heads}
        if _is_a_hierarchy(list(ranks.values())):
            kinds = {row: unit_kind_of(heads[row]) for row in ranks}
            above |= _above(labels, ranks, kinds)
    return above


def _rank(unit: str) -> int:
    kind = unit_kind_of(unit)
    return _RANKS.get(kind, _BETWEEN) if kind else 0


def _is_a_hierarchy(ranks: Sequence[int]) -> bool:
    if len(set(ranks)) <= 1 or ranks[0] != min(ranks):
        return False
    lowest = max(ranks)
    above = [rank for rank in ranks if min(ranks) < rank < lowest]
    return len(above) <= 1 or list(ranks) != sorted(ranks)


def _above(
    rows: Sequence[int], ranks: Mapping[int, int], kinds: Mapping[int, UnitKind | None]
) -> dict[int, int]:
    above: dict[int, int] = {}
    line: list[int] = []
    for row in rows:
        if row in ranks:
            while line and (
                ranks[line[-1]] >= ranks[row] or not may_stand_under(kinds[row], kinds[line[-1]])
            ):
                line.pop()
        if line:
            above[row] = line[-1]
        if row in ranks:
            line.append(row)
    return above
