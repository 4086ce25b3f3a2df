"""What does a sheet say whose cells stand so far apart that a dense reader would break?"""

import io
import warnings

from asn_restruktur.loaders.sheets.sheetscan import SheetScan

MAX_CELLS = 20_000_000


def read_sparse(content: bytes, sheet: str, scan: SheetScan) -> list[list[object]]:
    """Read the rows that hang together, without the stray cells.

    Args:
        content: bytes of an xlsx file.
        sheet: name of the sheet.
        scan: how far its rows and columns reach.

    Returns:
        Rows from the first one, all equally long; "" for an empty cell or an error.

    Raises:
        ValueError: even without the stray cells there are too many.
    """
    from openpyxl import load_workbook

    if scan.last_row * scan.width > MAX_CELLS:
        raise ValueError(sheet)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of styles and lists that no value depends on
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = book[sheet].iter_rows(
            min_row=1, max_row=scan.last_row, max_col=scan.width, values_only=True
        )
        table: list[list[object]] = [
            ["" if value is None else value for value in row] for row in rows
        ]
        book.close()
    for row, column in scan.errors:
        if row <= len(table) and column < scan.width:
            table[row - 1][column] = ""
    return table
