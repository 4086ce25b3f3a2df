"""What stands in this text of separated values?"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from asn_restruktur.findings import Problem, UnusableInput
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.encoding import Text
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.sheets.sheet import Sheet, SheetsRead
from asn_restruktur.loaders.understood import InputForm
from asn_restruktur.vocabulary import Place

DELIMITERS = (",", ";", "\t", "|")

_SAMPLE_ROWS = 60
_SAMPLE_LETTERS = 1_000_000
_FEWEST_COLUMNS = 2
_EVEN_SHARE = 0.5
_LONGEST_VALUE = 1_000_000
_ROOMY_CELLS = 1_000_000
_MOST_FILLING = 4


def read_csv(text: Text, file: str) -> SheetsRead:
    """Read the values of every line.

    Args:
        text: the decoded text.
        file: path as typed, in POSIX form.

    Returns:
        One sheet; its lines are filled up to one width, and `widths` says how many values each
        had.

    Raises:
        UnusableInput: a quotation mark is never closed.
    """
    content, first_line, delimiter = _announced(text.content)
    delimiter = delimiter or _delimiter(content)
    rows, numbers = _records(content, file, delimiter, first_line)
    prose = Problem(key="input.text", place=Place(file=file))
    sheet = Sheet(
        origin=Origin(file),
        rows=_rectangle(rows, delimiter),
        numbers=numbers,
        widths=[len(row) for row in rows],
    )
    return SheetsRead(
        file=file,
        form=InputForm.CSV,
        sheets=(sheet,),
        problems=(prose,) if _is_prose(rows) else (),
        encoding=text.encoding,
        delimiter=delimiter,
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
    sample = content[:_SAMPLE_LETTERS]

    def fit(delimiter: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
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


def _records(
    content: str, file: str, delimiter: str, first_line: int
) -> tuple[list[list[str]], list[int]]:
    """Split the text; return the values of each record, and the line at which it begins."""
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
        if _is_prose(list(_sound(loose, _SAMPLE_ROWS))):
            raise refusal("text", file) from None
        # The reader may give up lines later; the record began after the last sound one.
        place = Place(file=file, line=before + first_line)
        raise UnusableInput(Problem(key="input.csv_quote", place=place)) from None
    return rows, lines


def _rectangle(rows: list[list[str]], delimiter: str) -> list[list[str]]:
    """Fill all rows up to one width.

    A line of very many values among short ones would fill the memory: what stands in it beyond
    the width of the others is left together in one value.
    """
    widest = max(map(len, rows), default=0)
    values = sum(map(len, rows))
    if widest * len(rows) > max(_ROOMY_CELLS, _MOST_FILLING * values):
        widest = min(widest, _usual_width(rows) + 1)
        rows = [
            [*row[: widest - 1], delimiter.join(row[widest - 1 :])] if len(row) > widest else row
            for row in rows
        ]
    return [row if len(row) == widest else [*row, *[""] * (widest - len(row))] for row in rows]


def _usual_width(rows: list[list[str]]) -> int:
    return max(Counter(map(len, rows)).most_common(1)[0][0], _FEWEST_COLUMNS)


def _is_prose(rows: list[list[str]]) -> bool:
    """Tell a text whose lines are not cut into equally many values."""
    widths = Counter(len(row) for row in rows if any(row))
    ((width, count),) = widths.most_common(1) or [(0, 0)]
    return width < _FEWEST_COLUMNS or count < _EVEN_SHARE * widths.total()
