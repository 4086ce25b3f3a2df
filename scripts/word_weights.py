"""How telling is each word of the field? Counts texts, writes src/asn_restruktur/language/data.

    python scripts/word_weights.py CORPUS.csv:COLUMN … (or CORPUS.txt)

A word weighs the less, the more of the distinct texts hold it: log((n + 1) / (texts + 1)) /
log(n + 1), Spärck Jones (1972) scaled to 0-1. Words in fewer than MIN_TEXTS texts are left out of
the table and weigh 1. Only words and their weights are kept, nothing of the texts.
"""

import csv
import math
import sys
from collections import Counter
from pathlib import Path

from asn_restruktur.language.data import FOLDER
from asn_restruktur.language.stems import stem
from asn_restruktur.language.tokens import tokens

MIN_TEXTS = 6


def texts(source: str) -> set[str]:
    """Read the distinct texts of one source: `FILE.csv:COLUMN`, or the lines of a text file."""
    name, _, column = source.partition(":")
    if not column:
        return set(Path(name).read_text(encoding="utf-8").splitlines())
    with Path(name).open(encoding="utf-8-sig", newline="") as file:
        return {row[column] for row in csv.DictReader(file)}


def main(sources: list[str]) -> None:
    """Write the weight of every word that is common in the sources."""
    found = set().union(*map(texts, sources))
    counts = Counter(
        word
        for text in found
        for word in {stem(token.word) for token in tokens(text) if token.word[0].isalpha()}
    )
    total = math.log(len(found) + 1)
    weights = {
        word: math.log((len(found) + 1) / (count + 1)) / total
        for word, count in counts.items()
        if count >= MIN_TEXTS
    }
    with (FOLDER / "weights.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["word", "weight"])
        writer.writerows((word, f"{weights[word]:.3f}") for word in sorted(weights))
    print(f"{len(found)} texts, {len(weights)} weights")


if __name__ == "__main__":
    main(sys.argv[1:])
