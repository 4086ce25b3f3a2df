"""Which field does the heading of a column mean, and how sure is that?"""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from asn_restruktur.loaders.tables.composite import composed
from asn_restruktur.loaders.tables.forms import TableForm, normalised, vocabulary, words_of
from asn_restruktur.loaders.tables.labels import Label

EXACT = 1.0
LEAF = 0.95
STRIPPED = 0.85
BESIDE = 0.75
LIKE = 0.65
"""How sure a match is: as written, without its group, without brackets, with words beside it, or
but for a slip of the pen."""

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_FEWEST_LETTERS = 6
_TWO_LANGUAGES = re.compile(r"\s*/\s*|\n")
_WHOLE = frozenset({"JUMLAH", "JML", "JLH", "TOTAL"})
"""Headings below a group that say what the group itself counts."""

_SEX = {
    "L": "men", "LK": "men", "LAKILAKI": "men", "PRIA": "men",
    "P": "women", "PR": "women", "PEREMPUAN": "women", "WANITA": "women",
}  # fmt: skip

_COUNTS = frozenset({"jumlah", "jml", "jlh", "total", "banyaknya"})
AMOUNTS = frozenset(
    {
        "need", "need_pns", "need_pppk", "filled", "filled_pns", "filled_pppk", "filled_cpns",
        "filled_men", "filled_women", "filled_pns_men", "filled_pns_women", "filled_pppk_men",
        "filled_pppk_women",
        "volume", "capacity", "stated_need", "demand", "hours", "norm_minutes", "norm_hours",
        "norm_time", "effective_minutes", "class",
    }
)  # fmt: skip
"""Fields that a heading may mean which says that something is counted."""

_SINCE = "TMT"
_COMPOSED = frozenset({"employees", "performance", "positions"})
_SHORT = {
    "jml": "jumlah", "jlh": "jumlah", "tgl": "tanggal", "gol": "golongan", "pend": "pendidikan",
    "keb": "kebutuhan", "jab": "jabatan", "peg": "pegawai", "bezeting": "bezetting",
    "bazetting": "bezetting", "bazeting": "bezetting", "bezzeting": "bezetting", "thn": "tahun",
    "bln": "bulan", "tk": "tingkat", "th": "tahun", "vol": "volume", "yg": "yang", "lhr": "lahir",
    "jbt": "jabatan", "nm": "nama", "kd": "kode", "kebutuhn": "kebutuhan", "pddk": "pendidikan",
    "subbag": "subbagian", "subag": "subbagian", "subbid": "subbidang", "kls": "kelas",
    "ttl": "tempat tanggal lahir", "p3k": "pppk", "kelahiran": "lahir",
}  # fmt: skip
"""Words that headings shorten."""
_LIKENESS = 0.87


@dataclass(frozen=True, slots=True)
class Match:
    """The field that a column means: index of the column, its heading, and how sure."""

    field: str
    at: int
    heading: str
    sureness: float


def matches(
    labels: Sequence[Label], form: TableForm, below: Sequence[Sequence[object]] = ()
) -> tuple[tuple[Match, ...], tuple[Label, ...]]:
    """Match the labels of a heading with the fields of a form.

    Args:
        labels: headings of the columns.
        form: the table that they may announce.
        below: rows below the heading.

    Returns:
        One match for each field that is found: of several columns the surest, then the one that
        says most, then the leftmost; and the labels that mean nothing to this form.
    """
    found: dict[str, list[tuple[Match, Label]]] = {}
    unknown: list[Label] = []
    groups = Counter(label.parts[0] for label in labels)
    for label in labels:
        field, sureness = _field(label.parts, form.name, is_divided=groups[label.parts[0]] > 1)
        if field:
            match = Match(field, label.at, label.text, sureness)
            found.setdefault(field, []).append((match, label))
        elif field is None:
            unknown.append(label)
    for label in [label for label in unknown if normalised(label.text) == _SINCE]:
        left = [one for each in found.values() for one, _ in each if one.at == label.at - 1]
        if left and left[0].field == "position_title" and "in_position_since" not in found:
            found["in_position_since"] = [
                (Match("in_position_since", label.at, label.text, LEAF), label)
            ]
            unknown.remove(label)
    known = []
    for several in found.values():
        best = max(several, key=lambda one: (one[0].sureness, _said(one[0].at, below)))
        known.append(best[0])
        unknown += [label for match, label in several if match is not best[0]]
    return (
        tuple(sorted(known, key=lambda match: match.at)),
        tuple(sorted(unknown, key=lambda label: label.at)),
    )


