import pytest

from asn_restruktur.organisation.eselon import eselon, kind_of_eselon
from asn_restruktur.vocabulary import PositionKind


@pytest.mark.parametrize(
    "written",
    ["II.b", "IIb", "II/b", "II-B", "2b", "II B", "Es. II.b", "Eselon II.B", "II.B/14", "JPT II/b"],
)
def test_an_eselon_has_one_spelling(written: str) -> None:
    assert eselon(written) == "II.b"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Es. II", "II"),
        ("ESELON IV", "IV"),
        ("III.a (Administrator)", "III.a"),
        ("JPT Pratama", "II"),
        ("Jabatan Pengawas", "IV"),
        ("non eselon", ""),
        ("JFU", ""),
    ],
)
def test_an_eselon_may_lack_its_letter_or_be_named_by_its_jenjang(written: str, meant: str) -> None:
    assert eselon(written) == meant


@pytest.mark.parametrize("written", ["IV.a - IV.b", "VI", "IIIc", "entah"])
def test_what_is_no_eselon_or_two_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        eselon(written)


def test_the_eselon_tells_the_kind_of_post() -> None:
    assert kind_of_eselon("ESELON II") is PositionKind.JPT
    assert kind_of_eselon("III.b") is PositionKind.ADMINISTRATOR
    assert kind_of_eselon("4a") is PositionKind.PENGAWAS
    assert kind_of_eselon("JFU") is None
    assert kind_of_eselon("entah") is None
