"""Which perangkat daerah meet most often, and in which order are they best drawn?"""

import pandas as pd

LARGEST = 6  # more units in one bracket than a reader takes in at once


def clusters(unit_pairs: pd.DataFrame) -> pd.DataFrame:
    """Group perangkat daerah by whom each meets most.

    The two that share most pairs come together first; a cluster takes in another as long as both
    together hold at most `LARGEST` units.

    Args:
        unit_pairs: `unit_a`, `unit_b`, `pairs`, `duplications`, most pairs first.

    Returns:
        `unit_id`, `cluster` (from 1, the one with most pairs inside first), in the order in which
        the units are drawn: inside a cluster the one that meets most first.
    """
    members = {
        unit: [unit] for unit in pd.unique(unit_pairs[["unit_a", "unit_b"]].to_numpy().ravel())
    }
    for a, b in unit_pairs[["unit_a", "unit_b"]].itertuples(index=False, name=None):
        one, other = members[a], members[b]
        if one is not other and len(one) + len(other) <= LARGEST:
            one.extend(other)
            members |= dict.fromkeys(other, one)
    root = {unit: group[0] for unit, group in members.items()}
    inside = unit_pairs[unit_pairs["unit_a"].map(root) == unit_pairs["unit_b"].map(root)]
    within = inside.groupby(inside["unit_a"].map(root))["pairs"].sum()
    both = pd.concat([unit_pairs["unit_a"], unit_pairs["unit_b"]])
    met = pd.concat([unit_pairs["pairs"], unit_pairs["pairs"]]).groupby(both).sum()
    frame = pd.DataFrame({"unit_id": list(root), "root": list(root.values())})
    frame["total"] = frame["root"].map(within).fillna(0)
    frame["pairs"] = frame["unit_id"].map(met)
    frame = frame.sort_values(
        ["total", "root", "pairs", "unit_id"], ascending=[False, True, False, True]
    )
    frame["cluster"] = pd.factorize(frame["root"])[0] + 1
    return frame[["unit_id", "cluster"]].astype({"unit_id": "str"}).reset_index(drop=True)
