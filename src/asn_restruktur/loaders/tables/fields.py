"""Which columns follow from what several fields state, or one field states in many ways?"""

import re
from collections.abc import Callable, Mapping

import pandas as pd

from asn_restruktur.loaders.tables.columns import BY_SEX, PARTS, column
from asn_restruktur.loaders.tables.composite import JOINED, taken_apart
from asn_restruktur.organisation.scalars import number, value_text
from asn_restruktur.organisation.words import listed, plain, unit_kind_of

DASHES = frozenset({"-", "--", "---", "----"})
"""What stands where a code is not known."""

_DATE_AT_END = re.compile(r"(\d{1,2}[-/. ]\w+[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2})\s*$")


def with_columns(frame: pd.DataFrame, form: str) -> pd.DataFrame:
    """Return the rows of a table with the columns that its fields make together.

    Args:
        frame: one column a field.
        form: what the table is.
    """
    for make in _FIELDS.get(form, ()):
        frame = make(frame)
    return frame


def _with_posts(frame: pd.DataFrame) -> pd.DataFrame:
    """Let the title stand where no code names the post."""
    if "position_title" not in frame:
        return frame
    codes = column(frame, "position_id")
    codes = codes.mask(codes.isin(DASHES))
    return frame.assign(position_id=codes.where(codes.notna(), frame["position_title"]))


def _with_headed(frame: pd.DataFrame) -> pd.DataFrame:
    """Let a unit stand for the head that `Unit Kerja / Jabatan` names: the duties are the same."""
    if "unit_name" not in frame:
        return frame
    units = [_headed(value) for value in frame["unit_name"]]
    return frame.assign(unit_name=pd.Series(units, index=frame.index, dtype=object))


def _headed(value: object) -> object:
    found = _HEAD.fullmatch(" ".join(value.split())) if isinstance(value, str) else None
    return found[1] if found and unit_kind_of(found[1]) else value


_HEAD = re.compile(r"kepala\s+(\S+\s.+)", re.IGNORECASE)


def _with_sums(frame: pd.DataFrame) -> pd.DataFrame:
    """Add up needs and holders that are listed by their sex or status."""
    for whole, parts in (*BY_SEX.items(), *PARTS.items()):
        own = [name for name in parts if name in frame]
        if whole in frame or not own:
            continue
        numbers = [pd.to_numeric(frame[name], errors="coerce") for name in own]
        together = pd.concat(numbers, axis=1)
        total = together.fillna(0).sum(axis="columns").astype(object)
        said = together.notna().any(axis="columns")
        frame = frame.assign(**{whole: frame[own[0]] if len(own) == 1 else total.where(said, None)})
    return frame


def _with_class(frame: pd.DataFrame) -> pd.DataFrame:
    """Read classes written as `XII` or `14 (empat belas)`."""
    return frame.assign(**{"class": frame["class"].map(_class)}) if "class" in frame else frame


def _class(value: object) -> object:
    found = _CLASS.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        return value
    return found[1] or str(_ROMAN.index(found[2].upper()) + 1)


_ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII",
)  # fmt: skip
_CLASS = re.compile(rf"(?:(\d{{1,2}})\s*\([^)]*\)|({'|'.join(_ROMAN)}))", re.IGNORECASE)


def _with_hours(frame: pd.DataFrame) -> pd.DataFrame:
    """Add hours and minutes that stand in two columns."""
    if "volume" in frame:
        frame = frame.assign(volume=frame["volume"].map(_counted))
    for field in ("norm_minutes", "norm_hours", "norm_time"):
        if field in frame:
            frame = _with_told_minutes(frame, field)
    if not {"norm_hours", "norm_minutes"} <= set(frame):
        return frame
    hours = pd.to_numeric(frame["norm_hours"], errors="coerce")
    minutes = pd.to_numeric(frame["norm_minutes"], errors="coerce")
    total = (hours.fillna(0) * _MINUTES + minutes.fillna(0)).astype(object)
    said = hours.notna() | minutes.notna()
    return frame.drop(columns="norm_hours").assign(norm_minutes=total.where(said, None))


_MINUTES = 60
_IN_MINUTES = {"menit": 1, "mnt": 1, "jam": _MINUTES}
_COUNTED = re.compile(r"([\d.,]+)\s*([a-zA-Z]+)")


def _counted(value: object) -> object:
    """Drop the word for what is counted: `250 kali`."""
    found = _COUNTED.fullmatch(value.strip()) if isinstance(value, str) else None
    return found[1] if found else value


