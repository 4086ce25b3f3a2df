"""What is an organisation, once its files are read?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from asn_restruktur.findings import Finding
from asn_restruktur.organisation.tables import PLACE_COLUMNS, empty
from asn_restruktur.vocabulary import Place, TableName


@dataclass(frozen=True, slots=True, kw_only=True)
class Government:
    """What is known of the government as a whole; "" and None mean: not stated.

    Args:
        name: its name (`Kota Teladan`).
        kind: kota, kabupaten or provinsi.
        as_of: ISO date of the structure.
        whole: whether the input is the whole government, so that what is missing is missing.
    """

    name: str = ""
    kind: str = ""
    as_of: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """A table as a loader read it: canonical column names, every value still as it stood.

    Args:
        name: which table it is.
        frame: any subset of the table's columns and of `tables.HANDED_OVER` as objects (text,
            numbers, dates; None for an empty cell), and the place columns; index 0..n-1.
        letters: for a sheet, the letter of each column of `frame` (`{"unit_id": "B"}`).
        is_implied: whether the rows are things that a list of something else merely mentions; they
            count only where no input lists such things.
    """

    name: TableName
    frame: pd.DataFrame
    letters: Mapping[str, str] = field(default_factory=dict)
    is_implied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Checked tables, with the place of every row.

    Args:
        tables: every table of `TableName`, with the columns and dtypes of `tables.COLUMNS` and
            `tables.PLACE_COLUMNS`; rows that could not be used are left out and told in
            `findings`; index 0..n-1 in the order of the input.
        government: what is known of the whole.
        letters: column letters by (file, sheet, table), to cite a cell.
        findings: what is wrong with the data, the `DAT` findings.
        left_out: number of rows left out, by table.
    """

    tables: Mapping[TableName, pd.DataFrame]
    government: Government = Government()
    letters: Mapping[tuple[str, str, TableName], Mapping[str, str]] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    left_out: Mapping[TableName, int] = field(default_factory=dict)

    def table(self, name: TableName) -> pd.DataFrame:
        """Return a table; one that no input had is empty."""
        return self.tables[name] if name in self.tables else empty(name)

    @property
    def units(self) -> pd.DataFrame:
        """The table of units."""
        return self.table(TableName.UNITS)

    @property
    def positions(self) -> pd.DataFrame:
        """The table of positions."""
        return self.table(TableName.POSITIONS)

    @property
    def employees(self) -> pd.DataFrame:
        """The table of employees."""
        return self.table(TableName.EMPLOYEES)

    @property
    def functions(self) -> pd.DataFrame:
        """The table of function statements."""
        return self.table(TableName.FUNCTIONS)

    @property
    def links(self) -> pd.DataFrame:
        """The table of declared working relations."""
        return self.table(TableName.LINKS)

    def places(self, name: TableName, rows: pd.Index, column: str = "") -> list[Place]:
        """Cite rows of a table, in the order given.

        Args:
            name: the table.
            rows: index labels of its rows.
            column: the column whose cell is meant; empty cites the whole row.

        Returns:
            One place a row: a cell or row range where the input was a sheet, else a line.
        """
        frame = self.table(name).loc[rows, list(PLACE_COLUMNS)]
        places = []
        for file, sheet, row, at, article in frame.itertuples(index=False, name=None):
            cell = self._cell(self.letters.get((file, sheet, name), {}), column, row)
            line = {} if cell else {"line": int(row), "column": int(at)}
            places.append(Place(file=file, sheet=sheet, cell=cell, article=article, **line))
        return places

    def span(self, name: TableName, rows: pd.Index | None = None) -> tuple[Place, ...]:
        """Cite many rows by one range a sheet (or the first line of a text), sorted."""
        frame = self.table(name)
        rows = frame.index if rows is None else rows
        return self.spans(name, pd.Series("", index=rows)).get("", ())

    def spans(self, name: TableName, groups: pd.Series) -> dict[str, tuple[Place, ...]]:
        """Cite the rows of many groups at once, each as `span` does.

        Args:
            name: the table.
            groups: the group of each row, by index label of the table.

        Returns:
            Places by group, sorted.
        """
        frame = self.table(name).loc[groups.index]
        keys = [groups, frame["place_file"], frame["place_sheet"]]
        ends = frame["place_row"].groupby(keys, sort=True).agg(["min", "max"])
        sheets = {key[1:] for key in ends.index}
        outer = {
            (file, sheet): _outermost(letters)
            for file, sheet in sheets
            if (letters := self.letters.get((file, sheet, name)))
        }
        places: dict[str, tuple[Place, ...]] = {}
        for (group, file, sheet), first, last in ends.itertuples(name=None):
            if (file, sheet) in outer:
                left, right = outer[file, sheet]
                place = Place(file=file, sheet=sheet, cell=f"{left}{first}:{right}{last}")
            else:
                place = Place(file=file, sheet=sheet, line=int(first))
            places[group] = (*places.get(group, ()), place)
        return places

    @staticmethod
    def _cell(letters: Mapping[str, str], column: str, row: int) -> str:
        """Name the cell of a column, or the range of the whole row; "" outside a sheet."""
        if not letters:
            return ""
        if column in letters:
            return f"{letters[column]}{row}"
        left, right = _outermost(letters)
        return f"{left}{row}:{right}{row}"


def _outermost(letters: Mapping[str, str]) -> tuple[str, str]:
    """Return the first and last column letter, in sheet order."""
    ordered = sorted(letters.values(), key=lambda letter: (len(letter), letter))
    return ordered[0], ordered[-1]
