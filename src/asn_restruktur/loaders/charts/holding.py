"""Which boxes stand below the one that is drawn round them?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from asn_restruktur.loaders.charts.chart import Box
from asn_restruktur.loaders.charts.labels import Label
from asn_restruktur.organisation.words import plain

_MOST_NESTED = 50


def hold(boxes: Sequence[Box], labels: dict[str, Label], parents: dict[str, str]) -> None:
    """Place boxes that no line places below the box that holds them.

    A holder whose name a box inside it repeats is that box: one on top, or, where no line places
    the holder, one that a line places outside, be it the only one of that name elsewhere. It takes
    its place: the holder then is its own parent, which marks it as no unit.

    Args:
        boxes: of the page.
        labels: what they say, by key; the bare title of a head takes the name of its holder.
        parents: key of the box above each, "" for none; filled in here.
    """
    holders = _holders(boxes, labels)
    stated = {box.key for box in boxes if "unit_id" in box.attributes}
    inside: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for key, parent in parents.items():
        below.setdefault(parent, []).append(key)
        if holders[key]:
            inside.setdefault(holders[key][0], []).append(key)
    for holder in sorted(inside, key=lambda key: len(holders[key])):
        held = [key for key in inside[holder] if not parents[key]]
        twins = [key for key in inside[holder] if _is_twin(labels[key], labels[holder])]
        own = {holder, *held}
        alike = twins or ([] if holder in stated else _namesakes(holder, labels))
        outside = [key for key in alike if not parents[holder] and not _is_below(key, own, parents)]
        twin = next((key for key in twins if key in held), next(iter(outside), ""))
        if twin:
            post = labels[twin].post
            if post and post.is_bare:
                named = replace(post, unit=labels[holder].unit)
                labels[twin] = replace(labels[twin], post=named)
            parents |= dict.fromkeys(below.get(holder, ()), twin)
            parents[twin], parents[holder] = parents[twin] or parents[holder], holder
        parents |= {key: twin or holder for key in held if key != twin}


def _namesakes(holder: str, labels: Mapping[str, Label]) -> list[str]:
    """Return the one box elsewhere that has the name of a holder; nothing where there are more."""
    name = plain(labels[holder].unit)
    others = [key for key, label in labels.items() if key != holder and plain(label.unit) == name]
    return others if len(others) == 1 else []


def _is_below(key: str, tops: set[str], parents: Mapping[str, str]) -> bool:
    """Tell whether a box is one of others or stands below one of them."""
    seen: set[str] = set()
    while key and key not in seen:
        if key in tops:
            return True
        seen.add(key)
        key = parents.get(key, "")
    return False


def _holders(boxes: Sequence[Box], labels: Mapping[str, Label]) -> dict[str, tuple[str, ...]]:
    """Return the boxes with a text that hold each box, from the innermost outwards."""
    by_key = {box.key: box for box in boxes}
    found: dict[str, tuple[str, ...]] = {}
    for key in labels:
        around: list[str] = []
        box = by_key.get(by_key[key].inside)
        while box and len(around) < _MOST_NESTED:
            around.append(box.key)
            box = by_key.get(box.inside)
        found[key] = tuple(one for one in around if one in labels)
    return found


def _is_twin(inner: Label, holder: Label) -> bool:
    if plain(inner.unit) == plain(holder.unit):
        return True
    return bool(inner.post and inner.post.is_bare and inner.kind and inner.kind is holder.kind)
