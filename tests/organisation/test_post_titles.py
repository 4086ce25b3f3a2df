import pytest

from asn_restruktur.organisation.post_titles import (
    any_head_spelling,
    head_spelling,
    is_short_of_its_unit,
)


@pytest.mark.parametrize("title", ["Kabid Sungai", "Ka. Bidang Sungai", "KEPALA BIDANG SUNGAI"])
def test_titles_of_one_head_are_spelt_alike(title: str) -> None:
    assert head_spelling(title) == head_spelling("Kepala Bidang Sungai")


def test_heads_of_two_units_and_the_unit_itself_are_told_apart() -> None:
    spelt = [head_spelling(title) for title in ("Kabid Sungai", "Kasi Sungai", "Bidang Sungai")]
    assert len({*spelt}) == len(spelt)


@pytest.mark.parametrize("title", ["Kepala", "Analis Air", ""])
def test_a_title_that_names_no_unit_has_no_such_spelling(title: str) -> None:
    assert head_spelling(title) == ""


def test_the_head_of_a_perangkat_daerah_may_be_named_by_its_kind_alone() -> None:
    assert any_head_spelling("Kepala Dinas Air") == any_head_spelling("Kadis")
    assert any_head_spelling("Kepala Bidang Sungai") == ""
    assert is_short_of_its_unit("Kepala Dinas")
    assert not is_short_of_its_unit("Kepala Dinas Air")
