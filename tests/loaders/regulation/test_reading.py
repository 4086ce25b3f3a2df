from pathlib import Path

import pytest

from asn_restruktur.loaders.inputs import read
from asn_restruktur.loaders.understood import InputForm, LeftOut
from asn_restruktur.vocabulary import Place
from loaders.regulation.texts import HERE, citations, organisation, parents, written

DINAS = {
    "Dinas Perikanan dan Kelautan": [
        "tugas 4 ayat (1)",
        "fungsi 4 ayat (2) huruf a",
        "fungsi 4 ayat (2) huruf b",
        "fungsi 4 ayat (2) huruf b angka 1",
        "fungsi 4 ayat (2) huruf b angka 2",
        "fungsi 4 ayat (2) huruf c",
    ],
    "Sekretariat": ["tugas 5", "fungsi 6 huruf a", "fungsi 6 huruf b", "fungsi 6 huruf b"],
    "Bidang Budi Daya Perikanan": ["tugas 9 ayat (2)"],
    "Bidang Penangkapan Ikan": [
        "tugas 10 ayat (1)",
        "uraian 10 ayat (2) huruf a",
        "uraian 10 ayat (2) huruf b",
    ],
    "UPTD": [],
    "Kelompok Jabatan Fungsional": [],
    "Sub Bagian Umum dan Kepegawaian": ["tugas 7 huruf a", "tugas 7 huruf b", "tugas 7 huruf c"],
    "Sub Bagian Perencanaan dan Keuangan": ["tugas 8", "uraian 8 huruf a", "uraian 8 huruf b"],
    "Seksi Pembenihan": ["tugas 9 ayat (3) huruf a", "tugas 9 ayat (3) huruf b"],
    "Seksi Kesehatan Ikan": ["tugas 9 ayat (4)"],
    "Seksi Pelabuhan Perikanan": [],
    "Seksi Alat Tangkap": [],
}
BADAN = {
    "Badan Penanggulangan Bencana": [
        "tugas 4 ayat (1)",
        "fungsi 4 ayat (2) huruf a",
        "fungsi 4 ayat (2) huruf b",
    ],
    "Sekretariat": ["tugas 5 ayat (1)", "fungsi 5 ayat (2) huruf a", "fungsi 5 ayat (2) huruf b"],
    "Sub Bagian Tata Usaha": [f"tugas 6 ayat (1) huruf {letter}" for letter in "abc"],
    "Sub Bagian Penyusunan Program dan Anggaran": [
        "tugas 6 ayat (2) huruf a",
        "tugas 6 ayat (2) huruf b",
    ],
    "Bidang Pencegahan dan Kesiapsiagaan": [
        "tugas 7 ayat (1)",
        "fungsi 7 ayat (2) huruf a",
        "fungsi 7 ayat (2) huruf b",
    ],
    "Sub Bidang Pencegahan": [f"tugas 8 ayat (1) huruf {letter}" for letter in "abc"],
    "Sub Bidang Kesiapsiagaan": ["tugas 8 ayat (2)"],
    "Bidang Kedaruratan dan Logistik": [
        "uraian 9 angka 1",
        "uraian 9 angka 2",
        "uraian 9 angka 2 huruf a)",
        "uraian 9 angka 2 huruf b)",
        "uraian 9 angka 3",
    ],
    "Sub Bidang Kedaruratan": ["uraian 10 huruf a", "uraian 10 huruf b"],
    "Sub Bidang Logistik": ["tugas 11"],
    "UPT": [],
    "Kelompok Jabatan Fungsional": ["tugas 12 ayat (1)"],
}


@pytest.mark.parametrize(
    ("name", "expected"), [("perbup_dinas.txt", DINAS), ("pergub_badan.txt", BADAN)]
)
def test_every_item_has_its_unit_its_kind_and_its_article(
    name: str, expected: dict[str, list[str]]
) -> None:
    assert citations(organisation(name)) == expected


