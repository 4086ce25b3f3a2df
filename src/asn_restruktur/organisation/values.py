"""Which typed table does a table as it was read become, and which cells could not be typed?"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

import numpy as np
import numpy.typing as npt
import pandas as pd

from asn_restruktur.findings import Finding, Value, Word
from asn_restruktur.organisation import scalars
from asn_restruktur.organisation.eselon import kind_of_eselon
from asn_restruktur.organisation.faults import MOST_FINDINGS, evidence, fault
from asn_restruktur.organisation.model import Organisation, RawTable
from asn_restruktur.organisation.tables import COLUMNS, HANDED_OVER, PLACE_COLUMNS, Column, Kind
from asn_restruktur.organisation.words import listed, nearest_word, plain, unit_kind_of, word
from asn_restruktur.rules import UNKNOWN_WORD, WRONG_TYPE, Rule
from asn_restruktur.vocabulary import PositionKind, TableName, UnitKind

Codes = npt.NDArray[np.intp]

_SAFE_TO_HASH = frozenset({"string", "integer", "floating", "date", "datetime", "empty"})
"""Contents of a column in which equal values mean the same; elsewhere `True == 1` would not."""

_READERS: dict[Kind, Callable[[object], object]] = {
    Kind.ID: scalars.identifier,
    Kind.TEXT: scalars.text,
    Kind.NUMBER: scalars.number,
    Kind.WHOLE: scalars.whole,
    Kind.DATE: scalars.date,
    Kind.BIRTH: scalars.birth_date,
    Kind.FLAG: scalars.flag,
}

_SENTENCES = {Kind.BIRTH: "date"}
"""Kinds of column whose faults are told in the sentence of another kind."""

_UNCHANGED = frozenset({Kind.ID, Kind.TEXT})
"""Kinds of column in which a clean text is its own meaning."""


@dataclass(frozen=True, slots=True)
class _Failures:
    """Cells of one column that cannot mean what the column holds.

    Args:
        table: table of the column.
        column: the column.
        rows: row labels by value, for the first `MOST_FINDINGS` values.
        more: how many further values there are.
        more_rows: row labels of those.
    """

    table: TableName
    column: Column
    rows: Mapping[str, pd.Index]
    more: int
    more_rows: pd.Index


def typed(raw: Sequence[RawTable]) -> Organisation:
    """Bring every value to the type of its column.

    Args:
        raw: tables as the loaders read them; those of one name in the order of the inputs.

    Returns:
        Tables with all columns of `tables.COLUMNS` and `PLACE_COLUMNS` and those of
        `HANDED_OVER` that were given, in their dtypes, rows in the order of the inputs; that of
        units with `is_implied`. A cell that fails is empty and told in `findings`.
    """
    tables = {}
    failures: list[_Failures] = []
    for name in TableName:
        parts = [_part(table) for table in raw if table.name is name]
        if not parts:
            continue
        frame = parts[0].reset_index(drop=True) if len(parts) == 1 else _stacked(parts)
        columns: dict[str, pd.Series] = {}
        handed = [column for column in HANDED_OVER.get(name, ()) if column.name in frame]
        for column in (*COLUMNS[name], *handed):
            columns[column.name], failed = _column(frame, name, column)
            failures += [failed] if failed else []
        if name is TableName.UNITS:
            columns["is_implied"] = frame["is_implied"].astype(bool)
        tables[name] = pd.DataFrame(columns | _places(frame), index=frame.index)
    organisation = Organisation(tables=tables, letters=_letters(raw))
    findings = (finding for failed in failures for finding in _findings(organisation, failed))
    return Organisation(tables=tables, letters=organisation.letters, findings=tuple(findings))


def _part(table: RawTable) -> pd.DataFrame:
    if table.name is TableName.UNITS:
        return table.frame.assign(is_implied=table.is_implied)
    return table.frame


def _stacked(parts: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Put tables below each other; as objects, so that no value changes its type."""
    return pd.concat([part.astype(object) for part in parts], ignore_index=True)


def _letters(raw: Sequence[RawTable]) -> dict[tuple[str, str, TableName], Mapping[str, str]]:
    """File the column letters under the sheets whose rows a table holds."""
    letters: dict[tuple[str, str, TableName], Mapping[str, str]] = {}
    for table in raw:
        if table.letters and not table.frame.empty:
            sheets = table.frame[["place_file", "place_sheet"]].drop_duplicates()
            for file, sheet in sheets.itertuples(index=False, name=None):
                letters[file, sheet, table.name] = table.letters
    return letters


