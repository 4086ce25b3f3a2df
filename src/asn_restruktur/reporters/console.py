"""What does a planner read on the screen when the analysis is done?"""

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from rich.console import Console, Group, OverflowMethod, RenderableType
from rich.table import Table
from rich.text import Text

from asn_restruktur.findings import Finding, SubjectKind, params
from asn_restruktur.reporters import marks
from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.short_names import short_names
from asn_restruktur.reporters.summary import headline, leading_figures, left_out
from asn_restruktur.vocabulary import Severity

WIDE, NARROW = 140, 60
"""From `WIDE` columns on the lists stand side by side; below `NARROW` nothing is aligned."""

MOST_ADVICE, MOST_ADVICE_WIDE = 3, 5
MOST_FINDINGS = 5

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_LINK = "cyan"
_PLAIN = str.maketrans({marks.DASH: "-", "·": "-", "…": "...", "─": "-"})
_GAP = "   "
_TITLE_LINES, _BESIDE_TITLE = 2, 22


def show(
    report: Report,
    written: Sequence[PurePath] = (),
    *,
    inputs: str = "",
    no_color: bool = False,
    console: Console | None = None,
) -> None:
    """Print the summary: what is wrong, what to do first, what is strongest, where it stands.

    It fits one screen of 80 by 24. Without colour, in a pipe, or where the terminal cannot write
    the marks, words in brackets stand for them.

    Args:
        report: what was found.
        written: the files that hold the reports.
        inputs: what was typed to name the data, for a command that traces a finding.
        no_color: the user wants none; `NO_COLOR` says the same.
        console: where to print, standard output unless given; its width, colour and encoding
            decide the form.
    """
    console = console or Console(no_color=no_color or None, highlight=False)
    for part in _Screen(report, console).parts(written, inputs):
        console.print(part)


