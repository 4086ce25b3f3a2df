"""How is it told that a file cannot be used?"""

from collections.abc import Sequence

from asn_restruktur.findings import Problem, UnusableInput, Value, Word, params
from asn_restruktur.loaders.tables.headings import nearest_form
from asn_restruktur.vocabulary import Place

MOST_HEADINGS = 8


def refusal(key: str, file: str, **values: Value) -> UnusableInput:
    """Make the exception for a file that cannot be used (`input.<key>`)."""
    return UnusableInput(
        Problem(key=f"input.{key}", place=Place(file=file), params=params(**values))
    )


def no_table(rows: Sequence[Sequence[object]], place: Place) -> Problem:
    """Say what stands in a sheet or text whose headings announce no table.

    Args:
        rows: its first rows.
        place: the sheet or text.

    Returns:
        The problem: which table comes closest and which column it lacks, else the first headings.
    """
    nearest = nearest_form(rows)
    if nearest is not None:
        form, missing = nearest
        columns = tuple(Word(f"column.{name}") for name in missing)
        values = params(table=Word(f"table.{form.name}"), columns=columns)
        return Problem(key="input.columns_missing", place=place, params=values)
    texts = [[cell for cell in row if isinstance(cell, str) and cell] for row in rows]
    headings = next((row for row in texts if len(row) > 1), next(filter(None, texts), []))
    shown = tuple(" ".join(cell.split()) for cell in headings)[:MOST_HEADINGS]
    return Problem(key="input.no_table", place=place, params=params(headings=shown))
