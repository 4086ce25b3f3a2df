"""Which unit does each box mean, over all pages of a file, and by what is it referred to?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asn_restruktur.loaders.charts.placing import Placed, Placing
from asn_restruktur.organisation.words import plain, slug

Key = tuple[int, str]
"""A box: number of its page, and its key there."""


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a file.

    Args:
        first: the box that stands for each unit, in the order of the file.
        unit_of: that box, for every box that means a unit.
        parent: the unit above each, as such a box; None on top.
        ids: the id of each unit that has one; of the others None.
        refs: by what other rows name each unit: its id, else its name.
        repeated: by page, boxes that say once more what stands there below the same unit.
    """

    first: Mapping[Key, Placed]
    unit_of: Mapping[Key, Key]
    parent: Mapping[Key, Key | None]
    ids: Mapping[Key, str | None]
    refs: Mapping[Key, str]
    repeated: Mapping[int, Sequence[Placed]]


def units_of(placings: Sequence[Placing]) -> Units:
    """Make one unit of the boxes that mean the same one.

    Boxes with the same `unit_id` do; so do those with the same name below the same unit, and a box
    on top of one page with the only box of its name on others: the page goes on there. A unit
    whose name another one has too, and to which something refers, gets an id: the slugs of its
    parent and name.

    Args:
        placings: the pages, in order.

    Returns:
        The units; a page goes on wherever another one left off.
    """
    boxes: dict[Key, Placed] = {
        (number, placed.box.key): placed
        for number, placing in enumerate(placings)
        for placed in placing.placed
        if not placed.is_post
    }
    unit_of = _same(boxes)
    above: dict[Key, Key | None] = {}
    for key, placed in boxes.items():
        parent = unit_of.get((key[0], placed.parent)) if placed.parent else None
        above[unit_of[key]] = above.get(unit_of[key]) or parent
    repeated = _merge_siblings(boxes, unit_of, above)
    first: dict[Key, Placed] = {}
    parents: dict[Key, Key | None] = {}
    for key in boxes:
        unit = unit_of[key]
        if unit not in first:
            first[unit] = boxes[unit]
            parent = above.get(unit)
            parents[unit] = unit_of[parent] if parent else None
    ids = _ids(first, parents, _referred(placings, unit_of, parents))
    refs = {unit: ids[unit] or first[unit].label.unit for unit in first}
    return Units(first, unit_of, parents, ids, refs, repeated)


def _same(boxes: Mapping[Key, Placed]) -> dict[Key, Key]:
    """Find the boxes of one id, and the pages that go on where others left off."""
    unit_of: dict[Key, Key] = {}
    by_id: dict[str, Key] = {}
    below: dict[str, list[Key]] = {}
    roots: dict[str, Key] = {}
    for key, placed in boxes.items():
        own = placed.box.attributes.get("unit_id", "")
        if own:
            unit_of[key] = by_id.setdefault(own, key)
            continue
        unit_of[key] = key
        if placed.parent:
            below.setdefault(plain(placed.label.unit), []).append(key)
    for key, placed in boxes.items():
        if placed.parent or "unit_id" in placed.box.attributes:
            continue
        name = plain(placed.label.unit)
        others = [other for other in below.get(name, ()) if other[0] != key[0]]
        if len(below.get(name, ())) == 1 and others:
            unit_of[key] = others[0]
        elif (root := roots.setdefault(name, key))[0] != key[0]:
            unit_of[key] = root
    return unit_of


def _merge_siblings(
    boxes: Mapping[Key, Placed], unit_of: dict[Key, Key], above: Mapping[Key, Key | None]
) -> dict[int, list[Placed]]:
    """Make one unit of boxes with the same name below the same unit."""
    repeated: dict[int, list[Placed]] = {}
    seen: dict[tuple[str, Key | None], Key] = {}
    for key, placed in boxes.items():
        unit = unit_of[key]
        if unit != key or "unit_id" in placed.box.attributes:
            continue
        parent = above.get(unit)
        same = seen.setdefault(
            (plain(placed.label.unit), unit_of[parent] if parent else None), unit
        )
        if same != unit:
            unit_of[key] = same
            if same[0] == key[0]:
                repeated.setdefault(key[0], []).append(placed)
    for key, unit in unit_of.items():
        unit_of[key] = unit_of[unit]
    return repeated


def _referred(
    placings: Sequence[Placing], unit_of: Mapping[Key, Key], parents: Mapping[Key, Key | None]
) -> set[Key]:
    """Return the units that another row names."""
    found = {parent for parent in parents.values() if parent}
    for number, placing in enumerate(placings):
        keys = [key for link in placing.links for key in (link.first, link.second)]
        keys += [placed.parent for placed in placing.placed if placed.is_post]
        keys += [
            placed.box.key
            for placed in placing.placed
            if placed.label.post or placed.label.person or placed.label.nip
        ]
        found |= {unit_of[number, key] for key in keys if (number, key) in unit_of}
    return found


def _ids(
    first: Mapping[Key, Placed], parents: Mapping[Key, Key | None], referred: set[Key]
) -> dict[Key, str | None]:
    names = Counter(plain(placed.label.unit) for placed in first.values())
    taken = {placed.box.attributes.get("unit_id", "") for placed in first.values()}
    ids: dict[Key, str | None] = {}
    for unit, placed in first.items():
        name = placed.label.unit
        own = placed.box.attributes.get("unit_id")
        if own or unit not in referred or names[plain(name)] == 1:
            ids[unit] = own or None
            continue
        parent = parents[unit]
        above = first[parent] if parent else None
        before = [above.box.attributes.get("unit_id") or slug(above.label.unit)] if above else []
        chosen, number = ".".join([*before, slug(name)]), 1
        wanted = chosen
        while chosen in taken:
            number += 1
            chosen = f"{wanted}-{number}"
        taken.add(chosen)
        ids[unit] = chosen
    return ids
