"""What do the lines of a box say: a unit, a post, who holds it?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from asn_restruktur.loaders.charts.posts import Post, head_post, listed
from asn_restruktur.organisation.words import plain, unit_kind_of
from asn_restruktur.vocabulary import UnitKind

_NIP = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){17}(?!\d)")
_NIP_MARK = re.compile(r"\bNIP(?:PPK|3K)?\b[\s.:]*", re.IGNORECASE)
_ESELON = re.compile(
    r"\(?\s*(?:eselon|esl|es)\b[\s.:]*((?:IV|I{1,3}|V|[1-5])\s*[./\- ]?\s*[a-eA-E]?)\b\s*\)?"
    r"|\(\s*((?:I{1,3}|IV)\s*[./\-]\s*[abAB])\s*\)",
    re.IGNORECASE,
)
_ESELON_ALONE = re.compile(r"((?:I{1,3}|IV)(?:\s?\.\s?[abAB]|\s?[ab]))")
_GOLONGAN = re.compile(r"\(?\s*((?:I{1,3}|IV)\s*/\s*[a-e])\s*\)?", re.IGNORECASE)
_COUNTS = re.compile(
    r"\b(kelas(?: jabatan)?|kls|bezetting|kebutuhan|b|k)\s*[:=]\s*(\d{1,4})\b"
    r"|^kelas(?: jabatan)? (\d{1,2})$",
    re.IGNORECASE,
)
_COUNTED = {"b": "filled", "bezetting": "filled", "k": "need", "kebutuhan": "need"}
_NAMED = re.compile(r"^(?:nama|name)\s*:\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;]+")
_DEGREE = re.compile(r"(?:S|M|A|Sp|D)\. ?[A-Z][A-Za-z.]{0,9}")
_FEWEST_NAMES, _MOST_NAMES = 2, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A box as understood.

    Args:
        text: what remains as the name of a unit or title of a post.
        post: the head that the text is the title of; None where it names the unit itself.
        person: name of whoever holds it, where the box says so clearly.
        nip: the digits of a NIP.
        golongan: of that person.
        values: `eselon`, `class`, `need`, `filled` of the post, as written.
        unsure: how many lines look like a person's name without saying so; they are left out.
    """

    text: str
    post: Post | None = None
    person: str = ""
    nip: str = ""
    golongan: str = ""
    values: dict[str, str] = field(default_factory=dict)
    unsure: int = 0

    @property
    def unit(self) -> str:
        """Name of the unit that the box stands for."""
        return (self.post.unit if self.post else "") or self.text

    @property
    def kind(self) -> UnitKind | None:
        """Kind of that unit, where its name tells."""
        return unit_kind_of(self.unit)


def read_label(lines: Sequence[str]) -> Label:
    """Tell the unit or post of a box from the person, rank and numbers in its other lines.

    Args:
        lines: as `Box.lines`.

    Returns:
        The label; a text in which nothing else is found is the text as a whole.
    """
    found = Label(text="")
    kept: list[str] = []
    for at, line in enumerate(lines):
        rest, found = _without_numbers(line, found)
        if not rest:
            continue
        has_nip_below = any(_NIP.search(later) for later in lines[at + 1 :])
        if kept and _is_rank(rest):
            continue
        if _NAMED.match(rest) or _has_degree(rest) or (kept and has_nip_below and _is_name(rest)):
            found = replace(found, person=found.person or _NAMED.sub("", rest))
        elif kept and _is_set_off(kept, rest):
            found = replace(found, unsure=found.unsure + 1)
        else:
            kept.append(rest)
    text = " ".join(kept)
    headed = _head_and_unit(kept)
    if headed is not None:
        return replace(found, text=headed.title, post=headed)
    return replace(found, text=text, post=head_post(text))


def _head_and_unit(lines: Sequence[str]) -> Post | None:
    """Read a box that says the title of the head and the whole name of the unit on own lines."""
    for at, line in enumerate(lines):
        post = head_post(line)
        unit = " ".join((*lines[:at], *lines[at + 1 :]))
        kind = unit_kind_of(unit)
        if post and post.is_bare and kind and kind is unit_kind_of(post.unit):
            return replace(post, unit=unit, is_bare=False)
    return None


def _without_numbers(line: str, found: Label) -> tuple[str, Label]:
    """Take NIP, eselon, golongan and counts off a line."""
    values = dict(found.values)
    nip = found.nip
    if number := _NIP.search(line):
        nip = nip or re.sub(r"\D", "", number[0])
        line = _NIP_MARK.sub("", line.replace(number[0], ""))
    golongan = found.golongan
    if _is_rank(line) or (mark := _GOLONGAN.fullmatch(line.strip())):
        mark = _GOLONGAN.search(line)
        if mark:
            golongan = golongan or mark[1]
            line = line.replace(mark[0], "")
    for count in _COUNTS.finditer(line):
        name = (count[1] or "kelas").lower()
        values.setdefault(_COUNTED.get(name, "class"), count[2] or count[3])
    line = _COUNTS.sub("", line)
    if eselon := _ESELON.search(line) or _ESELON_ALONE.fullmatch(line.strip()):
        values.setdefault("eselon", " ".join(next(filter(None, eselon.groups())).split()))
        line = line.replace(eselon[0], "")
    rest = " ".join(line.split())
    is_bare = not rest.strip(" |;,()-.:/") or bool(_NIP_MARK.fullmatch(rest))
    told = replace(found, nip=nip, golongan=golongan, values=values)
    return "" if is_bare else rest.strip(" |;,") or rest, told


def may_be_person(text: str) -> bool:
    """Tell whether a text could hold the name or NIP of a person, so that nobody quotes it."""
    return bool(_NIP.search(text)) or _has_degree(text) or _is_name(text)


def _is_rank(line: str) -> bool:
    """Tell a line such as `Penata Tk. I (III/d)` or `Pembina, IV/a`."""
    spelling = plain(_GOLONGAN.sub("", line).strip(" ,()"))
    return spelling in listed("ranks")


def _has_degree(line: str) -> bool:
    """Tell a line with an academic title, before the name or after a comma."""
    words = [word.strip("().").casefold() for word in _WORD.findall(line)]
    if len(words) < _FEWEST_NAMES or set(words) & listed("no_person"):
        return False
    front = words[0] in listed("degrees") and line.split(maxsplit=1)[0].endswith(".")
    _, *after = line.split(",")
    return front or any(map(_is_degree, after))


def _is_degree(text: str) -> bool:
    """Tell `S.Sos`, `M. Kes.`, `Ph.D`, whatever its field is."""
    text = text.strip(" ().")
    return text.casefold() in listed("degrees") or bool(_DEGREE.fullmatch(text))


def _is_name(line: str) -> bool:
    """Tell whether a line could be the name of a person."""
    words = _WORD.findall(line)
    spelt = {word.strip("().").casefold() for word in words}
    return (
        len(words) <= _MOST_NAMES
        and not spelt & listed("no_person")
        and all(word[0].isalpha() and word[0].isupper() for word in words)
    )


def _is_set_off(kept: Sequence[str], line: str) -> bool:
    """Tell a name under a title in capitals, itself not in capitals."""
    title = " ".join(kept)
    return (
        title.isupper()
        and head_post(title) is not None
        and not line.isupper()
        and len(_WORD.findall(line)) >= _FEWEST_NAMES
        and _is_name(line)
    )
