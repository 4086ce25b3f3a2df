"""What is a text without the list mark, bullet or dots that it begins with?"""

import re

_BULLETS = r"[\s.\u00a0•*>\u2013\u2014-]*"
_MARK = re.compile(
    rf"^{_BULLETS}(?:(?:[IVXLC]{{1,5}}|[A-Za-z](?:\.\d{{1,3}})+|[A-Za-z]{{1,2}}"
    rf"|\d{{1,3}}(?:\.\d{{1,3}})*)\s*[.)]\s*|\((?:[a-z]|\d{{1,3}})\)\s*)(?=\w)"
    rf"|^{_BULLETS}(?=[^\W\d_])"
)
"""A list mark, perhaps behind bullets; bullets alone only before a letter: `-2` is a number."""


def without_mark(text: str) -> str:
    """Return a text without the `A.`, `1)`, bullet or dots that it begins with."""
    return _MARK.sub("", " ".join(text.split()), count=1)


_LISTED = re.compile(r"\s*(?:\(?(?:[a-z]{1,2}|[A-Z]|\d{1,3}|[IVX]{1,4})[.)]+|[-•*\u2013])\s*\S")


def is_marked(text: str) -> bool:
    """Tell whether a text begins with a list mark."""
    return _LISTED.match(text) is not None
