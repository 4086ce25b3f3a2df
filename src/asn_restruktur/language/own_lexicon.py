"""What does a user's lexicon file say, and what in it cannot be meant?"""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from asn_restruktur.language.lexicon_files import SAME, Entry
from asn_restruktur.vocabulary import Place, Problem, UnusableInput, params

COLUMNS = ("term", "canonical", "kind", "field")
NEEDED = COLUMNS[:3]
KINDS = (*SAME, "narrower", "broader")

_SEPARATORS = ",;\t"
_QUOTED = 60


def own_entries(files: Iterable[str]) -> tuple[Entry, ...]:
    """Read lexicon files: text in UTF-8 with the columns `COLUMNS`, the last of which may lack.

    Args:
        files: their paths, as they are cited; fields divided by commas, semicolons or tabs.

    Returns:
        Their entries in order; lines without any value are passed over.

    Raises:
        UnusableInput: with every fault of every file, by line.
    """
    problems: list[Problem] = []
    found = [entry for file in files for entry in _entries(file, problems)]
    if problems:
        raise UnusableInput(*problems)
    return tuple(found)


def _entries(file: str, problems: list[Problem]) -> Iterator[Entry]:
    def tell(fault: str, line: int, **values: str | tuple[str, ...]) -> None:
        place = Place(file=file, line=line)
        problems.append(Problem(key=f"lexicon.{fault}", place=place, params=params(**values)))

    try:
        text = Path(file).read_bytes().decode("utf-8-sig")
    except OSError:
        tell("unreadable", 0)
        return
    except UnicodeDecodeError:
        tell("no_utf8", 0)
        return
    lines = text.splitlines()
    first = lines[0] if lines else ""
    separator = max(_SEPARATORS, key=first.count)
    columns = [name.strip().lower() for name in first.split(separator)]
    missing = tuple(name for name in NEEDED if name not in columns)
    if missing:
        tell("no_columns", 1, missing=missing, columns=COLUMNS)
        return
    reader = csv.reader(io.StringIO(text.replace("\0", "")), delimiter=separator)
    next(reader)
    for row in reader:
        said = dict(zip(columns, (value.strip() for value in row), strict=False))
        if not any(said.values()):
            continue
        empty = tuple(name for name in NEEDED if not said.get(name))
        if empty:
            tell("no_value", reader.line_num, missing=empty)
        elif said["kind"] not in KINDS:
            tell("kind", reader.line_num, value=said["kind"][:_QUOTED], known=KINDS)
        else:
            yield Entry(said["term"], said["canonical"], said["kind"], said.get("field", ""))
