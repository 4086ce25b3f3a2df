"""Between which units is a working relation declared, and about what?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from asn_restruktur.analysers.services import service_of
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation


class Links:
    """The declared relations; one of a unit holds for those above and below it too."""

    def __init__(
        self, organisation: Organisation, hierarchy: Hierarchy, readings: Readings
    ) -> None:
        self._path = hierarchy.path
        self._between: set[frozenset[str]] = set()
        self._below: dict[str, set[str]] = defaultdict(set)
        self._of_topic: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._service: dict[str, str] = {}
        columns = ["from_unit", "to_unit", "topic"]
        for one, other, topic in organisation.links[columns].itertuples(index=False, name=None):
            self._between.add(frozenset((one, other)))
            for end in (one, other):
                for unit in self._path(end):
                    self._below[unit].add(end)
            if topic:
                self._of_topic[topic].append((one, other))
        for topic in self._of_topic:
            self._service[topic] = service_of(topic, readings.lexicon)

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

    def of_service(self, service: str) -> set[str]:
        """Return the units that stand in a link about a service."""
        return {
            unit
            for topic, pairs in self._of_topic.items()
            if self._service[topic] == service
            for pair in pairs
            for unit in pair
        }

    def reaches(self, unit: str, linked: Iterable[str]) -> bool:
        """Tell whether a unit, one above it or one below it is among linked units."""
        mine = set(self._path(unit))
        return any(other in mine or unit in self._path(other) for other in linked)
