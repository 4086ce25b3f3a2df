"""Which line begins a chapter, section, paragraph or article?"""

import re
from dataclasses import dataclass
from enum import StrEnum


class PartKind(StrEnum):
    """Parts of a regulation, from the widest to the narrowest (UU 12/2011, annex II)."""

    ANNEX = "lampiran"
    BAB = "bab"
    BAGIAN = "bagian"
    PARAGRAF = "paragraf"
    PASAL = "pasal"


@dataclass(frozen=True, slots=True)
class Part:
    """The heading of a part.

    Args:
        kind: which part it is.
        label: its number as meant (`III`, `Kesatu`, `12A`).
        rest: what stands behind the number on the same line.
    """

    kind: PartKind
    label: str
    rest: str = ""


_ORDINAL = (
    r"(?:ke\s?)?(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|pertama)"
    r"(?:\s?(?:belas|puluh))?(?:\s(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan))?"
)
_PART = re.compile(
    rf"""[\s"'\u201c\u201d\u2022]*(?:
        (?P<bab>B\s?A\s?B)\s+(?P<bab_no>[IVXLC]+[A-Z]?|\d+)\b
      | (?P<bagian>bagian)\s*:?\s+(?P<bagian_no>{_ORDINAL})\b
      | (?P<paragraf>paragraf)\s*:?\s+(?P<paragraf_no>\d+|{_ORDINAL})\b
      | (?P<annex>LAMPIRAN)\b(?P<annex_no>\s+[IVX]+\b)?
    )[\s.:\u2013-]*(?P<rest>.*)""",
    re.VERBOSE | re.IGNORECASE,
)
_PASAL = re.compile(
    r"""[\s"'\u201c\u201d\u2022]*p\s?a\s?s\s?a\s?[l1]\s*
    (?P<number>[0-9lIO]+)\s?(?P<letter>[A-Z]{0,2})[\s.:]*["'\u201d]?
    (?P<rest>\(\s?[1lI]\s?\).*)?""",
    re.VERBOSE | re.IGNORECASE,
)
_ROMAN_PASAL = re.compile(r"[\s\"'\u201c]*pasal\s+(?P<number>I{1,3})[\s.]*", re.IGNORECASE)
_DIGITS = str.maketrans("lIO", "110")
_LONGEST = 160
"""A line with more letters is prose."""


def part_of(text: str) -> Part | None:
    """Return the part that a line begins; None for any other line.

    An article begins where its number stands alone, or where its first ayat follows at once.
    """
    if len(text) > _LONGEST and not _PASAL.match(text[:_LONGEST]):
        return None
    if found := _PASAL.fullmatch(text):
        number = found["number"]
        if number.isdecimal() or any(sign.isdecimal() for sign in number) or number == "l":
            label = f"{int(number.translate(_DIGITS))}{found['letter'].upper()}"
            return Part(PartKind.PASAL, label, found["rest"] or "")
    if found := _ROMAN_PASAL.fullmatch(text):
        return Part(PartKind.PASAL, found["number"].upper())
    found = _PART.fullmatch(text)
    if found is None:
        return None
    for kind in (PartKind.BAB, PartKind.BAGIAN, PartKind.PARAGRAF):
        if found[kind]:
            # "Bagian kesatu dari ..." is prose; a heading begins with a capital.
            is_heading = found[kind][0].isupper()
            return Part(kind, found[f"{kind}_no"], found["rest"]) if is_heading else None
    is_annex = found["annex"].isupper()
    return (
        Part(PartKind.ANNEX, (found["annex_no"] or "").strip(), found["rest"]) if is_annex else None
    )


def is_part(text: str) -> bool:
    """Tell whether a line begins a part."""
    return part_of(text) is not None
