"""Does a chapter state duties, and which unit is a heading about?"""

import re

from asn_restruktur.loaders.regulation.articles import Article
from asn_restruktur.loaders.regulation.parts import PartKind
from asn_restruktur.loaders.regulation.unit_names import UnitName, unit_name

_DUTIES = re.compile(
    r"\b(tugas|fungsi|susunan|kedudukan|organisasi|uraian|rincian|pembentukan|wewenang)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(ketentuan\s+(umum|peralihan|penutup|lain)|peralihan|penutup|tata\s+kerja|kepegawaian"
    r"|esel?on(?:er)?ing|eselon|pembiayaan|pendanaan|keuangan\s+daerah|pengangkatan|pemberhentian"
    r"|pengisian|jabatan\s+perangkat|hubungan\s+kerja|pembinaan\s+dan\s+pengawasan|sanksi)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:(?:kedudukan|susunan|organisasi|tugas|pokok|fungsi|uraian|rincian|tata\s+kerja|dan|serta|jabatan)"
    r"\b[\s,]*)+(?:pada\s+|di\s+lingkungan\s+)?",
    re.IGNORECASE,
)
_MEANINGS = re.compile(r"\byang\s+dimaksud\s+dengan\b", re.IGNORECASE)


def states_duties(article: Article) -> bool:
    """Tell whether an article stands where duties are stated.

    The narrowest heading that says so decides; definitions state none.
    """
    if any(_MEANINGS.search(node.text[:200]) for node in article.nodes[:1]):
        return False
    for heading in reversed(article.headings):
        title = heading.title
        if _DUTIES.search(title) or heading_unit(title) is not None:
            return True
        if _OTHER.search(title):
            return False
    return True


def is_annex(article: Article) -> bool:
    """Tell whether an article's text stands in an annex."""
    return any(heading.part.kind is PartKind.ANNEX for heading in article.headings)


def heading_unit(title: str) -> UnitName | None:
    """Return the unit that a heading is about; None for a heading about something else."""
    name = unit_name(title)
    if name is not None:
        return name
    about = _ABOUT.match(title)
    return unit_name(title[about.end() :]) if about else None
