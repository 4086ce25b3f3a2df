"""What does one written value mean as text, number, date or yes and no?

Each reader takes one value as a loader found it and returns what it means, None when the cell says
nothing, or raises `ValueError` when it cannot mean such a thing.
"""

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Sequence
from string import ascii_letters

from asn_restruktur.organisation.dates import (
    BIRTHS_SINCE,
    TWO_DIGITS_SINCE,
    behind_a_place,
    numbered_day,
    sane_day,
    written_day,
)
from asn_restruktur.organisation.words import listed

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NUMBER = re.compile(r"(?P<sign>[-+]?)(?P<digits>\d[\d.,]*|[.,]\d+)")
_THOUSANDS = {",": re.compile(r"[1-9]\d{0,2}(,\d{3})+"), ".": re.compile(r"[1-9]\d{0,2}(\.\d{3})+")}
_EXACT_WHOLE = 2**53
_UNCLEAN = ("  ", " \x1f", "\x1f ", "\x1f'", "\x1f`", "#")
"""What betrays a text that needs cleaning, where texts are joined by a unit separator."""


def text(value: object) -> str:
    """Return a value as text: one blank between words, composed letters, no unseen signs."""
    match value:
        case str():
            written = value
        case bool():
            written = "true" if value else "false"
        case float() if value.is_integer() and abs(value) < _EXACT_WHOLE:
            written = str(int(value))
        case dt.datetime() if value.time() == dt.time():
            written = value.date().isoformat()
        case dt.date() | dt.time():
            written = value.isoformat()
        case _:
            written = str(value)
    if not written.isascii():
        written = unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", written))
    if not written.isprintable():
        written = _UNSEEN.sub("", written)
    words = " ".join(written.split())
    return "" if words in listed("nothing") else words


def are_clean(values: Sequence[object]) -> bool:
    """Tell whether all values are texts that `text` and `identifier` would return as they are.

    Long columns of names and codes nearly always are; one look at all of them together is ten
    times faster than one at each.
    """
    texts = [value for value in values if isinstance(value, str)]
    together = "\x1f".join(texts)
    return (
        len(texts) == len(values)
        and together.isascii()
        and "".join(texts).isprintable()
        and not any(sign in together for sign in _UNCLEAN)
        and not together.startswith((" ", "'", "`"))
        and not together.endswith(" ")
        and not any(value in listed("nothing") for value in texts)
    )


def identifier(value: object) -> str:
    """Return a value as an id; the apostrophe that keeps a spreadsheet from computing goes."""
    return text(value).lstrip("'\u2019`")


def number(value: object) -> float | None:
    """Return a number; `1.234,50` and `1,234.50` both work, `1.234` is a thousand and more.

    Behind it may stand what is counted, when that is people: `12 orang`.
    """
    if isinstance(value, (int, float)):
        return _finite(float(value))
    written = value_text(value)
    if not written:
        return None
    stem = written.rstrip(".").rstrip(ascii_letters)
    if stem and written[len(stem) :].rstrip(".").casefold() in listed("people"):
        written = stem
    found = _NUMBER.fullmatch(written.replace(" ", ""))
    if not found:
        raise ValueError(written)
    return _finite(float(found["sign"] + _english(found["digits"])))


def whole(value: object) -> int | None:
    """Return a whole number."""
    amount = number(value)
    if amount is None:
        return None
    if not amount.is_integer() or abs(amount) >= _EXACT_WHOLE:
        raise ValueError(amount)
    return int(amount)


def date(value: object) -> dt.date | None:
    """Return a date; a year of two digits lies in the hundred years since `TWO_DIGITS_SINCE`."""
    return _day(value, TWO_DIGITS_SINCE)


def birth_date(value: object) -> dt.date | None:
    """Return a date of birth; a place may stand before it (`Serang, 2 Maret 1985`).

    A year of two digits lies in the hundred years since `BIRTHS_SINCE`.
    """
    return _day(behind_a_place(value.strip()) if isinstance(value, str) else value, BIRTHS_SINCE)


def flag(value: object) -> bool | None:
    """Return yes or no."""
    if isinstance(value, bool):
        return value
    written = value_text(value).casefold()
    if not written:
        return None
    if written in listed("yes"):
        return True
    if written in listed("no"):
        return False
    raise ValueError(written)


def value_text(value: object) -> str:
    """Return a value as text; words that stand for an empty cell are empty."""
    written = text(value)
    return "" if written.casefold() in listed("no_value") else written


def is_formula_error(value: object) -> bool:
    """Tell whether a cell holds what a spreadsheet shows for a formula that failed."""
    return (
        isinstance(value, str)
        and value.startswith("#")
        and (value.strip().casefold() in listed("formula_error"))
    )


def _day(value: object, since: int) -> dt.date | None:
    if isinstance(value, dt.date):
        return sane_day(value.year, value.month, value.day)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return numbered_day(value)
    written = value_text(value)
    return written_day(written, since) if written else None


def _finite(amount: float) -> float:
    if not math.isfinite(amount):
        raise ValueError(amount)
    return amount


def _english(digits: str) -> str:
    """Bring a written number to a decimal point and no thousands separators.

    The last sign is the decimal one when both occur. A lone kind of sign groups thousands when it
    occurs twice, or when it is the point of `1.234`: that is how Indonesian writes thousands.
    """
    last = max(digits, key=lambda sign: digits.rfind(sign) if sign in ".," else -1)
    if last not in ".,":
        return digits
    other = "," if last == "." else "."
    groups = _THOUSANDS[last].fullmatch(digits)
    if other not in digits and groups and (last == "." or digits.count(",") > 1):
        return digits.replace(last, "")
    before, _, after = digits.rpartition(last)
    if last in before or (other in before and not _THOUSANDS[other].fullmatch(before)):
        raise ValueError(digits)
    return f"{before.replace(other, '') or '0'}.{after or '0'}"
