"""Which chart is this text, and what does it say?"""

import re

from asn_restruktur.loaders.charts.dot import read_dot
from asn_restruktur.loaders.charts.drawio import read_drawio
from asn_restruktur.loaders.charts.graphml import read_graphml
from asn_restruktur.loaders.charts.mermaid import read_mermaid
from asn_restruktur.loaders.preflight import is_dot
from asn_restruktur.loaders.understood import FileReading

_GRAPHML = re.compile(r"<(?:\w+:)?graphml\b")
_SAMPLE = 65_536


def read_chart(text: str, file: str) -> FileReading:
    """Read a chart that is a text: draw.io, GraphML, DOT or Mermaid.

    Args:
        text: told to be a chart by `preflight`.
        file: path as typed, in POSIX form.

    Returns:
        Its tables.

    Raises:
        UnusableInput: it is damaged, or no box could be a unit.
    """
    start = text[:_SAMPLE].lstrip()
    if start.startswith("<"):
        return read_graphml(text, file) if _GRAPHML.search(start) else read_drawio(text, file)
    return read_dot(text, file) if is_dot(start) else read_mermaid(text, file)
