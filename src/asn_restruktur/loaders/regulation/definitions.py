"""What do the words mean that Pasal 1 defines?"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from asn_restruktur.loaders.regulation.articles import Article
from asn_restruktur.loaders.regulation.unit_names import unit_name

_SHORT_FORM = re.compile(
    r"^(?P<long>.{2,300}?),?\s+(?:yang\s+)?selanjutnya\s+(?:disebut|disingkat)(?:\s+dengan)?"
    r"(?:\s+sebagai)?\s+(?P<short>.{1,80}?)\s*,?\s*(?:adalah\b|ialah\b|merupakan\b|[.;]?$)",
    re.IGNORECASE,
)
_MEANING = re.compile(
    r"^(?P<short>[^,;:]{2,60}?)\s+(?:adalah|ialah)\s+(?P<long>[^,;:]{2,160})", re.IGNORECASE
)
_GOVERNMENT = re.compile(r"(Kota|Kabupaten|Provinsi)\s+[\w .'-]{2,60}", re.IGNORECASE)
_MOST = 500


@dataclass(frozen=True, slots=True)
class Definitions:
    """What a regulation defines.

    Args:
        short_forms: what is meant, by the short form in small letters (`dlh`).
        daerah: the government that `Daerah` means; "" where not said.
    """

    short_forms: dict[str, str]
    daerah: str = ""


def definitions(articles: Iterable[Article]) -> Definitions:
    """Read the short forms that a regulation introduces anywhere, and whom `Daerah` means."""
    short_forms: dict[str, str] = {}
    daerah = ""
    for article in articles:
        for node in article.walk():
            text = node.text[:_MOST].strip(" ;.")
            if "selanjutnya" not in text and " adalah " not in text and " ialah " not in text:
                continue
            if found := _SHORT_FORM.match(text):
                short = found["short"].strip(" \"'\u201c\u201d.,")
                short_forms.setdefault(short.casefold(), found["long"].strip())
                continue
            found = _MEANING.match(text)
            if found is None:
                continue
            short, long = found["short"].strip().casefold(), found["long"].strip()
            if short == "daerah" and _GOVERNMENT.fullmatch(long):
                daerah = daerah or long
            name = unit_name(long)
            if name is not None and name.words and unit_name(found["short"]) is not None:
                short_forms.setdefault(short, long)
    return Definitions(short_forms, daerah)
