"""What does one function statement say: who does what, on what, for whom, where?"""

import pytest

from asn_restruktur.language.facets import Clause, Part, clauses
from asn_restruktur.language.lexicon_files import lexicon

LEXICON = lexicon()


def read(text: str) -> list[Clause]:
    return clauses(text, LEXICON)


def only(text: str) -> Clause:
    found = read(text)
    assert len(found) == 1, text
    return found[0]


def senses(clause: Clause) -> list[str]:
    return [act.sense for act in clause.acts]


@pytest.mark.parametrize(
    "verbal",
    [
        "memelihara taman kota",
        "melakukan pemeliharaan taman kota",
        "melaksanakan pemeliharaan terhadap taman kota",
        "perawatan taman kota",
    ],
)
def test_style_of_the_sentence_changes_nothing(verbal: str) -> None:
    nominal, other = only("pemeliharaan taman kota"), only(verbal)
    assert (senses(other), other.names(*Part)) == (senses(nominal), nominal.names(*Part))


def test_light_verb_is_no_act_and_still_marked() -> None:
    text = "melakukan pembinaan kepada pedagang kaki lima"
    clause = only(text)
    assert senses(clause) == ["bina"]
    assert [text[start:end] for start, end in clause.act_spans] == ["melakukan", "pembinaan"]


def test_several_acts_share_one_object() -> None:
    clause = only("pembinaan, pengawasan, dan pengendalian reklame")
    assert senses(clause) == ["bina", "awas", "kendali"]
    assert clause.names(Part.OBJECT) == ["reklame"]


def test_several_objects_share_one_act() -> None:
    clause = only("pemeliharaan taman, trotoar dan drainase")
    assert senses(clause) == ["rawat"]
    assert clause.names(Part.OBJECT) == ["taman", "trotoar", "saluran air"]


def test_two_duties_are_two_clauses() -> None:
    first, second = read("pembangunan dan pemeliharaan jalan serta penertiban reklame")
    assert (senses(first), first.names(Part.OBJECT)) == (["bangun", "rawat"], ["jalan"])
    assert (senses(second), second.names(Part.OBJECT)) == (["tertib"], ["reklame"])


@pytest.mark.parametrize(
    "text",
    [
        "evaluasi pembangunan daerah",
        "pendidikan, pelatihan dan pembinaan",
        "pengumpulan, pengolahan dan analisis data kemiskinan",
        "pelayanan perizinan, pengujian",
    ],
)
def test_action_word_inside_a_noun_begins_no_second_duty(text: str) -> None:
    assert len(read(text)) == 1


def test_duty_without_an_object_takes_that_of_the_next() -> None:
    for clause in read("pengolahan dan penyajian data kependudukan"):
        assert clause.names(Part.OBJECT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("pendataan warga yang belum terdaftar", "tidak daftar"),
        ("pembinaan usaha non pertanian", "tidak pertanian"),
        ("pemeriksaan kapal tanpa awak", "tidak awak"),
    ],
)
def test_negation_stays_with_its_word(text: str, name: str) -> None:
    assert name in only(text).names(*Part)
    assert name.removeprefix("tidak ") not in only(text).names(*Part)


def test_disease_that_does_not_spread_is_not_one_that_does() -> None:
    spreads, not_ = only("pencegahan penyakit menular"), only("pencegahan penyakit tidak menular")
    assert spreads.names(Part.OBJECT) == ["penyakit menular"]
    assert not_.names(Part.OBJECT) == ["penyakit tidak menular"]


@pytest.mark.parametrize(
    "tail",
    [
        "sesuai dengan peraturan daerah tentang pertamanan",
        "berdasarkan peraturan wali kota tentang pohon",
        "agar kota teduh",
        "guna menunjang adipura",
        "dalam rangka penataan ruang",
        "untuk menambah keindahan jalan",
        "dengan cara gotong royong",
    ],
)
def test_law_and_purpose_behind_belong_to_no_facet(tail: str) -> None:
    clause = only(f"pemeliharaan taman kota {tail}")
    assert clause.names(*set(Part) - {Part.TAIL}) == ["taman kota"]
    assert senses(clause) == ["rawat"]


