"""In which words is it told what was understood of a file?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from asn_restruktur.findings import Finding, params
from asn_restruktur.loaders.understood import ColumnRead, LeftOut, Part, Reading, Source
from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.inspection.whole import whole_tables
from asn_restruktur.reporters.messages import Catalogue
from asn_restruktur.vocabulary import Severity

SURE, FAIRLY_SURE = 0.9, 0.7
"""From here on a reading is called sure, and fairly sure; below it is to be checked."""

_MOST_RUNS = 8
_JOINED = "+"
_BELOW = " \u203a "


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnWords:
    """A column: letter, heading as written, what it was taken for, and how sure in percent.

    Args:
        state: `read`, `needless` or `unknown`.
    """

    at: str
    heading: str
    meaning: str
    sureness: int
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWords:
    """A table of a sheet, a sheet without one, or a text, in words.

    Args:
        title: which sheet it is; "" for a text.
        taken_for: what it was taken for, or why it was left out.
        sure: how sure that is, in words and percent; "" without a table.
        sureness: the same in percent.
        facts: label and text of further facts: heading, hierarchy, unit, rows.
        left: what was left out, a line a reason.
        columns: its columns.
        heads: headings of the sample.
        on_sheet: how many of them stand on the sheet; the others are what we made of it.
        sample: its first rows as understood.
        findings: severity and sentence of each finding about it.
        is_table: whether a table was recognised.
    """

    title: str
    taken_for: str
    sure: str = ""
    sureness: int = 0
    facts: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()
    columns: tuple[ColumnWords, ...] = ()
    heads: tuple[str, ...] = ()
    on_sheet: int = 0
    sample: tuple[tuple[str, ...], ...] = ()
    findings: tuple[tuple[Severity, str], ...] = ()
    is_table: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileWords:
    """A file in words: its name, what it is, its parts, and findings about none of them."""

    file: str
    form: str
    parts: tuple[PartWords, ...]
    findings: tuple[tuple[Severity, str], ...] = ()


def worded(reading: Reading, words: Catalogue) -> tuple[FileWords, ...]:
    """Word what was understood of every file that could be read."""
    return tuple(_file(source, reading.findings, words) for source in reading.sources)


def row_runs(rows: Sequence[int], count: int) -> str:
    """Write numbers of rows shortly: `14, 22, 40-41`; `…` where there are more than are cited."""
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    shown = [
        str(run[0]) if len(run) == 1 else f"{run[0]}\u2013{run[-1]}" for run in runs[:_MOST_RUNS]
    ]
    more = len(runs) > _MOST_RUNS or count > len(rows)
    return ", ".join([*shown, *(["…"] if more else [])])


def field_word(field: str, words: Catalogue) -> str:
    """Name a field; one that states several things names each."""
    parts = [part for part in field.split(_JOINED) if part]
    return " + ".join(_word(words, f"words.column.{part}", part) for part in parts)


def _file(source: Source, findings: Iterable[Finding], words: Catalogue) -> FileWords:
    own = [
        finding for finding in findings if finding.places and finding.places[0].file == source.file
    ]
    sheets = {part.sheet for part in source.parts}
    told: set[str] = set()
    parts = []
    for part in whole_tables(source.parts):
        mine = [] if part.sheet in told else [one for one in own if _sheet(one) == part.sheet]
        told.add(part.sheet)
        parts.append(_part(part, mine, words))
    return FileWords(
        file=one_line(source.file),
        form=_form(source, words),
        parts=tuple(parts),
        findings=_findings([one for one in own if _sheet(one) not in sheets], words),
    )


def _sheet(finding: Finding) -> str:
    return finding.places[0].sheet


def _form(source: Source, words: Catalogue) -> str:
    said = [_word(words, f"inspect.form.{source.form}", str(source.form))]
    if source.delimiter:
        name = {"\t": "tab"}.get(source.delimiter, source.delimiter)
        said.append(words.say("inspect.delimiter", params(delimiter=name)))
    if source.encoding:
        said.append(words.say("inspect.encoding", params(encoding=source.encoding)))
    return ", ".join(said)


def _part(part: Part, findings: Sequence[Finding], words: Catalogue) -> PartWords:
    title = words.say("inspect.sheet", params(sheet=one_line(part.sheet))) if part.sheet else ""
    if not part.table:
        reason = next(iter(part.left_out), LeftOut.NOT_A_TABLE)
        return PartWords(
            title=title,
            taken_for=_word(words, f"inspect.left_sheet.{reason}", str(reason)),
            columns=tuple(_column(column, words) for column in part.columns),
            findings=_findings(findings, words),
        )
    percent = round(part.sureness * 100)
    has_columns = bool(part.columns)
    return PartWords(
        title=title,
        taken_for=_word(words, f"words.table.{part.table}", part.table),
        sure=_sure(part, words) if has_columns else "",
        sureness=percent if has_columns else 0,
        facts=tuple(_facts(part, words)),
        left=tuple(_left(part, words)),
        columns=tuple(_column(column, words) for column in part.columns),
        heads=tuple(field_word(name, words) for name in _sampled(part)),
        on_sheet=len(_fields(part).intersection(_sampled(part))),
        sample=tuple(
            tuple(_value(row, name, part, words) for name in _sampled(part)) for row in part.sample
        ),
        findings=_findings(findings, words),
        is_table=True,
    )


def _sure(part: Part, words: Catalogue) -> str:
    if part.is_stated:
        return words.say("inspect.sure.stated")
    name = (
        "sure"
        if part.sureness >= SURE
        else "fairly"
        if part.sureness >= FAIRLY_SURE
        else "doubtful"
    )
    return words.say(f"inspect.sure.{name}", params(percent=round(part.sureness * 100)))


def _facts(part: Part, words: Catalogue) -> Iterator[tuple[str, str]]:
    """Say where the heading stands, whence hierarchy and units are known, and count the rows."""
    if part.heading:
        key = "inspect.heading_cells" if part.sheet else "inspect.heading_line"
        yield words.say("inspect.fact.heading"), words.say(key, params(cells=part.heading))
    if part.hierarchy:
        known = _word(words, f"inspect.hierarchy.{part.hierarchy}", part.hierarchy)
        yield words.say("inspect.fact.hierarchy"), known
    if part.unit_source:
        text = _word(words, f"inspect.unit.{part.unit_source}", part.unit_source)
        if part.unit and part.unit_source not in {"column", "section"}:
            text = f"{text}: {one_line(_BELOW.join(part.unit))}"
        yield words.say("inspect.fact.unit"), text
    if part.position:
        yield words.say("inspect.fact.position"), one_line(part.position)
    for name, value in part.said.items():
        yield field_word(name, words).capitalize(), one_line(value)
    key = "inspect.rows_only"
    if part.read:
        key = "inspect.rows" if part.rows == part.kept else "inspect.rows_divided"
    counted = params(read=part.read, kept=part.kept, rows=part.rows, out=part.read - part.kept)
    yield words.say("inspect.fact.rows"), words.say(key, counted)


def _left(part: Part, words: Catalogue) -> Iterator[str]:
    for reason, count in part.left_out.items():
        text = words.say(_known(words, f"inspect.left.{reason}"), params(count=count))
        rows = part.left_rows.get(reason, ())
        if rows:
            runs = row_runs(rows, count)
            text = words.say("inspect.left_at", params(left=text, rows=runs, count=count))
        yield text


def _known(words: Catalogue, key: str) -> str:
    return key if words.has(key) else "inspect.left.other"


def _column(column: ColumnRead, words: Catalogue) -> ColumnWords:
    if column.field:
        meaning, state = field_word(column.field, words), "read"
    elif column.is_needless:
        meaning, state = words.say("inspect.column.needless"), "needless"
    else:
        meaning, state = words.say("inspect.column.unknown"), "unknown"
    return ColumnWords(
        at=column.at,
        heading=one_line(column.heading),
        meaning=meaning,
        sureness=round(column.sureness * 100),
        state=state,
    )


def _value(row: Mapping[str, str], name: str, part: Part, words: Catalogue) -> str:
    """Word a value of the sample; a kind that we gave a row is a code and gets its word."""
    value = one_line(row.get(name, ""))
    return (
        _word(words, f"words.{_KINDS.get(part.table)}.{value}", value) if name == "kind" else value
    )


_KINDS = {"links": "link_kind", "functions": "function_kind"}
"""Tables whose rows we give a kind, by whose words it is shown."""


def _sampled(part: Part) -> list[str]:
    """Return the columns of the sample: first those that stand on the sheet, then what we made."""
    names = dict.fromkeys(name for row in part.sample for name in row)
    return sorted(names, key=lambda name: name not in _fields(part))


def _fields(part: Part) -> set[str]:
    return {field for column in part.columns for field in column.field.split(_JOINED)}


def _findings(findings: Iterable[Finding], words: Catalogue) -> tuple[tuple[Severity, str], ...]:
    told = dict.fromkeys(
        (finding.severity, one_line(f"{finding.code}: {words.finding(finding)}"))
        for finding in findings
    )
    return tuple(sorted(told, key=lambda one: -one[0]))


def _word(words: Catalogue, key: str, written: str) -> str:
    """Return a word, or what stands for it in code where another form of input brings its own."""
    return words.say(key) if words.has(key) else written
