"""What stands in this XML, and at which line?"""

from dataclasses import dataclass, field
from xml.parsers import expat

from asn_restruktur.findings import Problem, UnusableInput, params
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.vocabulary import Place

MAX_DEPTH = 200
MAX_ELEMENTS = 2_000_000

_IN_NAMESPACE = "}"


class _DoctypeError(Exception):
    """The XML declares a DOCTYPE: nothing of it is expanded or fetched."""


class _TooDeepError(Exception):
    """The XML is nested or large beyond what a drawing program writes."""


@dataclass(slots=True)
class Element:
    """An element by its name without namespace.

    Args:
        name: local name.
        attributes: by local name; of two that differ in their namespace, the one with a
            namespace has a colon before its name.
        line: at which its tag stands, from 1.
        children: elements inside, in order.
        pieces: text directly inside, in the order of the file.
    """

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Element"] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text directly inside."""
        return "".join(self.pieces)

    def get(self, name: str) -> str:
        """Return an attribute, "" where it is missing."""
        return self.attributes.get(name, "")

    def find(self, *path: str) -> "Element | None":
        """Follow the first child of each name down; None where one is missing."""
        found: Element | None = self
        for name in path:
            children = found.children if found else []
            found = next((child for child in children if child.name == name), None)
        return found

    def all(self, name: str) -> list["Element"]:
        """Return the children of a name."""
        return [child for child in self.children if child.name == name]

    def walk(self) -> "list[Element]":
        """Return this element and every one below it, in the order of the file."""
        found: list[Element] = []
        stack = [self]
        while stack:
            element = stack.pop()
            found.append(element)
            stack.extend(reversed(element.children))
        return found


def read_xml(content: bytes, file: str, part: str = "", encoding: str | None = None) -> Element:
    """Read XML without a DOCTYPE.

    Args:
        content: its bytes.
        file: path as typed, in POSIX form.
        part: part of an archive, for the problem.
        encoding: overrules what the XML declares, for a text that was decoded before.

    Returns:
        Its root.

    Raises:
        UnusableInput: it declares a DOCTYPE, is cut off, or is nested beyond `MAX_DEPTH`.
    """
    builder = _Builder()
    parser = expat.ParserCreate(encoding, namespace_separator=_IN_NAMESPACE)
    parser.buffer_text = True
    builder.attach(parser)
    try:
        parser.Parse(content, True)  # noqa: FBT003  # expat's own signature
    except _DoctypeError:
        raise refusal("xml_doctype", file, part=part or file.rpartition("/")[2]) from None
    except _TooDeepError:
        raise refusal("chart_size", file) from None
    except (expat.ExpatError, ValueError, UnicodeError, LookupError) as fault:
        line = getattr(fault, "lineno", 1)
        place = Place(file=file, sheet=part) if part else Place(file=file, line=line)
        raise UnusableInput(
            Problem(key="input.xml_damaged", place=place, params=params(line=line))
        ) from None
    if builder.root is None:
        raise refusal("xml_damaged", file, line=1)
    return builder.root


class _Builder:
    """Hangs the elements of one document together, without recursion."""

    def __init__(self) -> None:
        self.root: Element | None = None
        self.open: list[Element] = []
        self.count = 0

    def attach(self, parser: expat.XMLParserType) -> None:
        """Hear what the parser reads."""

        def start(name: str, attributes: dict[str, str]) -> None:
            self.count += 1
            if len(self.open) >= MAX_DEPTH or self.count > MAX_ELEMENTS:
                raise _TooDeepError
            element = Element(_local(name), _plain(attributes), parser.CurrentLineNumber)
            if self.open:
                self.open[-1].children.append(element)
            else:
                self.root = element
            self.open.append(element)

        def end(_name: str) -> None:
            self.open.pop()

        def text(piece: str) -> None:
            self.open[-1].pieces.append(piece)

        def doctype(*_declared: object) -> None:
            raise _DoctypeError

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = doctype


def _local(name: str) -> str:
    return name.rpartition(_IN_NAMESPACE)[2]


def _plain(attributes: dict[str, str]) -> dict[str, str]:
    own = {name: value for name, value in attributes.items() if _IN_NAMESPACE not in name}
    for name, value in attributes.items():
        if _IN_NAMESPACE in name:
            local = _local(name)
            own[f":{local}" if local in own else local] = value
    return own
