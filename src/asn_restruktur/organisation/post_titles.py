"""Which head does a title mean, however the title is shortened?"""

from functools import lru_cache

from asn_restruktur.organisation.heads import headed_unit
from asn_restruktur.organisation.unit_words import readings

_HEAD_OF = "head of"


@lru_cache(maxsize=100_000)
def head_spelling(title: str) -> str:
    """Return one spelling for all titles of the head of one unit.

    Args:
        title: `Kabid Politik`, `Ka. Bidang Politik`, `Kepala Bidang Politik`.

    Returns:
        The words of the unit behind words that begin no title; "" for a title that names no unit.
    """
    unit = headed_unit(title)
    return f"{_HEAD_OF} {' '.join(readings(unit)[0])}" if unit else ""
