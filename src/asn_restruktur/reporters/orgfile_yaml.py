"""How is an organisation written as an org file that is read back the same?"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import yaml

from asn_restruktur.findings import Problem, UnusableInput, params
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import Place

MOST_LEVELS = 24
"""Units below one another; a reader of the file follows no deeper nesting."""

_UNIT = {
    "id": "unit_id",
    "name": "name",
    "kind": "kind",
    "urusan": "urusan",
    "type": "type",
    "territory": "territory",
    "legal_basis": "legal_basis",
}
_POSITION = {
    "id": "position_id",
    "title": "title",
    "kind": "kind",
    "level": "level",
    "eselon": "eselon",
    "class": "class",
    "need": "need",
    "filled": "filled",
    "capacity": "capacity",
    "reports_to": "reports_to",
}
_FUNCTION = {
    "id": "statement_id",
    "kind": "kind",
    "text": "text",
    "citation": "citation",
    "position": "position_id",
}
_LINK = {"from": "from_unit", "to": "to_unit", "kind": "kind", "topic": "topic", "lead": "lead"}
_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+")

Map = dict[str, object]


def org_file(organisation: Organisation) -> bytes:
    """Write units, heads, statements, positions and links as an org file.

    Every text that YAML would take for something else (`1.10`, `no`, a date) stands in quotation
    marks. What an org file does not carry (employees, workload, services) is left away.

    Args:
        organisation: checked tables; its units are a forest.

    Returns:
        UTF-8 bytes, the same for the same organisation; units nested, each with what belongs to
        it in the order of the tables.

    Raises:
        UnusableInput: the units stand deeper below one another than an org file can be read.
    """
    text = yaml.dump(
        _content(organisation),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        default_flow_style=False,
        width=2**31,
    )
    return text.encode(errors="replace")


class _Decimal(str):
    """A number as it is to stand in the file."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes lists indented below their key, and no anchors."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002  # asked for each value
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:  # noqa: ANN401, ARG002, FBT001, FBT002  # PyYAML's own
        return super().increase_indent(flow, indentless=False)


def _decimal(dumper: yaml.SafeDumper, number: _Decimal) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", str(number))


_Dumper.add_representer(_Decimal, _decimal)


def _content(organisation: Organisation) -> Map:
    government = organisation.government
    head: Map = {
        "organisation": government.name,
        "as_of": government.as_of,
        "whole_government": government.whole,
        "government_kind": government.kind,
    }
    links = [_map(row, _LINK) for row in _rows(organisation.links)]
    return {
        **{key: value for key, value in head.items() if value},
        "units": _units(organisation),
        **({"links": links} if links else {}),
    }


def _units(organisation: Organisation) -> list[Map]:
    """Nest the units; those above come before those below, in the order of the table."""
    positions = _by(organisation.positions, "unit_id")
    functions = _by(organisation.functions, "unit_id")
    below = _by(organisation.units, "parent_id")
    made: list[Map] = []
    waiting = [(row, made, 1) for row in reversed(below.get("", []))]
    while waiting:
        row, siblings, level = waiting.pop()
        if level > MOST_LEVELS:
            place = Place(file=str(row["place_file"]))
            values = params(limit=MOST_LEVELS, name=str(row["name"]))
            raise UnusableInput(Problem(key="output.too_deep", place=place, params=values))
        key = str(row["unit_id"])
        inner: list[Map] = []
        unit = _unit(row, positions.get(key, []), functions.get(key, []))
        siblings.append(unit)
        children = below.get(key, [])
        if children:
            unit["units"] = inner
        waiting += [(child, inner, level + 1) for child in reversed(children)]
    return made


def _unit(row: Map, positions: list[Map], functions: list[Map]) -> Map:
    unit = _map(row, _UNIT)
    urusan = [code for code in str(row["urusan"]).split(";") if code]
    if urusan:
        unit["urusan"] = urusan
    head = next((one for one in positions if one["is_head"] is True), None)
    if head is not None:
        unit["head"] = _map(head, _POSITION)
    if functions:
        unit["functions"] = [_map(one, _FUNCTION) for one in functions]
    others = [_map(one, _POSITION) for one in positions if one is not head]
    if others:
        unit["positions"] = others
    return unit


def _map(row: Map, names: Mapping[str, str]) -> Map:
    """Return the values of a row that are present, under the keys of the file."""
    found = {key: _value(row[column]) for key, column in names.items()}
    return {key: value for key, value in found.items() if value not in ("", None)}


def _value(value: object) -> object:
    if value is None or value is pd.NA or value != value:  # noqa: PLR0124  # NaN
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() else _fraction(value)
    return value if isinstance(value, bool | int) else str(value)


def _fraction(value: float) -> _Decimal:
    """Write a number so that its point is not taken for one that groups thousands."""
    written = repr(value) if "e" not in repr(value) else f"{value:f}"
    return _Decimal(f"{written}0" if _GROUPED.fullmatch(written) else written)


def _by(frame: pd.DataFrame, column: str) -> dict[str, list[Map]]:
    groups: dict[str, list[Map]] = {}
    for row in _rows(frame):
        groups.setdefault(str(row[column]), []).append(row)
    return groups


def _rows(frame: pd.DataFrame) -> Iterable[Map]:
    """Walk the rows of a table, each value as Python's own."""
    names = list(frame.columns)
    columns = [frame[name].astype(object).tolist() for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]
