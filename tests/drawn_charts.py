"""How are the drawn charts of the loaders' tests made? Written as their programs write them."""

import base64
import io
import zlib
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import quote

from pptx import Presentation
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.shapes.shapetree import GroupShapes, SlideShapes
from pptx.util import Inches

from asn_restruktur.loaders.understood import FileReading
from asn_restruktur.vocabulary import TableName
from made_files import packed, parts

BOX = "rounded=0;whiteSpace=wrap;html=1;"
EDGE = "edgeStyle=orthogonalEdgeStyle;rounded=0;html=1;endArrow=none;"
ARROW = "edgeStyle=orthogonalEdgeStyle;rounded=0;html=1;"
DASHED = "html=1;endArrow=none;dashed=1;"
TEXT = "text;html=1;align=center;verticalAlign=middle;"
Point = tuple[float, float]


def vertex(  # what a cell says
    key: str, label: str, at: Point, *, style: str = BOX, parent: str = "1", size: Point = (160, 60)
) -> str:
    return (
        f'<mxCell id="{key}" value="{escape(label)}" style="{style}" vertex="1" parent="{parent}">'
        f'<mxGeometry x="{at[0]}" y="{at[1]}" width="{size[0]}" height="{size[1]}" as="geometry"/>'
        "</mxCell>"
    )


def edge(key: str, source: str, target: str, *, style: str = EDGE, label: str = "") -> str:
    return (
        f'<mxCell id="{key}" value="{escape(label)}" style="{style}" edge="1" parent="1" '
        f'source="{source}" target="{target}"><mxGeometry relative="1" as="geometry"/></mxCell>'
    )


def stroke(key: str, start: Point, end: Point, *, style: str = EDGE) -> str:
    """Draw a line that is fastened to nothing."""
    return (
        f'<mxCell id="{key}" value="" style="{style}" edge="1" parent="1">'
        '<mxGeometry width="50" height="50" relative="1" as="geometry">'
        f'<mxPoint x="{start[0]}" y="{start[1]}" as="sourcePoint"/>'
        f'<mxPoint x="{end[0]}" y="{end[1]}" as="targetPoint"/></mxGeometry></mxCell>'
    )


def model(*cells: str) -> str:
    return (
        '<mxGraphModel dx="1422" dy="794" grid="1" gridSize="10" page="1"><root>'
        f'<mxCell id="0"/><mxCell id="1" parent="0"/>{"".join(cells)}</root></mxGraphModel>'
    )


