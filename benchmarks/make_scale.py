"""How is an organisation of any size made, to measure how the cost grows?

The sample city is repeated. In each copy the words for people, places, goods and matters are
exchanged one for one, each copy in its own way: what duplicates another statement in the city
duplicates it in the copy as well, and between two copies statements agree by chance alone. Copies
have their own units, place names and ids; together they make one organisation, copy by copy.
"""

import argparse
import csv
import math
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
CITY = ROOT / "data" / "samples" / "kota-teladan" / "kota-teladan.yaml"
PLANTED = CITY.with_name("tertanam.csv")
WORDS = Path(__file__).with_name("scale-words.yaml")
SEED = 20_260_101
HEADINGS = ("unit_id", "unit_name", "parent_id", "unit_kind", "statement_id", "statement")
LINK_HEADINGS = ("from_unit", "to_unit", "kind", "topic", "lead")
WORD = re.compile(r"\b[a-z]+(?:-[a-z]+)*\b")
PLACE = re.compile(r"\b(Kecamatan|Kelurahan|Puskesmas) ([A-Z][a-z]+)")
GENERAL = re.compile(
    r"lain (yang|yg) diberikan|di lingkungan|rencana,? (dan )?(program|kerja)|kerumah?tanggaan"
    r"|tata naskah|administrasi (keuangan|kepegawaian)|bawahan"
)
"""Statements that every office makes in the same words: they stay as they are."""
KEPT = re.compile(r"(pe|me|ber|di|ter|se)[a-z]{4,}|[a-z]{1,3}")
"""Words for what is done, and short words."""
FIELD = re.compile(r"ke[a-z]+an")
FUNCTION_WORDS = set(
    re.findall(
        r"[a-z]+",
        "yang dan atau pada bagi untuk oleh dengan dalam dari kepada melalui atas serta antara"
        " sesuai lain tidak bidang tugas fungsi teknis kota daerah wilayah tingkat",
    )
)
LOCAL_SHARE = 0.3
"""Part of the statements that name the place where they hold."""
NAMES_A_COPY = 40


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
    names: Mapping[str, str]

    @property
    def size(self) -> int:
        """Number of statements."""
        return sum(len(unit.statements) for unit in self.units)


@dataclass(frozen=True, slots=True)
class Copy:
    """What makes a copy of the city another city; the first place is its own name."""

    prefix: str
    exchanged: Mapping[str, str]
    places: Sequence[str]
    chance: random.Random

    def said(self, text: str) -> str:
        """Exchange the words of a text."""
        return WORD.sub(lambda found: self.exchanged.get(found[0], found[0]), text)

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
    units = tuple(_units(content["units"], "", planted))
    lists = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    names = lists.pop("names")
    known = [tuple(dict.fromkeys(" ".join(lines).split())) for lines in lists.values()]
    return City(units, tuple(content.get("links") or ()), _classes(units, known), names)


def rows(city: City, statements: int, seed: int = SEED) -> Iterator[tuple[str, ...]]:
    """Give so many rows of the flat statement table, copy by copy."""
    made = (row for copy in _copies(city, statements, seed) for row in _copy_rows(city, copy))
    yield from islice(made, statements)


def links(city: City, statements: int, seed: int = SEED) -> Iterator[tuple[str, ...]]:
    """Give the declared links of every whole copy."""
    for copy in islice(_copies(city, statements, seed), statements // city.size):
        for link in city.links:
            lead = link.get("lead", "")
            ends = (copy.prefix + link["from"], copy.prefix + link["to"])
            topic = f"{copy.said(link.get('topic', ''))} {copy.places[0]}"
            yield *ends, link["kind"], topic, copy.prefix + lead if lead else ""


def _copies(city: City, statements: int, seed: int) -> Iterator[Copy]:
    count = math.ceil(statements / city.size)
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
            yield *ids, copy.prefix + statement.statement_id, _text(statement, copy)


def _text(statement: Statement, copy: Copy) -> str:
    """Say a statement in the words of a copy."""
    draw, spot = copy.chance.random(), copy.chance.random()
    if GENERAL.search(statement.text):
        return statement.text
    text = copy.placed(copy.said(statement.text))
    if draw < LOCAL_SHARE and not statement.is_planted:
        text = f"{text} di Kelurahan {copy.places[1 + int(spot * (NAMES_A_COPY - 1))]}"
    return text


def _sum(word: str) -> int:
    return sum(at * ord(letter) for at, letter in enumerate(word, start=1))


def _exchange(classes: Sequence[Sequence[str]], chance: random.Random) -> dict[str, str]:
    """Pair each word with another of its class."""
    exchanged: dict[str, str] = {}
    for words in classes:
        others = sorted(words, key=lambda _: chance.random())
        exchanged |= dict(zip(words, others, strict=True))
    return exchanged


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


def _classes(units: Sequence[Unit], known: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Sort the city's words into classes: the listed ones, fields of work, all the rest."""
    listed = {word for words in known for word in words}
    texts = [item.text for unit in units for item in unit.statements]
    spoken = {word for text in texts if not GENERAL.search(text) for word in WORD.findall(text)}
    other = sorted(spoken - listed - FUNCTION_WORDS)
    fields = tuple(word for word in other if FIELD.fullmatch(word))
    rest = tuple(word for word in other if not FIELD.fullmatch(word) and not KEPT.fullmatch(word))
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
