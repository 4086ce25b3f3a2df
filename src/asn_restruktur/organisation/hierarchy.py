"""Which unit stands above which, and to which perangkat daerah does each belong?"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import PERANGKAT_DAERAH


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """The tree of units.

    Args:
        units: one row a unit, indexed by `unit_id`, in the order of the input: `name`, `kind`,
            `parent_id` ("" for a root), `territory`, `depth` (0 for a root), `children` (direct
            child units), `top_id` (its perangkat daerah, see `hierarchy`), and `enter`, `leave`:
            a unit stands above another when its span `enter..leave` holds the other's `enter`.
    """

    units: pd.DataFrame

    def in_line(self, left: pd.Series, right: pd.Series) -> npt.NDArray[np.bool_]:
        """Tell for each pair of unit ids whether they are the same or one stands above the other.

        Args:
            left: unit ids.
            right: unit ids, as many.

        Returns:
            One boolean a pair, in order.
        """
        a = self.units.loc[left, ["enter", "leave"]].to_numpy()
        b = self.units.loc[right, ["enter", "leave"]].to_numpy()
        above = (a[:, 0] <= b[:, 0]) & (b[:, 0] <= a[:, 1])
        below = (b[:, 0] <= a[:, 0]) & (a[:, 0] <= b[:, 1])
        return np.asarray(above | below)

    def top_of(self, units: pd.Series) -> pd.Series:
        """Return the perangkat daerah of each unit id, in order and with the same index."""
        return units.map(self.units["top_id"])

    def path(self, unit_id: str) -> list[str]:
        """Return the ids from the root down to the unit."""
        path = [unit_id]
        while parent := str(self.units.at[path[-1], "parent_id"]):
            path.append(parent)
        return path[::-1]


def hierarchy(organisation: Organisation) -> Hierarchy:
    """Walk the tree of units once.

    A unit's perangkat daerah (`top_id`) is the highest unit on its path that is of such a kind
    (PP 18/2016 ps. 5); where there is none, the root, or the root's child when one root holds
    everything.

    Args:
        organisation: its units have existing parents and no cycle.

    Returns:
        The hierarchy of all its units.
    """
    units = organisation.units.set_index("unit_id", drop=True)
    ids = [str(unit) for unit in units.index]
    parent = dict(zip(ids, (str(value) for value in units["parent_id"]), strict=True))
    kind = dict(zip(ids, (str(value) for value in units["kind"]), strict=True))
    children: dict[str, list[str]] = {unit: [] for unit in ids}
    for unit in ids:
        if parent[unit]:
            children[parent[unit]].append(unit)
    roots = [unit for unit in ids if not parent[unit]]
    crown = roots[0] if len(roots) == 1 and kind[roots[0]] not in PERANGKAT_DAERAH else ""
    enter: dict[str, int] = {}
    leave: dict[str, int] = {}
    depth: dict[str, int] = {}
    top: dict[str, str] = {}
    count = 0
    stack = [(root, False) for root in reversed(roots)]
    while stack:
        unit, is_done = stack.pop()
        if is_done:
            leave[unit] = count - 1
            continue
        above = parent[unit]
        enter[unit] = count
        depth[unit] = depth[above] + 1 if above else 0
        top[unit] = _top(unit, above=above, top=top, kind=kind, crown=crown)
        count += 1
        stack.append((unit, True))
        stack.extend((child, False) for child in reversed(children[unit]))
    table = units[["name", "kind", "parent_id", "territory"]].assign(
        depth=[depth[unit] for unit in ids],
        children=[len(children[unit]) for unit in ids],
        top_id=[top[unit] for unit in ids],
        enter=[enter[unit] for unit in ids],
        leave=[leave[unit] for unit in ids],
    )
    return Hierarchy(table)


def _top(unit: str, *, above: str, top: dict[str, str], kind: dict[str, str], crown: str) -> str:
    """Keep the perangkat daerah of the unit above; start one where there is none yet."""
    if not above or above == crown:
        return unit
    inherited = top[above]
    if kind[inherited] not in PERANGKAT_DAERAH and kind[unit] in PERANGKAT_DAERAH:
        return unit
    return inherited
