"""Where do the language's word lists come from?"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "data"


@cache
def word_list(name: str) -> frozenset[str]:
    """Read `data/<name>.txt`: a word a line, `#` begins a comment."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    words = (line.partition("#")[0].strip() for line in lines)
    return frozenset(word for word in words if word)


@cache
def word_map(name: str) -> Mapping[str, str]:
    """Read the first two columns of `data/<name>.csv` as a map."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return {row[0]: row[1] for row in list(csv.reader(file))[1:] if row}
