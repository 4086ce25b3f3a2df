import pytest

from asn_restruktur.organisation.jf_levels import post_name, split_level
from asn_restruktur.organisation.words import plain


@pytest.mark.parametrize(
    "title",
    [
        "AHLI MUDA - ADMINISTRATOR KESEHATAN",
        "Ahli Muda Administrator Kesehatan",
        "Administrator Kesehatan Ahli Muda",
        "Administrator Kesehatan (Ahli Muda)",
        "Administrator Kesehatan, Ahli  Muda",
    ],
)
def test_the_level_is_found_before_and_behind_the_title(title: str) -> None:
    post, level = split_level(title)
    assert (plain(post), level) == ("administrator kesehatan", "ahli muda")
    assert plain(post_name(title, "")) == "administrator kesehatan ahli muda"


@pytest.mark.parametrize("title", ["Penyelia", "Analis Kebijakan", "Mahir Karya", "Kepala Bidang"])
def test_a_title_without_a_level_stays_whole(title: str) -> None:
    assert split_level(title) == (title, "")


def test_a_level_of_its_own_column_is_named_once() -> None:
    assert post_name("Perawat", "ahli muda") == "Perawat ahli muda"
    assert post_name("Perawat Ahli Muda", "Ahli Muda") == "Perawat Ahli Muda"
    assert post_name("Perawat", "") == "Perawat"
