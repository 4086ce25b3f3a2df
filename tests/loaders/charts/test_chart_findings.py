import pytest

from asn_restruktur.loaders.charts.drawio import read_drawio
from asn_restruktur.loaders.charts.mermaid import read_mermaid
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language
from drawn_charts import DASHED, drawio, edge, stroke, vertex

FAULTY = drawio(
    vertex("a", "Dinas Pasar", (300, 0)),
    vertex("b", "KEPALA SEKSI TERA<br>Contoh Nama", (300, 200)),
    vertex("c", "KEPALA SEKSI TERA", (600, 200)),
    vertex("d", "Jabatan Fungsional", (0, 200)),
    vertex("e", "UPTD Benih", (900, 0)),
    vertex("f", "catatan kecil", (900, 200)),
    vertex("g", "Dinas Air", (0, 0)),
    edge("1x", "a", "b"),
    edge("2x", "a", "c"),
    edge("3x", "a", "d", style=DASHED),
    edge("4x", "g", "b"),
    stroke("5x", (2000, 2000), (3000, 3000)),
)


@pytest.mark.parametrize("lang", Language)
def test_everything_that_a_chart_leaves_open_is_told_in_words(lang: Language) -> None:
    words = catalogue(lang)
    findings = [
        *read_drawio(FAULTY, "bagan.drawio").findings,
        *read_mermaid("graph TD\nA --> B\nA ?? C", "bagan.mmd").findings,
    ]
    assert [finding.key for finding in findings] == [
        "DAT118.boxes",
        "DAT118.alone",
        "DAT118.hung",
        "DAT118.twice",
        "DAT118.lines",
        "DAT118.person",
        "DAT104.both",
        "DAT118.unread",
    ]
    for finding in findings:
        said = words.finding(finding)
        assert said.endswith(".")
        assert "{" not in said
        assert "Contoh" not in said


@pytest.mark.parametrize("lang", Language)
@pytest.mark.parametrize("variant", ["boxes", "alone", "hung", "twice"])
def test_what_may_not_be_quoted_has_words_of_its_own(lang: Language, variant: str) -> None:
    assert catalogue(lang).has(f"DAT118.say.{variant}_unquoted")
