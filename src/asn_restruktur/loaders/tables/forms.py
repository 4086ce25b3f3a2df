"""Which tables may a sheet hold, and what do their headings look like?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from asn_restruktur.documents import Node, read_document
from asn_restruktur.organisation.tables import COLUMNS
from asn_restruktur.vocabulary import TableName

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
_OWN = ("shared", "beside", "only_in_group", "neutral")  # what stands in the file beside the forms
_SIGN = re.compile(r"[^\w]+|_")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableForm:
    """What a table looks like on a sheet.

    Args:
        name: a table's name, or `statements`.
        needs: fields without which it is not this table; of each choice, one, the usual first.
        telling: fields that hardly any other table has.
        fields: field by heading, headings as `normalised`. A field is a column of the table, or
            something that its columns are made of.
        looked_up: headings that repeat what another table says.
        never: headings that stand on no such sheet.
        sheets: words in names of sheets and in titles that speak for it, as `normalised`.
    """

    name: str
    needs: tuple[tuple[str, ...], ...]
    telling: frozenset[str]
    fields: Mapping[str, str]
    looked_up: frozenset[str]
    never: frozenset[str]
    sheets: frozenset[str]

    @property
    def table(self) -> TableName:
        """The table whose rows it lists."""
        return TableName.FUNCTIONS if self.name == STATEMENTS else TableName(self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Everything that is known of headings.

    Args:
        forms: in the order of the file.
        known: headings that any form knows, as `normalised`.
        beside: words that may stand beside a known heading without changing it.
        only_in_group: headings that mean something only under a group heading, as `normalised`.
        neutral: group headings that say nothing of what stands below them, as `normalised`.
    """

    forms: tuple[TableForm, ...]
    known: frozenset[str]
    beside: frozenset[str]
    only_in_group: frozenset[str]
    neutral: frozenset[str]

    def form(self, name: str) -> TableForm | None:
        """Return a form by its name."""
        return next((form for form in self.forms if form.name == name), None)


def normalised(heading: object) -> str:
    """Return the letters and digits of a heading, in capitals; of signs alone, the signs."""
    text = str(heading).upper()
    return "".join(sign for sign in text if sign.isalnum()) or "".join(text.split())


def words_of(heading: str) -> list[str]:
    """Return the words of a heading, in small letters."""
    return _SIGN.sub(" ", heading.lower()).split()


@cache
def vocabulary() -> Vocabulary:
    """Return what `headings.yaml` says."""
    path = Path(__file__).with_name("headings.yaml")
    root = read_document(path.read_bytes(), path.name)
    shared = root.get("shared")
    forms = tuple(_form(name, node, shared) for name, node in root.entries() if name not in _OWN)
    return Vocabulary(
        forms=forms,
        known=frozenset(
            heading for form in forms for heading in form.fields.keys() | form.looked_up
        ),
        beside=frozenset(word for text in _texts(root, "beside") for word in text.split()),
        only_in_group=_normalised(root, "only_in_group"),
        neutral=_normalised(root, "neutral"),
    )


def forms() -> tuple[TableForm, ...]:
    """Return every table form, in the order of `headings.yaml`."""
    return vocabulary().forms


def _form(name: str, node: Node, shared: Node | None) -> TableForm:
    own = STATEMENT_COLUMNS if name == STATEMENTS else _table_columns(name)
    fields = {normalised(column): column for column in own}
    groups = [node.get("columns"), *(_inner(shared, group) for group in _texts(node, "shared"))]
    for field, headings in (entry for group in groups if group for entry in group.entries()):
        fields.setdefault(normalised(field), field)
        for heading in headings.items:
            fields.setdefault(normalised(heading.text), field)
    return TableForm(
        name=name,
        needs=tuple(tuple(text.split("|")) for text in _texts(node, "needs")),
        telling=frozenset(_texts(node, "telling")),
        fields=fields,
        looked_up=_normalised(shared, "looked_up") | _normalised(node, "looked_up"),
        never=_normalised(node, "never"),
        sheets=_normalised(node, "sheets"),
    )


def _table_columns(name: str) -> tuple[str, ...]:
    return tuple(column.name for column in COLUMNS[TableName(name)])


def _inner(node: Node | None, key: str) -> Node | None:
    return node.get(key) if node else None


def _texts(node: Node | None, key: str) -> tuple[str, ...]:
    found = _inner(node, key)
    return tuple(item.text or "" for item in found.items) if found else ()


def _normalised(node: Node | None, key: str) -> frozenset[str]:
    return frozenset(normalised(text) for text in _texts(node, key))
