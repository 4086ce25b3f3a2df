"""What must be known of the organisation to advise on it?"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import accumulate

import pandas as pd

from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.words import is_planning_body
from asn_restruktur.vocabulary import TERRITORIAL, UnitId, UnitKind

_STAFF = frozenset({UnitKind.SETDA, UnitKind.ASISTEN, UnitKind.BAGIAN, UnitKind.SETWAN})
"""Units that help to make policy and coordinate, and do not carry services (PP 18/2016 ps. 29)."""


class Ground:
    """Names, tops, topics and people, looked up by id.

    Args:
        organisation: its functions and employees.
        hierarchy: of its units.
        tables: analysis tables; `topics` and `structure` are used where they are there.
    """

    def __init__(
        self,
        organisation: Organisation,
        hierarchy: Hierarchy,
        tables: Mapping[str, pd.DataFrame],
    ) -> None:
        units = hierarchy.units
        self.ids = [str(unit) for unit in units.index]
        self.name: dict[str, str] = dict(zip(self.ids, units["name"], strict=True))
        self.top: dict[str, str] = dict(zip(self.ids, units["top_id"], strict=True))
        self._kind: dict[str, str] = dict(zip(self.ids, units["kind"], strict=True))
        self._enter: dict[str, int] = dict(zip(self.ids, units["enter"], strict=True))
        self._leave: dict[str, int] = dict(zip(self.ids, units["leave"], strict=True))
        functions = organisation.functions
        self.unit_of: dict[str, str] = dict(
            zip(functions["statement_id"], functions["unit_id"], strict=True)
        )
        self._order = {unit: at for at, unit in enumerate(self.ids)}
        people = Counter(organisation.employees["unit_id"])
        in_tree = sorted(self.ids, key=lambda unit: self._enter[unit])
        self._people_before = [0, *accumulate(people[unit] for unit in in_tree)]
        self._specific = Counter(self.unit_of.values())
        if "structure" in tables:
            structure = tables["structure"]
            counts = zip(structure["unit_id"], structure["specific_statements"], strict=True)
            self._specific = Counter(dict(counts))
        self.topic_of: dict[str, str] = {}
        self.lead_of: dict[str, str] = {}
        self.fragmented: set[str] = set()
        self._statements: dict[str, list[str]] = {}
        if "topics" in tables:
            self._read_topics(tables["topics"])

    def _read_topics(self, topics: pd.DataFrame) -> None:
        columns = ["topic", "statement_ids", "is_fragmented", "lead_unit"]
        for topic, ids, is_fragmented, lead in topics[columns].itertuples(index=False, name=None):
            statements = [statement for statement in ids.split(";") if statement in self.unit_of]
            self._statements[topic] = statements
            self.lead_of[topic] = lead if lead in self.name else ""
            self.topic_of |= dict.fromkeys(statements, topic)
            if is_fragmented:
                self.fragmented.add(topic)

    def where(self, unit: str) -> str:
        """Name a unit with its perangkat daerah."""
        top = self.top[unit]
        return self.name[unit] if unit == top else f"{self.name[unit]} ({self.name[top]})"

    def tops_of_topic(self, topic: str) -> Counter[str]:
        """Count a topic's statements by perangkat daerah."""
        return Counter(self.top[self.unit_of[said]] for said in self._statements.get(topic, ()))

    def topic_statements(self, topic: str, unit: str) -> int:
        """Count the statements of a topic that a unit states itself."""
        return sum(self.unit_of[said] == unit for said in self._statements.get(topic, ()))

    def specific(self, unit: str) -> int:
        """Count the specific statements of a unit, without the units below."""
        return self._specific[unit]

    def people(self, unit: str) -> int:
        """Count the employees of a unit and of all below it."""
        return self._people_before[self._leave[unit] + 1] - self._people_before[self._enter[unit]]

    def keeper(self, units: Iterable[str], topic: str) -> str:
        """Choose the unit that should carry a duty which several state.

        A unit of staff last; then the one with most statements on the topic; a UPTD, which is
        there to carry out; the one with more specific statements; the first of the input.
        """
        return min(
            units,
            key=lambda unit: (
                self._kind[unit] in _STAFF,
                -self.topic_statements(topic, unit),
                self._kind[unit] != UnitKind.UPTD,
                -self._specific[unit],
                self._order[unit],
            ),
        )

    def coordinator(self, topic: str, claimants: Iterable[str] = ()) -> str:
        """Choose the unit that should lead a topic.

        Of units that already call themselves coordinator, the planning body or the one with most
        specific statements; else the perangkat daerah with most statements on the topic that is
        not bound to a territory. Of several, the planning body when it takes part, else the first.
        """
        claiming = sorted(set(claimants))
        if claiming:
            return min(
                claiming,
                key=lambda unit: (
                    not is_planning_body(self.name[self.top[unit]]),
                    -self._specific[unit],
                    unit,
                ),
            )
        counts = self.tops_of_topic(topic)
        city_wide = {
            unit: count for unit, count in counts.items() if self._kind[unit] not in TERRITORIAL
        }
        most = max(city_wide.values(), default=0)
        first = [unit for unit in self.ids if most and city_wide.get(unit) == most]
        planners = [
            unit
            for unit in self.ids
            if self.top[unit] == unit and is_planning_body(self.name[unit])
        ]
        if len(first) > 1:
            return next((unit for unit in planners if unit in city_wide), first[0])
        return first[0] if first else min(counts, default="")


def unit_ids(units: Iterable[str]) -> tuple[UnitId, ...]:
    """Return ids once each, in their order."""
    return tuple(UnitId(unit) for unit in dict.fromkeys(units))
