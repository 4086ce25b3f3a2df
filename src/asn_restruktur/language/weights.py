"""How much does a word or concept tell of what a statement is about?"""

import csv
from collections.abc import Mapping
from functools import cache

from asn_restruktur.language.data import FOLDER, word_list
from asn_restruktur.language.stems import stem

UNKNOWN = 1.0
SUBJECT = 0.6  # at least, for a word that says what the work is about
FORM = 0.3  # at most, for one that says what form it takes ("sistem informasi", "profil")


def weight(name: str) -> float:
    """Weigh a stemmed word or a concept, 0-1.

    The weights are shipped, not counted in the files at hand: what a unit elsewhere says changes
    nothing here. A concept weighs as much as its most telling word.

    Args:
        name: a stem, or the name of a concept.

    Returns:
        Its weight; a rare word weighs 1.

    Source:
        Spärck Jones (1972), inverse document frequency over 5,700 statements of the field.
    """
    return max(_of_word(stem(word)) for word in name.split())


def _of_word(word: str) -> float:
    if word in word_list("forms"):
        return min(_weights().get(word, FORM), FORM)
    return max(_weights().get(word, UNKNOWN), SUBJECT)


@cache
def _weights() -> Mapping[str, float]:
    with (FOLDER / "weights.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"]: float(row["weight"]) for row in csv.DictReader(file)}
