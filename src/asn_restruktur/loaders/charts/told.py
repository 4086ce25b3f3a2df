"""What of a chart has no place, and what was placed on a guess?"""

from collections.abc import Iterator, Sequence

from asn_restruktur.findings import Evidence, Finding, Value, params
from asn_restruktur.loaders.cells import MOST_PLACES
from asn_restruktur.loaders.charts.chart import Box
from asn_restruktur.loaders.charts.direction import Command
from asn_restruktur.loaders.charts.labels import may_be_person
from asn_restruktur.loaders.charts.placing import Placing
from asn_restruktur.loaders.charts.unitrows import Units
from asn_restruktur.rules import TWO_PARENTS, UNPLACED
from asn_restruktur.vocabulary import Place

_MOST_TEXTS = 8
_LONGEST_TEXT = 60


def told(placings: Sequence[Placing], units: Units) -> Iterator[Finding]:
    """Tell page by page what was left out, what was guessed, and lines that contradict others.

    Args:
        placings: the pages.
        units: the units that they make together.

    Yields:
        Findings with their places; the texts of boxes are quoted unless they may name a person.
    """
    for number, placing in enumerate(placings):
        place = placing.page.place
        for variant, boxes in (
            ("boxes", placing.left),
            ("alone", placing.alone),
            ("hung", placing.hung),
            ("twice", [one.box for one in units.repeated.get(number, ())]),
        ):
            if boxes:
                yield _about(variant, boxes, place)
        if placing.loose:
            where = list(dict.fromkeys(line.place for line in placing.loose))
            yield _finding("lines", where, sheet=_name(place), count=len(placing.loose))
        if placing.page.unread:
            count = len(placing.page.unread)
            yield _finding("unread", placing.page.unread, sheet=_name(place), count=count)
        unsure = [*placing.names, *(one.box for one in placing.placed if one.label.unsure)]
        if unsure:
            where = list(dict.fromkeys(box.place for box in unsure))
            yield _finding("person", where, sheet=_name(place), count=len(unsure))
        yield from (_two_parents(command, placing) for command in placing.second)


def _about(variant: str, boxes: Sequence[Box], place: Place) -> Finding:
    shown = [box.text for box in boxes if box.lines and not may_be_person(box.text)]
    texts = [text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…" for text in shown]
    where = list(dict.fromkeys(box.place for box in boxes))
    values: dict[str, Value] = {"sheet": _name(place), "count": len(boxes)}
    if texts:
        return _finding(variant, where, **values, texts=tuple(texts[:_MOST_TEXTS]))
    return _finding(f"{variant}_unquoted", where, **values)


def _two_parents(command: Command, placing: Placing) -> Finding:
    """Tell a box below two others; the first line drawn is followed."""
    names = {one.box.key: one.label.unit for one in placing.placed}
    first = next((one.parent for one in placing.placed if one.box.key == command.lower), "")
    return Finding(
        rule=TWO_PARENTS,
        key=f"{TWO_PARENTS.code}.both",
        evidence=(Evidence(place=command.join.line.place),),
        params=params(
            id=names.get(command.lower, ""),
            first=names.get(first, ""),
            second=names.get(command.upper, ""),
        ),
    )


def _finding(variant: str, places: Sequence[Place], **values: Value) -> Finding:
    return Finding(
        rule=UNPLACED,
        key=f"{UNPLACED.code}.{variant}",
        evidence=tuple(Evidence(place=place) for place in places[:MOST_PLACES]),
        params=params(**values),
    )


def _name(place: Place) -> str:
    return place.sheet or place.file.rpartition("/")[2]
