"""What does a text say once synonyms, abbreviations and word forms are put aside?"""

from collections.abc import Iterable

from asn_restruktur.language.facets import LIGHT, OPENERS
from asn_restruktur.language.lexicon import Lexicon
from asn_restruktur.language.stems import stem
from asn_restruktur.language.tokens import tokens

_SAYING_NOTHING = frozenset({"dan", "serta", "yang", ",", ";", ":", "(", ")", *OPENERS})


def canonical_forms(texts: Iterable[str], lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Return the canonical form of each distinct text."""
    return {text: canonical(text, lexicon) for text in dict.fromkeys(texts)}


def canonical(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the concepts and word stems of a text, sorted, each once; light verbs say nothing.

    Two texts with the same canonical form say the same in other words: "pemberian makanan
    tambahan bagi balita" and "memberikan PMT kepada anak di bawah lima tahun".

    Args:
        text: a function statement as written.
        lexicon: what is known of its words.
    """
    words = tokens(text)
    plain = [token.word for token in words]
    found: set[str] = set()
    at = 0
    while at < len(words):
        length, concept = lexicon.longest(plain, at, is_capital=words[at].is_capital)
        said = plain[at]
        if length > 1 or (length and lexicon.act(plain, at) is None):
            found.add(concept)
            said = concept.split()[0]  # "PMT" is a giving too
        act = lexicon.act([said], 0)
        if act is not None:
            found |= set() if act.sense == LIGHT else {stem(said)}
        elif not length and said not in _SAYING_NOTHING:
            found.add(stem(said))
        at += max(length, 1)
    return tuple(sorted(found))
