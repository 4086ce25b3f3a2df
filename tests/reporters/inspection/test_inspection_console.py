import io
from pathlib import Path

import pytest
from rich.console import Console

from asn_restruktur import pipeline
from asn_restruktur.loaders.understood import LeftOut, Part, Reading
from asn_restruktur.reporters.inspection.console import show
from asn_restruktur.reporters.inspection.whole import whole_tables
from asn_restruktur.reporters.inspection.worded import row_runs
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language

MESSY = Path(__file__).parents[3] / "data" / "samples" / "berantakan" / "formasi disporapar.xlsx"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return pipeline.read([MESSY])


def shown(reading: Reading, width: int, lang: Language = Language.ID, encoding: str = "") -> str:
    paper = io.TextIOWrapper(io.BytesIO(), encoding=encoding or "utf-8")
    console = Console(file=paper, width=width, no_color=True, highlight=False)
    show(reading, catalogue(lang), console=console)
    paper.seek(0)
    return paper.read()


@pytest.mark.parametrize("width", [60, 80, 160])
@pytest.mark.parametrize("lang", Language)
def test_no_line_is_wider_than_the_screen(reading: Reading, width: int, lang: Language) -> None:
    lines = shown(reading, width, lang).splitlines()
    assert max(map(len, lines)) <= width


def test_every_sheet_is_told_with_its_columns_rows_and_first_rows(reading: Reading) -> None:
    text = shown(reading, 160)
    for said in (
        'Lembar "Formasi": jabatan (cukup yakin, 77 %)',
        "(?) tidak dikenal",
        "tidak diperlukan",
        "sel A5:G6",
        "menurut judul di atas tabel: DINAS KEPEMUDAAN, OLAHRAGA DAN PARIWISATA",
        "21 di lembar: 10 dipakai, 11 tidak",
        "4 jumlah (baris 14, 19, 23–24)",  # noqa: RUF001  # a run of rows
        "Kepala Subbagian Umum dan Kepegawaian",
        'Lembar "Catatan": dilewati, tanpa judul kolom yang dikenal',
    ):
        assert said in text


def test_an_old_terminal_gets_only_signs_that_it_has(reading: Reading) -> None:
    assert "JUMLAH PEGAWAI > Kebutuhan" in shown(reading, 80, encoding="ascii")


def test_rows_are_told_in_runs() -> None:
    assert row_runs((4, 2, 3, 9), 4) == "2\u20134, 9"
    assert row_runs((2,), 30) == "2, …"


def test_pages_are_told_as_one_table() -> None:
    page = Part(
        sheet="a",
        table="units",
        body=(2, 5),
        read=4,
        kept=3,
        rows=3,
        left_out={LeftOut.TOTAL_ROW: 1},
        left_rows={LeftOut.TOTAL_ROW: (5,)},
    )
    further = Part(
        sheet="a",
        table="units",
        body=(7, 0),
        read=2,
        kept=1,
        rows=1,
        left_out={LeftOut.HEADING_ROW: 1},
        left_rows={LeftOut.HEADING_ROW: (6,)},
        is_continued=True,
    )
    (whole,) = whole_tables([page, further])
    assert (whole.body, whole.read, whole.kept, whole.rows) == ((2, 0), 6, 4, 4)
    assert whole.left_out == {LeftOut.TOTAL_ROW: 1, LeftOut.HEADING_ROW: 1}


def test_a_kind_that_we_gave_a_row_is_shown_by_its_word(tmp_path: Path) -> None:
    path = tmp_path / "hubungan.csv"
    path.write_text("Dari Unit;Ke Unit;Hal\nDinas Air;Dinas Pohon;embung\n", encoding="utf-8")
    found = pipeline.read([path])
    assert "koordinasi" in shown(found, 120)
    assert "coordination" in shown(found, 120, Language.EN)
    assert "coordination" not in shown(found, 120)
