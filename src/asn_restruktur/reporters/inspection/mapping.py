"""How does what was understood become a mapping that a planner can mend?"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from asn_restruktur.findings import params
from asn_restruktur.loaders.tables.forms import vocabulary
from asn_restruktur.loaders.tables.hierarchy import Rule
from asn_restruktur.loaders.tables.mapping import NO_TABLE
from asn_restruktur.loaders.understood import InputForm, LeftOut, Part, Reading, Source
from asn_restruktur.reporters.inspection.whole import whole_tables
from asn_restruktur.reporters.inspection.worded import field_word
from asn_restruktur.reporters.messages import Catalogue

_MAPPED = frozenset({InputForm.WORKBOOK, InputForm.CSV, InputForm.RECORDS})
"""Forms whose tables have headings that may mean something else."""

_EXPLAINED = (
    "file", "table", "heading", "rows", "columns", "whole", "unit", "position", "set", "only",
)  # fmt: skip
_WIDTH = 10
_SAID = ("period", "year", "position_id")


def mapping_text(reading: Reading, words: Catalogue, file: str) -> str:
    """Write a mapping that reads the files just as they were read.

    Args:
        reading: what was understood.
        words: language of the comments.
        file: name of the mapping, for the comments.

    Returns:
        YAML; the same reading gives the same text.
    """
    sources = [source for source in reading.sources if source.form in _MAPPED]
    names = Counter(_name(source.file) for source in sources)
    lines = [*_comments(sources, words, file), "", "files:"]
    for source in sources:
        name = _name(source.file)
        lines.append(f"- file: {_quoted(source.file if names[name] > 1 else name)}")
        lines.append("  tables:")
        for part in whole_tables(source.parts):
            lines += _table(part, words)
    if not sources:
        lines[-1] += " []"
    return "\n".join(lines) + "\n"


def _comments(sources: Sequence[Source], words: Catalogue, file: str) -> Iterator[str]:
    yield f"# {words.say('inspect.map.first')}"
    yield f"#   {words.say('inspect.map.again', params(file=file))}"
    yield "#"
    for name in _EXPLAINED:
        yield f"#   {name:<{_WIDTH}}{words.say(f'inspect.map.{name}')}"
    yield f"#   {'hierarchy':<{_WIDTH}}{words.say('inspect.map.hierarchy')}"
    for rule in Rule:
        yield f"#   {'':<{_WIDTH}}{rule} = {words.say(f'inspect.hierarchy.{rule}')}"
    yield "#"
    yield f"# {words.say('inspect.map.fields')}"
    parts = [part for source in sources for part in source.parts if part.columns]
    tables = {part.table for part in parts}
    for form in vocabulary().forms:
        if form.name in tables or "" in tables:
            yield f"#   {form.name} ({words.word(f'table.{form.name}')}):"
            for field in dict.fromkeys(form.fields.values()):
                yield f"#     {field} = {field_word(field, words)}"


def _table(part: Part, words: Catalogue) -> Iterator[str]:
    """Write one table; a form that is no table with columns is read as usual."""
    sheet = [f"sheet: {_quoted(part.sheet)}"] if part.sheet else []
    if not part.table:
        if LeftOut.UNREADABLE not in part.left_out:
            known = (
                [f"heading: {_quoted(part.heading)}", *_columns(part, words)]
                if part.columns
                else []
            )
            yield from _item([*sheet, f"table: {NO_TABLE}", *known])
        return
    if not part.columns:
        return
    first, last = part.body
    lines = [
        *sheet,
        f"table: {part.table}",
        f"heading: {_quoted(part.heading)}",
        f"rows: {first}-{last or ''}",
    ]
    if _tells_unit(part):
        lines.append(f"unit: [{', '.join(map(_quoted, part.unit))}]")
    if part.position:
        lines.append(f"position: {_quoted(part.position)}")
    if said := _constants(part):
        pairs = ", ".join(f"{name}: {_quoted(value)}" for name, value in said.items())
        lines.append(f"set: {{{pairs}}}")
    if part.only:
        pairs = ", ".join(
            f"{_quoted(heading)}: [{', '.join(map(_quoted, values))}]"
            for heading, values in part.only.items()
        )
        lines.append(f"only: {{{pairs}}}")
    if part.hierarchy:
        lines.append(f"hierarchy: {part.hierarchy}")
    yield from _item([*lines, *_columns(part, words)])


def _columns(part: Part, words: Catalogue) -> Iterator[str]:
    yield "columns:"
    for column in part.columns:
        meaning = f"  # {field_word(column.field, words)}" if column.field else ""
        whole = ", whole: true" if column.is_whole else ""
        heading = _quoted(column.heading)
        said = f"at: {column.at}, heading: {heading}, column: {column.field or 'null'}{whole}"
        yield f"- {{{said}}}{meaning}"


def _constants(part: Part) -> Mapping[str, str]:
    """Return what a mapping can say of all rows; of titles, what is read into such rows."""
    form = vocabulary().form(part.table)
    fields = set(form.fields.values()) if form else set()
    return {
        name: value
        for name, value in part.said.items()
        if name in fields and (part.is_stated or name in _SAID)
    }


def _tells_unit(part: Part) -> bool:
    """Tell whether a mapping must name the unit: no column does, nor is it a list of units."""
    is_placed = part.unit_source not in {"", "column"}
    return bool(part.unit) and is_placed and part.table not in {"units", "statements"}


def _item(lines: Sequence[str]) -> Iterator[str]:
    for nth, line in enumerate(lines):
        yield f"  {'  ' if nth else '- '}{line}"


def _name(file: str) -> str:
    return file.rpartition("/")[2]


def _quoted(text: str) -> str:
    """Quote a text for YAML; what YAML does not hold as it is, by its number."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else _escaped(sign) for sign in quoted)


def _escaped(sign: str) -> str:
    number = ord(sign)
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"  # noqa: PLR2004  # YAML's two escapes
