"""What is known of a unit while its regulation is read?"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.unit_names import UnitName, title_case, unit_name

Key = tuple[str, frozenset[str]]
"""What a unit is and the words that tell it apart, in whatever order they stand."""


@dataclass(slots=True, eq=False)
class Head:
    """The post that heads a unit.

    Args:
        title: how the text names it, with the name of its unit.
        line: where it is named first.
        article: citation of that place.
        superior: the unit whose head it answers to; None for nobody in this text.
    """

    title: str
    line: Line
    article: str = ""
    superior: "Unit | None" = None


@dataclass(slots=True, eq=False)
class Unit:
    """A unit while its regulation is read.

    Args:
        name: how it is named first, in the list of units where that has it.
        kind: what it is.
        parent: the unit above it.
        line: where it is named first.
        is_listed: whether the list of units has it.
        head: the post that heads it; None where the text names none.
        answers_to: the unit whose head it answers to, said before its own head was named.
        spellings: each spelling of its name and where it stands first, by key.
    """

    name: str
    kind: str
    parent: "Unit | None"
    line: Line
    is_listed: bool = False
    head: "Head | None" = None
    answers_to: "Unit | None" = None
    spellings: dict[Key, tuple[UnitName, Line]] = field(default_factory=dict)
    children: list["Unit"] = field(default_factory=list)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that tell it apart, as first spelt."""
        return next(iter(self.spellings.values()))[0].words

    def upwards(self) -> Iterator["Unit"]:
        """Walk the unit and those above it."""
        unit: Unit | None = self
        while unit is not None:
            yield unit
            unit = unit.parent


def key_of(name: UnitName) -> Key:
    """Return what tells a named unit from others."""
    return name.kind, frozenset(name.words)


def full_title(unit: Unit, title: str) -> str:
    """Return `Kepala Bidang X` for `Kepala Bidang`; a title that says more stays as it is."""
    name = unit_name(title)
    if name is None or not name.is_head or name.words:
        return title_case(title)
    is_own = title.casefold().startswith("kepala")
    if is_own:
        return f"Kepala {unit.name}"
    return title_case(title)
