"""What do the organisations, posts and memberships of a Popolo document say?

Source: the Popolo specification, classes Organization, Post, Membership and Person.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from asn_restruktur.documents import Node, Shape
from asn_restruktur.findings import Finding, params
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.placed_rows import PlacedRow, Row, raw_table
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.understood import FileReading, InputForm, LeftOut, Part, Source
from asn_restruktur.organisation.words import unit_kind_of, word
from asn_restruktur.rules import UNRECOGNISED
from asn_restruktur.vocabulary import TableName, UnitKind

_LISTS = frozenset({"organizations", "posts", "memberships", "persons", "people"})
_ORGANISATION = frozenset({"parent_id", "classification", "founding_date", "dissolution_date"})


@dataclass(slots=True)
class _Tables:
    units: list[PlacedRow] = field(default_factory=list)
    positions: list[PlacedRow] = field(default_factory=list)
    employees: list[PlacedRow] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    ended: list[int] = field(default_factory=list)


def is_popolo(root: Node) -> bool:
    """Tell whether a document is Popolo: its lists by name, or a bare list of organisations."""
    if root.shape is Shape.MAPPING:
        return any(key in _LISTS and item.shape is Shape.SEQUENCE for key, item in root.entries())
    first = root.items[0] if root.shape is Shape.SEQUENCE and root.items else None
    keys = {key for key, _ in first.entries()} if first else set()
    return "name" in keys and bool(keys & _ORGANISATION)


def read_popolo(root: Node, file: str) -> FileReading:
    """Read organisations as units, posts as positions, and memberships as their holders.

    Args:
        root: the document.
        file: path as typed, in POSIX form.

    Returns:
        The tables units, positions and employees; what ended is left out and told.

    Raises:
        UnusableInput: no organisation is in force.
    """
    tables = _Tables()
    organisations = root.items if root.shape is Shape.SEQUENCE else _list(root, "organizations")
    persons = [*_list(root, "persons"), *_list(root, "people")]
    for person in persons:
        tables.names[_id(person)] = _text(person, "name")
    for organisation in organisations:
        _organisation(tables, organisation)
    for post in _list(root, "posts"):
        _post(tables, post, "")
    for membership in _list(root, "memberships"):
        _membership(tables, membership)
    for person in persons:
        for membership in _list(person, "memberships"):
            _membership(tables, membership, person=_id(person))
    if not tables.units:
        raise refusal("no_org_file", file, keys=tuple(key for key, _ in root.entries())[:8])
    rows = {
        TableName.UNITS: tables.units,
        TableName.POSITIONS: tables.positions,
        TableName.EMPLOYEES: tables.employees,
    }
    left_out = {LeftOut.ENDED: len(tables.ended)} if tables.ended else {}
    parts = [
        Part(table=name, rows=len(found), left_out=left_out if name is TableName.UNITS else {})
        for name, found in rows.items()
        if found
    ]
    return FileReading(
        source=Source(file=file, form=InputForm.POPOLO, parts=tuple(parts)),
        tables=tuple(raw_table(name, found) for name, found in rows.items() if found),
        findings=tuple(_told(tables.ended, file)),
    )


def _organisation(tables: _Tables, node: Node) -> None:
    if _has_ended(tables, node, "dissolution_date"):
        return
    parent = node.get("parent")
    classification = _text(node, "classification")
    area = node.get("area")
    row: Row = {
        "unit_id": _id(node) or None,
        "name": _text(node, "name") or None,
        "parent_id": _text(node, "parent_id") or (_id(parent) if parent else "") or None,
        "kind": word(classification, UnitKind) or unit_kind_of(classification),
        "territory": (_text(area, "name") if area else "") or None,
    }
    tables.units.append((row, node.place))
    unit = _id(node) or _text(node, "name")
    for post in _list(node, "posts"):
        _post(tables, post, unit)
    for membership in _list(node, "memberships"):
        _membership(tables, membership, unit=unit)
    for child in _list(node, "children"):
        if child.shape is Shape.MAPPING:
            _organisation(tables, child)


def _post(tables: _Tables, node: Node, unit: str) -> None:
    if _has_ended(tables, node, "end_date"):
        return
    organisation = node.get("organization")
    owner = _text(node, "organization_id") or (_id(organisation) if organisation else "") or unit
    row: Row = {
        "position_id": _id(node) or None,
        "unit_id": owner or None,
        "title": _text(node, "label") or _text(node, "role") or None,
    }
    tables.positions.append((row, node.place))
    for membership in _list(node, "memberships"):
        _membership(tables, membership, unit=owner, post=_id(node))


def _membership(
    tables: _Tables, node: Node, *, person: str = "", unit: str = "", post: str = ""
) -> None:
    if _has_ended(tables, node, "end_date"):
        return
    holder = node.get("person")
    own = _text(node, "person_id") or (_id(holder) if holder else "") or person
    name = (_text(holder, "name") if holder else "") or tables.names.get(own, "")
    if not own and not name:
        return
    row: Row = {
        "employee_id": own or None,
        "name": name or None,
        "unit_id": _text(node, "organization_id") or unit or None,
        "position_id": _text(node, "post_id") or post or None,
    }
    tables.employees.append((row, node.place))


def _has_ended(tables: _Tables, node: Node, key: str) -> bool:
    """Tell whether something is over; its line is remembered."""
    if not _text(node, key):
        return False
    tables.ended.append(node.line)
    return True


def _told(ended: list[int], file: str) -> Iterator[Finding]:
    if ended:
        origin = Origin(file)
        yield Finding(
            rule=UNRECOGNISED,
            key=f"{UNRECOGNISED.code}.ended",
            evidence=origin.cells((line, 0) for line in sorted(set(ended))),
            params=params(sheet=origin.name, count=len(ended)),
        )


def _id(node: Node) -> str:
    return _text(node, "id") or _text(node, "_id")


def _text(node: Node, key: str) -> str:
    found = node.get(key)
    return found.text or "" if found else ""


def _list(node: Node, key: str) -> list[Node]:
    found = node.get(key)
    items = found.items if found and found.shape is Shape.SEQUENCE else []
    return [item for item in items if item.shape is Shape.MAPPING]
