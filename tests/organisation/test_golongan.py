import pytest

from asn_restruktur.organisation.golongan import golongan


@pytest.mark.parametrize(
    "written",
    [
        "III/d",
        "IIId",
        "III-d",
        "III.D",
        "III / d",
        "3d",
        "34",
        "Gol. III/d",
        "Penata Tk. I / III-d",
        "Penata Tingkat I (III/d)",
        "Penata Tk.I, III/d",
        "PENATA TK I III/D",
        "Penata Tk. I",
        "penata tingkat 1",
    ],
)
def test_a_golongan_has_one_spelling(written: str) -> None:
    assert golongan(written) == "III/d"


@pytest.mark.parametrize(
    ("rank", "meant"),
    [
        ("Juru Muda", "I/a"),
        ("Pengatur", "II/c"),
        ("Penata Muda Tk. I", "III/b"),
        ("Penata", "III/c"),
        ("Pembina Utama Muda", "IV/c"),
        ("Pembina Utama", "IV/e"),
    ],
)
def test_the_name_of_a_rank_alone_says_the_golongan(rank: str, meant: str) -> None:
    assert golongan(rank) == meant


@pytest.mark.parametrize("written", ["IX", "9", "Gol. IX", "PPPK IX", "ix (sembilan)"])
def test_a_golongan_of_pppk_is_a_roman_number(written: str) -> None:
    assert golongan(written) == "IX"


def test_somebody_outside_the_ranks_has_none() -> None:
    assert golongan("Honorer") == ""


@pytest.mark.parametrize(
    "written",
    ["III/e", "III/c - III/d", "12", "XVIII", "Penata Layanan Operasional", "0,5", "99"],
)
def test_what_is_no_golongan_or_may_be_two_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        golongan(written)
