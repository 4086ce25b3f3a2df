"""What does this mapping file say, and what in it cannot be meant?"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from asn_restruktur.config.reading import nearest
from asn_restruktur.documents import Node, Shape, read_document
from asn_restruktur.loaders.cells import column_index
from asn_restruktur.loaders.tables.composite import JOINED
from asn_restruktur.loaders.tables.forms import STATEMENTS, TableForm, forms, vocabulary
from asn_restruktur.loaders.tables.hierarchy import Rule
from asn_restruktur.loaders.tables.mapping import (
    NO_TABLE,
    ColumnSaid,
    Condition,
    FileSaid,
    Said,
    TableSaid,
)
from asn_restruktur.vocabulary import Place, Problem, UnusableInput, Value, params

FILE_KEYS = ("file", "tables")
TABLE_KEYS = (
    "sheet", "table", "heading", "rows", "columns", "unit", "position", "set", "only", "hierarchy",
)  # fmt: skip
COLUMN_KEYS = ("at", "heading", "column", "whole")
FLAGS = {"true": True, "false": False, "": False}

_RANGE = re.compile(r"([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?")
_LINES = re.compile(r"(\d{1,9})(?:\s*-\s*(\d{1,9}))?")
_ROWS = re.compile(r"(\d{1,9})\s*-\s*(\d{1,9})?")
_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_NUMBER = re.compile(r"[1-9]\d{0,5}")
_MOST_QUOTED = 60
_RULES = tuple(str(rule) for rule in Rule)


def mapping_of(path: Path) -> Said:
    """Read the mapping in a file.

    Raises:
        UnusableInput: the file cannot be read, or with every fault of the mapping.
    """
    place = Place(file=path.as_posix())
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnusableInput(Problem(key="mapping.no_such_file", place=place)) from None
    except OSError:
        raise UnusableInput(Problem(key="mapping.unreadable", place=place)) from None
    return read_mapping(content, path.as_posix())


def read_mapping(content: bytes, file: str) -> Said:
    """Read a mapping.

    Args:
        content: the YAML text.
        file: path as typed, in POSIX form.

    Raises:
        UnusableInput: with every fault of the mapping, each with its line.
    """
    root = read_document(content, file)
    reader = _Reader()
    said = Said(files=tuple(reader.files(root)))
    if reader.problems:
        raise UnusableInput(*reader.problems)
    return said


class _Reader:
    """Collects faults while it reads a mapping."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def files(self, root: Node) -> Iterator[FileSaid]:
        """Read all files."""
        self.check_keys(root, ("files",), "files")
        for node in self.maps(root, "files"):
            self.check_keys(node, FILE_KEYS, "files")
            yield FileSaid(
                place=node.place,
                pattern=self.needed(node, "file"),
                tables=tuple(self.table(table) for table in self.maps(node, "tables")),
            )

    def table(self, node: Node) -> TableSaid:
        """Read what one table is said to be."""
        self.check_keys(node, TABLE_KEYS, "tables")
        name = self.needed(node, "table")
        form = vocabulary().form(name)
        if name and name != NO_TABLE and form is None:
            self.tell_unknown("table", node.get("table") or node, [*_names(), NO_TABLE])
        if form is None:
            return TableSaid(place=node.place, sheet=_text(node, "sheet"))
        heading, span = self.heading(node)
        columns = tuple(self.column(one, form) for one in self.maps(node, "columns"))
        self.check_needed(columns, form, node)
        has_texts = any(column.heading for column in columns if column.field)
        if columns and not has_texts and not _text(node, "heading"):
            self.tell("no_heading_rows", node.place, table=name)
        return TableSaid(
            place=node.place,
            sheet=_text(node, "sheet"),
            form=form,
            heading=heading,
            span=span,
            body=self.rows(node),
            columns=columns,
            unit=tuple(self.texts(node, "unit")) if node.key("unit") else None,
            position=_text(node, "position") if node.key("position") else None,
            constants=self.constants(node, form),
            only=tuple(self.conditions(node)),
            hierarchy=self.hierarchy(node),
        )

    def column(self, node: Node, form: TableForm) -> ColumnSaid:
        """Read what one column is said to be."""
        self.check_keys(node, COLUMN_KEYS, "columns")
        at, heading = _text(node, "at"), _text(node, "heading")
        index: int | None = None
        if _LETTERS.fullmatch(at):
            index = column_index(at)
        elif _NUMBER.fullmatch(at):
            index = int(at) - 1
        elif at:
            self.tell("no_column", (node.get("at") or node).place, value=at[:_MOST_QUOTED])
        if index is None and not heading:
            self.tell("unplaced_column", node.place)
        field = _text(node, "column")
        self.check_field(field, form, node.get("column") or node)
        whole = _text(node, "whole").lower()
        if whole not in FLAGS:
            self.tell("no_flag", (node.get("whole") or node).place, value=whole[:_MOST_QUOTED])
        return ColumnSaid(
            place=node.place,
            heading=heading,
            at=index,
            field=field,
            is_whole=FLAGS.get(whole, False),
        )

    def heading(self, node: Node) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
        """Read where the heading stands: its rows, and its columns where they are said."""
        text = _text(node, "heading")
        if not text:
            return None, None
        if cells := _RANGE.fullmatch(text):
            rows = (int(cells[2]), int(cells[4] or cells[2]))
            span = (column_index(cells[1]), column_index(cells[3] or cells[1]))
            if 0 < rows[0] <= rows[1] and span[0] <= span[1]:
                return rows, span
        elif lines := _LINES.fullmatch(text):
            rows = (int(lines[1]), int(lines[2] or lines[1]))
            if 0 < rows[0] <= rows[1]:
                return rows, None
        self.tell("no_range", (node.get("heading") or node).place, value=text[:_MOST_QUOTED])
        return None, None

    def rows(self, node: Node) -> tuple[int, int]:
        """Read the first and the last row of a table."""
        text = _text(node, "rows")
        if not text:
            return 0, 0
        found = _ROWS.fullmatch(text)
        first, last = (int(found[1]), int(found[2] or 0)) if found else (0, 0)
        if not first or (last and last < first):
            self.tell("no_rows", (node.get("rows") or node).place, value=text[:_MOST_QUOTED])
        return first, last

    def constants(self, node: Node, form: TableForm) -> dict[str, str]:
        """Read the values that hold for rows without one."""
        said = self.entries(node, "set")
        for key, _ in said:
            self.check_field(key.text or "", form, key)
        return {key.text or "": value.text or "" for key, value in said}

    def conditions(self, node: Node) -> Iterator[Condition]:
        """Read the conditions that rows must meet."""
        for key, value in self.entries(node, "only"):
            texts = [item.text for item in value.items] if value.items else [value.text]
            yield Condition(
                place=key.place,
                heading=key.text or "",
                values=tuple((text or "").strip() for text in texts),
            )

    def hierarchy(self, node: Node) -> Rule | None:
        """Read the rule of the hierarchy."""
        text = _text(node, "hierarchy")
        if text and text not in _RULES:
            self.tell_unknown("hierarchy", node.get("hierarchy") or node, _RULES)
        return Rule(text) if text in _RULES else None

    def check_keys(self, node: Node, known: Sequence[str], name: str) -> None:
        """Tell the keys that a map has and must not have."""
        if node.shape is not Shape.MAPPING:
            self.tell("no_map", node.place, name=name)
            return
        for key in node.keys:
            if key.text not in known:
                self.tell_unknown("key", key, known)

    def check_needed(self, columns: Sequence[ColumnSaid], form: TableForm, node: Node) -> None:
        """Tell a table without the columns that make it one; in others a gap shows row by row."""
        fields = {part for column in columns for part in column.field.split(JOINED) if part}
        if not fields <= {*form.fields.values()}:
            return  # told where it stands
        needs = form.needs if form.name == STATEMENTS else form.needs[:1]
        for need in needs:
            if fields.isdisjoint(need):
                columns_needed = tuple(sorted(need))
                self.tell("no_columns", node.place, table=form.name, columns=columns_needed)

    def check_field(self, field: str, form: TableForm, node: Node) -> None:
        """Tell a field that the table does not have; several are joined by `+`."""
        known = list(dict.fromkeys(form.fields.values()))
        for part in filter(None, field.split(JOINED)):
            if part not in known:
                self.tell_unknown("field", node, known, value=part, table=form.name)

    def needed(self, node: Node, key: str) -> str:
        """Return a text that must be there."""
        text = _text(node, key)
        if not text and node.shape is Shape.MAPPING:
            self.tell("missing", node.place, name=key)
        return text

    def maps(self, node: Node, key: str) -> list[Node]:
        """Return the items of a list."""
        inner = node.get(key)
        if inner is None or (inner.shape is Shape.SCALAR and inner.text is None):
            return []
        if inner.shape is not Shape.SEQUENCE:
            self.tell("no_list", inner.place, name=key)
            return []
        return inner.items

    def entries(self, node: Node, key: str) -> list[tuple[Node, Node]]:
        """Return keys and values of a map inside."""
        inner = node.get(key)
        if inner is None or (inner.shape is Shape.SCALAR and inner.text is None):
            return []
        if inner.shape is not Shape.MAPPING:
            self.tell("no_map", inner.place, name=key)
            return []
        return list(zip(inner.keys, inner.items, strict=False))

    def texts(self, node: Node, key: str) -> list[str]:
        """Return one text or a list of them."""
        inner = node.get(key)
        if inner is None:
            return []
        found = inner.items if inner.shape is Shape.SEQUENCE else [inner]
        return [item.text for item in found if item.text]

    def tell_unknown(
        self, what: str, node: Node, known: Sequence[str], *, value: str = "", table: str = ""
    ) -> None:
        """Tell a word that is not known, with the nearest one."""
        written = (value or node.text or "")[:_MOST_QUOTED]
        near = nearest(written, list(known))
        said: dict[str, Value] = {"near": near} if near else {"known": tuple(known)}
        more: dict[str, Value] = {"table": table} if table else {}
        variant = "near" if near else "far"
        self.tell(f"unknown_{what}.{variant}", node.place, value=written, **said, **more)

    def tell(self, fault: str, place: Place, **values: Value) -> None:
        """Remember a fault."""
        self.problems.append(Problem(key=f"mapping.{fault}", place=place, params=params(**values)))


def _names() -> list[str]:
    return [form.name for form in forms()]


def _text(node: Node, key: str) -> str:
    inner = node.get(key)
    return (inner.text or "").strip() if inner is not None else ""
