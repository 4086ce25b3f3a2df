"""Which golongan does a written one, or the name of a rank, mean?"""

import re

from asn_restruktur.organisation.words import listed, plain, spelt

_CODE = re.compile(r"(?<![a-z0-9])(iv|iii|ii|i|[1-4])[\W_]*([a-e])(?![a-z0-9])")
_SIASN_CODE = re.compile(r"([234])([1-5])")
_PPPK = re.compile(r"(?:(?:golongan|gol|pppk|p3k) )*([ivx]+|\d{1,2})(?: \([^)]*\))?")
_LEVEL = re.compile(r"\b(?:tk|tkt|tingk)\b")
_TENS = ("", "X")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = [f"{ten}{one}" for ten in _TENS for one in _ONES][1:18]
_SHORT = re.compile(r"\b(tingkat|tk) ?1\b")
_UNCLEAR = frozenset({"11", "12", "13", "14"})
"""Either PPPK XI-XIV or, as SIASN numbers them, I/a-I/d."""


def golongan(text: str) -> str:
    """Return a golongan ruang as `III/d`, or that of a PPPK as `IX`.

    Args:
        text: a golongan in any of its spellings, with or without the name of the rank (`IIId`,
            `Penata Tk. I / III-d`, `Gol. IX`), or the name of the rank alone.

    Returns:
        The golongan; "" for somebody without one.

    Raises:
        ValueError: it is none, or it may be two.

    Source:
        The seventeen ranks of PP 99/2000; I-XVII of Perpres 98/2020 for PPPK.
    """
    spelling = plain(text)
    if spelling in listed("no_golongan"):
        return ""
    codes = {_canonical(*found.groups()) for found in _CODE.finditer(text.casefold())}
    if len(codes) > 1:
        raise ValueError(text)
    if codes:
        return codes.pop()
    return _pppk(spelling) or _of_rank(spelling) or _refused(text)


def _canonical(number: str, letter: str) -> str:
    series = _ROMAN[int(number) - 1] if number.isdigit() else number.upper()
    if letter == "e" and series != "IV":
        raise ValueError(letter)
    return f"{series}/{letter}"


def _pppk(spelling: str) -> str:
    found = _PPPK.fullmatch(spelling)
    if not found or found[1] in _UNCLEAR:
        return ""
    if code := _SIASN_CODE.fullmatch(found[1]):
        return _canonical(code[1], "abcde"[int(code[2]) - 1])
    number = found[1].upper()
    if number.isdigit():
        return _ROMAN[int(number) - 1] if 0 < int(number) <= len(_ROMAN) else ""
    return number if number in _ROMAN else ""


def _of_rank(spelling: str) -> str:
    return spelt("rank", _SHORT.sub("tingkat i", _LEVEL.sub("tingkat", spelling)))


def _refused(text: str) -> str:
    raise ValueError(text)
