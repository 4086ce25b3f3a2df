"""Which files make up the sample organisations?

Everything is made from the compact sources beside them; the same sources give the same bytes. The
people are invented: no name and no NIP is that of a living person.
"""

import argparse
import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sample import book, flat, messy, orgfile, posts, sheets, source
from sample.people import people
from sample.workload import load

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A sample: its folder, its source in it, and how many people it has.

    Args:
        name: folder and file name.
        source: folder with the compact source.
        scale: how many times the usual staff; 1 for a whole city.
        people: employees in all; None for as many as the posts happen to hold.
        is_flat: whether flat tables are written too.
    """

    name: str
    source: str
    scale: float = 1.0
    people: int | None = None
    is_flat: bool = False


ALL = (
    Sample(name="kota-teladan", source="sumber", people=6_000),
    Sample(name="dinas-kecil", source="sumber", scale=0.4, is_flat=True),
)
TEACHERS_NEEDED = 1.05
"""The city needs five per cent more teachers than it has."""


def make(sample: Sample, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Make the files of a sample, by name, from the source in its folder."""
    city = source.read(folder / sample.source)
    units = {unit.unit_id: unit for unit in city.units}
    planned, _ = load(posts.plan(city, scale=sample.scale, teachers=0), units)
    if sample.people:
        others = sum(post.filled for post in posts.fill(planned, city, None))
        teachers = round((sample.people - others) * TEACHERS_NEEDED)
        planned = posts.plan(city, scale=sample.scale, teachers=teachers)
    needed, tasks = load(planned, units)
    filled = posts.fill(needed, city, sample.people)
    staff = people(filled, city.as_of)
    pages = [
        *sheets.structure(city, filled),
        *sheets.staff(city, staff, tasks),
        *sheets.links(city),
        *sheets.capability(filled, staff, city),
        *sheets.results(city, staff),
        *sheets.variables(_variables(folder / sample.source / "variabel.csv")),
    ]
    yield f"{sample.name}.xlsx", book.render(pages, government=city.name, as_of=city.as_of)
    yield f"{sample.name}.yaml", orgfile.render(city, filled)
    if sample.is_flat:
        yield "fungsi.csv", flat.statements(city)
        yield "hubungan.csv", flat.links(city)
    if any(item.key for unit in city.units for item in unit.statements):
        yield "sumber/tertanam.csv", flat.planted(city)


def _variables(path: Path) -> list[Mapping[str, str]]:
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def main() -> None:
    """Write the samples that were asked for, all by default."""
    names = [*(sample.name for sample in ALL), messy.NAME]
    parser = argparse.ArgumentParser(description="Make the files of the sample organisations.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"{' or '.join(names)}; else all")
    parser.add_argument("--source", type=Path, default=SAMPLES, help="folder of the sources")
    parser.add_argument("-o", "--output", type=Path, help="folder to write to; else the sources'")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(names):
        parser.error(f"no sample is called {', '.join(sorted(unknown))}")
    wanted = arguments.names or names
    for sample in ALL:
        if sample.name in wanted:
            made = make(sample, arguments.source / sample.name)
            write(made, (arguments.output or arguments.source) / sample.name)
    if messy.NAME in wanted:
        made = iter([(messy.FILE, messy.render())])
        write(made, (arguments.output or arguments.source) / messy.NAME)


def write(files: Iterator[tuple[str, bytes]], folder: Path) -> None:
    """Write files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        print(f"{folder / name}: {len(content):,} bytes")


if __name__ == "__main__":
    main()