def test_units_stand_where_the_lists_put_them() -> None:
    above = parents(organisation("perbup_dinas.txt"))
    assert above == {
        "Dinas Perikanan dan Kelautan": "",
        "Sekretariat": "Dinas Perikanan dan Kelautan",
        "Bidang Budi Daya Perikanan": "Dinas Perikanan dan Kelautan",
        "Bidang Penangkapan Ikan": "Dinas Perikanan dan Kelautan",
        "UPTD": "Dinas Perikanan dan Kelautan",
        "Kelompok Jabatan Fungsional": "Dinas Perikanan dan Kelautan",
        "Sub Bagian Umum dan Kepegawaian": "Sekretariat",
        "Sub Bagian Perencanaan dan Keuangan": "Sekretariat",
        "Seksi Pembenihan": "Bidang Budi Daya Perikanan",
        "Seksi Kesehatan Ikan": "Bidang Budi Daya Perikanan",
        "Seksi Pelabuhan Perikanan": "Bidang Penangkapan Ikan",
        "Seksi Alat Tangkap": "Bidang Penangkapan Ikan",
    }


def test_statements_are_whole_and_keep_their_words() -> None:
    texts = list(organisation("perbup_dinas.txt").functions["text"])
    assert (
        "membantu Bupati melaksanakan urusan pemerintahan dan/atau tugas pembantuan di bidang "
        "perikanan" in texts
    )
    assert "menyiapkan bahan surat-menyurat dan kearsipan Dinas" in texts
    assert "menyusun anggaran dan laporan keuangan" in texts
    assert not [text for text in texts if text.endswith((";", ".", ":"))]


def test_heads_answer_to_the_heads_that_the_text_names() -> None:
    posts = organisation("pergub_badan.txt").positions
    titles = dict(zip(posts["position_id"], posts["title"], strict=True))
    above = {
        title: titles.get(superior, "")
        for title, superior in posts[["title", "reports_to"]].to_numpy()
    }
    assert above["Sekretaris"] == "Kepala Badan Penanggulangan Bencana"
    assert above["Kepala Bidang Kedaruratan dan Logistik"] == above["Sekretaris"]
    assert above["Kepala Sub Bagian Tata Usaha"] == "Sekretaris"
    assert above["Kepala Sub Bidang Logistik"] == "Kepala Bidang Kedaruratan dan Logistik"
    assert above["Kepala Badan Penanggulangan Bencana"] == ""


def test_what_states_no_duty_is_counted_and_definitions_are_kept() -> None:
    (source,) = read([HERE / "perbup_dinas.txt"]).sources
    assert source.form is InputForm.REGULATION
    assert source.articles == 12
    assert source.parts[-1].left_out == {LeftOut.NO_DUTY: 8, LeftOut.PAGE_LINE: 2}
    assert source.short_forms["dpk"] == "Dinas Perikanan dan Kelautan"


def test_units_cite_the_regulation_and_the_government_is_known() -> None:
    org = organisation("perbup_dinas.txt")
    assert set(org.units["legal_basis"]) == {"Perbup 41/2021"}
    assert (org.government.name, org.government.kind) == ("Kabupaten Teladan", "kabupaten")
    functions = org.functions
    (row,) = functions.index[functions["citation"] == "Perbup 41/2021 Pasal 9 ayat (4)"]
    place = Place(file=(HERE / "perbup_dinas.txt").as_posix(), line=123, article="Pasal 9 ayat (4)")
    (found,) = org.places("functions", functions.index[[row]])
    assert found.article == place.article
    text = (HERE / "perbup_dinas.txt").read_text(encoding="utf-8").splitlines()
    assert text[found.line - 1].startswith("(4) Kepala Seksi Kesehatan Ikan")


def test_one_unit_under_two_spellings_is_one_and_told() -> None:
    (finding,) = [one for one in organisation("perbup_dinas.txt").findings if one.code == "DAT202"]
    assert dict(finding.params) == {
        "unit": "Bidang Budi Daya Perikanan",
        "others": ("Bidang Budidaya Perikanan",),
    }
    assert len(finding.evidence) == 2


