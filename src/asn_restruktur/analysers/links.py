"""Between which units is a working relation declared, and about what?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from asn_restruktur.analysers.services import spoken_of
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation


class Links:
    """The declared relations; one of a unit holds for those above and below it too."""

    def __init__(
        self, organisation: Organisation, hierarchy: Hierarchy, readings: Readings
    ) -> None:
        self._path = hierarchy.path
        self._lexicon = readings.lexicon
        self._between: set[frozenset[str]] = set()
        self._below: dict[str, set[str]] = defaultdict(set)
        self._of_topic: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._matters: dict[str, set[str]] = {}
        columns = ["from_unit", "to_unit", "topic"]
        for one, other, topic in organisation.links[columns].itertuples(index=False, name=None):
            self._between.add(frozenset((one, other)))
            for end in (one, other):
                for unit in self._path(end):
                    self._below[unit].add(end)
            if topic:
                self._of_topic[topic].append((one, other))
        for topic in self._of_topic:
            self._matters[topic] = set(spoken_of(topic, readings.lexicon))

    def holds_between(self, one: str, other: str) -> bool:
        """Tell whether a link joins two units, or units above or below them."""
        ends = self._ends(other)
        return any(frozenset((a, b)) in self._between for a in self._ends(one) for b in ends)

    def _ends(self, unit: str) -> set[str]:
        """Return the units whose links hold for a unit."""
        return {*self._path(unit), *self._below[unit]}

    def topics(self) -> Iterator[tuple[str, Sequence[tuple[str, str]]]]:
        """Walk the topics of links, in the order of the input, with their pairs of units."""
        yield from self._of_topic.items()

    def about(self, matter: str) -> set[str]:
        """Return the units that stand in a link about a matter or what it is part of."""
        names = {matter, *self._lexicon.ancestors(matter)} - self._lexicon.broad
        return {
            unit
            for topic, pairs in self._of_topic.items()
            if not self._matters[topic].isdisjoint(names)
            for pair in pairs
            for unit in pair
        }

    def reaches(self, unit: str, linked: Iterable[str]) -> bool:
        """Tell whether a unit, one above it or one below it is among linked units."""
        mine = set(self._path(unit))
        return any(other in mine or unit in self._path(other) for other in linked)
