"""What stands above each row of a list of units or posts, and which id has it there?"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables import hierarchy
from asn_restruktur.loaders.tables.context import Context
from asn_restruktur.loaders.tables.hierarchy import Rule
from asn_restruktur.loaders.tables.marks import without_mark
from asn_restruktur.loaders.tables.placing import placed
from asn_restruktur.loaders.tables.records import Records
from asn_restruktur.loaders.tables.regions import Region
from asn_restruktur.organisation.words import slug

_TEXTS = {"units": "name", "positions": "title"}
_CODES = {"units": "unit_id", "positions": "position_id"}
_SAID = {"units": ("parent_id", "parent_name"), "positions": ("reports_to", "superior")}
_OWN_MARK = re.compile(
    r"\s*(?:\(?(?:[IVXLC]{1,6}|[A-Za-z]{1,2}|\d{1,3})[.)]+|[IVXLC]{1,6}|[A-Z])\s"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """What was told of the rows of a list; of other tables nothing.

    Args:
        rule: by what the hierarchy was told.
        names: name of each row, without the mark that shows its level.
        ids: id of each row: its own code, else one made of names.
        parents: id of (or words for) what stands above each row; None for nothing.
        above: units that the rows only name as standing above them: `unit_id`, `name`,
            `parent_id`, `first` (index of the row that names it first).
    """

    rule: Rule = Rule.FLAT
    names: Sequence[object] = ()
    ids: Sequence[object] = ()
    parents: Sequence[object] = ()
    above: pd.DataFrame | None = field(default=None, compare=False)


def tree(sheet: Sheet, region: Region, found: Records, contexts: Sequence[Context]) -> Tree:
    """Tell the hierarchy of a list of units or posts.

    In this order, unless a mapping states the rule: a column that names what stands above, one
    column for each level, codes that begin with one another, indentation, list marks, and the
    usual order of kinds.

    Args:
        sheet: the sheet.
        region: the list.
        found: its rows.
        contexts: what holds for each row beside its values.
    """
    form = region.heading.form.name
    columns = found.columns
    if form not in _TEXTS or not found.indices:
        return Tree()
    stated = region.stated.hierarchy if region.stated else None
    if form == "units" and (
        stated is Rule.LEVELS or (stated is None and {"second_unit", "third_unit"} & columns.keys())
    ):
        return _levels(columns, region.heading.columns, contexts)
    if _TEXTS[form] not in region.heading.columns:
        return Tree()
    written = [_text(value) for value in columns.get(_TEXTS[form], [None] * len(found.indices))]
    codes = [_text(value) for value in columns.get(_CODES[form], [None] * len(found.indices))]
    said = next((columns[name] for name in _SAID[form] if name in columns), None)
    is_said = said is not None and any(value is not None for value in said)
    by_whole = form == "units" and stated is None and _names_the_whole(columns)
    if by_whole or (is_said and stated in (None, Rule.COLUMN)):
        parents = _carried(columns["top_unit"]) if by_whole else _either(columns, form)
        return Tree(
            rule=Rule.COLUMN,
            names=_names(written),
            ids=_given(codes),
            parents=parents,
            above=_first_named(parents) if by_whole else None,
        )
    rules = _rules(sheet, region, found, form, codes)
    rule, rows = _first(rules) if stated is None else (stated, _of_rule(rules, stated))
    names = _names(written)
    if rows is None:
        return Tree(rule=rule, names=names, ids=_given(codes), parents=_of_context(contexts, form))
    ids = _ids(codes, names, rows, contexts)
    tops = _of_context(contexts, form)
    parents = [ids[above] if above is not None else tops[at] for at, above in enumerate(rows)]
    return Tree(rule=rule, names=names, ids=ids, parents=parents)


def _names_the_whole(columns: Mapping[str, Sequence[object]]) -> bool:
    """Tell whether a list says in one column only to which whole each unit belongs."""
    said = any(name in columns for name in _SAID["units"])
    return not said and any(value is not None for value in columns.get("top_unit", ()))


def _carried(wholes: Sequence[object]) -> list[object]:
    """Return the whole of each row, which may be named once for the rows below."""
    held = ""
    found: list[object] = []
    for whole in wholes:
        held = _text(whole) or held
        found.append(held or None)
    return found


def _first_named(wholes: Sequence[object]) -> pd.DataFrame:
    """List the wholes that rows name, each by its first row; they have no code of their own."""
    firsts: dict[str, int] = {}
    for at, name in enumerate(wholes):
        if name is not None:
            firsts.setdefault(str(name), at)
    return pd.DataFrame(
        [(None, name, None, at) for name, at in firsts.items()],
        columns=["unit_id", "name", "parent_id", "first"],
        dtype=object,
    )


def _rules(
    sheet: Sheet, region: Region, found: Records, form: str, codes: Sequence[str]
) -> Iterator[tuple[Rule, list[int | None] | None]]:
    """Try each rule; None where it tells no hierarchy."""
    at = region.heading.columns[_TEXTS[form]]
    raw = [str(sheet.rows[index][at]) for index in found.indices]
    names = [str(name) for name in _names(raw)]
    level_of = hierarchy.level_of_unit if form == "units" else hierarchy.level_of_post
    depths = [float(depth) for depth in found.depths]
    yield Rule.LEVELS, hierarchy.by_levels(depths) if depths else None
    yield Rule.CODES, hierarchy.by_codes(codes) if all(codes) else None
    by_format = sheet.indents(at)
    indents = [by_format[index] if index < len(by_format) else 0 for index in found.indices]
    rows = hierarchy.by_indent(indents, raw)
    yield Rule.INDENT, hierarchy.under_whole(rows, names, level_of) if rows else None
    rows = hierarchy.by_marks(_marks(sheet, region, found, raw))
    yield Rule.MARKS, hierarchy.under_whole(rows, names, level_of) if rows else None
    # The order of posts is read where all posts are known: a sheet may hold a few of them.
    yield Rule.ORDER, hierarchy.by_order(names, level_of) if form == "units" else None


def _first(
    rules: Iterator[tuple[Rule, list[int | None] | None]],
) -> tuple[Rule, list[int | None] | None]:
    """Choose the first rule that tells a hierarchy."""
    return next(((rule, rows) for rule, rows in rules if rows), (Rule.FLAT, None))


def _of_rule(
    rules: Iterator[tuple[Rule, list[int | None] | None]], stated: Rule
) -> list[int | None] | None:
    """Take the rule that is stated."""
    return next((rows for rule, rows in rules if rule is stated), None)


def _levels(
    columns: Mapping[str, Sequence[object]],
    places: Mapping[str, int],
    contexts: Sequence[Context],
) -> Tree:
    """Read a list that has one column for each level."""
    used = {name: values for name, values in columns.items() if name != "name"}
    if "name" in columns:
        lower = [places[name] for name in ("second_unit", "third_unit") if name in places]
        is_first = bool(lower) and places["name"] < min(lower)
        is_top = is_first and "top_unit" not in columns
        used["top_unit" if is_top else "unit_name"] = columns["name"]
    where = placed(used, len(contexts), contexts)
    names = dict(zip(where.units["unit_id"], where.units["name"], strict=True))
    parents = dict(zip(where.units["unit_id"], where.units["parent_id"], strict=True))
    own = [str(unit or "") for unit in where.unit_ids]
    return Tree(
        rule=Rule.LEVELS,
        names=[names.get(unit) for unit in own],
        ids=[unit or None for unit in own],
        parents=[parents.get(unit) or None for unit in own],
        above=where.units[~where.units["unit_id"].isin(own)],
    )


def _either(columns: Mapping[str, Sequence[object]], form: str) -> list[object]:
    """Return what the columns say stands above: the code, else the name."""
    first, second = (columns.get(name) for name in _SAID[form])
    count = len(next(iter(columns.values())))
    codes = first if first is not None else [None] * count
    names = second if second is not None else [None] * count
    return [code if code is not None else name for code, name in zip(codes, names, strict=True)]


def _of_context(contexts: Sequence[Context], form: str) -> list[object]:
    """Let a unit of the highest level stand under the unit that its section names."""
    if form != "units":
        return [None] * len(contexts)
    return [
        context.path[-1] if context.path and context.source in {"section", "mapping"} else None
        for context in contexts
    ]


def _marks(sheet: Sheet, region: Region, found: Records, raw: Sequence[str]) -> list[str]:
    """Return the list mark of each row: what its name begins with, else the cell left of it."""
    at = region.heading.columns[_TEXTS[region.heading.form.name]]
    left = [column for column in reversed(region.columns) if column < at]
    own = [text.strip() if _OWN_MARK.match(text) else "" for text in raw]
    if any(own):
        return own
    return [
        next((text for column in left if (text := _mark(sheet.rows[index][column]))), "")
        for index in found.indices
    ]


def _mark(cell: object) -> str:
    """Return a cell that may be a list mark; a plain number counts rows and says no level."""
    return cell.strip() if isinstance(cell, str) and _OWN_MARK.match(f"{cell} ") else ""


def _ids(
    codes: Sequence[str],
    names: Sequence[object],
    rows: Sequence[int | None],
    contexts: Sequence[Context],
) -> list[object]:
    """Return the codes; where there are none, the slugs of the names from the top down."""
    ids: list[str] = []
    taken: Counter[str] = Counter()
    for at, above in enumerate(rows):
        top = slug(contexts[at].path[-1]) if above is None and contexts[at].path else ""
        parent = ids[above] if above is not None and above < at else top
        own = slug(str(names[at]))
        path = codes[at] or (f"{parent}.{own}" if parent and parent != own else own)
        taken[path] += 1
        ids.append(path if codes[at] or taken[path] == 1 else f"{path}-{taken[path]}")
    return list(ids)


def _given(codes: Sequence[str]) -> list[object]:
    return [code or None for code in codes]


def _names(written: Sequence[str]) -> list[object]:
    return [without_mark(text) or None for text in written]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = " ".join(str(value).split()).lstrip("'")
    return "" if set(text) <= {"-", "\u2013", " "} else text
