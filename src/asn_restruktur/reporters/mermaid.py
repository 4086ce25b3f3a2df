"""How does a page of text show the tree of units as a Mermaid flowchart?"""

import re
from collections.abc import Iterator, Mapping

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.reporters.dot import relation, wrapped
from asn_restruktur.reporters.foreign_text import visible
from asn_restruktur.reporters.messages.catalogue import Catalogue, catalogue
from asn_restruktur.reporters.plain_values import written_rows
from asn_restruktur.reporters.report import Report
from asn_restruktur.vocabulary import TableName

_STATED = ("unit_id", "kind", "urusan", "territory", "type", "legal_basis")
_MARKUP = re.compile(r"[^\w ,()/:\-\u0100-\uffff]|_|^\d+\.|(?<!\w)-|-(?!\w)")
"""Signs that Mermaid could obey: it knows Markdown, HTML, directives and its own brackets."""

_UNSTATED = re.compile(r"[^\w .,()/:;+\-]|-(?!\w)")


def render(report: Report) -> Mapping[str, bytes]:
    """Write the tree of units as Mermaid.

    Returns:
        Content of `org.mermaid`.
    """
    return {"org.mermaid": mermaid(report.organisation, catalogue(report.lang))}


def mermaid(organisation: Organisation, words: Catalogue) -> bytes:
    """Draw units as boxes, lines of command solid and working relations dotted.

    Args:
        organisation: its tables.
        words: of the language in which relations are labelled.

    Returns:
        A flowchart in UTF-8; comments state the columns of each unit, so that it can be read back.
    """
    lines = ["flowchart TD", *_statements(organisation, words), ""]
    return "\n".join(lines).encode("utf-8", "replace")


def _statements(organisation: Organisation, words: Catalogue) -> Iterator[str]:
    units = list(written_rows(organisation.units, TableName.UNITS))
    nodes = {row["unit_id"]: f"n{number}" for number, row in enumerate(units, start=1)}
    for row in units:
        node = nodes[row["unit_id"]]
        stated = (f'{name}="{_spelt(_UNSTATED, row[name])}"' for name in _STATED if name in row)
        yield f"%% {node} {' '.join(stated)}"
        label = "<br/>".join(_inert(line) for line in wrapped(visible(row["name"])))
        yield f'{node}["{label}"]'
    for row in units:
        if "parent_id" in row:
            yield f"{nodes[row['parent_id']]} --- {nodes[row['unit_id']]}"
    for row in written_rows(organisation.links, TableName.LINKS):
        label = _inert(visible(relation(row, words)))
        shown = f'|"{label}"|' if label else ""
        yield f"{nodes[row['from_unit']]} -.-{shown} {nodes[row['to_unit']]}"


def _inert(text: str) -> str:
    return _spelt(_MARKUP, text)


def _spelt(signs: re.Pattern[str], text: str) -> str:
    """Spell every sign that could mean something to Mermaid by its number."""
    return signs.sub(lambda found: "".join(f"#{ord(sign)};" for sign in found[0]), text)