def _places(frame: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the place columns in their dtypes; what a loader left out is unknown."""
    places = {}
    for name in PLACE_COLUMNS:
        is_number = name in {"place_row", "place_column"}
        column = frame.get(name, pd.Series(0 if is_number else "", index=frame.index))
        filled = column.where(column.notna(), 0 if is_number else "")
        places[name] = filled.astype("int64" if is_number else "str")
    return places


def _column(
    frame: pd.DataFrame, table: TableName, column: Column
) -> tuple[pd.Series, _Failures | None]:
    """Type a column, each distinct value once."""
    if column.name in frame:
        codes, distinct = _distinct(frame[column.name])
    else:
        codes, distinct = np.full(len(frame), -1, dtype=np.intp), []
    meanings, failed = _meanings(distinct, column)
    series = _series(meanings, codes, column.kind, frame.index)
    if not failed:
        return series, None
    told = {
        scalars.text(distinct[code]): frame.index[codes == code] for code in failed[:MOST_FINDINGS]
    }
    more = failed[MOST_FINDINGS:]
    return series, _Failures(table, column, told, len(more), frame.index[np.isin(codes, more)])


def _distinct(values: pd.Series) -> tuple[Codes, list[object]]:
    """Return for each cell the position of its value among the distinct ones, -1 when empty."""
    cells = values.to_numpy(dtype=object)
    content = pd.api.types.infer_dtype(cells, skipna=True)
    if content in _SAFE_TO_HASH:
        codes, distinct = pd.factorize(cells)
        return codes, list(distinct)
    keys = np.empty(len(cells), dtype=object)
    keys[:] = [None if _is_absent(cell) else f"{type(cell).__name__} {cell!r}" for cell in cells]
    codes, found = pd.factorize(keys)
    first = np.full(len(found), len(cells), dtype=np.intp)
    is_filled = codes >= 0
    np.minimum.at(first, codes[is_filled], np.flatnonzero(is_filled))
    return codes, [_plain_type(cells[row]) for row in first]


def _is_absent(cell: object) -> bool:
    return bool(pd.api.types.is_scalar(cell) and pd.isna(cell))  # type: ignore[call-overload]  # any object may stand in a cell


def _plain_type(cell: object) -> object:
    """Return a NumPy value as Python's own."""
    return cell.item() if isinstance(cell, np.generic) else cell


def _meanings(distinct: list[object], column: Column) -> tuple[list[object], list[int]]:
    """Read distinct values; those that fail mean None, and their positions come second."""
    if column.kind in _UNCHANGED and scalars.are_clean(distinct):
        return distinct, []
    read = _reader(column)
    meanings: list[object] = []
    failed: list[int] = []
    for code, value in enumerate(distinct):
        try:
            meanings.append(read(value))
        except ValueError:
            meanings.append(None)
            failed.append(code)
    return meanings, failed


def _reader(column: Column) -> Callable[[object], object]:
    """Return what reads a value of the column; it raises `ValueError` where that fails."""

    def read(value: object) -> object:
        if scalars.is_formula_error(value):
            raise ValueError(value)
        if column.words:
            return _word(scalars.value_text(value), column.words)
        return _READERS[column.kind](value)

    return read


def _word(text: str, words: type[StrEnum]) -> str:
    """Return the value of an enumeration; "" where the text leaves it open."""
    if not text or (words is PositionKind and plain(text) in listed("structural")):
        return ""
    found = word(text, words)
    if not found and words is UnitKind:
        found = unit_kind_of(text)
    if not found and words is PositionKind:
        kind = kind_of_eselon(text)
        found = str(kind) if kind else None
    if not found:
        raise ValueError(text)
    return found


def _series(meanings: list[object], codes: Codes, kind: Kind, index: pd.Index) -> pd.Series:
    """Lay the meanings out over the cells; code -1 takes the absent value at the end."""
    cells = [*meanings, None]
    match kind:
        case Kind.ID | Kind.TEXT | Kind.WORD:
            texts = np.array([cell or "" for cell in cells], dtype=object)
            return pd.Series(texts[codes], dtype="str", index=index)
        case Kind.NUMBER:
            return pd.Series(np.array(cells, dtype="float64")[codes], index=index)
        case Kind.DATE | Kind.BIRTH:
            return pd.Series(np.array(cells, dtype="datetime64[s]")[codes], index=index)
        case Kind.WHOLE:
            return pd.Series(cells, dtype="Int64").take(codes).set_axis(index)
        case Kind.FLAG:
            return pd.Series(cells, dtype="boolean").take(codes).set_axis(index)
        case _:
            assert_never(kind)


def _findings(organisation: Organisation, failures: _Failures) -> list[Finding]:
    """Tell the values that failed, each with its cells; the last finding counts the rest."""
    table, column = failures.table, failures.column
    names: dict[str, Value] = {
        "column": Word(f"column.{column.name}"),
        "table": Word(f"table.{table}"),
    }
    findings = []
    for value, rows in failures.rows.items():
        rule, variant, mend = _diagnosis(value, column)
        cited = evidence(organisation, table, rows, column.name, value)
        findings.append(fault(rule, variant, cited, **names | mend, value=value))
    if failures.more:
        rule = WRONG_TYPE if column.words is None else UNKNOWN_WORD
        cited = evidence(organisation, table, failures.more_rows, column.name)
        findings.append(fault(rule, "more", cited, **names, count=failures.more))
    return findings


def _diagnosis(value: str, column: Column) -> tuple[Rule, str, dict[str, Value]]:
    """Say which rule a failed value breaks, in which sentence, with which mend."""
    if scalars.is_formula_error(value):
        return WRONG_TYPE, "formula", {}
    if column.words is None:
        return WRONG_TYPE, _SENTENCES.get(column.kind, str(column.kind)), {}
    if suggestion := nearest_word(value, column.words):
        return UNKNOWN_WORD, "near", {"suggestion": suggestion}
    return UNKNOWN_WORD, "alone", {"words": tuple(str(word) for word in column.words)}
