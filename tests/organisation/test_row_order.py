from collections.abc import Sequence

import pandas as pd
import pytest

from asn_restruktur.organisation.heads import headed_unit
from asn_restruktur.organisation.row_order import superiors_in_order


def above(*titles: str, units: Sequence[str] = ()) -> dict[int, int]:
    positions = pd.DataFrame(
        {"title": titles, "unit_id": list(units) or [""] * len(titles)}
    ).assign(place_file="a", place_sheet="b")
    heads = {row: unit for row, title in enumerate(titles) if (unit := headed_unit(title))}
    return superiors_in_order(positions, heads)


def test_what_follows_a_head_stands_below_it() -> None:
    found = above(
        "Kepala Dinas", "Sekretaris", "Kasubbag A", "Analis", "Kabid A", "Kasi A", "Kabid B"
    )
    assert found == {1: 0, 2: 1, 3: 2, 4: 0, 5: 4, 6: 0}


def test_a_seksi_does_not_stand_below_the_secretary() -> None:
    assert above("Camat", "Sekretaris", "Kasubbag A", "Kasi A") == {1: 0, 2: 1, 3: 0}


@pytest.mark.parametrize(
    "titles",
    [
        ("Kabid A", "Kasi A", "Kepala Dinas"),
        ("Kepala Dinas", "Kabid A", "Kabid B", "Kasi A", "Kasi B"),
        ("Kepala Dinas A", "Kepala Dinas B"),
        ("Analis", "Arsiparis"),
    ],
)
def test_a_sorted_list_says_nothing(titles: tuple[str, ...]) -> None:
    assert above(*titles) == {}


def test_each_perangkat_daerah_has_its_own_order() -> None:
    found = above("Kepala Dinas", "Kepala Badan", "Kabid A", "Kabid B", units=["x", "y", "x", "y"])
    assert found == {2: 0, 3: 1}


def test_posts_that_name_no_unit_stay_outside_where_others_name_theirs() -> None:
    found = above("Kepala Dinas", "Kabid A", "Analis", units=["x", "x", ""])
    assert found == {1: 0}
