"""How does a key with its values become a sentence in the reader's language?"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import yaml

from asn_restruktur.advice.recommendation import Recommendation
from asn_restruktur.findings import Finding, Params, Problem, Value, Word, params
from asn_restruktur.rules import Basis
from asn_restruktur.vocabulary import Language, Place

# Every scalar stays text: `no` and `1` are words here, not values.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
FOLDER = Path(__file__).parent
"""One folder of topic files a language."""

_RULE_CODE = re.compile(r"[A-Z]{3}\d{3}")
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_COUNTED = frozenset({"zero", "one", "other"})
_DECIMALS = 2

Message = str | dict[str, str]
"""A template, or templates by count (`zero`, `one`, `other`)."""


@cache
def catalogue(lang: Language) -> "Catalogue":
    """Return the catalogue of a language; its topics are read when first asked for."""
    return Catalogue(lang)


class Catalogue:
    """Sentences of one language, by dotted key.

    The first part of a key names the file (`words.unit_kind.dinas` stands in `words.yaml`); the
    texts of a rule stand in the file of its first three letters (`FUN101.say` in `FUN.yaml`).
    Texts are `str.format` templates with named fields; what is filled in is never read as one.
    """

    def __init__(self, lang: Language, folder: Path = FOLDER) -> None:
        self.lang = lang
        self._folder = folder / lang
        self._topics: dict[str, dict[str, Message]] = {}

    def has(self, key: str) -> bool:
        """Tell whether there is a text under the key."""
        return key in self._topic(key)

    def keys(self, topic: str) -> tuple[str, ...]:
        """Return the keys of a topic file, in its order; none where the file does not exist."""
        return tuple(self._topic(topic))

    def template(self, key: str) -> Message:
        """Return a text as it stands in the catalogue.

        Raises:
            KeyError: there is none.
        """
        return self._topic(key)[key]

    def say(self, key: str, values: Params = ()) -> str:
        """Word a message.

        Args:
            key: dotted key; where it holds texts by count, the value `count` chooses.
            values: named values. Text stands as it is; numbers, words and lists are written in
                the manner of the language. `{share:1}` asks for one decimal.

        Raises:
            KeyError: the catalogue has no such text, or the text names a value that is missing.
        """
        template = self.template(key)
        named = dict(values)
        if isinstance(template, dict):
            template = _by_count(template, named["count"])
        return template.format_map({name: self._shown(value) for name, value in named.items()})

    def word(self, key: str) -> str:
        """Return the word of an enumeration (`severity.error`)."""
        return self.say(f"words.{key}")

    def finding(self, finding: Finding) -> str:
        """Word what a finding says."""
        return self.sentence(finding.key, finding.params)

    def sentence(self, key: str, values: Params) -> str:
        """Word the sentence of a rule (`FUN101`) or of one of its variants (`DAT001.encrypted`)."""
        code, _, variant = key.partition(".")
        return _large(self.say(f"{code}.say.{variant}" if variant else f"{code}.say", values))

    def recommendation(self, advice: Recommendation) -> str:
        """Word what a recommendation asks for."""
        return _large(self.say(f"advice.{advice.action}.title", advice.params))

    def reason(self, advice: Recommendation) -> str:
        """Word why a recommendation is made."""
        return _large(self.say(f"advice.{advice.action}.why", advice.params))

    def steps(self, advice: Recommendation) -> str:
        """Word how a recommendation is carried out."""
        return _large(self.say(f"advice.{advice.action}.steps", advice.params))

    def risk(self, advice: Recommendation) -> str:
        """Word what could go wrong."""
        level = advice.risk.name.lower()
        return _large(self.say(f"advice.{advice.action}.risk.{level}", advice.params))

    def problem(self, problem: Problem) -> str:
        """Word a problem: place, what is wrong, what to do."""
        text = self.say(f"problems.{problem.key}", problem.params)
        return f"{self.place(problem.place)}: {text}" if problem.place else text

    def basis(self, basis: Basis) -> str:
        """Name what a rule rests on; a regulation or paper keeps its own name."""
        key = f"words.basis.{_NO_LETTERS.sub('_', basis.text.lower())}"
        return self.say(key) if self.has(key) else basis.text

    def place(self, place: Place) -> str:
        """Name a place the way one says it: file, sheet and cell, or line, or article."""
        parts = [place.file]
        if place.sheet:
            parts.append(self.say("words.place.sheet", params(sheet=place.sheet)))
        if place.cell:
            is_range = ":" in place.cell
            key = "words.place.cells" if is_range else "words.place.cell"
            parts.append(self.say(key, params(cell=place.cell)))
        elif place.line:
            parts.append(self.say("words.place.line", params(line=str(place.line))))
            if place.column:
                parts.append(self.say("words.place.column", params(column=str(place.column))))
        if place.article:
            parts.append(place.article)
        return ", ".join(part for part in parts if part)

    def number(self, value: float, decimals: int = 0) -> str:
        """Write a number: `1.512` and `0,94` in Indonesian, `1,512` and `0.94` in English."""
        english = f"{value:,.{decimals}f}"
        point, comma = self.say("words.number.point"), self.say("words.number.thousands")
        return "".join({".": point, ",": comma}.get(sign, sign) for sign in english)

    def date(self, iso: str) -> str:
        """Write an ISO date with its month as a word; a part that is not stated stays away."""
        year, *rest = iso[:10].split("-")
        words = [str(int(day)) for day in rest[1:]]
        words += [self.word(f"month.{int(month)}") for month in rest[:1]]
        return " ".join([*words, year])

    def listing(self, items: Iterable[str]) -> str:
        """Join names: `a, b, dan c` in Indonesian, `a, b and c` in English.

        Semicolons stand between three or more of which one holds a comma itself.
        """
        names = list(items)
        if not names:
            return ""
        *first, last = names
        if not first:
            return last
        if len(first) == 1:
            return self.say("words.list.two", params(first=first[0], last=last))
        if any("," in name for name in names):
            return self.say("words.list.commas", params(first="; ".join(first), last=last))
        return self.say("words.list.more", params(first=", ".join(first), last=last))

    def _shown(self, value: Value) -> "str | _Number":
        match value:
            case str():
                return value
            case Word(key):
                return self.word(key)
            case int() | float():
                return _Number(self, value)
            case _:
                return self.listing(str(self._shown(item)) for item in value)

    def _topic(self, key: str) -> dict[str, Message]:
        first = key.partition(".")[0]
        topic = first[:3] if _RULE_CODE.fullmatch(first) else first
        if topic not in self._topics:
            self._topics[topic] = _read(self._folder / f"{topic}.yaml", topic)
        return self._topics[topic]


class _Number:
    """A number in a template; the field's format says how many decimals (`{share:1}`)."""

    def __init__(self, words: Catalogue, value: float) -> None:
        self._words = words
        self._value = value

    def __format__(self, spec: str) -> str:
        is_whole = float(self._value).is_integer()
        decimals = int(spec) if spec else 0 if is_whole else _DECIMALS
        return self._words.number(self._value, decimals)

    def __str__(self) -> str:
        return format(self)


def _large(text: str) -> str:
    """Begin a sentence with a capital, whatever name it begins with."""
    return text[:1].upper() + text[1:]


def _by_count(texts: dict[str, str], count: Value) -> str:
    """Choose among texts by count."""
    name = {0: "zero", 1: "one"}.get(count, "other") if isinstance(count, int) else "other"
    return texts.get(name, texts["other"])


def _read(path: Path, topic: str) -> dict[str, Message]:
    """Read a topic file into texts by dotted key; a file that does not exist holds none."""
    if not path.is_file():
        return {}
    # Only our own package data is read here, and every node becomes text, list or map.
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # makes texts only
    is_rules = len(topic) == len("FUN") and topic.isupper()
    return dict(_texts(content or {}, "" if is_rules else topic))


def _texts(node: dict[str, object], above: str) -> Iterator[tuple[str, Message]]:
    for name, value in node.items():
        key = f"{above}.{name}" if above else name
        match value:
            case str():
                yield key, value.strip()
            case dict() if value and value.keys() <= _COUNTED:
                yield key, {str(count): str(text).strip() for count, text in value.items()}
            case dict():
                yield from _texts(value, key)
            case _:
                message = f"{key}: neither a text nor a map"
                raise TypeError(message)
