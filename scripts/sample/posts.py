"""Which posts does each unit have, and how many people does each need and hold?"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from sample.dice import Dice
from sample.heads import head_of
from sample.source import City, Unit

HERE = Path(__file__).parent
FUNCTIONAL_CLASS = {"ahli pertama": 8, "ahli muda": 9, "ahli madya": 11}
SKILLED_CLASS = {"terampil": 6, "mahir": 7, "penyelia": 8}
CLERK_CLASS = {"S-1": 7, "D-III": 6, "SMA": 5}
FIELD_FORCE = {"Polisi Pamong Praja": 4, "Pemadam Kebakaran": 5}
"""Posts whose work is in the street, in shifts: so many times the usual people."""
SHORT_OF_NEED = {0: 0.46, -1: 0.32, -2: 0.10, 1: 0.12}
"""How often a post holds so many people more than it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post of a unit; `fields` are the fields of study that fit it."""

    post_id: str
    unit_id: str
    title: str
    kind: str
    level: str
    eselon: str
    job_class: int
    reports_to: str
    is_head: bool
    need: int
    filled: int
    education: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Functional:
    """A functional post of the catalogue."""

    title: str
    category: str
    urusan: frozenset[str]
    words: tuple[str, ...]
    education: str
    fields: tuple[str, ...]


def plan(city: City, *, scale: float, teachers: int) -> list[Post]:
    """Give each unit its posts with the people they need.

    Args:
        city: the units.
        scale: how many times the usual staff everybody has.
        teachers: people that the posts of teachers need together.

    Returns:
        The posts in the order of the units, a unit's head first; nobody in them yet.
    """
    lines = yaml.safe_load((HERE / "susunan.yaml").read_text(encoding="utf-8"))
    functional = _functional_posts()
    units = {unit.unit_id: unit for unit in city.units}
    heads: dict[str, str] = {}
    posts: list[Post] = []
    for unit in city.units:
        dice = Dice("posts", unit.unit_id)
        superior = _superior(unit, units, heads)
        if unit.head is not False:
            heads[unit.unit_id] = f"{unit.unit_id}-kepala"
            posts.append(_head(unit, units, heads[unit.unit_id], superior))
        answers_to = heads.get(unit.unit_id, superior)
        rows = [*_staff(unit, lines, functional, dice), *_teachers(unit, lines["guru"], teachers)]
        for number, row in enumerate(_scaled(rows, unit, scale)):
            made = f"{unit.unit_id}-j{number + 1}"
            posts.append(replace(row, post_id=made, reports_to=answers_to))
    return posts


def fill(posts: Sequence[Post], city: City, people: int | None) -> list[Post]:
    """Say how many people each post holds.

    Args:
        posts: the planned posts.
        city: the units; one whose posts are empty has its head alone.
        people: how many there are in all: what the other posts leave goes to the teachers.
            None: no number is set.

    Returns:
        The posts in their order.
    """
    empty = {unit.unit_id for unit in city.units if unit.empty_posts}
    filled = [_filled(post, empty=post.unit_id in empty) for post in posts]
    teachers = [at for at, post in enumerate(filled) if post.title.startswith("Guru ")]
    if people is None or not teachers:
        return filled
    rest = people - sum(post.filled for post in filled)
    need = sum(filled[at].need for at in teachers)
    shares = [rest * filled[at].need / need for at in teachers]
    added = [int(share // 1) for share in shares]
    by_rest = sorted(range(len(shares)), key=lambda at: (added[at] - shares[at], at))
    for at in by_rest[: rest - sum(added)]:
        added[at] += 1
    for at, more in zip(teachers, added, strict=True):
        filled[at] = replace(filled[at], filled=filled[at].filled + more)
    return filled


def _filled(post: Post, *, empty: bool) -> Post:
    if post.is_head:
        return replace(post, filled=1)
    if empty:
        return post
    dice = Dice("filled", post.post_id)
    more = dice.weighted(SHORT_OF_NEED) * (1 + post.need // 12)
    return replace(post, filled=max(1, post.need + more))


def _superior(unit: Unit, units: Mapping[str, Unit], heads: Mapping[str, str]) -> str:
    """Return the head of the nearest unit above that has one."""
    above = unit.parent_id
    while above and above not in heads:
        above = units[above].parent_id
    return heads.get(above, "")


def _head(unit: Unit, units: Mapping[str, Unit], post_id: str, superior: str) -> Post:
    parent = units.get(unit.parent_id)
    head = head_of(unit, parent.name if parent else "")
    own = unit.head if isinstance(unit.head, dict) else {}
    return Post(
        post_id=own.get("id", post_id),
        unit_id=unit.unit_id,
        title=own.get("title", head.title),
        kind=head.kind,
        level=head.level,
        eselon=own.get("eselon", head.eselon),
        job_class=head.job_class,
        reports_to=superior,
        is_head=True,
        need=1,
        filled=0,
        education=head.education,
        fields=head.fields,
    )


def _staff(
    unit: Unit, lines: Mapping[str, Any], functional: Sequence[_Functional], dice: Dice
) -> Iterator[Post]:
    kind = lines["seperti"].get(unit.kind, unit.kind)
    for line in lines["staf"][kind]:
        if line[0] == "@":
            yield from _fitting(unit, functional, dice, how_many=line[1], levels=line[2])
        else:
            title, level, post_kind, low, high, education, fields = line
            need = dice.whole(low, high)
            yield _post(unit, title, post_kind, level, need, education, tuple(fields.split("|")))


def _fitting(
    unit: Unit,
    functional: Sequence[_Functional],
    dice: Dice,
    *,
    how_many: int,
    levels: Mapping[str, Sequence[int]],
) -> Iterator[Post]:
    """Choose the functional posts whose words the unit's name and statements use most."""
    text = " ".join([unit.name, *(item.text for item in unit.statements)]).lower()
    own = [post for post in functional if post.urusan & set(unit.fields_of_work)]
    own = own or [post for post in functional if "4.01" in post.urusan]
    scored = [(-sum(text.count(word) for word in post.words), post.title) for post in own]
    chosen = {title for _, title in sorted(scored)[:how_many]}
    for post in (post for post in own if post.title in chosen):
        for level, need in _levels(post, levels).items():
            people = dice.whole(need[0], need[1]) * FIELD_FORCE.get(post.title, 1)
            yield _post(unit, post.title, "jf", level, people, post.education, post.fields)


