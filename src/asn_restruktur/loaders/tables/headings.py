"""Which table is this, and which column does each heading mean?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from asn_restruktur.documents import Node, read_document
from asn_restruktur.organisation.tables import COLUMNS
from asn_restruktur.vocabulary import TableName

HEADER_ROWS = 40
"""The heading stands in one of the first rows; above it are titles."""

STATEMENTS = "statements"
"""One list of units and their statements; it gives two tables."""

STATEMENT_COLUMNS = (
    "unit_id",
    "unit_name",
    "parent_id",
    "unit_kind",
    "statement_id",
    "statement",
)
_FEWEST_HEADINGS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """What a table looks like on a sheet.

    Args:
        name: a table's name, or `statements`.
        needs: columns without which it is not this table; of each set, one.
        columns: column by heading, headings as `normalised`.
        looked_up: headings that repeat what another table says.
        never: headings that stand on no such sheet.
        sheets: names of sheets that hold it, as `normalised`.
    """

    name: str
    needs: tuple[frozenset[str], ...]
    columns: Mapping[str, str]
    looked_up: frozenset[str]
    never: frozenset[str]
    sheets: frozenset[str]

    @property
    def table(self) -> TableName:
        """The table whose rows it lists."""
        return TableName.FUNCTIONS if self.name == STATEMENTS else TableName(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading found on a sheet.

    Args:
        form: the table it announces.
        row: index of its row.
        columns: index of each column of the table that has a heading.
        unknown: index and text of headings that mean nothing to this table.
    """

    form: TableForm
    row: int
    columns: Mapping[str, int]
    unknown: tuple[tuple[int, str], ...]


def find_heading(rows: Sequence[Sequence[object]], name: str) -> Heading | None:
    """Find the row that announces a table.

    Args:
        rows: the first rows of a sheet or text, each a sequence of cells.
        name: name of the sheet or file; decides between tables that fit equally well.

    Returns:
        The heading that explains most columns, the highest one among equals; None where no row
        has what any table needs.
    """
    hint = normalised(name)
    best: tuple[tuple[int, bool, int], Heading] | None = None
    for index, row in enumerate(rows[:HEADER_ROWS]):
        headings = [(at, normalised(cell)) for at, cell in enumerate(row) if isinstance(cell, str)]
        names = {heading for _, heading in headings}
        for form in forms():
            if form.never & names or len(form.columns.keys() & names) < _FEWEST_HEADINGS:
                continue
            found = _matched(form, index, row, headings)
            if found is None:
                continue
            score = (len(found.columns), hint in form.sheets, -len(found.unknown))
            if best is None or score > best[0]:
                best = score, found
    return best[1] if best else None


def nearest_form(rows: Sequence[Sequence[object]]) -> tuple[TableForm, tuple[str, ...]] | None:
    """Find the table that the headings come closest to, to say what is missing.

    Args:
        rows: the first rows of a sheet or text.

    Returns:
        The table's form and the columns it lacks, the first name of each choice; None where no
        row has two headings of any table.
    """
    best: tuple[tuple[int, int], TableForm, tuple[str, ...]] | None = None
    for row in rows[:HEADER_ROWS]:
        headings = {normalised(cell) for cell in row if isinstance(cell, str)}
        for form in forms():
            if form.name == STATEMENTS or form.never & headings:
                continue
            columns = {form.columns[heading] for heading in headings & form.columns.keys()}
            missing = tuple(min(need) for need in form.needs if not columns & need)
            score = (len(columns), -len(missing))
            if len(columns) >= _FEWEST_HEADINGS and (best is None or score > best[0]):
                best = score, form, missing
    return best[1:] if best else None


def normalised(heading: object) -> str:
    """Return the letters and digits of a heading, in capitals."""
    return "".join(sign for sign in str(heading).upper() if sign.isalnum())


@cache
def forms() -> tuple[TableForm, ...]:
    """Return every table form of `headings.yaml`, in its order."""
    path = Path(__file__).with_name("headings.yaml")
    root = read_document(path.read_bytes(), path.name)
    common = _names(root.get("anywhere"), "looked_up")
    return tuple(_form(name, node, common) for name, node in root.entries() if name != "anywhere")


def _matched(
    form: TableForm, index: int, row: Sequence[object], headings: Sequence[tuple[int, str]]
) -> Heading | None:
    """Read a row as the heading of a form; None where a needed column is missing."""
    columns: dict[str, int] = {}
    unknown: list[tuple[int, str]] = []
    for at, heading in headings:
        column = form.columns.get(heading)
        if column is not None and column not in columns:
            columns[column] = at
        elif column is not None or (heading and heading not in form.looked_up):
            unknown.append((at, " ".join(str(row[at]).split())))
    if not all(columns.keys() & need for need in form.needs):
        return None
    return Heading(form=form, row=index, columns=columns, unknown=tuple(unknown))


def _form(name: str, node: Node, common: frozenset[str]) -> TableForm:
    own = STATEMENT_COLUMNS if name == STATEMENTS else _table_columns(name)
    columns = {normalised(column): column for column in own}
    described = node.get("columns")
    for column, headings in described.entries() if described else ():
        for heading in headings.items:
            columns.setdefault(normalised(heading.text), column)
    needs = node.get("needs")
    return TableForm(
        name=name,
        needs=tuple(frozenset((n.text or "").split("|")) for n in (needs.items if needs else ())),
        columns=columns,
        looked_up=common | _names(node, "looked_up"),
        never=_names(node, "never"),
        sheets=_names(node, "sheets") | {normalised(name)},
    )


def _table_columns(name: str) -> tuple[str, ...]:
    return tuple(column.name for column in COLUMNS[TableName(name)])


def _names(node: Node | None, key: str) -> frozenset[str]:
    names = node.get(key) if node else None
    return frozenset(normalised(item.text) for item in names.items) if names else frozenset()
