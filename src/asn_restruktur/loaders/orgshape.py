"""Which keys and shapes of an org file are not as its schema says?"""

import json
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from asn_restruktur.documents import Node, Shape
from asn_restruktur.findings import Evidence, Finding, Value, Word, params
from asn_restruktur.rules import UNKNOWN_KEY
from asn_restruktur.vocabulary import Place

SCHEMA = Path(__file__).parent / "schemas" / "organisation.schema.json"

_EXPECTED = ("object", "array")  # a scalar of any type is text here


def unexpected(root: Node) -> Iterator[Finding]:
    """Tell every unknown key and every wrong shape, in the order of the file.

    Args:
        root: the file's content.

    Yields:
        A finding each, with line and column. A missing key is told where the tables are checked.
    """
    found = list(_faults(root))
    yield from sorted(found, key=lambda finding: finding.places[0])


@cache
def schema() -> Mapping[str, Any]:
    """Return the shipped JSON Schema of the org file."""
    content: Mapping[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return content


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(dict(schema()))


def _faults(root: Node) -> Iterator[Finding]:
    for error in _validator().iter_errors(root.value):
        node = _at(root, error.instance_path)
        match error.kind:
            case jsonschema_rs.ValidationErrorKind.AdditionalProperties():
                known = _keys(error.schema_path)
                for name in error.kind.unexpected:
                    key = node.key(name)
                    yield _unknown_key(name, known, key.place if key else node.place)
            case jsonschema_rs.ValidationErrorKind.Type():
                expected = next((name for name in _EXPECTED if name in error.kind.types), "text")
                yield _wrong_shape(node, error.instance_path, expected)
            case _:
                continue


def _at(root: Node, path: list[str | int]) -> Node:
    """Follow keys and positions into the document."""
    node = root
    for step in path:
        inner = node.get(step) if isinstance(step, str) else node.items[step]
        node = inner or node
    return node


def _keys(path: list[str | int]) -> list[str]:
    """Return the keys that the schema knows where it met an unknown one."""
    rules: Any = schema()
    for step in path[:-1]:
        rules = rules[step]
    return list(rules["properties"])


def _unknown_key(name: str, known: list[str], place: Place) -> Finding:
    near = get_close_matches(name.lower(), known, n=1)
    told: dict[str, Value] = {"near": near[0]} if near else {"known": tuple(known)}
    return _finding("near" if near else "far", place, key=name, **told)


def _wrong_shape(node: Node, path: list[str | int], expected: str) -> Finding:
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    found = node.shape if node.shape is not Shape.SCALAR else "text"
    return _finding(
        "shape",
        node.place,
        key=name,
        found=Word(f"shape.{_SHAPES[found]}"),
        expected=Word(f"shape.{_SHAPES[expected]}"),
    )


_SHAPES = {
    "object": "map",
    "mapping": "map",
    "array": "list",
    "sequence": "list",
    "text": "text",
}


def _finding(variant: str, place: Place, **values: Value) -> Finding:
    return Finding(
        rule=UNKNOWN_KEY,
        key=f"{UNKNOWN_KEY.code}.{variant}",
        evidence=(Evidence(place=place),),
        params=params(**values),
    )
