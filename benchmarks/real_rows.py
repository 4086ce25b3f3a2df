"""Which rows of a real table stand in the organisation as they should?"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pandas as pd

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TableName
from real_counts import Expected, RowsAs
from real_measures import lines_above

CLOSE = 0.005
"""Numbers that differ by less are the same one, rounded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """One row of a file as it stands.

    Args:
        place: sheet ("" of a text) and number of the row, for a text of its first line.
        texts: text by heading, both without surrounding blanks.
    """

    place: tuple[str, int]
    texts: Mapping[str, str]


def file_rows(path: Path, delimiter: str) -> list[FileRow]:
    """Read a table without the package's readers: a plain heading in the first row."""
    if path.suffix == ".csv":
        return list(_csv_rows(path, delimiter))
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return [row for sheet in book for row in _sheet_rows(sheet.title, sheet.values)]


def right_rows(
    path: Path, stated: Expected, organisation: Organisation, folder: Mapping[str, Path]
) -> tuple[int, int, dict[str, int]]:
    """Compare a file's rows with the rows of the organisation that cite them.

    Args:
        path: the file.
        stated: how its rows should be read.
        organisation: what was made of it, alone or with others.
        folder: paths by file name, for references to other files.

    Returns:
        Rows right in every table and column, rows that should be, and how many rows are wrong by
        "table.column" ("table" alone where no row cites it).
    """
    rows = file_rows(path, stated.delimiter)
    wrong: dict[str, int] = {}
    faulty: set[tuple[str, int]] = set()
    wanted: set[tuple[str, int]] = set()
    for rows_as in stated.rows_as:
        chosen = [row for row in rows if _is_chosen(row, rows_as)]
        wanted |= {row.place for row in chosen}
        above = _rows_above(path, rows, rows_as, folder)
        cited = _cited(organisation, rows_as.table, path.name)
        for row in chosen:
            for fault in _faults(row, rows_as, cited.get(row.place, ()), above):
                wrong[fault] = wrong.get(fault, 0) + 1
                faulty.add(row.place)
    return len(wanted - faulty), len(wanted), wrong


def _csv_rows(path: Path, delimiter: str) -> Iterable[FileRow]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file, delimiter=delimiter)
        heading = [_folded(name) for name in next(lines)]
        line = lines.line_num
        for values in lines:
            if any(values):
                yield FileRow(place=("", line + 1), texts=dict(zip(heading, values, strict=False)))
            line = lines.line_num


def _sheet_rows(sheet: str, rows: Iterable[tuple[object, ...]]) -> Iterable[FileRow]:
    heading: list[str] = []
    for number, cells in enumerate(rows, start=1):
        values = ["" if cell is None else str(cell) for cell in cells]
        if not heading:
            heading = [_folded(value) for value in values]
        elif any(values):
            yield FileRow(place=(sheet, number), texts=dict(zip(heading, values, strict=False)))


def _is_chosen(row: FileRow, rows_as: RowsAs) -> bool:
    return all(_says(row, name, value) for name, value in rows_as.where.items()) and not any(
        _says(row, name, value) for name, value in rows_as.unless.items()
    )


def _says(row: FileRow, heading: str, value: str) -> bool:
    return _letters(row.texts[_folded(heading)]) == _letters(value)


def _rows_above(
    path: Path, rows: list[FileRow], rows_as: RowsAs, folder: Mapping[str, Path]
) -> dict[str, set[tuple[str, str, int]]]:
    """Return (file, sheet, row) of the rows that a reference may mean, by its text."""
    parent = rows_as.parent
    if parent is None:
        return {}
    if parent.file:
        rows = file_rows(folder[parent.file], ",")
    found: dict[str, set[tuple[str, str, int]]] = {}
    for row in rows:
        key = _folded(row.texts[_folded(parent.key)])
        found.setdefault(key, set()).add((parent.file or path.name, *row.place))
    return found


def _cited(
    organisation: Organisation, table: str, name: str
) -> dict[tuple[str, int], list[Mapping[str, object]]]:
    """Return the rows of a table that cite a file, by sheet and row of the file."""
    frame = organisation.table(TableName(table))
    frame = frame[frame["place_file"].map(lambda file: Path(file).name) == name]
    if table == TableName.POSITIONS:
        frame = _with_boss(frame, organisation.positions)
    if "unit_id" in frame and table != TableName.UNITS:
        frame = _with_unit_names(frame, organisation)
    cited: dict[tuple[str, int], list[Mapping[str, object]]] = {}
    for row in frame.to_dict("records"):
        cited.setdefault((str(row["place_sheet"]), int(row["place_row"])), []).append(row)
    return cited


def _with_boss(frame: pd.DataFrame, positions: pd.DataFrame) -> pd.DataFrame:
    """Add `boss`: file, sheet and row of the post that each reports to."""
    places = {
        row.position_id: (Path(row.place_file).name, row.place_sheet, int(row.place_row))
        for row in positions.itertuples()
    }
    people = frame[["need", "filled"]].max(axis=1)
    return frame.assign(boss=frame["reports_to"].map(places), people=people)


def _with_unit_names(frame: pd.DataFrame, organisation: Organisation) -> pd.DataFrame:
    """Add `unit`: the names of the unit and of those above it, folded."""
    names = organisation.units.set_index("unit_id")["name"].map(_letters)
    lines = {
        unit: frozenset(names[one] for one in line)
        for unit, line in lines_above(organisation).items()
    }
    return frame.assign(unit=frame["unit_id"].map(lines))


def _faults(
    row: FileRow,
    rows_as: RowsAs,
    cited: Iterable[Mapping[str, object]],
    above: Mapping[str, set[tuple[str, str, int]]],
) -> list[str]:
    """Name what is wrong with a row: the best of those that cite it counts.

    A cell of several lines may give several statements; then their texts joined are compared.
    """
    cited = list(cited)
    if len(cited) > 1 and rows_as.table == TableName.FUNCTIONS:
        cited.append({**cited[0], "text": " ".join(str(one["text"]) for one in cited)})
    faults = [_faults_of(row, rows_as, one, above) for one in cited]
    return min(faults, key=len, default=[rows_as.table])


def _faults_of(
    row: FileRow,
    rows_as: RowsAs,
    cited: Mapping[str, object],
    above: Mapping[str, set[tuple[str, str, int]]],
) -> list[str]:
    wrong = [
        f"{rows_as.table}.{column}"
        for column, heading in rows_as.columns.items()
        if not _agrees(column, row.texts.get(_folded(heading), ""), cited[column])
    ]
    parent = rows_as.parent
    if parent is not None:
        reference = _folded(row.texts[_folded(parent.column)])
        meant = above.get(reference)
        boss = cited["boss"] if isinstance(cited["boss"], tuple) else None
        if (boss not in meant) if meant else (boss is not None):
            wrong.append(f"{rows_as.table}.parent")
    return wrong


def _agrees(column: str, written: str, got: object) -> bool:
    """Tell whether a cell of the file and a value of the table say the same."""
    if column == "unit":
        return not written or (isinstance(got, frozenset) and _letters(written) in got)
    if isinstance(got, str):
        return _letters(written) == _letters(got)
    number = float(written.replace(",", ".") or 0)
    return (pd.isna(got) and number == 0) or abs(float(got) - number) < CLOSE  # 0: not filled in


def _folded(text: str) -> str:
    """Fold case and blanks: of headings and of codes."""
    return " ".join(text.split()).casefold()


def _letters(text: str) -> str:
    """Fold all but letters and digits: of names and sentences."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())
