"""How is an organisation written as an org file, to be read again and kept in version control?"""

import re
from collections.abc import Iterator, Mapping, Sequence

from asn_restruktur.findings import Problem, UnusableInput, params
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.reporters.plain_values import written_rows
from asn_restruktur.vocabulary import TableName

MOST_LEVELS = 24
"""Units below one another; a reader of the file follows no deeper nesting."""

_PLAIN = re.compile(r"[^\W\d_][\w (),.;/-]*")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"})
_UNIT = {"unit_id": "id", "name": "name", "kind": "kind", "type": "type",
         "territory": "territory", "legal_basis": "legal_basis"}  # fmt: skip
_POSITION = {
    "position_id": "id", "title": "title", "kind": "kind", "level": "level", "eselon": "eselon",
    "class": "class", "reports_to": "reports_to", "need": "need", "filled": "filled",
    "capacity": "capacity",
}  # fmt: skip
_FUNCTION = {"statement_id": "id", "kind": "kind", "text": "text", "citation": "citation",
             "position_id": "position"}  # fmt: skip
_LINK = {"from_unit": "from", "to_unit": "to", "kind": "kind", "topic": "topic", "lead": "lead"}

Row = Mapping[str, str]


def org_file(organisation: Organisation) -> bytes:
    """Write units nested as they stand above one another, with head, statements and positions.

    Args:
        organisation: its tables; a unit's first head is its `head`, all others are positions.

    Returns:
        YAML in UTF-8, in the order of the tables; people do not stand in an org file.

    Raises:
        UnusableInput: units stand more than `MOST_LEVELS` below one another.
    """
    government = organisation.government
    lines = []
    if government.name:
        lines.append(f"organisation: {scalar(government.name)}")
    if government.as_of:
        lines.append(f"as_of: {government.as_of}")
    if government.whole:
        lines.append("whole_government: true")
    if government.kind:
        lines.append(f"government_kind: {scalar(government.kind)}")
    lines += ["units:", *_units(organisation)] if len(organisation.units) else ["units: []"]
    links = list(written_rows(organisation.links, TableName.LINKS))
    if links:
        lines += ["links:", *(f"  - {_inline(row, _LINK)}" for row in links)]
    return "\n".join([*lines, ""]).encode()


def scalar(text: str) -> str:
    """Write a text so that YAML reads it as that text: plain where it is safe, else quoted."""
    is_safe = _PLAIN.fullmatch(text) and text.isascii() and text.casefold() not in _WORDS
    if is_safe and not text.endswith(" ") and "," not in text:
        return text
    return '"' + "".join(map(_character, text)) + '"'


def _units(organisation: Organisation) -> Iterator[str]:
    """Walk the tree without recursion, each unit before those below it."""
    rows = list(written_rows(organisation.units, TableName.UNITS))
    children: dict[str, list[Row]] = {}
    for row in rows:
        children.setdefault(row.get("parent_id", ""), []).append(row)
    positions = _by_unit(written_rows(organisation.positions, TableName.POSITIONS))
    functions = _by_unit(written_rows(organisation.functions, TableName.FUNCTIONS))
    stack = [(row, 1) for row in reversed(children.get("", []))]
    while stack:
        row, depth = stack.pop()
        if depth > MOST_LEVELS:
            values = params(name=row.get("name", ""), limit=MOST_LEVELS)
            raise UnusableInput(Problem(key="output.too_deep", params=values))
        unit = row["unit_id"]
        below = children.get(unit, [])
        lines = _unit(row, positions.get(unit, []), functions.get(unit, []))
        if below:
            lines = [*lines, "units:"]
        indent = "    " * (depth - 1) + "  "
        yield from (f"{indent}{'  ' if at else '- '}{line}" for at, line in enumerate(lines))
        stack.extend((child, depth + 1) for child in reversed(below))


def _unit(row: Row, positions: Sequence[Row], functions: Sequence[Row]) -> list[str]:
    lines = [f"{key}: {scalar(row[name])}" for name, key in _UNIT.items() if name in row]
    if "urusan" in row:
        codes = ", ".join(scalar(code) for code in row["urusan"].split(";"))
        lines.append(f"urusan: [{codes}]")
    head = next((one for one in positions if one.get("is_head") == "true"), None)
    if head:
        lines.append(f"head: {_inline(head, _POSITION)}")
    if functions:
        lines += ["functions:", *(f"  - {_inline(one, _FUNCTION)}" for one in functions)]
    others = [one for one in positions if one is not head]
    if others:
        lines += ["positions:", *(f"  - {_inline(one, _POSITION)}" for one in others)]
    return lines


def _by_unit(rows: Iterator[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["unit_id"], []).append(row)
    return found


def _inline(row: Row, names: Mapping[str, str]) -> str:
    entries = (f"{key}: {scalar(row[name])}" for name, key in names.items() if name in row)
    return "{" + ", ".join(entries) + "}"


def _character(sign: str) -> str:
    """Write one character of a quoted text; what is not printed is spelt by its number."""
    if sign in '"\\':
        return f"\\{sign}"
    if sign.isprintable():
        return sign
    code = ord(sign)
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004  # surrogates are no characters
        return "\ufffd"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004
