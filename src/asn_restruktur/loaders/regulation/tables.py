"""Which tables do the units, heads and statements of a regulation make?"""

from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.references import Reference
from asn_restruktur.loaders.regulation.statements import Statement
from asn_restruktur.loaders.regulation.told import article_of
from asn_restruktur.loaders.regulation.units import Unit
from asn_restruktur.organisation.model import RawTable
from asn_restruktur.organisation.words import slug
from asn_restruktur.vocabulary import TableName

Row = dict[str, object]


def tables(
    units: Sequence[Unit],
    statements: Sequence[Statement],
    references: Mapping[int, Reference],
    basis: str,
) -> tuple[RawTable, ...]:
    """Make the tables units, positions and functions.

    Args:
        units: in the order in which the text names them.
        statements: in the order of the text; numbered in each unit.
        references: by the identity of the unit.
        basis: the regulation as one cites it; "" where the text does not say it.

    Returns:
        The tables that have a row; a statement cites regulation and article, its place the
        article and, in a PDF, the page.
    """
    order: Counter[str] = Counter()
    unit_rows = [_unit(unit, references, basis) for unit in units]
    position_rows = [_head(unit, references) for unit in units if unit.head is not None]
    function_rows = []
    for statement in statements:
        named = references[id(statement.unit)].named
        order[named] += 1
        function_rows.append(_statement(statement, named, order[named], basis))
    rows = {
        TableName.UNITS: unit_rows,
        TableName.POSITIONS: position_rows,
        TableName.FUNCTIONS: function_rows,
    }
    return tuple(
        RawTable(name=name, frame=pd.DataFrame(found, dtype=object))
        for name, found in rows.items()
        if found
    )


def _unit(unit: Unit, references: Mapping[int, Reference], basis: str) -> Row:
    own = references[id(unit)]
    return {
        "unit_id": own.unit_id,
        "name": own.name,
        "parent_id": references[id(unit.parent)].named if unit.parent else None,
        "legal_basis": basis or None,
        **_place(unit.line, ""),
    }


def _head(unit: Unit, references: Mapping[int, Reference]) -> Row:
    head = unit.head
    if head is None:
        raise ValueError(unit.name)
    superior = head.superior
    above = None
    if superior is not None and superior.head is not None:
        above = _position_id(superior, superior.head.title, references)
    return {
        "position_id": _position_id(unit, head.title, references),
        "unit_id": references[id(unit)].named,
        "title": head.title,
        "reports_to": above,
        "is_head": True,
        **_place(head.line, head.article),
    }


def _statement(statement: Statement, named: str, order: int, basis: str) -> Row:
    regulation = basis.split(" jo. ", maxsplit=1)[0]
    article = statement.article
    if article.endswith(f"paragraf {article.rpartition(' ')[2]}"):
        article = f"{article} baris {statement.line.number}"
    return {
        "unit_id": named,
        "kind": str(statement.kind),
        "order": order,
        "text": statement.text,
        "citation": f"{regulation} {article}".strip(),
        **_place(statement.line, statement.article),
    }


def _position_id(unit: Unit, title: str, references: Mapping[int, Reference]) -> str:
    # "Kepala Bidang X" of "Bidang X" is its kepala; saying the unit twice helps nobody.
    own = title.casefold().replace(unit.name.casefold(), " ")
    return f"{references[id(unit)].stem}.{slug(own) if own.strip() else 'pimpinan'}"


def _place(line: Line, article: str) -> Row:
    return {
        "place_file": line.file,
        "place_sheet": "",
        "place_row": line.number,
        "place_column": 0,
        "place_article": article_of(line, article),
    }
