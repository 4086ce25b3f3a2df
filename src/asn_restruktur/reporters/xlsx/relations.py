"""Who overlaps with whom, who does which part of a service, and who should work together?"""

from itertools import pairwise

from xlsxwriter.worksheet import Worksheet

from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.xlsx.book import PLANNER, Book, Cell, Column, Kind, Link
from asn_restruktur.reporters.xlsx.index import Index

_ONLY_OVERLAP, _ONE_DOUBLE, _MORE_DOUBLE, _NO_PAIR = 2, 4, 5, 0
_KEY_ROW, _FIRST = 2, 4
_NARROW, _CLUSTER_WIDTH, _KEY_STEP = 4.5, 44, 6
_MOST_LINES = 8


def matrix(book: Book, index: Index) -> bool:
    """Draw the triangle: names on the diagonal, a number for each two that overlap.

    The colour tells the worst kind of pair; units stand in the order of their clusters.
    """
    report = index.report
    found = {
        frozenset((a, b)): (int(shared), int(doubles))
        for a, b, shared, doubles in report.tables["unit_pairs"][
            ["unit_a", "unit_b", "pairs", "duplications"]
        ].itertuples(index=False, name=None)
        if a != b
    }
    touched = {unit for two in found for unit in two}
    order = [
        (unit, int(cluster), label)
        for unit, cluster, label in report.tables["unit_order"][
            ["unit_id", "cluster", "label"]
        ].itertuples(index=False, name=None)
        if unit in touched
    ]
    if not found:
        return False
    sheet = book.sheet("matrix")
    book.title(sheet, book.say("sheet.matrix.title"), book.say("sheet.matrix.lead"))
    sheet.set_column(0, 0, _CLUSTER_WIDTH)
    sheet.set_column(1, max(len(order) + 6, 4 * _KEY_STEP), _NARROW)
    _key(book, sheet)
    strongest = _strongest(index)
    began = {at for at, ((_, a, _), (_, b, _)) in enumerate(pairwise(order), 1) if a != b} | {0}
    for at, (unit, cluster, label) in enumerate(order):
        row = _FIRST + at
        if at in began and cluster:
            book.put(sheet, row, 0, one_line(label), "cluster")
        for before, (other, its_cluster, _) in enumerate(order[:at]):
            pairs, doubles = found.get(frozenset((unit, other)), (0, 0))
            if pairs:
                style = f"heat{_strength(doubles)}"
                target = strongest.get(frozenset((unit, other)))
                if target is not None:
                    book.link(sheet, row, before + 1, Link(str(pairs), "pairs", target), style)
                sheet.write_number(row, before + 1, pairs, book.format(style))
            elif cluster and cluster == its_cluster:
                sheet.write_blank(row, before + 1, None, book.format(f"heat{_NO_PAIR}"))
        book.put(sheet, row, at + 1, one_line(index.shorts[unit]), "unit")
    sheet.freeze_panes(_FIRST, 1)
    return True


def services(book: Book, index: Index) -> bool:
    """Write who does which part of each service, and who leads it."""
    columns = (
        Column("service", 30),
        Column("fragmented", 12),
        Column("lead", 24),
        Column("top_units", 24),
        Column("parts", 60),
        *PLANNER,
    )
    rows: list[list[Cell]] = []
    topics = index.report.tables["topics"]
    names = ["topic", "statement_ids", "units", "is_fragmented", "lead_unit"]
    for topic, said, units, is_fragmented, lead in topics[names].itertuples(index=False, name=None):
        listed = [unit for unit in str(units).split(";") if unit]
        rows.append(
            [
                str(topic),
                book.say("yes" if is_fragmented else "no"),
                index.names.get(str(lead), str(lead)) or book.say("no_lead"),
                index.tops_named(listed),
                _parts(book, index, str(said)),
            ]
        )
    return book.table("services", columns, rows)


def coordination(book: Book, index: Index) -> bool:
    """Write every working relation that is needed and not written down."""
    columns = (
        Column("service", 28),
        Column("gap", 34),
        Column("from_unit", 28),
        Column("to_unit", 28),
        Column("top_units", 24),
        Column("why", 36),
        Column("score", 10, Kind.SCORE),
        *PLANNER,
    )
    table = index.report.tables["coordination"]
    gaps = table[table["is_gap"].astype(bool)]
    names = ["topic", "kind", "from_unit", "to_unit", "units", "reason", "score"]
    rows: list[list[Cell]] = []
    for topic, kind, start, end, units, reason, score in gaps[names].itertuples(
        index=False, name=None
    ):
        key = f"words.coordination_reason.{reason}"
        rows.append(
            [
                str(topic),
                book.words.word(f"coordination_kind.{kind}"),
                index.names.get(str(start), str(start)),
                index.names.get(str(end), str(end)),
                index.tops_named(unit for unit in str(units).split(";") if unit),
                book.words.say(key) if reason else "",
                float(score),
            ]
        )
    return book.table("coordination", columns, rows)


def _parts(book: Book, index: Index, said: str) -> str:
    """Write the statements of a service, each after its unit."""
    listed = [one for one in said.split(";") if one]
    lines = [
        f"{index.names.get(index.unit_of.get(one, ''), one)}: {one_line(index.texts.get(one, ''))}"
        for one in listed[:_MOST_LINES]
    ]
    if len(listed) > _MOST_LINES:
        lines.append(book.say("more", (("count", len(listed) - _MOST_LINES),)))
    return "\n".join(lines)


def _strength(doubles: int) -> int:
    """Tell the colour of a cell: only overlapping, one duplicated duty, or more."""
    return _ONLY_OVERLAP if not doubles else _ONE_DOUBLE if doubles == 1 else _MORE_DOUBLE


def _strongest(index: Index) -> dict[frozenset[str], int]:
    """Find the row of the strongest pair of each two perangkat daerah."""
    rows: dict[frozenset[str], int] = {}
    for finding in index.pairs:
        tops = frozenset(index.tops[unit] for unit in index.units_of(finding))
        rows.setdefault(tops, index.pair_rows[finding.fingerprint])
    return rows


def _key(book: Book, sheet: Worksheet) -> None:
    """Explain the colours above the triangle."""
    strengths = (_ONLY_OVERLAP, _ONE_DOUBLE, _MORE_DOUBLE, _NO_PAIR)
    for number, strength in enumerate(strengths):
        at = 1 + number * _KEY_STEP
        sheet.write_blank(_KEY_ROW, at, None, book.format(f"heat{strength}"))
        book.put(sheet, _KEY_ROW, at + 1, book.say(f"key.{strength}"), "unit")
