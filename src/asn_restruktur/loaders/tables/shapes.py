"""Which of our tables do the fields of a recognised table become?"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from asn_restruktur.loaders.tables.composite import JOINED, taken_apart
from asn_restruktur.loaders.tables.context import Context
from asn_restruktur.loaders.tables.forms import STATEMENTS, TableForm
from asn_restruktur.loaders.tables.hierarchy import Rule
from asn_restruktur.loaders.tables.placing import LEVELS, Placed, placed
from asn_restruktur.loaders.tables.statements import statement_tables
from asn_restruktur.loaders.tables.trees import Tree
from asn_restruktur.organisation.model import RawTable
from asn_restruktur.organisation.tables import HANDED_OVER, PLACE_COLUMNS, column_names
from asn_restruktur.vocabulary import FunctionKind, LinkKind, TableName

_PLACED = frozenset({"positions", "employees", "functions", "workload", "performance"})
"""Forms whose rows belong to a unit that they, or what stands above them, may name."""

_DATE_AT_END = re.compile(r"(\d{1,2}[-/. ]\w+[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2})\s*$")
_DASHES = frozenset({"-", "--", "---", "----"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What one table of a sheet becomes.

    Args:
        tables: our tables; units that rows only name come first, marked as implied.
        unit_source: whence the units of the rows are known: `column`, `section`, `title`,
            `sheet`, `file`, or "".
    """

    tables: tuple[RawTable, ...]
    unit_source: str = ""


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
        frame: one row a row of the sheet, one column a field, and the place columns.
        letters: letter of each field's column, for a sheet.
        contexts: what holds for each row beside its values.
        tree: ids and what stands above each row, for a list of units or positions.
    """
    if form.name == STATEMENTS:
        return Shape(tables=statement_tables(frame, letters), unit_source="column")
    frame = _with_context(_taken_apart(frame), contexts, form)
    letters = {part: at for field, at in letters.items() for part in field.split(JOINED) if part}
    for make in _FIELDS.get(form.name, ()):
        frame = make(frame)
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
        frame = _with_holders(_with_superiors(frame, tree))
        more = _holders(frame, letters)
        frame = _posts(frame)
    if form.name in _MENTION:
        more = _mentioned(frame, letters)
    if form.name == TableName.LINKS:
        frame = _with_link_posts(frame)
    table = TableName(form.name)
    frames = _by_kind(frame) if table is TableName.FUNCTIONS else [frame]
    return Shape(
        tables=(*implied, *more, *(_table(table, one, letters) for one in frames)),
        unit_source=source,
    )


def _stands_alone(
    tree: Tree, columns: Mapping[str, Sequence[object]], contexts: Sequence[Context]
) -> bool:
    """Tell whether units follow from the posts: a whole tree of them stands in one place."""
    is_tree = bool(tree.ids) and tree.rule is not Rule.FLAT
    return is_tree and not columns and all(one.source != "section" for one in contexts)


def _table(name: TableName, frame: pd.DataFrame, letters: Mapping[str, str]) -> RawTable:
    """Keep the columns of a table; a letter stands for the field that gave the column."""
    handed_over = [one.name for one in HANDED_OVER.get(name, ())]
    own = [column for column in (*column_names(name), *handed_over) if column in frame]
    given = {column: letters[field] for column in own if (field := _source(column, letters))}
    taken = frame[[*own, *PLACE_COLUMNS]].reset_index(drop=True)
    return RawTable(name=name, frame=taken, letters=given or dict(letters))


def _source(column: str, letters: Mapping[str, str]) -> str:
    candidates = (column, *_MADE_OF.get(column, ()))
    return next((field for field in candidates if field in letters), "")


_PARTS = {
    "filled": ("filled_pns", "filled_cpns", "filled_pppk"),
    "need": ("need_pns", "need_pppk"),
}

_MADE_OF: Mapping[str, tuple[str, ...]] = {
    "unit_id": ("unit_name", "third_unit", "second_unit", "top_unit", "top_id"),
    "parent_id": ("parent_name", "top_unit"),
    "name": ("third_unit", "second_unit", "top_unit"),
    "birth_date": ("birth",),
    "golongan": ("rank",),
    "position_id": ("position_title",),
    "reports_to": ("superior",),
    "subject_id": ("nip",),
    "text": ("duty", "function", "detail"),
    "filled": _PARTS["filled"],
    "need": _PARTS["need"],
    "from_unit": ("from_post", "position_id"),
    "to_unit": ("to_post",),
}
"""Fields that a column is made of where its own heading does not stand."""


def _units(frame: pd.DataFrame, letters: Mapping[str, str], tree: Tree) -> Shape:
    """Give units their ids and what stands above them."""
    frame = frame.assign(
        unit_id=_column(frame, "unit_id").where(
            _column(frame, "unit_id").notna(),
            pd.Series(list(tree.ids), dtype=object, index=frame.index),
        ),
        name=pd.Series(list(tree.names), dtype=object, index=frame.index),
        parent_id=pd.Series(list(tree.parents), dtype=object, index=frame.index),
    )
    own = _table(TableName.UNITS, frame, letters)
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
    source = _source("unit_id", letters)
    letter = letters.get(source) or next(iter(letters.values()), "")
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


def _with_posts(frame: pd.DataFrame) -> pd.DataFrame:
    """Let the title stand where no code names the post."""
    if "position_title" not in frame:
        return frame
    codes = _column(frame, "position_id")
    codes = codes.mask(codes.isin(_DASHES))
    return frame.assign(position_id=codes.where(codes.notna(), frame["position_title"]))


def _with_sums(frame: pd.DataFrame) -> pd.DataFrame:
    """Add up needs and holders that are listed by their status."""
    for whole, parts in _PARTS.items():
        own = [name for name in parts if name in frame]
        if whole in frame or not own:
            continue
        numbers = [pd.to_numeric(frame[name], errors="coerce") for name in own]
        together = pd.concat(numbers, axis=1)
        total = together.fillna(0).sum(axis="columns").astype(object)
        said = together.notna().any(axis="columns")
        frame = frame.assign(**{whole: frame[own[0]] if len(own) == 1 else total.where(said, None)})
    return frame


def _with_class(frame: pd.DataFrame) -> pd.DataFrame:
    """Read classes written as `XII` or `14 (empat belas)`."""
    return frame.assign(**{"class": frame["class"].map(_class)}) if "class" in frame else frame


def _class(value: object) -> object:
    found = _CLASS.fullmatch(value.strip()) if isinstance(value, str) else None
    if not found:
        return value
    return found[1] or str(_ROMAN.index(found[2].upper()) + 1)


_ROMAN = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII",
)  # fmt: skip
_CLASS = re.compile(rf"(?:(\d{{1,2}})\s*\([^)]*\)|({'|'.join(_ROMAN)}))", re.IGNORECASE)


def _with_hours(frame: pd.DataFrame) -> pd.DataFrame:
    """Add hours and minutes that stand in two columns."""
    if "volume" in frame:
        frame = frame.assign(volume=frame["volume"].map(_counted))
    if "norm_minutes" in frame:
        frame = frame.assign(norm_minutes=frame["norm_minutes"].map(_in_minutes))
    if not {"norm_hours", "norm_minutes"} <= set(frame):
        return frame
    hours = pd.to_numeric(frame["norm_hours"], errors="coerce")
    minutes = pd.to_numeric(frame["norm_minutes"], errors="coerce")
    total = (hours.fillna(0) * _MINUTES + minutes.fillna(0)).astype(object)
    said = hours.notna() | minutes.notna()
    return frame.drop(columns="norm_hours").assign(norm_minutes=total.where(said, None))


_MINUTES = 60
_COUNTED = re.compile(r"([\d.,]+)\s*([a-zA-Z]+)")


def _counted(value: object) -> object:
    """Drop the word for what is counted: `250 kali`."""
    found = _COUNTED.fullmatch(value.strip()) if isinstance(value, str) else None
    return found[1] if found else value


def _in_minutes(value: object) -> object:
    """Drop the word for minutes: `15 menit`."""
    found = _COUNTED.fullmatch(value.strip()) if isinstance(value, str) else None
    return found[1] if found and found[2].lower() in {"menit", "mnt"} else value


def _with_person(frame: pd.DataFrame) -> pd.DataFrame:
    """Take the date out of place and date of birth; let a rank stand for its golongan."""
    if "birth" in frame and "birth_date" not in frame:
        frame = frame.assign(birth_date=frame["birth"].map(_date_at_end))
    if "rank" in frame:
        golongan = _column(frame, "golongan")
        frame = frame.assign(golongan=golongan.where(golongan.notna(), frame["rank"]))
    return frame


def _taken_apart(frame: pd.DataFrame) -> pd.DataFrame:
    """Give each thing that one column states a column of its own."""
    for name in [name for name in frame if JOINED in str(name)]:
        fields = str(name).split(JOINED)
        parts = [taken_apart(value, fields) for value in frame[name]]
        for field in filter(None, fields):
            own = pd.Series([part.get(field) for part in parts], dtype=object, index=frame.index)
            held = _column(frame, field)
            frame = frame.assign(**{field: held.where(held.notna(), own)})
    return frame


def _with_subject(frame: pd.DataFrame) -> pd.DataFrame:
    """Let a NIP stand for the person, and month and year make a period."""
    subject = _column(frame, "subject_id")
    frame = frame.assign(subject_id=subject.where(subject.notna(), _column(frame, "nip")))
    rated = [name for name in ("results", "behaviour", "predicate") if name in frame]
    is_rated = frame[rated].apply(lambda column: column.map(_is_rating)).any(axis="columns")
    frame = frame[is_rated]
    if "year" not in frame:
        return frame
    period = _column(frame, "period")
    joined = [_period(one, year) for one, year in zip(period, frame["year"], strict=True)]
    return frame.assign(period=pd.Series(joined, dtype=object, index=frame.index))


_FIELDS: Mapping[str, tuple[Callable[[pd.DataFrame], pd.DataFrame], ...]] = {
    "positions": (_with_sums, _with_class),
    "workload": (_with_hours,),
    "employees": (_with_person, _with_posts),
    "functions": (_with_posts,),
    "performance": (_with_subject,),
}


def _with_superiors(frame: pd.DataFrame, tree: Tree) -> pd.DataFrame:
    """Name the post above each: as a column says, else as the list shows it."""
    said = _column(frame, "reports_to")
    said = said.where(said.notna(), _column(frame, "superior"))
    if tree.ids and said.isna().all():
        ids = _column(frame, "position_id")
        own = pd.Series(list(tree.ids), dtype=object, index=frame.index)
        above = pd.Series(list(tree.parents), dtype=object, index=frame.index)
        return frame.assign(
            position_id=ids.where(ids.notna() & ~ids.isin(_DASHES), own), reports_to=above
        )
    codes = _column(frame, "position_id")
    return frame.assign(reports_to=said, position_id=codes.mask(codes.isin(_DASHES)))


def _posts(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep one row a post: a row without a title names a unit only, one more holder no post."""
    if "post_at" not in frame:
        return frame[frame["title"].notna()].reset_index(drop=True)
    return frame[~frame["post_at"].duplicated()].reset_index(drop=True)


