"""Which box of a page stands below which, and what could not be placed?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from asn_restruktur.loaders.charts.chart import Box, Line, Page
from asn_restruktur.loaders.charts.direction import Command, commands
from asn_restruktur.loaders.charts.holding import hold
from asn_restruktur.loaders.charts.labels import Label, read_label
from asn_restruktur.loaders.charts.nets import Join, joins
from asn_restruktur.loaders.charts.posts import charted, is_legend, is_staff
from asn_restruktur.organisation.words import is_jf_level
from asn_restruktur.vocabulary import UnitKind

_MOST_CAPTIONS = 6


@dataclass(frozen=True, slots=True)
class Placed:
    """A box that means a unit or a post.

    Args:
        box: the box.
        label: what it says.
        parent: key of the box above it on its page, or "".
        is_post: whether it is a post of the unit above, not a unit.
    """

    box: Box
    label: Label
    parent: str
    is_post: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """A page as understood.

    Args:
        page: the page.
        placed: boxes taken over, in the order of the file.
        links: dashed joins between boxes that were taken over.
        second: commands that give a box a second box above it; not followed.
        hung: boxes placed by their dashed line alone.
        alone: boxes without a line that are read as top units.
        left: boxes without a line that were left out.
        names: boxes that hold nothing but the name of a person; they were left out.
        loose: lines that join nothing.
    """

    page: Page
    placed: tuple[Placed, ...]
    links: tuple[Join, ...]
    second: tuple[Command, ...] = ()
    hung: tuple[Box, ...] = ()
    alone: tuple[Box, ...] = ()
    left: tuple[Box, ...] = ()
    names: tuple[Box, ...] = ()
    loose: tuple[Line, ...] = ()


def place(page: Page) -> Placing:
    """Find what stands above each box: by lines of command, else by the box that holds it.

    Args:
        page: as its form was read.

    Returns:
        The page as understood; nothing is lost: each box and line is placed or told.
    """
    legend = _legend(page)
    page = replace(page, boxes=tuple(box for box in page.boxes if box.key not in legend))
    joined, loose = joins(page)
    boxes = _captioned(page, joined)
    read = {box.key: _label(box) for box in boxes if box.lines or box.attributes.get("unit_id")}
    labels = {
        box.key: read[box.key]
        for box in boxes
        if box.key in read and (read[box.key].text or box.attributes.get("unit_id"))
    }
    names = tuple(
        box
        for box in boxes
        if box.key in read and box.key not in labels and (read[box.key].person or read[box.key].nip)
    )
    kinds = {key: kind for key, label in labels.items() if (kind := label.kind)}
    solid = [join for join in joined if not join.line.is_dashed]
    dashed = [join for join in joined if join.line.is_dashed]
    drawn = commands(page, solid, kinds)
    above, second = _parents(drawn)
    parents = {key: _labelled(key, above, labels) for key in labels}
    hold(boxes, labels, parents)
    hung = _hang(boxes, labels, parents, dashed)
    joined_keys = {end for join in joined for end in (join.first, join.second)}
    holding = set(parents.values())
    lonely = [
        box
        for box in boxes
        if box.key in labels
        and not parents[box.key]
        and box.key not in holding
        and box.key not in joined_keys
    ]
    frames = {box.inside for box in boxes if box.key in labels}
    alone = [box for box in lonely if _is_meant(box, labels[box.key], page, frames)]
    left = {box.key for box in lonely} - {box.key for box in alone}
    titles = _titles(page, boxes, left)
    placed = tuple(
        Placed(
            box,
            _named(labels[box.key], titles) if not parents[box.key] else labels[box.key],
            parents[box.key],
            is_post=bool(parents[box.key])
            and box.key not in holding
            and box.key not in kinds
            and _is_post(box, labels[box.key]),
        )
        for box in boxes
        if box.key in labels and box.key not in left and parents[box.key] != box.key
    )
    return Placing(
        page=page,
        placed=placed,
        links=tuple(one for one in dashed if one.first in labels and one.second in labels),
        second=tuple(second),
        hung=tuple(hung),
        alone=tuple(box for box in alone if "unit_id" not in box.attributes),
        left=tuple(box for box in lonely if box.key in left and charted(box.text) is None),
        names=names,
        loose=tuple(line for line in loose if not set(line.ends) & legend),
    )


def _label(box: Box) -> Label:
    """Read a label; a box that states the columns of its unit names it and nothing else."""
    return Label(text=box.text) if box.attributes.get("unit_id") else read_label(box.lines)


def _legend(page: Page) -> set[str]:
    """Return the boxes of a legend, with what stands inside them."""
    if not page.is_drawn:
        return set()
    found = {
        box.key for box in page.boxes if is_legend(box.text) and "unit_id" not in box.attributes
    }
    for box in page.boxes:
        if box.inside in found:
            found.add(box.key)
    return found


def _captioned(page: Page, joined: Sequence[Join]) -> list[Box]:
    """Let a bare frame that a line reaches say what the texts inside it say."""
    reached = {end for join in joined for end in (join.first, join.second)}
    bare = [box for box in page.boxes if box.key in reached and not box.lines]
    texts = [box for box in page.boxes if box.lines and box.key not in reached]
    taken: set[str] = set()
    captions: dict[str, tuple[str, ...]] = {}
    for frame in sorted(bare, key=lambda box: box.frame.area if box.frame else 0.0):
        inside = [text for text in texts if text.key not in taken and _is_inside(text, frame)]
        if 0 < len(inside) <= _MOST_CAPTIONS:
            inside.sort(key=lambda box: (box.frame.y, box.frame.x) if box.frame else (0.0, 0.0))
            captions[frame.key] = tuple(line for text in inside for line in text.lines)
            taken |= {text.key for text in inside}
    return [
        replace(box, lines=captions.get(box.key, box.lines))
        for box in page.boxes
        if box.key not in taken
    ]


def _is_inside(text: Box, frame: Box) -> bool:
    if text.inside == frame.key:
        return True
    return bool(text.frame and frame.frame and frame.frame.holds(text.frame.middle))


def _parents(drawn: Iterable[Command]) -> tuple[dict[str, str], list[Command]]:
    """Return the box above each, and the commands that name another one."""
    above: dict[str, str] = {}
    second = [
        command
        for command in drawn
        if above.setdefault(command.lower, command.upper) != command.upper
    ]
    return above, second


def _labelled(key: str, above: Mapping[str, str], labels: Mapping[str, Label]) -> str:
    """Climb over boxes without a text, which only let lines branch."""
    seen = {key}
    parent = above.get(key, "")
    while parent and parent not in labels:
        if parent in seen:
            return ""
        seen.add(parent)
        parent = above.get(parent, "")
    return parent


def _hang(
    boxes: Sequence[Box],
    labels: Mapping[str, Label],
    parents: dict[str, str],
    dashed: Sequence[Join],
) -> list[Box]:
    """Place the group of functional posts below the unit to which a dashed line ties it alone.

    Indonesian charts draw it so; it is never a unit on top.
    """
    hung = []
    for box in boxes:
        if box.key not in labels or parents[box.key] or "unit_id" in box.attributes:
            continue
        if labels[box.key].kind is not UnitKind.KELOMPOK_JF:
            continue
        ties = [
            join.second if join.first == box.key else join.first
            for join in dashed
            if box.key in (join.first, join.second)
        ]
        if len(ties) == 1 and ties[0] in labels:
            parents[box.key] = ties[0]
            hung.append(box)
    return hung


def _is_meant(box: Box, label: Label, page: Page, frames: set[str]) -> bool:
    """Tell whether a box without a line is a unit: it says so, and is no title, legend or frame.

    A frame is drawn round boxes that lines place; it only groups them.
    """
    if "unit_id" in box.attributes:
        return True
    if box.key in frames or charted(box.text) is not None or is_legend(box.text):
        return False
    return not page.is_drawn or (label.kind is not None and not box.is_text)


def _titles(page: Page, boxes: Sequence[Box], left: set[str]) -> list[str]:
    """Return what the titles of a page name."""
    texts = [page.title, *(box.text for box in boxes if box.key in left)]
    named = [charted(text) for text in texts if text]
    own = [text for text in (page.title, page.place.sheet) if text]
    return [name for name in (*named, *own) if name]


def _named(label: Label, titles: Sequence[str]) -> Label:
    """Complete the bare title of the head on top (`KEPALA DINAS`) by the title of the page."""
    post = label.post
    if post is None or not post.is_bare:
        return label
    for title in titles:
        named = replace(label, text=title, post=replace(post, unit=title))
        if named.kind is not None and (not post.unit or named.kind is label.kind):
            return replace(named, text=label.text)
    return label


def _is_post(box: Box, label: Label) -> bool:
    """Tell whether a box is the title of a post that heads nothing."""
    if label.post or "unit_id" in box.attributes:
        return False
    return is_jf_level(label.text) or is_staff(label.text)
