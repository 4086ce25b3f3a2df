import pytest

from asn_restruktur.loaders.regulation.phrases import bare, duty_phrases, head_phrases
from asn_restruktur.loaders.regulation.unit_names import likeness, title_case, unit_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dinas mempunyai tugas menata pasar.", [("tugas", "Dinas", "menata pasar.")]),
        ("Seksi Pasar memiliki tugas pokok:", [("tugas", "Seksi Pasar", "")]),
        (
            (
                "Untuk menjalankan tugas pokok sebagaimana tersebut pada ayat (1) pasal ini, "
                "Kepala Dinas mempunyai fungsi:"
            ),
            [("fungsi", "Kepala Dinas", "")],
        ),
        (
            (
                "Dalam melaksanakan tugas pokok dan fungsi sebagaimana dimaksud pada ayat (2) dan "
                "ayat (3) Kepala Seksi mempunyai sub tugas sebagai berikut:"
            ),
            [("uraian", "Kepala Seksi", "")],
        ),
        ("Rincian tugas Kepala Seksi Pasar, meliputi :", [("uraian", "Kepala Seksi Pasar", "")]),
        (
            "Seksi Pasar mempunyai tugas menata kios, dengan uraian tugas sebagai berikut:",
            [("tugas", "Seksi Pasar", "menata kios"), ("uraian", "Seksi Pasar", "")],
        ),
        (
            (
                "Seksi Pasar mempunyai tugas menata kios. Dalam melaksanakan tugasnya, Seksi Pasar "
                "menyelenggarakan fungsi:"
            ),
            [("tugas", "Seksi Pasar", "menata kios."), ("fungsi", "Seksi Pasar", "")],
        ),
        (
            "Bidang Pasar dipimpin oleh seorang kepala bidang yang mempunyai tugas menata pasar.",
            [("tugas", "Bidang Pasar", "menata pasar.")],
        ),
        ("Seksi Pasar juga mempunyai tugas menata los.", [("tugas", "Seksi Pasar", "menata los.")]),
        (
            "Kepala Bidang Los dengan tugas sebagai berikut:",
            [("tugas", "Kepala Bidang Los", "")],
        ),
        ("Kepala Dinas menunjuk Sekretaris untuk mewakilinya.", []),
        ("menyusun konsep kebijakan penyelenggaraan tugas dan fungsi dinas", []),
    ],
)
def test_what_a_sentence_says_of_duties(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(str(one.kind), one.subject, one.said) for one in duty_phrases(text)] == expected


def test_who_heads_a_unit_and_answers_to_whom() -> None:
    (phrase,) = head_phrases(
        "Dinas dipimpin oleh seorang Kepala Dinas yang berkedudukan di bawah dan bertanggungjawab "
        "kepada Bupati melalui Sekretaris Daerah."
    )
    assert (phrase.subject, phrase.title) == ("Dinas", "Kepala Dinas")
    assert (phrase.superior, phrase.through) == ("Bupati", "Sekretaris Daerah")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Kepala Sub Bagian Umum dan Kepegawaian", "subbagian", ("umum", "kepegawaian")),
        ("Kasubbag Keuangan", "subbagian", ("keuangan",)),
        ("Sekretaris Dinas", "sekretariat", ()),
        ("Dinas Pasar Kota Teladan", "dinas", ("pasar",)),
        ("Seksi Penataan Kota dan Desa", "seksi", ("penataan", "kota", "desa")),
        ("UPTD Rumah Potong", "unit pelaksana teknis", ("rumah", "potong")),
    ],
)
def test_units_are_known_by_their_posts_and_other_spellings(
    text: str, kind: str, words: tuple[str, ...]
) -> None:
    name = unit_name(text)
    assert name is not None
    assert (name.kind, name.words) == (kind, words)


def test_names_that_share_little_are_not_alike() -> None:
    assert likeness(("pengelolaan", "sampah"), ("pengelolaan", "limbah")) < 0.5
    assert likeness(("budi", "daya", "ikan"), ("budidaya", "ikan")) == 1.0


def test_capitals_become_a_name_and_acronyms_stay() -> None:
    assert title_case("SEKSI PELAYANAN UPTD DAN PASAR") == "Seksi Pelayanan UPTD dan Pasar"


def test_an_item_loses_only_the_signs_that_end_it() -> None:
    assert bare("menata kios (PKL); dan") == "menata kios (PKL)"
    assert bare("pelaporan") == "pelaporan"
