"""How does a regulation read once a later one has changed it?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from asn_restruktur.loaders.regulation.articles import Article, Node
from asn_restruktur.loaders.regulation.instructions import Instruction, Target, Verb
from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.marks import Mark, Style


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change that was made, or could not be.

    Args:
        verb: what was done.
        place: the article, ayat or item (`Pasal 12 ayat (2) huruf c`).
        before: how it read; "" for something new.
        after: how it reads now; "" for something deleted.
        old: where the old words stand; None for something new.
        new: the instruction or the new words.
        is_applied: whether the place was found.
    """

    verb: Verb
    place: str
    before: str
    after: str
    old: Line | None
    new: Line
    is_applied: bool = True


def amend(
    base: list[Article], found: Sequence[Instruction]
) -> tuple[list[Article], list[Amendment]]:
    """Apply instructions in their order.

    Args:
        base: articles of the regulation that is changed.
        found: instructions of the later one.

    Returns:
        The articles as they read now, and every change; a place that the regulation does not have
        stands there as not applied.
    """
    text = _Amended(list(base))
    for instruction in found:
        text.apply(instruction)
    return text.articles, text.made


class _Amended:
    """The articles while they are changed."""

    def __init__(self, found: list[Article]) -> None:
        self.articles = found
        self.made: list[Amendment] = []

    def apply(self, instruction: Instruction) -> None:
        """Make one change."""
        whole = [article for article in instruction.articles if article.label]
        if whole:
            for article in whole:
                self._put_article(article)
            return
        nodes = [node for article in instruction.articles for node in article.nodes]
        if instruction.verb is Verb.DELETE:
            for target in instruction.targets:
                self._delete(target, instruction)
            if not instruction.targets:
                self._miss(instruction, instruction.text)
        elif nodes and instruction.targets:
            self._put_nodes(nodes, instruction)
        else:
            self._miss(instruction, " ".join(map(str, instruction.targets)) or instruction.text)

    def _put_article(self, new: Article) -> None:
        """Replace an article, or put it behind the one before it."""
        place = f"Pasal {new.label}"
        for at, old in enumerate(self.articles):
            if old.label == new.label:
                headings = new.headings or old.headings
                self.articles[at] = replace(new, headings=headings)
                before, after = _said(old.nodes), _said(new.nodes)
                self.made.append(Amendment(Verb.CHANGE, place, before, after, old.line, new.line))
                return
        order = _order(new.label)
        smaller = [
            at for at, one in enumerate(self.articles) if one.label and _order(one.label) < order
        ]
        behind = max(
            smaller, key=lambda at: _order(self.articles[at].label), default=len(self.articles) - 1
        )
        above = self.articles[behind].headings if self.articles else ()
        own = {heading.part.kind for heading in new.headings}
        wider = tuple(heading for heading in above if heading.part.kind not in own)
        headings = (*wider, *new.headings) if own else above
        self.articles.insert(behind + 1, replace(new, headings=headings))
        self.made.append(Amendment(Verb.INSERT, place, "", _said(new.nodes), None, new.line))

    def _put_nodes(self, nodes: Sequence[Node], instruction: Instruction) -> None:
        """Replace or add ayat and items of an article."""
        target = instruction.targets[0]
        article = self._article(target.article)
        if article is None:
            self._miss(instruction, str(target))
            return
        for node in nodes:
            if node.mark is None and instruction.verb is Verb.INSERT:
                self._miss(instruction, str(target))
                continue
            if node.mark is None:
                self._reword(node, target, instruction, article)
                continue
            siblings = _list_for(article, target, node.mark)
            if siblings is None:
                self._miss(instruction, f"{target}")
                continue
            place = _place(target, node.mark)
            old = next(
                (one for one in siblings if one.mark and one.mark.label == node.mark.label), None
            )
            if old is not None:
                siblings[siblings.index(old)] = node
                before = _said([old])
                self.made.append(
                    Amendment(Verb.CHANGE, place, before, _said([node]), old.line, node.line)
                )
            else:
                siblings.insert(_seat(siblings, node.mark), node)
                self.made.append(Amendment(Verb.INSERT, place, "", _said([node]), None, node.line))

    def _reword(
        self, node: Node, target: Target, instruction: Instruction, article: Article
    ) -> None:
        """Put new words without a mark in the place of the one that is named."""
        found = _named(article, target)
        if found is None:
            self._miss(instruction, str(target))
            return
        siblings, old = found
        before = _said([old])
        siblings[siblings.index(old)] = replace(node, mark=old.mark)
        self.made.append(
            Amendment(Verb.CHANGE, str(target), before, node.text, old.line, node.line)
        )

    def _delete(self, target: Target, instruction: Instruction) -> None:
        article = self._article(target.article)
        if article is not None and not (target.ayat or target.letter or target.number):
            self.articles.remove(article)
            before = _said(article.nodes)
            line = instruction.line
            self.made.append(Amendment(Verb.DELETE, str(target), before, "", article.line, line))
            return
        found = _named(article, target) if article is not None else None
        if found is None:
            self._miss(instruction, str(target))
            return
        siblings, old = found
        siblings.remove(old)
        self.made.append(
            Amendment(Verb.DELETE, str(target), _said([old]), "", old.line, instruction.line)
        )

    def _article(self, label: str) -> Article | None:
        return next((article for article in self.articles if article.label == label), None)

    def _miss(self, instruction: Instruction, place: str) -> None:
        self.made.append(
            Amendment(instruction.verb, place, "", "", None, instruction.line, is_applied=False)
        )


