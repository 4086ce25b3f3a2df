"""Which units of a regulation does another input list under its own codes?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from asn_restruktur.organisation.model import RawTable
from asn_restruktur.organisation.words import plain, slug
from asn_restruktur.vocabulary import TableName

_REFERENCES = {
    TableName.UNITS: ("unit_id", "parent_id"),
    TableName.POSITIONS: ("unit_id",),
    TableName.FUNCTIONS: ("unit_id",),
}

_Place = tuple[str, str]
"""Id of the unit above, "" for none, and a name without blanks."""


def anchored(tables: Sequence[RawTable], others: Iterable[RawTable]) -> tuple[RawTable, ...]:
    """Give units the ids that another input gives them.

    A name such as Sekretariat means one unit only below its dinas. So a unit is that of the other
    input whose name and unit above agree, a top one by its name alone where that is unique there.
    Any other unit whose name the other input uses gets an id of its own.

    Args:
        tables: of regulations.
        others: of all other inputs.

    Returns:
        The tables of the regulations, references to units exchanged.
    """
    listed = list(_listed(others))
    if not listed:
        return tuple(tables)
    by_place: dict[_Place, set[str]] = {}
    by_name: dict[str, set[str]] = {}
    for unit, name, parent in listed:
        by_place.setdefault((parent, name), set()).add(unit)
        by_name.setdefault(name, set()).add(unit)
    found: dict[str, str] = {}
    for reference, name, parent in _own(tables):
        above = found.get(parent, "")
        same = by_place.get((above, name), set()) if above else by_name.get(name, set())
        if len(same) == 1 and (above or not parent):
            found[reference] = next(iter(same))
        elif name in by_name:
            found[reference] = f"{above or slug(parent)}.{slug(reference)}" if parent else reference
    return tuple(_exchanged(table, found) for table in tables)


def _listed(others: Iterable[RawTable]) -> Iterator[tuple[str, str, str]]:
    """Walk id, name and id of the unit above of every unit with an id."""
    rows: list[tuple[str, str, str]] = []
    for table in others:
        if table.name is TableName.UNITS and {"unit_id", "name"} <= set(table.frame):
            parents = table.frame.get("parent_id", table.frame["name"].map(lambda _: None))
            rows += [
                (_text(unit), _text(name), _text(parent))
                for unit, name, parent in zip(
                    table.frame["unit_id"], table.frame["name"], parents, strict=True
                )
            ]
    ids = {unit for unit, _, _ in rows}
    named = {_bare(name): unit for unit, name, _ in rows}
    for unit, name, parent in rows:
        if unit and name:
            yield unit, _bare(name), parent if parent in ids else named.get(_bare(parent), "")


def _own(tables: Iterable[RawTable]) -> Iterator[tuple[str, str, str]]:
    """Walk how each unit of the regulations is referred to, its name, and the unit above."""
    for table in tables:
        if table.name is TableName.UNITS:
            columns = (table.frame[name] for name in ("unit_id", "name", "parent_id"))
            for unit, name, parent in zip(*columns, strict=True):
                yield _text(unit) or _text(name), _bare(_text(name)), _text(parent)


def _exchanged(table: RawTable, found: Mapping[str, str]) -> RawTable:
    frame = table.frame.copy()
    if table.name is TableName.UNITS:
        own = frame["unit_id"].where(frame["unit_id"].notna(), frame["name"])
        frame["unit_id"] = own.map(found).astype(object).where(own.isin(found), frame["unit_id"])
    for column in _REFERENCES.get(table.name, ()):
        if (table.name, column) != (TableName.UNITS, "unit_id"):
            frame[column] = frame[column].map(lambda named: found.get(named, named))
    return replace(table, frame=frame)


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value).strip()  # noqa: PLR0124  # NaN


def _bare(name: str) -> str:
    return plain(name).replace(" ", "")
