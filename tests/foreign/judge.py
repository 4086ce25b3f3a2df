"""How much of a stranger's file is read right?

    python tests/foreign/judge.py [CASE...]

Each folder beside this file holds files as an office makes them, and `expected.yaml`: what a
person who knows the field reads in them. There, `tables` names the rows of each table by the
names that the file uses, never by ids, and only the fields that the file states:

- a list is a choice of right values, null says that the field is empty;
- `also` names a unit's other spellings, `optional` a row that may be there or not;
- `count` is the number of rows without the optional ones; beyond it, rows are unexpected;
- `cells_told` are cells that some finding must name, `not` names that nothing may bear;
- `reached` is the share that is read right today, with what is missing; without it, all is;
- `left_out` says for the reader of the case which rows are no data.
"""

import sys
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from asn_restruktur.organisation.model import Organisation
from asn_restruktur.pipeline import load, read
from asn_restruktur.vocabulary import Place, TableName, UnusableInput

FOLDER = Path(__file__).parent
CASES = sorted(path.parent for path in FOLDER.glob("*/expected.yaml"))

Row = Mapping[str, Any]

KEYS = {
    "units": ("name",),
    "positions": ("title",),
    "employees": ("nip", "name"),
    "functions": ("text",),
    "workload": ("task", "position"),
    "links": ("from", "to"),
    "requirements": ("name",),
    "competences": ("competence",),
    "performance": ("nip", "name"),
}
"""By which field a row is found again: the first of them that the expected row states."""

UNIT_FIELDS = frozenset({"parent", "unit", "from", "to", "lead"})
NOTES = frozenset({"also", "optional"})
NAMED_BY = {"units": "name", "positions": "title", "employees": "name", "functions": "text"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was read of a case: the number of rows read right, and a line for each difference."""

    case: str
    right: int
    differences: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of right rows among all that were expected or should not be there."""
        return self.right / max(1, self.right + len(self.differences))


def judge(case: Path) -> Verdict:
    """Read a case's files as one organisation and compare it with what they say.

    Args:
        case: folder with the files and `expected.yaml`.
    """
    expected = yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))
    right, differences = 0, []
    places: tuple[Place, ...] = ()
    try:
        organisation = load(read([case / name for name in expected["files"]]))
    except UnusableInput as unusable:
        organisation = Organisation(tables={})
        differences += [f"unusable: {problem.key}" for problem in unusable.problems]
        places = tuple(problem.place for problem in unusable.problems if problem.place)
    spellings = _spellings(expected["tables"].get("units", {}).get("rows", []))
    for table, wanted in expected["tables"].items():
        found = _rows(organisation, TableName(table))
        matched, lines = _compare(table, wanted, found, spellings)
        right += matched
        differences += lines
    told = {cell for place in (*places, *_places(organisation)) for cell in _cells(place)}
    for cell in expected.get("cells_told", []):
        right += cell in told
        differences += [] if cell in told else [f"untold: {cell}"]
    differences += _forbidden(organisation, expected.get("not", []))
    return Verdict(case.name, right, tuple(differences))


def reached(case: Path) -> float:
    """Return the share that `expected.yaml` claims."""
    expected = yaml.safe_load((case / "expected.yaml").read_text(encoding="utf-8"))
    return float(expected.get("reached", 1.0))


def _compare(
    table: str, wanted: Row, found: list[Row], spellings: Mapping[str, str]
) -> tuple[int, list[str]]:
    """Count the rows read right and word what differs; the likeliest rows meet first."""
    rows = wanted["rows"]
    likeness = {
        (left, right): _agreeing(rows[left], found[right], spellings)
        for left, right in product(range(len(rows)), range(len(found)))
        if _same_key(table, rows[left], found[right], spellings)
    }
    pairs: dict[int, int] = {}
    for left, right in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        if left not in pairs and right not in pairs.values():
            pairs[left] = right
    matched, lines = 0, []
    for index, row in enumerate(rows):
        if index not in pairs:
            if not row.get("optional"):
                lines.append(f"missing {table}: {_shown(row)}")
            continue
        wrong = _wrong(row, found[pairs[index]], spellings)
        matched += not wrong
        lines += [f"wrong {table}: {row[_key(table, row)]}: {wrong}"] if wrong else []
    optional = sum(bool(row.get("optional")) for row in rows)
    if wanted["count"] == len(rows) - optional:
        extra = [row for index, row in enumerate(found) if index not in pairs.values()]
        lines += [f"unexpected {table}: {_shown(row)}" for row in extra]
    elif len(found) != wanted["count"]:
        missed = abs(len(found) - wanted["count"])
        lines += [f"count {table}: {len(found)}, not {wanted['count']}"] * missed
    return matched, lines


def _key(table: str, row: Row) -> str:
    return next((name for name in KEYS[table] if name in row), KEYS[table][0])


