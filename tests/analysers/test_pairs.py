"""What agrees and what differs in a pair of statements, and how is it told?"""

import pytest

from analysers.small_city import City, city
from asn_restruktur.findings import Finding, Sign
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language, Severity

GARDEN = "pemeliharaan taman kota"


def pair(left: str, right: str) -> Finding:
    (finding,) = city({"1.1": [left], "2.1": [right]}).overlaps.findings
    return finding


def signs(finding: Finding) -> dict[str, Sign]:
    return {line.facet.removeprefix("facet."): line.sign for line in finding.facets}


def test_equal_texts_agree_in_every_facet_and_a_facet_that_neither_names_is_left_out() -> None:
    finding = pair(GARDEN, GARDEN)
    assert signs(finding) == {"action": Sign.SAME, "object": Sign.SAME}
    assert finding.key == "FUN101.all"


def test_other_people_are_told_as_different() -> None:
    told = signs(
        pair(
            "pelatihan keterampilan menjahit bagi penyandang disabilitas",
            "pelatihan keterampilan menjahit bagi calon transmigran",
        )
    )
    assert told == {"action": Sign.SAME, "object": Sign.SAME, "beneficiary": Sign.DIFFERENT}


@pytest.mark.parametrize(
    ("left", "right", "sign"),
    [
        ("bagi pelaku usaha mikro", "bagi pelaku usaha mikro", Sign.SAME),
        ("bagi pelaku usaha mikro", "", Sign.NARROWER),
        ("", "bagi pelaku usaha mikro", Sign.BROADER),
        ("bagi pelaku usaha mikro", "bagi penyandang disabilitas", Sign.DIFFERENT),
    ],
)
def test_sign_tells_whose_people_are_part_of_whose(left: str, right: str, sign: Sign) -> None:
    duty = "penyelenggaraan pelatihan kewirausahaan"
    finding = pair(f"{duty} {left}", f"{duty} {right}")
    assert signs(finding)["beneficiary"] is sign


@pytest.mark.parametrize(
    ("left", "right", "sign"),
    [
        ("pemeliharaan taman", "perawatan taman", Sign.SAME),
        ("pemeliharaan taman", "memelihara taman", Sign.SAME),
        ("pemeliharaan taman", "pengelolaan taman", Sign.NEAR),
    ],
)
def test_sign_of_the_action(left: str, right: str, sign: Sign) -> None:
    assert signs(pair(f"{left} kota", f"{right} kota"))["action"] is sign


def test_columns_of_the_table_say_what_the_finding_says() -> None:
    found = city(
        {
            "1.1": ["pelatihan keterampilan menjahit bagi penyandang disabilitas"],
            "2.1": ["pelatihan keterampilan menjahit bagi calon transmigran"],
        }
    ).overlaps.tables["pairs"]
    row = found[["same_facets", "different_facets"]].iloc[0]
    assert list(row) == ["action;object", "beneficiary"]


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("bagi pelaku usaha mikro", "", "sasaran yang pertama bagian dari yang kedua"),
        ("", "bagi pelaku usaha mikro", "sasaran yang pertama mencakup yang kedua"),
        ("bagi pelaku usaha mikro", "bagi penyandang disabilitas", "sasaran yang berbeda"),
    ],
)
def test_the_sentence_says_how_each_facet_that_is_not_the_same_compares(
    left: str, right: str, said: str
) -> None:
    duty = "penyelenggaraan pelatihan kewirausahaan"
    finding = pair(f"{duty} {left}", f"{duty} {right}")
    assert f"Sama dalam pekerjaan dan objek, dengan {said}." in catalogue(Language.ID).finding(
        finding
    )


def test_both_texts_are_cited_by_their_cells() -> None:
    found = city({"1.1": [GARDEN], "2.1": ["pembibitan ternak", GARDEN]})
    (finding,) = found.overlaps.findings
    assert [place.cell for place in finding.places] == ["C2", "C4"]
    assert {place.sheet for place in finding.places} == {"functions"}
    assert [evidence.quote for evidence in finding.evidence] == [GARDEN, GARDEN]


