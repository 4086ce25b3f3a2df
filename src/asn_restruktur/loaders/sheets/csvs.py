"""What does this text of separated values say?"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from asn_restruktur.findings import Finding, Problem, UnusableInput, params
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.encoding import Text
from asn_restruktur.loaders.problems import no_table
from asn_restruktur.loaders.tables.grid import read_block
from asn_restruktur.loaders.tables.headings import HEADER_ROWS, find_heading
from asn_restruktur.loaders.understood import FileReading, InputForm, LeftOut, Source
from asn_restruktur.rules import UNREADABLE
from asn_restruktur.vocabulary import Place, Severity

DELIMITERS = (",", ";", "\t", "|")

_SAMPLE_ROWS = 60
_FEWEST_COLUMNS = 2
_EVEN_SHARE = 0.5
_LONGEST_VALUE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Records:
    """Records of a text, and the line at which each begins."""

    rows: list[list[str]]
    lines: list[int]


def read_csv(text: Text, file: str) -> FileReading:
    """Read a text whose heading announces a table.

    Args:
        text: the decoded text.
        file: path as typed, in POSIX form.

    Returns:
        Its table; lines with more values than headings are told and left out, lines with fewer
        are told and filled up.

    Raises:
        UnusableInput: a quotation mark is never closed, or no line is a known heading.
    """
    content, first_line, delimiter = _announced(text.content)
    delimiter = delimiter or _delimiter(content)
    records = _records(content, file, delimiter, first_line)
    name = file.rpartition("/")[2].rpartition(".")[0]
    heading = find_heading(records.rows, name)
    if heading is None:
        raise UnusableInput(_unknown(records.rows, file))
    origin = Origin(file)
    width = len(records.rows[heading.row])
    short, long = _uneven(records, heading.row)
    left = frozenset(long)
    kept = [index for index in range(len(records.rows)) if index not in left]
    rows = [_fitted(records.rows[index], width) for index in kept]
    block = read_block(
        rows,
        [records.lines[index] for index in kept],
        replace(heading, row=kept.index(heading.row)),
        origin,
    )
    part = block.part
    if long:
        part = replace(part, left_out={**part.left_out, LeftOut.RAGGED_ROW: len(long)})
    return FileReading(
        source=Source(
            file=file,
            form=InputForm.CSV,
            parts=(part,),
            encoding=text.encoding,
            delimiter=delimiter,
        ),
        tables=block.tables,
        government=block.government,
        findings=(*_ragged(records, short, long, origin), *block.findings),
    )


def _announced(content: str) -> tuple[str, int, str]:
    """Take off the line `sep=;` by which a spreadsheet program names the delimiter."""
    first, _, rest = content.partition("\n")
    line = first.strip("\r\"' ")
    if line.lower().startswith("sep=") and line[4:] in DELIMITERS:
        return rest, 2, line[4:]
    return content, 1, ""


def _delimiter(content: str) -> str:
    """Return the delimiter that cuts most lines of the beginning into equally many values."""

    def fit(delimiter: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
        widths = Counter(len(row) for row in _sound(reader, _SAMPLE_ROWS) if any(row))
        cut = {width: count for width, count in widths.items() if width >= _FEWEST_COLUMNS}
        if not cut:
            return 0.0, 0
        width = max(cut, key=lambda each: (cut[each], each))
        return cut[width] / widths.total(), width

    csv.field_size_limit(_LONGEST_VALUE)
    return max(DELIMITERS, key=fit)


def _sound(reader: Iterator[list[str]], most: int) -> Iterator[list[str]]:
    """Walk the first records, up to one that the reader gives up on."""
    try:
        yield from islice(reader, most)
    except csv.Error:
        return


def _records(content: str, file: str, delimiter: str, first_line: int) -> _Records:
    """Split the text, each record with the line at which it begins."""
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    before = 0
    try:
        for row in reader:
            rows.append(row)
            lines.append(before + first_line)
            before = reader.line_num
    except csv.Error:
        loose = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
        head = list(_sound(loose, HEADER_ROWS))
        if find_heading(head, "") is None:
            raise UnusableInput(_unknown(head, file)) from None
        # The reader may give up lines later; the record began after the last sound one.
        place = Place(file=file, line=before + first_line)
        raise UnusableInput(Problem(key="input.csv_quote", place=place)) from None
    return _Records(rows, lines)


def _uneven(records: _Records, header: int) -> tuple[list[int], list[int]]:
    """Return the records with fewer and those with more values than the heading."""
    width = len(records.rows[header])
    below = range(header + 1, len(records.rows))
    short = [index for index in below if 0 < len(records.rows[index]) < width]
    long = [index for index in below if any(records.rows[index][width:])]
    return short, long


def _fitted(row: list[str], width: int) -> list[str]:
    return row[:width] if len(row) >= width else [*row, *[""] * (width - len(row))]


def _ragged(
    records: _Records, short: list[int], long: list[int], origin: Origin
) -> Iterator[Finding]:
    """Tell the lines whose values do not stand under their headings."""
    for key, indices, severity in (
        ("DAT001.long_lines", long, Severity.ERROR),
        ("DAT001.short_lines", short, Severity.WARNING),
    ):
        if indices:
            yield Finding(
                rule=UNREADABLE,
                key=key,
                severity=severity,
                evidence=origin.cells((records.lines[index], 0) for index in indices),
                params=params(sheet=origin.name, count=len(indices)),
            )


def _unknown(rows: list[list[str]], file: str) -> Problem:
    """Say which headings stand there and what was looked for; a text without columns is prose."""
    widths = Counter(len(row) for row in rows if any(row))
    ((width, count),) = widths.most_common(1) or [(0, 0)]
    if width < _FEWEST_COLUMNS or count < _EVEN_SHARE * widths.total():
        return Problem(key="input.text", place=Place(file=file))
    return no_table(rows, Place(file=file))
