"""How does a report look as one page for a browser?"""

from asn_restruktur.reporters.html.page import render

__all__ = ["render"]
