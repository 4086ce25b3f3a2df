"""Which columns repeat under several group headings, each of which is a value of its own?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asn_restruktur.loaders.tables.forms import TableForm, normalised
from asn_restruktur.loaders.tables.labels import Label

_KEYS = {"performance": "period", "positions": "title"}
"""Field that a group heading states: the quarter over its ratings, the post over its numbers."""

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
    """

    key: str
    groups: tuple[Group, ...]

    @property
    def fields(self) -> frozenset[str]:
        """Fields below the group headings."""
        return frozenset(field for group in self.groups for field in group.columns)


def crosstab(labels: Sequence[Label], form: TableForm) -> Crosstab | None:
    """Tell whether the same headings stand below several group headings.

    Args:
        labels: headings of the columns.
        form: the table that they may announce.
    """
    key = _KEYS.get(form.name)
    if key is None or any(form.fields.get(normalised(label.text)) == key for label in labels):
        return None
    columns: dict[str, dict[str, int]] = {}
    for label in labels:
        field = (
            form.fields.get(normalised(" ".join(label.parts[1:]))) if len(label.parts) > 1 else None
        )
        if field:
            columns.setdefault(label.parts[0], {}).setdefault(field, label.at)
    fields = [frozenset(found) for found in columns.values()]
    same = [found for found in fields if fields.count(found) >= _FEWEST_GROUPS]
    if not same:
        return None
    groups = tuple(
        Group(" ".join(name.split()), found)
        for name, found in columns.items()
        if frozenset(found) == same[0] and not normalised(name).startswith(_TOTALS)
    )
    return Crosstab(key, groups) if len(groups) >= _FEWEST_GROUPS else None