def deflated(page: str) -> str:
    """Compress a page as draw.io does."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packer.compress(quote(page, safe="~()*!.'").encode()) + packer.flush()
    return base64.b64encode(data).decode()


def mxfile(pages: Mapping[str, str]) -> str:
    diagrams = "".join(
        f'<diagram id="{at}" name="{escape(name)}">{page}</diagram>'
        for at, (name, page) in enumerate(pages.items())
    )
    return f'<mxfile host="app.diagrams.net" version="24.7.8">{diagrams}</mxfile>'


def drawio(*cells: str, name: str = "Halaman-1") -> str:
    return mxfile({name: model(*cells)})


class Deck:
    """A presentation of one slide, to which boxes and connectors are added."""

    def __init__(self, title: str = "") -> None:
        self.show = Presentation()
        self.slide = self.show.slides.add_slide(self.show.slide_layouts[5 if title else 6])
        if title:
            self.slide.shapes.title.text = title

    def box(self, text: str, at: Point, *, inside: GroupShapes | None = None) -> object:
        shapes: SlideShapes | GroupShapes = inside if inside is not None else self.slide.shapes
        shape = shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Inches(at[0]), Inches(at[1]), Inches(2), Inches(0.8)
        )
        shape.text_frame.text = text
        return shape

    def glue(self, first: object, second: object, *, is_dashed: bool = False) -> None:
        line = self.slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, 0, 0, 0, 0)
        line.begin_connect(first, 2)
        line.end_connect(second, 0)
        if is_dashed:
            line.line.dash_style = MSO_LINE.DASH

    def stroke(self, start: Point, end: Point) -> None:
        ends = (Inches(value) for value in (*start, *end))
        self.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)

    def content(self) -> bytes:
        buffer = io.BytesIO()
        self.show.save(buffer)
        return buffer.getvalue()


def smart_art(levels: Sequence[tuple[str, str]]) -> bytes:
    """Make a slide with SmartArt: pairs of a text and the text above it ("" for the top)."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006"
    points = "".join(
        f'<dgm:pt modelId="{{{at}}}"{" type=" + chr(34) + "asst" + chr(34) if at == 3 else ""}>'
        f"<dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p>"
        "</dgm:t></dgm:pt>"
        for at, (text, _) in enumerate(levels, start=1)
    )
    number = {text: at for at, (text, _) in enumerate(levels, start=1)}
    joins = "".join(
        f'<dgm:cxn modelId="{{c{at}}}" srcId="{{{number.get(above, 0)}}}" destId="{{{at}}}" '
        'srcOrd="0" destOrd="0" parTransId="{p}" sibTransId="{s}"/>'
        for at, (_, above) in enumerate(levels, start=1)
    )
    data = (
        f'<dgm:dataModel xmlns:dgm="{drawing}/diagram" xmlns:a="{drawing}/main"><dgm:ptLst>'
        f'<dgm:pt modelId="{{0}}" type="doc"><dgm:prSet/><dgm:t><a:p/></dgm:t></dgm:pt>{points}'
        '<dgm:pt modelId="{p}" type="parTrans"/><dgm:pt modelId="{s}" type="sibTrans"/>'
        '<dgm:pt modelId="{9}" type="pres"><dgm:prSet presAssocID="{1}"/></dgm:pt>'
        f"</dgm:ptLst><dgm:cxnLst>{joins}"
        '<dgm:cxn modelId="{x}" type="presOf" srcId="{1}" destId="{9}"/></dgm:cxnLst>'
        "</dgm:dataModel>"
    )
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="Diagram"/>'
        "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic>"
        f'<a:graphicData uri="{drawing}/diagram"><dgm:relIds xmlns:dgm="{drawing}/diagram" '
        'r:dm="rId90" r:lo="rId91" r:qs="rId92" r:cs="rId93"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
    content = parts(Deck().content())
    slide, relations = "ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels"
    content[slide] = content[slide].replace(b"</p:spTree>", frame.encode() + b"</p:spTree>")
    related = (
        '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/diagramData" Target="../diagrams/data1.xml"/></Relationships>'
    )
    content[relations] = content[relations].replace(b"</Relationships>", related.encode())
    return packed(content | {"ppt/diagrams/data1.xml": data.encode()})


def tree(reading: FileReading) -> dict[str, str]:
    """Return what stands above each unit, by name; ids of units are resolved."""
    (frame,) = [table.frame for table in reading.tables if table.name is TableName.UNITS]
    named = {unit: name for unit, name in zip(frame["unit_id"], frame["name"], strict=True) if unit}
    above = (named.get(parent, parent) or "" for parent in frame["parent_id"])
    return dict(zip(frame["name"], above, strict=True))


def links(reading: FileReading) -> list[tuple[str, str, str, str | None]]:
    """Return the working relations: from, to, kind, topic."""
    frames = [table.frame for table in reading.tables if table.name is TableName.LINKS]
    columns = ["from_unit", "to_unit", "kind", "topic"]
    return [row for frame in frames for row in frame[columns].itertuples(index=False, name=None)]


def rows(reading: FileReading, name: TableName) -> list[dict[str, object]]:
    """Return the rows of a table, places and absent values left out."""
    frames = [table.frame for table in reading.tables if table.name is name]
    return [
        {
            key: value
            for key, value in row.items()
            if not str(key).startswith("place_") and value is not None
        }
        for frame in frames
        for row in frame.to_dict("records")
    ]


def told(reading: FileReading) -> list[str]:
    """Return the keys of the findings."""
    return [finding.key for finding in reading.findings]