def meaning(parts: tuple[str, ...], form: TableForm) -> str | None:
    """Return the field that a heading means by itself; None or "" for none."""
    return _field(parts, form.name, is_divided=False)[0]


def _said(at: int, below: Sequence[Sequence[object]]) -> int:
    """Count the distinct values of a column that say anything, where it is one of several."""
    values = {str(row[at]).strip() for row in below if at < len(row)}
    return sum(any(map(str.isalnum, value)) for value in values)


def is_known(cell: object) -> bool:
    """Tell whether any form knows a heading as it is written, but for brackets."""
    return isinstance(cell, str) and any(key in vocabulary().known for key, _ in _keys(cell))


@lru_cache(maxsize=16_384)
def _field(parts: tuple[str, ...], name: str, *, is_divided: bool) -> tuple[str | None, float]:
    """Return the field that a heading means, and how sure that is.

    The field is None where the heading means nothing, and "" where it is known to say nothing of
    this table.
    """
    form = vocabulary().form(name)
    if form is None:
        return None, 0.0
    fields = composed(parts[-1], name) if name in _COMPOSED else None
    if fields and "in_position_since" in fields:
        return fields, LEAF  # `Jabatan/TMT` states both, "TMT" below "Jabatan" the date alone
    readings = list(_readings(parts, is_divided=is_divided))
    found = _as_written(readings, form)
    if fields and not (found and found[0]):
        found = fields, LEAF  # `Pangkat/TMT` is of use, though "TMT" below "Pangkat" is not
    return (
        found
        or _of_any_unit(readings, form)
        or _of_whole_group(parts, form)
        or _of_one_sex(parts, form)
        or _twice(parts[-1], form)
        or _nearly(readings, parts, form)
        or (None, 0.0)
    )


def _as_written(readings: Iterable[tuple[str, float]], form: TableForm) -> tuple[str, float] | None:
    """Match a heading that is known, but for brackets, years and shortened words."""
    for text, weight in readings:
        for key, sureness in _keys(text):
            if key in form.fields:
                return form.fields[key], weight * sureness
            if key in form.looked_up:
                return "", EXACT
    return None


def _of_any_unit(
    readings: Iterable[tuple[str, float]], form: TableForm
) -> tuple[str, float] | None:
    """Match a side of a link whatever it calls a unit: `OPD Pengampu` as `Unit Pengampu`."""
    if form.name != "links":
        return None
    spelt = [(_UNIT_NOUN.sub("Unit", text), STRIPPED * weight) for text, weight in readings]
    return _as_written([one for one in spelt if normalised(one[0]) != "UNIT"], form)


_UNIT_NOUN = re.compile(
    r"\b(?:unit\s+kerja|organisasi\s+perangkat\s+daerah|perangkat\s+daerah|satuan\s+kerja|opd|"
    r"skpd|satker|instansi|unit\s+organisasi|dinas(?:\s*/\s*badan)?)\b",
    re.IGNORECASE,
)


def _of_whole_group(parts: tuple[str, ...], form: TableForm) -> tuple[str, float] | None:
    """Match the total below a group heading with the amount that the group means."""
    if len(parts) == 1 or normalised(parts[-1]) not in _WHOLE:
        return None
    readings = _readings(parts[:-1], is_divided=False)
    found = _as_written(readings, form) or _nearly(readings, parts[:-1], form)
    return (found[0], LEAF * found[1]) if found and found[0] in AMOUNTS else None


