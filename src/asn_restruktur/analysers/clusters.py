"""Which perangkat daerah meet most often, and in which order are they best drawn?"""

import pandas as pd


def clusters(unit_pairs: pd.DataFrame) -> pd.DataFrame:
    """Group perangkat daerah by whom each meets most.

    Every unit joins the one that it shares most pairs with; a cluster is what hangs together by
    that. What happens between other units changes nothing in it.

    Args:
        unit_pairs: `unit_a`, `unit_b`, `pairs`, `duplications`.

    Returns:
        `unit_id`, `cluster` (from 1, the one with most pairs first), in the order in which the
        units are drawn: inside a cluster the one that meets most first.
    """
    both = pd.concat(
        [unit_pairs, unit_pairs.rename(columns={"unit_a": "unit_b", "unit_b": "unit_a"})]
    ).sort_values(
        ["unit_a", "pairs", "duplications", "unit_b"], ascending=[True, False, False, True]
    )
    strongest = both.drop_duplicates("unit_a").set_index("unit_a")["unit_b"]
    head = {unit: unit for unit in strongest.index}

    def root(unit: str) -> str:
        while head[unit] != unit:
            unit = head[unit]
        return unit

    for unit, other in strongest.items():
        low, high = sorted((root(str(unit)), root(other)))
        head[high] = low
    weight = both.groupby("unit_a")["pairs"].sum()
    frame = pd.DataFrame({"unit_id": list(head), "root": [root(unit) for unit in head]})
    frame["pairs"] = frame["unit_id"].map(weight)
    frame["total"] = frame.groupby("root")["pairs"].transform("sum")
    frame = frame.sort_values(
        ["total", "root", "pairs", "unit_id"], ascending=[False, True, False, True]
    )
    frame["cluster"] = pd.factorize(frame["root"])[0] + 1
    return frame[["unit_id", "cluster"]].astype({"unit_id": "str"}).reset_index(drop=True)
