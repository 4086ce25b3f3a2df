"""Tables as a loader hands them over, written in a few lines."""

from collections.abc import Mapping, Sequence

import pandas as pd

from asn_restruktur.organisation.assemble import assemble
from asn_restruktur.organisation.model import Government, Organisation, RawTable
from asn_restruktur.vocabulary import TableName

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
Row = Mapping[str, object]


def raw(
    name: str, rows: Sequence[Row], *, file: str = "kota.xlsx", sheet: str = "", first: int = 2
) -> RawTable:
    """Lay rows out as a sheet whose first data row is `first`, its columns from A on."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    frame = pd.DataFrame([[row.get(column) for column in columns] for row in rows], columns=columns)
    frame = frame.astype(object).assign(
        place_file=file,
        place_sheet=sheet or name,
        place_row=range(first, first + len(rows)),
        place_column=0,
        place_article="",
    )
    return RawTable(
        name=TableName(name), frame=frame, letters=dict(zip(columns, LETTERS, strict=False))
    )


def organisation(*tables: RawTable) -> Organisation:
    """Assemble an organisation of which nothing else is known."""
    return assemble(tables, government=Government())


def units(*rows: str) -> list[dict[str, object]]:
    """Write units as `id < parent: name`, or `id: name` for a root."""
    found: list[dict[str, object]] = []
    for row in rows:
        ids, _, name = row.partition(": ")
        unit, _, parent = ids.partition(" < ")
        found.append({"unit_id": unit, "name": name, "parent_id": parent or None})
    return found


def told(city: Organisation) -> list[tuple[str, list[str], list[str]]]:
    """Return each finding as its key, the ids of its subjects, and its cells."""
    return [
        (
            finding.key,
            [subject.id for subject in finding.subjects],
            [f"{place.sheet}!{place.cell}" for place in finding.places],
        )
        for finding in city.findings
    ]
