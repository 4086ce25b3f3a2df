"""Which unit does somebody head, by the title of the post?"""

from asn_restruktur.organisation.words import (
    beginnings_of_heads,
    listed,
    plain,
    unit_abbreviations,
    unit_kind_of,
)

_LONGEST = 5
"""Words that the beginning of a head's title has at most."""


def headed_unit(title: str) -> str:
    """Return the name of the unit that a title of a head names.

    Args:
        title: `Kepala Bidang Gizi`, `Kadis Kesehatan`, `Plt. Camat Kasemen`, `Sekretaris`.

    Returns:
        `Bidang Gizi`, `Dinas Kesehatan`, `Kecamatan Kasemen`, `Sekretariat`, of `Kadinkes`
        `dinkes`; "" where the title is
        no head's or does not name the unit (`Kepala`).
    """
    words = title.split()
    while words and plain(words[0]) in listed("acting"):
        words = words[1:]
    named = beginnings_of_heads()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        beginning = plain(" ".join(words[:length]))
        if beginning in named:
            rest = " ".join(words[length:])
            name = _unit(named[beginning], rest)
            return name.upper() if title.isupper() else name
    short = words[0].casefold().removeprefix("ka") if words else ""
    return " ".join([short, *words[1:]]) if short in unit_abbreviations() else ""


def _unit(beginning: str, rest: str) -> str:
    """Put the name together; a director's hospital keeps its own kind."""
    if not beginning or (beginning == "Direktorat" and unit_kind_of(rest)):
        return rest
    return f"{beginning} {rest}".strip()
