"""What is a text without the list mark, bullet or dots that it begins with?"""

import re

_MARK = re.compile(
    r"^[\s.\u00a0•*>\u2013\u2014-]*(?:(?:[IVXLC]{1,5}|[A-Za-z](?:\.\d{1,3})+|[A-Za-z]{1,2}|\d{1,3}(?:\.\d{1,3})*)\s*[.)]\s*"
    r"|\((?:[a-z]|\d{1,3})\)\s*)?(?=\w)"
)


def without_mark(text: str) -> str:
    """Return a text without the `A.`, `1)`, bullet or dots that it begins with."""
    return _MARK.sub("", " ".join(text.split()), count=1)


_LISTED = re.compile(r"\s*(?:\(?(?:[a-z]{1,2}|[A-Z]|\d{1,3}|[IVX]{1,4})[.)]+|[-•*\u2013])\s*\S")


def is_marked(text: str) -> bool:
    """Tell whether a text begins with a list mark."""
    return _LISTED.match(text) is not None
