"""What does a column say whose heading names several things (`Nama/NIP`, `Pangkat/Gol/TMT`)?"""

import re
from collections.abc import Sequence
from functools import lru_cache

from asn_restruktur.loaders.tables.forms import normalised, vocabulary

JOINED = "+"
"""Joins the fields of a column that states several; "" stands for one that is of no use."""

_BETWEEN = re.compile(r"\s*(?:/|\n|,\s(?!tgl|tanggal)|\bdan\b|&)\s*", re.IGNORECASE)
_BIRTH = re.compile(r"tempat\s*[/,&]?\s*(?:dan)?\s*(?:tgl|tanggal)\.?\s*/?\s*lahir", re.IGNORECASE)
_SINCE = normalised("TMT")
_SINCE_FIELD = {"position_title": "in_position_since"}
_NIP = re.compile(r"(?:nip\w*\s*[.:]?\s*)?'?((?:\d[ \u00a0]?){17}\d)", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}[-/. ]\w+[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2}")
_GOLONGAN = re.compile(r"\(?\s*(?:I{1,3}|IV)\s*[/.\-]?\s*[a-eA-E]\s*\)?|\(?[IVX]{1,4}\)?")
_YEAR = re.compile(r"\(?(?:19|20)\d\d\)?")
_NEVER = frozenset({"top_unit", "second_unit", "third_unit", "unit_id", "need", "filled"})
"""Fields that a heading may name side by side for one thing: `Bidang/Seksi`."""

_UNIT_OR_POST = frozenset({"unit_name", "title"})
"""What `Unit Kerja / Jabatan` names of a list in whose rows stands the one or the other."""

_TEXTS = ("name", "person", "rank", "position_title", "education_level", "unit_name")


@lru_cache(maxsize=4096)
def composed(heading: str, form: str) -> str | None:
    """Return the fields of a heading that names at least two, joined; None for any other."""
    known = vocabulary().form(form)
    pieces = [piece for piece in _BETWEEN.split(_BIRTH.sub("TTL", heading)) if piece.strip()]
    if known is None or len(pieces) < 2:  # noqa: PLR2004  # one thing is no list of things
        return None
    fields: list[str] = []
    for piece in pieces:
        key = normalised(piece)
        if key == _SINCE:
            fields.append(_SINCE_FIELD.get(fields[-1] if fields else "", ""))
        elif key in known.fields and known.fields[key] not in _NEVER:
            fields.append(known.fields[key])
        elif key in known.looked_up:
            fields.append("")
        else:
            return None
    distinct = [field for field in dict.fromkeys(fields) if field]
    if form == "positions" and set(fields) == _UNIT_OR_POST:
        return "title"
    return JOINED.join(fields) if len(distinct) > 1 or ("" in fields and distinct) else None


def taken_apart(value: object, fields: Sequence[str]) -> dict[str, object]:
    """Return the value of each field that one cell states.

    Each line (or piece between slashes) is known by what it looks like: a NIP, a golongan, a date;
    the rest are texts, in the order of the heading.

    Args:
        value: the cell.
        fields: fields of its column, in their order.
    """
    if value is None:
        return {}
    text = str(value)
    lines = [line.strip(" ,;") for line in text.splitlines() if line.strip(" ,;")]
    if len(lines) == 1:
        lines = [line.strip() for line in re.split(r"\s+/\s+|\s{3,}", text) if line.strip()]
    found: dict[str, object] = {}
    rest: list[str] = []
    for line in lines:
        field = _known(line, [one for one in fields if one and one not in found])
        if field is None and (_DATE.fullmatch(line) or _YEAR.fullmatch(line)):
            continue
        if field:
            match = _NIP.search(line) if field == "nip" else None
            found[field] = match[1] if match else line.strip("() ")
            if match and (before := line[: match.start()].strip(" ,/-")):
                rest.append(before)
        else:
            rest.append(line)
    texts = [field for field in fields if field in _TEXTS and field not in found]
    return found | dict(zip(texts, rest, strict=False))


def _known(line: str, fields: Sequence[str]) -> str | None:
    """Tell the field of a line by what it looks like; "" would be a line of no field."""
    if "nip" in fields and _NIP.search(line):
        return "nip"
    if "golongan" in fields and _GOLONGAN.fullmatch(line):
        return "golongan"
    if "birth" in fields and _DATE.search(line):
        return "birth"
    if "birth_date" in fields and _DATE.search(line):
        return "birth_date"
    if "in_position_since" in fields and _DATE.fullmatch(line):
        return "in_position_since"
    return None
