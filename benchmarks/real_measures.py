"""What does an organisation hold, in the numbers that one can count by hand?"""

from collections import Counter
from collections.abc import Hashable, Mapping

import pandas as pd

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TableName

LARGEST = 10


def measures(organisation: Organisation) -> dict[str, tuple[float, ...]]:
    """Count an organisation.

    Returns:
        By measure one number, or for `posts_in_…` the largest ones, descending: rows of each table
        that has any, statements by kind, the shape of both trees, control sums.
    """
    units, positions = organisation.units, organisation.positions
    functions = organisation.functions
    workload = organisation.table(TableName.WORKLOAD)
    above = _parents(units["unit_id"], units["parent_id"])
    bosses = _parents(positions["position_id"], positions["reports_to"])
    top = {unit: _line(unit, above)[-1] for unit in above}
    single: dict[str, float] = {str(name): len(organisation.table(name)) for name in TableName}
    single |= {str(kind): n for kind, n in Counter(functions["kind"].dropna()).items() if kind}
    single |= {f"unit_{name}": n for name, n in _shape(above).items()}
    single |= {f"post_{name}": n for name, n in _shape(bosses).items()}
    single |= {
        "largest_unit": single.pop("unit_most_below"),
        "largest_post": single.pop("post_most_below"),
        "posts_at_top": single.pop("post_roots"),
        "posts_with_class": positions["class"].notna().sum(),
        "need": positions["need"].sum(),
        "filled": positions["filled"].sum(),
        "volume": workload["volume"].sum(),
        "norm_minutes": workload["norm_minutes"].sum(),
    }
    return {name: (float(value),) for name, value in single.items()} | {
        "posts_in_largest_units": _largest(positions["unit_id"]),
        "posts_in_largest_top_units": _largest(positions["unit_id"].map(top)),
    }


def lines_above(organisation: Organisation) -> dict[str, list[str]]:
    """Return, by unit id, the ids of the unit and of all those above it, upwards."""
    units = organisation.units
    above = _parents(units["unit_id"], units["parent_id"])
    return {unit: _line(unit, above) for unit in above}


def _parents(ids: pd.Series, parents: pd.Series) -> dict[str, str]:
    known = set(ids)
    return {
        one: parent if parent in known else ""
        for one, parent in zip(ids, parents.fillna(""), strict=True)
    }


def _line(one: str, above: Mapping[str, str]) -> list[str]:
    line = [one]
    while (parent := above.get(line[-1], "")) and parent not in line:
        line.append(parent)
    return line


def _shape(above: Mapping[str, str]) -> dict[str, int]:
    below: Counter[Hashable] = Counter(parent for parent in above.values() if parent)
    return {
        "roots": sum(not parent for parent in above.values()),
        "parents": len(below),
        "most_below": max(below.values(), default=0),
        "depth": max((len(_line(one, above)) for one in above), default=0),
    }


def _largest(units: pd.Series) -> tuple[float, ...]:
    counts = Counter(unit for unit in units.dropna() if unit)
    return tuple(float(n) for _, n in counts.most_common(LARGEST))
