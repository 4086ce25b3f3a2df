"""How do scripts and spreadsheets get every table?"""

import re
from collections.abc import Mapping

import numpy as np
import pandas as pd

from asn_restruktur.organisation.tables import column_names
from asn_restruktur.reporters.foreign_text import inert, visible
from asn_restruktur.reporters.report import Report
from asn_restruktur.vocabulary import TableName

PLACE = {
    "place_file": "file",
    "place_sheet": "sheet",
    "place_row": "row",
    "place_column": "column",
    "place_article": "article",
}
"""Columns that say where a row of an organisation's table stands, by their stored name."""

_DECIMALS = 6
_QUOTED = re.compile(r'[",\r\n]')


def render(report: Report) -> Mapping[str, bytes]:
    """Write every table of the analysis, and those of the organisation that have a row.

    Comma-separated, UTF-8 with a byte-order mark (which Excel needs and pandas skips), decimal
    point, ISO dates, `true` and `false`; what is absent is empty. A text that a spreadsheet would
    run as a formula begins with an apostrophe.

    Returns:
        Content by file name (`tables/pairs.csv`).
    """
    frames = {
        name.value: _with_place(report.organisation.table(name), name)
        for name in TableName
        if len(report.organisation.table(name))
    }
    frames |= report.tables
    return {f"tables/{name}.csv": _csv(frame) for name, frame in frames.items()}


def _with_place(table: pd.DataFrame, name: TableName) -> pd.DataFrame:
    return table[[*column_names(name), *PLACE]].rename(columns=PLACE)


def _csv(frame: pd.DataFrame) -> bytes:
    cells = [_cells(frame[name]) for name in frame.columns]
    lines = [",".join(map(_quoted, frame.columns)), *map(",".join, zip(*cells, strict=True))]
    return ("\n".join(lines) + "\n").encode("utf-8-sig", errors="replace")


def _cells(column: pd.Series) -> list[str]:
    """Write the values of a column, each distinct one once; an absent one is empty."""
    codes, values = pd.factorize(column)
    written = [*map(_quoted, _written(pd.Series(values), str(column.name))), ""]
    cells: list[str] = np.array(written, dtype=object)[codes].tolist()
    return cells


def _written(values: pd.Series, column: str) -> list[str]:
    if pd.api.types.is_datetime64_any_dtype(values):
        return [str(day) for day in np.datetime_as_string(values.to_numpy("datetime64[D]"))]
    if pd.api.types.is_bool_dtype(values):
        return [str(value).lower() for value in values.tolist()]
    if pd.api.types.is_numeric_dtype(values):
        is_place = column in {"row", "column"}
        numbers = values.round(_DECIMALS).tolist()
        return ["" if is_place and not n else str(n).removesuffix(".0") for n in numbers]
    return [inert(visible(str(value))) for value in values.tolist()]


def _quoted(text: str) -> str:
    """Quote a cell that holds a comma, a quote or a line break (RFC 4180)."""
    if not _QUOTED.search(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
