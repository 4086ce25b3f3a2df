"""How is an organisation of any size made, to measure how the cost grows?

The sample city is repeated. In each copy the words are exchanged one for one, in the copy's own
way, and most of them for words coined for it: what duplicates another statement in the city
duplicates it in the copy as well, and between two copies hardly anything agrees. General statements
stay general. Copies have their own units, place names and ids; together they make one organisation,
copy by copy. The text is for measuring; it says nothing.
"""

import argparse
import csv
import math
import random
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
CITY = ROOT / "data" / "samples" / "kota-teladan" / "kota-teladan.yaml"
PLANTED = CITY.parent / "sumber/tertanam.csv"
WORDS = Path(__file__).with_name("scale-words.yaml")
SEED = 20_260_101
HEADINGS = ("unit_id", "unit_name", "parent_id", "unit_kind", "statement_id", "statement")
LINK_HEADINGS = ("from_unit", "to_unit", "kind", "topic", "lead")
WORD = re.compile(r"\b[a-z]+(?:-[a-z]+)*\b")
PLACE = re.compile(r"\b(Kecamatan|Kelurahan|Puskesmas) ([A-Z][a-z]+)")
PROPER = re.compile(r"\b[A-Z][A-Za-z0-9]+(?:-[A-Z0-9]+)*\b")
FORMULA = re.compile(
    r"lain (yang|yg)|bahan (perumusan|kebijakan)|kebijakan teknis|evaluasi,? dan pelaporan"
    r"|monitoring dan evaluasi|di lingkungan (dinas|badan|satuan)"
)
OWN_WORK = re.compile(r"(?<= )(bidang|Seksi|Subbagian) ")
"""What stands behind these words in a general statement is the unit's own."""
FIELD = re.compile(r"ke[a-z]+an")
SHARED_FROM, FRAME_FROM, FRAME_WORDS = 4, 3, 4
"""Offices from which on a word is everybody's, and a frame of such words makes a general statement;
the least words of a frame."""
COINED_SHARE = 0.9
"""Part of the exchanged words that no other copy has: what two cities have in common by chance
would otherwise grow with the square of their number."""
LOCAL_SHARE = 0.3
"""Part of the statements that name the place where they hold."""
NAMES_A_COPY = 40
A_COPY = 1_500
"""Statements of each copy: the city's last few are left out, so that doubling the size doubles all
parts alike."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of the city; a planted one keeps its territory."""

    statement_id: str
    text: str
    is_planted: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the city with its statements."""

    unit_id: str
    name: str
    parent_id: str
    kind: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class City:
    """The city that is repeated."""

    units: tuple[Unit, ...]
    links: tuple[Mapping[str, str], ...]
    classes: tuple[tuple[str, ...], ...]
    shared: AbstractSet[str]
    frames: AbstractSet[str]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Copy:
    """What makes a copy of the city another city; the first place is its own name."""

    prefix: str
    exchanged: Mapping[str, str]
    places: Sequence[str]
    chance: random.Random

    def said(self, text: str, kept: AbstractSet[str] = frozenset()) -> str:
        """Exchange the words of a text but for some."""
        return WORD.sub(
            lambda found: found[0] if found[0] in kept else self.exchanged.get(found[0], found[0]),
            text,
        )

    def renamed(self, text: str) -> str:
        """Give every name and short form another, always the same one."""
        return PROPER.sub(lambda found: self._place(found[0]), text)

    def placed(self, text: str) -> str:
        """Give a named place the name it has in the copy, always the same one."""
        return PLACE.sub(lambda found: f"{found[1]} {self._place(found[2])}", text)

    def _place(self, name: str) -> str:
        return self.places[1 + _sum(name) % (NAMES_A_COPY - 1)]


def read_city() -> City:
    """Read the sample city and the words that are exchanged in it."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = yaml.load(CITY.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506  # a safe one
    with PLANTED.open(encoding="utf-8-sig", newline="") as file:
        planted = {row["statement_id"] for row in csv.DictReader(file, delimiter=";")}
    units = tuple(_first(_units(content["units"], "", planted), A_COPY))
    ids = {unit.unit_id for unit in units}
    lists = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    names, kept = lists.pop("names"), set(" ".join(lists.pop("kept")).split())
    known = [tuple(dict.fromkeys(" ".join(lines).split())) for lines in lists.values()]
    shared = _from(_said_by(units, WORD.findall), SHARED_FROM)
    frames = _from(_said_by(units, lambda text: [_frame(text, shared)]), FRAME_FROM) - {""}
    links = tuple(link for link in content["links"] if {link["from"], link["to"]} <= ids)
    return City(units, links, _classes(units, known, kept), shared, frames, names)


