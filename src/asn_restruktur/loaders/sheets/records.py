"""Which rows do the lists of a JSON or YAML document hold?"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from asn_restruktur.documents import Node, Shape
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.sheets.sheet import Sheet, SheetsRead
from asn_restruktur.loaders.understood import InputForm

ABOVE_ID = "Parent ID"
ABOVE_NAME = "Parent Name"
"""Headings of the columns that say under which record a nested one stands."""

_IDS = ("id", "kode", "code", "uuid")
_NAMES = ("nama", "name", "title", "label", "text")
_ORG_FILE_KEYS = ("units", "links", "proposal", "operations")
_FEWEST_SHARED = 0.5

Row = dict[str, str]


def read_records(root: Node, file: str) -> SheetsRead | None:
    """Read every list of records of a document as a table.

    Args:
        root: the document.
        file: path as typed, in POSIX form.

    Returns:
        One sheet for each list whose items are maps; its heading is the keys of all of them, and
        its rows are cited by the line where a record begins. The parts of a map inside a record
        are columns named by both keys; records nested under their like follow them, with the
        record above named. None for a document without such a list, and for an org file.
    """
    if any(root.get(key) is not None for key in _ORG_FILE_KEYS):
        return None
    sheets = tuple(_sheet(found, file) for found in _lists(root, ""))
    return SheetsRead(file=file, form=InputForm.RECORDS, sheets=sheets) if sheets else None


@dataclass(slots=True)
class _Listed:
    """A list of records: its name, where it begins, and its rows with their lines."""

    name: str
    line: int
    rows: list[Row] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)


def _lists(node: Node, name: str) -> Iterator[_Listed]:
    """Walk down to the lists of records; a list of named lists gives each of them."""
    if node.shape is Shape.MAPPING:
        for key, item in node.entries():
            yield from _lists(item, key)
        return
    records = [item for item in node.items if item.shape is Shape.MAPPING]
    if not records or len(records) < len(node.items):
        return
    tables = [(record, inner) for record in records if (inner := _table_of(record))]
    if tables:
        for record, inner in tables:
            yield from _lists(inner, _first(record, _NAMES) or name)
        return
    listed = _Listed(name, node.line)
    _take(records, {}, listed)
    yield listed


def _table_of(record: Node) -> Node | None:
    """Return the rows that a dump of a database wraps with the name of their table."""
    inner = record.get("data")
    is_table = record.get("type") is not None and inner is not None
    return inner if is_table and inner and _are_records(inner) else None


def _are_records(node: Node) -> bool:
    return node.shape is Shape.SEQUENCE and any(item.shape is Shape.MAPPING for item in node.items)


def _take(records: list[Node], above: Row, listed: _Listed) -> None:
    """Take records and, below each, those that are nested under it and are like it."""
    for record in records:
        row: Row = {}
        _flatten(record, "", row)
        keys = {key for key, _ in record.entries()}
        nested = [
            item for _, item in record.entries() if _are_records(item) and _are_like(item, keys)
        ]
        listed.rows.append({**row, **above})
        listed.lines.append(record.line)
        own = _first(record, _IDS), _first(record, _NAMES)
        said = {ABOVE_ID: own[0]} if own[0] else {ABOVE_NAME: own[1]} if own[1] else {}
        for inner in nested:
            _take([one for one in inner.items if one.shape is Shape.MAPPING], said, listed)


def _are_like(inner: Node, keys: set[str]) -> bool:
    """Tell whether nested records have the keys of the one above them."""
    own = {key for item in inner.items for key, _ in item.entries()}
    return len(own & keys) >= _FEWEST_SHARED * len(own)


def _flatten(node: Node, prefix: str, row: Row) -> None:
    """Write the scalars of a map, of maps inside it, and of lists of scalars."""
    for key, item in node.entries():
        name = f"{prefix} {key}".strip()
        match item.shape:
            case Shape.SCALAR:
                row[name] = item.text or ""
            case Shape.MAPPING:
                _flatten(item, name, row)
            case Shape.SEQUENCE if not _are_records(item):
                row[name] = "\n".join(part.text for part in item.items if part.text)
            case _:
                continue


def _first(record: Node, names: tuple[str, ...]) -> str:
    """Return the first value of a record that one of the names has."""
    found = {key.lower(): item.text or "" for key, item in record.entries()}
    return next((found[name] for name in names if found.get(name)), "")


def _sheet(listed: _Listed, file: str) -> Sheet:
    headings = list(dict.fromkeys(key for row in listed.rows for key in row))
    return Sheet(
        origin=Origin(file),
        rows=[headings, *([row.get(key, "") for key in headings] for row in listed.rows)],
        numbers=[listed.line, *listed.lines],
        titles=(listed.name,) if listed.name else (),
    )
