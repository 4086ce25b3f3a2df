"""What does a planner read on the screen of what was understood of the files?"""

import io
from collections.abc import Iterator

from rich.console import Console, OverflowMethod, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from asn_restruktur.loaders.understood import Reading
from asn_restruktur.reporters import marks
from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.inspection.worded import (
    FAIRLY_SURE,
    SURE,
    ColumnWords,
    PartWords,
    worded,
)
from asn_restruktur.reporters.messages import Catalogue
from asn_restruktur.vocabulary import Severity

_WIDE = 120
_INDENT = 2
_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_STATE = {"read": "", "needless": "dim", "unknown": "yellow"}
_NARROWEST = 9
_WIDEST_MADE = 20
_MOST_SAMPLED_WIDE, _MOST_SAMPLED = 10, 5
_PLAIN = str.maketrans({marks.DASH: "-", "·": "-", "…": "...", "─": "-", "\u203a": ">"})


def show(
    reading: Reading,
    words: Catalogue,
    *,
    no_color: bool = False,
    console: Console | None = None,
) -> None:
    """Print every file and sheet, as understood.

    Args:
        reading: what was understood.
        words: the language.
        no_color: the user wants none; `NO_COLOR` says the same.
        console: where to print, standard output unless given; its width and encoding decide the
            form.
    """
    console = console or Console(no_color=no_color or None, highlight=False)
    for part in _Screen(reading, words, console).parts():
        console.print(part)


def printed(reading: Reading, words: Catalogue, *, width: int = _WIDE) -> str:
    """Return what is printed, for a file."""
    paper = io.StringIO()
    show(reading, words, console=Console(file=paper, width=width, no_color=True, highlight=False))
    return paper.getvalue()