def _of_one_sex(parts: tuple[str, ...], form: TableForm) -> tuple[str, float] | None:
    """Match the men or women below a group heading that counts people."""
    sex = _SEX.get(normalised(parts[-1]))
    if len(parts) == 1 or sex is None:
        return None
    found = _of_whole_group((*parts[:-1], "JUMLAH"), form)
    if found is None or f"{found[0]}_{sex}" not in form.fields.values():
        return None
    return f"{found[0]}_{sex}", found[1]


def _twice(text: str, form: TableForm) -> tuple[str, float] | None:
    """Match a heading that says one thing in two languages: `Nama Jabatan / Job Title`."""
    first, *others = _TWO_LANGUAGES.split(text)
    found = _as_written([(first, EXACT)], form) if others else None
    if found is None:
        return None
    second = [_as_written([(other, EXACT)], form) for other in others]
    if any(one is not None and one[0] != found[0] for one in second):
        return None
    if all(second):
        return found[0], LEAF * found[1]
    return None if any(map(is_known, others)) else (found[0], BESIDE * found[1])


def _nearly(
    readings: Iterable[tuple[str, float]], parts: tuple[str, ...], form: TableForm
) -> tuple[str, float] | None:
    """Match a heading that says more than a known one, or is misspelt."""
    for text, weight in readings:
        found = _beside(text, form) or (_like(text, form) if text in parts else None)
        if found:
            return found[0], weight * found[1]
    return None


def _readings(parts: tuple[str, ...], *, is_divided: bool) -> Iterable[tuple[str, float]]:
    """Read a heading with its groups, then without them where it can stand alone.

    A group that is divided says nothing of its single columns by itself.
    """
    while len(parts) > 1 and normalised(parts[0]) in vocabulary().neutral:
        parts = parts[1:]
    if not any(map(str.isalnum, parts[-1])):
        yield parts[-1], EXACT  # "+/-" below a group is not what the group alone means
        return
    yield " ".join(parts), EXACT
    if len(parts) == 1:
        return
    yield " ".join(reversed(parts[-2:])), LEAF  # `Kelahiran` over `Tanggal` is `Tanggal Kelahiran`
    for start in range(1, len(parts)):
        leaf = " ".join(parts[start:])
        if normalised(leaf) not in vocabulary().only_in_group:
            yield leaf, LEAF
    if not is_divided:
        yield parts[0], STRIPPED * LEAF


@lru_cache(maxsize=16_384)
def _keys(text: str) -> tuple[tuple[str, float], ...]:
    bare = _YEAR.sub(" ", _BRACKETS.sub(" ", text))
    full = " ".join(_SHORT.get(word, word) for word in words_of(bare))
    keys = [(normalised(text), EXACT), (normalised(bare), STRIPPED), (normalised(full), STRIPPED)]
    return tuple((key, sureness) for key, sureness in keys if key)


def _beside(text: str, form: TableForm) -> tuple[str, float] | None:
    """Match a heading that only says more: `Nama Lengkap Pegawai` is `Nama Lengkap`."""
    words = [word for word in words_of(_BRACKETS.sub(" ", text)) if word not in _beside_words()]
    key = normalised(" ".join(words))
    field = form.fields.get(key) if key else None
    if field is None or (field not in AMOUNTS and _COUNTS & {*words_of(text)}):
        return None
    return field, BESIDE


def _like(text: str, form: TableForm) -> tuple[str, float] | None:
    """Match a heading that is misspelt."""
    key = normalised(
        " ".join(_SHORT.get(word, word) for word in words_of(_BRACKETS.sub(" ", text)))
    )
    if len(key) < _FEWEST_LETTERS:
        return None
    near = difflib.get_close_matches(key, form.fields, n=1, cutoff=_LIKENESS)
    return (form.fields[near[0]], LIKE) if near else None


def _beside_words() -> frozenset[str]:
    return vocabulary().beside
