"""Which mark stands beside the word for a severity, a relation of facets, or a level?"""

from asn_restruktur.findings import Sign
from asn_restruktur.vocabulary import Severity

SEVERITY = {Severity.ERROR: "◆", Severity.WARNING: "▲", Severity.NOTE: "●"}

SIGN = {
    Sign.SAME: "=",
    Sign.NARROWER: "⊂",
    Sign.BROADER: "⊃",
    Sign.NEAR: "≈",
    Sign.DIFFERENT: "≠",
}

DASH = "\u2013"
"""Stands between two units."""
