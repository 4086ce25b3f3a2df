"""Which rows say something about the same thing, and where do they contradict each other?"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pandas as pd

from asn_restruktur.findings import Finding, Subject, Value, Word
from asn_restruktur.organisation.faults import SUBJECTS, evidence, fault, told
from asn_restruktur.organisation.jf_levels import split_level
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.tables import COLUMNS, KEYS, column_names
from asn_restruktur.organisation.words import plain
from asn_restruktur.rules import CONFLICTING_VALUES, DUPLICATE_ID, TWO_PARENTS
from asn_restruktur.vocabulary import TableName

_SAMENESS: dict[TableName, tuple[str, ...]] = {
    TableName.UNITS: ("name",),
    TableName.POSITIONS: ("title", "unit_id"),
    TableName.EMPLOYEES: ("nip", "name"),
    TableName.FUNCTIONS: ("text", "unit_id"),
    TableName.TRAININGS: ("name",),
}
"""Columns that tell two things apart which one sheet lists under the same id."""

_SOURCE = ["place_file", "place_sheet"]


def merged(organisation: Organisation) -> Organisation:
    """Make one row of all rows about the same thing.

    Within a sheet, an id that stands for two things is an error and the first row is kept.
    Everywhere else rows of the same id complement each other; where they contradict each other,
    the first wins and the contradiction is told. Rows of tables without an id are the same when
    they are equal and stand in different inputs.

    Args:
        organisation: every row of a table in `KEYS` has its id.

    Returns:
        The organisation, ids unique, rows in the order in which each thing first occurs.
    """
    tables = dict(organisation.tables)
    findings: list[Finding] = []
    left_out = dict(organisation.left_out)
    for name, frame in organisation.tables.items():
        if name not in KEYS:
            tables[name] = _without_repeats(frame, name)
            continue
        is_repeated = frame[KEYS[name]].duplicated(keep=False)
        if not is_repeated.any():
            continue
        repeated = frame[is_repeated]
        is_other = _is_other_thing(repeated, name)
        if is_other.any():
            findings += _duplicate_ids(organisation, name, repeated, is_other)
            left_out[name] = left_out.get(name, 0) + int(is_other.sum())
        same = repeated[~is_other]
        findings += _conflicts(organisation, name, same)
        tables[name] = pd.concat([frame[~is_repeated], _complemented(same, name)]).sort_index()
    return replace(
        organisation,
        tables=tables,
        findings=(*organisation.findings, *findings),
        left_out=left_out,
    )


def _without_repeats(frame: pd.DataFrame, name: TableName) -> pd.DataFrame:
    """Drop rows that another input holds already; the same row twice in one sheet stays two."""
    if len(frame[_SOURCE].drop_duplicates()) < 2:  # noqa: PLR2004  # one input repeats nobody
        return frame
    content = column_names(name)
    nth = frame.groupby([*content, *_SOURCE], dropna=False, sort=False).cumcount()
    return frame[~frame[content].assign(nth=nth).duplicated()]


def _is_other_thing(repeated: pd.DataFrame, name: TableName) -> pd.Series:
    """Tell which rows give a thing the id that its own sheet gave to another one before."""
    keys = [KEYS[name], *_SOURCE]
    is_other = pd.Series(data=False, index=repeated.index)
    for column in _SAMENESS[name]:
        spelling = _present(repeated[column]).map(_spelling(name, column), na_action="ignore")
        first = spelling.groupby([repeated[key] for key in keys], sort=False).transform("first")
        is_other |= spelling.notna() & (spelling != first)
    return is_other


def _spelling(name: TableName, column: str) -> Callable[[str], str]:
    """Return what tells whether two texts of a column say the same."""
    return _post if (name, column) == (TableName.POSITIONS, "title") else plain


def _post(title: str) -> str:
    """Return a title without its level, which has a column of its own."""
    return plain(split_level(title)[0])


def _duplicate_ids(
    organisation: Organisation, name: TableName, repeated: pd.DataFrame, is_other: pd.Series
) -> list[Finding]:
    ids = repeated[KEYS[name]]
    words = {"table": Word(f"table.{name}")}

    def tell(thing: str) -> Finding:
        cited = evidence(organisation, name, ids.index[ids == thing], KEYS[name], thing)
        return fault(DUPLICATE_ID, "twice", cited, *_subjects(name, thing), id=thing, **words)

    return told(list(ids[is_other].unique()), tell, DUPLICATE_ID, **words)


def _conflicts(organisation: Organisation, name: TableName, same: pd.DataFrame) -> list[Finding]:
    """Tell the values in which rows about one thing contradict each other."""
    key = KEYS[name]
    ids = same[key]
    findings = []
    for column in column_names(name):
        values = _present(same[column])
        first = values.groupby(ids, sort=False).transform("first")
        rows = values.index[values.notna() & (values != first).fillna(value=False).astype(bool)]
        if values.dtype == "str":
            spelling = _spelling(name, column)
            rows = rows[values[rows].map(spelling) != first[rows].map(spelling)]
        if rows.empty:
            continue
        is_parent = (name, column) == (TableName.UNITS, "parent_id")
        findings += told(
            list(ids[rows].unique()),
            partial(_conflict, organisation, name, column, values, ids),
            TWO_PARENTS if is_parent else CONFLICTING_VALUES,
            table=Word(f"table.{name}"),
            column=Word(f"column.{column}"),
        )
    return findings


def _conflict(  # all but the thing are the same for a column
    organisation: Organisation,
    name: TableName,
    column: str,
    everything: pd.Series,
    ids: pd.Series,
    thing: str,
) -> Finding:
    """Tell one contradiction; personal data are cited, not quoted."""
    values = everything[ids == thing].dropna()
    written = values.dt.date.astype("str") if values.dtype.kind == "M" else values.astype("str")
    first = str(written.iloc[0])
    others = written[written != first]
    is_personal = name is TableName.EMPLOYEES
    cited = [
        item
        for row, text in [(values.index[:1], first), (others.index[:1], str(others.iloc[0]))]
        for item in evidence(organisation, name, row, column, "" if is_personal else text)
    ]
    subjects = _subjects(name, thing)
    if (name, column) == (TableName.UNITS, "parent_id"):
        return fault(
            TWO_PARENTS, "both", cited, *subjects, id=thing, first=first, second=str(others.iloc[0])
        )
    words: dict[str, Value] = {"id": thing, "column": Word(f"column.{column}")}
    if is_personal:
        return fault(CONFLICTING_VALUES, "person", cited, *subjects, **words)
    second = str(others.iloc[0])
    return fault(CONFLICTING_VALUES, "both", cited, *subjects, **words, first=first, second=second)


def _complemented(same: pd.DataFrame, name: TableName) -> pd.DataFrame:
    """Return one row a thing: of each column the first value that is present."""
    kept = same.drop_duplicates(KEYS[name]).copy()
    for column in COLUMNS[name]:
        values = _present(same[column.name])
        first = values.groupby(same[KEYS[name]], sort=False).transform("first")
        filled = first.loc[kept.index]
        kept[column.name] = filled.fillna("") if kept[column.name].dtype == "str" else filled
    return kept


def _present(values: pd.Series) -> pd.Series:
    """Return the values, absent text as NA like every other absent value."""
    return values.mask(values == "") if values.dtype == "str" else values


def _subjects(name: TableName, thing: str) -> tuple[Subject, ...]:
    return (Subject(SUBJECTS[name], thing),) if name in SUBJECTS else ()
