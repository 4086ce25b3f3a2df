"""How is a sample written as an org file?"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sample.posts import Post
from sample.source import City, Unit

PLAIN = re.compile(r"[A-Za-z(][\w ()/.\-]*")
"""Text that YAML takes as it stands, inside `{…}` too."""
RESERVED = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def render(city: City, posts: Sequence[Post]) -> bytes:
    """Write units, functions, posts and links; employees never stand in an org file."""
    by_unit: dict[str, list[Post]] = defaultdict(list)
    for post in posts:
        by_unit[post.unit_id].append(post)
    lines = [
        f"organisation: {_scalar(city.name)}",
        f"as_of: {city.as_of.isoformat()}",
        f"whole_government: {str(city.whole).lower()}",
        f"government_kind: {_scalar(city.government_kind)}",
        "units:",
        *(line for top in city.tops for line in _unit(top, by_unit, "  ")),
    ]
    if city.links:
        names = ("from", "to", "kind", "topic", "lead")
        kept = ({name: link.get(name, "") for name in names} for link in city.links)
        lines += ["links:", *(f"  - {_flow(link)}" for link in kept)]
    return ("\n".join(lines) + "\n").encode()


def _unit(unit: Unit, posts: Mapping[str, Sequence[Post]], indent: str) -> Iterator[str]:
    inner = indent + "  "
    yield f"{indent}- id: {_scalar(unit.unit_id)}"
    yield f"{inner}name: {_scalar(unit.name)}"
    yield f"{inner}kind: {unit.kind}"
    if unit.urusan:
        yield f"{inner}urusan: [{', '.join(_scalar(code) for code in unit.urusan)}]"
    for name in ("type", "territory", "legal_basis"):
        if value := getattr(unit, name):
            yield f"{inner}{name}: {_scalar(value)}"
    own = posts.get(unit.unit_id, ())
    for head in (post for post in own if post.is_head):
        yield f"{inner}head: {_flow(_head(head))}"
    yield from _listed(
        "functions", inner, (_function(unit, at) for at in range(len(unit.statements)))
    )
    yield from _listed("positions", inner, (_post(post) for post in own if not post.is_head))
    if unit.children:
        yield f"{inner}units:"
        for child in unit.children:
            yield from _unit(child, posts, inner + "  ")


def _listed(name: str, indent: str, entries: Iterable[Mapping[str, object]]) -> Iterator[str]:
    lines = [f"{indent}  - {_flow(entry)}" for entry in entries]
    if lines:
        yield f"{indent}{name}:"
        yield from lines


def _function(unit: Unit, at: int) -> dict[str, object]:
    statement = unit.statements[at]
    return {
        "id": statement.statement_id,
        "kind": statement.kind,
        "text": statement.text,
        "citation": statement.citation,
    }


def _head(post: Post) -> dict[str, object]:
    return {
        "id": post.post_id,
        "title": post.title,
        "kind": post.kind,
        "level": post.level,
        "eselon": post.eselon,
        "class": post.job_class,
        "reports_to": post.reports_to,
        "need": post.need,
        "filled": post.filled,
    }


def _post(post: Post) -> dict[str, object]:
    entry = _head(post)
    del entry["eselon"]
    return entry


def _flow(entry: Mapping[str, object]) -> str:
    """Write a map on one line, what is empty left out."""
    kept = {name: value for name, value in entry.items() if value != ""}
    return "{" + ", ".join(f"{name}: {_scalar(value)}" for name, value in kept.items()) + "}"


def _scalar(value: object) -> str:
    text = str(value)
    if isinstance(value, int) or (PLAIN.fullmatch(text) and text.lower() not in RESERVED):
        return text
    return json.dumps(text, ensure_ascii=False)
