"""What became of a real file, and how much of it is right?"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from asn_restruktur import pipeline
from asn_restruktur.findings import UnusableInput
from asn_restruktur.loaders.understood import Reading
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TableName
from real_articles import per_pasal, right_statements
from real_counts import STRANGERS, Bounds, Expected
from real_measures import measures
from real_rows import right_rows

CLOSE = 0.005
_TABLES = {*map(str, TableName), "statements"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the package made of one file, or of several together.

    Args:
        taken_for: form and tables, or the keys of the problems for which it was not read.
        left_out: rows and sheets left out, by reason, and rows that the checks left out.
        crash: what was raised, where that was no problem of the file.
        taken: rows that were taken for rows of a table, whether or not they could be used.
        seconds: from the path to the organisation.
        organisation: what it holds; None where it was not read.
    """

    taken_for: str
    left_out: Mapping[str, int] = field(default_factory=dict)
    crash: str = ""
    taken: int = 0
    seconds: float = 0.0
    organisation: Organisation | None = None

    @property
    def counted(self) -> Mapping[str, tuple[float, ...]]:
        """The measures of what it holds; nothing where it was not read."""
        return measures(self.organisation) if self.organisation else {}


def read(paths: Sequence[Path]) -> Outcome:
    """Read files as one organisation, as `analyze` does; whatever is raised is told."""
    start = time.perf_counter()
    try:
        reading = pipeline.read(paths)
        organisation = pipeline.load(reading)
    except UnusableInput as unusable:
        keys = sorted({problem.key for problem in unusable.problems})
        return Outcome(
            taken_for=f"not read: {', '.join(keys)}", seconds=time.perf_counter() - start
        )
    except Exception as error:  # noqa: BLE001  # a crash is what we look for
        return Outcome(taken_for="crash", crash=f"{type(error).__name__}: {error}")
    left_out = {
        reason: sum(part.left_out.get(reason, 0) for part in _parts(reading))
        for reason in dict.fromkeys(reason for part in _parts(reading) for reason in part.left_out)
    }
    unsound = {f"{name} left out": n for name, n in organisation.left_out.items() if n}
    return Outcome(
        taken_for=_told(reading),
        taken=sum(part.rows for part in _parts(reading) if part.table in _TABLES),
        left_out={str(reason): n for reason, n in left_out.items()} | unsound,
        seconds=time.perf_counter() - start,
        organisation=organisation,
    )


def rates(
    path: Path, stated: Expected, outcome: Outcome, folder: Mapping[str, Path]
) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Tell how much of a file is right.

    Args:
        path: the file.
        stated: what it should give.
        outcome: what it gave, alone or together with others.
        folder: paths by file name.

    Returns:
        Right and wanted numbers by what was compared, and what is wrong, in words.
    """
    organisation = outcome.organisation
    if stated.what in STRANGERS:
        return {"rows": (stated.rows - min(outcome.taken, stated.rows), stated.rows)}, []
    if organisation is None:
        return {"statements" if stated.articles else "rows": (0, _wanted(stated))}, []
    if stated.articles:
        told = [
            f"Pasal {place}: {got} statements, {wanted} by hand"
            for place, got, wanted in per_pasal(stated.articles, organisation)
        ]
        return right_statements(stated.articles, organisation), told
    if stated.rows_as:
        right, wanted, wrong = right_rows(path, stated, organisation, folder)
        told = [f"{name}: {n} rows" for name, n in sorted(wrong.items())]
        return {"rows": (right, wanted)}, told
    wanted = _wanted(stated)
    name = next(name for name, ((_, most), *_) in stated.holds.items() if most >= wanted)
    got = int(outcome.counted[name][0])
    return {"rows": (min(got, wanted), max(got, wanted))}, []


def differences(stated: Expected, outcome: Outcome) -> list[str]:
    """List the measures that lie outside what the hand counts allow."""
    return [
        f"{name}: {_shown(got)}, by hand {' '.join(_range(one) for one in bounds)}"
        for name, bounds in stated.holds.items()
        if not _lies_in(got := outcome.counted.get(name, (0.0,) * len(bounds)), bounds)
    ]


def _wanted(stated: Expected) -> int:
    return stated.rows or int(stated.holds["functions"][0][0])


def _parts(reading: Reading) -> list:
    return [part for source in reading.sources for part in source.parts]


def _told(reading: Reading) -> str:
    told = []
    for source in reading.sources:
        tables = [f"{part.table or '-'} {part.rows}" for part in source.parts]
        told.append(f"{source.form}: {', '.join(tables)}" if tables else str(source.form))
    return "; ".join(told)


def _lies_in(got: Sequence[float], bounds: Sequence[Bounds]) -> bool:
    padded = [*got, *(0.0 for _ in bounds)]
    return all(
        least - CLOSE <= value <= most + CLOSE
        for value, (least, most) in zip(padded, bounds, strict=False)
    )


def _shown(values: Sequence[float]) -> str:
    return " ".join(f"{value:g}" for value in values)


def _range(bounds: Bounds) -> str:
    least, most = bounds
    return f"{least:g}" if least == most else f"{least:g}-{most:g}"
