"""Which posts and people does a table list, or only mention?"""

import re
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from asn_restruktur.loaders.tables.columns import column, raw_table
from asn_restruktur.loaders.tables.fields import DASHES
from asn_restruktur.loaders.tables.trees import Tree
from asn_restruktur.organisation.model import RawTable
from asn_restruktur.vocabulary import TableName


def with_superiors(frame: pd.DataFrame, tree: Tree) -> pd.DataFrame:
    """Name the post above each: as a column says, else as the list shows it."""
    said = column(frame, "reports_to")
    said = said.where(said.notna(), column(frame, "superior"))
    if tree.ids and said.isna().all():
        ids = column(frame, "position_id")
        own = pd.Series(list(tree.ids), dtype=object, index=frame.index)
        above = pd.Series(list(tree.parents), dtype=object, index=frame.index)
        return frame.assign(
            position_id=ids.where(ids.notna() & ~ids.isin(DASHES), own), reports_to=above
        )
    codes = column(frame, "position_id")
    return frame.assign(reports_to=said, position_id=codes.mask(codes.isin(DASHES)))


def posts(frame: pd.DataFrame) -> pd.DataFrame:
    """Keep one row a post: a row without a title names a unit only, one more holder no post."""
    if "post_at" not in frame:
        return frame[frame["title"].notna()].reset_index(drop=True)
    return frame[~frame["post_at"].duplicated()].reset_index(drop=True)


def with_holders(frame: pd.DataFrame) -> pd.DataFrame:
    """Tell which rows list further holders of the post above, and count the holders."""
    frame = frame[frame["title"].notna()]
    if not any(name in frame for name in _NAMING):
        return frame
    need, unit = column(frame, "need"), frame["unit_id"].fillna("")
    is_same = (frame["title"] == frame["title"].shift()) & (unit == unit.shift())
    is_same &= need.isna() | (need == need.shift())
    post = (~is_same).cumsum()
    is_held = _is_nip if "holder_nip" in frame else _is_named
    held = frame[next(name for name in _NAMING if name in frame)].map(is_held)
    if "filled" not in frame:
        frame = frame.assign(filled=held.astype(float).groupby(post).transform("sum"))
    ids = column(frame, "position_id")
    return frame.assign(post_at=post, position_id=ids.groupby(post).transform("first"))


_HOLDER = {"holder_name": "name", "holder_nip": "nip", "holder_golongan": "golongan"}
_NAMING = ("holder_nip", "holder_name")
"""Fields that tell a holder; a golongan alone tells what a holder has to be."""

_VACANT = re.compile(r"\W*(?:kosong|lowong|vacant|belum terisi|nihil)?\W*", re.IGNORECASE)
MENTION = frozenset({"functions", "workload", "performance"})


def holders(frame: pd.DataFrame, letters: Mapping[str, str]) -> tuple[RawTable, ...]:
    """Take the holders that a list of posts names for employees."""
    if "holder_nip" not in frame:
        return ()
    people = frame[frame["holder_nip"].map(_is_nip)].rename(columns=_HOLDER)
    if people.empty:
        return ()
    codes = column(people, "position_id")
    people = people.assign(position_id=codes.where(codes.notna(), people["title"]))
    own = {_HOLDER.get(name, name): letter for name, letter in letters.items()}
    own["position_id"] = letters.get("title", "")
    return (raw_table(TableName.EMPLOYEES, people, own),)


def _is_nip(value: object) -> bool:
    return value is not None and sum(map(str.isdigit, str(value))) >= _FEWEST_DIGITS


_FEWEST_DIGITS = 8


def _is_named(value: object) -> bool:
    return value is not None and _VACANT.fullmatch(str(value)) is None


def mentioned(frame: pd.DataFrame, letters: Mapping[str, str]) -> tuple[RawTable, ...]:
    """Take the posts or people that a list of other things names, where no input lists them."""
    if "subject_id" in frame:
        return _people(frame, letters)
    title = "position_title" if "position_title" in frame else "position"
    if title not in frame:
        return ()
    posts = frame[frame[title].notna() & frame["unit_id"].notna()]
    ids = (
        posts["position_id"].mask(posts["position_id"] == posts[title])
        if "position_id" in posts
        else None
    )
    posts = posts.drop(columns=[name for name in ("kind", "level") if name in posts])
    posts = posts.assign(title=posts[title], position_id=ids).drop_duplicates(["title", "unit_id"])
    if posts.empty:
        return ()
    table = raw_table(TableName.POSITIONS, posts, dict(letters) | {"title": letters.get(title, "")})
    return (replace(table, is_implied=True),)


def _people(frame: pd.DataFrame, letters: Mapping[str, str]) -> tuple[RawTable, ...]:
    """Take the people whose performance a list states."""
    people = frame[frame["subject_id"].map(_is_nip)].drop_duplicates("subject_id")
    if people.empty:
        return ()
    named = people.assign(
        nip=people["subject_id"],
        name=column(people, "person"),
        position_id=column(people, "position_title"),
    )
    own = dict(letters) | {"name": letters.get("person", ""), "nip": letters.get("nip", "")}
    table = raw_table(TableName.EMPLOYEES, named, {key: at for key, at in own.items() if at})
    return (replace(table, is_implied=True),)
