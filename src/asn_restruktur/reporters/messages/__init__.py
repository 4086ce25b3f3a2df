"""Which sentence does the reader get, in which language?"""

from asn_restruktur.reporters.messages.catalogue import Catalogue, catalogue

__all__ = ["Catalogue", "catalogue"]
