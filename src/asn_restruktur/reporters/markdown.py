"""How does the report read as plain text that a repository or a chat shows?"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from asn_restruktur.findings import Finding, params
from asn_restruktur.reporters import marks
from asn_restruktur.reporters.foreign_text import one_line
from asn_restruktur.reporters.messages import Catalogue, catalogue
from asn_restruktur.reporters.report import Report
from asn_restruktur.reporters.summary import headline, leading_figures, left_out, size
from asn_restruktur.rules import DUPLICATION, OVERLAP
from asn_restruktur.vocabulary import REPORT_MARK

_MOST_PLACES = 3
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&@])")
# A number with a dot, a dash or a plus at the start of a text would begin a list.
_LIST = re.compile(r"^(\d+)([.)])|^([-+])")


def render(report: Report) -> Mapping[str, bytes]:
    """Write `report.md`: the summary, what to do, every pair and every finding."""
    words = catalogue(report.lang)
    parts = [
        *_head(report, words),
        *_advice(report, words),
        *_pairs(report, words),
        *_services(report, words),
        *_findings(report, words, are_about_data=False),
        *_findings(report, words, are_about_data=True),
        f"{words.say('markdown.foot', params(version=report.version))}",
    ]
    parts.append(f"<!-- {REPORT_MARK} -->")
    text = "\n\n".join(part for part in parts if part) + "\n"
    return {"report.md": text.encode("utf-8", errors="replace")}


def escaped(text: str) -> str:
    """Write a text on one line so that it means nothing but itself in Markdown."""
    shown = _SPECIAL.sub(r"\\\1", one_line(text))
    shown = _LIST.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", shown)
    return shown.replace("://", "\\://").replace("www.", "www\\.")


def _head(report: Report, words: Catalogue) -> Iterator[str]:
    place = escaped(report.organisation.government.name)
    yield "# " + " ".join(part for part in (words.say("markdown.title"), place) if part)
    if report.as_of:
        yield words.say("markdown.as_of", params(date=words.date(report.as_of)))
    yield f"**{headline(report, words)}**"
    yield size(report, words)
    yield left_out(report, words)
    numbers = [
        (
            words.number(figure.value),
            words.say(f"figures.{figure.name}.label"),
            words.say(f"figures.{figure.name}.meaning"),
        )
        for figure in leading_figures(report)
    ]
    yield _table([words.say(f"markdown.column.{name}") for name in _NUMBERS], numbers, right=(0,))


def _advice(report: Report, words: Catalogue) -> Iterator[str]:
    if not report.recommendations:
        return
    yield f"## {words.say('markdown.section.advice')}"
    for advice in report.recommendations:
        counted = [
            words.say(f"markdown.effect.{name}", params(count=int(figure.value)))
            for name in ("ends", "people_moved")
            if (figure := report.figures.get(f"advice.{name}:{advice.rank}"))
        ]
        levels = {"effort": advice.effort, "risk": advice.risk}
        counted[1:1] = [
            words.say(f"markdown.effect.{name}", params(level=words.word(f"level.{level.value}")))
            for name, level in levels.items()
        ]
        effect = " · ".join(counted)
        title = escaped(words.recommendation(advice))
        lines = [f"{advice.rank}. **{title}**", escaped(words.reason(advice))]
        lines += [escaped(words.steps(advice)), effect]
        yield "  \n   ".join(lines)


def _pairs(report: Report, words: Catalogue) -> Iterator[str]:
    pairs = [finding for finding in report.findings if finding.rule in {DUPLICATION, OVERLAP}]
    if not pairs:
        return
    yield f"## {words.say('markdown.section.pairs')}"
    for finding in pairs:
        facets = [
            f"{words.word(line.facet)} {marks.SIGN[line.sign]} {words.word(f'sign.{line.sign}')}"
            for line in finding.facets
        ]
        quotes = [
            f"> {letter}: {escaped(evidence.quote)} ({escaped(str(evidence.place or ''))})"
            for letter, evidence in zip("AB", finding.evidence, strict=False)
        ]
        score = report.figures.get(f"pair.score:{finding.fingerprint}")
        told = [_title(report, finding, words), *([words.number(score.value, 2)] if score else [])]
        yield f"### {' · '.join(told)}"
        yield "  \n".join(quotes)
        yield "; ".join(facets)


def _services(report: Report, words: Catalogue) -> Iterator[str]:
    topics = report.tables["topics"]
    if topics.empty:
        return
    names = {str(unit): str(name) for unit, name in report.hierarchy.units["name"].items()}
    columns = ["topic", "units", "is_fragmented", "lead_unit"]
    rows = []
    for topic, units, is_fragmented, lead in topics[columns].itertuples(index=False, name=None):
        listed = [names.get(unit, unit) for unit in str(units).split(";") if unit]
        rows.append(
            (
                escaped(str(topic)),
                escaped(words.listing(listed)),
                words.say("markdown.yes" if is_fragmented else "markdown.no"),
                escaped(names.get(str(lead), str(lead))) or words.say("markdown.no_lead"),
            )
        )
    yield f"## {words.say('markdown.section.services')}"
    yield _table([words.say(f"markdown.column.{name}") for name in _SERVICES], rows)


def _findings(report: Report, words: Catalogue, *, are_about_data: bool) -> Iterator[str]:
    findings = [f for f in report.findings if f.code.startswith("DAT") == are_about_data]
    if not findings:
        return
    section = "markdown.section.quality" if are_about_data else "markdown.section.findings"
    rows = [
        (
            _severity(finding, words),
            finding.code,
            report.short_ids[finding.fingerprint],
            escaped(words.finding(finding)),
            _places(finding, words),
        )
        for finding in findings
    ]
    yield f"## {words.say(section)}"
    yield _table([words.say(f"markdown.column.{name}") for name in _FINDINGS], rows)


_NUMBERS = ("number", "what", "meaning")
_SERVICES = ("service", "units", "fragmented", "lead")
_FINDINGS = ("severity", "code", "id", "finding", "places")


def _title(report: Report, finding: Finding, words: Catalogue) -> str:
    name = words.say(f"{finding.code}.name")
    return f"{report.short_ids[finding.fingerprint]} · {finding.code} {name}"


def _severity(finding: Finding, words: Catalogue) -> str:
    word = words.word(f"severity.{finding.severity.name.lower()}")
    return f"{marks.SEVERITY[finding.severity]} {word}"


def _places(finding: Finding, words: Catalogue) -> str:
    told = [escaped(str(place)) for place in finding.places]
    if len(told) > _MOST_PLACES:
        more = words.say("markdown.more", params(count=len(told) - _MOST_PLACES))
        told = [*told[:_MOST_PLACES], more]
    return "<br>".join(told)


def _table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[int] = ()
) -> str:
    """Write a table of cells that are escaped already."""
    rule = ["--:" if at in right else "---" for at in range(len(heads))]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [heads, rule, *rows])
