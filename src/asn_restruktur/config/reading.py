"""What does a configuration file say, and what in it cannot be meant?"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import Field, fields, is_dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from asn_restruktur.config.settings import Settings
from asn_restruktur.documents import Node, Shape
from asn_restruktur.rules import RULE_BY_CODE
from asn_restruktur.vocabulary import Language, Place, Problem, Severity, UnusableInput, params

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SEVERITIES = tuple(severity.name.lower() for severity in Severity)
ORDERED = (("overlap.report", "overlap.firm"), ("structure.span_min", "structure.span_max"))
"""Settings of which the first must not exceed the second."""

Choice = int | float | str | tuple[str, ...] | Mapping[str, str]
"""What a single setting may be."""

_WHOLE = re.compile(r"[+-]?\d{1,9}")
_DECIMAL = re.compile(r"[+-]?\d{1,9}(\.\d{1,9})?")
_MAX_QUOTE = 60
_Section = TypeVar("_Section", bound="DataclassInstance")


def read_settings(root: Node, folder: Path) -> tuple[Settings, dict[str, Place]]:
    """Read the settings of a document.

    Args:
        root: the document.
        folder: where it stands; relative paths inside it start there.

    Returns:
        The settings, and the place of each value that the document sets, by dotted name.

    Raises:
        UnusableInput: with every fault of the document.
    """
    reader = _Reader(folder)
    settings = reader.section(Settings(), root, "")
    if not reader.problems:
        reader.check_order(settings)
    if reader.problems:
        raise UnusableInput(*reader.problems)
    return settings, reader.sources


def flat(section: "DataclassInstance", above: str = "") -> Iterator[tuple[str, Choice]]:
    """Walk all settings by dotted name, in their order."""
    for member in fields(section):
        name, value = member.name, getattr(section, member.name)
        if is_dataclass(value) and not isinstance(value, type):
            yield from flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def unknown_codes(prefixes: Sequence[str]) -> list[str]:
    """Return those prefixes with which no rule's code begins."""
    return [
        prefix
        for prefix in prefixes
        if not prefix or not any(code.startswith(prefix) for code in RULE_BY_CODE)
    ]


def nearest(value: str, known: Sequence[str]) -> str:
    """Return the known word that looks most like this one, or ""."""
    folded = {name.casefold(): name for name in known}
    found = get_close_matches(value.casefold(), list(folded), n=1, cutoff=0.5)
    return folded[found[0]] if found else ""


