"""Which statements does a form hold that has labels instead of headings (`Fungsi : a. …`)?"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from asn_restruktur.loaders.cells import column_letter
from asn_restruktur.loaders.sheets.sheet import Sheet
from asn_restruktur.loaders.tables.block import Block, part_sample
from asn_restruktur.loaders.tables.context import Context, names_unit, sectioned
from asn_restruktur.loaders.tables.forms import normalised, vocabulary
from asn_restruktur.loaders.tables.items import listed
from asn_restruktur.loaders.tables.marks import is_marked, without_mark
from asn_restruktur.loaders.tables.shapes import shaped
from asn_restruktur.loaders.tables.trees import Tree
from asn_restruktur.loaders.understood import ColumnRead, Part
from asn_restruktur.organisation.words import is_head_title
from asn_restruktur.vocabulary import TableName

_LABELLED = re.compile(r"^([^:]{3,60}?)\s*:\s*(.*)$", re.DOTALL)
_FIELDS = {
    "duty": ("Tugas", "Tugas Pokok", "Ikhtisar Jabatan", "Iktisar Jabatan", "Ikhtisar"),
    "function": ("Fungsi",),
    "detail": ("Uraian Tugas", "Rincian Tugas", "Uraian Tugas Jabatan", "Tugas Jabatan"),
    "text": ("Tugas dan Fungsi", "Tugas Pokok dan Fungsi", "Tupoksi", "Uraian"),
}
_FIELD = {normalised(label): field for field, labels in _FIELDS.items() for label in labels}
_MARK = re.compile(r"\(?(?:[a-z]{1,2}|\d{1,3}|[IVX]{1,4}|[A-Z])[.)]?\)?|[-•*]")
_FEWEST_LETTERS = 8
_LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class _Item:
    """A statement found: where it stands, its label's kind, its text, and what it belongs to."""

    row: int
    at: int
    field: str
    text: str
    context: Context
    is_marked: bool = False


def labelled_block(sheet: Sheet, rows: range, context: Context) -> Block | None:
    """Read the statements of a form.

    A label says what follows it: in its own cell, to its right, or in the rows below up to the
    next label.

    Args:
        sheet: the sheet.
        rows: indices of the rows to look at.
        context: unit and post that the form names.

    Returns:
        A table of functions; None where no label of duties is found or no one has them.
    """
    items = _items(sheet, rows, context)
    if not any(item.context.path or item.context.position for item in items):
        return None
    form = vocabulary().form(TableName.FUNCTIONS)
    if form is None:
        return None
    columns = {
        field: pd.Series(
            [item.text if item.field == field else None for item in items], dtype=object
        )
        for field in dict.fromkeys(item.field for item in items)
    }
    frame = pd.DataFrame(columns).assign(
        place_file=sheet.origin.file,
        place_sheet=sheet.origin.sheet,
        place_row=pd.Series([sheet.numbers[item.row] for item in items], dtype="int64"),
        place_column=pd.Series([0] * len(items), dtype="int64"),
        place_article="",
    )
    letter = column_letter(items[0].at)
    letters = dict.fromkeys(columns, letter) if sheet.origin.sheet else {}
    shape = shaped(form, frame, letters, [item.context for item in items], Tree())
    first, last = sheet.numbers[items[0].row], sheet.numbers[items[-1].row]
    part = Part(
        sheet=sheet.origin.sheet,
        table=form.name,
        sureness=0.8,
        heading=f"{letter}{first}:{letter}{last}" if sheet.origin.sheet else str(first),
        columns=tuple(
            ColumnRead(at=letter, heading=_FIELDS[field][0], field=field, sureness=0.8)
            for field in columns
        ),
        unit_source=items[0].context.source,
        rows=len(items),
        sample=part_sample(shape.tables, form),
    )
    return Block(tables=shape.tables, part=part)


