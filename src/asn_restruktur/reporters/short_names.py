"""What is a unit called where there is little room?"""

import csv
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from asn_restruktur.findings import Params, Value
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


def short_by_name(hierarchy: Hierarchy) -> dict[str, str]:
    """Return the short name of each perangkat daerah and unit by its full name."""
    names = hierarchy.units["name"]
    return {str(names[unit]): name for unit, name in short_names(hierarchy).items()}


def shortened(values: Params, short: Mapping[str, str]) -> Params:
    """Call the perangkat daerah in the values of a sentence by their short names.

    Args:
        values: of a sentence; a text, or a text of a list, that is the name of a perangkat daerah,
            or that ends in one in brackets ("Bidang Perumahan (Dinas Perumahan Rakyat)").
        short: short names by full name (see `short_by_name`).

    Returns:
        The values, in their order.
    """
    return tuple((key, _shorter(value, short)) for key, value in values)


def _shorter(value: Value, short: Mapping[str, str]) -> Value:
    if isinstance(value, tuple):
        return tuple(_in_short(part, short) for part in value if isinstance(part, str)) or value
    return _in_short(value, short) if isinstance(value, str) else value


def _in_short(text: str, short: Mapping[str, str]) -> str:
    if text in short:
        return short[text]
    unit, bracket, top = text.removesuffix(")").rpartition(" (")
    return f"{unit} ({short[top]})" if bracket and top in short else text


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