def _levels(post: _Functional, levels: Mapping[str, Sequence[int]]) -> dict[str, Sequence[int]]:
    """Return the levels of the category: experts, the skilled, or the skilled with some experts."""
    if post.category == "ahli":
        return dict(levels)
    skilled: dict[str, Sequence[int]] = {"terampil": (2, 5), "mahir": (1, 3), "penyelia": (1, 1)}
    if post.category == "ganda":
        skilled |= {level: need for level, need in levels.items() if level != "ahli madya"}
    return skilled


def _teachers(unit: Unit, lines: Mapping[str, Any], teachers: int) -> Iterator[Post]:
    for words, rows in lines.items():
        if teachers and unit.kind == "bidang" and words in unit.name.lower():
            for title, level, share in rows:
                need = round(teachers * share)
                study = ("Pendidikan Guru Sekolah Dasar",)
                if not title.startswith("Guru Kelas"):
                    study = (title.replace("Guru ", "Pendidikan ").replace("Pendidikan P", "P"),)
                yield _post(unit, title, "jf", level, need, "S-1", study)


def _post(  # noqa: PLR0913, PLR0917  # a line of the table of posts
    unit: Unit,
    title: str,
    kind: str,
    level: str,
    need: int,
    education: str,
    fields: tuple[str, ...],
) -> Post:
    classes = FUNCTIONAL_CLASS | SKILLED_CLASS
    return Post(
        post_id="",
        unit_id=unit.unit_id,
        title=title,
        kind=kind,
        level=level,
        eselon="",
        job_class=classes[level] if level else CLERK_CLASS[education],
        reports_to="",
        is_head=False,
        need=need,
        filled=0,
        education=education,
        fields=fields,
    )


def _scaled(rows: Sequence[Post], unit: Unit, scale: float) -> Iterator[Post]:
    """Bring the needs to the size of the unit; at least one post of one person stays."""
    factor = scale * unit.staff_factor
    for number, row in enumerate(rows):
        need = int(row.need * factor + 0.5)
        if need or number == 0:
            yield replace(row, need=max(1, need))


def _functional_posts() -> list[_Functional]:
    with (HERE / "jabatan-fungsional.csv").open(encoding="utf-8", newline="") as file:
        return [
            _Functional(
                row["jabatan"],
                row["kategori"],
                frozenset(row["urusan"].split("|")),
                tuple(row["kata"].split("|")),
                row["pendidikan"],
                tuple(row["jurusan"].split("|")),
            )
            for row in csv.DictReader(file, delimiter=";")
        ]
