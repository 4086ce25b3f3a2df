"""Which words does every part of the tool share?"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NewType

UnitId = NewType("UnitId", str)
PositionId = NewType("PositionId", str)
EmployeeId = NewType("EmployeeId", str)
StatementId = NewType("StatementId", str)
Fingerprint = NewType("Fingerprint", str)


REPORT_MARK = "asn-restruktur"
"""What our own reports carry, so that they are never read back as data."""


class Severity(IntEnum):
    """How much a finding weighs; the order serves `--fail-on`."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


class Language(StrEnum):
    """Languages of the message catalogue."""

    ID = "id"
    EN = "en"


class Form(StrEnum):
    """Forms in which a report is written to the output folder."""

    HTML = "html"
    XLSX = "xlsx"
    MD = "md"
    JSON = "json"
    CSV = "csv"
    GRAPHML = "graphml"
    DOT = "dot"
    MERMAID = "mermaid"
    DRAWIO = "drawio"
    YAML = "yaml"


USUAL_FORMS = (Form.HTML, Form.XLSX, Form.MD, Form.JSON, Form.CSV)
"""Forms of a report that nobody asked for by name; the others are the organisation alone."""


class TableName(StrEnum):
    """The tables that make an organisation, in the order in which they are read and written."""

    UNITS = "units"
    POSITIONS = "positions"
    EMPLOYEES = "employees"
    FUNCTIONS = "functions"
    WORKLOAD = "workload"
    LINKS = "links"
    REQUIREMENTS = "requirements"
    COMPETENCES = "competences"
    TRAININGS = "trainings"
    PERFORMANCE = "performance"
    SERVICES = "services"
    VARIABLES = "variables"


class UnitKind(StrEnum):
    """Kinds of unit in a regional government (PP 18/2016; glossary for the terms)."""

    SETDA = "setda"
    ASISTEN = "asisten"
    BAGIAN = "bagian"
    SETWAN = "setwan"
    INSPEKTORAT = "inspektorat"
    IRBAN = "irban"
    DINAS = "dinas"
    BADAN = "badan"
    SATUAN = "satuan"
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    UPTD = "uptd"
    PUSKESMAS = "puskesmas"
    RSUD = "rsud"
    SEKRETARIAT = "sekretariat"
    BIDANG = "bidang"
    SUBBAGIAN = "subbagian"
    SUBBIDANG = "subbidang"
    SEKSI = "seksi"
    KELOMPOK_JF = "kelompok_jf"
    TIM_KERJA = "tim_kerja"
    OTHER = "other"


PERANGKAT_DAERAH = frozenset(
    {
        UnitKind.SETDA,
        UnitKind.SETWAN,
        UnitKind.INSPEKTORAT,
        UnitKind.DINAS,
        UnitKind.BADAN,
        UnitKind.SATUAN,
        UnitKind.KECAMATAN,
    }
)
"""Kinds that are a perangkat daerah of their own (PP 18/2016 ps. 5)."""

TERRITORIAL = frozenset({UnitKind.KECAMATAN, UnitKind.KELURAHAN, UnitKind.UPTD, UnitKind.PUSKESMAS})
"""Kinds that may do the same duty, each in its own territory."""


class PositionKind(StrEnum):
    """Kinds of position (UU 20/2023 ps. 13-18; PP 11/2017)."""

    JPT = "jpt"
    ADMINISTRATOR = "administrator"
    PENGAWAS = "pengawas"
    PELAKSANA = "pelaksana"
    JF = "jf"


class FunctionKind(StrEnum):
    """What a function statement is in its regulation."""

    TUGAS = "tugas"
    FUNGSI = "fungsi"
    URAIAN = "uraian"


class LinkKind(StrEnum):
    """Kinds of declared working relation between two units."""

    LEAD = "lead"
    COORDINATION = "coordination"
    HANDOFF = "handoff"
    DATA = "data"
    CONSULTATION = "consultation"
    FORUM = "forum"


class WorkloadApproach(StrEnum):
    """The four approaches of a workload analysis (PermenPANRB 1/2020)."""

    TASKS = "tasks"
    OUTPUT = "output"
    OBJECTS = "objects"
    EQUIPMENT = "equipment"


class RequirementKind(StrEnum):
    """What a position may require of its holder."""

    EDUCATION = "education"
    FIELD = "field"
    GOLONGAN = "golongan"
    EXPERIENCE = "experience"
    CERTIFICATE = "certificate"
    COMPETENCE = "competence"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """Where a value stands in what the planner gave.

    Args:
        file: path as typed, in POSIX form.
        sheet: sheet of a workbook, or empty.
        cell: cell (`C14`) or range (`A4:F1515`) of a sheet, or empty.
        line: line of a text file, from 1; 0 where a cell says it.
        column: column of that line, from 1; 0 for the whole line.
        article: pasal / ayat / huruf, or empty.
    """

    file: str
    sheet: str = ""
    cell: str = ""
    line: int = 0
    column: int = 0
    article: str = ""

    def __str__(self) -> str:
        """Spell the place the way reports cite it: `file!sheet!cell` or `file:line:column`."""
        if self.cell or self.sheet:
            return "!".join(part for part in (self.file, self.sheet, self.cell) if part)
        line = f":{self.line}" if self.line else ""
        column = f":{self.column}" if self.line and self.column else ""
        article = f" {self.article}" if self.article else ""
        return f"{self.file}{line}{column}{article}"


@dataclass(frozen=True, slots=True)
class Word:
    """A value that the message catalogue words in the reader's language (`facet.action`)."""

    key: str


Value = str | int | float | Word | tuple[str, ...] | tuple[Word, ...]
"""What a message parameter may be. Tuples are worded as a list."""

Params = tuple[tuple[str, Value], ...]
"""Named values of a message, sorted by name."""


def params(**values: Value) -> Params:
    """Name the values of a message, in a fixed order."""
    return tuple(sorted(values.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that keeps an input, a configuration or an output from being used.

    Args:
        key: catalogue key of the sentence and of the mend (`problem.<key>`).
        place: where, as exactly as is known.
        params: named values for the sentence.
    """

    key: str
    place: Place | None = None
    params: Params = ()


class UnusableInput(Exception):  # noqa: N818  # named for what is true, not for being an error
    """Nothing sensible can be computed; carries every problem found, not the first one."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.key for problem in problems))
        self.problems = problems
