"""What is a statement as a regulation words it, and how is its place cited?"""

from collections import Counter
from dataclasses import dataclass, field

from asn_restruktur.loaders.regulation.articles import Article, Node
from asn_restruktur.loaders.regulation.chapters import is_annex
from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.units import Unit
from asn_restruktur.loaders.understood import LeftOut
from asn_restruktur.vocabulary import FunctionKind

Path = tuple[Node, ...]
"""An item, and what it stands in before it."""


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """A function statement as the text words it.

    Args:
        unit: whose it is.
        kind: tugas, fungsi or uraian.
        text: its words, without mark and closing sign.
        line: where it begins.
        article: `Pasal 12 ayat (2) huruf z`.
    """

    unit: Unit
    kind: FunctionKind
    text: str
    line: Line
    article: str


@dataclass(slots=True)
class Duties:
    """What the articles of a regulation state.

    Args:
        statements: in the order of the text.
        left_out: how many items state nothing that was taken over, by reason.
        unplaced: items that look like a duty and could not be given to a unit.
    """

    statements: list[Statement] = field(default_factory=list)
    left_out: Counter[LeftOut] = field(default_factory=Counter)
    unplaced: list[tuple[LeftOut, str, Node]] = field(default_factory=list)


def citation(article: Article, path: Path) -> str:
    """Cite an item: `Pasal 12 ayat (2) huruf z`; outside articles its paragraph."""
    if not article.label:
        place = f"paragraf {path[-1].paragraph}"
        return f"Lampiran {place}" if is_annex(article) else place
    return " ".join([f"Pasal {article.label}", *(str(node.cited) for node in path if node.cited)])
