"""Which unit does a phrase name, and how alike are two names?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("unit_words.yaml")
# Every scalar stays text.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^()]*\)?")
_GOVERNMENT = re.compile(
    r"\s+(?:pada\s+|di\s+)?(?:pemerintah\s+)?(?:daerah\s+)?"
    r"(?:kota|kab(?:upaten|\.)?|provinsi)\s+(?!dan\b|atau\b|serta\b)\S.*$",
    re.IGNORECASE,
)
_EACH = re.compile(r"(?:masing\s*-?\s*masing|setiap|tiap\s*-?\s*tiap|tiap)\s+", re.IGNORECASE)
_JOINING = frozenset({"dan", "serta", "dn", "&", "atau"})
_ALIKE_WORD = 0.8
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as a phrase names it.

    Args:
        kind: what it is (`subbagian`), as in `unit_words.yaml`; "" where its first word does not
            say it.
        words: what tells it apart, in small letters and without `dan`; empty where the phrase
            names only the kind (`Kepala Bidang`).
        text: its name as written, without `Kepala` and the name of the government.
        is_head: whether the phrase names the post that heads it.
        is_each: whether all units of the kind are meant (`masing-masing Bidang`).
    """

    kind: str
    words: tuple[str, ...]
    text: str
    is_head: bool = False
    is_each: bool = False


def unit_name(phrase: str) -> UnitName | None:
    """Return the unit that a phrase names from its beginning; None where it names none.

    Args:
        phrase: a name, or the beginning of a sentence up to its verb.
    """
    text = " ".join(_BRACKETS.sub(" ", phrase[:_LONGEST]).split()).strip(
        " ,;:.-\u2013\"'\u201c\u201d"
    )
    words = _WORD.findall(text.casefold())
    is_head = is_each = False
    if each := _EACH.match(text):
        is_each, text = True, text[each.end() :]
        words = _WORD.findall(text.casefold())
    beginning = " ".join(words[:2])
    if beginning.startswith("kepala") and beginning in _heads():
        rest = unit_name(" ".join(text.split()[2:]))
        return replace(rest, is_head=True) if rest else UnitName("", (), "", is_head=True)
    while words and words[0] in {"kepala", "para", "seorang"}:
        is_head = is_head or words[0] == "kepala"
        text = text.split(" ", 1)[1] if " " in text else ""
        words = words[1:]
    for length in range(min(len(words), _most_words()), 0, -1):
        beginning = " ".join(words[:length])
        if beginning in _heads():
            return _headed(_heads()[beginning], words[length:], text)
        if beginning in _kinds():
            kind = _kinds()[beginning]
            if not rank(kind):
                text = _GOVERNMENT.sub("", text)
                words = _WORD.findall(text.casefold())
            telling = _telling(kind, words[length:])
            return UnitName(kind, telling, text, is_head, is_each and not telling)
    if is_head and not words:
        return UnitName("", (), "", is_head=True)
    return None


def is_other_name(phrase: str) -> bool:
    """Tell a name whose kind nothing says (`Dewan Kehormatan`) from `kepala tersebut`."""
    words = phrase.split()
    return (
        len(words) > 1
        and words[0].casefold() not in _listed("leaders")
        and all(word[0].isupper() or word in _JOINING for word in words)
    )


def telling(phrase: str) -> tuple[str, ...]:
    """Return the words of a name without its kind, in small letters."""
    return tuple(word for word in _WORD.findall(phrase.casefold()) if word not in _JOINING)


def rank(kind: str) -> int:
    """Return how deep a unit of a kind stands below its perangkat daerah."""
    return _ranks().get(kind, 2)


def is_contrast(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether a word that only one of two names has tells them apart for certain."""
    return any(word in _listed("contrasts") for word in set(left) ^ set(right))


def likeness(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Return the share of words that two names have alike, words spelt alike counting as one."""
    if not left or not right:
        return 0.0
    if "".join(left) == "".join(right):
        return 1.0  # "budi daya" and "budidaya"
    rest = list(right)
    shared = 0
    for word in left:
        found = next((other for other in rest if is_alike(word, other)), None)
        if found is not None:
            rest.remove(found)
            shared += 1
    return shared / (len(left) + len(right) - shared)


@cache
def is_alike(word: str, other: str) -> bool:
    """Tell whether two words are one, misspelt at most."""
    if word == other:
        return True
    if min(len(word), len(other)) <= 4:  # noqa: PLR2004  # short words differ by one letter
        return False
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= _ALIKE_WORD


def title_case(name: str) -> str:
    """Return a name in capitals as one writes it in a sentence; any other stays as it is."""
    if not name.isupper() or len(name) <= 6:  # noqa: PLR2004  # BAPPEDA is not Bappeda
        return name
    small = {"dan", "serta", "di", "pada", "untuk", "dalam", "atau"}
    return " ".join(word if _is_acronym(word) else _cased(word, small) for word in name.split())


def is_nameless(kind: str) -> bool:
    """Tell whether a unit of a kind needs no further name."""
    return kind in _listed("nameless")


def is_post(kind: str) -> bool:
    """Tell whether a name of a kind is that of a post as well (`Asisten Administrasi Umum`)."""
    return kind in _listed("posts")


def _is_acronym(word: str) -> bool:
    return word.strip("().,") in _listed("acronyms") or not re.search("[AEIOU]", word)


def _cased(word: str, small: set[str]) -> str:
    return word.lower() if word.lower() in small else word.capitalize()


def _headed(kind: str, words: list[str], text: str) -> UnitName:
    """Name the unit of a post such as Sekretaris or Camat."""
    telling = _telling(kind, words)
    name = " ".join([_written(kind), *text.split()[len(text.split()) - len(words) :]])
    if kind in {"inspektur pembantu", "asisten"}:
        name = text
    return UnitName(kind, telling, name if telling or not words else _written(kind), is_head=True)


def _written(kind: str) -> str:
    return " ".join(word.upper() if word == "dprd" else word.capitalize() for word in kind.split())


def _telling(kind: str, words: list[str]) -> tuple[str, ...]:
    """Return the words that tell a unit from others of its kind."""
    telling = [word for word in words if word not in _JOINING]
    is_relative = is_nameless(kind)
    if is_relative or all(word in _listed("relative") for word in telling):
        telling = [word for word in telling if word not in _listed("relative")]
    return tuple(telling)


def _content() -> Mapping[str, Mapping[str, str]]:
    # Only our own package data is read here, and every node becomes text, list or map.
    content: Mapping[str, Mapping[str, str]] = _loaded()
    return content


@cache
def _loaded() -> Mapping[str, Mapping[str, str]]:
    content: Mapping[str, Mapping[str, str]] = yaml.load(
        _FILE.read_text(encoding="utf-8"),
        Loader=_Loader,  # noqa: S506  # a base loader makes texts, lists and maps only
    )
    return content


@cache
def _ranks() -> dict[str, int]:
    return {kind: int(depth) for kind, depth in _content()["kinds"].items()}


@cache
def _kinds() -> dict[str, str]:
    return {kind: kind for kind in _ranks()} | dict(_content()["spellings"])


@cache
def _heads() -> dict[str, str]:
    return dict(_content()["heads"])


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(_content()[section])


@cache
def _most_words() -> int:
    return max(len(beginning.split()) for beginning in [*_kinds(), *_heads()])
