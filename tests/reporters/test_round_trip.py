"""What a form carries comes back as it was."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given

from asn_restruktur import pipeline
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.reporters.dot import dot
from asn_restruktur.reporters.drawio import drawio
from asn_restruktur.reporters.foreign_text import visible
from asn_restruktur.reporters.graphml import graphml
from asn_restruktur.reporters.mermaid import mermaid
from asn_restruktur.reporters.messages.catalogue import catalogue
from asn_restruktur.reporters.orgfile_yaml import org_file
from asn_restruktur.vocabulary import Language, TableName
from strategies import examples, organisations

UNITS = ("unit_id", "kind", "parent_id", "urusan", "territory", "type", "legal_basis")
POSITIONS = (
    "position_id", "unit_id", "title", "kind", "level", "eselon", "class", "reports_to",
    "need", "filled", "capacity",
)  # fmt: skip
FUNCTIONS = ("statement_id", "unit_id", "position_id", "kind", "text", "citation")
LINKS = ("from_unit", "to_unit", "kind", "topic", "lead")

Table = list[tuple[str, ...]]


def table(city: Organisation, name: TableName, columns: Sequence[str]) -> Table:
    frame = city.table(name)[list(columns)].astype("string").fillna("")
    return sorted(frame.itertuples(index=False, name=None))


def names(city: Organisation) -> Table:
    units = city.units
    shown = zip(units["unit_id"], units["name"], strict=True)
    return sorted((unit, visible(name)) for unit, name in shown)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def again(folder: Path, name: str, content: bytes) -> Organisation:
    (folder / name).write_bytes(content)
    return pipeline.load(pipeline.read([folder / name]))


@examples(15)
@given(organisations())
def test_graphml_carries_units_posts_statements_and_links(folder: Path, city: Organisation) -> None:
    back = again(folder, "org.graphml", graphml(city))
    for name, columns in (
        (TableName.UNITS, ("name", *UNITS)),
        (TableName.POSITIONS, (*POSITIONS, "is_head")),
        (TableName.FUNCTIONS, (*FUNCTIONS, "order")),
        (TableName.LINKS, LINKS),
    ):
        assert table(back, name, columns) == table(city, name, columns)
    assert back.findings == ()


@examples(15)
@given(organisations())
def test_an_org_file_carries_units_posts_statements_and_links(
    folder: Path, city: Organisation
) -> None:
    back = again(folder, "org.yaml", org_file(city))
    for name, columns in (
        (TableName.UNITS, ("name", *UNITS)),
        (TableName.POSITIONS, (*POSITIONS, "is_head")),
        (TableName.FUNCTIONS, FUNCTIONS),
        (TableName.LINKS, LINKS),
    ):
        assert table(back, name, columns) == table(city, name, columns)
    assert back.findings == ()


@examples(15)
@given(organisations())
def test_a_drawing_carries_units_and_links(folder: Path, city: Organisation) -> None:
    back = again(folder, "org.drawio", drawio(city, catalogue(Language.ID)))
    assert table(back, TableName.UNITS, UNITS) == table(city, TableName.UNITS, UNITS)
    assert names(back) == names(city)
    assert table(back, TableName.LINKS, LINKS) == table(city, TableName.LINKS, LINKS)
    assert back.findings == ()


@examples(15)
@given(organisations())
def test_dot_carries_units_and_links(folder: Path, city: Organisation) -> None:
    back = again(folder, "org.dot", dot(city, catalogue(Language.EN)))
    assert table(back, TableName.UNITS, UNITS) == table(city, TableName.UNITS, UNITS)
    assert names(back) == names(city)
    assert table(back, TableName.LINKS, LINKS) == table(city, TableName.LINKS, LINKS)
    assert back.findings == ()


@pytest.mark.parametrize("lang", Language)
@examples(15)
@given(city=organisations())
def test_mermaid_carries_units_and_what_links_are_about(
    folder: Path, lang: Language, city: Organisation
) -> None:
    back = again(folder, "org.mermaid", mermaid(city, catalogue(lang)))
    assert table(back, TableName.UNITS, UNITS) == table(city, TableName.UNITS, UNITS)
    assert names(back) == names(city)
    ends = ("from_unit", "to_unit", "kind")
    assert table(back, TableName.LINKS, ends) == table(city, TableName.LINKS, ends)
    topics = sorted(map(visible, city.links["topic"]))
    assert sorted(back.links["topic"]) == topics
    assert back.findings == ()