def _with_told_minutes(frame: pd.DataFrame, field: str) -> pd.DataFrame:
    """Take norms that say their own unit (`15 menit`, `0,5 jam`) for minutes, whatever the heading.

    A row that says minutes in words needs no other norm.
    """
    told = frame[field].map(_minutes)
    said = told.notna()
    if not said.any():
        return frame
    rest = column(frame, field).mask(said, None)
    minutes = rest if field == "norm_minutes" else column(frame, "norm_minutes")
    frame = frame.assign(norm_minutes=minutes.where(~said, told))
    return frame if field == "norm_minutes" else frame.assign(**{field: rest})


def _minutes(value: object) -> object:
    """Return the minutes that a text states with their unit; None for any other value."""
    found = _COUNTED.fullmatch(value.strip()) if isinstance(value, str) else None
    each = _IN_MINUTES.get(found[2].lower()) if found else None
    if found is None or each is None or not any(map(str.isdigit, found[1])):
        return None
    try:
        amount = number(found[1])
    except ValueError:
        return None
    return amount * each if amount is not None else None


def _with_person(frame: pd.DataFrame) -> pd.DataFrame:
    """Take the date out of place and date of birth; let a rank stand for its golongan."""
    if "birth" in frame and "birth_date" not in frame:
        frame = frame.assign(birth_date=frame["birth"].map(_date_at_end))
    if "rank" in frame:
        golongan = column(frame, "golongan")
        frame = frame.assign(golongan=golongan.where(golongan.notna(), frame["rank"]))
    return frame


def with_parts(frame: pd.DataFrame) -> pd.DataFrame:
    """Give each thing that one column states a column of its own."""
    for name in [name for name in frame if JOINED in str(name)]:
        fields = str(name).split(JOINED)
        parts = [taken_apart(value, fields) for value in frame[name]]
        for field in filter(None, fields):
            own = pd.Series([part.get(field) for part in parts], dtype=object, index=frame.index)
            held = column(frame, field)
            frame = frame.assign(**{field: held.where(held.notna(), own)})
    return frame


def _with_subject(frame: pd.DataFrame) -> pd.DataFrame:
    """Let a NIP stand for the person, and month and year make a period."""
    subject = column(frame, "subject_id")
    frame = frame.assign(subject_id=subject.where(subject.notna(), column(frame, "nip")))
    rated = [name for name in ("results", "behaviour", "predicate") if name in frame]
    is_rated = frame[rated].apply(lambda column: column.map(_is_rating)).any(axis="columns")
    frame = frame[is_rated]
    if "year" not in frame:
        return frame
    period = column(frame, "period")
    joined = [_period(one, year) for one, year in zip(period, frame["year"], strict=True)]
    return frame.assign(period=pd.Series(joined, dtype=object, index=frame.index))


def _with_marks(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep the pairs that a matrix marks; a cell that says more than a mark is the topic."""
    if "mark" not in frame:
        return frame
    marks = frame["mark"].map(_mark)
    of_itself = column(frame, "from_unit").map(_spelling) == frame["to_unit"].map(_spelling)
    topics = marks.map(lambda mark: mark if len(mark) > 1 and mark.casefold() not in _YES else None)
    return frame.assign(topic=topics.astype(object))[(marks != "") & ~of_itself]


_YES = frozenset(listed("yes"))
_NO = frozenset({*listed("no"), *listed("nothing"), *listed("no_value")})


def _mark(value: object) -> str:
    """Return what a cell of a matrix says; "" where the pair is not marked."""
    text = "" if value is None else value_text(value).strip()
    return "" if text.casefold() in _NO else text


def _spelling(value: object) -> str:
    return "" if value is None else plain(str(value))


_FIELDS: Mapping[str, tuple[Callable[[pd.DataFrame], pd.DataFrame], ...]] = {
    "positions": (_with_sums, _with_class),
    "workload": (_with_hours,),
    "employees": (_with_person, _with_posts),
    "functions": (_with_headed, _with_posts),
    "performance": (_with_subject,),
    "links": (_with_marks,),
}


def _date_at_end(value: object) -> object:
    found = _DATE_AT_END.search(str(value)) if isinstance(value, str) else None
    return found[1] if found else value


def _is_rating(value: object) -> bool:
    text = str(value).strip().lower() if value is not None else ""
    return bool(text.strip("- ")) and not text.startswith("belum")


def _period(period: object, year: object) -> object:
    """Return month and year together; a year that the period states already is not repeated."""
    said = "" if period is None else " ".join(str(period).split())
    of_year = "" if year is None else str(int(year) if isinstance(year, float) else year).strip()
    if not of_year or of_year in said:
        return said or None
    return f"{said} {of_year}".strip()
