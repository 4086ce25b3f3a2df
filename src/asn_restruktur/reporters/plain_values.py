"""How is a value of a table written, so that it reads back as itself?"""

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from asn_restruktur.organisation.tables import column_names
from asn_restruktur.vocabulary import TableName

_LOOKS_GROUPED = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
"""A written number in which an Indonesian reader takes the points for thousands."""


def written(value: object) -> str:
    """Write one value: ISO date, decimal point, `true` and `false`; "" for an absent one."""
    if value is None or value is pd.NA or value is pd.NaT or value != value:  # noqa: PLR0124  # NaN
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    if isinstance(value, float):
        text = f"{value:.6f}".rstrip("0").rstrip(".")
        return f"{text}0" if _LOOKS_GROUPED.fullmatch(text) else text
    return str(value)


def written_rows(frame: pd.DataFrame, table: TableName) -> Iterator[Mapping[str, str]]:
    """Walk the rows of a table as texts by column, absent values left out."""
    names = [name for name in column_names(table) if name in frame]
    columns = [frame[name].astype(object).tolist() for name in names]
    for cells in zip(*columns, strict=True):
        texts = zip(names, map(written, cells), strict=True)
        yield {name: text for name, text in texts if text}
