"""What do the titles and names around a table say of all its rows?"""

from collections.abc import Sequence
from dataclasses import replace

from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables import context
from asn_restruktur.loaders.tables.context import Context
from asn_restruktur.loaders.tables.regions import Region


def context_of(sheet: Sheet, region: Region, before: Context, sheets: int) -> Context:
    """Tell what holds for a table: its titles, else what held above, else the sheet's name."""
    titles = [_beside(sheet.rows[index], region.columns) for index in region.titles]
    found = context.titled([*(() if region.titles.start else lines_before(sheet)), *titles])
    if region.is_repeat and not found.path and not found.position:
        return before
    if region.is_repeat and not found.path:
        found = replace(found, path=before.path, source=before.source)
    if found.path:
        return context.below(before, found, region.heading.form.name)
    held = _named(sheet)
    name = sheet.origin.sheet
    has_post = region.heading.columns.keys() & {"position", "position_id"}
    if region.heading.form.name == "workload" and not (found.position or has_post or held.path):
        post = name if name and sheets > 1 and not context.is_generic(name) else ""
        found = replace(found, position=post)
    return replace(found, path=held.path, source=held.source)


def context_of_form(sheet: Sheet, rows: range) -> Context:
    """Tell what holds for the labels of a form: lines that name a unit, else the sheet's name."""
    found = context.titled([*lines_before(sheet), *(sheet.rows[index] for index in rows)])
    if found.path:
        return found
    held = _named(sheet)
    return replace(found, path=held.path, source=held.source)


def lines_before(sheet: Sheet) -> list[list[object]]:
    """Return the lines of a page that stand before its table, each as a row."""
    return [[line] for line in sheet.titles]


def _named(sheet: Sheet) -> Context:
    """Take the unit from the name of the sheet, else of the file."""
    held = context.named(sheet.origin.sheet, "sheet") if sheet.origin.sheet else Context()
    return held if held.path else context.named(stem(sheet.origin.file), "file")


def stem(file: str) -> str:
    """Return the name of a file without its folder and ending."""
    return file.rpartition("/")[2].rpartition(".")[0]


def _beside(row: Sequence[object], columns: range) -> Sequence[object]:
    """Return what a title row says of some columns: what stands over them, else its only text."""
    own = [row[at] for at in columns]
    filled = [cell for cell in row if cell != ""]
    return filled if len(filled) == 1 else own
