"""Which parts of a sheet are one table that goes on from page to page?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from asn_restruktur.loaders.understood import LeftOut, Part

MOST_LEFT = 20
"""Rows left out that a table cites by reason."""


def whole_tables(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Join the parts that repeat a heading on a further page with the table they go on.

    Args:
        parts: of one file, in its order.

    Returns:
        Parts in their order; of a joined one, counts and rows left out are those of all pages, and
        a hierarchy that is not the same on every page is "".
    """
    whole: list[Part] = []
    for part in parts:
        if whole and part.is_continued and _is_same(whole[-1], part):
            whole[-1] = _joined(whole[-1], part)
        else:
            whole.append(part)
    return tuple(whole)


def _is_same(table: Part, page: Part) -> bool:
    def read(part: Part) -> list[tuple[str, str]]:
        return [(column.at, column.field) for column in part.columns if column.field]

    return (table.sheet, table.table, read(table)) == (page.sheet, page.table, read(page))


def _joined(table: Part, page: Part) -> Part:
    reasons = dict.fromkeys([*table.left_out, *page.left_out])
    counts: Counter[LeftOut] = Counter(table.left_out) + Counter(page.left_out)
    return replace(
        table,
        hierarchy=table.hierarchy if table.hierarchy == page.hierarchy else "",
        body=(table.body[0], page.body[1]),
        read=table.read + page.read,
        kept=table.kept + page.kept,
        rows=table.rows + page.rows,
        left_out={reason: counts[reason] for reason in reasons},
        left_rows={
            reason: (*table.left_rows.get(reason, ()), *page.left_rows.get(reason, ()))[:MOST_LEFT]
            for reason in reasons
        },
        sample=(*table.sample, *page.sample)[: max(len(table.sample), len(page.sample))],
    )
