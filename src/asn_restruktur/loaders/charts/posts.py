"""Which unit does the title of a post mean?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from asn_restruktur.documents import Node, read_document
from asn_restruktur.organisation.words import plain

_TOKEN = re.compile(r"[^\s._/\-\u2013\u2014]+")
_BETWEEN = " \t.:_/-\u2013\u2014,"
_MOST_TOKENS = 3


@dataclass(frozen=True, slots=True)
class Post:
    """The head of a unit, as a title says it.

    Args:
        unit: name of the unit; "" where the title is bare (`Kepala`).
        title: the title of the post, without who holds it for the time being.
        is_bare: whether the title names no field (`KEPALA DINAS`, `SEKRETARIS`).
    """

    unit: str
    title: str
    is_bare: bool = False


def head_post(title: str) -> Post | None:
    """Read the title of a head (`Kabid Mutasi` heads `Bidang Mutasi`); None for any other text."""
    title = _without_acting(title)
    tokens = list(_TOKEN.finditer(title))
    spelling = plain(title)
    if any(f"{spelling} ".startswith(f"{no} ") for no in listed("no_heads")):
        return None
    for count in range(min(len(tokens), _MOST_TOKENS), 0, -1):
        beginning = " ".join(token[0] for token in tokens[:count]).casefold()
        if beginning not in _heads():
            continue
        rest = title[tokens[count - 1].end() :].strip(_BETWEEN)
        unit = " ".join(part for part in (_as_in(_heads()[beginning], title), rest) if part)
        return Post(unit, title, is_bare=len(_TOKEN.findall(rest)) <= (not _heads()[beginning]))
    return None


def charted(text: str) -> str | None:
    """Return what the title of a chart names; None for a text that is no such title."""
    spelling = plain(text)
    for beginning in sorted(listed("chart_titles"), key=len, reverse=True):
        if f"{spelling} ".startswith(f"{beginning} "):
            tokens = list(_TOKEN.finditer(text))
            return text[tokens[len(beginning.split()) - 1].end() :].strip(_BETWEEN)
    return None


def is_legend(text: str) -> bool:
    """Tell whether a text explains the lines of a chart."""
    spelling = f"{plain(text)} "
    return any(spelling.startswith((f"{one} ", f"{one}:")) for one in listed("legend"))


def is_staff(text: str) -> bool:
    """Tell whether a text is the title of a post that heads nothing."""
    spelling = f"{plain(text)} "
    return any(spelling.startswith(f"{one} ") for one in listed("staff"))


@cache
def listed(section: str) -> frozenset[str]:
    """Return the spellings of a list."""
    node = _content().get(section)
    return frozenset(item.text or "" for item in node.items) if node else frozenset()


def _without_acting(title: str) -> str:
    token = _TOKEN.match(title)
    if token and token[0].casefold() in listed("acting") and token.end() < len(title):
        return title[token.end() :].strip(_BETWEEN)
    return title


def _as_in(name: str, title: str) -> str:
    return name.upper() if title.isupper() else name


@cache
def _heads() -> Mapping[str, str]:
    node = _content().get("heads")
    return {key: item.text or "" for key, item in node.entries()} if node else {}


@cache
def _content() -> Node:
    path = Path(__file__).with_name("posts.yaml")
    return read_document(path.read_bytes(), path.name)
