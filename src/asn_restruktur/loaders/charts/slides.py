"""What do the charts on these slides say?"""

import re
from collections.abc import Iterator
from posixpath import join, normpath

from asn_restruktur.loaders.charts.chart import Box, Line, Page
from asn_restruktur.loaders.charts.shapes import Shape, shapes_of
from asn_restruktur.loaders.charts.smartart import smart_art
from asn_restruktur.loaders.charts.tables import chart_reading
from asn_restruktur.loaders.charts.xmltree import Element, read_xml
from asn_restruktur.loaders.problems import refusal
from asn_restruktur.loaders.sheets.archive import Archive, BrokenPartError
from asn_restruktur.loaders.understood import FileReading, InputForm
from asn_restruktur.vocabulary import Place

_SHOW = "ppt/presentation.xml"
_NUMBER = re.compile(r"(\d+)\.xml$")


def read_slides(content: bytes, file: str) -> FileReading:
    """Read the shapes and connectors, and the SmartArt, of every slide.

    Args:
        content: bytes of a pptx file.
        file: path as typed, in POSIX form.

    Returns:
        The chart's tables; a slide is cited by its number and title. Pictures, tables and notes
        are not read.

    Raises:
        UnusableInput: the file is damaged or built to harm, or no slide holds a chart.
    """
    deck = _Deck(Archive(content, file), file)
    pages = []
    for number, name in enumerate(deck.slides(), start=1):
        slide = deck.part(name)
        related = deck.related(name)
        shapes = list(shapes_of(slide))
        title = next((shape.text for shape in shapes if shape.is_title and shape.lines), "")
        place = Place(file=file, sheet=f"{number}. {title}" if title else str(number))
        drawn = [deck.part(related[one]) for one in _diagrams(slide) if one in related]
        pages.append(_page(place, title, shapes, drawn))
    return chart_reading(pages, file, InputForm.SLIDES)


class _Deck:
    """The parts of a presentation."""

    def __init__(self, archive: Archive, file: str) -> None:
        self._archive = archive
        self._file = file
        self._names = frozenset(archive.names)

    def slides(self) -> list[str]:
        """Return the parts of the slides in the order in which they are shown."""
        related = self.related(_SHOW)
        shown = self.part(_SHOW).find("sldIdLst")
        wanted = [slide.get(":id") for slide in shown.children] if shown else []
        found = [related[one] for one in wanted if one in related]
        names = [name for name in self._names if name.startswith("ppt/slides/slide")]
        return found or sorted(names, key=lambda name: (_slide_number(name), name))

    def part(self, name: str) -> Element:
        """Read the XML of a part."""
        try:
            content = self._archive.read(name)
        except BrokenPartError:
            raise refusal("chart_damaged", self._file, part=name) from None
        return read_xml(content, self._file, name)

    def related(self, name: str) -> dict[str, str]:
        """Return the parts that a part refers to, by the id of the relation."""
        folder, _, own = name.rpartition("/")
        relations = f"{folder}/_rels/{own}.rels"
        if relations not in self._names:
            return {}
        found = {}
        for relation in self.part(relations).children:
            target = relation.get("Target")
            path = normpath(target[1:] if target.startswith("/") else join(folder, target))
            if relation.get("TargetMode") != "External" and path in self._names:
                found[relation.get("Id")] = path
        return found


def _slide_number(name: str) -> int:
    found = _NUMBER.search(name)
    return int(found[1][:9]) if found else 0


def _diagrams(slide: Element) -> Iterator[str]:
    """Walk the relations to the data of SmartArt."""
    for element in slide.walk():
        if element.name == "relIds" and element.get("dm"):
            yield element.get("dm")


def _page(place: Place, title: str, shapes: list[Shape], diagrams: list[Element]) -> Page:
    boxes: list[Box] = []
    lines: list[Line] = []
    for shape in shapes:
        if shape.is_title or shape.is_furniture:
            continue
        if shape.is_line:
            lines.append(
                Line(
                    key=shape.key,
                    ends=shape.ends,
                    place=place,
                    path=shape.path,
                    is_dashed=shape.is_dashed,
                    has_arrow=shape.has_arrow,
                    label=shape.text,
                )
            )
        else:
            boxes.append(
                Box(
                    key=shape.key,
                    lines=shape.lines,
                    place=place,
                    frame=shape.frame,
                    inside=shape.group,
                    is_text=shape.is_text,
                )
            )
    for number, diagram in enumerate(diagrams, start=1):
        more, joins = smart_art(diagram, place, prefix=f"diagram {number} ")
        boxes += more
        lines += joins
    return Page(place=place, boxes=tuple(boxes), lines=tuple(lines), title=title)
