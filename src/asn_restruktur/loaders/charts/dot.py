"""What does this DOT graph say?"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise, product

from asn_restruktur.loaders.charts.chart import Box, Line, Page
from asn_restruktur.loaders.charts.dotwords import Word, dot_words, plain_id
from asn_restruktur.loaders.charts.markup import html_lines, text_lines
from asn_restruktur.loaders.charts.tables import chart_reading
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.understood import FileReading, InputForm
from asn_restruktur.vocabulary import Place

MAX_DEPTH = 50
MAX_LINES = 200_000

_EDGES = ("->", "--")
_END = Word("}", 0, is_sign=True)
_DASHES = ("dashed", "dotted")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_BREAKS = {"n": "\n", "l": "\n", "r": "\n"}
_FIELD = re.compile(r"<[^<>|{}]*>")
_UNSAID = frozenset(("label", "style", "shape"))

Attributes = dict[str, Word]


@dataclass(slots=True)
class _Scope:
    """A graph or subgraph that is being read: its defaults, and the nodes named inside."""

    node: Attributes
    edge: Attributes
    cluster: str = ""
    members: dict[str, None] = field(default_factory=dict)


def read_dot(text: str, file: str) -> FileReading:
    """Read the nodes, edges and clusters of a DOT graph.

    Args:
        text: `graph { … }` or `digraph { … }`.
        file: path as typed, in POSIX form.

    Returns:
        The chart's tables. A node without a label is called by its id; a node with the attribute
        `unit_id` states the columns of its unit.

    Raises:
        UnusableInput: subgraphs are nested too deep, or no node could be a unit.
    """
    reader = _Reader(list(dot_words(text)), file)
    reader.read()
    page = Page(
        place=Place(file=file),
        boxes=tuple(_box(key, told, file) for key, told in reader.nodes.items()),
        lines=tuple(reader.lines),
        title=" ".join(_lines(reader.title, {})) if reader.title else "",
        is_drawn=False,
        is_upward=reader.is_upward,
    )
    return chart_reading([page], file, InputForm.DOT)


@dataclass(slots=True)
class _Told:
    """A node or cluster: its attributes, first line, and the cluster around it."""

    line: int
    inside: str
    attributes: Attributes
    is_cluster: bool = False


class _Reader:
    """Reads the statements of one graph, one word after the other."""

    def __init__(self, words: list[Word], file: str) -> None:
        self.words = words
        self.file = file
        self.at = 0
        self.depth = 0
        self.nodes: dict[str, _Told] = {}
        self.lines: list[Line] = []
        self.title: Word | None = None
        self.is_upward = False

    def peek(self) -> Word:
        """Look at the next word."""
        return self.words[self.at] if self.at < len(self.words) else _END

    def take(self) -> Word:
        """Take the next word."""
        word = self.peek()
        self.at += 1
        return word

    def is_next(self, *signs: str) -> bool:
        """Tell whether one of these signs comes next."""
        word = self.peek()
        return word.is_sign and word.text in signs

    def read(self) -> None:
        """Read up to the end of the graph; a second graph in the file is not read."""
        while self.at < len(self.words) and not self.is_next("{"):
            self.at += 1
        self.at += 1
        self.body(_Scope({}, {}))

    def body(self, scope: _Scope) -> None:
        """Read the statements of a graph up to its closing brace."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise refusal("chart_size", self.file)
        while self.at < len(self.words) and not self.is_next("}"):
            self.statement(scope)
        self.at += 1
        self.depth -= 1

    def statement(self, scope: _Scope) -> None:
        """Read defaults, an attribute of the graph, or nodes and the edges between them."""
        word = self.peek()
        name = word.text.casefold() if not (word.is_sign or word.is_html) else ""
        follows = self.words[self.at + 1] if self.at + 1 < len(self.words) else _END
        if name in ("node", "edge", "graph") and follows.is_sign and follows.text == "[":
            self.take()
            defaults = {"node": scope.node, "edge": scope.edge}.get(name)
            attributes = self.attributes()
            if defaults is not None:
                defaults |= attributes
            else:
                self.graph_attributes(scope, attributes)
        elif not word.is_sign and follows.is_sign and follows.text == "=":
            self.at += 2
            self.graph_attributes(scope, {word.text.casefold(): self.take()})
        elif name or word.is_html or self.is_next("{"):
            self.chain(scope)
        else:
            self.at += 1

    def graph_attributes(self, scope: _Scope, attributes: Attributes) -> None:
        """Take the label of a graph or cluster, and the way the graph grows."""
        if "label" in attributes:
            if scope.cluster:
                self.nodes[scope.cluster].attributes["label"] = attributes["label"]
            elif self.depth == 1:
                self.title = attributes["label"]
        if self.depth == 1 and "rankdir" in attributes:
            self.is_upward = attributes["rankdir"].text.upper() == "BT"

    def chain(self, scope: _Scope) -> None:
        """Read `a -> b -> {c d} [style=dashed]`."""
        line = self.peek().line
        groups = [self.group(scope)]
        while self.is_next(*_EDGES):
            self.take()
            groups.append(self.group(scope))
        attributes = self.attributes()
        if len(groups) == 1:
            for key in groups[0] if attributes else ():
                self.nodes[key].attributes |= attributes
            return
        stated = scope.edge | attributes
        for sources, targets in pairwise(groups):
            if len(self.lines) + len(sources) * len(targets) > MAX_LINES:
                raise refusal("chart_size", self.file)
            pairs = product(sources, targets)
            self.lines += [self.line(one, other, stated, line) for one, other in pairs]

    def group(self, scope: _Scope) -> list[str]:
        """Read a node with its port, or a subgraph; return the nodes it names."""
        word = self.take()
        if word.is_sign and word.text == "{":
            return self.subgraph(scope, "")
        if not word.is_html and word.text.casefold() == "subgraph":
            name = "" if self.is_next("{") else plain_id(self.take())
            if self.is_next("{"):
                self.take()
                return self.subgraph(scope, name)
            return []
        if word.is_sign:
            return []
        key = plain_id(word)
        while self.is_next(":", "+"):  # a port, or a string that goes on
            self.at += 2
        if key not in self.nodes:
            self.nodes[key] = _Told(word.line, scope.cluster, dict(scope.node))
        elif not self.nodes[key].inside and scope.cluster:
            self.nodes[key].inside = scope.cluster
        scope.members[key] = None
        return [key]

    def subgraph(self, scope: _Scope, name: str) -> list[str]:
        """Read a subgraph; a cluster is a box around its nodes."""
        inner = _Scope(dict(scope.node), dict(scope.edge), scope.cluster)
        if name.startswith("cluster"):
            inner.cluster = f"subgraph {name}"
            line = self.peek().line
            told = _Told(line, scope.cluster, {}, is_cluster=True)
            self.nodes.setdefault(inner.cluster, told)
        self.body(inner)
        scope.members |= inner.members
        return list(inner.members)

    def attributes(self) -> Attributes:
        """Read the lists `[a=b, c=d]` that come next."""
        found: Attributes = {}
        while self.is_next("["):
            self.take()
            while self.at < len(self.words) and not self.is_next("]"):
                name = self.take()
                if self.is_next("="):
                    self.take()
                    if not name.is_sign:
                        found[name.text.casefold()] = self.take()
            self.at += 1
        return found

    def line(self, source: str, target: str, stated: Attributes, line: int) -> Line:
        """Make the edge between two nodes."""
        style = stated["style"].text.casefold() if "style" in stated else ""
        label = stated.get("label")
        own = {
            name: _unescaped(word.text)
            for name, word in stated.items()
            if name in ("kind", "topic", "lead")
        }
        return Line(
            key=f"edge {source!r} {target!r} {line} {len(self.lines)}",
            ends=(source, target),
            place=Place(file=self.file, line=line),
            is_dashed=any(dash in style for dash in _DASHES),
            has_arrow=True,
            label=" ".join(_lines(label, {})) if label else "",
            attributes=own,
        )


def _box(key: str, told: _Told, file: str) -> Box:
    label = told.attributes.get("label")
    own = {
        name: _unescaped(word.text) for name, word in told.attributes.items() if name not in _UNSAID
    }
    shape = told.attributes.get("shape")
    if label is not None:
        lines = _lines(label, {"N": key})
    else:
        lines = () if told.is_cluster or (shape and shape.text == "point") else text_lines(key)
    if label and shape and "record" in shape.text.casefold():
        fields = _FIELD.sub("", "\n".join(lines)).translate(str.maketrans("|", "\n", "{}"))
        lines = text_lines(fields)
    return replace(
        Box(key=key, lines=lines, place=Place(file=file, line=told.line)),
        inside=told.inside,
        attributes=own,
    )


def _lines(label: Word, names: Mapping[str, str]) -> tuple[str, ...]:
    r"""Return the lines that a label shows; `\\N` is the node's own id."""
    if label.is_html:
        return html_lines(label.text)
    return text_lines(html.unescape(_unescaped(label.text, names)))


def _unescaped(text: str, names: Mapping[str, str] | None = None) -> str:
    known = _BREAKS | dict(names or {})
    return _ESCAPE.sub(lambda sign: known.get(sign[1], sign[1]), text)
