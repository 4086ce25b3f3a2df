"""What does this Mermaid flowchart say?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product

from asn_restruktur.loaders.charts.chart import Box, Line, Page
from asn_restruktur.loaders.charts.mermaid_text import decoded, shown, unquoted
from asn_restruktur.loaders.charts.tables import chart_reading
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.understood import FileReading, InputForm
from asn_restruktur.vocabulary import Place

MAX_STATEMENT = 20_000
MAX_LINES = 200_000

_HEAD = re.compile(r"\s*(?:graph|flowchart(?:-elk)?)\b[ \t]*(TB|TD|BT|LR|RL)?[ \t]*;?")
_FRONT = re.compile(r"\s*---[ \t]*\n((?:(?!---)[^\n]*\n)*)---[ \t]*\n")
_TITLE = re.compile(r"^title:[ \t]*(.+)$", re.MULTILINE)
_FENCE = re.compile(r"\s*```\s*mermaid[^\n]*\n")
_COMMENT = re.compile(r"\s*%%(?!\{)\s*(.*)")
_STATED = re.compile(r'\b(\w+)="((?:[^"#]|#\w{1,30};)*)"')
_KEY = re.compile(r"(?:[^\W]|[.:/](?=\w)|-(?![-.]))+")
_SHAPES = (
    ("(((", ")))"), ("([", "])"), ("[[", "]]"), ("[(", ")]"), ("((", "))"), ("{{", "}}"),
    ("[/", "/]"), ("[/", "\\]"), ("[\\", "\\]"), ("[\\", "/]"),
    ("[", "]"), ("(", ")"), ("{", "}"), (">", "]"),
)  # fmt: skip
_LINK = re.compile(
    r"""[ \t]*(?:\w+@)?                        # the name of a link
    (?P<tail>[<ox](?=[-=.]))?(?:
    (?P<invisible>~~~+)
    |(?P<dotted>-\.+-?)(?P<dotted_head>[>ox]?)
    |(?P<thick>==+)(?P<thick_head>[>ox]?)
    |(?P<solid>--+)(?P<solid_head>[>ox]?)
    )""",
    re.VERBOSE,
)
_CLOSING = {"dotted": re.compile(r"\.+-+[>ox]?"), "thick": re.compile(r"={2,}[>ox]?"),
            "solid": re.compile(r"-{2,}[>ox]?")}  # fmt: skip
_QUOTE = re.compile(r'\s*"')
_BAR = re.compile(r"[ \t]*\|([^|\n]*)\|")
_AND = re.compile(r"[ \t]*&[ \t]*")
_CLASS = re.compile(r":::[\w-]+")
_DATA = re.compile(r"@\{([^}]*)\}")
_DATA_LABEL = re.compile(r'label\s*:\s*"([^"]*)"')
_SKIPPED = frozenset(
    ("style", "classDef", "class", "click", "linkStyle", "direction", "accTitle", "accDescr")
)
_STYLED_LINKS = re.compile(r"linkStyle([\d,\s]+)")
_SUBGRAPH = re.compile(r"subgraph\b[ \t]*(.*)")


@dataclass(slots=True)
class _Flow:
    """Nodes and links gathered so far."""

    file: str
    boxes: dict[str, Box] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    stated: dict[str, dict[str, str]] = field(default_factory=dict)
    unread: list[Place] = field(default_factory=list)

    def node(self, key: str, label: str | None, line: int) -> str:
        """Take a node; its label and subgraph may come with a later mention."""
        lines = shown(label if label is not None else key)
        if key not in self.boxes:
            self.boxes[key] = Box(
                key=key,
                lines=lines,
                place=Place(file=self.file, line=line),
                inside=self.open[-1] if self.open else "",
            )
            return key
        box = self.boxes[key]
        if label is not None:
            box = replace(box, lines=lines)
        if not box.inside and self.open and not self._is_around(key, self.open[-1]):
            box = replace(box, inside=self.open[-1])
        self.boxes[key] = box
        return key

    def _is_around(self, outer: str, key: str) -> bool:
        """Tell whether a subgraph is another one or holds it."""
        while key and key != outer:
            key = self.boxes[key].inside
        return bool(key)


def read_mermaid(text: str, file: str) -> FileReading:
    """Read the nodes, links and subgraphs of a flowchart; nothing of it is run or styled.

    Args:
        text: beginning with `graph` or `flowchart`, perhaps behind comments or front matter.
        file: path as typed, in POSIX form.

    Returns:
        The chart's tables. A comment such as `%% n1 unit_id="1.02" kind="dinas"` states columns
        of a unit, as the Mermaid output of this tool writes them.

    Raises:
        UnusableInput: no node could be a unit.
    """
    title, is_upward, statements = _statements(text)
    flow = _Flow(file)
    dashed: set[int] = set()
    for number, statement in statements:
        _take(flow, statement, number, dashed)
    lines = [
        replace(line, is_dashed=line.is_dashed or at in dashed)
        for at, line in enumerate(flow.lines)
    ]
    boxes = (replace(box, attributes=flow.stated.get(key, {})) for key, box in flow.boxes.items())
    page = Page(
        place=Place(file=file),
        boxes=tuple(boxes),
        lines=tuple(lines),
        title=title,
        unread=tuple(flow.unread),
        is_drawn=False,
        is_upward=is_upward,
    )
    return chart_reading([page], file, InputForm.MERMAID)


def _statements(text: str) -> tuple[str, bool, list[tuple[int, str]]]:
    """Return the title, whether the chart grows upwards, and the statements with their lines."""
    title, start = "", 0
    if fence := _FENCE.match(text):
        start = fence.end()
        text = text[: text.find("```", start)] if "```" in text[start:] else text
    if front := _FRONT.match(text, start):
        found = _TITLE.search(front[1])
        title, start = (found[1].strip() if found else ""), front.end()
    number = text.count("\n", 0, start)
    direction, has_begun = "", False
    statements: list[tuple[int, str]] = []
    for line in text[start:].split("\n"):
        number += 1
        head = None if has_begun else _HEAD.match(line)
        if head:
            has_begun, direction = True, head[1] or ""
        rest = line[head.end() :] if head else line
        statements += [(number, part) for part in _parts(rest)]
    return title, direction == "BT", statements


def _parts(line: str) -> Iterator[str]:
    """Cut a line at each `;` that stands outside quotation marks and brackets."""
    if _COMMENT.match(line) or ";" not in line:
        yield line
        return
    start, depth, is_quoted = 0, 0, False
    for at, sign in enumerate(line):
        if sign == '"':
            is_quoted = not is_quoted
        elif is_quoted:
            continue
        elif sign in "[({":
            depth += 1
        elif sign in "])}":
            depth -= 1
        elif sign == ";" and depth <= 0:
            yield line[start:at]
            start = at + 1
    yield line[start:]


def _take(flow: _Flow, statement: str, number: int, dashed: set[int]) -> None:
    """Take one statement."""
    if comment := _COMMENT.match(statement):
        key, _, rest = comment[1].partition(" ")
        stated = {name: decoded(value) for name, value in _STATED.findall(rest)}
        if stated:
            flow.stated[key] = stated
        return
    text = statement.strip()
    word = text.partition(" ")[0]
    if text == "end":
        if flow.open:
            flow.open.pop()
    elif subgraph := _SUBGRAPH.match(text):
        _open(flow, subgraph[1].strip(), number)
    elif (styled := _STYLED_LINKS.match(text)) and "stroke-dasharray" in text:
        dashed.update(int(at) for at in re.findall(r"\d{1,6}", styled[1]))
    elif text and word not in _SKIPPED and not text.startswith("%%"):
        if len(text) > MAX_STATEMENT or len(flow.lines) > MAX_LINES:
            raise refusal("chart_size", flow.file)
        _chain(flow, text, number)


def _open(flow: _Flow, text: str, number: int) -> None:
    """Open a subgraph: `id [title]`, or a title that is its own id."""
    found = _KEY.match(text)
    rest = text[found.end() :].lstrip() if found else ""
    if found and rest.startswith("["):
        key, label = found[0], rest[1:].rpartition("]")[0]
    else:
        key = label = text
    own = key.strip('"') or f"subgraph {number}"
    flow.node(own, unquoted(label), number)
    flow.open.append(own)


def _chain(flow: _Flow, text: str, number: int) -> None:
    """Take `A & B --> C -.-> D`; what follows something unknown is not read, and told."""
    at, groups = _group(flow, text, 0, number)
    while groups and at < len(text):
        link = _LINK.match(text, at)
        if not link:
            break
        at, label, has_arrow = _label(text, link)
        at, targets = _group(flow, text, at, number)
        drawn = Line(
            key="",
            ends=("", ""),
            place=Place(file=flow.file, line=number),
            is_dashed=link["dotted"] is not None,
            has_arrow=has_arrow,
            label=" ".join(shown(label)),
        )
        is_turned = link["tail"] == "<" and not has_arrow
        for pair in product(groups, targets) if link["invisible"] is None else ():
            ends = pair[::-1] if is_turned else pair
            flow.lines.append(replace(drawn, key=f"link {len(flow.lines)}", ends=ends))
        groups = targets
    if not groups or at < len(text.rstrip()):
        flow.unread.append(Place(file=flow.file, line=number))


def _label(text: str, link: re.Match[str]) -> tuple[int, str, bool]:
    """Read the text of a link: `-->|text|`, `-- text -->`, `-. text .->`, `== text ==>`."""
    at = link.end()
    kind = next((name for name in _CLOSING if link[name] is not None), "")
    head = link[f"{kind}_head"] if kind else ""
    is_open = kind in ("solid", "thick") and len(link[kind]) == len("--") and not head
    is_open = is_open or (kind == "dotted" and not link[kind].endswith("-") and not head)
    if is_open and (closing := _CLOSING[kind].search(text, at)):
        return closing.end(), unquoted(text[at : closing.start()]), closing[0][-1] in ">ox"
    if bar := _BAR.match(text, at):
        return bar.end(), unquoted(bar[1]), bool(head)
    return at, "", bool(head)


def _group(flow: _Flow, text: str, at: int, number: int) -> tuple[int, list[str]]:
    """Read nodes joined by `&`."""
    keys: list[str] = []
    while True:
        while at < len(text) and text[at] in " \t":
            at += 1
        found = _KEY.match(text, at)
        if not found:
            return at, keys
        at, label = _shape(text, found.end())
        keys.append(flow.node(found[0], label, number))
        both = _AND.match(text, at)
        if not both:
            return at, keys
        at = both.end()


def _shape(text: str, at: int) -> tuple[int, str | None]:
    """Read the shape behind a node's key and the label inside; None without one."""
    label: str | None = None
    for opening, closing in _SHAPES:
        if not text.startswith(opening, at):
            continue
        start = at + len(opening)
        if quoted := _QUOTE.match(text, start):
            first = quoted.end() - 1
            last = text.find('"', first + 1)
            end = text.find(closing, last) if last >= 0 else -1
            inner = text[first + 1 : last]
        else:
            end = text.find(closing, start)
            inner = text[start:end]
        if end >= 0:
            at, label = end + len(closing), inner.strip()
            break
    if data := _DATA.match(text, at):
        named = _DATA_LABEL.search(data[1])
        at, label = data.end(), named[1] if named else label
    if styled := _CLASS.match(text, at):
        at = styled.end()
    return at, label
