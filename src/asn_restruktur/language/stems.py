"""What is the stem of an Indonesian word, where a stem does not blur what it means?"""

from functools import cache
from typing import Protocol

from asn_restruktur.language.data import word_list, word_map

SHORTEST = 5  # a shorter word is a stem
PREFIXES = ("me", "pe", "be", "te", "di", "ke", "se", "ku", "kau")
SUFFIXES = ("an", "i", "nya", "ku", "mu", "kah", "lah", "pun")


class _Stemmer(Protocol):
    def stem(self, text: str) -> str: ...


@cache
def stem(word: str) -> str:
    """Return the stem; words whose stem means something else stay as they are.

    Stems only bring statements together, they prove nothing: `data/unstemmed.txt` keeps words
    such as penyakit (sakit), perumahan (rumah) or keuangan (uang) apart from their stems, and
    `data/stems.csv` mends what the stemmer gets wrong.

    Args:
        word: a lower-case word.

    Returns:
        Its stem.
    """
    mended = word_map("stems")
    if word in mended:
        return mended[word]
    if len(word) < SHORTEST or word in word_list("unstemmed") or not word.isalpha():
        return word
    if not word.startswith(PREFIXES) and not word.endswith(SUFFIXES):
        return word  # nothing to take off, and the stemmer is slow to find that out
    return _stemmer().stem(word)


@cache
def _stemmer() -> _Stemmer:
    from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

    stemmer: _Stemmer = StemmerFactory().create_stemmer(isDev=False)
    return stemmer
