"""Which regulation is it, of which government, and which one does it amend?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.parts import is_part
from asn_restruktur.loaders.regulation.unit_names import title_case

_ISSUERS = {
    "walikota": ("Perwal", "kota"),
    "bupati": ("Perbup", "kabupaten"),
    "gubernur": ("Pergub", "provinsi"),
    "menteri": ("Permen", ""),
    "daerah": ("Perda", ""),
    "presiden": ("Perpres", ""),
    "pemerintah": ("PP", ""),
}
_NUMBER = (
    r"PERATURAN\s+(?P<issuer>WALI\s?KOTA|BUPATI|GUBERNUR|MENTERI|DAERAH|PRESIDEN|PEMERINTAH)\b"
    r"(?P<name>[^:;.]{0,120}?)\s+NOMOR\s*:?\s*(?P<number>\d+[A-Z]?(?:[./-]\w+)*)\s+TAHUN\s+(?P<year>\d{4})"
)
_TITLE = re.compile(_NUMBER, re.IGNORECASE)
_AMENDED = re.compile(rf"PERUBAHAN\b.{{0,40}}?\bATAS\s+{_NUMBER}", re.IGNORECASE)
_ABOUT = re.compile(
    r"\bTENTANG\s+(?P<about>.{3,600}?)\s*(?:DENGAN\s+RAHMAT|MENIMBANG|$)", re.IGNORECASE
)
_NAME = r"(?!(?:Nomor|Tahun|Tentang|NOMOR|TAHUN|TENTANG)\b)[A-Z][\w'-]*"
_GOVERNMENT = re.compile(
    rf"\b(?P<kind>Kota|Kabupaten|Provinsi)\s+(?P<name>{_NAME}(?:\s+{_NAME}){{0,4}})"
)
_MOST_LINES = 120
_MOST_TITLE_LINES = 6


@dataclass(frozen=True, slots=True)
class Number:
    """Kind, number and year of a regulation, as one cites it."""

    kind: str
    number: str
    year: str

    def __str__(self) -> str:
        """Cite it: `Perwal 15/2017`."""
        return f"{self.kind} {self.number}/{self.year}"


@dataclass(frozen=True, slots=True)
class Identity:
    """What the head of a text says of it.

    Args:
        number: None where the text does not say it.
        about: its title, behind `tentang`; the first heading of a text that is no regulation.
        government: the government (`Kota Teladan`); "" where not said.
        government_kind: kota, kabupaten or provinsi; "" where not said.
        amends: the regulation that it amends; None for one that stands for itself.
    """

    number: Number | None
    about: str
    government: str
    government_kind: str
    amends: Number | None


def identity(lines: Sequence[Line]) -> Identity:
    """Read who issued a text, when, and about what.

    Args:
        lines: cleaned lines of the text; what stands before its first chapter or article counts.
    """
    head: list[str] = []
    for line in lines[:_MOST_LINES]:
        if is_part(line.text):
            break
        head.append(line.text)
    text = " ".join(" ".join(head).split())
    before_reasons = re.split(r"\bMenimbang\b|\bMENIMBANG\b", text)[0]
    titled = next(filter(None, (_title_at(head, at) for at in range(len(head)))), None)
    amended = _AMENDED.search(text)
    if amended is not None and titled is not None and titled.start() >= amended.start():
        titled = None
    about = _ABOUT.search(before_reasons)
    title = about["about"] if about else next((one for one in head if one), "")
    name, kind = _government(titled, title)
    return Identity(
        number=_number(titled) if titled else None,
        about=title,
        government=name,
        government_kind=kind,
        amends=_number(amended) if amended else None,
    )


def _title_at(head: Sequence[str], at: int) -> re.Match[str] | None:
    """Return the title of the text where it begins on a line; elsewhere one is only mentioned."""
    return _TITLE.match(" ".join(head[at : at + _MOST_TITLE_LINES]))


def _number(found: re.Match[str]) -> Number:
    issuer = "".join(found["issuer"].lower().split())
    return Number(_ISSUERS[issuer][0], found["number"], found["year"])


def _government(titled: re.Match[str] | None, text: str) -> tuple[str, str]:
    if titled is not None:
        kind = _ISSUERS["".join(titled["issuer"].lower().split())][1]
        name = title_case(" ".join(titled["name"].split()))
        if kind and name:
            return f"{kind.capitalize()} {name.title() if name.isupper() else name}", kind
    found = _GOVERNMENT.search(text)
    return (found[0], found["kind"].lower()) if found else ("", "")
