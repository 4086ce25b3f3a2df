from dataclasses import replace

from structure_city import analysed, city, told

from asn_restruktur.config import Settings, StructureSettings

DINAS = "d: Dinas Kesehatan"


def below(parent: str, count: int, name: str = "Bidang") -> list[str]:
    return [f"{parent}.{at} < {parent}: {name} {at}" for at in range(1, count + 1)]


def test_more_units_below_than_advised_is_a_wide_span() -> None:
    analysis = analysed(city(DINAS, *below("d", 16)))
    assert told(analysis) == [("STR101", ["d"])]
    assert dict(analysis.findings[0].params) == {
        "unit": "Dinas Kesehatan", "span": 16, "limit": 15,
    }  # fmt: skip
    assert str(analysis.findings[0].places[1]) == "kota.xlsx!units!A3:C3"


def test_fifteen_units_below_are_no_finding_and_a_group_of_functionals_does_not_count() -> None:
    assert told(analysed(city(DINAS, *below("d", 15), "k < d: Kelompok Jabatan Fungsional"))) == []


def test_a_wide_span_is_wide_only_beyond_the_settings() -> None:
    settings = replace(Settings(), structure=StructureSettings(span_max=20))
    assert told(analysed(city(DINAS, *below("d", 16)), settings)) == []


def test_a_narrow_span_is_told_from_the_settings_on() -> None:
    settings = replace(Settings(), structure=StructureSettings(span_min=3))
    rows = [DINAS, *below("d", 3), *below("d.1", 2, "Seksi")]
    assert told(analysed(city(*rows), settings)) == [("STR102", ["d.1"])]
    assert told(analysed(city(*rows))) == []


def test_a_unit_without_seksi_is_no_finding() -> None:
    assert told(analysed(city(DINAS, *below("d", 3)))) == []


def test_a_fourth_level_of_management_is_too_deep() -> None:
    rows = [DINAS, *below("d", 2), *below("d.1", 2, "Seksi"), *below("d.1.1", 2, "Tim Kerja")]
    analysis = analysed(city(*rows))
    assert told(analysis) == [("STR103", ["d"])]
    assert dict(analysis.findings[0].params)["path"] == (
        "Dinas Kesehatan", "Bidang 1", "Seksi 1", "Tim Kerja 1",
    )  # fmt: skip


def test_the_structure_of_a_uptd_or_kelurahan_does_not_deepen_the_unit_above() -> None:
    rows = [DINAS, *below("d", 2), *below("d.1", 2, "UPTD"), *below("d.1.1", 2, "Sub Bagian")]
    rows += below("d.1.1.1", 2, "Tim Kerja")
    assert told(analysed(city(*rows))) == []


def test_assistants_and_functional_groups_are_no_level() -> None:
    rows = ["s: Sekretariat Daerah", *below("s", 2, "Asisten"), *below("s.1", 2, "Bagian")]
    rows += [*below("s.1.1", 2, "Subbagian"), *below("s.1.1.1", 2, "Kelompok Jabatan Fungsional")]
    assert told(analysed(city(*rows))) == []


def test_a_unit_with_one_unit_below_is_a_chain_told_once() -> None:
    rows = [DINAS, *below("d", 2), *below("d.1", 1, "Bidang"), *below("d.1.1", 1, "Seksi")]
    settings = replace(Settings(), structure=StructureSettings(layers_max=9))
    assert told(analysed(city(*rows), settings)) == [("STR106", ["d.1", "d.1.1", "d.1.1.1"])]


def test_one_unit_below_is_normal_for_a_sekretariat_a_uptd_and_a_functional_group() -> None:
    rows = [DINAS, "d.1 < d: Sekretariat", "d.2 < d: UPTD Lab", "d.3 < d: Bidang"]
    rows += ["a < d.1: Subbagian Umum", "b < d.2: Subbagian Tata Usaha", "c < d.3: Tim Kerja"]
    assert told(analysed(city(*rows))) == []


def test_a_unit_with_four_times_the_statements_of_its_siblings_is_lopsided() -> None:
    said = {"d": 1, "d.1": 28, "d.2": 7, "d.3": 6, "d.4": 8}
    analysis = analysed(city(DINAS, *below("d", 4), functions=said))
    assert told(analysis) == [("STR108", ["d.1"])]
    assert dict(analysis.findings[0].params)["median"] == 7


def test_siblings_of_another_kind_or_too_few_are_not_compared() -> None:
    said = {"d": 1, "d.1": 28, "d.2": 7, "u": 1, "v": 1}
    rows = [DINAS, *below("d", 2), "u < d: UPTD A", "v < d: UPTD B"]
    assert told(analysed(city(*rows, functions=said))) == []