@pytest.mark.parametrize(
    ("left", "right", "marked"),
    [
        (GARDEN, GARDEN, ["pemeliharaan taman kota"]),
        (
            "b. Pemeliharaaan taman kota dan pengadaan bibit unggul;",
            GARDEN,
            ["Pemeliharaaan taman kota"],
        ),
        ("perawatan PJU", "pemeliharaan lampu penerangan jalan umum", ["perawatan PJU"]),
    ],
)
def test_marks_are_the_words_that_agree(left: str, right: str, marked: list[str]) -> None:
    evidence = pair(left, right).evidence[0]
    assert [evidence.quote[start:end] for start, end in evidence.marks] == marked


def test_every_mark_lies_inside_its_quote_and_in_order() -> None:
    finding = pair(
        "a. Melakukan pendataan, pembinaan, serta penataan pedagang kaki lima (PKL) di pasar;",
        "pembinaan dan penataan PKL",
    )
    for evidence in finding.evidence:
        spans = [at for mark in evidence.marks for at in mark]
        assert spans == sorted(spans)
        assert 0 <= spans[0] < spans[-1] <= len(evidence.quote)


def test_duty_said_twice_is_an_error_only_between_two_perangkat_daerah() -> None:
    (between,) = city({"1.1": [GARDEN], "2.1": [GARDEN]}).overlaps.findings
    (inside,) = city({"1.1": [GARDEN], "1.2": [GARDEN]}).overlaps.findings
    assert (between.severity, inside.severity) == (Severity.ERROR, Severity.WARNING)
    assert inside.score < between.score


def test_unit_is_told_with_its_perangkat_daerah() -> None:
    found = city({"1.1": [GARDEN], "2": [GARDEN]}, units={"2": {"name": "Badan Dua"}})
    told = dict(found.overlaps.findings[0].params)
    assert (told["unit_a"], told["unit_b"]) == ("Unit 1.1 (Unit 1)", "Badan Dua")


def counted(found: City, name: str) -> int | float:
    return found.figures[name].value


def test_figures_count_what_the_tables_hold() -> None:
    found = city(
        {
            "1.1": [GARDEN, "pemangkasan pohon pelindung jalan"],
            "2.1": [GARDEN, "pemangkasan pohon pelindung jalan"],
            "3.1": ["penyelenggaraan pelatihan kewirausahaan bagi pelaku usaha mikro"],
            "4.1": ["penyelenggaraan pelatihan kewirausahaan bagi pemuda"],
        }
    )
    pairs = found.overlaps.tables["pairs"]
    kinds = pairs["kind"].value_counts()
    assert counted(found, "overlap.duplications") == kinds["duplication"] == 2
    assert counted(found, "overlap.overlaps") == kinds["overlap"] == 1
    assert counted(found, "unit.overlaps:1") == counted(found, "unit.overlaps:1.1") == 2
    assert counted(found, "unit.overlaps:3") == 1
    assert counted(found, "unit_pair.pairs:1;2") == counted(found, "unit_pair.duplications:1;2")
    assert counted(found, "unit_pair.duplications:3;4") == 0
    assert len(found.overlaps.tables["unit_pairs"]) == 2
    for finding, score in zip(found.overlaps.findings, pairs["score"], strict=True):
        assert counted(found, f"pair.score:{finding.fingerprint}") == score


def test_unit_without_pairs_counts_none_and_cites_itself() -> None:
    found = city({"1.1": [GARDEN], "2.1": ["pembibitan ternak"]})
    figure = found.figures["unit.overlaps:2.1"]
    assert (figure.value, [place.sheet for place in figure.places]) == (0, ["units"])


def test_figure_of_two_units_counts_only_its_own_findings() -> None:
    found = city(
        {
            "1.1": [GARDEN, "penyelenggaraan pelatihan kewirausahaan bagi pelaku usaha mikro"],
            "2.1": [GARDEN, "penyelenggaraan pelatihan kewirausahaan bagi pemuda"],
        }
    )
    duplications = found.figures["unit_pair.duplications:1;2"]
    assert duplications.value == len(duplications.findings) == 1
