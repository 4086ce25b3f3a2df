"""How are the files of the loaders' tests made?"""

import io
import zipfile
from collections.abc import Mapping, Sequence

import pandas as pd
import xlsxwriter

from asn_restruktur.loaders.understood import FileReading, Reading
from asn_restruktur.vocabulary import TableName

UNITS = (
    ("Kode Unit", "Nama Unit", "Jenis", "Kode Induk"),
    ("1", "Dinas Kesehatan", "dinas", None),
    ("1.1", "Bidang Kesehatan Masyarakat", "bidang", "1"),
    ("1.10", "Bidang Pelayanan Kesehatan", "bidang", "1"),
)
STATEMENTS = (
    ("unit_id", "unit_name", "parent_id", "unit_kind", "statement_id", "statement"),
    ("1", "Dinas Kesehatan", "", "dinas", "1-a", "perumusan kebijakan kesehatan"),
    ("1.1", "Bidang Kesehatan Masyarakat", "1", "bidang", "1.1-a", "penyuluhan gizi, dan balita"),
    ("1.1", "Bidang Kesehatan Masyarakat", "1", "bidang", "1.1-b", "pembinaan “posyandu” kafé"),
)

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "default_date_format": "dd-mm-yyyy",
}

Sheet = Sequence[Sequence[object]]


def workbook(**sheets: Sheet) -> bytes:
    """Write sheets; `_` in a name is a blank, None leaves a cell empty."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _OPTIONS)
    for name, rows in sheets.items():
        page = book.add_worksheet(name.replace("_", " "))
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    page.write(at, column, value)
    book.close()
    return buffer.getvalue()


def parts(content: bytes) -> dict[str, bytes]:
    """Unpack a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    """Pack parts into a zip again."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def edited(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Replace bytes in one part of a workbook."""
    changed = parts(content)
    assert old in changed[part]
    return packed(changed | {part: changed[part].replace(old, new)})


def lying(content: bytes, part: str, *, claimed: int) -> bytes:
    """Let the directory claim another size for a part than it has."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        real = archive.getinfo(part).file_size
    directory = content.rindex(part.encode()) - 46
    at = directory + 24
    assert int.from_bytes(content[at : at + 4], "little") == real
    return content[:at] + claimed.to_bytes(4, "little") + content[at + 4 :]


def csv_text(rows: Sheet, delimiter: str = ",") -> str:
    """Write rows as separated values, each value in quotation marks where it holds the sign."""
    return "".join(
        delimiter.join(f'"{value}"' if delimiter in str(value) else str(value) for value in row)
        + "\r\n"
        for row in rows
    )


def table(reading: Reading | FileReading, name: TableName) -> pd.DataFrame:
    """Return the only table of a name that lists its things."""
    (found,) = [one.frame for one in reading.tables if one.name is name and not one.is_implied]
    return found


def column(reading: Reading | FileReading, name: TableName, column_name: str) -> list[object]:
    """Return the values of a column of the only table of a name."""
    return table(reading, name)[column_name].to_list()