class _Reader:
    """Collects places and faults while it reads a document."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sources: dict[str, Place] = {}
        self.problems: list[Problem] = []

    def section(self, section: _Section, node: Node, above: str) -> _Section:
        """Return a section with everything that a mapping says of it."""
        if node.shape is not Shape.MAPPING:
            if node.shape is not Shape.SCALAR or node.text:
                self.tell("no_mapping", node.place, name=above.rstrip("."))
            return section
        known: dict[str, tuple[Field[Any], Any]] = {
            member.name: (member, getattr(section, member.name)) for member in fields(section)
        }
        changes: dict[str, Any] = {}
        for key, item in zip(node.keys, node.items, strict=True):
            name = key.text or ""
            if name not in known:
                self.tell_unknown(key, list(known))
                continue
            member, default = known[name]
            if is_dataclass(default) and not isinstance(default, type):
                changes[name] = self.section(default, item, f"{above}{name}.")
                continue
            value = self.value(f"{above}{name}", default, member, item)
            if value is not None:
                changes[name] = value
                self.sources[f"{above}{name}"] = key.place
        return replace(section, **changes)

    def value(self, name: str, default: Choice, member: Field[Any], node: Node) -> Choice | None:
        """Read one value of the kind that its default has; None where it has a fault."""
        match default:
            case int() | float():
                return self.number(name, default, member, node)
            case str():
                return self.language(name, node)
            case tuple():
                return self.texts(name, node)
            case _:
                return self.severities(name, node)

    def number(self, name: str, default: float, member: Field[Any], node: Node) -> float | None:
        """Read a number within its limits."""
        is_whole = isinstance(default, int)
        text = node.text or ""
        if not (_WHOLE if is_whole else _DECIMAL).fullmatch(text):
            self.tell("no_whole_number" if is_whole else "no_number", node.place, name=name,
                      value=_quoted(node))  # fmt: skip
            return None
        value = int(text) if is_whole else float(text)
        least, most = member.metadata["least"], member.metadata.get("most")
        if value < least or (most is not None and value > most):
            key = "too_small" if most is None else "out_of_range"
            limits = {"least": least} if most is None else {"least": least, "most": most}
            self.tell(key, node.place, name=name, value=_quoted(node), **limits)
            return None
        return value

    def language(self, name: str, node: Node) -> str | None:
        """Read a language code."""
        return self.word(name, node, tuple(Language))

    def word(self, name: str, node: Node, known: tuple[str, ...]) -> str | None:
        """Read one of a few words."""
        if node.text in known:
            return node.text
        self.tell("unknown_word", node.place, name=name, value=_quoted(node), known=known)
        return None

    def texts(self, name: str, node: Node) -> tuple[str, ...] | None:
        """Read a list of texts; a single text is a list of one."""
        items = node.items if node.shape is Shape.SEQUENCE else [node]
        if any(item.shape is not Shape.SCALAR or not item.text for item in items):
            self.tell("no_list", node.place, name=name)
            return None
        if name == "lexicon":
            return self.files(items)
        for item in items:
            if unknown_codes([item.text or ""]):
                self.tell("unknown_code", item.place, name=name, value=_quoted(item),
                          near=nearest(item.text or "", list(RULE_BY_CODE)) or "FUN")  # fmt: skip
        return tuple(item.text or "" for item in items)

    def files(self, items: Sequence[Node]) -> tuple[str, ...]:
        """Read paths of existing files, relative to the document's folder."""
        paths = []
        for item in items:
            path = self.folder / (item.text or "")
            if not path.is_file():
                self.tell("no_lexicon", item.place, file=path.as_posix())
            paths.append(path.as_posix())
        return tuple(paths)

    def severities(self, name: str, node: Node) -> dict[str, str] | None:
        """Read the severity of each rule that shall have another one."""
        if node.shape is not Shape.MAPPING:
            self.tell("no_mapping", node.place, name=name)
            return None
        chosen = {}
        for key, item in zip(node.keys, node.items, strict=True):
            code = key.text or ""
            if code not in RULE_BY_CODE:
                self.tell_unknown(key, list(RULE_BY_CODE))
                continue
            severity = self.word(f"{name}.{code}", item, SEVERITIES)
            if severity:
                chosen[code] = severity
        return chosen

    def check_order(self, settings: Settings) -> None:
        """Tell the lower limits that exceed their upper ones."""
        values = dict(flat(settings))
        for low, high in ORDERED:
            least, most = values[low], values[high]
            if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
                place = self.sources.get(low) or self.sources.get(high)
                self.tell("disordered", place, low=low, high=high, least=least, most=most)

    def tell_unknown(self, key: Node, known: list[str]) -> None:
        """Tell a key that nobody knows, with the nearest one."""
        name = key.text or ""
        near = nearest(name, known)
        if near:
            self.tell("unknown_key.near", key.place, key=name[:_MAX_QUOTE], near=near)
        else:
            self.tell("unknown_key.far", key.place, key=name[:_MAX_QUOTE], known=tuple(known))

    def tell(
        self, fault: str, place: Place | None, **values: float | str | tuple[str, ...]
    ) -> None:
        """Remember a fault."""
        self.problems.append(Problem(key=f"config.{fault}", place=place, params=params(**values)))


def _quoted(node: Node) -> str:
    """Return what stands there, cut to what a line can hold."""
    return (node.text or "")[:_MAX_QUOTE] if node.shape is Shape.SCALAR else node.shape.value
