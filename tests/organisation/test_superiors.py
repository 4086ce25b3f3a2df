import pandas as pd

from asn_restruktur.organisation.superiors import superiors


def above(*rows: tuple[str, str, str, str]) -> dict[int, int]:
    """Find the superiors of posts: id, title, title or id of the superior, perangkat daerah."""
    columns = ["position_id", "title", "reports_to", "top_unit"]
    return superiors(pd.DataFrame(rows, columns=columns).assign(level="", unit_id=""))


def test_a_superior_is_found_by_id_and_by_title_in_any_order() -> None:
    found = above(("c", "Analis", "b", ""), ("b", "Kabid", "kepala  DINAS", ""),
                  ("a", "Kepala Dinas", "", ""))  # fmt: skip
    assert found == {0: 1, 1: 2}


def test_a_title_of_two_posts_means_the_one_in_the_same_perangkat_daerah() -> None:
    found = above(
        ("", "Sekretaris", "", "A"), ("", "Sekretaris", "", "B"), ("", "Analis", "Sekretaris", "B")
    )
    assert found == {2: 1}


def test_a_title_of_two_posts_elsewhere_means_none() -> None:
    found = above(
        ("", "Sekretaris", "", "A"), ("", "Sekretaris", "", "B"), ("", "Analis", "Sekretaris", "C")
    )
    assert found == {}


def test_equal_rows_are_one_post() -> None:
    found = above(
        ("", "Sekda", "", ""),
        ("", "Asisten", "Sekda", ""),
        ("", "Asisten", "Sekda", ""),
        ("", "Kepala Dinas", "Asisten", ""),
    )
    assert found == {1: 0, 2: 0, 3: 1}


def test_nobody_is_his_own_superior() -> None:
    assert above(("a", "Kepala Dinas", "a", ""), ("", "Kabid", "Kabid", "")) == {}


def test_a_head_is_the_same_however_the_title_is_shortened() -> None:
    found = above(
        ("", "Kepala Badan", "", ""),
        ("", "Kabid Sungai", "Ka. Badan", ""),
        ("", "Kasubbag Umum", "Sekretaris", ""),
        ("", "Analis Air", "Kepala Bidang Sungai", ""),
        ("", "Juru Arsip", "Ka. Subbag Umum", ""),
    )
    assert found == {1: 0, 3: 1, 4: 2}


def test_a_superior_named_by_kind_alone_is_the_only_such_head() -> None:
    posts = (("", "Kepala Dinas Air", "", ""), ("", "Kabid Sungai", "Kepala Dinas", ""))
    assert above(*posts) == {1: 0}
    assert above(*posts, ("", "Kepala Dinas Pohon", "", "")) == {}
    assert above(posts[0], ("", "Kabid Hutan", "Kepala Dinas Pohon", "")) == {}
