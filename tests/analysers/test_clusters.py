"""Which perangkat daerah meet most often, and in which order are they best drawn?"""

import pandas as pd

from asn_restruktur.analysers.clusters import LARGEST, clusters


def met(*rows: tuple[str, str, int]) -> pd.DataFrame:
    """Order unit pairs as the analyser does: most pairs first."""
    frame = pd.DataFrame(rows, columns=["unit_a", "unit_b", "pairs"])
    frame = frame.astype({"unit_a": "str", "unit_b": "str", "pairs": "int64"})
    return frame.sort_values(["pairs", "unit_a", "unit_b"], ascending=[False, True, True])


def groups(*rows: tuple[str, str, int]) -> list[set[str]]:
    found = clusters(met(*rows))
    return [set(group) for _, group in found.groupby("cluster")["unit_id"]]


def test_units_that_meet_stand_in_one_cluster() -> None:
    assert groups(("a", "b", 3), ("c", "d", 1)) == [{"a", "b"}, {"c", "d"}]


def test_cluster_with_most_pairs_inside_comes_first() -> None:
    assert groups(("a", "b", 1), ("c", "d", 2), ("d", "e", 1)) == [{"c", "d", "e"}, {"a", "b"}]


def test_unit_that_meets_most_is_drawn_first() -> None:
    found = clusters(met(("a", "b", 1), ("b", "c", 2)))
    assert list(found["unit_id"]) == ["b", "c", "a"]


def test_no_cluster_holds_more_than_a_reader_takes_in() -> None:
    chain = [(f"u{at:02}", f"u{at + 1:02}", 1) for at in range(20)]
    found = groups(*chain)
    assert max(len(group) for group in found) <= LARGEST
    assert set.union(*found) == {f"u{at:02}" for at in range(21)}
    assert sum(len(group) for group in found) == 21


def test_those_who_share_most_come_together_before_the_cap_is_reached() -> None:
    ring = [(f"u{at}", f"u{(at + 1) % 8}", 1) for at in range(8)]
    found = groups(*ring, ("u0", "u4", 9))
    assert any({"u0", "u4"} <= group for group in found)


def test_nobody_who_meets_makes_no_cluster() -> None:
    found = clusters(met())
    assert found.empty
    assert list(found.columns) == ["unit_id", "cluster"]
