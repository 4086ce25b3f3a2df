"""How do the catalogue's sentences stand in a page, each number traceable to its figure?"""

import re

from markupsafe import Markup, escape

from asn_restruktur.findings import Figure, Params, Value
from asn_restruktur.reporters.foreign_text import visible
from asn_restruktur.reporters.messages.catalogue import catalogue
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.summary import LARGEST_SPELLED

# No text can hold a NUL: `visible` turns it into a picture.
_SLOT = re.compile("\0(?P<key>[^\0]*)\0")
_SCORES = frozenset({"pair.score"})


class Clause(str):
    """A worded part of a sentence, with slots for its figures."""

    __slots__ = ()


class Wording:
    """Sentences of the page in the language of a report.

    Keys are those of `html.yaml`, without the `html.` before them; one that is not there is a key
    of the whole catalogue. A value that is a Figure is set as `<span data-figure="KEY">`; every
    other value is text and escaped.
    """

    def __init__(self, report: Report) -> None:
        self.words = catalogue(report.lang)
        self._figures = report.figures

    def __call__(self, key: str, **values: Value | Figure) -> Markup:
        """Word a sentence; numbers as digits."""
        return self._set(self._filled(key, values), spelled=False)

    def heading(self, key: str, **values: Value | Figure) -> Markup:
        """Word a sentence for a heading: numbers up to twelve as words, the first letter large."""
        return self._set(self._filled(key, values), spelled=True)

    def clause(self, key: str, **values: Value | Figure) -> Clause:
        """Word a part that goes into another sentence as a value."""
        return Clause(self._filled(key, values))

    def listed(self, parts: list[Clause]) -> Clause:
        """Join parts of a sentence as a list."""
        return Clause(self.words.listing(parts))

    def plain(self, key: str, **values: Value | Figure) -> str:
        """Word a sentence as bare text, for an attribute or for the script."""
        return _SLOT.sub(lambda slot: self.number(slot["key"]), self._filled(key, values))

    def number(self, key: str) -> str:
        """Write the number of a figure as the language does."""
        figure = self._figures[key]
        is_whole = float(figure.value).is_integer() and figure.name not in _SCORES
        return self.words.number(figure.value, 0 if is_whole else 2)

    def figure(self, key: str) -> Markup:
        """Set the number of a figure, with its key."""
        return Markup('<span data-figure="{}">{}</span>').format(key, self.number(key))

    def spelled(self, key: str) -> str:
        """Write a small whole number as a word, any other in digits."""
        value = self._figures[key].value
        is_small = float(value).is_integer() and 0 < value <= LARGEST_SPELLED
        word = self.words.word(f"numeral.{int(value)}") if is_small else self.number(key)
        return word.replace(" ", "\u00a0")

    def _filled(self, key: str, values: dict[str, Value | Figure]) -> str:
        """Word a sentence with a slot for each figure; the figure `count` chooses the form."""
        named = {name: _slot(value) for name, value in values.items()}
        counted = values.get("count")
        if isinstance(counted, Figure):
            named |= {"count": int(counted.value), "number": f"\0{counted.key}\0"}
        filled: Params = tuple(named.items())
        own = f"html.{key}"
        return self.words.say(own if self.words.has(own) else key, filled)

    def _set(self, text: str, *, spelled: bool) -> Markup:
        """Put the figures into their slots and escape all else."""
        parts: list[Markup] = []
        at = 0
        for slot in _SLOT.finditer(text):
            parts.append(escape(_large(text[at : slot.start()], is_first=spelled and not at)))
            shown = self.spelled(slot["key"]) if spelled else self.number(slot["key"])
            shown = _large(shown, is_first=spelled and not slot.start())
            parts.append(Markup('<span data-figure="{}">{}</span>').format(slot["key"], shown))
            at = slot.end()
        parts.append(escape(_large(text[at:], is_first=spelled and not at)))
        return Markup("").join(parts)


def _slot(value: Value | Figure) -> Value:
    match value:
        case Figure():
            return f"\0{value.key}\0"
        case Clause():
            return value
        case str():
            return visible(value)
        case tuple():
            return tuple(visible(item) if isinstance(item, str) else item for item in value)  # type: ignore[return-value]  # a tuple holds texts or words, not both
        case _:
            return value


def _large(text: str, *, is_first: bool) -> str:
    return text[:1].upper() + text[1:] if is_first else text
