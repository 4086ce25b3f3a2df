"""What is a unit called where there is little room?"""

import csv
import re
from collections import Counter
from functools import cache
from itertools import groupby
from pathlib import Path

from asn_restruktur.organisation.hierarchy import Hierarchy

_CUSTOMARY = Path(__file__).with_name("short_names.csv")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = frozenset({"dan", "serta", "atau", "di", "ke", "dari", "untuk", "bagi", "pada"})
_SHORTEST_ACRONYM = 3


def short_names(hierarchy: Hierarchy) -> dict[str, str]:
    """Give each perangkat daerah a short name that no other has.

    A customary name is taken from the list beside this file (`Dinkes`); a kecamatan becomes
    `Kec. Melati`; a long name becomes its initials, repeated ones counted as officials do
    (`DP3AKB`). Where two units would be called the same, both keep their names. Units below keep
    theirs too.

    Args:
        hierarchy: of all units.

    Returns:
        Short name by unit id, in the order of the input.
    """
    units = hierarchy.units
    names = {str(unit): str(name) for unit, name in units["name"].items()}
    is_top = (units["top_id"] == units.index).to_numpy()
    tops = [str(unit) for unit in units.index[is_top]]
    short = {unit: _short(names[unit]) for unit in tops}
    uses = Counter(short.values())
    return names | {unit: name for unit, name in short.items() if uses[name] == 1}


def _short(name: str) -> str:
    """Shorten one name; one that is short enough or unlike an office's stays as it is."""
    words = _WORD.findall(name)
    spelled = " ".join(words).casefold()
    if spelled in _customary():
        return _customary()[spelled]
    if words and words[0].casefold() == "kecamatan":
        return "Kec. " + name.split(maxsplit=1)[-1]
    large = [word for word in words if word.casefold() not in _SMALL_WORDS]
    if len(large) < _SHORTEST_ACRONYM or large[0].casefold() not in {"dinas", "badan", "satuan"}:
        return name
    initials = [word if word.isupper() else word[0].upper() for word in large]
    runs = [(letter, len(list(run))) for letter, run in groupby(initials)]
    return "".join(letter if times == 1 else _repeated(letter, times) for letter, times in runs)


def _repeated(letter: str, times: int) -> str:
    """Write a run of initials: two as they are, more with their number (`P3`)."""
    return letter * times if times == 2 else f"{letter}{times}"  # noqa: PLR2004  # PP, but P3


@cache
def _customary() -> dict[str, str]:
    with _CUSTOMARY.open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["short"] for row in csv.DictReader(lines)}
