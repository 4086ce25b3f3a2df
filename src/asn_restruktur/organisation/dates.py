"""Which day does a written or numbered date mean?"""

import datetime as dt
import math
import re

from asn_restruktur.organisation.words import months

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: .*)?")
_MONTH_NAMED = re.compile(r"(\d{1,2})[-/. ]*([^\W\d_]+)[-/., ]*(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)[. ]*(\d{1,2})[., ]+(\d{4})")
_DIGITS = re.compile(r"\d{5}|\d{8}")
_AFTER_A_PLACE = re.compile(r"[^\d,/]+[,/]\s*(\d.*)")

_EXCEL_DAY_ZERO = dt.date(1899, 12, 30)
_EXCEL_DAYS = range(3654, 109_575)  # 1910-2199: a smaller number is a year or an age
_EXCEL_DIGITS = 5
_YEARS = range(1900, 2200)
_WHOLE_YEAR = 4

TWO_DIGITS_SINCE = 1950
"""`85` is 1985 and `28` is 2028: the hundred years 1950-2049."""

BIRTHS_SINCE = 1920
"""In a date of birth `85` is 1985 and `28` is 1928: the hundred years 1920-2019, because nobody
who works for a government is born in the future."""


def written_day(text: str, since: int) -> dt.date:
    """Return the day of a text: ISO, day first, the month as a word, or a spreadsheet's number.

    Args:
        text: the date, clean and not empty.
        since: first of the hundred years in which a year of two digits lies.

    Raises:
        ValueError: it is no day, or may be more than one.
    """
    if _DIGITS.fullmatch(text):
        return _of_digits(text)
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found.groups()
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found.groups()
    elif found := _MONTH_NAMED.fullmatch(text):
        day, month, year = found[1], _month(found[2]), found[3]
    elif found := _MONTH_FIRST.fullmatch(text):
        month, day, year = _month(found[1]), found[2], found[3]
    else:
        raise ValueError(text)
    return sane_day(_whole_year(year, since), int(month), int(day))


def numbered_day(number: float) -> dt.date:
    """Return the day that a spreadsheet's number means, or digits such as 20260131.

    Raises:
        ValueError: it means none.
    """
    if not math.isfinite(number):
        raise ValueError(number)
    return _excel_day(int(number)) if int(number) in _EXCEL_DAYS else _of_digits(str(int(number)))


def sane_day(year: int, month: int, day: int) -> dt.date:
    """Return a day that exists, of the years in which an organisation may have one."""
    if year not in _YEARS:
        raise ValueError(year)
    return dt.date(year, month, day)


def behind_a_place(text: str) -> str:
    """Return the date of a place and a date (`Serang, 2 Maret 1985`), else the text."""
    found = _AFTER_A_PLACE.fullmatch(text)
    return found[1] if found else text


def _of_digits(digits: str) -> dt.date:
    """Read the number of a day in a spreadsheet, or year, month and day without signs between."""
    if len(digits) == _EXCEL_DIGITS and int(digits) in _EXCEL_DAYS:
        return _excel_day(int(digits))
    if not _DIGITS.fullmatch(digits):
        raise ValueError(digits)
    if int(digits[:4]) in _YEARS and int(digits[4:]) not in _YEARS:
        return sane_day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return sane_day(int(digits[4:]), int(digits[2:4]), int(digits[:2]))


def _excel_day(number: int) -> dt.date:
    return _EXCEL_DAY_ZERO + dt.timedelta(days=number)


def _month(name: str) -> str:
    return str(months().get(name.casefold(), 0))


def _whole_year(year: str, since: int) -> int:
    if len(year) == _WHOLE_YEAR:
        return int(year)
    return since + (int(year) - since) % 100