def _items(sheet: Sheet, rows: range, context: Context) -> list[_Item]:
    """Walk the rows; a label opens a list, another label or an empty row after it ends it.

    A line that only names a unit or the head of one begins the lists of that unit. A list whose
    items have marks ends with a line without one below an empty row: there a signature begins.
    """
    items: list[_Item] = []
    field = ""
    for index in rows:
        cells = [(at, cell) for at, cell in enumerate(sheet.rows[index]) if cell != ""]
        if not cells:
            field = "" if items and items[-1].row < index - 1 else field
            continue
        has_mark = len(cells) > 1 or is_marked(str(cells[0][1]))
        if items and items[-1].is_marked and items[-1].row < index - 1 and not has_mark:
            field = ""
        if (named := _unit_line(cells)) is not None:
            context = sectioned(context, named, TableName.FUNCTIONS)
            field = ""
            continue
        label, rest = _label(cells)
        if label is not None:
            field = label
            cells = rest
        if field:
            texts = [(at, text) for at, cell in _texts(cells) for text in _statements(cell)]
            if _continues(items, index, field, texts, sheet.rows[index]):
                items[-1] = replace(items[-1], text=f"{items[-1].text} {texts[0][1]}")
            else:
                items += [_Item(index, at, field, text, context, has_mark) for at, text in texts]
    return items


def _unit_line(cells: Sequence[tuple[int, object]]) -> str | None:
    """Return the unit that a line names, or whose head it names: `II. SEKRETARIAT`."""
    texts = [str(cell).strip() for _, cell in cells if not _MARK.fullmatch(str(cell).strip())]
    if len(texts) != 1 or texts[0].endswith((";", ".", ":")) or len(texts[0]) > _LONGEST_NAME:
        return None
    said = without_mark(texts[0])
    is_marked_or_loud = said != texts[0] or said.isupper() or len(cells) > 1
    is_named = names_unit(said) or is_head_title(said)
    return said if is_marked_or_loud and is_named and said[:1].isupper() else None


def _continues(
    items: Sequence[_Item],
    index: int,
    field: str,
    texts: Sequence[tuple[int, str]],
    row: Sequence[object],
) -> bool:
    """Tell whether a line goes on with the item above: no mark, and no end before it."""
    if not items or len(texts) != 1 or items[-1].row != index - 1 or items[-1].field != field:
        return False
    written = next(str(cell) for cell in row if cell != "")
    begins_small = written.strip()[:1].islower()
    return begins_small and not is_marked(written) and not items[-1].text.endswith((";", "."))


def _label(
    cells: Sequence[tuple[int, object]],
) -> tuple[str | None, list[tuple[int, object]]]:
    """Tell the label of a row and what stands beside it; "" for a label of something else."""
    for nth, (at, cell) in enumerate(cells[:2]):
        text = " ".join(str(cell).split())
        if nth == 0 and _MARK.fullmatch(text):
            continue
        found = _LABELLED.match(str(cell).strip())
        name = normalised(without_mark(found[1] if found else text))
        after = [(at, found[2])] if found and found[2] else []
        has_colon = bool(found) or (
            nth + 1 < len(cells) and str(cells[nth + 1][1]).strip().startswith(":")
        )
        if name in _FIELD and (has_colon or len(cells) == nth + 1):
            return _FIELD[name], [*after, *cells[nth + 1 :]]
        if has_colon:
            return "", []
        break
    return None, []


def _texts(cells: Sequence[tuple[int, object]]) -> list[tuple[int, str]]:
    """Return the texts of a row that are no mark, colon or number."""
    texts = [(at, str(cell).strip().lstrip(": ")) for at, cell in cells if isinstance(cell, str)]
    return [(at, text) for at, text in texts if text]


def _statements(text: str) -> list[str]:
    """Return the statements of a cell without their marks; words too short are none."""
    found = listed(text) if "\n" in text else [text]
    return [said for one in found if len(said := without_mark(one)) >= _FEWEST_LETTERS]