def test_an_uptd_stands_below_its_dinas() -> None:
    org = organisation("perwal_uptd.txt")
    name = "Unit Pelaksana Teknis Daerah Rumah Susun"
    assert parents(org) == {
        "Dinas Perumahan": "",
        name: "Dinas Perumahan",
        "Subbagian Tata Usaha": name,
        "Seksi Pemeliharaan": name,
        "Kelompok Jabatan Fungsional": name,
    }
    assert citations(org)["Subbagian Tata Usaha"] == ["tugas 8 ayat (1)"]
    assert citations(org)["Seksi Pemeliharaan"] == [
        "uraian 8 ayat (3) huruf a",
        "uraian 8 ayat (3) huruf b",
    ]


@pytest.mark.parametrize(
    ("name", "unit", "duties"),
    [
        ("permen_kementerian.txt", "subbagian-tata-usaha", {"biro": "12", "direktorat": "16"}),
        ("perwal_kecamatan.txt", "seksi-pemerintahan", {"kecamatan": "4", "kelurahan": "5"}),
        ("perwal_setda.txt", "bagian-umum", {"asisten": "", "sekretariat-dprd": "12"}),
    ],
)
def test_units_of_one_name_are_told_apart_by_what_stands_above(
    name: str, unit: str, duties: dict[str, str]
) -> None:
    org = organisation(name)
    own = org.units[org.units["unit_id"].str.endswith(unit)]
    assert len(own) == 2
    for parent, article in duties.items():
        (found,) = own.loc[own["parent_id"].str.startswith(parent), "unit_id"]
        cited = org.functions.loc[org.functions["unit_id"] == found, "citation"]
        assert {one.partition("Pasal ")[2].split()[0] for one in cited} == set(article.split())


def test_reading_the_same_text_twice_gives_the_same_tables() -> None:
    first, second = (read([HERE / "pergub_badan.txt"]) for _ in range(2))
    for one, other in zip(first.tables, second.tables, strict=True):
        assert one.frame.equals(other.frame)


def test_a_ministry_is_headed_by_its_minister_to_whom_its_directors_answer(tmp_path: Path) -> None:
    org = written(
        tmp_path,
        "PERATURAN MENTERI CONTOH\nNOMOR 1 TAHUN 2020\nTENTANG\nORGANISASI KEMENTERIAN PASAR\n"
        "Pasal 1\nKementerian Pasar terdiri atas:\na. Sekretariat Jenderal; dan\n"
        "b. Direktorat Jenderal Kios.\n"
        "Pasal 2\n(1) Kementerian Pasar dipimpin oleh Menteri.\n"
        "(2) Sekretariat Jenderal dipimpin oleh Sekretaris Jenderal yang berada di bawah dan\n"
        "bertanggung jawab kepada Menteri.\n"
        "Pasal 3\n(1) Direktorat Jenderal Kios berada di bawah dan bertanggung jawab kepada\n"
        "Menteri.\n"
        "(2) Direktorat Jenderal Kios dipimpin oleh Direktur Jenderal.\n",
    )
    heads = org.positions.set_index("title")
    minister = heads.loc["Menteri", "position_id"]
    assert heads.loc["Sekretaris Jenderal", "reports_to"] == minister
    assert heads.loc["Direktur Jenderal", "reports_to"] == minister


