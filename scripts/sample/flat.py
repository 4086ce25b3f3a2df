"""How is a sample written as flat tables?"""

import csv
import io
from collections.abc import Iterable, Sequence

from asn_restruktur.loaders.tables.forms import STATEMENT_COLUMNS
from sample.source import City

LINK_HEADINGS = ("from_unit", "to_unit", "kind", "topic", "lead")


def statements(city: City) -> bytes:
    """Write a row a statement, its unit beside it, as a spreadsheet in Indonesia exports it."""
    return _csv(
        STATEMENT_COLUMNS,
        (
            (unit.unit_id, unit.name, unit.parent_id, unit.kind, item.statement_id, item.text)
            for unit in city.units
            for item in unit.statements
        ),
    )


def links(city: City) -> bytes:
    """Write the declared working relations."""
    names = ("from", "to", "kind", "topic", "lead")
    rows = (tuple(link.get(name, "") for name in names) for link in city.links)
    return _csv(LINK_HEADINGS, rows)


def planted(city: City) -> bytes:
    """Write which statement carries which key of the list of planted problems."""
    rows = sorted(
        (item.key, unit.unit_id, item.statement_id, item.text)
        for unit in city.units
        for item in unit.statements
        if item.key
    )
    return _csv(("key", "unit_id", "statement_id", "statement"), rows)


def _csv(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
