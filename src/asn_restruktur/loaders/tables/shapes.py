"""Which of our tables do the fields of a recognised table become?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from asn_restruktur.loaders.tables.columns import column, field_of, raw_table
from asn_restruktur.loaders.tables.composite import JOINED
from asn_restruktur.loaders.tables.context import Context
from asn_restruktur.loaders.tables.fields import with_columns, with_parts
from asn_restruktur.loaders.tables.forms import STATEMENTS, TableForm
from asn_restruktur.loaders.tables.hierarchy import Rule
from asn_restruktur.loaders.tables.holders import (
    MENTION,
    holders,
    mentioned,
    posts,
    with_holders,
    with_superiors,
)
from asn_restruktur.loaders.tables.placing import LEVELS, Placed, placed
from asn_restruktur.loaders.tables.statements import statement_tables
from asn_restruktur.loaders.tables.trees import Tree
from asn_restruktur.organisation.model import RawTable
from asn_restruktur.organisation.tables import PLACE_COLUMNS
from asn_restruktur.vocabulary import FunctionKind, LinkKind, TableName

_PLACED = frozenset({"positions", "employees", "functions", "workload", "performance"})
"""Forms whose rows belong to a unit that they, or what stands above them, may name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What one table of a sheet becomes.

    Args:
        tables: our tables; units that rows only name come first, marked as implied.
        unit_source: whence the units of the rows are known: `column`, `section`, `title`,
            `sheet`, `file`, or "".
        silent: positions of the rows that say nothing: not rated, or not marked.
    """

    tables: tuple[RawTable, ...]
    unit_source: str = ""
    silent: frozenset[int] = frozenset()


def shaped(
    form: TableForm,
    frame: pd.DataFrame,
    letters: Mapping[str, str],
    contexts: Sequence[Context],
    tree: Tree,
) -> Shape:
    """Bring the fields of a table to the columns of ours.

    Args:
        form: what the table is.
        frame: one row a row of the sheet, one column a field, and the place columns; index 0..n-1.
        letters: letter of each field's column, for a sheet.
        contexts: what holds for each row beside its values.
        tree: ids and what stands above each row, for a list of units or positions.
    """
    if form.name == STATEMENTS:
        return Shape(tables=statement_tables(frame, letters), unit_source="column")
    frame = _with_context(with_parts(frame), contexts, form)
    letters = {part: at for field, at in letters.items() for part in field.split(JOINED) if part}
    frame = with_columns(frame, form.name)
    silent = frozenset(range(len(contexts))).difference(frame.index)
    contexts = [contexts[at] for at in frame.index]
    if form.name == TableName.UNITS:
        return _units(frame, letters, tree)
    implied: tuple[RawTable, ...] = ()
    source = ""
    if form.name in _PLACED:
        columns = {
            name: list(frame[name]) for name in ("unit_id", "top_id", *LEVELS) if name in frame
        }
        where = placed(columns, len(frame), contexts)
        if form.name == TableName.POSITIONS and _stands_alone(tree, columns, contexts):
            top = [context.path[-1] if context.path else None for context in contexts]
            frame = frame.assign(top_unit=pd.Series(top, dtype=object, index=frame.index))
            where = Placed([None] * len(frame), where.units.iloc[:0])
        frame = frame.assign(unit_id=pd.Series(where.unit_ids, dtype=object, index=frame.index))
        frame = frame.drop(columns=[name for name in LEVELS if name in columns])
        implied = _implied(where, frame, letters)
        named = any(name in columns for name in LEVELS) or "unit_id" in columns
        source = "column" if named else next((one.source for one in contexts if one.source), "")
    more: tuple[RawTable, ...] = ()
    if form.name == TableName.POSITIONS:
        frame = with_holders(with_superiors(frame, tree))
        more = holders(frame, letters)
        frame = posts(frame)
    if form.name in MENTION:
        more = mentioned(frame, letters)
    if form.name == TableName.LINKS:
        frame = _with_link_posts(frame)
    table = TableName(form.name)
    frames = _by_kind(frame) if table is TableName.FUNCTIONS else [frame]
    return Shape(
        tables=(*implied, *more, *(raw_table(table, one, letters) for one in frames)),
        unit_source=source,
        silent=silent,
    )


def _stands_alone(
    tree: Tree, columns: Mapping[str, Sequence[object]], contexts: Sequence[Context]
) -> bool:
    """Tell whether units follow from the posts: a whole tree of them stands in one place."""
    is_tree = bool(tree.ids) and tree.rule is not Rule.FLAT
    return is_tree and not columns and all(one.source != "section" for one in contexts)


def _units(frame: pd.DataFrame, letters: Mapping[str, str], tree: Tree) -> Shape:
    """Give units their ids and what stands above them."""
    frame = frame.assign(
        unit_id=column(frame, "unit_id").where(
            column(frame, "unit_id").notna(),
            pd.Series(list(tree.ids), dtype=object, index=frame.index),
        ),
        name=pd.Series(list(tree.names), dtype=object, index=frame.index),
        parent_id=pd.Series(list(tree.parents), dtype=object, index=frame.index),
    )
    own = raw_table(TableName.UNITS, frame, letters)
    if tree.above is None or tree.above.empty:
        return Shape(tables=(own,), unit_source="column")
    above = tree.above.join(frame[list(PLACE_COLUMNS)], on="first").drop(columns="first")
    extra = RawTable(name=TableName.UNITS, frame=above.reset_index(drop=True), letters=own.letters)
    return Shape(tables=(extra, own), unit_source="column")


def _implied(
    where: Placed, frame: pd.DataFrame, letters: Mapping[str, str]
) -> tuple[RawTable, ...]:
    if where.units.empty:
        return ()
    units = where.units.join(frame[list(PLACE_COLUMNS)].reset_index(drop=True), on="first")
    units = units.drop(columns="first").reset_index(drop=True)
    letter = letters.get(field_of("unit_id", letters)) or next(iter(letters.values()), "")
    named = {"unit_id": letter, "name": letter} if letter else {}
    return (RawTable(name=TableName.UNITS, frame=units, letters=named, is_implied=True),)


def _with_context(
    frame: pd.DataFrame, contexts: Sequence[Context], form: TableForm
) -> pd.DataFrame:
    """Take the post, period and other values that stand above a row."""
    post = "position" if form.name == TableName.WORKLOAD else "position_title"
    said: dict[str, list[object]] = {}
    for at, context in enumerate(contexts):
        values: dict[str, str] = dict(context.values)
        if context.position:
            values[post] = context.position
        if form.name == TableName.LINKS and (context.path or context.position):
            values["here"] = context.path[-1] if context.path else context.position
        for name, value in values.items():
            said.setdefault(name, [None] * len(contexts))[at] = value
    wanted = (
        {post, "period", "year", "position_id", "here"}
        if form.name != TableName.POSITIONS
        else set()
    )
    for name, found in said.items():
        if name in wanted:
            series = pd.Series(found, dtype=object, index=frame.index)
            frame = frame.assign(
                **{
                    name: frame[name].where(frame[name].notna(), series)
                    if name in frame
                    else series
                }
            )
    return frame


def _with_link_posts(frame: pd.DataFrame) -> pd.DataFrame:
    """Let a post stand for its unit where only the post is named."""
    start = column(frame, "from_unit")
    end = column(frame, "to_unit")
    own = ["position_id", "unit_id"]
    if start.isna().all() and "here" in frame:
        # The sheet speaks of one post; its column of posts lists those it works with.
        start = frame["here"]
    else:
        own.insert(0, "from_post")
    for name in own:
        start = start.where(start.notna(), column(frame, name))
    for name in ("to_post", "from_post"):
        end = end.where(end.notna(), column(frame, name))
    if "kind" not in frame:
        frame = frame.assign(kind=str(LinkKind.COORDINATION))
    return frame.assign(from_unit=start, to_unit=end)


_KINDS = {
    "duty": str(FunctionKind.TUGAS),
    "function": str(FunctionKind.FUNGSI),
    "detail": str(FunctionKind.URAIAN),
    "text": None,
}
"""Fields that hold statements, and the kind that their heading tells."""


def _by_kind(frame: pd.DataFrame) -> list[pd.DataFrame]:
    """Make one table of each column that holds statements of one kind."""
    frames = []
    for field, kind in _KINDS.items():
        if field not in frame:
            continue
        said = frame[frame[field].notna()]
        said = said.assign(text=said[field])
        if kind is not None and "kind" not in said:
            said = said.assign(kind=kind)
        frames.append(said)
    return frames
