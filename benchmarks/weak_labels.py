"""Do published tags, repeated texts and lawful splits of real governments bear our findings out?

Weak labels: nobody judged these programs for overlap. Tags that a government published for its
programs hint at a common topic; a text that many departments share word for word is theirs by
template; an agency that splits one field into rules, promotion, enforcement and permissions does
one thing once. What is printed is how far our analysers agree.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse, stats

from asn_restruktur import pipeline
from asn_restruktur.analysers.duties import duties
from asn_restruktur.analysers.statements import mark_repeated
from asn_restruktur.config import Settings
from asn_restruktur.findings import UnusableInput
from asn_restruktur.language.lexicon_files import lexicon
from asn_restruktur.language.readings import Readings, read
from asn_restruktur.organisation.assemble import assemble
from asn_restruktur.organisation.hierarchy import hierarchy
from asn_restruktur.organisation.model import Government, Organisation, RawTable
from asn_restruktur.vocabulary import TableName

PROGRAMS, TAGS = "ca-program.csv", "ca-tags-to-programs.csv"
SPLIT_AGENCY = "CFIA"
SECTIONS = "dinkes-mandailing-natal-tugas-fungsi.html"
SECTION = "seksi"
REGULATIONS = (
    SECTIONS,
    "diskominfo-kab-bandung-bidang.html",
    "perwal-kota-serang-15-2017-dlh.txt",
)
"""Each of one dinas, drafted after templates: few overlaps are right."""
AT_DEPARTMENTS = 16
"""An internal service stands in the same words at so many departments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programs:
    """Real programs as an organisation.

    Args:
        organisation: departments, below them programs, each with its description.
        readings: what the descriptions say, repeated texts marked.
        tags: published tags by id of the program's unit.
        internal: units that are internal services.
    """

    organisation: Organisation
    readings: Readings
    tags: Mapping[str, frozenset[str]]
    internal: frozenset[str]


def say(names: Mapping[str, Path]) -> None:
    """Print the figures for the real files that are there.

    Args:
        names: paths by file name.
    """
    print("\n## Weak labels\n")
    if names.keys() >= {PROGRAMS, TAGS}:
        found = programs(names[PROGRAMS], names[TAGS])
        _say_topics(found)
        _say_internal(found)
        _say_split(found)
    for name in REGULATIONS:
        if name in names:
            _say_sections(names[name])


def programs(path: Path, tags: Path) -> Programs:
    """Make an organisation of the active programs that are no placeholder."""
    rows = [row for row in _rows(path) if row["is_active"] == "1" and row["is_fake_program"] == "0"]
    unit = [f"{row['dept_code']}-{row['activity_code']}" for row in rows]
    departments = list(dict.fromkeys(row["dept_code"] for row in rows))
    units = pd.DataFrame(
        {
            "unit_id": [*departments, *unit],
            "name": [*departments, *(row["name_en"] for row in rows)],
            "kind": ["dinas"] * len(departments) + ["bidang"] * len(rows),
            "parent_id": [None] * len(departments) + [row["dept_code"] for row in rows],
        }
    )
    functions = pd.DataFrame({"unit_id": unit, "text": [row["desc_en"] for row in rows]})
    organisation = assemble(
        [
            _placed(TableName.UNITS, units, path),
            _placed(TableName.FUNCTIONS, functions, path),
        ],
        government=Government(),
    )
    readings = mark_repeated(
        read(organisation.functions["text"], lexicon(())),
        organisation,
        hierarchy(organisation),
        Settings().overlap,
    )
    tagged: dict[str, set[str]] = {}
    for row in _rows(tags):
        tagged.setdefault(row["program_id"], set()).add(row["tag_id"])
    internal = frozenset(
        one for one, row in zip(unit, rows, strict=True) if row["is_internal_service"] == "1"
    )
    return Programs(
        organisation=organisation,
        readings=readings,
        tags={one: frozenset(found) for one, found in tagged.items()},
        internal=internal,
    )


def _say_topics(found: Programs) -> None:
    """Print how likeness of topic goes with the number of shared tags."""
    functions = found.organisation.functions
    own = functions[~functions["unit_id"].isin(found.internal)]
    for title, chosen in (("all programs", functions), ("without internal services", own)):
        like, shared = _likeness(found, chosen)
        rank = stats.spearmanr(like, shared).statistic
        means = ", ".join(
            f"{least}: {like[shared == least].mean():.3f} ({(shared == least).sum()})"
            for least in range(int(shared.max()) + 1)
            if (shared == least).any()
        )
        print(f"- topic likeness and shared tags, {title}: rank correlation {rank:.3f}")
        print(f"  - mean likeness (pairs) by number of shared tags: {means}")