def _with_holders(frame: pd.DataFrame) -> pd.DataFrame:
    """Tell which rows list further holders of the post above, and count the holders."""
    frame = frame[frame["title"].notna()]
    if not any(name in frame for name in _HOLDER):
        return frame
    need, unit = _column(frame, "need"), frame["unit_id"].fillna("")
    is_same = (frame["title"] == frame["title"].shift()) & (unit == unit.shift())
    is_same &= need.isna() | (need == need.shift())
    post = (~is_same).cumsum()
    held = _column(frame, "holder_nip").map(_is_nip)
    if "filled" not in frame:
        frame = frame.assign(filled=held.astype(float).groupby(post).transform("sum"))
    ids = _column(frame, "position_id")
    return frame.assign(post_at=post, position_id=ids.groupby(post).transform("first"))


_HOLDER = {"holder_name": "name", "holder_nip": "nip", "holder_golongan": "golongan"}
_MENTION = frozenset({"functions", "workload", "performance"})


def _holders(frame: pd.DataFrame, letters: Mapping[str, str]) -> tuple[RawTable, ...]:
    """Take the holders that a list of posts names for employees."""
    if "holder_nip" not in frame:
        return ()
    people = frame[frame["holder_nip"].map(_is_nip)].rename(columns=_HOLDER)
    if people.empty:
        return ()
    codes = _column(people, "position_id")
    people = people.assign(position_id=codes.where(codes.notna(), people["title"]))
    own = {_HOLDER.get(name, name): letter for name, letter in letters.items()}
    return (_table(TableName.EMPLOYEES, people, own | {"position_id": letters.get("title", "")}),)


