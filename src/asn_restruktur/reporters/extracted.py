"""What was read of regulations and charts, and what was not, in lines for a terminal?"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from asn_restruktur.findings import Finding, Word, params
from asn_restruktur.loaders.understood import InputForm, LeftOut, Reading, Source
from asn_restruktur.organisation.model import RawTable
from asn_restruktur.reporters.foreign_text import visible
from asn_restruktur.reporters.messages.catalogue import Catalogue
from asn_restruktur.rules import AMENDED
from asn_restruktur.vocabulary import TableName

_LONGEST = 160
_INDENT = "  "
_COUNTED = {"units": "units", "functions": "statements", "positions": "posts"}


def lines(reading: Reading, findings: Sequence[Finding], words: Catalogue) -> Iterator[str]:
    """Word what each file gave, what was left out of it, and what there is to know.

    Args:
        reading: the files, as understood, and their tables.
        findings: about the data; those with a place in a file stand below it.
        words: the message catalogue.

    Yields:
        One line a file, then indented ones; an amendment shows the old and the new words.
    """
    rows = _rows(reading.tables)
    for source in reading.sources:
        own = {table: count for (file, table), count in rows.items() if file == source.file}
        yield _counts(source, own, words)
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


def _rows(tables: Iterable[RawTable]) -> Counter[tuple[str, TableName]]:
    """Count the rows that each file gave to each table."""
    return Counter(
        (str(file), table.name) for table in tables for file in table.frame["place_file"]
    )


def _counts(source: Source, rows: Mapping[TableName, int], words: Catalogue) -> str:
    """Word what a file gave: of a text its articles too, of any other the tables that it has."""
    if source.amendments:
        values = params(file=source.file, count=source.amendments)
        return words.say("cli.extract.text.amending", values)
    if source.form is not InputForm.REGULATION:
        counted = [
            words.say(
                "cli.extract.text.part", params(count=rows[name], reason=Word(f"table.{name}"))
            )
            for name in TableName
            if rows.get(name)
        ]
        values = params(file=source.file, parts=words.listing(counted))
        return words.say("cli.extract.text.other", values)
    counts = dict.fromkeys(_COUNTED.values(), 0)
    for part in source.parts:
        if part.table in _COUNTED:
            counts[_COUNTED[part.table]] += part.rows
    values = params(file=source.file, articles=source.articles, **counts)
    return words.say("cli.extract.text.one", values)


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