class _Screen:
    """Sets the summary of a report for one console."""

    def __init__(self, report: Report, console: Console) -> None:
        self._report = report
        self._words = catalogue(report.lang)
        self._encoding = console.encoding
        self._width = console.width
        self._is_plain = (
            console.no_color
            or not console.is_terminal
            or not _can_write("".join(marks.SEVERITY.values()), console.encoding)
        )
        self._overflow: OverflowMethod = "ellipsis" if _can_write("…", self._encoding) else "crop"
        self._names = short_names(report.hierarchy)
        functions = report.organisation.functions
        self._unit_of = dict(zip(functions["statement_id"], functions["unit_id"], strict=True))

    def parts(self, written: Sequence[PurePath], inputs: str) -> Iterable[RenderableType]:
        """Yield what is printed, from top to bottom."""
        yield self._head()
        yield self._text(headline(self._report, self._words))
        yield from self._numbers()
        if said := left_out(self._report, self._words):
            yield Text.assemble(self._mark(Severity.ERROR), " ", self._text(said))
        advice, strongest = self._advice(), self._strongest()
        if self._width >= WIDE and advice and strongest:
            yield self._rule()
            beside = Table.grid(padding=(0, 2), expand=True)
            beside.add_column(ratio=2)
            beside.add_column(ratio=3)
            beside.add_row(Group(*advice), Group(*strongest))
            yield beside
        else:
            for part in (advice, strongest):
                if part:
                    yield self._rule()
                    yield from part
        yield from self._foot(written, inputs)

    def _head(self) -> Text:
        report, say = self._report, self._words.say
        facts = [one_line(report.organisation.government.name), self._words.date(report.as_of)]
        for name in ("city.top_units", "city.statements"):
            count = int(report.figures[name].value)
            facts.append(say(f"console.{name}", params(count=count)))
        first, *others = [fact for fact in facts if fact]
        return Text.assemble(
            (self._fit(first), "bold"), self._fit("".join(f" · {f}" for f in others))
        )

    def _numbers(self) -> Iterable[Text]:
        """Pack the leading figures into as few lines as they need."""
        line = Text("  ")
        for figure in leading_figures(self._report):
            label = self._words.say(f"console.{figure.name}", params(count=int(figure.value)))
            number = self._words.number(figure.value)
            item = Text.assemble(" ", (number, "bold"), " ", self._fit(label))
            if len(line) + len(item) + len(_GAP) > self._width and line.plain.strip():
                yield line
                line = Text("  ")
            line.append_text(item).append(_GAP[1:])
        if line.plain.strip():
            yield line

    def _advice(self) -> list[RenderableType]:
        say, advised = self._words.say, self._report.recommendations
        advised = advised[: MOST_ADVICE_WIDE if self._width >= WIDE else MOST_ADVICE]
        if not advised:
            return []
        heading = Text(self._fit(say("console.first")), "bold")
        if self._width < NARROW:
            return [
                heading,
                *(
                    self._text(f"{advice.rank} {self._title(advice.rank)} ({told})")
                    for advice in advised
                    for told in [self._ends(advice.rank, is_labelled=True)]
                ),
            ]
        table = Table.grid(padding=(0, 1), expand=True)
        table.add_column(justify="right", width=2)
        table.add_column(ratio=1)
        table.add_column(justify="right", no_wrap=True, overflow=self._overflow)
        table.add_column(no_wrap=True, overflow=self._overflow)
        table.add_row("", heading, self._dim("console.findings"), self._dim("console.effort"))
        for advice in advised:
            table.add_row(
                str(advice.rank),
                self._text(self._cut(self._title(advice.rank))),
                self._ends(advice.rank),
                self._text(self._words.word(f"level.{advice.effort.value}")),
            )
        return [table]

    def _title(self, rank: int) -> str:
        advice = self._report.recommendations[rank - 1]
        return one_line(self._words.recommendation(advice))

    def _cut(self, title: str) -> str:
        """Keep a title to the lines that a screen can spare; the reports have it whole."""
        width = self._width * 2 // 5 if self._width >= WIDE else self._width
        lines = Text(title).wrap(Console(width=width), width - _BESIDE_TITLE)
        if len(lines) <= _TITLE_LINES:
            return title
        kept = " ".join(line.plain.strip() for line in lines[:_TITLE_LINES])
        return f"{kept[:-1].rstrip(' ,;:')}…"

    def _ends(self, rank: int, *, is_labelled: bool = False) -> str:
        figure = self._report.figures.get(f"advice.ends:{rank}")
        number = self._words.number(figure.value) if figure else ""
        if not is_labelled:
            return number
        return f"{number} {self._words.say('console.findings')}"

    def _strongest(self) -> list[RenderableType]:
        findings = self._report.findings[:MOST_FINDINGS]
        if not findings:
            return []
        heading = Text(self._fit(self._words.say("console.strongest")), "bold")
        if self._width >= WIDE:
            return [heading, *(line for finding in findings for line in self._in_full(finding))]
        if self._width < NARROW:
            lines = (
                [self._named(finding), self._text(self._gist(finding))] for finding in findings
            )
            return [heading, *(line for pair in lines for line in pair)]
        table = Table.grid(padding=(0, 1), expand=True)
        for _ in range(4):
            table.add_column(no_wrap=True, overflow=self._overflow)
        table.add_column(no_wrap=True, max_width=self._width // 4, overflow=self._overflow)
        table.add_column(ratio=1, no_wrap=True, overflow=self._overflow)
        for finding in findings:
            table.add_row(
                self._mark(finding.severity),
                finding.code,
                self._id(finding),
                self._score(finding),
                self._text(self._units(finding)),
                self._text(self._gist(finding)),
            )
        return [heading, table]

    def _in_full(self, finding: Finding) -> Iterable[RenderableType]:
        """Tell a finding with its statements and their places."""
        named = self._named(finding)
        named.no_wrap, named.overflow = True, self._overflow
        yield named
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        table.add_column(width=2)
        table.add_column(ratio=1, no_wrap=True, overflow=self._overflow)
        table.add_column(
            justify="right", no_wrap=True, max_width=self._width // 4, overflow=self._overflow
        )
        if not finding.facets:
            table.add_row("", self._text(self._gist(finding)), "")
        for evidence in finding.evidence[:2] if finding.facets else ():
            place = Text(
                self._fit(one_line(str(evidence.place or ""))), "dim", overflow=self._overflow
            )
            table.add_row("", self._text(one_line(evidence.quote)), place)
        yield table

    def _named(self, finding: Finding) -> Text:
        facts = [self._score(finding), self._fit(self._units(finding))]
        told = "".join(f" {fact}" for fact in facts if fact)
        return Text.assemble(
            self._mark(finding.severity), f" {finding.code} ", self._id(finding), told
        )

    def _units(self, finding: Finding) -> str:
        """Name the perangkat daerah that a finding touches, or the service that it is about."""
        units = [self._unit_of.get(said, "") for said in finding.ids(SubjectKind.STATEMENT)]
        units += finding.ids(SubjectKind.UNIT)
        tops = self._report.hierarchy.units["top_id"]
        named = [self._names[str(tops[unit])] for unit in units if unit in tops.index]
        topics = finding.ids(SubjectKind.TOPIC)
        return one_line(f" {marks.DASH} ".join(dict.fromkeys(named)) or ", ".join(topics))

    def _gist(self, finding: Finding) -> str:
        """Say what a pair is about by its first statement, and any other finding in full."""
        is_pair = finding.facets and finding.evidence
        text = finding.evidence[0].quote if is_pair else self._words.finding(finding)
        return one_line(text)

    def _score(self, finding: Finding) -> str:
        figure = self._report.figures.get(f"pair.score:{finding.fingerprint}")
        return self._words.number(figure.value, 2) if figure else ""

    def _id(self, finding: Finding) -> Text:
        return Text(self._report.short_ids[finding.fingerprint], _LINK)

    def _mark(self, severity: Severity) -> Text:
        word = self._words.word(f"severity.{severity.name.lower()}")
        if self._is_plain:
            return Text(f"[{word}]")
        return Text(marks.SEVERITY[severity], _STYLE[severity])

    def _foot(self, written: Sequence[PurePath], inputs: str) -> Iterable[RenderableType]:
        lines = []
        if written:
            folder = min((path.parent for path in written), key=lambda path: len(path.parts))
            inside = [path.relative_to(folder).parts for path in written]
            names = dict.fromkeys(f"{parts[0]}/" if parts[1:] else parts[0] for parts in inside)
            first, *others = names
            files = " ".join([(folder / first).as_posix(), *others])
            lines.append(self._words.say("console.reports", params(files=files)))
        if self._report.findings:
            short = self._report.short_ids[self._report.findings[0].fingerprint]
            named = inputs or self._words.say("console.files")
            lines.append(
                self._words.say("console.detail", params(id=short, inputs=one_line(named)))
            )
        if lines:
            yield self._rule()
        yield from (self._text(line) for line in lines)

    def _rule(self) -> Text:
        return Text(self._fit("─") * self._width, "dim")

    def _dim(self, key: str) -> Text:
        return Text(self._fit(self._words.say(key)), "dim")

    def _text(self, text: str) -> Text:
        return Text(self._fit(text), overflow=self._overflow)

    def _fit(self, text: str) -> str:
        """Write a text with the characters that the console has."""
        if _can_write(text, self._encoding):
            return text
        return text.translate(_PLAIN).encode(self._encoding, "replace").decode(self._encoding)


def _can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
