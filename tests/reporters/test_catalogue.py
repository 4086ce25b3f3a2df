"""Does the catalogue word everything, in both languages, without running a stranger's text?"""

from pathlib import Path
from string import Formatter

import pytest
import yaml

from asn_restruktur import rules
from asn_restruktur.findings import Finding, Problem, Word, params
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.reporters.messages.catalogue import FOLDER, Catalogue, Message
from asn_restruktur.vocabulary import Language, Place

ID, EN = catalogue(Language.ID), catalogue(Language.EN)
TOPICS = sorted(path.stem for path in (FOLDER / "id").glob("*.yaml"))
RULE_TEXTS = ("name", "what", "why", "when_not", "mend", "good", "bad")


def words_with(folder: Path, topic: str, text: str) -> Catalogue:
    """Make a catalogue of one topic beside our own words."""
    (folder / "id").mkdir()
    own = (FOLDER / "id" / "words.yaml").read_text(encoding="utf-8")
    (folder / "id" / "words.yaml").write_text(own, encoding="utf-8")
    (folder / "id" / f"{topic}.yaml").write_text(text, encoding="utf-8")
    return Catalogue(Language.ID, folder)


def fields(message: Message) -> set[str]:
    texts = message.values() if isinstance(message, dict) else [message]
    named = {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}
    return named | {"count"} if isinstance(message, dict) else named


@pytest.mark.parametrize("topic", TOPICS)
def test_both_languages_have_the_same_keys(topic: str) -> None:
    assert set(ID.keys(topic)) == set(EN.keys(topic))


@pytest.mark.parametrize("topic", TOPICS)
def test_both_languages_name_the_same_values(topic: str) -> None:
    shared = set(ID.keys(topic)) & set(EN.keys(topic))
    different = {
        key: (fields(ID.template(key)), fields(EN.template(key)))
        for key in shared
        if fields(ID.template(key)) - {"count"} != fields(EN.template(key)) - {"count"}
    }
    assert different == {}


def test_no_topic_exists_in_one_language_only() -> None:
    assert sorted(path.stem for path in (FOLDER / "en").glob("*.yaml")) == TOPICS


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.yaml")), ids=lambda path: str(path)[-12:])
def test_no_text_is_written_twice_under_one_key(path: Path) -> None:
    def repeated(node: yaml.Node) -> list[str]:
        if not isinstance(node, yaml.MappingNode):
            return []
        names = [name.value for name, _ in node.value]
        below = [name for _, value in node.value for name in repeated(value)]
        return [name for name in set(names) if names.count(name) > 1] + below

    assert repeated(yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)) == []


@pytest.mark.parametrize("code", [rule.code for rule in rules.RULES])
@pytest.mark.parametrize("lang", list(Language))
def test_every_rule_has_all_its_texts(code: str, lang: Language) -> None:
    words = catalogue(lang)
    missing = [name for name in RULE_TEXTS if not words.has(f"{code}.{name}")]
    says = [key for key in words.keys(code) if key.startswith((f"{code}.say", f"{code}.say."))]
    assert missing == []
    assert says


def test_a_count_chooses_its_text(tmp_path: Path) -> None:
    words = words_with(tmp_path, "t", 'n: {zero: none, one: one unit, other: "{count} units"}')
    said = [words.say("t.n", params(count=count)) for count in (0, 1, 2, 1512)]
    assert said == ["none", "one unit", "2 units", "1.512 units"]


def test_foreign_text_is_never_read_as_a_template(tmp_path: Path) -> None:
    words = words_with(tmp_path, "t", "a: Unit {name}.")
    hostile = "{0.__class__} {name} %s {"
    assert words.say("t.a", params(name=hostile)) == f"Unit {hostile}."


def test_numbers_dates_and_lists_follow_the_language() -> None:
    assert (ID.number(1512), ID.number(0.944, 2), ID.number(-1234.5, 1)) == (
        "1.512",
        "0,94",
        "-1.234,5",
    )
    assert (EN.number(1512), EN.number(0.944, 2)) == ("1,512", "0.94")
    assert [ID.date("2026-01-01"), ID.date("2026-03"), ID.date("2026"), ID.date("")] == [
        "1 Januari 2026",
        "Maret 2026",
        "2026",
        "",
    ]
    assert EN.date("2026-12-31") == "31 December 2026"
    assert [ID.listing(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a dan b",
        "a, b, dan c",
    ]
    assert EN.listing(["a", "b", "c"]) == "a, b and c"


def test_names_with_commas_are_kept_apart_by_semicolons() -> None:
    names = ["Dinas A, B dan C", "Dinas D", "Dinas E"]
    assert ID.listing(names) == "Dinas A, B dan C; Dinas D; dan Dinas E"


def test_what_a_rule_rests_on_is_named_in_the_language() -> None:
    assert ID.basis(rules.PRACTICE) != EN.basis(rules.PRACTICE)
    assert ID.basis(rules.GAO_15_49SP) == EN.basis(rules.GAO_15_49SP) == "GAO-15-49SP (2015)"


def test_values_are_shown_in_the_manner_of_the_language(tmp_path: Path) -> None:
    words = words_with(tmp_path, "t", 'a: "{n}; {share}; {share:1}; {facets}; {whole}"')
    values = params(
        n=1512, share=0.944, whole=4.0, facets=(Word("facet.action"), Word("facet.object"))
    )
    assert words.say("t.a", values) == "1.512; 0,94; 0,9; pekerjaan dan objek; 4"


def test_a_word_like_no_or_1_stays_a_word() -> None:
    assert all(isinstance(ID.template(f"words.level.{level}"), str) for level in (1, 2, 3))


def test_a_variant_of_a_rule_has_its_own_sentence(tmp_path: Path) -> None:
    words = words_with(tmp_path, "DAT", 'DAT001: {say: {encrypted: "Terkunci: {file}."}}')
    finding = Finding(rule=rules.UNREADABLE, key="DAT001.encrypted", params=params(file="a.xlsx"))
    assert words.finding(finding) == "Terkunci: a.xlsx."


def test_a_problem_says_place_fault_and_mend(tmp_path: Path) -> None:
    words = words_with(tmp_path, "problems", 'x: "induk {v}. Kosongkan."')
    place = Place(file="serang.xlsx", sheet="Unit", cell="C14")
    said = words.problem(Problem(key="x", place=place, params=params(v="9")))
    assert said == 'serang.xlsx, lembar "Unit", sel C14: induk 9. Kosongkan.'


def test_a_place_in_a_text_is_said_by_line_or_article() -> None:
    assert ID.place(Place(file="o.yaml", line=12, column=3)) == "o.yaml, baris 12, kolom 3"
    assert EN.place(Place(file="p.txt", line=4, article="Pasal 4")) == "p.txt, line 4, Pasal 4"


def test_a_missing_text_is_named() -> None:
    with pytest.raises(KeyError, match=r"words\.nothing"):
        ID.say("words.nothing")
