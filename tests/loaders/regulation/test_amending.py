import shutil
from pathlib import Path

import pytest

from asn_restruktur.findings import Finding
from asn_restruktur.loaders.inputs import read
from asn_restruktur.pipeline import load
from loaders.regulation.texts import HERE, citations, organisation, written

BASE = """\
PERATURAN WALI KOTA TELADAN
NOMOR 5 TAHUN 2020
TENTANG
TUGAS DAN FUNGSI DINAS PASAR

Pasal 2
(1) Dinas Pasar mempunyai tugas mengelola pasar rakyat.
(2) Untuk melaksanakan tugas sebagaimana dimaksud pada ayat (1), Dinas Pasar
    menyelenggarakan fungsi:
    a. penataan kios;
    b. penarikan retribusi; dan
    c. pengelolaan kebersihan pasar.
Pasal 3
Sekretariat mempunyai tugas mengelola administrasi Dinas.
"""
HEAD = """\
PERATURAN WALI KOTA TELADAN
NOMOR {number} TAHUN 2022
TENTANG
PERUBAHAN ATAS PERATURAN WALI KOTA TELADAN NOMOR 5 TAHUN 2020 TENTANG TUGAS DAN
FUNGSI DINAS PASAR

Pasal I
Beberapa ketentuan dalam Peraturan Wali Kota Nomor 5 Tahun 2020 diubah sebagai
berikut:
"""


def amended(folder: Path, *changes: str) -> tuple[list[str], list[Finding]]:
    """Return the statements and findings of the base, changed by one text after another."""
    paths = [folder / "dasar.txt"]
    paths[0].write_text(BASE, encoding="utf-8")
    for number, change in enumerate(changes, start=8):
        path = folder / f"ubah-{number}.txt"
        path.write_text(HEAD.format(number=number) + change, encoding="utf-8")
        paths.append(path)
    org = load(paths)
    lines = [
        f"{c.split(' ', 2)[2]}: {t}" for t, c in org.functions[["text", "citation"]].to_numpy()
    ]
    return lines, [one for one in org.findings if one.code in {"DAT203", "DAT204"}]


def test_a_whole_article_is_replaced_and_both_wordings_are_shown(tmp_path: Path) -> None:
    change = (
        "1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:\n\n   Pasal 3\n"
        "   Sekretariat mempunyai tugas mengelola\n   arsip digital Dinas.\n"
    )
    lines, (finding,) = amended(tmp_path, change)
    assert lines[-1] == "Pasal 3: mengelola arsip digital Dinas"
    assert finding.key == "DAT203.changed"
    old, new = finding.evidence
    assert "administrasi" in old.quote
    assert "arsip digital" in new.quote
    assert old.place is not None
    assert new.place is not None
    assert old.place.file.endswith("dasar.txt")
    assert new.place.file.endswith("ubah-8.txt")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            ("Ketentuan Pasal 2 ayat (2) huruf b diubah sehingga berbunyi sebagai berikut:\n"
            "b. penarikan retribusi nontunai;\n"),
            ["huruf a: penataan kios", "huruf b: penarikan retribusi nontunai",
             "huruf c: pengelolaan kebersihan pasar"],
        ),
        (
            "1. Ketentuan huruf c ayat (2) Pasal 2 dihapus.\n",
            ["huruf a: penataan kios", "huruf b: penarikan retribusi"],
        ),
        (
            ("1. Ketentuan Pasal 2 ayat (2) ditambah 1 (satu) huruf, yakni huruf d sehingga\n"
            "   berbunyi sebagai berikut:\n   d. penataan parkir pasar.\n"),
            ["huruf a: penataan kios", "huruf b: penarikan retribusi",
             "huruf c: pengelolaan kebersihan pasar", "huruf d: penataan parkir pasar"],
        ),
        (
            ("1. Di antara huruf a dan huruf b ayat (2) Pasal 2 disisipkan 2 (dua) huruf, yakni\n"
            "   huruf a1 dan huruf a2, sehingga berbunyi sebagai berikut:\n"
            "   a1. penataan los;\n   a2. penataan lapak;\n"),
            ["huruf a: penataan kios", "huruf a1: penataan los", "huruf a2: penataan lapak",
             "huruf b: penarikan retribusi", "huruf c: pengelolaan kebersihan pasar"],
        ),
        (
            ("1. Di antara huruf a dan huruf b ayat (2) Pasal 2 disisipkan 1 (satu) huruf, yakni\n"
            "   huruf a.1, sehingga berbunyi sebagai berikut:\n   a.1. penataan los;\n"
            "2. Ketentuan huruf a.1 ayat (2) Pasal 2 dihapus.\n"),
            ["huruf a: penataan kios", "huruf b: penarikan retribusi",
             "huruf c: pengelolaan kebersihan pasar"],
        ),
    ],
)  # fmt: skip
def test_a_single_item_is_changed_deleted_or_added(
    change: str, expected: list[str], tmp_path: Path
) -> None:
    lines, findings = amended(tmp_path, change)
    assert [line.removeprefix("Pasal 2 ayat (2) ") for line in lines[1:-1]] == expected
    assert {finding.rule.code for finding in findings} == {"DAT203"}