def _is_nip(value: object) -> bool:
    return value is not None and sum(map(str.isdigit, str(value))) >= _FEWEST_DIGITS


_FEWEST_DIGITS = 8


def _mentioned(frame: pd.DataFrame, letters: Mapping[str, str]) -> tuple[RawTable, ...]:
    """Take the posts or people that a list of other things names, where no input lists them."""
    if "subject_id" in frame:
        return _people(frame, letters)
    title = "position_title" if "position_title" in frame else "position"
    if title not in frame:
        return ()
    posts = frame[frame[title].notna()]
    ids = (
        posts["position_id"].mask(posts["position_id"] == posts[title])
        if "position_id" in posts
        else None
    )
    posts = posts.drop(columns=[name for name in ("kind", "level") if name in posts])
    posts = posts.assign(title=posts[title], position_id=ids).drop_duplicates(["title", "unit_id"])
    if posts.empty:
        return ()
    table = _table(TableName.POSITIONS, posts, dict(letters) | {"title": letters.get(title, "")})
    return (replace(table, is_implied=True),)


def _people(frame: pd.DataFrame, letters: Mapping[str, str]) -> tuple[RawTable, ...]:
    """Take the people whose performance a list states."""
    people = frame[frame["subject_id"].map(_is_nip)].drop_duplicates("subject_id")
    if people.empty:
        return ()
    named = people.assign(
        nip=people["subject_id"],
        name=_column(people, "person"),
        position_id=_column(people, "position_title"),
    )
    own = dict(letters) | {"name": letters.get("person", ""), "nip": letters.get("nip", "")}
    table = _table(TableName.EMPLOYEES, named, {key: at for key, at in own.items() if at})
    return (replace(table, is_implied=True),)