HOSPITAL = """PERATURAN GUBERNUR CONTOH
NOMOR 2 TAHUN 2020
TENTANG
TUGAS DAN TATA KERJA
RUMAH SAKIT DAN BADAN PENANGGULANGAN BENCANA DAERAH
BAB II
BADAN PENANGGULANGAN BENCANA DAERAH
Pasal 2
Susunan organisasi Badan Penanggulangan Bencana Daerah terdiri dari:
a. Kepala;
b. Bidang Logistik, membawahkan:
   1. Seksi Gudang;
   2. Seksi Angkutan.
Pasal 3
(1) Kepala Pelaksana mempunyai tugas memimpin penanggulangan bencana.
(2) Bidang Logistik dipimpin oleh Kepala Bidang yang bertanggung jawab kepada Kepala Pelaksana,
    dan mempunyai tugas menyalurkan logistik.
(3) Kepala Bidang dalam melaksanakan tugas dibantu oleh:
    a. Seksi Gudang; dan
    b. Seksi Angkutan.
(4) Dewan Kehormatan mempunyai tugas menilai relawan.
BAB III
RUMAH SAKIT UMUM DAERAH
Pasal 4
Susunan Organisasi RSUD Contoh terdiri dari:
a. Direktur;
b. Wakil Direktur Pelayanan, membawahi:
   1. Bidang Keperawatan;
c. Wakil Direktur Umum, membawahi:
   1. Bagian Keuangan;
d. Komite Medik;
e. Satuan Pengawas Internal; dan
f. Instalasi.
Pasal 5
Direktur mempunyai tugas memimpin rumah sakit.
Pasal 6
(1) Wakil Direktur Umum mempunyai tugas mengoordinasikan keuangan.
(2) Komite Medik mempunyai tugas menjaga mutu.
(3) Satuan Pengawas Internal mempunyai tugas memeriksa kinerja.
"""


def test_a_hospital_beside_a_board_has_its_own_units_and_duties(tmp_path: Path) -> None:
    org = written(tmp_path, HOSPITAL)
    assert parents(org) == {
        "Badan Penanggulangan Bencana Daerah": "",
        "Bidang Logistik": "Badan Penanggulangan Bencana Daerah",
        "Seksi Gudang": "Bidang Logistik",
        "Seksi Angkutan": "Bidang Logistik",
        "RSUD Contoh": "",
        "Wakil Direktur Pelayanan": "RSUD Contoh",
        "Bidang Keperawatan": "Wakil Direktur Pelayanan",
        "Wakil Direktur Umum": "RSUD Contoh",
        "Bagian Keuangan": "Wakil Direktur Umum",
        "Komite Medik": "RSUD Contoh",
        "Satuan Pengawas Internal": "RSUD Contoh",
        "Instalasi": "RSUD Contoh",
    }
    assert {unit: said for unit, said in citations(org).items() if said} == {
        "Badan Penanggulangan Bencana Daerah": ["tugas 3 ayat (1)"],
        "Bidang Logistik": ["tugas 3 ayat (2)"],
        "RSUD Contoh": ["tugas 5"],
        "Wakil Direktur Umum": ["tugas 6 ayat (1)"],
        "Komite Medik": ["tugas 6 ayat (2)"],
        "Satuan Pengawas Internal": ["tugas 6 ayat (3)"],
    }
    heads = dict(org.positions[["title", "reports_to"]].to_numpy())
    assert heads["Kepala Bidang Logistik"] == "badan-penanggulangan-bencana-daerah.kepala"


def test_the_duty_of_a_body_of_no_known_kind_is_told_and_given_to_nobody(tmp_path: Path) -> None:
    org = written(tmp_path, HOSPITAL)
    assert "menilai relawan" not in set(org.functions["text"])
    (finding,) = [one for one in org.findings if one.key == "DAT201.no_unit"]
    assert [one.place.article for one in finding.evidence if one.place] == ["Pasal 3 ayat (4)"]


def test_a_unit_may_be_named_again_without_its_kind(tmp_path: Path) -> None:
    org = written(
        tmp_path,
        "Pasal 1\n(1) Seksi Kios dan Los Pasar mempunyai tugas menata kios.\n"
        "(2) Untuk melaksanakan tugas sebagaimana dimaksud pada ayat (1), Kios dan Los Pasar\n"
        "menyelenggarakan fungsi:\na. penataan los.\n",
    )
    assert citations(org)["Seksi Kios dan Los Pasar"] == [
        "tugas 1 ayat (1)",
        "fungsi 1 ayat (2) huruf a",
    ]


