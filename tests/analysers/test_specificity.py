"""Which units are told that they do not say what is their own work, and on which evidence?"""

import pytest

from analysers.small_city import analysed, city
from asn_restruktur.analysers.specificity import FEWEST, QUOTED
from asn_restruktur.config import Settings
from asn_restruktur.config.settings import StructureSettings
from rule_cases import organisation_of

GENERAL = [
    "penyiapan bahan perumusan kebijakan teknis di bidang angkutan",
    "pelaksanaan evaluasi dan pelaporan di bidang angkutan",
    "penyusunan laporan pelaksanaan tugas di bidang angkutan",
    "pelaksanaan tugas kedinasan lain yang diberikan oleh Kepala Dinas",
]
OWN = "penetapan jaringan trayek angkutan dalam kota"


def test_the_finding_names_the_unit_and_counts_its_statements() -> None:
    (finding,) = city({"1.1": [*GENERAL, OWN]}).general.findings
    assert [subject.id for subject in finding.subjects] == ["1.1"]
    told = dict(finding.params)
    assert (told["unit"], told["count"], told["all"]) == ("Unit 1.1", 4, 5)
    assert finding.score == 0.8


def test_the_evidence_is_what_is_general_and_where_it_stands() -> None:
    (finding,) = city({"1.1": [OWN, *GENERAL]}).general.findings
    assert [evidence.quote for evidence in finding.evidence] == GENERAL
    assert [place.cell for place in finding.places] == ["C3", "C4", "C5", "C6"]


def test_a_long_list_is_quoted_by_its_beginning() -> None:
    (finding,) = city({"1.1": GENERAL * 3}).general.findings
    assert len(finding.evidence) == QUOTED
    assert dict(finding.params)["count"] == 12


@pytest.mark.parametrize(("said", "is_told"), [(FEWEST - 1, False), (FEWEST, True)])
def test_a_share_of_very_few_statements_says_nothing(said: int, *, is_told: bool) -> None:
    assert bool(city({"1.1": GENERAL[:said]}).general.findings) is is_told


@pytest.mark.parametrize("kind", ["sekretariat", "subbagian"])
def test_support_is_the_own_work_of_those_who_support(kind: str) -> None:
    assert not city({"1.1": GENERAL}, units={"1.1": {"kind": kind}}).general.findings


def test_a_perangkat_daerah_itself_is_not_judged() -> None:
    assert not city({"1": GENERAL}).general.findings


@pytest.mark.parametrize(("share", "is_told"), [(0.5, True), (0.7, False)])
def test_the_settings_say_from_which_share_on(share: float, *, is_told: bool) -> None:
    half = organisation_of({"functions": {"1.1": [*GENERAL[:2], OWN, "pengujian kendaraan"]}})
    limits = Settings(structure=StructureSettings(unspecific_share=share))
    assert bool(analysed(half, limits).general.findings) is is_told


def test_units_are_told_in_their_order() -> None:
    found = city({"2.1": GENERAL, "1.1": GENERAL}).general.findings
    assert [finding.subjects[0].id for finding in found] == ["2.1", "1.1"]