def _with_link_posts(frame: pd.DataFrame) -> pd.DataFrame:
    """Let a post stand for its unit where only the post is named."""
    start = _column(frame, "from_unit")
    end = _column(frame, "to_unit")
    own = ["position_id", "unit_id"]
    if start.isna().all() and "here" in frame:
        # The sheet speaks of one post; its column of posts lists those it works with.
        start = frame["here"]
    else:
        own.insert(0, "from_post")
    for name in own:
        start = start.where(start.notna(), _column(frame, name))
    for name in ("to_post", "from_post"):
        end = end.where(end.notna(), _column(frame, name))
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


def _column(frame: pd.DataFrame, name: str) -> pd.Series:
    return (
        frame[name]
        if name in frame
        else pd.Series([None] * len(frame), dtype=object, index=frame.index)
    )


def _date_at_end(value: object) -> object:
    found = _DATE_AT_END.search(str(value)) if isinstance(value, str) else None
    return found[1] if found else value


def _is_rating(value: object) -> bool:
    text = str(value).strip().lower() if value is not None else ""
    return bool(text.strip("- ")) and not text.startswith("belum")


def _period(period: object, year: object) -> object:
    """Return month and year together; a year that the period states already is not repeated."""
    said = "" if period is None else " ".join(str(period).split())
    of_year = "" if year is None else str(int(year) if isinstance(year, float) else year).strip()
    if not of_year or of_year in said:
        return said or None
    return f"{said} {of_year}".strip()
