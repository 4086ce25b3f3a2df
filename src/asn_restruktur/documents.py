"""What stands in this YAML or JSON text, and at which line and column?"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

import yaml

from asn_restruktur.vocabulary import Place, Problem, UnusableInput, params

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 64
MAX_PROBLEMS = 100
MAX_QUOTE = 60

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_ESCAPED_SURROGATES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
# Windows letters that were taken for Latin-1: a JSON text may hold them, a YAML text may not.
_MISREAD = {
    code: bytes([code]).decode("cp1252", errors="replace") for code in range(0x80, 0xA0)
} | {0x85: "…", 0x7F: " "}
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# libyaml where PyYAML was built with it, as all its wheels are; else the same in pure Python.
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Plain = str | list["Plain"] | dict[str, "Plain"] | None


class _Mark(Protocol):
    """A place as the parser counts, from 0; libyaml and PyYAML each have their own class."""

    line: int
    column: int


class Shape(StrEnum):
    """What a node of a document is."""

    SCALAR = "scalar"
    SEQUENCE = "sequence"
    MAPPING = "mapping"


@dataclass(slots=True)
class Node:
    """One value of a document and where it stands.

    Args:
        shape: scalar, sequence or mapping.
        place: file, line and column, from 1.
        text: a scalar as written; None for `null`, `~`, nothing, and what is no scalar.
        items: the nodes of a sequence, or the values of a mapping.
        keys: the keys of a mapping, as many as items.
    """

    shape: Shape
    place: Place
    text: str | None = None
    items: list["Node"] = field(default_factory=list)
    keys: list["Node"] = field(default_factory=list)

    @property
    def line(self) -> int:
        """Line, from 1."""
        return self.place.line

    @property
    def column(self) -> int:
        """Column, from 1."""
        return self.place.column

    @property
    def value(self) -> Plain:
        """The plain value: text or None, list, or dict; every scalar stays text."""
        match self.shape:
            case Shape.SCALAR:
                return self.text
            case Shape.SEQUENCE:
                return [item.value for item in self.items]
            case Shape.MAPPING:
                return {key: item.value for key, item in self.entries()}

    def entries(self) -> Iterator[tuple[str, "Node"]]:
        """Walk a mapping in its order; anything else has no entries."""
        for key, item in zip(self.keys, self.items, strict=False):
            yield key.text or "", item

    def get(self, name: str) -> "Node | None":
        """Return the value of a key, or None where the mapping lacks it."""
        return next((item for key, item in self.entries() if key == name), None)

    def key(self, name: str) -> "Node | None":
        """Return the node of a key itself, to cite where the key stands."""
        return next((key for key in self.keys if key.text == name), None)


def read_document(content: str | bytes, file: str, *, max_bytes: int = MAX_BYTES) -> Node:
    """Read a YAML or JSON text without guessing a type.

    Args:
        content: the text, or its bytes in UTF-8 or UTF-16 (with a byte order mark).
        file: path as typed, in POSIX form, for the places.
        max_bytes: a larger text is refused.

    Returns:
        Its root; an empty text is a scalar without text.

    Raises:
        UnusableInput: with every duplicate key, tag and alias found, or with the place where the
            text stops being YAML.
    """
    if len(content) > max_bytes:
        limit = params(megabytes=max_bytes // 1024 // 1024)
        raise UnusableInput(
            Problem(key="input.document_too_large", place=Place(file=file), params=limit)
        )
    text = _text(content, file).removeprefix("\ufeff")
    if text.lstrip()[:1] in ("{", "["):
        text = _ESCAPED_SURROGATES.sub(_unescape, text).translate(_MISREAD)
    return _Reader(text, file).read()


def _text(content: str | bytes, file: str) -> str:
    """Decode the bytes; a wrong byte is a problem with its line."""
    if isinstance(content, str):
        return content
    encoding = "utf-16" if content.startswith(_UTF16_MARKS) else "utf-8"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        place = Place(file=file, line=content.count(b"\n", 0, fault.start) + 1)
        raise UnusableInput(Problem(key="input.document_encoding", place=place)) from None


def _unescape(match: re.Match[str]) -> str:
    """Write the character that JSON spells as two escapes; YAML knows no such pair."""
    if match.string[: match.start()].endswith("\\"):  # an escaped backslash before "u"
        return match[0]
    high, low = int(match[0][2:6], 16), int(match[0][8:12], 16)
    return chr(0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF))


class _Reader:
    """Builds the nodes of one text from the parser's events, without recursion."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.open: list[Node] = []
        self.seen: list[dict[str, int]] = []

    def read(self) -> Node:
        """Take every event; raise with all problems when there is one."""
        try:
            parser = _Parser(self.text)
            while parser.check_event():
                self.take(parser.get_event())
        except yaml.MarkedYAMLError as fault:
            self.tell_syntax(fault)
        except yaml.reader.ReaderError as fault:
            position = fault.position if isinstance(fault.position, int) else 0
            self.tell_character(position)
        except UnicodeError:
            self.tell_character(
                next(i for i, c in enumerate(self.text) if "\ud800" <= c <= "\udfff")
            )
        if self.problems:
            raise UnusableInput(*self.problems)
        return self.root or Node(Shape.SCALAR, Place(file=self.file, line=1, column=1))

    def take(self, event: yaml.Event) -> None:
        """Add what one event says to the tree."""
        place = self.place(event.start_mark)
        match event:
            case yaml.AliasEvent():
                self.tell("input.document_alias", place, name=str(event.anchor))
                self.add(Node(Shape.SCALAR, place))
            case yaml.ScalarEvent():
                self.refuse_tag(event.tag, place)
                is_null = not event.style and event.value in _NULLS
                self.add(Node(Shape.SCALAR, place, None if is_null else event.value))
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self.refuse_tag(event.tag, place)
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                node = Node(Shape.MAPPING if is_mapping else Shape.SEQUENCE, place)
                self.add(node)
                self.open.append(node)
                self.seen.append({})
                if len(self.open) > MAX_DEPTH:
                    self.tell("input.document_depth", place, limit=MAX_DEPTH)
                    raise UnusableInput(*self.problems)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.open.pop()
                self.seen.pop()
            case yaml.DocumentStartEvent() if self.root is not None:
                self.tell("input.document_second", place)
                raise UnusableInput(*self.problems)

    def add(self, node: Node) -> None:
        """Hang a node under the innermost open one."""
        if not self.open:
            self.root = node
            return
        above = self.open[-1]
        if above.shape is Shape.SEQUENCE or len(above.keys) > len(above.items):
            above.items.append(node)
            return
        above.keys.append(node)
        if node.shape is not Shape.SCALAR or node.text is None:
            self.tell("input.document_key", node.place)
            return
        seen = self.seen[-1]
        if node.text in seen:
            first = seen[node.text]
            self.tell("input.document_duplicate_key", node.place, name=node.text, first_line=first)
        seen.setdefault(node.text, node.line)

    def refuse_tag(self, tag: str | None, place: Place) -> None:
        """A tag may make YAML build anything: none is taken."""
        if tag is not None:
            self.tell("input.document_tag", place, tag=tag)

    def place(self, mark: _Mark | None) -> Place:
        """Cite a mark of the parser, which counts from 0."""
        if mark is None:
            return Place(file=self.file)
        return Place(file=self.file, line=mark.line + 1, column=mark.column + 1)

    def tell_syntax(self, fault: yaml.MarkedYAMLError) -> None:
        """Cite the line at which the text is no YAML any more."""
        place = self.place(fault.problem_mark or fault.context_mark)
        if "nesting depth" in str(fault.problem):
            self.tell("input.document_depth", place, limit=MAX_DEPTH)
            return
        lines = self.text.splitlines()
        quote = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
        is_tab = quote[: place.column].strip(" ").startswith("\t")
        key = "input.document_tab" if is_tab else "input.document_syntax"
        self.tell(key, place, text=quote.strip()[:MAX_QUOTE])

    def tell_character(self, position: int) -> None:
        """Cite a character that no YAML text may hold."""
        before = self.text[:position]
        place = Place(
            file=self.file,
            line=before.count("\n") + 1,
            column=position - (before.rfind("\n") + 1) + 1,
        )
        character = self.text[position : position + 1]
        self.tell("input.document_character", place, code=f"U+{ord(character or chr(0)):04X}")

    def tell(self, key: str, place: Place, **values: str | int) -> None:
        """Remember a problem; stop at once when there are more than anybody reads."""
        self.problems.append(Problem(key=key, place=place, params=params(**values)))
        if len(self.problems) >= MAX_PROBLEMS:
            raise UnusableInput(*self.problems)
