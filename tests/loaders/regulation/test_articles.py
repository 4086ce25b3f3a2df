from itertools import pairwise

import pytest

from asn_restruktur.loaders.regulation.articles import Article, articles
from asn_restruktur.loaders.regulation.cleaning import cleaned
from asn_restruktur.loaders.regulation.marks import Mark, Style, mark_of, without_mark
from asn_restruktur.loaders.regulation.parts import part_of
from asn_restruktur.loaders.regulation.plain_text import text_lines
from asn_restruktur.loaders.regulation.slips import SlipKind, slips


def read(text: str) -> list[Article]:
    return [one for one in articles(cleaned(list(text_lines(text, "a.txt"))).lines) if one.label]


def items(text: str) -> list[str]:
    (article,) = read(f"Pasal 2\n{text}")
    return [f"{node.mark or ''} {node.text}".strip() for node in article.walk()]


@pytest.mark.parametrize(
    ("text", "style", "label"),
    [
        ("(2)Untuk menata", Style.AYAT, "2"),
        ("( l ) Dinas", Style.AYAT, "1"),
        ("(2a) Dinas", Style.AYAT, "2a"),
        ("(l3i) Dinas", Style.AYAT, "13i"),
        ("d.menata kios", Style.LETTER, "d"),
        ("å. menata", Style.LETTER, "å"),
        ("dd. menata", Style.LETTER, "dd"),
        ("d1. menata", Style.LETTER, "d1"),
        ("d.2. menata", Style.LETTER, "d2"),
        ("12) menata", Style.NUMBER_PAREN, "12"),
        ("\u27a2 menata", Style.BULLET, "\u27a2"),
    ],
)
def test_marks_are_known_however_they_are_written(text: str, style: Style, label: str) -> None:
    assert mark_of(text) == Mark(style, label)
    assert without_mark(text)[0].isalpha()


@pytest.mark.parametrize(
    "text", ["no. 5 Tahun", "2017. Tahun", "5.000 rupiah", "k/l lain", "Menata"]
)
def test_other_beginnings_are_no_marks(text: str) -> None:
    assert mark_of(text) is None


@pytest.mark.parametrize(
    "order",
    [
        ("y", "z", "aa", "bb", "cc"),
        ("z", "aa", "ab"),
        ("z", "å", "ä", "ö", "aa", "bb"),
        ("d", "d1", "d2", "e"),
    ],
)
def test_letters_go_on_beyond_z_in_each_way_word_writes_them(order: tuple[str, ...]) -> None:
    marks = [Mark(Style.LETTER, label) for label in order]
    assert all(after.follows(before) for before, after in pairwise(marks))


def test_a_heading_is_a_heading_only_on_its_own_line() -> None:
    assert part_of("Pasal 12A") is not None
    assert part_of("P a s a l 5") is not None
    assert part_of("Pasal 4 Peraturan Daerah") is None
    assert part_of("Bagian Keuangan") is None
    assert part_of("bagian kedua dari") is None


def test_page_numbers_and_catchwords_are_no_text() -> None:
    text = (
        "a. menata kios;\n\n                    b. membina...........\n                 4\n\n"
        "b. membina\n   pedagang;\nc. memungut . . .\n\n"
        "   c. memungut………..\nc. memungut retribusi\n  - 5 -\n   pasar.\n"
    )
    assert items(text) == [
        "huruf a menata kios;",
        "huruf b membina pedagang;",
        "huruf c memungut retribusi pasar.",
    ]


def test_words_cut_by_the_end_of_a_line_are_whole_again() -> None:
    text = "(1) Menata penyeleng-\ngaraan pasar, perundang-\nundangan dan unit-\nunit kerja."
    assert items(text) == [
        "ayat (1) Menata penyelenggaraan pasar, perundang-undangan dan unit-unit kerja."
    ]


def test_a_reference_at_the_beginning_of_a_line_is_no_item() -> None:
    text = (
        "(1) Kios ditata.\n(2) Kios sebagaimana dimaksud pada ayat\n(1) dibina.\n(3) Kios ditutup."
    )
    assert items(text) == [
        "ayat (1) Kios ditata.",
        "ayat (2) Kios sebagaimana dimaksud pada ayat (1) dibina.",
        "ayat (3) Kios ditutup.",
    ]


def test_lists_nest_by_their_marks_and_not_by_their_indentation() -> None:
    (article,) = read("Pasal 2\n(1) x:\na. y:\n1. z:\na) v:\n1) w\nb) v\n2. z\nb. y\n(2) x")
    assert [str(node.cited) for node in article.nodes] == ["ayat (1)", "ayat (2)"]
    assert [len(node.children) for node in article.walk()] == [2, 2, 2, 1, 0, 0, 0, 0, 0]


def test_items_on_one_line_are_told_apart() -> None:
    assert items("(1) Pasar ditata: a. kios; b. los; dan c. pelataran.") == [
        "ayat (1) Pasar ditata:",
        "huruf a kios;",
        "huruf b los; dan",
        "huruf c pelataran.",
    ]


def test_a_text_without_line_breaks_has_its_articles() -> None:
    text = (
        "Pasal 1 (1) Pasar ditata. (2) Pasar dibina. " * 1
        + "Pasal 2 (1) Kios ditata. "
        + "x " * 300
    )
    assert [article.label for article in read(text)] == ["1", "2"]


@pytest.mark.parametrize(
    ("labels", "kind", "read_as"),
    [
        ("abcef", SlipKind.GAP, "huruf e"),
        ("abccd", SlipKind.REPEATED, "huruf c"),
        ("abcdcf", SlipKind.DAMAGED, "huruf e"),
    ],
)
def test_marks_out_of_order_are_told_and_mended_only_where_certain(
    labels: str, kind: SlipKind, read_as: str
) -> None:
    found = slips(read("Pasal 2\n" + "".join(f"{label}. menata;\n" for label in labels)))
    assert (kind, read_as) in [(slip.kind, slip.read) for slip in found]


def test_an_article_written_twice_is_told() -> None:
    found = slips(read("Pasal 5\nPasar.\nPasal 5\nKios."))
    assert [slip.kind for slip in found] == [SlipKind.ARTICLE_TWICE]


def test_the_elucidation_is_not_read_again() -> None:
    text = "Pasal 1\nPasar ditata.\nPENJELASAN ATAS\nPasal 1\nCukup jelas."
    assert [article.label for article in read(text)] == ["1"]


def test_a_word_that_the_end_of_a_page_cuts_is_whole_again() -> None:
    assert items("a. menata kios pengu-\nsaha . . .\n\n- 4 -\nsaha;\nb. membina.\n") == [
        "huruf a menata kios pengusaha;",
        "huruf b membina.",
    ]


def test_a_mark_at_the_end_of_a_line_belongs_to_the_item_on_the_next() -> None:
    assert items("(1) Seksi bertugas: a. menata kios; b.\nmembina pedagang; dan c.\nmelapor.") == [
        "ayat (1) Seksi bertugas:",
        "huruf a menata kios;",
        "huruf b membina pedagang; dan",
        "huruf c melapor.",
    ]
