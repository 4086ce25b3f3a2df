"""Which level of functional position does a title name, and what is the post called without it?"""

import re
from functools import cache

from asn_restruktur.organisation.words import listed, plain


def split_level(title: str) -> tuple[str, str]:
    """Take a title apart.

    Args:
        title: `Administrator Kesehatan Ahli Muda`, or `AHLI MUDA - ADMINISTRATOR KESEHATAN` as
            SIASN writes it.

    Returns:
        The title without its level, and the level in small letters; "" where it names none, and
        where it is nothing but a level.
    """
    for pattern in _patterns():
        if found := pattern.fullmatch(title):
            return found["post"], plain(found["level"])
    return title, ""


def post_name(title: str, level: str) -> str:
    """Return the one name of a post, its level last, however title and level are written."""
    post, named = split_level(title)
    if level and (not named or named == plain(level)):
        return post if plain(level) in plain(post) else f"{post} {level}"
    return f"{post} {named}".strip()


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    levels = "|".join(sorted(level.replace(" ", r"\s+") for level in listed("jf_level")))
    between = r"\s*[-\u2013\u2014:/,]\s*"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?P<level>{levels}){between}(?P<post>\S.*)",
            r"(?P<level>ahli\s+(?:pertama|muda|madya|utama))\s+(?P<post>\S.*)",
            rf"(?P<post>.*\w)(?:{between}|\s+)\(?(?P<level>{levels})\)?",
        )
    )
