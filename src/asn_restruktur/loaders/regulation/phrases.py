"""What does a sentence of a regulation say: a duty, a head, what a unit consists of?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from asn_restruktur.vocabulary import FunctionKind

_HAS = r"(?:mempunyai|memp?unyai|memiliki|mengemban|menyelenggarakan|melaksanakan|menjalankan)"
_FUNCTIONS = re.compile(
    rf"(?P<verb>{_HAS}\s+(?:tugas(?:\s+pokok)?\s+dan\s+)?fungsi(?:\s*-\s*fungsi)?|berfungsi)\b",
    re.IGNORECASE,
)
_DETAILS = re.compile(
    r"\b(?P<verb>(?:uraian|rincian|perincian|penjabaran|sub|butir(?:-butir)?|detail)\s*"
    r"(?:tugas(?:\s+pokok)?(?:\s*(?:dan|,)\s+fungsi)?|fungsi))\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"(?P<verb>(?:mempunyai|memp?unyai|memiliki|mengemban)\s+tugas"
    r"(?:\s*-\s*tugas|\s+pokok|\s+utama)?(?:\s*(?:,|dan|serta)\s+(?:wewenang|kewenangan|kewajiban|"
    r"tanggung\s*jawab))*|bertugas|dengan\s+tugas(?=\s*:|\s+sebagai\s+berikut))\b",
    re.IGNORECASE,
)
_DUTY_OF = re.compile(
    r"(?:^|[,.]\s+)(?P<verb>tugas(?:\s+pokok)?(?:\s+dan\s+fungsi)?|fungsi|tupoksi)\s+(?P<unit>[^:]{3,160}?)\s*"
    r"(?:,?\s*(?:adalah|meliputi|yaitu|ialah)\b|:|,?\s*sebagai\s+berikut)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:adapun\s+)?(?P<verb>(?:uraian|rincian)\s+tugas(?:\s+pokok)?(?:\s*(?:dan|,|&|/)\s*fungsi)?"
    r"|tugas(?:\s+pokok)?(?:\s*(?:dan|,|&|/)\s*fungsi)?|fungsi|tupoksi)(?:nya)?\b"
    r"(?:\s+(?:adalah|meliputi|sebagai\s+berikut))*\s*(?P<colon>:?)\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LEAD = re.compile(
    r"^[\s,:]*(?:(?:adalah|yaitu|ialah|meliputi|sebagai\s+berikut|antara\s+lain|untuk)\b[\s,:]*)+",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"[\s,;]*(?:\b(?:dengan|dan|serta|yang|meliputi|yaitu|yakni|untuk|berupa)\b[\s,;]*)*$",
    re.IGNORECASE,
)
_POINT = (
    r"(?:ayat\s*\(?\d+[a-z]?\)?|pasal\s+(?:\d+[A-Z]?|ini)\b|huruf\s+[a-z]{1,2}\b|angka\s+\d+"
    r"|di\s*atas|tersebut|tugasnya|fungsinya)"
)
_CLAUSE = re.compile(
    rf"^(?:dalam|untuk|guna|selain|berdasarkan)\b.*?{_POINT}(?:\s*,?\s*(?:dan|pada|dalam)?\s*{_POINT})*\s*,?\s*",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s*(?:\bsebagaimana\b|\bdipimpin\b|\bber(?:ada|kedudukan)\b|\byang\b|\badalah\b|\bmerupakan\b|\bdalam\s+melaksanakan\b"
    r"|,?\s*(?:membawah|membawa?hi|terdiri|meliputi)|:|\bsebagai\s+unsur\b|\bsebagai\s+berikut\b)",
    re.IGNORECASE,
)
_COMPOSITION = re.compile(
    r"(?:,?\s*(?:yang\s+)?(?:terdiri\s+(?:atas|dari)|membawah(?:kan|i)|membawahi|mencakup|meliputi"
    r"|dibantu\s+oleh|mempunyai\s+susunan\s+organisasi)\b)",
    re.IGNORECASE,
)
_STRUCTURE = re.compile(
    r"^(?:bagan\s+)?susunan\s+organisasi(?:\s+dan\s+tata\s+kerja)?\b\s*(?P<unit>.*)", re.IGNORECASE
)
_HEADED = re.compile(r"\b(?:dipimpin|dikepalai|diketuai)\s+oleh\s+(?:seorang\s+)?", re.IGNORECASE)
_ANSWERS = re.compile(r"\bbert?anggung\s*-?\s*jawab\s+(?:langsung\s+)?kepada\s+", re.IGNORECASE)
_THROUGH = re.compile(r"\bmelalui\s+", re.IGNORECASE)
_POST_END = re.compile(
    r"\s*(?:\byang\b|\bdan\b|\bberada\b|\bberkedudukan\b|[.;,]|$)", re.IGNORECASE
)
_SUPERIOR_END = re.compile(
    r"\s*(?:\bmelalui\b|\bsesuai\b|\bdan\s+secara\b|\bdalam\b|[.;]|$"
    rf"|,?\s*\b(?:dan|yang|serta)\s+(?:{_HAS}|bertugas|berkedudukan)\b)",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"(?:[\s,]+(?:juga|pula|selain itu|masing-masing|wajib|harus))+[\s,]*$",
    re.IGNORECASE,
)
_ITEM_END = re.compile(
    r"[\s;:,.\"\u201d]+(?:dan/atau|dan|serta|atau)?[\s;:,.\"\u201d]*$", re.IGNORECASE
)
_LONGEST_END = 200
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
_PART_OF_DUTY = re.compile(
    r"^(?P<unit>[A-Z][^.;:]{2,120}?)\s+(?=(?:melaksanakan|menyelenggarakan)\s+sebagian\s+(?:tugas|fungsi))"
)
_SECOND = re.compile(r",?\s+(?:dan|serta|sedangkan)\s+(?=[A-Z])")
_SECOND_DUTY = re.compile(r"(?P<unit>[^.;:]{3,120}?)\s+(?:mempunyai\s+tugas|bertugas)\b")
_STATING = (_FUNCTIONS, _DUTY, _DETAILS, _HEADED, _ANSWERS)
"""What a sentence of its own begins with; any other belongs to the one before."""

_REMEMBERED = 4_096
"""Paragraphs whose reading is kept: each is asked for several times in a row."""

_MOST = 700
"""Letters at the beginning of a sentence in which its subject and verb are looked for."""


@dataclass(frozen=True, slots=True)
class DutyPhrase:
    """A sentence that states duties or introduces a list of them.

    Args:
        kind: what it states.
        subject: whose they are, as the sentence names it; "" where it does not.
        said: the duty in the sentence itself; "" where a list follows.
    """

    kind: FunctionKind
    subject: str
    said: str


@dataclass(frozen=True, slots=True)
class HeadPhrase:
    """A sentence that says who heads a unit, and to whom that post answers.

    Args:
        subject: the unit, as the sentence names it.
        title: the post; "" where the sentence only says to whom it answers.
        superior: whom it answers to; "" where not said.
        through: over whom (`melalui Sekretaris Daerah`).
    """

    subject: str
    title: str
    superior: str = ""
    through: str = ""


@lru_cache(maxsize=_REMEMBERED)
def duty_phrases(text: str) -> tuple[DutyPhrase, ...]:
    """Return what a paragraph says of duties, sentence by sentence; nothing for any other text."""
    return tuple(phrase for sentence in _sentences(text) for phrase in _in_sentence(sentence))


def _sentences(text: str) -> list[str]:
    """Cut a paragraph into sentences, those that state nothing left with the one before."""
    first, *rest = _SENTENCE_END.split(text)
    sentences = [first]
    for part in rest:
        start = part[:_MOST]
        if any(pattern.search(start) for pattern in _STATING):
            sentences.append(part)
        else:
            sentences[-1] = f"{sentences[-1]} {part}"
    return sentences


def _in_sentence(text: str) -> tuple[DutyPhrase, ...]:
    """Return what a sentence says of duties: nothing, a duty, or a duty and a list below it."""
    start = _CLAUSE.sub("", text[:_MOST])
    rest = start + text[_MOST:]
    duty, functions, details = (pattern.search(start) for pattern in (_DUTY, _FUNCTIONS, _DETAILS))
    lists = [found for found in (functions, details) if found]
    first = min(lists, key=lambda found: found.start(), default=None)
    if duty and (first is None or duty.start() < first.start()):
        subject = _subject(start[: duty.start()])
        if first is not None and text.rstrip().endswith(":"):
            between = _JOIN.sub("", _LEAD.sub("", start[duty.end() : first.start()].strip()))
            kind = FunctionKind.FUNGSI if first is functions else FunctionKind.URAIAN
            listed = DutyPhrase(kind, subject, "")
            said = DutyPhrase(FunctionKind.TUGAS, subject, between.strip(" ,"))
            return (said, listed) if said.said else (listed,)
        return (DutyPhrase(FunctionKind.TUGAS, subject, _said(rest[duty.end() :])),)
    if first is None:
        return _duty_of(rest)
    if first is functions:
        subject = _subject(start[: first.start()])
        return (DutyPhrase(FunctionKind.FUNGSI, subject, _said(rest[first.end() :])),)
    before = re.sub(rf"\s*{_HAS}\s*$", "", start[: first.start()], flags=re.IGNORECASE)
    subject = _subject(start[first.end() :]) or _subject(before)
    return (DutyPhrase(FunctionKind.URAIAN, subject, ""),)


def second_duties(said: str) -> Iterator[tuple[str, DutyPhrase]]:
    """Walk where a duty may end and that of another unit begin in the same sentence.

    Yields:
        The duty up to there, and the other one: `menata kios`, then `Seksi Los` and `menata los`
        for `menata kios dan Seksi Los mempunyai tugas menata los`.
    """
    for found in _SECOND.finditer(said):
        second = _SECOND_DUTY.match(said, found.end())
        if second is not None:
            rest = _said(said[second.end() :])
            yield said[: found.start()], DutyPhrase(FunctionKind.TUGAS, second["unit"], rest)


def label_phrase(text: str) -> DutyPhrase | None:
    """Return what a heading such as `Tugas Pokok` or `TUPOKSI BIDANG X` announces, else None.

    What stands behind a colon is the duty itself.
    """
    found = _LABEL.match(text)
    if found is None:
        return None
    rest = found["rest"].strip()
    if found["colon"]:
        return DutyPhrase(_kind(found["verb"]), "", rest)
    return DutyPhrase(_kind(found["verb"]), rest, "")


@lru_cache(maxsize=_REMEMBERED)
def head_phrases(text: str) -> tuple[HeadPhrase, ...]:
    """Return who heads which unit by a paragraph, sentence by sentence."""
    found = (_head_phrase(sentence) for sentence in _sentences(text))
    return tuple(phrase for phrase in found if phrase is not None)


def _head_phrase(text: str) -> HeadPhrase | None:
    start = text[:_MOST]
    answers = _ANSWERS.search(start)
    headed = _HEADED.search(start)
    if headed is None and answers is None:
        return None
    superior = through = ""
    if answers is not None:
        rest = start[answers.end() :]
        end = _SUPERIOR_END.search(rest)
        superior = rest[: end.start()] if end else rest
        if by := _THROUGH.search(rest):
            through = _until(rest[by.end() :], _SUPERIOR_END)
    if headed is not None:
        title = _until(start[headed.end() :], _POST_END)
        return HeadPhrase(_subject(start[: headed.start()]), title, superior, through)
    subject = _subject(start[: answers.start()]) if answers else ""
    return HeadPhrase(subject, "", superior, through)


def structure_of(text: str) -> str | None:
    """Return the unit whose structure a sentence introduces; None for any other sentence."""
    found = _STRUCTURE.match(text[:_MOST])
    if found is None:
        return None
    return _subject(found["unit"])


def whole_of(text: str) -> str | None:
    """Return what a sentence says consists of units; None where it says no such thing."""
    start = text[:_MOST]
    found = _COMPOSITION.search(start)
    if found is None:
        return None
    return _subject(start[: found.start()])


def bare(text: str) -> str:
    """Return an item without the signs that end it."""
    kept, end = text[:-_LONGEST_END], text[-_LONGEST_END:]
    return (kept + _ITEM_END.sub("", f"{end} ")).strip() if text else ""


def _duty_of(text: str) -> tuple[DutyPhrase, ...]:
    """Read `Tugas pokok Kepala Bidang adalah ...`."""
    part = _PART_OF_DUTY.match(text[:_MOST])
    if part is not None:
        return (DutyPhrase(FunctionKind.TUGAS, _subject(part["unit"]), text[part.end() :]),)
    found = _DUTY_OF.search(text[:_MOST])
    if found is None:
        return ()
    said = _said(text[found.end() :])
    return (DutyPhrase(_kind(found["verb"]), _subject(found["unit"]), said),)


def _kind(verb: str) -> FunctionKind:
    small = verb.lower()
    if small.startswith(("uraian", "rincian")):
        return FunctionKind.URAIAN
    return FunctionKind.FUNGSI if "fungsi" in small or small == "tupoksi" else FunctionKind.TUGAS


def _subject(before: str) -> str:
    """Return the subject of a sentence out of what stands before its verb."""
    text = _CLAUSE.sub("", before.strip())
    cut = _CUT.search(text)
    return _ADVERBS.sub("", text[: cut.start()] if cut else text).strip(" ,;:.")


def _said(after: str) -> str:
    """Return the duty that a sentence states behind its verb; "" where a list follows."""
    said = _LEAD.sub("", after.strip()).strip(" ,:")
    return said if len(said.split()) > 1 else ""


def _until(text: str, end: re.Pattern[str]) -> str:
    found = end.search(text)
    return (text[: found.start()] if found else text).strip(" ,;.")
