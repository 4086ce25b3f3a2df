"""What does a W3C ORG description in JSON-LD say?

Source: The Organization Ontology, W3C Recommendation of 16 January 2014.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from asn_restruktur.documents import Node, Shape
from asn_restruktur.loaders.placed_rows import PlacedRow, Row, raw_table
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.understood import FileReading, InputForm, Part, Source
from asn_restruktur.organisation.words import unit_kind_of, word
from asn_restruktur.vocabulary import LinkKind, Place, TableName, UnitKind

_UNITS = frozenset({"Organization", "FormalOrganization", "OrganizationalUnit"})
_POST, _MEMBERSHIP, _PERSON = "Post", "Membership", "Person"
_NAMES = ("prefLabel", "label", "name", "title")
_CODES = ("identifier", "notation")
_ABOVE = ("unitOf", "subOrganizationOf", "transitiveSubOrganizationOf")
_BELOW = ("hasUnit", "hasSubOrganization")
_LANGUAGES = ("id", "en", "")


@dataclass(slots=True)
class _Thing:
    """Everything that a document says of one thing.

    Args:
        place: where it is first described.
        types: local names of its classes.
        texts: literals by property, each with its language.
        refers: ids of other things by property.
    """

    place: Place
    types: set[str] = field(default_factory=set)
    texts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    refers: dict[str, list[str]] = field(default_factory=dict)


Things = dict[str, _Thing]


def is_w3c_org(root: Node) -> bool:
    """Tell whether a document is JSON-LD with organisations of the ORG vocabulary."""
    return any(thing.types & (_UNITS | {_POST, _MEMBERSHIP}) for thing in _things(root).values())


def read_w3c_org(root: Node, file: str) -> FileReading:
    """Read organisations and units, posts, memberships, purposes and links.

    Args:
        root: JSON-LD, expanded or compact; contexts are not fetched, names count without prefix.
        file: path as typed, in POSIX form.

    Returns:
        The tables units, positions, employees, functions (`purpose`) and links (`linkedTo`). An
        id is the thing's identifier where it has one of its own, else its IRI.

    Raises:
        UnusableInput: nothing in it is an organisation.
    """
    things = _things(root)
    ids = _ids(things)
    units = {iri: thing for iri, thing in things.items() if thing.types & _UNITS}
    if not units:
        raise refusal("no_org_file", file, keys=tuple(key for key, _ in root.entries())[:8])
    above = _above(things, units)
    rows: dict[TableName, list[PlacedRow]] = {
        TableName.UNITS: list(_unit_rows(units, above, ids)),
        TableName.POSITIONS: list(_position_rows(things, units, ids)),
        TableName.EMPLOYEES: list(_employee_rows(things, units, ids)),
        TableName.FUNCTIONS: [
            ({"unit_id": ids[iri], "order": order, "text": text}, thing.place)
            for iri, thing in units.items()
            for order, text in enumerate(_spoken(thing.texts.get("purpose", [])), start=1)
        ],
        TableName.LINKS: [
            (
                {"from_unit": ids[iri], "to_unit": ids[to], "kind": str(LinkKind.COORDINATION)},
                thing.place,
            )
            for iri, thing in units.items()
            for to in thing.refers.get("linkedTo", ())
            if to in units
        ],
    }
    return FileReading(
        source=Source(
            file=file,
            form=InputForm.W3C_ORG,
            parts=tuple(Part(table=name, rows=len(found)) for name, found in rows.items() if found),
        ),
        tables=tuple(raw_table(name, found) for name, found in rows.items() if found),
    )


def _unit_rows(units: Things, above: dict[str, str], ids: dict[str, str]) -> Iterator[PlacedRow]:
    for iri, thing in units.items():
        said = " ".join(_spoken(thing.texts.get("classification", [])))
        parent = above.get(iri)
        row: Row = {
            "unit_id": ids[iri],
            "name": _name(thing) or ids[iri],
            "kind": word(said, UnitKind) or unit_kind_of(said),
            "parent_id": ids.get(parent, parent) if parent else None,
        }
        yield row, thing.place


def _position_rows(things: Things, units: Things, ids: dict[str, str]) -> Iterator[PlacedRow]:
    owners = {post: iri for iri, unit in units.items() for post in unit.refers.get("hasPost", ())}
    for iri, thing in things.items():
        if _POST not in thing.types:
            continue
        owner = _first(thing, ("postIn",)) or owners.get(iri, "")
        superior = _first(thing, ("reportsTo",))
        role = things.get(_first(thing, ("role",)))
        row: Row = {
            "position_id": ids[iri],
            "unit_id": ids.get(owner, owner) or None,
            "title": _name(thing) or (_name(role) if role else "") or None,
            "reports_to": ids.get(superior, superior) or None,
        }
        yield row, thing.place


def _employee_rows(things: Things, units: Things, ids: dict[str, str]) -> Iterator[PlacedRow]:
    """Walk memberships, and people who hold a post or are said to be members."""
    for iri, thing in things.items():
        if _MEMBERSHIP in thing.types:
            person = _first(thing, ("member",))
            unit, post = _first(thing, ("organization",)), _first(thing, ("post",))
        elif thing.types & {_PERSON, "Agent"} and thing.refers.keys() & {"holds", "memberOf"}:
            person = iri
            unit, post = _first(thing, ("memberOf",)), _first(thing, ("holds",))
        else:
            continue
        if not person:
            continue
        holder = things.get(person)
        row: Row = {
            "employee_id": ids.get(person, person),
            "name": (_name(holder) if holder else "") or None,
            "unit_id": ids[unit] if unit in units else None,
            "position_id": ids.get(post, post) or None,
        }
        yield row, thing.place
    for iri, thing in things.items():
        for person in thing.refers.get("heldBy", ()) if _POST in thing.types else ():
            holder = things.get(person)
            name = _name(holder) if holder else ""
            held: Row = {"employee_id": ids.get(person, person), "name": name or None}
            yield held | {"position_id": ids[iri]}, thing.place


def _above(things: Things, units: Things) -> dict[str, str]:
    """Return what stands above each unit, said from below or from above."""
    above: dict[str, str] = {}
    for iri, thing in units.items():
        for child in (one for name in _BELOW for one in thing.refers.get(name, ())):
            above.setdefault(child, iri)
    for iri, thing in units.items():
        if parent := _first(thing, _ABOVE):
            above[iri] = parent
    return {iri: parent for iri, parent in above.items() if iri in things}


def _ids(things: Things) -> dict[str, str]:
    """Choose the identifier of each thing where no other has it, else the IRI."""
    codes = {
        iri: next((code for name in _CODES for code in _spoken(thing.texts.get(name, []))), "")
        for iri, thing in things.items()
    }
    once = _once(codes.values())
    return {iri: code if code in once else iri for iri, code in codes.items()}


def _once(codes: Iterable[str]) -> set[str]:
    seen: dict[str, int] = {}
    for code in codes:
        seen[code] = seen.get(code, 0) + 1
    return {code for code, count in seen.items() if code and count == 1}


def _things(root: Node) -> Things:
    """Gather what is said of each thing, wherever it is nested."""
    things: Things = {}
    stack = [root]
    while stack:
        node = stack.pop()
        if node.shape is Shape.SEQUENCE:
            stack.extend(reversed(node.items))
            continue
        if node.shape is not Shape.MAPPING:
            continue
        graph = node.get("@graph")
        if graph:
            stack.append(graph)
        thing = things.setdefault(_iri(node), _Thing(node.place))
        for key, value in node.entries():
            if key in ("@type", "type"):
                thing.types |= {_local(text) for text in _literals(value)}
            elif not key.startswith("@"):
                _take(thing, _local(key), value, stack)
    return {iri: thing for iri, thing in things.items() if thing.types or thing.texts}


def _take(thing: _Thing, name: str, value: Node, stack: list[Node]) -> None:
    """Take the values of one property; things described in place wait on the stack."""
    for item in value.items if value.shape is Shape.SEQUENCE else [value]:
        if item.shape is Shape.MAPPING and item.get("@value") is None:
            thing.refers.setdefault(name, []).append(_iri(item))
            if len(item.keys) > 1 or item.get("@id") is None:
                stack.append(item)
        elif item.shape is Shape.MAPPING:
            spoken, language = item.get("@value"), item.get("@language")
            text = (spoken.text or "") if spoken else ""
            said = (text, (language.text or "") if language else "")
            thing.texts.setdefault(name, []).append(said)
        elif item.text:
            thing.texts.setdefault(name, []).append((item.text, ""))
            thing.refers.setdefault(name, []).append(item.text)


def _iri(node: Node) -> str:
    """Return the id of a thing; one without gets the place where it stands."""
    named = node.get("@id") or node.get("id")
    if named and named.text:
        return named.text
    return f"_:{node.line}.{node.column}"


def _literals(value: Node) -> list[str]:
    items = value.items if value.shape is Shape.SEQUENCE else [value]
    return [item.text for item in items if item.text]


def _local(name: str) -> str:
    """Return a name without its namespace: `http://www.w3.org/ns/org#Post`, `org:Post`."""
    return name.replace("#", "/").replace(":", "/").rpartition("/")[2]


def _spoken(texts: Iterable[tuple[str, str]]) -> list[str]:
    """Return the texts of the first language that is spoken here, else of any."""
    told = list(texts)
    for wanted in _LANGUAGES:
        found = [text for text, language in told if language.partition("-")[0] == wanted]
        if found:
            return found
    return [text for text, _ in told]


def _name(thing: _Thing) -> str:
    found = next((thing.texts[name] for name in _NAMES if name in thing.texts), [])
    return next(iter(_spoken(found)), "")


def _first(thing: _Thing, names: Iterable[str]) -> str:
    return next((one for name in names for one in thing.refers.get(name, ())), "")
