"""How do the boxes and lines of a chart become tables?"""

from collections.abc import Iterator, Sequence

from asn_restruktur.loaders.charts.chart import Line, Page
from asn_restruktur.loaders.charts.placing import Placed, Placing, place
from asn_restruktur.loaders.charts.told import told
from asn_restruktur.loaders.charts.unitrows import Key, Units, units_of
from asn_restruktur.loaders.placed_rows import PlacedRow, Row, raw_table
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.understood import FileReading, InputForm, LeftOut, Part, Source
from asn_restruktur.organisation.words import plain, word
from asn_restruktur.vocabulary import LinkKind, TableName

_UNIT_ATTRIBUTES = ("kind", "urusan", "territory", "type", "legal_basis")
_LINK_ATTRIBUTES = ("kind", "topic", "lead")


def chart_reading(pages: Sequence[Page], file: str, form: InputForm) -> FileReading:
    """Take over the units, posts, holders and working relations of a chart.

    Args:
        pages: as the form was read.
        file: path as typed, in POSIX form.
        form: which form it is.

    Returns:
        The tables units, positions, employees and links; each row cites its page, or its line.
        What could not be placed is told.

    Raises:
        UnusableInput: no page holds a box that could be a unit.
    """
    placings = [place(page) for page in pages]
    units = units_of(placings)
    if not units.first:
        raise refusal("no_chart", file)
    rows: dict[TableName, list[PlacedRow]] = {
        TableName.UNITS: list(_unit_rows(units)),
        TableName.POSITIONS: list(_position_rows(placings, units)),
        TableName.EMPLOYEES: list(_employee_rows(placings, units)),
        TableName.LINKS: list(_link_rows(placings, units)),
    }
    tables = tuple(raw_table(name, found) for name, found in rows.items() if found)
    return FileReading(
        source=Source(file=file, form=form, parts=tuple(map(_part, placings))),
        tables=tables,
        findings=tuple(told(placings, units)),
    )


def _unit_rows(units: Units) -> Iterator[PlacedRow]:
    for unit, placed in units.first.items():
        parent = units.parent[unit]
        own = placed.box.attributes if "unit_id" in placed.box.attributes else {}
        row: Row = {
            "unit_id": units.ids[unit],
            "name": placed.label.unit,
            "parent_id": units.refs[parent] if parent else None,
        }
        yield row | {name: own[name] for name in _UNIT_ATTRIBUTES if name in own}, placed.box.place


def _position_rows(placings: Sequence[Placing], units: Units) -> Iterator[PlacedRow]:
    """Walk the heads that boxes name, and the posts that are boxes of their own."""
    seen: set[tuple[str, str]] = set()
    for number, placed in _walk(placings):
        label = placed.label
        unit = _unit(number, placed, units)
        title = label.text if placed.is_post else (label.post.title if label.post else "")
        if unit is None or not title or (units.refs[unit], plain(title)) in seen:
            continue
        seen.add((units.refs[unit], plain(title)))
        row: Row = {"unit_id": units.refs[unit], "title": title, "is_head": not placed.is_post}
        yield row | dict(label.values), placed.box.place


def _employee_rows(placings: Sequence[Placing], units: Units) -> Iterator[PlacedRow]:
    for number, placed in _walk(placings):
        label = placed.label
        unit = _unit(number, placed, units)
        if unit is None or not (label.person or label.nip):
            continue
        post = label.text if placed.is_post else (label.post.title if label.post else None)
        row: Row = {
            "nip": label.nip or None,
            "name": label.person or None,
            "golongan": label.golongan or None,
            "unit_id": units.refs[unit],
        }
        yield row | ({"position_id": post} if post else {}), placed.box.place


def _link_rows(placings: Sequence[Placing], units: Units) -> Iterator[PlacedRow]:
    for number, placing in enumerate(placings):
        for link in placing.links:
            ends = [units.unit_of.get((number, key)) for key in (link.first, link.second)]
            if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
                continue
            row: Row = {"from_unit": units.refs[ends[0]], "to_unit": units.refs[ends[1]]}
            yield row | _relation(link.line), link.line.place


def _relation(line: Line) -> Row:
    """Return kind and topic of a link: stated, else as its label says them (`data: gizi`)."""
    if line.attributes:
        return {name: line.attributes.get(name) for name in _LINK_ATTRIBUTES}
    before, colon, after = line.label.partition(":")
    if colon and (kind := word(before, LinkKind)):
        return {"kind": kind, "topic": after.strip() or None}
    kind = word(line.label, LinkKind) or LinkKind.COORDINATION
    is_kind_alone = len(plain(line.label).split()) <= 1 and word(line.label, LinkKind)
    return {"kind": str(kind), "topic": None if is_kind_alone else line.label or None}


def _walk(placings: Sequence[Placing]) -> Iterator[tuple[int, Placed]]:
    for number, placing in enumerate(placings):
        for placed in placing.placed:
            yield number, placed


def _unit(number: int, placed: Placed, units: Units) -> Key | None:
    """Return the unit that a box is, or to which its post belongs."""
    return units.unit_of.get((number, placed.parent if placed.is_post else placed.box.key))


def _part(placing: Placing) -> Part:
    counts = {
        LeftOut.LOOSE_BOX: len(placing.left) + len(placing.names),
        LeftOut.LOOSE_LINE: len(placing.loose),
        LeftOut.NOT_A_TABLE: int(not placing.placed),
    }
    return Part(
        sheet=placing.page.place.sheet,
        table=TableName.UNITS if placing.placed else "",
        rows=len(placing.placed),
        left_out={reason: count for reason, count in counts.items() if count},
    )
