"""Which statements hand something over to another unit, named in the text?"""

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from asn_restruktur.language.boilerplate import plain
from asn_restruktur.language.data import word_list
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy

_TOWARDS = ("kepada", "ke", "pada")
_SHORTEST_INITIALS = 4
_LEADING = frozenset({"dan", "serta", "atau", "di", "ke"})

Names = Mapping[str, list[tuple[list[str], str]]]


def handoffs(statements: pd.DataFrame, hierarchy: Hierarchy, readings: Readings) -> pd.DataFrame:
    """Find the statements that pass something on to a unit that they name.

    Args:
        statements: specific statements (`statement_id`, `unit_id`, `top_id`), indexed like
            `readings.statements`.
        hierarchy: of all units.
        readings: their words.

    Returns:
        `statement_id`, `from_unit`, `to_unit`, one row a statement and receiving unit, in the
        order of `statements`; units of the same perangkat daerah are no hand-off.
    """
    names = _names(hierarchy)
    tops = hierarchy.units["top_id"]
    passing = word_list("passing")
    rows = []
    columns = ["statement_id", "unit_id", "top_id"]
    words = readings.statements["words"]
    for label, statement, unit, top in statements[columns].itertuples(name=None):
        said = str(words[label]).split()
        if passing.isdisjoint(said):
            continue
        receiver = _receiver(said, names)
        if receiver and tops[receiver] != top:
            rows.append((statement, unit, receiver))
    return pd.DataFrame(rows, columns=["statement_id", "from_unit", "to_unit"], dtype="str")


def _receiver(words: list[str], names: Names) -> str:
    """Return the unit named behind "kepada" or "ke", or ""."""
    for at, word in enumerate(words[:-1]):
        if word in _TOWARDS:
            for name, unit in names.get(words[at + 1], []):
                if words[at + 1 : at + 1 + len(name)] == name:
                    return unit
    return ""


def _names(hierarchy: Hierarchy) -> Names:
    """Index the names of units by their first word, the longest first.

    A perangkat daerah is known by its name, its initials and its id as well. A name that several
    units have names none of them.
    """
    known: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for unit, name, top in hierarchy.units[["name", "top_id"]].itertuples(name=None):
        words = plain(name).split()
        known[tuple(words)].add(unit)
        if unit == top:
            large = [word for word in words if word not in _LEADING]
            initials = "".join(word[0] for word in large)
            if len(initials) >= _SHORTEST_INITIALS:
                known[(initials,)].add(unit)
            if len(unit) >= _SHORTEST_INITIALS:
                known[(unit.lower(),)].add(unit)
    index: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for name, units in sorted(known.items(), key=lambda item: (-len(item[0]), item[0])):
        if name and len(units) == 1:
            index[name[0]].append((list(name), min(units)))
    return index
