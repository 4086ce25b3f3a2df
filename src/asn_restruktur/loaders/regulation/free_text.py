"""What duties does a text without articles state: a section's own note, a page of a web site?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from asn_restruktur.loaders.regulation.articles import Node
from asn_restruktur.loaders.regulation.duty_reader import DutyReader
from asn_restruktur.loaders.regulation.marks import Style
from asn_restruktur.loaders.regulation.phrases import DutyPhrase, duty_phrases, label_phrase
from asn_restruktur.loaders.regulation.unit_lists import is_unit_list
from asn_restruktur.loaders.regulation.unit_names import UnitName, title_case, unit_name
from asn_restruktur.loaders.regulation.units import Unit
from asn_restruktur.loaders.understood import LeftOut
from asn_restruktur.vocabulary import FunctionKind

_PROSE = re.compile(
    r"\b(mempunyai|memiliki|adalah|dipimpin|sebagaimana|melaksanakan)\b", re.IGNORECASE
)
_STEM = re.compile(r"[\W_]+")
_MOST_HEADING_WORDS = 14
_FEWEST_WORDS = 3


def read_free(nodes: Iterable[Node], reader: DutyReader) -> None:
    """Read text by its headings: they name the unit and say what the list below them is.

    Args:
        nodes: paragraphs and lists in the order of the text.
        reader: gets the statements; items below no such heading are left out.
    """
    _FreeText(reader).read(nodes)


class _FreeText:
    """Holds what the last heading announced."""

    def __init__(self, reader: DutyReader) -> None:
        self._reader = reader
        self._tree = reader.tree
        self._announced: FunctionKind | None = None

    def read(self, nodes: Iterable[Node]) -> None:
        """Read paragraphs and lists."""
        for node in _opened(nodes):
            label = _label_of(node)
            if label is not None:
                self._take_label(label, node)
            elif _heading_name(node) is not None:
                self._tree.current = None
                self._tree.meant(node.text, node.line)
                self._announced = None
            elif duty_phrases(node.text) or is_unit_list(node):
                self._take_sentence(node)
            elif self._announced and self._tree.current and _is_sentence(node):
                self._reader.item((node,), self._tree.current, self._announced)
                self._announced = self._announced if node.mark else None
            else:
                self._leave(node)

    def _take_sentence(self, node: Node) -> None:
        """Take a sentence; one that introduces a list may have it in the next paragraphs."""
        phrases = duty_phrases(node.text)
        self._reader.visit((node,))
        is_open = phrases and not node.children and not phrases[-1].said
        if is_open:
            self._tree.meant(phrases[-1].subject, node.line)
        self._announced = phrases[-1].kind if is_open else None

    def _take_label(self, label: DutyPhrase, node: Node) -> None:
        """Take what stands behind a label or below it, or expect it in the next paragraphs."""
        unit = self._unit_of(label, node)
        self._announced = None
        if unit is None:
            self._reader.leave([node], LeftOut.NO_UNIT)
            return
        if label.said:
            self._reader.state(unit, label.kind, label.said, (node,))
        for child in node.children:
            self._reader.item((node, child), unit, label.kind)
        if not label.said and not node.children:
            self._announced = label.kind

    def _unit_of(self, label: DutyPhrase, node: Node) -> Unit | None:
        """Return the unit that a label is about: named there, in a heading, or by the file."""
        tree = self._tree
        if label.subject and tree.understood(label.subject) is not None:
            return tree.meant(label.subject, node.line)
        if not label.subject and (tree.current or tree.root):
            tree.current = tree.current or tree.root
            return tree.current
        named = _named_by_file(label.subject, node.line.file)
        name = unit_name(named) or UnitName("", tuple(named.casefold().split()), named)
        if name.words:
            tree.current = tree.add(name, tree.root, node.line, is_listed=False)
        return tree.current

    def _leave(self, node: Node) -> None:
        if node.mark and node.mark.style is not Style.CAPITAL:
            self._announced = None
            self._reader.leave([node], LeftOut.NOT_INTRODUCED)
        else:
            self._reader.leave(node.children, LeftOut.NOT_INTRODUCED)


def _opened(nodes: Iterable[Node]) -> Iterator[Node]:
    """Walk paragraphs; a heading with headings below it is followed by those."""
    for node in nodes:
        inner = any(_label_of(child) or _heading_name(child) for child in node.children)
        if inner and _label_of(node) is None and not duty_phrases(node.text):
            yield replace(node, children=[])
            yield from _opened(node.children)
        else:
            yield node


def _heading_name(node: Node) -> UnitName | None:
    """Return the unit that a line of its own names; None for a sentence or an item."""
    text = node.text.strip()
    if (
        len(text.split()) > _MOST_HEADING_WORDS
        or node.line.is_cell
        or text.endswith((";", ","))
        or _PROSE.search(text)
        or (node.mark and node.mark.style in {Style.LETTER_PAREN, Style.NUMBER_PAREN, Style.BULLET})
    ):
        return None
    name = unit_name(text.rstrip(".:"))
    return name if name and (name.words or name.is_head or name.kind == "sekretariat") else None


def _label_of(node: Node) -> DutyPhrase | None:
    """Return what a heading announces (`Tugas Pokok`, `TUPOKSI BIDANG X`); None for a sentence."""
    text = node.text.strip()
    if len(text.split()) > _MOST_HEADING_WORDS and ":" not in text[:60]:
        return None
    found = label_phrase(text)
    if found is None or (duty_phrases(text) and not found.said and found.subject):
        return None
    return found


def _is_sentence(node: Node) -> bool:
    """Tell whether a paragraph below a heading is long enough to state a duty."""
    return len(node.text.split()) >= _FEWEST_WORDS


def _named_by_file(words: str, file: str) -> str:
    """Return the name of a unit whose heading lacks the kind, with the kind in the file's name.

    Args:
        words: what the heading says (`PENEGAKAN HUKUM LINGKUNGAN`); may be empty.
        file: path of the file (`seksi-penegakan-hukum.docx`).

    Returns:
        `Seksi Penegakan Hukum Lingkungan`; the words alone where the file name does not go with
        them, and the name in the file where there are no words.
    """
    stem = file.rpartition("/")[2].rpartition(".")[0]
    parts = [part for part in _STEM.split(stem.casefold()) if part]
    named = next(_units_in(parts), None)
    if named is None:
        return title_case(words)
    if not words:
        return " ".join(part.capitalize() if part != "dan" else part for part in parts[named[0] :])
    own = set(_STEM.split(words.casefold()))
    if named[1].words and set(named[1].words) <= own:
        return f"{named[1].text.split()[0].capitalize()} {title_case(words)}"
    return title_case(words)


def _units_in(parts: list[str]) -> Iterator[tuple[int, UnitName]]:
    """Walk the units that a file name spells, the narrowest last one first."""
    for at in range(len(parts) - 1, -1, -1):
        name = unit_name(" ".join(parts[at:]))
        if name is not None and name.words and not name.is_head:
            yield at, name
