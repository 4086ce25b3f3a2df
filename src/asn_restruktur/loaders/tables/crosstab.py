"""Which columns repeat under several group headings, each of which is a value of its own?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asn_restruktur.loaders.tables.context import names_unit
from asn_restruktur.loaders.tables.forms import TableForm, normalised, words_of
from asn_restruktur.loaders.tables.labels import Label
from asn_restruktur.loaders.tables.matching import meaning
from asn_restruktur.organisation.words import listed, months

_KEYS = {"performance": "period", "positions": "title", "links": "to_unit"}
"""Field that a group heading states: the quarter over its ratings, the post over its numbers, the
unit over the marks of those that work with it."""

_PARTS_OF_YEAR = frozenset({"triwulan", "tw", "semester", "smt", "kuartal"})
_YEARLY = frozenset({"tahunan", "setahun"})

_FEWEST_GROUPS = 2
_TOTALS = ("JUMLAH", "TOTAL", "JML", "KESELURUHAN")


@dataclass(frozen=True, slots=True)
class Group:
    """One group heading: its text, and the column of each field below it."""

    name: str
    columns: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Crosstab:
    """A table with one column for each pair of a group and a field.

    Args:
        key: field whose values the group headings are.
        groups: the groups from left to right, without those that are totals.
        headings: the heading of each of their columns.
    """

    key: str
    groups: tuple[Group, ...]
    headings: Mapping[int, str]

    @property
    def fields(self) -> frozenset[str]:
        """Fields below the group headings."""
        return frozenset(field for group in self.groups for field in group.columns)


def crosstab(
    labels: Sequence[Label], form: TableForm, below: Sequence[Sequence[object]] = ()
) -> Crosstab | None:
    """Tell whether the same headings stand below several group headings.

    The groups may stand below instead: `Predikat Kinerja` over `Januari`, `Februari`; or alone.

    Args:
        labels: headings of the columns.
        form: the table that they may announce.
        below: rows below the heading.
    """
    key = _KEYS.get(form.name)
    if key is None or any(form.fields.get(normalised(label.text)) == key for label in labels):
        return None
    found = _matrix(labels, form, below) if form.name == "links" else _repeated(labels, form, below)
    if len(found) < _FEWEST_GROUPS:
        return None
    grouped = {at for group in found for at in group.columns.values()}
    return Crosstab(key, found, {label.at: label.text for label in labels if label.at in grouped})


def _repeated(
    labels: Sequence[Label], form: TableForm, below: Sequence[Sequence[object]]
) -> tuple[Group, ...]:
    """Find the groups that hold the same fields."""
    columns: dict[str, dict[str, int]] = {}
    for label in labels:
        name, field = _divided(label, form, below)
        if field:
            columns.setdefault(name, {}).setdefault(field, label.at)
    fields = [frozenset(found) for found in columns.values()]
    same = [found for found in fields if fields.count(found) >= _FEWEST_GROUPS]
    if not same:
        return ()
    groups = tuple(
        Group(" ".join(name.split()), found)
        for name, found in columns.items()
        if frozenset(found) == same[0] and not normalised(name).startswith(_TOTALS)
    )
    return (
        *groups,
        *_of_the_year([one for one in labels if one.parts[0] not in columns], form, same[0]),
    )


def _divided(
    label: Label, form: TableForm, below: Sequence[Sequence[object]]
) -> tuple[str, str | None]:
    """Return the group of a column and the field that its heading means there."""
    if len(label.parts) > 1 and (field := form.fields.get(normalised(" ".join(label.parts[1:])))):
        return label.parts[0], field
    name = label.parts[-1]
    if form.name != "performance" or not _is_period(name):
        return name, None
    field = meaning(label.parts[:-1], form) if len(label.parts) > 1 else _KEYS[form.name]
    if field == _KEYS[form.name] and _are_words(label.at, below):
        return name, "predicate"
    return name, field if field in form.telling else None


def _of_the_year(
    labels: Sequence[Label], form: TableForm, fields: frozenset[str]
) -> tuple[Group, ...]:
    """Find what a table rates for the whole year beside its months."""
    if form.name != "performance":
        return ()
    columns = {
        field: label.at
        for label in labels
        if _YEARLY & {*words_of(label.text)} and (field := meaning(label.parts, form)) in fields
    }
    return (Group("", columns),) if columns else ()


def _is_period(text: str) -> bool:
    first = next(iter(words_of(text)), "")
    return first in months() or first in _PARTS_OF_YEAR


def _are_words(at: int, below: Sequence[Sequence[object]]) -> bool:
    values = [row[at] for row in below if at < len(row) and row[at] != ""]
    return bool(values) and all(isinstance(value, str) for value in values)


def _matrix(
    labels: Sequence[Label], form: TableForm, below: Sequence[Sequence[object]]
) -> tuple[Group, ...]:
    """Find the units over the marks of a matrix whose rows are units too."""
    rows = next((one.at for one in labels if meaning(one.parts, form) == "from_unit"), None)
    units = [label for label in labels if names_unit(label.parts[-1]) and label.at != rows]
    if rows is None:
        return ()
    cells = [row[label.at] for label in units for row in below if label.at < len(row)]
    filled = [str(cell).strip() for cell in cells if cell != ""]
    named = {normalised(row[rows]) for row in below if rows < len(row)}
    same = sum(normalised(label.parts[-1]) in named for label in units)
    are_marked = bool(filled) and all(_is_mark(cell) for cell in filled)
    if not are_marked and same < _FEWEST_GROUPS:
        return ()
    return tuple(Group(" ".join(label.parts[-1].split()), {"mark": label.at}) for label in units)


def _is_mark(text: str) -> bool:
    return text.casefold() in (*listed("yes"), *listed("no"), *listed("nothing")) or (
        len(text) == 1 and not text.isdigit()
    )
