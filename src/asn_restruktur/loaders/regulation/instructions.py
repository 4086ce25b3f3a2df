"""What does an amending regulation change, and to which words?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from asn_restruktur.loaders.regulation.articles import Article, articles
from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.parts import PartKind, part_of

_BEGIN = re.compile(
    r"^\s*(?:\(?\w{1,3}[.)]\s*)?(?:ketentuan\b|di\s?antara\b|judul\b|setelah\b|sesudah\b|lampiran\b"
    r"|pasal\s+\d+\s?[A-Z]{0,2}\b(?=\s*\S)|(?:ayat|huruf|angka)\s+\(?\w{1,3}\)?|bagian\s+ke\w+|bab\s+[IVX]+)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(di\s?ubah|dihapus|disisipkan|ditambah(?:kan)?|dicabut|diganti)\b", re.IGNORECASE
)
_END = re.compile(
    r"(?:berikut|berbunyi)\s*:?\s*$|:\s*$|\b(?:dihapus|dicabut)\s*[.;]?\s*$", re.IGNORECASE
)
_ARTICLE = re.compile(r"\bpasal\s+(\d+)\s?([A-Z]{0,2})\b", re.IGNORECASE)
_AYAT = re.compile(r"\bayat\s*\(\s*(\d+[a-z]?)\s*\)", re.IGNORECASE)
_LETTER = re.compile(r"\bhuruf\s+([a-z]{1,2}(?:\.?\d{1,2})?)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\bangka\s+(\d+)\b", re.IGNORECASE)
_NEW = re.compile(r"\b(?:yakni|yaitu|baru)\b(?P<new>.*)$", re.IGNORECASE)
_MOST_LINES = 12
_AMENDING = re.compile(r"diubah\s+(?:se)?bagai\s+berikut|diubah\s*,?\s*sehingga", re.IGNORECASE)


class Verb(StrEnum):
    """What an instruction does."""

    CHANGE = "changed"
    DELETE = "deleted"
    INSERT = "inserted"


@dataclass(frozen=True, slots=True)
class Target:
    """The place that an instruction names; "" for a level that it does not name."""

    article: str
    ayat: str = ""
    letter: str = ""
    number: str = ""

    def __str__(self) -> str:
        """Cite it."""
        parts = [f"Pasal {self.article}"] if self.article else []
        parts += [f"ayat ({self.ayat})"] if self.ayat else []
        parts += [f"huruf {self.letter}"] if self.letter else []
        return " ".join([*parts, f"angka {self.number}"] if self.number else parts)


@dataclass(frozen=True, slots=True)
class Instruction:
    """One change.

    Args:
        verb: what is done.
        text: the instruction itself.
        targets: the places that it names; for an insertion the article or ayat that gets it.
        line: where it begins.
        articles: the new words; those of a part of an article stand in one without a label.
    """

    verb: Verb
    text: str
    targets: tuple[Target, ...]
    line: Line
    articles: tuple[Article, ...]


def is_amending(lines: Sequence[Line]) -> bool:
    """Tell whether a text changes another one: it says so, and gives instructions."""
    joined = " ".join(line.text for line in lines)
    return _AMENDING.search(joined) is not None and next(_starts(lines), None) is not None


def instructions(lines: Sequence[Line]) -> list[Instruction]:
    """Read the instructions of an amending text, in their order.

    Args:
        lines: its cleaned lines.
    """
    starts = list(_starts(lines))
    found = []
    for at, (start, words) in enumerate(starts):
        until = starts[at + 1][0] if at + 1 < len(starts) else len(lines)
        text = " ".join(line.text for line in lines[start:words])
        content = _until_closing(lines[words:until])
        made = [one for one in articles(content) if one.label or one.nodes]
        verb = _verb(text, is_empty=not made)
        found.append(Instruction(verb, text, _targets(text), lines[start], tuple(made)))
    return found


def _starts(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Walk the instructions: where each begins, and where its new words begin."""
    at = 0
    while at < len(lines):
        end = _end(lines, at) if _BEGIN.match(lines[at].text) else 0
        if end:
            yield at, end
        at = end or at + 1


def _end(lines: Sequence[Line], start: int) -> int:
    """Return where an instruction that begins at a line ends; 0 where it is none."""
    text = ""
    for at in range(start, min(start + _MOST_LINES, len(lines))):
        if at > start and part_of(lines[at].text):
            return 0
        text = f"{text} {lines[at].text}"
        if _END.search(text):
            return at + 1 if _VERB.search(text) else 0
    return 0


def _until_closing(lines: Sequence[Line]) -> list[Line]:
    """Return the new words, without what follows the last instruction (`Pasal II`)."""
    kept = []
    for line in lines:
        part = part_of(line.text)
        if part and part.kind is PartKind.PASAL and not part.label[0].isdigit():
            break
        kept.append(line)
    return kept


def _verb(text: str, *, is_empty: bool) -> Verb:
    small = text.lower()
    if "disisipkan" in small or ("ditambah" in small and "ubah" not in small):
        return Verb.INSERT
    if is_empty and re.search(r"dihapus|dicabut", small):
        return Verb.DELETE
    return Verb.CHANGE


def _targets(text: str) -> tuple[Target, ...]:
    """Return the places that an instruction names, the article given once for all of them."""
    new = _NEW.search(text)
    said = text[: new.start()] if new else text
    said = re.split(r"\bsehingga\b", said, maxsplit=1)[0]
    named = ["".join(one).upper() for one in _ARTICLE.findall(said)]
    ayat, letters, numbers = (pattern.findall(said) for pattern in (_AYAT, _LETTER, _NUMBER))
    letters = [letter.replace(".", "").lower() for letter in letters]
    if not named:
        return ()
    if not (ayat or letters or numbers):
        return tuple(Target(article) for article in dict.fromkeys(named))
    if letters or numbers:
        return tuple(
            Target(named[0], ayat[0] if ayat else "", letter, number)
            for letter in letters or [""]
            for number in numbers or [""]
        )
    return tuple(Target(named[0], one) for one in ayat)
