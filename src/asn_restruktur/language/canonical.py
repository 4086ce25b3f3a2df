"""What does a text say once synonyms, abbreviations and word forms are put aside?"""

from asn_restruktur.language.facets import LIGHT, OPENERS
from asn_restruktur.language.lexicon import Lexicon
from asn_restruktur.language.stems import stem
from asn_restruktur.language.tokens import tokens

_SAYING_NOTHING = frozenset({"dan", "serta", "yang", ",", ";", ":", "(", ")", *OPENERS})


def canonical(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the concepts, acts and word stems of a text, sorted, each once.

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
        act = lexicon.act(plain, at)
        if length > 1 or (length and act is None):
            found.add(concept)
            act = lexicon.act(concept.split(), 0)  # "PMT" is a giving too
        if act is not None:
            found |= {act.sense} - {LIGHT}
        elif not length and plain[at] not in _SAYING_NOTHING:
            found.add(stem(plain[at]))
        at += max(length, 1)
    return tuple(sorted(found))
