"""What does a ruleset say, and on which article does each value rest?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from asn_restruktur.documents import Node, Shape, read_document
from asn_restruktur.rules import Confidence
from asn_restruktur.vocabulary import Problem, UnusableInput, params

TEXTS = ("legal_basis", "article", "source", "valid_from", "valid_to")
FIELDS = frozenset({"value", "confidence", *TEXTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesetValue:
    """One value that a regulation or a published method gives.

    Args:
        key: dotted name (`structure.layers_max`).
        value: as written.
        legal_basis: regulation, or the method's name.
        article: article of the regulation, or "".
        source: where it was read.
        confidence: how well the source is known.
        valid_from: ISO date from which it holds.
        valid_to: ISO date until which it holds, or "" while it does.
    """

    key: str
    value: str
    legal_basis: str
    article: str
    source: str
    confidence: Confidence
    valid_from: str
    valid_to: str


Ruleset = Mapping[str, RulesetValue]
"""Values by dotted name, in the order of the file."""


@cache
def ruleset(name: str) -> Ruleset:
    """Read a ruleset that ships with the tool (`nasional`)."""
    file = files("asn_restruktur") / "rulesets" / f"{name}.yaml"
    return read_ruleset(read_document(file.read_bytes(), file.name))


@cache
def shipped_values() -> Ruleset:
    """Return every value that ships with the tool by the name a figure cites: `ruleset:key`."""
    folder = files("asn_restruktur") / "rulesets"
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".yaml"))
    return {
        f"{name}:{key}": value
        for name in (file.removesuffix(".yaml") for file in names)
        for key, value in ruleset(name).items()
    }


def read_ruleset(root: Node) -> Ruleset:
    """Read a ruleset: groups of values, where a group may state once what its values share.

    Raises:
        UnusableInput: with every value that lacks a source, basis, confidence or date, and every
            field that is not known.
    """
    problems: list[Problem] = []
    values: dict[str, RulesetValue] = {}
    for group, content in root.entries():
        shared = {name: node for name, node in content.entries() if name in FIELDS}
        for name, node in content.entries():
            if name not in FIELDS:
                read = _value(f"{group}.{name}", node, shared, problems)
                if read is not None:
                    values[read.key] = read
    if problems:
        raise UnusableInput(*problems)
    return values


def _value(
    key: str, node: Node, shared: Mapping[str, Node], problems: list[Problem]
) -> RulesetValue | None:
    """Read one value; a bare scalar takes all else from its group."""
    own = dict(node.entries()) if node.shape is Shape.MAPPING else {"value": node}
    stated = {name: item.text or "" for name, item in {**shared, **own}.items()}
    faults = [
        *(("unknown_field", name) for name in own if name not in FIELDS),
        *(("missing_field", name) for name in FIELDS - {"article", "valid_to"}
          if not stated.get(name)),
    ]  # fmt: skip
    if stated.get("confidence") not in {None, "", *Confidence}:
        faults.append(("unknown_confidence", stated["confidence"]))
    problems += [
        Problem(key=f"ruleset.{fault}", place=node.place, params=params(key=key, name=name))
        for fault, name in sorted(faults)
    ]
    if faults:
        return None
    texts = {name: stated.get(name, "") for name in TEXTS}
    confidence = Confidence(stated["confidence"])
    return RulesetValue(key=key, value=stated["value"], confidence=confidence, **texts)
