"""How do scripts and spreadsheets get every table?"""

import csv
import io
from collections.abc import Iterable, Mapping

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
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows(zip(*(_cells(frame[name]) for name in frame.columns), strict=True))
    return text.getvalue().encode("utf-8-sig", errors="replace")


def _cells(column: pd.Series) -> list[str]:
    """Write the values of a column as text, each distinct one once."""
    is_absent = column.isna().to_numpy()
    if pd.api.types.is_datetime64_any_dtype(column):
        days: Iterable[object] = np.datetime_as_string(column.to_numpy("datetime64[D]")).tolist()
        written = [str(day) for day in days]
    elif column.name in {"row", "column"} and pd.api.types.is_integer_dtype(column):
        written = [str(at) if at else "" for at in column.tolist()]
    elif pd.api.types.is_bool_dtype(column):
        written = [str(value).lower() for value in column.tolist()]
    elif pd.api.types.is_numeric_dtype(column):
        numbers = column.round(_DECIMALS)
        written = [str(value).removesuffix(".0") for value in numbers.tolist()]
    else:
        texts = [str(value) for value in column.tolist()]
        harmless = {text: inert(visible(text)) for text in set(texts)}
        written = [harmless[text] for text in texts]
    if is_absent.any():
        return ["" if absent else text for absent, text in zip(is_absent, written, strict=True)]
    return written