@pytest.mark.parametrize(
    ("text", "operator", "acts"),
    [
        ("pengoordinasian pemeliharaan taman kota", "KOR", ["koor", "rawat"]),
        ("koordinasi pelaksanaan pemeliharaan taman kota", "KOR", ["koor", "rawat"]),
        ("fasilitasi pemeliharaan taman kota", "FAS", ["fasil", "rawat"]),
        ("memfasilitasi pemeliharaan taman kota", "FAS", ["fasil", "rawat"]),
        ("pemeliharaan taman kota", "", ["rawat"]),
    ],
)
def test_coordinating_and_facilitating_stand_over_the_act(
    text: str, operator: str, acts: list[str]
) -> None:
    clause = only(text)
    assert (clause.operator, senses(clause)) == (operator, acts)
    assert clause.names(Part.OBJECT) == ["taman kota"]


@pytest.mark.parametrize(
    ("text", "is_preparatory"),
    [
        ("penyiapan bahan pengawasan reklame", True),
        ("menyiapkan bahan pengawasan reklame", True),
        ("pengawasan reklame", False),
    ],
)
def test_preparing_material_is_not_doing_it(text: str, *, is_preparatory: bool) -> None:
    clause = only(text)
    assert (clause.is_preparatory, senses(clause)) == (is_preparatory, ["awas"])
    assert clause.names(*Part) == ["reklame"]


def test_people_place_and_means_are_told_apart() -> None:
    clause = only(
        "penyaluran sembako kepada keluarga miskin di permukiman kumuh melalui balai latihan kerja"
    )
    assert clause.names(Part.BENEFICIARY) == ["fakir miskin"]
    assert clause.names(Part.PLACE) == ["permukiman kumuh"]
    assert clause.names(Part.MEANS) == ["balai latihan kerja"]


def test_group_of_people_without_a_preposition_is_served() -> None:
    assert only("pembinaan pedagang kaki lima").names(Part.BENEFICIARY) == ["pedagang kaki lima"]


def test_field_behind_a_preposition_is_the_object() -> None:
    assert only("pengawasan di bidang reklame").names(Part.OBJECT) == ["reklame"]


@pytest.mark.parametrize(
    "where", ["di Kota Teladan Permai", "di wilayah Kecamatan Lembah Hijau", "se-Kota Teladan"]
)
def test_name_of_a_territory_says_nothing_of_the_work(where: str) -> None:
    names = only(f"pengawasan reklame {where}").names(*Part)
    assert not {"teladan", "permai", "lembah", "hijau"}.intersection(names)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("penyelenggaraan kota layak anak", "kota layak anak"),
        ("pembinaan desa wisata", "desa wisata"),
        ("pengawasan wilayah pesisir", "wilayah pesisir"),
    ],
)
def test_matter_named_after_a_territory_is_a_matter(text: str, concept: str) -> None:
    assert only(text).names(Part.OBJECT) == [concept]


def test_every_term_cites_the_text_as_written() -> None:
    text = "b. Pemeliharaaan  TAMAN KOTA, trotoar; dan"
    cited = [text[t.start : t.end] for t in only(text).terms if not t.is_within]
    assert cited == ["TAMAN KOTA", "trotoar"]


def test_words_inside_a_phrase_are_kept_beside_it() -> None:
    terms = only("pemeliharaan taman kota").terms
    assert {term.name for term in terms if term.is_within} >= {"taman"}


@pytest.mark.parametrize("text", ["", " ", ";", "12 ;", "dan", "( )", "\u2014"])
def test_text_that_says_nothing_gives_one_clause_without_acts(text: str) -> None:
    assert only(text).acts == []


def test_english_words_that_only_join_say_nothing_of_the_work() -> None:
    said = only("licences for the owners of boats which are not on an inland lake")
    assert {"the", "of", "which", "are", "not", "on", "an", "for"}.isdisjoint(
        term.name for term in said.terms
    )
    assert "boats" in {term.name for term in said.terms}