def _likeness(found: Programs, chosen: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return, for each pair of different departments, how alike the topics are and shared tags."""
    laid_out = duties(found.readings)
    texts = pd.unique(found.readings.clauses["text_id"])
    row_of = {text: row for row, text in enumerate(texts)}
    said = laid_out.texts.said
    length = np.sqrt(np.asarray(said.multiply(said).sum(axis=1)).ravel())
    unit_rows = sparse.diags_array(1 / np.maximum(length, 1e-9)) @ said
    text = found.readings.statements.loc[chosen.index, "text_id"].map(row_of)
    known = text.notna()
    at = text[known].astype(int).to_numpy()
    units = chosen.loc[known, "unit_id"]
    rows = sparse.csr_array(unit_rows)[at]
    like = np.asarray((rows @ rows.T).todense())
    all_tags = sorted(set().union(*found.tags.values()))
    tags = np.array([[tag in found.tags.get(unit, ()) for tag in all_tags] for unit in units])
    shared = tags.astype(int) @ tags.astype(int).T
    top = _department(units).to_numpy()
    pairs = np.triu(top[:, None] != top[None, :], k=1)
    return like[pairs], shared[pairs]


def _say_internal(found: Programs) -> None:
    """Print how many internal services are told from own work."""
    functions, statements = found.organisation.functions, found.readings.statements
    general = statements["is_boilerplate"]
    is_internal = functions["unit_id"].isin(found.internal)
    speakers = statements["words"].map(
        _department(functions["unit_id"]).groupby(statements["words"]).nunique()
    )
    often = is_internal & (speakers >= AT_DEPARTMENTS)
    print(
        f"- internal services told as general: {(general & is_internal).sum()} of "
        f"{is_internal.sum()} ({often.sum()} in the same words at {AT_DEPARTMENTS} or more "
        f"departments); other programs told as general: {(general & ~is_internal).sum()} of "
        f"{(~is_internal).sum()}"
    )


def _say_split(found: Programs) -> None:
    """Print how many overlaps are reported inside the agency that splits its fields lawfully."""
    report = pipeline.analyze(found.organisation)
    pairs = report.tables["pairs"]
    tops = (_department(pairs["unit_a"]), _department(pairs["unit_b"]))
    inside = pairs[(tops[0] == SPLIT_AGENCY) & (tops[1] == SPLIT_AGENCY)]
    internal = pairs["unit_a"].isin(found.internal) & pairs["unit_b"].isin(found.internal)
    programs_of = found.organisation.units["parent_id"].eq(SPLIT_AGENCY).sum()
    print(
        f"- {SPLIT_AGENCY}, {programs_of} programs, a lawful split: {len(inside)} pairs reported "
        f"({', '.join(sorted(inside['kind'].unique())) or 'none'})"
    )
    print(
        f"- pairs reported in all: {len(pairs)}, {internal.sum()} of them between internal services"
    )
    for kind, group in pairs[~internal & (tops[0] != tops[1])].groupby("kind"):
        shared = [
            len(found.tags.get(a, frozenset()) & found.tags.get(b, frozenset()))
            for a, b in zip(group["unit_a"], group["unit_b"], strict=True)
        ]
        print(
            f"  - {kind} between departments: {len(group)}, mean shared tags {np.mean(shared):.2f}"
        )


def _say_sections(path: Path) -> None:
    """Print how many overlaps are reported in a regulation, and among its sections alone."""
    try:
        report = pipeline.analyze(pipeline.load([path]))
    except UnusableInput:
        print(f"- {path.name}: not readable yet")
        return
    units = report.organisation.units.set_index("unit_id")["name"].str.casefold()
    pairs = report.tables["pairs"]
    among = pairs[
        pairs["unit_a"].map(units).str.startswith(SECTION)
        & pairs["unit_b"].map(units).str.startswith(SECTION)
    ]
    count = units.str.startswith(SECTION).sum()
    print(
        f"- {path.name}: {len(pairs)} pairs reported in {len(report.organisation.functions)} "
        f"statements, {len(among)} of them among its {count} {SECTION}"
    )


def _department(unit: pd.Series) -> pd.Series:
    return unit.astype("str").map(lambda one: one.partition("-")[0]).astype("str")


def _placed(name: TableName, frame: pd.DataFrame, path: Path) -> RawTable:
    place = {"place_file": path.name, "place_sheet": "", "place_column": 1, "place_article": ""}
    rows = range(1, len(frame) + 1)
    return RawTable(name=name, frame=frame.astype("object").assign(**place, place_row=rows))


def _rows(path: Path) -> Iterable[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