class _Screen:
    """Sets what was understood for one console."""

    def __init__(self, reading: Reading, words: Catalogue, console: Console) -> None:
        self._reading = reading
        self._words = words
        self._width = console.width
        self._encoding = console.encoding
        self._is_plain = console.no_color or not console.is_terminal

    def parts(self) -> Iterator[RenderableType]:
        """Yield what is printed, from top to bottom."""
        for nth, file in enumerate(worded(self._reading, self._words)):
            if nth:
                yield Text()
            yield self._rule()
            yield Text.assemble((self._fit(file.file), "bold"), self._fit(f" · {file.form}"))
            for text, severity in ((text, severity) for severity, text in file.findings):
                yield self._finding(severity, text)
            skipped: list[PartWords] = []
            for part in file.parts:
                if part.is_table:
                    yield Text()
                    yield from self._part(part)
                else:
                    skipped.append(part)
            if skipped:
                yield Text()
            for part in skipped:
                yield from self._skipped(part)
        yield from self._unusable()

    def _part(self, part: PartWords) -> Iterator[RenderableType]:
        named = f"{part.title}: " if part.title else ""
        sure = f" ({part.sure})" if part.sure else ""
        style = "" if part.sureness >= FAIRLY_SURE * 100 or not part.sure else "yellow"
        yield Text.assemble((self._fit(named + part.taken_for), "bold"), (self._fit(sure), style))
        if part.columns:
            yield self._indented(self._columns(part.columns))
            if any(column.state == "unknown" for column in part.columns):
                yield self._indented(Text(self._fit(self._say("legend")), "dim"))
        facts = Table.grid(padding=(0, 2, 0, 0))
        facts.add_column(no_wrap=True)
        facts.add_column()
        for label, said in part.facts:
            facts.add_row(Text(self._fit(label), "dim"), Text(self._fit(said)))
        for said in part.left:
            facts.add_row("", Text(self._fit(f"{marks.DASH} {said}")))
        yield self._indented(facts)
        if part.sample:
            yield self._indented(Text(self._fit(self._say("sample")), "dim"))
            yield self._indented(self._sample(part), 2 * _INDENT)
        for severity, said in part.findings:
            yield self._indented(self._finding(severity, said))

    def _columns(self, columns: tuple[ColumnWords, ...]) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0))
        heads = [self._say(name) for name in ("at", "heading", "meaning", "sureness")]
        table.add_column(no_wrap=True)
        table.add_column(max_width=self._width // 2, overflow="fold")
        table.add_column(max_width=self._width // 3, overflow="fold")
        table.add_column(justify="right", no_wrap=True)
        table.add_row(*(Text(self._fit(head), "dim") for head in heads))
        for column in columns:
            style = _STATE[column.state]
            mark = "(?) " if column.state == "unknown" else ""
            is_doubtful = column.state == "read" and column.sureness < SURE * 100
            sure = f"{column.sureness} %" if column.state == "read" else ""
            table.add_row(
                Text(column.at, "dim"),
                Text(self._fit(column.heading), style),
                Text(self._fit(f"{mark}{column.meaning}"), style),
                Text(sure, "yellow" if is_doubtful else ""),
            )
        return table

    def _sample(self, part: PartWords) -> Table:
        most = _MOST_SAMPLED_WIDE if self._width >= _WIDE else _MOST_SAMPLED
        kept = range(min(len(part.heads), most))
        texts = [[part.heads[at], *(row[at] for row in part.sample)] for at in kept]
        table = Table.grid(padding=(0, 2, 0, 0))
        widths = [max(map(len, column)) for column in texts]
        for width in _shared(widths, self._width - 2 * _INDENT, made_from=part.on_sheet):
            table.add_column(no_wrap=True, width=width, overflow=self._overflow())
        table.add_row(*(Text(self._fit(part.heads[at]), "dim") for at in kept))
        for row in part.sample:
            table.add_row(*(Text(self._fit(row[at])) for at in kept))
        return table

    def _overflow(self) -> OverflowMethod:
        return "ellipsis" if _can_write("…", self._encoding) else "crop"

    def _skipped(self, part: PartWords) -> Iterator[RenderableType]:
        named = f"{part.title}: " if part.title else ""
        yield Text(self._fit(named + part.taken_for), "dim")
        if part.columns:
            seen = ", ".join(f"{column.at} {column.heading}" for column in part.columns)
            yield self._indented(Text(self._fit(seen), "dim"))
        for severity, said in part.findings:
            yield self._indented(self._finding(severity, said))

    def _finding(self, severity: Severity, said: str) -> Text:
        word = self._words.word(f"severity.{severity.name.lower()}")
        mark = marks.SEVERITY[severity]
        if self._is_plain or not _can_write(mark, self._encoding):
            return Text(self._fit(f"[{word}] {said}"))
        return Text.assemble((mark, _STYLE[severity]), f" {said}")

    def _unusable(self) -> Iterator[RenderableType]:
        if not self._reading.problems:
            return
        if self._reading.sources:
            yield Text()
        yield self._rule()
        yield Text(self._fit(self._say("unusable")), "bold")
        for problem in self._reading.problems:
            yield Text(self._fit(one_line(self._words.problem(problem))))

    def _say(self, name: str) -> str:
        return self._words.say(f"inspect.screen.{name}")

    def _rule(self) -> Text:
        return Text(self._fit("─") * self._width, "dim")

    def _indented(self, shown: RenderableType, by: int = _INDENT) -> Padding:
        return Padding(shown, (0, 0, 0, by))

    def _fit(self, said: str) -> str:
        """Write a text with the characters that the console has."""
        if _can_write(said, self._encoding):
            return said
        return said.translate(_PLAIN).encode(self._encoding, "replace").decode(self._encoding)


def _shared(widths: list[int], width: int, *, made_from: int) -> list[int]:
    """Shorten the widest columns until all have room, first those not on the sheet."""
    room = width - _INDENT * len(widths)
    widths = [max(one, 1) for one in widths]
    while sum(widths) > room and max(widths) > _NARROWEST:
        made = [at for at in range(made_from, len(widths)) if widths[at] > _WIDEST_MADE]
        widest = max(made or range(len(widths)), key=lambda at: widths[at])
        widths[widest] -= 1
    return widths


def _can_write(said: str, encoding: str) -> bool:
    try:
        said.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
