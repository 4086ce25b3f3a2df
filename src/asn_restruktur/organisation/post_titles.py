"""Which head does a title mean, however the title is shortened?"""

from functools import lru_cache

from asn_restruktur.organisation.heads import headed_unit
from asn_restruktur.organisation.unit_words import readings
from asn_restruktur.vocabulary import PERANGKAT_DAERAH

_HEAD_OF = "head of"
_WHOLES = frozenset(map(str, PERANGKAT_DAERAH))


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


@lru_cache(maxsize=100_000)
def any_head_spelling(title: str) -> str:
    """Return one spelling for the heads of all perangkat daerah of a kind.

    Args:
        title: `Kepala Dinas Kesehatan`, or `Kepala Dinas`, which may mean any of them.
    """
    unit = headed_unit(title)
    kind = readings(unit)[0][:1] if unit else ()
    return f"{_HEAD_OF} any {kind[0]}" if kind and kind[0] in _WHOLES else ""


def is_short_of_its_unit(title: str) -> bool:
    """Tell whether a head's title says the kind of the unit alone: `Kepala Dinas`."""
    unit = headed_unit(title)
    return bool(unit) and len(readings(unit)[0]) == 1
