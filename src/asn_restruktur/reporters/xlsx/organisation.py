"""How is the organisation built, and what do its statements say?"""

from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.xlsx.book import Book, Cell, Column, Kind
from asn_restruktur.reporters.xlsx.index import Index
from asn_restruktur.vocabulary import TableName

_INDENT = "   "


def structure(book: Book, index: Index) -> bool:
    """Write one row a unit, indented by level, with the figures that say where trouble sits."""
    columns = (
        Column("unit", 52),
        Column("unit_id", 16),
        Column("kind", 22),
        Column("top_unit", 18),
        Column("head", 10),
        Column("span", 13, Kind.COUNT),
        Column("statements", 11, Kind.COUNT),
        Column("positions", 11, Kind.COUNT),
        Column("employees", 11, Kind.COUNT),
        Column("overlaps", 13, Kind.COUNT, ramp="overlaps"),
        Column("found", 11, Kind.COUNT, ramp="findings"),
    )
    report, words = index.report, book.words
    has_head = dict(report.tables["structure"][["unit_id", "has_head"]].to_numpy())
    names = ("span", "statements", "positions", "employees", "overlaps", "findings")
    rows: list[list[Cell]] = []
    for unit, row in report.hierarchy.units.sort_values("enter").iterrows():
        unit_id = str(unit)
        figures = [report.figures.get(f"unit.{name}:{unit_id}") for name in names]
        known = has_head.get(unit_id)
        rows.append(
            [
                f"{_INDENT * int(row['depth'])}{index.names[unit_id]}",
                unit_id,
                words.word(f"unit_kind.{row['kind']}") if row["kind"] else "",
                one_line(index.shorts[str(row["top_id"])]),
                None if known is None else book.say("yes" if known else "no"),
                *(figure.value if figure else None for figure in figures),
            ]
        )
    return book.table("structure", columns, rows)


def statements(book: Book, index: Index) -> bool:
    """Write every statement with its unit and its cell; links of the other sheets lead here."""
    columns = (
        Column("statement_id", 14),
        Column("top_unit", 18),
        Column("unit", 36),
        Column("kind", 12),
        Column("text", 60),
        Column("citation", 30),
        Column("places", 34),
    )
    organisation, words = index.report.organisation, book.words
    functions = organisation.functions
    places = organisation.places(TableName.FUNCTIONS, functions.index, "text")
    names = ["statement_id", "unit_id", "kind", "text", "citation"]
    said = functions[names].itertuples(index=False, name=None)
    rows: list[list[Cell]] = []
    for (one, unit, kind, text, cited), place in zip(said, places, strict=True):
        top = index.tops.get(unit, "")
        rows.append(
            [
                one,
                one_line(index.shorts.get(top, top)),
                index.names.get(unit, unit),
                words.word(f"function_kind.{kind}") if kind else "",
                text,
                cited,
                str(place),
            ]
        )
    return book.table("statements", columns, rows)