def test_an_article_is_inserted_where_its_number_belongs(tmp_path: Path) -> None:
    change = (
        "1. Di antara Pasal 2 dan Pasal 3 disisipkan 1 (satu) pasal, yakni Pasal 2A sehingga\n"
        "   berbunyi sebagai berikut:\nPasal 2A\nUPTD Parkir mempunyai tugas menata parkir pasar.\n"
    )
    lines, (finding,) = amended(tmp_path, change)
    assert lines[-2:] == [
        "Pasal 2A: menata parkir pasar",
        "Pasal 3: mengelola administrasi Dinas",
    ]
    assert finding.key == "DAT203.inserted"


def test_a_deleted_article_states_nothing_any_more(tmp_path: Path) -> None:
    lines, (finding,) = amended(tmp_path, "1. Ketentuan Pasal 3 dihapus.\n")
    assert not [line for line in lines if line.startswith("Pasal 3")]
    assert finding.key == "DAT203.deleted"


def test_amendments_are_applied_in_the_order_given(tmp_path: Path) -> None:
    first, second = (
        f"1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:\nPasal 3\n"
        f"Sekretariat mempunyai tugas mengelola {what} Dinas.\n"
        for what in ("arsip", "gudang")
    )
    lines, findings = amended(tmp_path, first, second)
    assert lines[-1] == "Pasal 3: mengelola gudang Dinas"
    assert ["arsip" in finding.evidence[0].quote for finding in findings] == [False, True]


def test_a_change_to_what_is_not_there_is_told(tmp_path: Path) -> None:
    lines, (finding,) = amended(tmp_path, "1. Ketentuan Pasal 40 dihapus.\n")
    assert len(lines) == 5
    assert finding.key == "DAT204.place"
    assert dict(finding.params)["place"] == "Pasal 40"


def test_an_amendment_without_its_base_is_read_for_its_own_words(tmp_path: Path) -> None:
    change = HEAD.format(number=8) + (
        "1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:\nPasal 3\n"
        "Sekretariat mempunyai tugas mengelola arsip Dinas.\n"
    )
    org = written(tmp_path, change)
    assert list(org.functions["text"]) == ["mengelola arsip Dinas"]
    assert [finding.key for finding in org.findings] == ["DAT204.base"]


def test_the_amending_text_gives_no_tables_of_its_own(tmp_path: Path) -> None:
    names = ("perbup_dinas.txt", "perbup_perubahan.txt")
    for name in names:
        shutil.copy(HERE / name, tmp_path)
    first, second = read([tmp_path / name for name in names]).sources
    assert first.articles == 13
    assert second.amendments == 5
    duties = citations(organisation(*names))
    assert duties["Seksi Alat Tangkap"] == ["tugas 10A ayat (1) huruf a"]
    assert duties["Sub Bagian Umum dan Kepegawaian"] == ["tugas 7 huruf a", "tugas 7 huruf b"]
    assert "fungsi 4 ayat (2) huruf c" not in duties["Dinas Perikanan dan Kelautan"]


NESTED = """PERATURAN BUPATI CONTOH
NOMOR 3 TAHUN 2020
TENTANG DINAS PASAR
Pasal 1
Dinas Pasar mempunyai tugas:
a. menata:
   1. kios;
   2. los;
b. memungut:
   1. retribusi;
   2. sewa;
c. melapor.
"""


def nested(folder: Path, change: str) -> tuple[dict[str, str], list[Finding]]:
    """Return the statements of the nested list by their items, once it is changed."""
    paths = [folder / "dasar.txt", folder / "ubah.txt"]
    paths[0].write_text(NESTED)
    paths[1].write_text(HEAD.format(number=8).replace("NOMOR 5", "NOMOR 3") + change)
    org = load(paths)
    cited = [citation.partition("Pasal 1 ")[2] for citation in org.functions["citation"]]
    return dict(zip(cited, org.functions["text"], strict=True)), [
        one for one in org.findings if one.code.startswith("DAT2")
    ]


def test_a_number_is_that_of_the_letter_which_the_instruction_names(tmp_path: Path) -> None:
    said, (finding,) = nested(
        tmp_path, "1. Ketentuan Pasal 1 huruf b angka 2 diubah sehingga berbunyi:\n2. denda;\n"
    )
    assert (said["huruf a angka 2"], said["huruf b angka 2"]) == ("los", "denda")
    assert dict(finding.params)["place"] == "Pasal 1 huruf b angka 2"


def test_a_list_that_an_amendment_shortens_lacks_nothing(tmp_path: Path) -> None:
    said, findings = nested(tmp_path, "1. Ketentuan Pasal 1 huruf b dihapus.\n")
    assert "huruf b" not in said
    assert [finding.key for finding in findings] == ["DAT203.deleted"]


def test_words_that_are_inserted_without_a_mark_replace_nothing(tmp_path: Path) -> None:
    said, (finding,) = nested(
        tmp_path,
        "1. Di antara huruf a dan huruf b Pasal 1 disisipkan 1 (satu) huruf sehingga berbunyi:\n"
        "mencatat pedagang.\n",
    )
    assert said["huruf c"] == "melapor"
    assert said["huruf a"] == "menata"
    assert finding.key == "DAT204.place"
