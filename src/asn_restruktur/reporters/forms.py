"""Which forms can a report take, and who renders each?"""

from collections.abc import Callable, Mapping
from typing import Literal, assert_never

from asn_restruktur.reporters.report import Report
from asn_restruktur.vocabulary import Form

Renderer = Callable[[Report], Mapping[str, bytes]]
"""Report in; content by file name out. Nothing is written here."""

_Organisation = Literal[Form.GRAPHML, Form.DOT, Form.MERMAID, Form.DRAWIO, Form.YAML]


def renderer(form: Form) -> Renderer:
    """Return the renderer of a form; its libraries load only then."""
    match form:
        case Form.HTML:
            from asn_restruktur.reporters import html

            return html.render
        case Form.XLSX:
            from asn_restruktur.reporters import xlsx

            return xlsx.render
        case Form.MD:
            from asn_restruktur.reporters import markdown

            return markdown.render
        case Form.JSON:
            from asn_restruktur.reporters import findings_json

            return findings_json.render
        case Form.CSV:
            from asn_restruktur.reporters import tables_csv

            return tables_csv.render
        case _:
            return _drawing(form)


def _drawing(form: _Organisation) -> Renderer:
    """Return the renderer of a form that shows the organisation alone."""
    match form:
        case Form.GRAPHML:
            from asn_restruktur.reporters import graphml

            return graphml.render
        case Form.DOT:
            from asn_restruktur.reporters import dot

            return dot.render
        case Form.MERMAID:
            from asn_restruktur.reporters import mermaid

            return mermaid.render
        case Form.DRAWIO:
            from asn_restruktur.reporters import drawio

            return drawio.render
        case Form.YAML:
            from asn_restruktur.reporters import org_yaml

            return org_yaml.render
        case _:
            assert_never(form)
