import base64
import hashlib
import re
from pathlib import Path

import pytest

from asn_restruktur import pipeline
from asn_restruktur.reporters.html.inspection import page
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language
from made_files import workbook

MESSY = Path(__file__).parents[2] / "data" / "samples" / "berantakan" / "formasi disporapar.xlsx"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def shown() -> str:
    return page(pipeline.read([MESSY]), catalogue(Language.ID))


def test_each_sheet_with_a_table_is_a_card(shown: str) -> None:
    assert shown.count('<article class="part">') == 2
    assert "Lembar &#34;Formasi&#34;: jabatan" in shown
    assert "4 jumlah (baris 14, 19, 23–24)" in shown  # noqa: RUF001  # a run of rows
    assert "Lembar &#34;Catatan&#34;: dilewati" in shown
    assert 'width="85"' in shown


def test_nothing_runs_and_the_only_style_is_ours(shown: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', shown)
    (style,) = re.findall(r"<style>(.*?)</style>", shown, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert "default-src &#39;none&#39;" in policy
    assert "script-src &#39;none&#39;" in policy
    assert digest in policy.replace("&#43;", "+")
    assert "<script" not in shown
    assert " style=" not in shown


def test_text_of_a_file_is_never_obeyed(tmp_path: Path) -> None:
    book = tmp_path / "<b>.xlsx"
    book.write_bytes(
        workbook(A=[("Kode Unit", "Nama Unit", "Jenis", HOSTILE), ("1", HOSTILE, "x", HOSTILE)])
    )
    text = page(pipeline.read([book]), catalogue(Language.EN))
    assert HOSTILE not in text
    assert "&lt;script&gt;" in text
    assert "<b>.xlsx" not in text
