"""What do the title rows above a heading say of the government as a whole?"""

import re
from collections.abc import Sequence

from asn_restruktur.organisation import scalars
from asn_restruktur.organisation.model import Government

_GOVERNMENT = re.compile(
    r"(?:PEMERINTAH\s+)?((KOTA|KABUPATEN|PROVINSI)\s+\w[\w .'-]*)", re.IGNORECASE
)
_KINDS = {
    "kota": "Kota",
    "kabupaten": "Kabupaten",
    "kab": "Kabupaten",
    "provinsi": "Provinsi",
    "prov": "Provinsi",
}
_MENTIONED = re.compile(
    r"\b(KOTA|KABUPATEN|PROVINSI|KAB\.?|PROV\.?|Kota|Kabupaten|Provinsi|Kab\.?|Prov\.?)\s+"
    r"([A-Z][\w'-]*(?:[ ](?!TAHUN|PER|BULAN|KEADAAN|PERIODE|TA)[A-Z][\w'-]*){0,3})"
)
_GENERIC = re.compile(r"(?:TAHUN|PER|BULAN|SE)\b", re.IGNORECASE)
_AS_OF = re.compile(r"\bper(?:\s+tanggal)?\s+(\d{1,2}[-/ ]\w+[-/ ]\d{4})\b", re.IGNORECASE)


def titled_government(titles: Sequence[Sequence[object]]) -> Government:
    """Read the government's name and the date of the data from title rows.

    Args:
        titles: the rows above the heading.

    Returns:
        What they say: a cell that is `PEMERINTAH KOTA …` as a whole, else a `KABUPATEN …` that a
        title mentions, and `… per 1 Januari 2026`.
    """
    name = kind = as_of = other = ""
    for cell in (cell for row in titles for cell in row if isinstance(cell, str) and cell):
        if not name and (found := _GOVERNMENT.fullmatch(" ".join(cell.split()))):
            name, kind = _title_case(found[1]), found[2].lower()
        if not other and (found := _MENTIONED.search(cell)) and not _GENERIC.match(found[2]):
            other = f"{_KINDS[found[1].lower().rstrip('.')]} {_title_case(found[2].strip())}"
        if not as_of and (found := _AS_OF.search(cell)):
            as_of = _iso(found[1])
    if not name and other:
        name, kind = other, other.partition(" ")[0].lower()
    return Government(name=name, kind=kind, as_of=as_of)


def _title_case(name: str) -> str:
    return name.title() if name.isupper() else name


def _iso(written: str) -> str:
    try:
        day = scalars.date(written)
    except ValueError:
        return ""
    return day.isoformat() if day else ""