def _same_key(table: str, row: Row, found: Row, spellings: Mapping[str, str]) -> bool:
    name = _key(table, row)
    return _same(name, row[name], found.get(name), spellings)


def _agreeing(row: Row, found: Row, spellings: Mapping[str, str]) -> int:
    return sum(_same(name, value, found.get(name), spellings) for name, value in row.items())


def _wrong(row: Row, found: Row, spellings: Mapping[str, str]) -> str:
    """Name the fields that differ, with what is right and what was read; "" if none does."""
    return "; ".join(
        f"{name} should be {value!r}, is {found.get(name)!r}"
        for name, value in row.items()
        if name not in NOTES and not _same(name, value, found.get(name), spellings)
    )


def _same(name: str, wanted: object, found: object, spellings: Mapping[str, str]) -> bool:
    if isinstance(wanted, list):
        return any(_same(name, choice, found, spellings) for choice in wanted)
    if wanted is None or found is None:
        return wanted is None and found is None
    if isinstance(wanted, int | float) and isinstance(found, int | float):
        return abs(wanted - found) <= 1e-6 * max(1.0, abs(wanted))
    left, right = _folded(wanted), _folded(found)
    if name in UNIT_FIELDS or name == "name":
        left, right = spellings.get(left, left), spellings.get(right, right)
    return left == right


def _folded(value: object) -> str:
    return " ".join(unicodedata.normalize("NFKC", str(value)).casefold().split())


def _spellings(units: list[Row]) -> dict[str, str]:
    """Map every other spelling of a unit's name to the first, both folded."""
    return {
        _folded(other): _folded(unit["name"]) for unit in units for other in unit.get("also", [])
    }


def _shown(row: Row) -> str:
    return ", ".join(f"{name} {value!r}" for name, value in row.items() if value is not None)


def _rows(organisation: Organisation, table: TableName) -> list[Row]:
    """List a table's rows with names instead of ids and None for what is absent."""
    frame = organisation.table(table)
    names = {
        "unit": dict(zip(organisation.units["unit_id"], organisation.units["name"], strict=True)),
        "position": dict(
            zip(organisation.positions["position_id"], organisation.positions["title"], strict=True)
        ),
        "nip": dict(
            zip(organisation.employees["employee_id"], organisation.employees["nip"], strict=True)
        ),
    }
    return [_named(record, names) for record in frame.to_dict("records")]


REFERENCES = {
    "parent_id": ("parent", "unit"),
    "unit_id": ("unit", "unit"),
    "from_unit": ("from", "unit"),
    "to_unit": ("to", "unit"),
    "lead": ("lead", "unit"),
    "reports_to": ("superior", "position"),
    "position_id": ("position", "position"),
    "employee_id": ("nip", "nip"),
    "subject_id": ("nip", "nip"),
}
"""Which field each id becomes, and whose name it is."""


def _named(record: Row, names: Mapping[str, Mapping[str, str]]) -> Row:
    plain = {name: _plain(value) for name, value in record.items()}
    row = {name: value for name, value in plain.items() if not name.startswith("place_")}
    for column, (name, kind) in REFERENCES.items():
        if column in row and (name not in row or name == column):
            row[name] = _plain(names[kind].get(str(row[column]), row[column]))
    return row


def _plain(value: object) -> object:
    """Return a cell as text, number or None; a date as its ISO text."""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return None if pd.isna(value) or value == "" else value


def _places(organisation: Organisation) -> Iterator[Place]:
    for finding in organisation.findings:
        yield from finding.places


def _cells(place: Place) -> Iterator[str]:
    """Spell a place as `expected.yaml` does: `Sheet1!C14`, or `file.csv:14` for a text.

    A run of cells down a column is each of them.
    """
    if not place.sheet:
        yield f"{Path(place.file).name}:{place.line}"
        return
    first, _, last = place.cell.partition(":")
    column, top = first.rstrip("0123456789"), first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if not last or not last.startswith(column):
        yield f"{place.sheet}!{place.cell}"
        return
    for row in range(int(top), int(last.removeprefix(column)) + 1):
        yield f"{place.sheet}!{column}{row}"


def _forbidden(organisation: Organisation, names: list[str]) -> list[str]:
    found = {
        _folded(value): table
        for table, column in NAMED_BY.items()
        for value in organisation.table(TableName(table))[column]
    }
    return [f"not a row of {found[n]}: {n}" for name in names if (n := _folded(name)) in found]


if __name__ == "__main__":
    chosen = [case for case in CASES if case.name in sys.argv[1:] or not sys.argv[1:]]
    for verdict in map(judge, chosen):
        sys.stdout.write(f"{verdict.share:7.1%}  {verdict.case}\n")
        sys.stdout.writelines(f"           {line}\n" for line in verdict.differences[:3])
