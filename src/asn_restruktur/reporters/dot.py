"""How does Graphviz get the tree of units and their working relations?"""

import html
import textwrap
from collections.abc import Iterator, Mapping

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.reporters.foreign_text import visible
from asn_restruktur.reporters.messages.catalogue import Catalogue, catalogue
from asn_restruktur.reporters.plain_values import written_rows
from asn_restruktur.reporters.report import Report
from asn_restruktur.vocabulary import TableName

LABEL_WIDTH = 26
"""Letters of a name on one line of its box."""

_STATED = ("unit_id", "kind", "urusan", "territory", "type", "legal_basis")
_LINK_COLUMNS = ("kind", "topic", "lead")


def render(report: Report) -> Mapping[str, bytes]:
    """Write the tree of units as DOT.

    Returns:
        Content of `org.dot`.
    """
    return {"org.dot": dot(report.organisation, catalogue(report.lang))}


def dot(organisation: Organisation, words: Catalogue) -> bytes:
    """Draw units as boxes, lines of command solid and working relations dashed.

    Args:
        organisation: its tables.
        words: of the language in which relations are labelled.

    Returns:
        DOT in UTF-8; each box states the columns of its unit.
    """
    lines = [
        "digraph organisation {",
        f"  graph [rankdir=TB, splines=ortho, label={_quoted(organisation.government.name)}];",
        '  node [shape=box, style=rounded, fontname="Helvetica"];',
        "  edge [arrowhead=none];",
        *_statements(organisation, words),
        "}",
        "",
    ]
    return "\n".join(lines).encode("utf-8", "replace")


def relation(row: Mapping[str, str], words: Catalogue) -> str:
    """Word a working relation for the line that draws it: its kind, and what it is about."""
    kind = words.word(f"link_kind.{row['kind']}") if "kind" in row else ""
    return ": ".join(part for part in (kind, row.get("topic", "")) if part)


def wrapped(name: str) -> list[str]:
    """Break a name between its words, so that a box is not wider than it must be."""
    lines = textwrap.wrap(name, LABEL_WIDTH, break_long_words=False, break_on_hyphens=False)
    return lines or [name]


def _statements(organisation: Organisation, words: Catalogue) -> Iterator[str]:
    units = list(written_rows(organisation.units, TableName.UNITS))
    nodes = {row["unit_id"]: f"n{number}" for number, row in enumerate(units, start=1)}
    for row in units:
        label = r"\n".join(_escaped(html.escape(line)) for line in wrapped(visible(row["name"])))
        stated = {name: _quoted(row[name]) for name in _STATED if name in row}
        told = _listed({"label": f'"{label}"'} | stated)
        yield f"  {nodes[row['unit_id']]} [{told}];"
    for row in units:
        if "parent_id" in row:
            yield f"  {nodes[row['parent_id']]} -> {nodes[row['unit_id']]};"
    for row in written_rows(organisation.links, TableName.LINKS):
        stated = {name: _quoted(row[name]) for name in _LINK_COLUMNS if name in row}
        label = _quoted(html.escape(visible(relation(row, words))))
        drawn = {"style": "dashed", "constraint": "false", "xlabel": label} | stated
        yield f"  {nodes[row['from_unit']]} -> {nodes[row['to_unit']]} [{_listed(drawn)}];"


def _listed(attributes: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={value}" for name, value in attributes.items())


def _quoted(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
