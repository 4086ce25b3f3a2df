"""What was read of regulation texts, and what was not, in lines for a terminal?"""

from collections.abc import Iterable, Iterator, Sequence

from asn_restruktur.findings import Finding, Word, params
from asn_restruktur.loaders.understood import LeftOut, Source
from asn_restruktur.reporters.foreign_text import visible
from asn_restruktur.reporters.messages.catalogue import Catalogue
from asn_restruktur.rules import AMENDED

_LONGEST = 160
_INDENT = "  "
_TABLES = {"units": "units", "functions": "statements", "positions": "posts"}


def lines(
    sources: Iterable[Source], findings: Sequence[Finding], words: Catalogue
) -> Iterator[str]:
    """Word what each file gave, what was left out of it, and what there is to know.

    Args:
        sources: the files, as understood.
        findings: about the data; those with a place in a file stand below it.
        words: the message catalogue.

    Yields:
        One line a file, then indented ones; an amendment shows the old and the new words.
    """
    for source in sources:
        yield _counts(source, words)
        left_out = [
            _left(reason, count, words)
            for part in source.parts
            for reason, count in part.left_out.items()
        ]
        if left_out:
            parts = words.listing(left_out)
            yield _INDENT + words.say("cli.extract.text.left_out", params(parts=parts))
        for finding in findings:
            if finding.places and finding.places[-1].file == source.file:
                yield from _told(finding, words)


def _left(reason: LeftOut, count: int, words: Catalogue) -> str:
    """Word one reason; those of tables and charts as the understanding of a file words them."""
    if words.has(f"words.left_out.{reason}"):
        values = params(count=count, reason=Word(f"left_out.{reason}"))
        return words.say("cli.extract.text.part", values)
    key = f"inspect.left.{reason}"
    return words.say(key if words.has(key) else "inspect.left.other", params(count=count))


def _counts(source: Source, words: Catalogue) -> str:
    if source.amendments:
        values = params(file=source.file, count=source.amendments)
        return words.say("cli.extract.text.amending", values)
    counts = dict.fromkeys(_TABLES.values(), 0)
    for part in source.parts:
        if part.table in _TABLES:
            counts[_TABLES[part.table]] += part.rows
    return words.say(
        "cli.extract.text.one", params(file=source.file, articles=source.articles, **counts)
    )


def _told(finding: Finding, words: Catalogue) -> Iterator[str]:
    place = words.place(finding.places[-1])
    text = visible(words.finding(finding))
    yield _INDENT + words.say("cli.extract.text.finding", params(place=visible(place), text=text))
    if finding.rule is not AMENDED:
        return
    *before, after = finding.evidence
    for evidence in before:
        yield 2 * _INDENT + words.say(
            "cli.extract.text.change", params(before=_short(evidence.quote))
        )
    if after.quote:
        yield 2 * _INDENT + words.say("cli.extract.text.became", params(after=_short(after.quote)))


def _short(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]} \u2026"
