"""Do the declared working relations lie where the work asks for them?"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import numpy as np
import pandas as pd

from asn_restruktur.analysers.analysis import Analysis
from asn_restruktur.analysers.relations import Gap
from asn_restruktur.findings import Figure
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TableName

SHUFFLES = 500
SEED = 20180218
SWAPS = 4  # tried for each link, between two shuffles that are counted
FIRST_SWAPS = 40  # and before the first
INTERVAL = (0.025, 0.975)

_BETWEEN_TWO = frozenset({
    Gap.COMPETING_LEADS, Gap.MEMBER_UNLINKED, Gap.HANDOFF_WITHOUT_LINK, Gap.COUPLED_WITHOUT_LINK,
})  # fmt: skip

Pair = frozenset[str]


def analyse(organisation: Organisation, hierarchy: Hierarchy, relations: pd.DataFrame) -> Analysis:
    """Measure how many of the relations that the work asks for are declared.

    Two perangkat daerah whose duties meet or that hand work over need a relation; one is declared
    where a link joins them or their units. Congruence is the share of needed pairs that are
    declared. Beside it stands what the same number of links would meet by chance: each perangkat
    daerah keeps its number of partners, the partners are shuffled. Lists of missing and surplus
    links are the result; the share is no mark of quality, for studies of what it foretells
    disagree.

    Args:
        organisation: its declared links.
        hierarchy: of its units.
        relations: table `coordination`.

    Returns:
        Table `congruence`, one row a perangkat daerah that needs or has a relation, in the order of
        the tree: `unit_id`, `needed`, `arranged` (of the needed), `missing` and `surplus`
        (perangkat daerah, `;`), `congruence` (0-1; empty where nothing is needed). Figures
        `congruence.needed`, `.arranged`, `.share`, `.by_chance`, `.by_chance_low`,
        `.by_chance_high`; none where no link is declared or no relation needed.

    Source:
        Cataldo, Herbsleb, Carley (2008), socio-technical congruence; null model: degree-preserving
        double edge swaps (Maslov, Sneppen 2002), `SHUFFLES` of them, 95 % interval.
    """
    tops = hierarchy.units["top_id"]
    chosen = relations[relations["kind"].isin(_BETWEEN_TWO)]
    needed = _pairs(chosen["from_unit"], chosen["to_unit"], tops)
    links = organisation.links
    declared = _pairs(links["from_unit"], links["to_unit"], tops)
    return Analysis(
        tables={"congruence": _table(needed, declared, hierarchy)},
        figures=_figures(needed, declared, organisation),
    )


def _pairs(one: pd.Series, other: pd.Series, tops: pd.Series) -> frozenset[Pair]:
    """Return the pairs of different perangkat daerah that two columns of units join."""
    known = one.isin(tops.index) & other.isin(tops.index)
    joined = zip(one[known].map(tops), other[known].map(tops), strict=True)
    return frozenset(frozenset(pair) for pair in joined if len(set(pair)) > 1)


def _table(
    needed: AbstractSet[Pair], declared: AbstractSet[Pair], hierarchy: Hierarchy
) -> pd.DataFrame:
    order = hierarchy.units["enter"].to_dict()
    units = sorted({unit for pair in needed | declared for unit in pair}, key=order.__getitem__)
    rows = []
    for unit in units:
        wanted, arranged = _partners(unit, needed), _partners(unit, declared)
        rows.append(
            {
                "unit_id": unit,
                "needed": len(wanted),
                "arranged": len(wanted & arranged),
                "missing": ";".join(sorted(wanted - arranged, key=order.__getitem__)),
                "surplus": ";".join(sorted(arranged - wanted, key=order.__getitem__)),
                "congruence": len(wanted & arranged) / len(wanted) if wanted else None,
            }
        )
    columns = ["unit_id", "needed", "arranged", "missing", "surplus", "congruence"]
    kinds = {"unit_id": "str", "missing": "str", "surplus": "str", "congruence": "float64"}
    whole = {"needed": "int64", "arranged": "int64"}
    return pd.DataFrame(rows, columns=columns).astype(kinds | whole)


def _partners(unit: str, pairs: Iterable[Pair]) -> set[str]:
    return {other for pair in pairs if unit in pair for other in pair - {unit}}


def _figures(
    needed: AbstractSet[Pair], declared: AbstractSet[Pair], organisation: Organisation
) -> tuple[Figure, ...]:
    if not needed or not declared:
        return ()
    chance = shuffled_shares(needed, declared)
    low, high = (float(np.quantile(chance, at)) for at in INTERVAL)
    met = len(needed & declared)
    values: dict[str, int | float] = {
        "needed": len(needed),
        "arranged": met,
        "share": round(met / len(needed), 4),
        "by_chance": round(float(np.mean(chance)), 4),
        "by_chance_low": round(low, 4),
        "by_chance_high": round(high, 4),
    }
    places = organisation.span(TableName.LINKS)
    return tuple(
        Figure(name=f"congruence.{name}", value=value, places=places)
        for name, value in values.items()
    )


def shuffled_shares(needed: AbstractSet[Pair], declared: AbstractSet[Pair]) -> list[float]:
    """Return the share of needed pairs that shuffled links meet, for each of `SHUFFLES`.

    Two links swap an end unless one would join a unit with itself or two units twice; what cannot
    be swapped stays, and counts as a step (a chain that reaches all arrangements evenly).

    Args:
        needed: pairs that the work asks for, at least one.
        declared: pairs that are linked, at least one.
    """
    links = sorted((min(pair), max(pair)) for pair in declared)
    joined = set(declared)
    dice = np.random.default_rng(SEED)
    _swap(links, joined, FIRST_SWAPS * len(links), dice)
    shares = []
    for _ in range(SHUFFLES):
        _swap(links, joined, SWAPS * len(links), dice)
        shares.append(len(needed & joined) / len(needed))
    return shares


def _swap(
    links: list[tuple[str, str]], joined: set[Pair], steps: int, dice: np.random.Generator
) -> None:
    """Try so many swaps, in place."""
    drawn = dice.integers(0, len(links), size=(steps, 2)).tolist()
    for (i, j), turned in zip(drawn, dice.integers(0, 2, size=steps).tolist(), strict=True):
        (a, b), (c, d) = links[i], links[j][::-1] if turned else links[j]
        one, other = frozenset((a, d)), frozenset((c, b))
        if a == d or b == c or one == other or one in joined or other in joined:
            continue
        joined -= {frozenset((a, b)), frozenset((c, d))}
        joined |= {one, other}
        links[i], links[j] = (a, d), (c, b)
