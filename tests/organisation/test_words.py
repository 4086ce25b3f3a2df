import pytest

from asn_restruktur.organisation.words import (
    is_head_title,
    is_jf_level,
    is_planning_body,
    nearest,
    nearest_word,
    slug,
    unit_kind_of,
    without_kind,
    word,
)
from asn_restruktur.vocabulary import LinkKind, PositionKind, UnitKind, WorkloadApproach


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("sekretariat_daerah", UnitKind.SETDA),
        ("inspektur_pembantu", UnitKind.IRBAN),
        ("Sub Bagian", UnitKind.SUBBAGIAN),
        ("SUBBAG.", UnitKind.SUBBAGIAN),
        ("UPT", UnitKind.UPTD),
        ("Kelurahan", UnitKind.KELURAHAN),
        ("sekretariat_dprd", UnitKind.SETWAN),
        ("Dinas Daerah", UnitKind.DINAS),
    ],
)
def test_a_unit_kind_has_many_spellings(written: str, kind: UnitKind) -> None:
    assert word(written, UnitKind) == kind


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("JPT Pratama", PositionKind.JPT),
        ("JFT", PositionKind.JF),
        ("JFU", PositionKind.PELAKSANA),
        ("Pelaksana", PositionKind.PELAKSANA),
        ("Jabatan Fungsional Ahli Muda", PositionKind.JF),
        ("Kategori: Keterampilan", PositionKind.JF),
        ("Staf Ahli", PositionKind.JPT),
    ],
)
def test_a_position_kind_has_many_spellings(written: str, kind: PositionKind) -> None:
    assert word(written, PositionKind) == kind


def test_links_and_approaches_are_understood_in_indonesian() -> None:
    assert word("Koordinator", LinkKind) == LinkKind.LEAD
    assert word("penyerahan", LinkKind) == LinkKind.HANDOFF
    assert word("Tugas per tugas", WorkloadApproach) == WorkloadApproach.TASKS


def test_no_spelling_means_two_values() -> None:
    for words in (UnitKind, PositionKind, LinkKind, WorkloadApproach):
        for value in words:
            assert word(str(value), words) == value


def test_a_misspelt_word_has_a_suggestion_and_noise_has_none() -> None:
    assert word("bidnag", UnitKind) is None
    assert nearest_word("bidnag", UnitKind) == "bidang"
    assert nearest_word("qqqq", UnitKind) == ""
    assert nearest("1.02.9", ["1.02.09", "9.77"]) == "1.02.09"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Dinas Kesehatan", UnitKind.DINAS),
        ("Sekretariat Daerah", UnitKind.SETDA),
        ("Sekretariat Dinas", UnitKind.SEKRETARIAT),
        ("Sub Bagian Umum", UnitKind.SUBBAGIAN),
        ("UPTD Puskesmas Cempaka", UnitKind.PUSKESMAS),
        ("UPTD Laboratorium", UnitKind.UPTD),
        ("Satuan Polisi Pamong Praja", UnitKind.SATUAN),
        ("Inspektur Pembantu I", UnitKind.IRBAN),
        ("Dinasti", None),
    ],
)
def test_a_unit_tells_its_kind_by_how_its_name_begins(name: str, kind: UnitKind | None) -> None:
    assert unit_kind_of(name) == kind


def test_a_head_is_known_by_its_title() -> None:
    assert is_head_title("Kepala Dinas Kesehatan")
    assert is_head_title("Plt. Kepala Bidang")
    assert not is_head_title("Kepalang")
    assert not is_head_title("Asisten Apoteker")


def test_other_guesses_from_names() -> None:
    assert is_jf_level("Perawat Ahli Muda")
    assert not is_jf_level("Pengelola Keuangan")
    assert is_planning_body("Badan Perencanaan Pembangunan Daerah")
    assert not is_planning_body("Badan Kepegawaian")


def test_a_slug_is_ascii_and_never_empty() -> None:
    assert slug("Dinas Kesehatan & Gizi") == "dinas-kesehatan-gizi"
    assert slug("Café") == "cafe"
    assert slug("日本") == "日本"
    assert slug("...") == "-"


@pytest.mark.parametrize(
    ("name", "behind"),
    [
        ("Seksi Taman Kota", "Taman Kota"),
        ("Sub Bagian Umum dan Kepegawaian", "Umum dan Kepegawaian"),
        ("SUBBAG. KEUANGAN", "KEUANGAN"),
        ("UPTD Puskesmas Melati", "Melati"),
        ("Dinas", ""),
        ("Taman Kota", "Taman Kota"),
    ],
)
def test_name_of_a_unit_goes_on_behind_its_kind(name: str, behind: str) -> None:
    assert without_kind(name) == behind