def rows(city: City, statements: int, seed: int = SEED) -> Iterator[tuple[str, ...]]:
    """Give so many rows of the flat statement table, copy by copy."""
    made = (row for copy in _copies(city, statements, seed) for row in _copy_rows(city, copy))
    yield from islice(made, statements)


def links(city: City, statements: int, seed: int = SEED) -> Iterator[tuple[str, ...]]:
    """Give the declared links of every whole copy."""
    for copy in islice(_copies(city, statements, seed), statements // A_COPY):
        for link in city.links:
            lead = link.get("lead", "")
            ends = (copy.prefix + link["from"], copy.prefix + link["to"])
            topic = f"{copy.said(link.get('topic', ''))} {copy.places[0]}"
            yield *ends, link["kind"], topic, copy.prefix + lead if lead else ""


def _copies(city: City, statements: int, seed: int) -> Iterator[Copy]:
    count = math.ceil(statements / A_COPY)
    width = max(2, len(str(count)))
    for number in range(1, count + 1):
        chance = random.Random(f"{seed}/{number}")  # noqa: S311  # nothing to keep secret
        exchanged = _exchange(city.classes, chance)
        places = _place_names(city.names, chance)
        yield Copy(f"K{number:0{width}d}.", exchanged, places, chance)


def _copy_rows(city: City, copy: Copy) -> Iterator[tuple[str, ...]]:
    for unit in city.units:
        name = copy.placed(unit.name)
        if not unit.parent_id:
            name = f"{name} Kota {copy.places[0]}"
        parent = copy.prefix + unit.parent_id if unit.parent_id else ""
        for statement in unit.statements:
            ids = (copy.prefix + unit.unit_id, name, parent, unit.kind)
            yield *ids, copy.prefix + statement.statement_id, _text(statement, city, copy)


def _text(statement: Statement, city: City, copy: Copy) -> str:
    """Say a statement in the words of a copy; a general one stays general.

    The first word says what is done, and stays.
    """
    draw, spot = copy.chance.random(), copy.chance.random()
    if FORMULA.search(statement.text) or _frame(statement.text, city.shared) in city.frames:
        own = OWN_WORK.search(statement.text)
        cut = own.end() if own else len(statement.text)
        said = copy.placed(copy.said(statement.text[:cut], kept=city.shared))
        return said + copy.renamed(copy.said(statement.text[cut:]))
    done = statement.text.partition(" ")[0]
    text = done + copy.renamed(copy.said(statement.text[len(done) :]))
    if draw < LOCAL_SHARE and not statement.is_planted:
        text = f"{text} di Kelurahan {copy.places[1 + int(spot * (NAMES_A_COPY - 1))]}"
    return text


def _frame(text: str, shared: AbstractSet[str]) -> str:
    """Return the words that everybody uses, in their order; "" where they say too little."""
    words = [word for word in WORD.findall(text) if word in shared]
    return " ".join(words) if len(words) >= FRAME_WORDS else ""


def _sum(word: str) -> int:
    return sum(at * ord(letter) for at, letter in enumerate(word, start=1))


def _exchange(classes: Sequence[Sequence[str]], chance: random.Random) -> dict[str, str]:
    """Pair each word with another of its class, or with one coined for the copy."""
    exchanged: dict[str, str] = {}
    for words in classes:
        others = sorted(words, key=lambda _: chance.random())
        for word, other in zip(words, others, strict=True):
            coined = _coined(chance)
            exchanged[word] = coined if chance.random() < COINED_SHARE else other
    return exchanged


def _coined(chance: random.Random) -> str:
    """Make up a word; without e, so that it begins like no prefix."""
    letters = (("bgjklmnprstwy", "aiou") * 4)[: 6 + 2 * int(chance.random() * 2)]
    return "".join(part[int(chance.random() * len(part))] for part in letters)


def _place_names(names: Mapping[str, str], chance: random.Random) -> list[str]:
    parts = [names[part].split() for part in ("begin", "middle", "end")]
    found: dict[str, None] = {}
    while len(found) < NAMES_A_COPY:
        begin, middle, end = (part[int(chance.random() * len(part))] for part in parts)
        found[f"{begin}{middle}{end}"] = None
    return list(found)


def _units(
    entries: Sequence[Mapping[str, Any]], parent_id: str, planted: set[str]
) -> Iterator[Unit]:
    for entry in entries:
        functions = entry.get("functions") or ()
        statements = tuple(
            Statement(item["id"], item["text"], item["id"] in planted) for item in functions
        )
        yield Unit(entry["id"], entry["name"], parent_id, entry["kind"], statements)
        yield from _units(entry.get("units") or (), entry["id"], planted)


def _first(units: Iterator[Unit], statements: int) -> Iterator[Unit]:
    """Give the first units, with so many statements together."""
    for unit in units:
        if statements <= 0:
            return
        kept = unit.statements[:statements]
        statements -= len(kept)
        yield replace(unit, statements=kept)


def _said_by(units: Sequence[Unit], parts: Callable[[str], Iterable[str]]) -> dict[str, set[str]]:
    """Return the offices in whose statements each part occurs."""
    offices: dict[str, set[str]] = {}
    for unit in units:
        for part in (part for item in unit.statements for part in parts(item.text)):
            offices.setdefault(part, set()).add(unit.unit_id.split("-")[0])
    return offices


def _from(offices: Mapping[str, set[str]], least: int) -> set[str]:
    return {part for part, said_by in offices.items() if len(said_by) >= least}


def _classes(
    units: Sequence[Unit], known: Sequence[Sequence[str]], kept: AbstractSet[str]
) -> tuple[tuple[str, ...], ...]:
    """Sort the city's words into classes: the listed ones, fields of work, all the rest."""
    listed = {word for words in known for word in words}
    spoken = {
        word for unit in units for item in unit.statements for word in WORD.findall(item.text)
    }
    other = sorted(spoken - listed - kept)
    fields = tuple(word for word in other if FIELD.fullmatch(word))
    rest = tuple(word for word in other if not FIELD.fullmatch(word))
    return *(tuple(words) for words in known), fields, rest


def write_csv(path: Path, headings: Sequence[str], table: Iterator[Sequence[str]]) -> int:
    """Write a table row by row and count the rows."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        for count, row in enumerate(table, start=1):  # noqa: B007  # told after the last row
            writer.writerow(row)
    return count


def write_xlsx(path: Path, table: Iterator[Sequence[str]]) -> None:
    """Write the statements as a workbook, row by row."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    page = book.add_worksheet("Pernyataan")
    page.write_row(0, 0, HEADINGS)
    for number, row in enumerate(table, start=1):
        for column, value in enumerate(row):
            page.write_string(number, column, value)
    book.close()


def main() -> None:
    """Write the statements and links of an organisation of the size asked for."""
    parser = argparse.ArgumentParser(description="Repeat the sample city to any size.")
    parser.add_argument("statements", type=int, help="how many function statements")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder to write to")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--xlsx", action="store_true", help="write the statements as xlsx too")
    arguments = parser.parse_args()
    arguments.output.mkdir(parents=True, exist_ok=True)
    city = read_city()
    size: int = arguments.statements
    made = rows(city, size, arguments.seed)
    count = write_csv(arguments.output / "fungsi.csv", HEADINGS, made)
    write_csv(arguments.output / "hubungan.csv", LINK_HEADINGS, links(city, size))
    if arguments.xlsx:
        write_xlsx(arguments.output / "fungsi.xlsx", rows(city, size, arguments.seed))
    print(f"{arguments.output}: {count:,} statements")


if __name__ == "__main__":
    main()
