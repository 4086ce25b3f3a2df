"""Which forms can a report take, and who renders each?"""

from collections.abc import Callable, Mapping
from typing import assert_never

from asn_restruktur.reporters.report import Report
from asn_restruktur.vocabulary import Form

Renderer = Callable[[Report], Mapping[str, bytes]]
"""Report in; content by file name out. Nothing is written here."""


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
            assert_never(form)
