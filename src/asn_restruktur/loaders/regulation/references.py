"""By which name or id do tables refer to the units of several regulations?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from asn_restruktur.loaders.regulation.units import Key, Unit
from asn_restruktur.organisation.words import plain, slug

_Path = tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """How tables name a unit.

    Args:
        unit_id: its id; None where its name alone tells it apart, so that it may meet the unit of
            that name in another input.
        name: its name, the first spelling in all regulations.
        stem: the beginning of its positions' ids.
    """

    unit_id: str | None
    name: str
    stem: str

    @property
    def named(self) -> str:
        """What another row writes to mean the unit."""
        return self.unit_id or self.name


def references(units: Iterable[Unit]) -> dict[int, Reference]:
    """Name units so that each is told apart from all others.

    Units that stand under the same units with the same names are one, in whichever regulation.

    Args:
        units: of all regulations, those above before those below.

    Returns:
        References by the identity of the unit object.
    """
    every = list(units)
    paths = {id(unit): _path(unit) for unit in every}
    names: dict[_Path, str] = {}
    for unit in every:
        names.setdefault(paths[id(unit)], unit.name)
    times = Counter(plain(name) for name in names.values())
    found: dict[_Path, Reference] = {}
    for path, name in sorted(names.items(), key=lambda one: len(one[0])):
        above = found.get(path[:-1])
        if times[plain(name)] == 1:
            found[path] = Reference(None, name, slug(name))
        else:
            own = f"{above.stem}.{slug(name)}" if above else slug(name)
            found[path] = Reference(own, name, own)
    return {unit: found[path] for unit, path in paths.items()}


def _path(unit: Unit) -> _Path:
    return tuple(next(iter(one.spellings)) for one in unit.upwards())[::-1]
