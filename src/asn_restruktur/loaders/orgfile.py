"""What does this org file say?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from asn_restruktur.documents import Node, Shape
from asn_restruktur.findings import Evidence, Finding, Problem, UnusableInput, params
from asn_restruktur.loaders.orgshape import unexpected
from asn_restruktur.loaders.understood import FileReading, InputForm, Part, Source
from asn_restruktur.organisation import scalars
from asn_restruktur.organisation.model import Government, RawTable
from asn_restruktur.rules import UNKNOWN_KEY
from asn_restruktur.vocabulary import Place, TableName

UNIT = {
    "id": "unit_id",
    "name": "name",
    "kind": "kind",
    "urusan": "urusan",
    "territory": "territory",
    "type": "type",
    "legal_basis": "legal_basis",
}
POSITION = {
    "id": "position_id",
    "title": "title",
    "kind": "kind",
    "level": "level",
    "eselon": "eselon",
    "class": "class",
    "reports_to": "reports_to",
    "need": "need",
    "filled": "filled",
    "capacity": "capacity",
}
FUNCTION = {
    "id": "statement_id",
    "kind": "kind",
    "text": "text",
    "citation": "citation",
    "position": "position_id",
}
LINK = {
    "from": "from_unit",
    "to": "to_unit",
    "kind": "kind",
    "topic": "topic",
    "lead": "lead",
}
_COLUMNS = {
    TableName.UNITS: (*UNIT.values(), "parent_id"),
    TableName.POSITIONS: (*POSITION.values(), "unit_id", "is_head"),
    TableName.FUNCTIONS: (*FUNCTION.values(), "unit_id", "order"),
    TableName.LINKS: tuple(LINK.values()),
}
_PROPOSAL_KEYS = ("proposal", "operations")
_MOST_KEYS = 8

Row = dict[str, object]


def read_org_file(root: Node, file: str) -> FileReading:
    """Read nested units with their heads, statements and positions, and links between them.

    Args:
        root: the document.
        file: path as typed, in POSIX form.

    Returns:
        The tables units, positions, functions and links; unknown keys and wrong shapes are
        findings, what stands beside them is read. A statement keeps its order in its unit.

    Raises:
        UnusableInput: the document is not an org file.
    """
    if root.get("units") is None and root.get("links") is None:
        raise UnusableInput(_other(root, file))
    tables = _Tables()
    for unit in _maps(root, "units"):
        tables.add_unit(unit, parent=None)
    for link in _maps(root, "links"):
        tables.add(TableName.LINKS, _values(link, LINK), link.place)
    raw = tuple(
        RawTable(name=name, frame=tables.frame(name)) for name in _COLUMNS if tables.rows[name]
    )
    government, findings = _government(root)
    return FileReading(
        source=Source(
            file=file,
            form=InputForm.ORG_FILE,
            parts=tuple(Part(table=table.name, rows=len(table.frame)) for table in raw),
        ),
        tables=raw,
        government=government,
        findings=(*findings, *unexpected(root)),
    )


@dataclass(slots=True)
class _Tables:
    """Rows gathered from the tree, each with its place."""

    rows: dict[TableName, list[Row]] = field(
        default_factory=lambda: {name: [] for name in _COLUMNS}
    )
    places: dict[TableName, list[Place]] = field(
        default_factory=lambda: {name: [] for name in _COLUMNS}
    )

    def add_unit(self, node: Node, parent: object) -> None:
        """Take a unit and everything that belongs to it, before the units below."""
        values = _values(node, UNIT)
        # A unit without an id is meant by its name; ids are given where all inputs are known.
        unit = values.get("unit_id") or values.get("name")
        self.add(TableName.UNITS, values | {"parent_id": parent}, node.place)
        head = node.get("head")
        if head is not None and head.shape is Shape.MAPPING:
            row = _values(head, POSITION) | {"unit_id": unit, "is_head": True}
            self.add(TableName.POSITIONS, row, head.place)
        self.add_functions(node.get("functions"), unit)
        for position in _maps(node, "positions"):
            row = _values(position, POSITION) | {"unit_id": unit, "is_head": False}
            self.add(TableName.POSITIONS, row, position.place)
        for child in _maps(node, "units"):
            self.add_unit(child, parent=unit)

    def add_functions(self, functions: Node | None, unit: object) -> None:
        """Take statements, plain or with an id, numbered in their order."""
        for order, node in enumerate(functions.items if functions else (), start=1):
            values = _values(node, FUNCTION) if node.shape is Shape.MAPPING else {"text": node.text}
            if node.shape is not Shape.SEQUENCE:
                row = values | {"unit_id": unit, "order": order}
                self.add(TableName.FUNCTIONS, row, node.place)

    def add(self, table: TableName, row: Row, place: Place) -> None:
        """Take one row."""
        self.rows[table].append(row)
        self.places[table].append(place)

    def frame(self, table: TableName) -> pd.DataFrame:
        """Build the frame of a table."""
        rows, places = self.rows[table], self.places[table]
        columns = {
            name: pd.Series([row.get(name) for row in rows], dtype=object)
            for name in _COLUMNS[table]
        }
        return pd.DataFrame(columns).assign(
            place_file=[place.file for place in places],
            place_sheet="",
            place_row=[place.line for place in places],
            place_column=[place.column for place in places],
            place_article="",
        )


def _values(node: Node, names: Mapping[str, str]) -> Row:
    """Return the scalars of a map under their table's names; lists of text joined by `;`."""
    values: Row = {}
    for key, item in node.entries():
        if key in names and item.shape is not Shape.MAPPING:
            listed = [part.text for part in item.items if part.text]
            values[names[key]] = ";".join(listed) if item.shape is Shape.SEQUENCE else item.text
    return values


def _maps(node: Node, key: str) -> list[Node]:
    """Return the maps of a list; anything else there is told as a wrong shape."""
    inner = node.get(key)
    return [item for item in inner.items if item.shape is Shape.MAPPING] if inner else []


def _government(root: Node) -> tuple[Government, list[Finding]]:
    """Read what the file says of the government; a value without a meaning is told."""
    findings: list[Finding] = []

    def told(key: str) -> str:
        node = root.get(key)
        return scalars.text(node.text) if node and node.text is not None else ""

    def refuse(key: str) -> None:
        node = root.get(key) or root
        findings.append(
            Finding(
                rule=UNKNOWN_KEY,
                key=f"{UNKNOWN_KEY.code}.{key}",
                evidence=(Evidence(place=node.place, quote=node.text or ""),),
                params=params(value=node.text or ""),
            )
        )

    as_of = ""
    try:
        day = scalars.date(told("as_of"))
        as_of = day.isoformat() if day else ""
    except ValueError:
        refuse("as_of")
    whole = False
    try:
        whole = bool(scalars.flag(told("whole_government")))
    except ValueError:
        refuse("whole_government")
    government = Government(
        name=told("organisation"), kind=told("government_kind").lower(), as_of=as_of, whole=whole
    )
    return government, findings


def _other(root: Node, file: str) -> Problem:
    """Say what the file is instead."""
    keys = [key for key, _ in root.entries()]
    if any(key in _PROPOSAL_KEYS for key in keys):
        return Problem(key="input.proposal", place=Place(file=file))
    if not keys:
        return Problem(key="input.no_map", place=Place(file=file, line=1))
    shown = tuple(keys[:_MOST_KEYS])
    return Problem(key="input.no_org_file", place=Place(file=file), params=params(keys=shown))
