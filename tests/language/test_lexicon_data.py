"""Does the shipped lexicon hold together, and does it reach every field of work?"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import asn_restruktur.language

LEXICON = Path(asn_restruktur.language.__file__).parent / "lexicon"
RELATIONS = ["term", "canonical", "kind", "field"]
SAME = {"synonym", "abbreviation", "spelling"}
KINDS = SAME | {"narrower", "broader"}
GROUPS = {
    *("RMS", "REN", "SUS", "LAK", "KOR", "BIN", "FAS", "AWA"),
    *("MON", "LAP", "DAT", "LAY", "KEL", "BAN", "PRO"),
}
NAMES = {
    *(
        "Adipura",
        "Cai",
        "Desa",
        "Esa",
        "Indonesia",
        "Islam",
        "Maha",
        "Metra",
        "Mitra",
        "Pancasila",
        "Polri",
    ),
    *("Regsosek", "Satpol", "Tuhan", "Yang", "El"),
}
URUSAN = (
    "pendidikan",
    "kesehatan",
    "pekerjaan umum dan penataan ruang",
    "perumahan rakyat dan kawasan permukiman",
    "ketenteraman, ketertiban umum dan pelindungan masyarakat",
    "sosial",
    "tenaga kerja",
    "pemberdayaan perempuan dan pelindungan anak",
    "pangan",
    "pertanahan",
    "lingkungan hidup",
    "administrasi kependudukan dan pencatatan sipil",
    "pemberdayaan masyarakat dan desa",
    "pengendalian penduduk dan keluarga berencana",
    "perhubungan",
    "komunikasi dan informatika",
    "koperasi, usaha kecil dan menengah",
    "penanaman modal",
    "kepemudaan dan olahraga",
    "statistik",
    "persandian",
    "kebudayaan",
    "perpustakaan",
    "kearsipan",
    "kelautan dan perikanan",
    "pariwisata",
    "pertanian",
    "kehutanan",
    "energi dan sumber daya mineral",
    "perdagangan",
    "perindustrian",
    "transmigrasi",
)
SUPPORT = (
    "kebakaran dan penyelamatan",
    "penanggulangan bencana",
    "kesatuan bangsa dan politik",
    "perencanaan",
    "penelitian dan inovasi",
    "keuangan",
    "pendapatan daerah",
    "aset daerah",
    "kepegawaian",
    "pendidikan dan pelatihan",
    "pengawasan",
    "sekretariat daerah",
    "hukum",
    "organisasi",
    "pengadaan barang/jasa",
    "protokol dan komunikasi pimpinan",
    "sekretariat DPRD",
    "kewilayahan",
)
FEWEST_ROWS = {"transmigrasi": 25, "persandian": 25, "statistik": 25, "penelitian dan inovasi": 25}
FEWEST_ROWS_ELSEWHERE = 30


def rows(name: str) -> list[dict[str, str]]:
    with (LEXICON / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def columns(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[0].split(",")


def relations() -> Iterator[dict[str, str]]:
    for path in sorted(LEXICON.glob("*.csv")):
        if columns(path) == RELATIONS:
            yield from rows(path.stem)


def canonical_of() -> dict[str, str]:
    return {row["term"]: row["canonical"] for row in relations() if row["kind"] in SAME}


def wider() -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in relations():
        if row["kind"] == "narrower":
            found[row["term"]].add(row["canonical"])
        elif row["kind"] == "broader":
            found[row["canonical"]].add(row["term"])
    return found


def ends(term: str, up: Mapping[str, set[str]]) -> set[str]:
    above = up.get(term, set())
    return {term} if not above else {end for wide in above for end in ends(wide, up)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("actions", ["term", "group", "style", "sense"]),
        ("senses", ["sense", "group", "near", "meaning"]),
        ("service_areas", ["area", "field", "is_object"]),
        ("ambiguous", ["term", "canonical", "field", "context"]),
        ("different", ["a", "b", "why"]),
        ("beneficiaries", RELATIONS),
        ("territories", RELATIONS),
    ],
)
def test_each_file_has_the_columns_its_readme_names(name: str, expected: list[str]) -> None:
    assert columns(LEXICON / f"{name}.csv") == expected


def test_every_cell_is_filled_and_trimmed() -> None:
    for path in sorted(LEXICON.glob("*.csv")):
        for row in rows(path.stem):
            for column, value in row.items():
                assert value == value.strip(), (path.name, row)
                assert value or column == "near", (path.name, row)
                assert "  " not in value, (path.name, row)


def test_kinds_are_the_five_that_the_readme_explains() -> None:
    assert {row["kind"] for row in relations()} <= KINDS


def test_no_relation_stands_twice_within_a_field() -> None:
    seen = Counter((row["term"], row["canonical"], row["field"]) for row in relations())
    assert [key for key, count in seen.items() if count > 1] == []


def test_no_term_stands_for_itself() -> None:
    assert [row for row in relations() if row["term"] == row["canonical"]] == []


def test_a_term_has_one_canonical_unless_it_is_listed_as_ambiguous() -> None:
    listed = {row["term"] for row in rows("ambiguous")}
    found: dict[str, set[str]] = defaultdict(set)
    for row in relations():
        if row["kind"] in SAME:
            found[row["term"]].add(row["canonical"])
    several = {term: names for term, names in found.items() if len(names) > 1}
    assert {term: names for term, names in several.items() if term not in listed} == {}


def test_a_canonical_is_never_itself_a_synonym() -> None:
    listed = {row["term"] for row in rows("ambiguous")}
    aliases = canonical_of().keys() - listed
    named = {row["canonical"] for row in relations()} | set(wider())
    assert sorted(aliases & named) == []


def test_nothing_is_part_of_itself_over_any_number_of_steps() -> None:
    up = wider()
    for term in sorted(up):
        seen: set[str] = set()
        level = set(up[term])
        while level:
            assert term not in level, term
            seen |= level
            level = {wide for at in level for wide in up.get(at, set())} - seen


def test_every_chain_of_narrower_ends_in_a_service_area() -> None:
    up = wider()
    areas = {row["area"] for row in rows("service_areas")}
    loose = {end for term in up for end in ends(term, up)} - areas
    assert sorted(loose) == []


def test_terms_are_lower_case_except_abbreviations_and_names() -> None:
    for row in relations():
        for term in (row["term"], row["canonical"]):
            for word in re.findall(r"[\w'-]+", term):
                is_abbreviation = len(re.findall(r"[A-Z0-9]", word)) > 1 or len(word) == 1
                assert word == word.lower() or is_abbreviation or word in NAMES, term


@pytest.mark.parametrize("field", URUSAN + SUPPORT)
def test_each_field_of_work_has_terms_of_its_own(field: str) -> None:
    count = sum(row["field"] == field for row in relations())
    assert count >= FEWEST_ROWS.get(field, FEWEST_ROWS_ELSEWHERE)


@pytest.mark.parametrize("field", URUSAN + SUPPORT)
def test_each_field_of_work_names_its_service_areas(field: str) -> None:
    assert any(row["field"] == field for row in rows("service_areas"))


def test_the_lexicon_is_wide_enough_for_a_city_nobody_has_seen() -> None:
    assert sum(1 for _ in relations()) >= 3000
    assert len({row["sense"] for row in rows("actions")}) >= 60
    assert len(rows("actions")) >= 450


def test_an_action_word_has_one_sense() -> None:
    seen = Counter(row["term"] for row in rows("actions"))
    assert [term for term, count in seen.items() if count > 1] == []


def test_actions_use_the_fifteen_groups_and_two_styles() -> None:
    assert {row["group"] for row in rows("actions")} == GROUPS
    assert {row["style"] for row in rows("actions")} == {"nominal", "verbal"}


def test_every_sense_is_explained_and_has_words_of_both_styles() -> None:
    explained = {row["sense"]: row["group"] for row in rows("senses")}
    styles: dict[str, set[str]] = defaultdict(set)
    for row in rows("actions"):
        assert explained[row["sense"]] == row["group"], row
        styles[row["sense"]].add(row["style"])
    assert styles.keys() == explained.keys()
    assert all(found == {"nominal", "verbal"} for found in styles.values())


def test_nearness_of_senses_goes_both_ways() -> None:
    near = {row["sense"]: set(filter(None, row["near"].split(";"))) for row in rows("senses")}
    for sense, others in near.items():
        assert sense not in others
        for other in others:
            assert sense in near[other], (sense, other)


@pytest.mark.parametrize(
    ("nominal", "verbal"),
    [
        ("pelatihan", "melatih"),
        ("penyuluhan", "menyosialisasikan"),
        ("pendistribusian", "menyalurkan"),
        ("perawatan", "memelihara"),
        ("razia", "menertibkan"),
        ("pengkoordinasian", "mengoordinasikan"),
        ("penyelenggaraan", "melaksanakan"),
        ("penyiapan bahan", "menyiapkan"),
    ],
)
def test_a_noun_and_the_verb_of_the_same_activity_share_a_sense(nominal: str, verbal: str) -> None:
    sense = {row["term"]: row["sense"] for row in rows("actions")}
    assert sense[nominal] == sense[verbal]


def test_different_activities_keep_different_senses() -> None:
    sense = {row["term"]: row["sense"] for row in rows("actions")}
    terms = ("pelatihan", "penyuluhan", "penyaluran", "pemeliharaan", "pengawasan", "penertiban")
    assert len({sense[term] for term in terms}) == len(terms)


def test_every_meaning_of_an_ambiguous_term_is_a_canonical_of_its_field() -> None:
    known = {(row["canonical"], row["field"]) for row in relations()}
    known |= {(row["term"], row["field"]) for row in relations() if row["kind"] == "narrower"}
    known |= {(row["area"], row["field"]) for row in rows("service_areas")}
    unknown = [row for row in rows("ambiguous") if (row["canonical"], row["field"]) not in known]
    assert unknown == []


def test_look_alikes_are_known_apart_and_not_parts_of_each_other() -> None:
    up = wider()
    known = {row["term"] for row in relations()} | {row["canonical"] for row in relations()}
    known |= {row["area"] for row in rows("service_areas")}
    alias = canonical_of()
    seen: set[frozenset[str]] = set()
    for row in rows("different"):
        pair = frozenset((row["a"], row["b"]))
        assert pair <= known, row
        assert len(pair) == 2, row
        assert pair not in seen, row
        assert not pair & alias.keys(), row
        seen.add(pair)
        for low, high in ((row["a"], row["b"]), (row["b"], row["a"])):
            above: set[str] = set()
            level = set(up.get(low, set()))
            while level - above:
                above |= level
                level = {wide for at in level for wide in up.get(at, set())}
            assert high not in above, row


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PJU", "lampu penerangan jalan"),
        ("sedot kakus", "penyedotan lumpur tinja"),
        ("vaksinasi", "imunisasi"),
        ("OPD", "organisasi perangkat daerah"),
        ("IMB", "persetujuan bangunan gedung"),
        ("pramuka", "gerakan pramuka"),
        ("uji KIR", "pengujian kendaraan bermotor"),
        ("pasar tradisional", "pasar rakyat"),
    ],
)
def test_everyday_old_and_short_names_mean_the_official_one(one: str, other: str) -> None:
    alias = canonical_of()
    assert alias.get(one, one) == alias.get(other, other)
