from pathlib import Path

from asn_restruktur.pipeline import load

UNITS = """\
unit_id,name,parent_id
1,Dinas Pasar,
1.1,Sekretariat,1
1.2,Bidang Kios,1
2,Dinas Kesehatan,
2.1,Sekretariat,2
"""
TEXT = """\
PERATURAN WALI KOTA TELADAN
NOMOR 2 TAHUN 2021
TENTANG
TUGAS DAN FUNGSI DINAS PASAR

Pasal 2
Susunan organisasi Dinas Pasar terdiri atas:
a. Sekretariat;
b. Bidang Kios.
Pasal 3
Sekretariat mempunyai tugas mengelola arsip pasar.
Pasal 4
Bidang Kios mempunyai tugas menata kios pasar.
"""


def test_units_of_a_regulation_are_those_that_a_table_lists_below_the_same_dinas(
    tmp_path: Path,
) -> None:
    (tmp_path / "unit.csv").write_text(UNITS, encoding="utf-8")
    (tmp_path / "perwal.txt").write_text(TEXT, encoding="utf-8")
    org = load([tmp_path / "unit.csv", tmp_path / "perwal.txt"])
    assert list(org.units["unit_id"]) == ["1", "1.1", "1.2", "2", "2.1"]
    assert list(org.functions["unit_id"]) == ["1.1", "1.2"]
    assert [finding.code for finding in org.findings] == []


def test_a_unit_that_the_table_does_not_have_gets_an_id_of_its_own(tmp_path: Path) -> None:
    table = "unit_id,name,parent_id\n2,Dinas Kesehatan,\n2.1,Sekretariat,2\n2.2,Sekretariat,2\n"
    (tmp_path / "unit.csv").write_text(table, encoding="utf-8")
    (tmp_path / "perwal.txt").write_text(TEXT, encoding="utf-8")
    org = load([tmp_path / "unit.csv", tmp_path / "perwal.txt"])
    assert set(org.functions["unit_id"]) == {"dinas-pasar.sekretariat", "bidang-kios"}
