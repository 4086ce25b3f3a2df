"""What is a recommendation?"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from asn_restruktur.findings import Params
from asn_restruktur.vocabulary import Fingerprint, UnitId


class Action(StrEnum):
    """What a recommendation asks for; the catalogue words it as `advice.<action>`."""

    MERGE = "merge"  # one unit carries the duty, the others stop
    LEAD = "lead"  # name a lead unit for a service
    BOUNDARY = "boundary"  # draw the boundary between two units in their regulation
    MOVE = "move"  # move a statement to the unit where it belongs
    FORUM = "forum"  # set up a forum, an SOP or a data agreement
    STRUCTURE = "structure"  # mend the structure of one unit
    DATA = "data"  # mend the data first


class Level(IntEnum):
    """Small, medium or large; shown as dots and a word (`level.1`)."""

    SMALL = 1
    MEDIUM = 2
    LARGE = 3


MANY_PEOPLE = 20
MANY_UNITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One thing to do, in a planner's words once the catalogue has worded it.

    Args:
        action: what kind of step.
        params: names for its title (`advice.<action>`) and reason (`advice.<action>.why`).
        findings: fingerprints it rests on and would end, strongest first.
        units: ids of the units it touches, the one that acts first.
        effort: how hard.
        people_moved: employees whose unit would change; 0 where none.
        units_moved: units that would be merged or moved.
        risk: what could go wrong: service interruption, resistance, law.
        rank: 1 is done first.
    """

    action: Action
    params: Params
    findings: tuple[Fingerprint, ...]
    units: tuple[UnitId, ...]
    effort: Level
    people_moved: int = 0
    units_moved: int = 0
    risk: Level = Level.SMALL
    rank: int = 0

    @property
    def ends(self) -> int:
        """How many findings it would end."""
        return len(self.findings)


def heavier(effort: Level, people: int, units: int) -> Level:
    """Raise an effort that moves many people or units."""
    return Level.LARGE if people >= MANY_PEOPLE or units >= MANY_UNITS else effort
