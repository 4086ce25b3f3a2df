"""Is what every unit says told from what a unit says of its own work?"""

from collections.abc import Mapping, Sequence

import pytest

from analysers.small_city import City, city
from asn_restruktur.analysers.statements import REPEATED, specific, territories

COMMON = "penyelenggaraan gerakan kantor bersih dan hijau"
OWN = "pengujian berkala kendaraan bermotor"


def saying(*units: str, kinds: Mapping[str, str] | None = None) -> City:
    """Let units say the common text, and one more unit its own."""
    functions: dict[str, Sequence[str]] = {unit: [COMMON] for unit in units}
    told = {unit: {"kind": kind} for unit, kind in (kinds or {}).items()}
    return city(functions | {"9": [OWN]}, units=told)


def marked(found: City) -> set[str]:
    statements = found.readings.statements
    return set(found.organisation.functions.loc[statements["pattern"] == REPEATED, "unit_id"])


def test_what_most_perangkat_daerah_say_is_boilerplate() -> None:
    found = saying("1", "2", "3", "4", "5")
    assert marked(found) == {"1", "2", "3", "4", "5"}
    assert list(specific(found.organisation, found.hierarchy, found.readings)["unit_id"]) == ["9"]


def test_what_fewer_say_is_their_own() -> None:
    assert marked(saying("1", "2", "3", "4")) == set()


def test_what_a_small_share_says_is_their_own() -> None:
    others = {str(unit): {"kind": "dinas"} for unit in range(10, 40)}
    found = city({str(unit): [COMMON] for unit in range(1, 6)}, units=others)
    assert marked(found) == set()


def test_units_of_one_perangkat_daerah_speak_once() -> None:
    assert marked(saying("1.1", "1.2", "1.3", "1.4", "1.5", "1.6")) == set()


def test_the_common_duty_of_all_kecamatan_is_their_own() -> None:
    places = ("1", "2", "3", "4", "5", "6")
    assert marked(saying(*places, kinds=dict.fromkeys(places, "kecamatan"))) == set()


@pytest.mark.parametrize("kind", ["kecamatan", "kelurahan", "puskesmas"])
def test_units_below_a_territorial_unit_are_confined_to_it(kind: str) -> None:
    found = city({"1.2.3": [OWN], "2": [OWN]}, units={"1.2": {"kind": kind}})
    own = specific(found.organisation, found.hierarchy, found.readings)
    assert dict(own[["unit_id", "territory"]].to_numpy()) == {"1.2.3": "1.2", "2": ""}


def test_a_named_territory_holds_below_until_another_is_named() -> None:
    units = {"1": {"territory": "Kecamatan Melati"}, "1.2.1": {"territory": "Kelurahan Kenanga"}}
    found = territories(city({"1.1": [OWN]}, units=units).hierarchy)
    assert dict(found) == {
        "1": "Kecamatan Melati",
        "1.1": "Kecamatan Melati",
        "1.2": "Kecamatan Melati",
        "1.2.1": "Kelurahan Kenanga",
    }


def test_a_statement_stands_with_its_perangkat_daerah() -> None:
    found = city({"1.2.3": [OWN]})
    own = specific(found.organisation, found.hierarchy, found.readings)
    assert list(own["top_id"]) == ["1"]
