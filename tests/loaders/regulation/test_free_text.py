from pathlib import Path

from asn_restruktur.loaders.understood import LeftOut
from asn_restruktur.pipeline import load
from loaders.regulation.texts import citations, parents, reading, written

NOTE = """\
A. DASAR HUKUM
1. UU Nomor 7 Tahun 2014 tentang Perdagangan
2. Perda Nomor 3 Tahun 2015 tentang Pasar
B. TUPOKSI PENATAAN PASAR
\u27a2 penyusunan rencana penataan pasar
  rakyat;
\u27a2 pembinaan pedagang kaki lima;
C. DATA PASAR
"""


def test_a_note_cites_paragraph_and_line_and_takes_the_kind_from_its_file(tmp_path: Path) -> None:
    result = reading(tmp_path, NOTE, "dinas-x-seksi-penataan-pasar.txt")
    org = load(result)
    assert citations(org) == {
        "Seksi Penataan Pasar": ["fungsi paragraf 5 baris 5", "fungsi paragraf 6 baris 7"]
    }
    assert org.functions["text"][0] == "penyusunan rencana penataan pasar rakyat"
    assert result.sources[0].parts[-1].left_out == {LeftOut.NOT_INTRODUCED: 2}
    assert [finding.key for finding in org.findings] == ["DAT201.not_introduced"]


def test_headings_of_a_page_name_the_unit_and_what_its_lists_are(tmp_path: Path) -> None:
    page = (
        "<html><title>Dinas Pasar Kabupaten Teladan</title><h2>Dinas Pasar Kabupaten Teladan</h2>"
        "<h3>Bidang Perdagangan</h3><h4>Tugas Pokok</h4><p>Membina perdagangan dalam negeri.</p>"
        "<h4>Fungsi</h4><ol><li>penyusunan izin usaha;</li><li>pembinaan pedagang;</li></ol>"
        "<h3>Seksi Metrologi</h3><p>Seksi Metrologi mempunyai tugas menera timbangan.</p></html>"
    )
    org = written(tmp_path, page, "tupoksi.html")
    assert parents(org) == {
        "Dinas Pasar": "",
        "Bidang Perdagangan": "Dinas Pasar",
        "Seksi Metrologi": "Bidang Perdagangan",
    }
    kinds = list(org.functions[["unit_id", "kind", "text"]].itertuples(index=False, name=None))
    assert kinds == [
        ("bidang-perdagangan", "tugas", "Membina perdagangan dalam negeri"),
        ("bidang-perdagangan", "fungsi", "penyusunan izin usaha"),
        ("bidang-perdagangan", "fungsi", "pembinaan pedagang"),
        ("seksi-metrologi", "tugas", "menera timbangan"),
    ]


def test_capital_letters_mark_items_where_a_sentence_introduces_them(tmp_path: Path) -> None:
    text = "Seksi Pasar mempunyai tugas :\nA. menata kios\nB. membina pedagang\n"
    org = written(tmp_path, text)
    assert list(org.functions["text"]) == ["menata kios", "membina pedagang"]


def test_siblings_with_similar_names_stay_two_units(tmp_path: Path) -> None:
    text = (
        "Pasal 4\nSeksi Pengelolaan Sampah mempunyai tugas mengangkut sampah.\n"
        "Pasal 5\nSeksi Pengelolaan Limbah mempunyai tugas mengolah limbah.\n"
        "Pasal 6\nSeksi Penyakit Menular mempunyai tugas mencegah wabah.\n"
        "Pasal 7\nSeksi Penyakit Tidak Menular mempunyai tugas mencegah diabetes.\n"
    )
    assert len(written(tmp_path, text).units) == 4
