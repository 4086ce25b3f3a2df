"""Which words mean the same thing, and which thing is part of which?"""

from pathlib import Path

import pytest

from asn_restruktur.language.facets import clauses
from asn_restruktur.language.lexicon import Lexicon
from asn_restruktur.language.lexicon_files import Entry, entries, lexicon
from asn_restruktur.language.tokens import tokens

SHIPPED = lexicon()


def longest(text: str, start: str, known: Lexicon = SHIPPED) -> tuple[int, str]:
    found = tokens(text)
    words = [token.word for token in found]
    at = words.index(start)
    return known.longest(words, at, is_capital=found[at].is_capital)


def concepts(text: str, known: Lexicon = SHIPPED) -> list[str]:
    return [
        term.name
        for clause in clauses(text, known)
        for term in clause.terms
        if term.is_concept and not term.is_within
    ]


@pytest.mark.parametrize("text", ["PJU", "penerangan jalan umum", "lampu jalan"])
def test_synonym_and_abbreviation_lead_to_one_name(text: str) -> None:
    assert concepts(f"pemeliharaan {text}") == ["penerangan jalan umum"]


def test_longest_phrase_is_named() -> None:
    assert longest("pedagang kaki lima", "pedagang") == (3, "pedagang kaki lima")


def test_phrase_gives_way_to_one_that_ends_behind_it() -> None:
    assert longest("pengendalian penyakit menular", "pengendalian")[0] <= 1
    assert longest("pengendalian penyakit menular", "penyakit") == (2, "penyakit menular")


def test_phrase_is_matched_across_a_comma() -> None:
    own = lexicon([Entry("alat musik dan tari", "alat seni", "synonym", "kebudayaan")])
    assert longest("alat musik, dan tari", "alat", own) == (5, "alat seni")
    assert longest("alat musik; dan tari", "alat", own)[1] != "alat seni"


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("pelayanan terapi siswa ABK", "anak berkebutuhan khusus"),
        ("penyusunan ABK jabatan", "analisis beban kerja"),
        ("pembinaan kader posyandu ibu dan gizi", "kader kesehatan"),
        ("pembinaan kader KB keluarga", "institusi masyarakat perkotaan"),
        ("survei IKM pelayanan publik", "survei kepuasan masyarakat"),
        ("pendataan IKM mesin tenun", "industri kecil dan menengah"),
    ],
)
def test_words_around_decide_an_ambiguous_term(text: str, concept: str) -> None:
    assert concept in concepts(text)


def test_ambiguous_term_without_a_hint_stays_undecided() -> None:
    assert concepts("pemutakhiran ABK") == ["abk"]


def test_abbreviation_in_capitals_is_no_preposition() -> None:
    assert concepts("rehabilitasi saluran irigasi DI Tirta") == ["irigasi", "irigasi"]
    assert concepts("rehabilitasi saluran irigasi di Tirta") == ["irigasi"]


def test_preposition_in_capitals_stays_one_where_nothing_speaks_for_an_abbreviation() -> None:
    assert longest("pembinaan PKL DI pasar", "di") == (0, "")


def test_short_abbreviation_is_meant_only_in_capitals() -> None:
    assert longest("imunisasi DBD anak", "dbd")[0] == 1
    assert longest("imunisasi dbd anak", "dbd") == (0, "")


def test_own_entry_stands_before_the_shipped_ones() -> None:
    own = lexicon([Entry("trotoar", "jalur sepatu", "synonym", "umum")])
    assert concepts("pemeliharaan trotoar") == ["trotoar"]
    assert concepts("pemeliharaan trotoar", own) == ["jalur sepatu"]


def test_own_entry_names_what_nobody_knew() -> None:
    own = lexicon([Entry("sumurgama", "sumur resapan", "synonym", "lingkungan hidup")])
    assert concepts("pembuatan sumurgama", own) == concepts("pembuatan sumur resapan", own)
    assert "sumur resapan" not in concepts("pembuatan sumurgama")


def test_own_part_of_something_reaches_the_shipped_concepts_above() -> None:
    own = lexicon([Entry("kebun dahlia", "taman kota", "narrower", "lingkungan hidup")])
    above = own.ancestors("kebun dahlia")
    assert above["taman kota"] == 1
    assert above.items() >= {(name, step + 1) for name, step in own.ancestors("taman kota").items()}


def test_broader_is_narrower_the_other_way_round() -> None:
    own = lexicon([Entry("payung besar", "payung kecil", "broader", "umum")])
    assert own.ancestors("payung kecil") == {"payung besar": 1}


def test_circle_in_own_entries_ends() -> None:
    own = lexicon(
        [
            Entry("bambu", "rotan", "narrower", "umum"),
            Entry("rotan", "bambu", "narrower", "umum"),
            Entry("pilin", "pital", "synonym", "umum"),
            Entry("pital", "pilin", "synonym", "umum"),
        ]
    )
    assert "bambu" not in own.ancestors("bambu")
    assert longest("pilin", "pilin", own)[1] in {"pilin", "pital"}


def test_shipped_lexicon_is_built_once() -> None:
    assert lexicon() is SHIPPED
    assert lexicon([Entry("a b c", "d", "synonym", "umum")]) is not SHIPPED


def test_lexicon_file_is_read_as_the_spreadsheet_saves_it(tmp_path: Path) -> None:
    path = tmp_path / "istilah.csv"
    path.write_text("term,canonical,kind,field\nsumurgama,sumur resapan,synonym,x\n", "utf-8-sig")
    assert list(entries(path)) == [Entry("sumurgama", "sumur resapan", "synonym", "x")]


def test_action_of_several_words_is_one_act() -> None:
    words = ["kerja", "sama", "teknis"]
    assert SHIPPED.act(words, 0) is not None
    assert SHIPPED.act(["zwirkel"], 0) is None
