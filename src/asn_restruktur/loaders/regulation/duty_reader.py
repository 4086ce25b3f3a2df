"""Which duties does an ayat or item state, and whose are they?"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from asn_restruktur.loaders.regulation.articles import Article, Node
from asn_restruktur.loaders.regulation.chapters import heading_unit
from asn_restruktur.loaders.regulation.marks import Style
from asn_restruktur.loaders.regulation.phrases import (
    DutyPhrase,
    HeadPhrase,
    bare,
    duty_phrases,
    head_phrases,
    label_phrase,
    second_duties,
    structure_of,
    whole_of,
)
from asn_restruktur.loaders.regulation.points import items_at, point_of
from asn_restruktur.loaders.regulation.statements import Duties, Path, Statement, citation
from asn_restruktur.loaders.regulation.unit_lists import is_single, is_unit_list, take_list
from asn_restruktur.loaders.regulation.unit_names import UnitName, unit_name
from asn_restruktur.loaders.regulation.unit_tree import UnitTree
from asn_restruktur.loaders.regulation.units import Unit
from asn_restruktur.loaders.understood import LeftOut
from asn_restruktur.vocabulary import FunctionKind

_HEAD_TITLES = (
    "kepala",
    "sekretaris",
    "camat",
    "lurah",
    "inspektur",
    "direktur",
    "asisten",
    "ketua",
    "koordinator",
    "deputi",
    "menteri",
    "komandan",
    "manajer",
    "rektor",
)
_LONGEST_NAME = 9
"""Blanks in the name of a unit; an item with more says something about it."""

_REPEALED = frozenset({"dihapus", "(dihapus)", "dicabut", "cukup jelas"})


class DutyReader:
    """Walks the articles with the unit in sight.

    Args:
        tree: units of the text.
        articles: the whole text, for what a sentence cites of it.
    """

    def __init__(self, tree: UnitTree, articles: Sequence[Article]) -> None:
        self._articles = articles
        self.found = Duties()
        self.tree = tree
        self._article: Article | None = None
        self._speaking: dict[int, tuple[Unit, str, Path, str]] = {}

    def enter(self, article: Article) -> None:
        """Begin an article, with the unit in sight that its headings name."""
        self._article = article
        tree = self.tree
        tree.heading = tree.current = None
        for heading in article.headings:
            name = heading_unit(heading.title)
            if name is None or _is_any(name):
                continue
            unit = tree.meant(name.text or heading.title, heading.line)
            if unit is not None:
                tree.heading = unit
        tree.current = None

    def visit(self, path: Path) -> None:
        """Read an ayat, a paragraph, or an item that introduces a list of its own."""
        node = path[-1]
        is_about_head = self._heads(path)
        label = label_phrase(node.text) if node.children else None
        phrases = duty_phrases(node.text)
        if not phrases and label is not None and not label.subject:
            phrases = (label,)
        if is_unit_list(node):
            self._take_units(node)
        elif phrases and (node.children or any(phrase.said for phrase in phrases)):
            self._take(path, phrases)
        elif node.children and whole_of(node.text) is not None:
            self.leave(node.children, LeftOut.NO_DUTY)
        elif node.children:
            self._look_below(path)
        elif node.mark and node.mark.style is not Style.AYAT and not is_about_head:
            self.leave([node], LeftOut.NOT_INTRODUCED)

    def _look_below(self, path: Path) -> None:
        """Read the items of a list that no sentence introduces, where they introduce their own."""
        node = path[-1]
        if any(_introduces(child) for child in node.children):
            for child in node.children:
                self.visit((*path, child))
        else:
            self.leave(node.children, LeftOut.NOT_INTRODUCED)

    def _take(self, path: Path, phrases: tuple[DutyPhrase, ...]) -> None:
        node = path[-1]
        is_lead = bool(node.children) and len(phrases) == 1 and node.text.rstrip().endswith(":")
        phrases = tuple(part for phrase in phrases for part in self._parted(phrase))
        for phrase in phrases:
            unit = self._cited(phrase.subject, node) or self.tree.meant(
                phrase.subject,
                node.line,
                is_new_duty=phrase.kind is FunctionKind.TUGAS and bool(phrase.said),
            )
            if unit is None:
                self.leave([node], LeftOut.NO_UNIT)
                return
            if self._names_head(phrase.subject):
                spoken = (unit, phrase.subject, path, self._cite(path))
                self._speaking.setdefault(id(unit), spoken)
            if phrase.said and not is_lead:
                self.state(unit, phrase.kind, phrase.said, path)
            for child in node.children if phrase is phrases[-1] else ():
                self.item((*path, child), unit, phrase.kind)

    def _parted(self, phrase: DutyPhrase) -> tuple[DutyPhrase, ...]:
        """Part a sentence in which a second known unit has a duty of its own."""
        if phrase.kind is FunctionKind.TUGAS and self._is_known(phrase.subject):
            for said, second in second_duties(phrase.said):
                if self._is_known(second.subject):
                    return (replace(phrase, said=said), *self._parted(second))
        return (phrase,)

    def _is_known(self, subject: str) -> bool:
        name = self.tree.understood(subject)
        return name is not None and self.tree.is_known(name)

    def _cited(self, subject: str, node: Node) -> Unit | None:
        """Return the one listed unit of its kind that a subject without a name cites.

        A heading that says which unit of the kind is meant counts for more.
        """
        name = self.tree.understood(subject)
        point = point_of(subject, node.text)
        if name is None or name.words or name.is_each or point is None or self._article is None:
            return None
        heading = self.tree.heading
        if heading and any(unit.kind == name.kind for unit in heading.upwards()):
            return None
        label = point.article or self._article.label
        inside = [article for article in self._articles if article.label == label]
        units = [
            unit
            for item in items_at(point, inside)
            if (unit := self.tree.by_item.get(id(item))) is not None and unit.kind == name.kind
        ]
        if len(units) != 1:
            return None
        self.tree.turn_to(units[0])
        return units[0]

    def item(self, path: Path, unit: Unit, kind: FunctionKind) -> None:
        """Take an item of a list of duties, and the items below it."""
        node = path[-1]
        if _introduces(node) or is_unit_list(node) or head_phrases(node.text):
            self.visit(path)
            return
        if self._is_title(node):
            self.tree.meant(node.text, node.line)
            for child in node.children:
                self.visit((*path, child))
            return
        self.state(unit, kind, node.text, path)
        for child in node.children:
            self.item((*path, child), unit, kind)

    def _is_title(self, node: Node) -> bool:
        """Tell whether an item only names a post or a known unit, whose duties follow."""
        name = unit_name(node.text)
        if name is None or not node.text[:1].isupper() or name.text.count(" ") > _LONGEST_NAME:
            return False
        return name.is_head or self.tree.is_known(name)

    def state(self, unit: Unit, kind: FunctionKind, text: str, path: Path) -> None:
        """Take a statement, unless it only says that something was repealed."""
        words = bare(text)
        if not words or words.casefold() in _REPEALED:
            return
        article = self._cite(path)
        self.found.statements.append(Statement(unit, kind, words, path[-1].line, article))

    def _heads(self, path: Path) -> bool:
        """Take who heads a unit, and to whom that post answers; tell whether the text says so."""
        phrases = head_phrases(path[-1].text)
        for phrase in phrases:
            title = phrase.title or phrase.subject
            if not phrase.title and phrase.superior:
                self._answers(phrase, path[-1])
            if title.casefold().startswith(_HEAD_TITLES):
                for unit in self._headed(phrase, path[-1]):
                    self._take_head(unit, title, phrase.superior, path)
        return bool(phrases)

    def _names_head(self, subject: str) -> bool:
        name = self.tree.understood(subject)
        is_title = subject.casefold().startswith(_HEAD_TITLES)
        return name is not None and name.is_head and not name.is_each and is_title

    def take_speaking_heads(self) -> None:
        """Take the heads that only their duties name, of units for which nothing states a head."""
        for unit, title, path, article in self._speaking.values():
            if unit.head is None:
                head = self.tree.head_of(unit, title, path[-1].line, article)
                above = unit.answers_to
                head.superior = above if above is not None and above.head is not None else None

    def _headed(self, phrase: HeadPhrase, node: Node) -> Sequence[Unit]:
        """Return the units that a sentence is about: all of a kind (`Masing-masing Bidang`)."""
        subject = phrase.subject or phrase.title
        name = self.tree.understood(subject)
        if name is not None and name.is_each:
            return self.tree.all_of(name.kind)
        unit = self.tree.meant(subject, node.line)
        return [unit] if unit is not None else []

    def _answers(self, phrase: HeadPhrase, node: Node) -> None:
        """Remember to whom a unit answers (`Biro X bertanggung jawab kepada Menteri`)."""
        name = self.tree.understood(phrase.subject)
        if name is not None and not name.is_head and not name.is_each:
            unit = self.tree.meant(phrase.subject, node.line)
            if unit is not None and unit.answers_to is None:
                unit.answers_to = self.tree.superior(phrase.superior, unit, node.line)

    def _take_head(self, unit: Unit, title: str, superior: str, path: Path) -> None:
        line, article = path[-1].line, self._cite(path)
        head = self.tree.head_of(unit, title, line, article)
        above = self.tree.superior(superior, unit, line) if superior else unit.answers_to
        if above is not None and head.superior is None:
            superior = superior or (above.head.title if above.head else "Kepala")
            self.tree.head_of(above, superior, line, article)
            head.superior = above

    def _take_units(self, node: Node) -> None:
        """Take a list of units under the unit in sight (`Kepala Bidang, membawahkan:`)."""
        subject = structure_of(node.text)
        whole = whole_of(node.text) if subject is None else subject
        above = self.tree.meant(whole or "", node.line) or self.tree.root
        if above is None:
            self.leave(node.children, LeftOut.NO_UNIT)
            return
        take_list(node.children, above, self.tree)

    def leave(self, nodes: Iterable[Node], reason: LeftOut) -> None:
        """Count what looks like an item and is none that was taken over."""
        for top in nodes:
            for node in top.walk():
                is_item = node.mark is not None and node.mark.style is not Style.AYAT
                if is_item or reason is LeftOut.NO_UNIT:
                    self.found.left_out[reason] += 1
                    if reason is not LeftOut.NO_DUTY:
                        self.found.unplaced.append((reason, self._cite((node,)), node))

    def _cite(self, path: Path) -> str:
        return citation(self._article, path) if self._article else ""


def _is_any(name: UnitName) -> bool:
    """Tell whether a heading names a post of which there are many (`Kepala Bidang`)."""
    return name.is_head and not name.words and not is_single(name.kind)


def _introduces(node: Node) -> bool:
    """Tell whether an item names a unit and its duty, or introduces the list of one."""
    phrases = duty_phrases(node.text)
    if not phrases or unit_name(phrases[0].subject) is None:
        return False
    return bool(node.children) or (phrases[0].kind is FunctionKind.TUGAS and bool(phrases[0].said))
