"""How long until a large sheet is in our tables, against pandas reading the same sheet?

Both read it in one process, in turns; the figure is the ratio of the medians.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import xlsxwriter

from asn_restruktur.loaders.inputs import read
from asn_restruktur.loaders.sheets.workbook import read_workbook

ROWS, COLUMNS = 100_000, 20
BAR = 1.3
HEADINGS = (
    "NIP",
    "Nama",
    "Jenis Kelamin",
    "Golongan",
    "Kode Jabatan",
    "Jabatan",
    "Kode Unit",
    "Unit Kerja",
)


def main() -> None:
    """Make the sheet, read it in turns and say the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--rows", type=int, default=ROWS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pegawai.xlsx"
        make(path, options.rows)
        theirs, cells, tables = in_turns(
            (
                lambda: pd.read_excel(path, engine="calamine"),
                lambda: read_workbook(path.read_bytes(), path.name),
                lambda: read([path]),
            ),
            options.runs,
        )
    verdict = "ok" if tables / theirs <= BAR else "MISSED"
    print(f"sheet of {options.rows:,} x {COLUMNS}; pandas with calamine takes {theirs:.2f} s")
    print("| what | time | ratio | bar | |")
    print("| --- | --: | --: | --: | --- |")
    print(f"| cells of the sheet | {cells:.2f} s | {cells / theirs:.2f} | | |")
    print(f"| in our tables | {tables:.2f} s | {tables / theirs:.2f} | {BAR} | {verdict} |")


def make(path: Path, rows: int) -> None:
    """Write a list of employees with as many columns again that mean nothing to us."""
    book = xlsxwriter.Workbook(str(path))
    page = book.add_worksheet("Pegawai")
    odd = [f"Kolom {at}" for at in range(COLUMNS - len(HEADINGS))]
    page.write_row(0, 0, [*HEADINGS, *odd])
    for row in range(1, rows + 1):
        known = (
            f"{19800101:08}{row:010}",
            f"Pegawai {row}",
            "LP"[row % 2],
            "III/a",
            f"j{row % 500}",
            f"Analis {row % 500}",
            f"1.{row % 100}",
            f"Bidang {row % 100}",
        )
        rest = [row * at if at % 2 else f"teks {row % 1000}" for at in range(len(odd))]
        page.write_row(row, 0, [*known, *rest])
    book.close()


def in_turns(steps: Sequence[Callable[[], object]], runs: int) -> list[float]:
    """Return the median seconds of each step, all measured in turns."""
    seconds: list[list[float]] = [[] for _ in steps]
    for _ in range(runs):
        for step, taken in zip(steps, seconds, strict=True):
            start = time.perf_counter()
            step()
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in seconds]


if __name__ == "__main__":
    main()
