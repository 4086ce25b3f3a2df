"""Which units does a list of a regulation put under which?"""

import re
from collections.abc import Iterable, Sequence

from asn_restruktur.loaders.regulation.articles import Article, Node
from asn_restruktur.loaders.regulation.chapters import heading_unit
from asn_restruktur.loaders.regulation.parts import PartKind
from asn_restruktur.loaders.regulation.phrases import bare, structure_of, whole_of
from asn_restruktur.loaders.regulation.unit_names import UnitName, is_nameless, rank, unit_name
from asn_restruktur.loaders.regulation.unit_tree import NOT_UNDER, UnitTree
from asn_restruktur.loaders.regulation.units import Unit, key_of

_COMPOSED = re.compile(
    r"[\s,]*(?:\byang\s+)?\b(?:membawah(?:kan|i)|membawahi|terdiri\s+(?:atas|dari)|mencakup|meliputi)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_VERB = re.compile(
    r"^[\s,]*(?:yang\s+)?(?:membawah(?:kan|i)|membawahi|terdiri\s+(?:atas|dari)|mencakup|meliputi)\s*:?\s*",
    re.IGNORECASE,
)
_NEXT_UNIT = re.compile(
    r"\s*(?:[,;]|\bdan\b|\bserta\b)\s*(?:\bdan\b\s*)?(?=(?:sub\s?bag|seksi\b|sub\s?bid))",
    re.IGNORECASE,
)


def read_lists(articles: Iterable[Article], tree: UnitTree) -> list[Node]:
    """Take over the lists of units that say themselves what stands above them.

    Args:
        articles: the whole text, so that a name in the text is known from a list behind it.
        tree: gets the units.

    Returns:
        The items that name no unit.
    """
    strange: list[Node] = []
    for article in articles:
        for heading in article.headings:
            name = heading_unit(heading.title)
            if name and name.words and not rank(name.kind) and heading.part.kind is PartKind.BAB:
                tree.enter(tree.add(name, None, heading.line, is_listed=True))
        for node in article.walk():
            above = _above(node, tree)
            if above is not None:
                strange += take_list(node.children, above, tree)
            elif not node.children:
                _take_sentence(node, tree)
    return strange


def is_unit_list(node: Node) -> bool:
    """Tell whether the items of a node are units, by its sentence and by what most are named."""
    if not node.children or (structure_of(node.text) is None and whole_of(node.text) is None):
        return False
    units = sum(unit_name(child.text) is not None for child in node.children)
    return 2 * units > len(node.children)


def take_list(items: Sequence[Node], above: Unit, tree: UnitTree) -> list[Node]:
    """Put the units of a list under a unit; return the items that name none."""
    strange = []
    siblings: list[Unit] = []
    for item in items:
        named = _COMPOSED.sub("", bare(item.text))
        name = unit_name(named)
        if name is None:
            strange.append(item)
            continue
        is_own = key_of(name) in above.spellings or not name.words
        if name.is_head and is_own and name.kind in {"", above.kind}:
            tree.head_of(above, bare(item.text), item.line)
            continue
        barred = NOT_UNDER.get(name.kind, frozenset())
        fitting = (
            unit
            for unit in reversed(siblings)
            if rank(unit.kind) < rank(name.kind)
            and unit.kind not in barred
            and not rank(above.kind)
        )
        unit = tree.add(name, next(fitting, above), item.line, is_listed=True)
        tree.by_item[id(item)] = unit
        if name.is_head:
            tree.head_of(unit, bare(item.text), item.line)
        if not item.children:  # a list of its own says all that stands below a unit
            siblings.append(unit)
        strange += take_list(item.children, unit, tree)
        for inner in parts_named(item.text, unit.kind):
            tree.add(inner, unit, item.line, is_listed=True)
    return strange


def _take_sentence(node: Node, tree: UnitTree) -> None:
    """Take `Bidang X membawahkan Seksi A dan Seksi B`, a list inside a sentence."""
    subject = whole_of(node.text)
    name = tree.understood(subject) if subject else None
    parts = parts_named(node.text, name.kind) if name else []
    if name is None or not parts or not (name.words or is_single(name.kind)):
        return
    above = tree.meant(subject or "", node.line)
    for part in parts if above else ():
        tree.add(part, above, node.line, is_listed=True)


def parts_named(text: str, kind: str) -> list[UnitName]:
    """Return the units that a sentence names behind `membawahkan` as parts of one of a kind."""
    found = _COMPOSED.search(text)
    if found is None:
        return []
    pieces = _NEXT_UNIT.split(f", {_VERB.sub('', found[0])}")[1:]
    names = [unit_name(bare(piece)) for piece in pieces]
    return [name for name in names if name and name.words and rank(name.kind) > rank(kind)]


def _above(node: Node, tree: UnitTree) -> Unit | None:
    """Return the unit that a node lists the parts of; None where another sentence must say it."""
    if not is_unit_list(node):
        return None
    subject = structure_of(node.text)
    if subject is not None:
        name = tree.understood(subject)
        if name is None or (not name.words and tree.root and tree.root.kind == name.kind):
            return tree.root
        unit = tree.meant(subject, node.line)
        if unit is not None:
            tree.enter(unit)
        return unit
    name = tree.understood(whole_of(node.text) or "")
    if name is None or (not name.words and not is_single(name.kind)):
        return None
    return tree.meant(whole_of(node.text) or "", node.line)


def is_single(kind: str) -> bool:
    """Tell whether a name without further words means one unit."""
    return is_nameless(kind) or not rank(kind)
