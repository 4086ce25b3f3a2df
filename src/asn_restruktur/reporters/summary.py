"""What does every form say first?"""

from asn_restruktur.findings import Figure, params
from asn_restruktur.reporters.messages import Catalogue
from asn_restruktur.reporters.report import Report

LEADING = (
    "overlap.duplications",
    "overlap.overlaps",
    "topics.without_lead",
    "coordination.gaps",
    "structure.empty_posts",
)
"""The figures of the first screen, in their order; one that the data does not give stays away."""

LARGEST_SPELLED = 12


def leading_figures(report: Report) -> tuple[Figure, ...]:
    """Return the figures of the first screen that this report has."""
    return tuple(report.figures[key] for key in LEADING if key in report.figures)


def headline(report: Report, words: Catalogue) -> str:
    """Say in one sentence what is wrong, or what was read without finding anything wrong."""
    if missing := nothing_read(report):
        return _sentence([words.say(f"summary.{missing}")])
    duties = _counted(report, words, "overlap.duplications")
    if not duties:
        number = words.number(_value(report, "city.statements"))
        duties = words.say("summary.no_duplication", params(statements=number))
    others = ("topics.without_lead", "coordination.gaps", "overlap.overlaps")
    second = (_counted(report, words, key) for key in others)
    return _sentence([duties, next((part for part in second if part), "")])


def nothing_read(report: Report) -> str:
    """Name what a comparison of duties lacks (`summary.<name>`); "" where there is something."""
    if not _value(report, "city.units"):
        return "no_units"
    return "" if _value(report, "city.statements") else "no_statements"


def size(report: Report, words: Catalogue) -> str:
    """Say how large the organisation is."""
    names = ("top_units", "units", "statements", "employees")
    values = {name: int(_value(report, f"city.{name}")) for name in names}
    return words.say("summary.size", params(**values))


def left_out(report: Report, words: Catalogue) -> str:
    """Say how many rows could not be used; "" when all could."""
    said = _counted(report, words, "data.left_out")
    return _sentence([said]) if said else ""


def _counted(report: Report, words: Catalogue, key: str) -> str:
    """Say a figure as a clause; "" when it is zero or not known."""
    value = int(_value(report, key))
    if not value:
        return ""
    is_small = value <= LARGEST_SPELLED
    number = words.word(f"numeral.{value}") if is_small else words.number(value)
    return words.say(f"summary.{key.partition('.')[2]}", params(count=value, number=number))


def _sentence(parts: list[str]) -> str:
    text = "; ".join(part for part in parts if part)
    return f"{text[:1].upper()}{text[1:]}."


def _value(report: Report, key: str) -> int | float:
    figure = report.figures.get(key)
    return figure.value if figure else 0
