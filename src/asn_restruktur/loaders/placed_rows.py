"""How do rows that each have their own place become a table?"""

from collections.abc import Sequence

import pandas as pd

from asn_restruktur.organisation.model import RawTable
from asn_restruktur.organisation.tables import column_names
from asn_restruktur.vocabulary import Place, TableName

Row = dict[str, object]
"""Values by column, as they stand; a column that is missing says nothing."""

PlacedRow = tuple[Row, Place]


def raw_table(name: TableName, rows: Sequence[PlacedRow]) -> RawTable:
    """Make a table of rows, each with its place; columns that no row has are left out."""
    stated = {column for row, _ in rows for column in row}
    places = [place for _, place in rows]
    frame = pd.DataFrame(
        {
            column: pd.Series([row.get(column) for row, _ in rows], dtype=object)
            for column in column_names(name)
            if column in stated
        },
        index=range(len(rows)),
    ).assign(
        place_file=[place.file for place in places],
        place_sheet=[place.sheet for place in places],
        place_row=[place.line for place in places],
        place_column=[place.column for place in places],
        place_article=[place.article for place in places],
    )
    return RawTable(name=name, frame=frame)