def test_the_secretary_of_a_camat_answers_to_the_camat_in_a_sentence_of_its_own(
    tmp_path: Path,
) -> None:
    org = written(
        tmp_path,
        "PERATURAN BUPATI CONTOH\nNOMOR 1 TAHUN 2020\nTENTANG\nTUGAS KECAMATAN\nPasal 1\n"
        "Susunan organisasi Kecamatan terdiri atas:\na. Camat;\nb. Sekretariat Kecamatan;\n"
        "c. Seksi Pasar.\nPasal 2\nSekretaris Camat bertugas memimpin sekretariat. Sekretaris\n"
        "Camat bertanggung jawab kepada Camat.\n",
    )
    assert citations(org) == {
        "Kecamatan": [],
        "Sekretariat Kecamatan": ["tugas 2"],
        "Seksi Pasar": [],
    }
    assert list(org.functions["text"]) == ["memimpin sekretariat"]
    heads = org.positions.set_index("title")
    assert heads.loc["Sekretaris Camat", "reports_to"] == heads.loc["Camat", "position_id"]


def test_a_head_that_only_its_duties_name_is_the_head_of_its_unit(tmp_path: Path) -> None:
    text = """Pasal 2
Kepala Seksi Gizi mempunyai tugas memantau gizi balita.
Pasal 3
(1) Kepala Subbagian Kios mempunyai tugas menata kios pasar.
(2) Subbagian Kios dipimpin oleh seorang Koordinator Pasar Kios.
Pasal 4
Seksi Taman mempunyai tugas merawat taman.
"""
    org = written(tmp_path, text)
    heads = org.positions[org.positions["is_head"]]
    assert dict(zip(heads["unit_id"], heads["title"], strict=True)) == {
        "seksi-gizi": "Kepala Seksi Gizi",
        "subbagian-kios": "Koordinator Pasar Kios",
    }


def test_a_subject_that_cites_an_item_of_the_list_is_the_unit_listed_there(tmp_path: Path) -> None:
    text = """Pasal 3
(1) Susunan organisasi Dinas Pasar terdiri atas:
a. Sekretariat;
b. Bidang Niaga, membawahkan:
1. Seksi Kios; dan
2. Seksi Los; dan
c. Bidang Gudang.
Pasal 4
(1) Bidang sebagaimana dimaksud dalam Pasal 3 ayat (1) huruf c mempunyai tugas menata gudang.
(2) Dalam melaksanakan tugas, Bidang menyelenggarakan fungsi:
a. penataan rak gudang.
(3) Seksi sebagaimana dimaksud dalam Pasal 3 ayat (1) huruf b angka 2 mempunyai tugas menata los.
Pasal 5
Bidang sebagaimana dimaksud dalam Pasal 3 huruf a mempunyai tugas menata taman.
"""
    org = written(tmp_path, text)
    assert citations(org) == {
        "Dinas Pasar": [],
        "Sekretariat": [],
        "Bidang Niaga": [],
        "Seksi Kios": [],
        "Seksi Los": ["tugas 4 ayat (3)"],
        "Bidang Gudang": ["tugas 4 ayat (1)", "fungsi 4 ayat (2) huruf a"],
    }
    (finding,) = [one for one in org.findings if one.key == "DAT201.no_unit"]
    assert [one.place.article for one in finding.evidence if one.place] == ["Pasal 5"]


def test_a_sentence_is_parted_where_a_second_known_unit_has_a_duty_of_its_own(
    tmp_path: Path,
) -> None:
    text = """Pasal 3
Susunan organisasi Dinas Pasar terdiri atas:
a. Seksi Kios; dan
b. Seksi Los dan Gudang.
Pasal 4
(1) Seksi Kios mempunyai tugas menata kios dan Blok Utama dan Seksi Los dan Gudang mempunyai
tugas menata los pasar.
(2) Seksi Kios mempunyai tugas membantu pedagang dan Panitia Lomba bertugas menilai kios.
"""
    org = written(tmp_path, text)
    pairs = list(zip(org.functions["unit_id"], org.functions["text"], strict=True))
    assert pairs == [
        ("seksi-kios", "menata kios dan Blok Utama"),
        ("seksi-los-dan-gudang", "menata los pasar"),
        ("seksi-kios", "membantu pedagang dan Panitia Lomba bertugas menilai kios"),
    ]