def _lists(article: Article) -> Iterator[list[Node]]:
    """Walk the lists of an article, its own first."""
    yield article.nodes
    for node in article.walk():
        if node.children:
            yield node.children


def _inside(article: Article, target: Target, style: Style) -> Article | None:
    """Return what the ayat of a target holds, as an article; the whole article without one.

    Numbers stand below the letter that the target names.
    """
    names = [Mark(Style.AYAT, target.ayat)] if target.ayat else []
    if target.letter and style in (Style.NUMBER, Style.NUMBER_PAREN):
        names.append(Mark(Style.LETTER, target.letter))
    inside = article
    for name in names:
        found = next((node for node in inside.walk() if node.mark == name), None)
        if found is None:
            return None
        inside = Article(article.label, article.line, article.headings, found.children)
    return inside


def _list_for(article: Article, target: Target, mark: Mark) -> list[Node] | None:
    """Return the list of an article into which an item of a style goes."""
    if mark.style is Style.AYAT:
        return article.nodes
    inside = _inside(article, target, mark.style)
    for siblings in _lists(inside) if inside else ():
        if any(node.mark and node.mark.style is mark.style for node in siblings):
            return siblings
    return inside.nodes if inside else None


def _named(article: Article, target: Target) -> tuple[list[Node], Node] | None:
    """Return the item that a target names, and the list that holds it."""
    if target.letter or target.number:
        style, label = (
            (Style.NUMBER, target.number) if target.number else (Style.LETTER, target.letter)
        )
    else:
        style, label = Style.AYAT, target.ayat
        target = replace(target, ayat="")
    inside = _inside(article, target, style)
    for siblings in _lists(inside) if inside else ():
        for node in siblings:
            if node.mark == Mark(style, label):
                return siblings, node
    return None


def _seat(siblings: Sequence[Node], mark: Mark) -> int:
    """Return where a new item stands in a list: behind the last that comes before it."""
    order = (mark.rank, mark.added)
    for at in range(len(siblings) - 1, -1, -1):
        other = siblings[at].mark
        if other and other.style is mark.style and (other.rank, other.added) < order:
            return at + 1
    return len(siblings)


def _order(label: str) -> tuple[int, str]:
    digits = label.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    return (int(digits) if digits.isdecimal() else 0, label[len(digits) :])


def _place(target: Target, mark: Mark) -> str:
    ayat = f"ayat ({target.ayat})" if target.ayat and mark.style is not Style.AYAT else ""
    is_number = mark.style in (Style.NUMBER, Style.NUMBER_PAREN)
    letter = f"huruf {target.letter}" if target.letter and is_number else ""
    return " ".join(part for part in (f"Pasal {target.article}", ayat, letter, str(mark)) if part)


def _said(nodes: Sequence[Node]) -> str:
    """Return the words of nodes and of everything below them."""
    return " ".join(
        " ".join(part for part in (_mark(inner), inner.text) if part)
        for node in nodes
        for inner in node.walk()
    )


def _mark(node: Node) -> str:
    match node.mark:
        case None:
            return ""
        case Mark(style=Style.AYAT, label=label):
            return f"({label})"
        case Mark(style=Style.LETTER_PAREN | Style.NUMBER_PAREN, label=label):
            return f"{label})"
        case Mark(label=label):
            return f"{label}."
