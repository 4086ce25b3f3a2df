"""Which eselon does a written one mean?"""

import re

from asn_restruktur.organisation.words import listed, plain, spelt
from asn_restruktur.vocabulary import PositionKind

_ESELON = re.compile(r"^(?:eselon|esselon|eselonering|esl|es)?\s*(iv|iii|ii|i|v|[1-5])\s*([ab])?$")
_CODE = re.compile(r"\b(iv|iii|ii|i|v|[1-5])\W?([ab])\b")
_ASIDE = re.compile(r"\([^)]*\)|/\s*\d+\s*$")
_ROMAN = ("", "I", "II", "III", "IV", "V")

_KIND_OF_ESELON = {
    "I": PositionKind.JPT,
    "II": PositionKind.JPT,
    "III": PositionKind.ADMINISTRATOR,
    "IV": PositionKind.PENGAWAS,
    "V": PositionKind.PENGAWAS,
}
"""PP 18/2016 ps. 94-95 and UU 20/2023: the eselon of a post and its jenjang."""


def eselon(text: str) -> str:
    """Return an eselon as `II.b`, or `II` where its letter is not written.

    Args:
        text: an eselon in any of its spellings (`IIb`, `II/b`, `2b`, `Es. II`, `ESELON IV`), or
            the name of its jenjang (UU 5/2014 ps. 131).

    Returns:
        The eselon; "" for a post without one.

    Raises:
        ValueError: it is neither.
    """
    if plain(text) in listed("no_eselon"):
        return ""
    found = _ESELON.match(plain(_ASIDE.sub("", text))) or _only(text)
    if found:
        return _canonical(found)
    if named := spelt("eselon", text):
        return named
    raise ValueError(text)


def kind_of_eselon(text: str) -> PositionKind | None:
    """Return the kind of a post that has an eselon, in any spelling; None for any other text."""
    try:
        level = eselon(text)
    except ValueError:
        return None
    return _KIND_OF_ESELON.get(level.partition(".")[0])


def _only(text: str) -> re.Match[str] | None:
    """Return the one code in a longer text (`Jabatan Pengawas IV/a`)."""
    found = list(_CODE.finditer(text.casefold()))
    return found[0] if len({_canonical(code) for code in found}) == 1 else None


def _canonical(found: re.Match[str]) -> str:
    number = found[1].upper()
    number = _ROMAN[int(number)] if number.isdigit() else number
    return f"{number}.{found[2]}" if found[2] else number
