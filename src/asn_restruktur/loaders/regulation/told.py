"""Which findings does the reading of regulations give?"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from asn_restruktur.findings import Evidence, Finding, Value, params
from asn_restruktur.loaders.regulation.amending import Amendment
from asn_restruktur.loaders.regulation.articles import Node
from asn_restruktur.loaders.regulation.lines import Line
from asn_restruktur.loaders.regulation.slips import Slip
from asn_restruktur.loaders.regulation.units import Unit
from asn_restruktur.loaders.understood import LeftOut
from asn_restruktur.rules import (
    AMENDED,
    AMENDMENT_WITHOUT_PLACE,
    ITEM_WITHOUT_PLACE,
    MARK_SLIP,
    UNIT_SPELLINGS,
    Rule,
)
from asn_restruktur.vocabulary import Place

MOST_PLACES = 20
_LONGEST_QUOTE = 400


def place_of(line: Line, article: str = "") -> Place:
    """Cite a line; of a PDF its page too."""
    return Place(file=line.file, line=line.number, article=article_of(line, article))


def article_of(line: Line, article: str) -> str:
    """Return the article of a place, the page of a PDF behind it (`Pasal 4 ayat (1), hal. 3`)."""
    page = f"hal. {line.page}" if line.page else ""
    return ", ".join(part for part in (article, page) if part)


def unplaced(file: str, items: Sequence[tuple[LeftOut, str, Node]]) -> Iterator[Finding]:
    """Tell the items that look like duties and were not taken over, by reason."""
    ordered = sorted(items, key=lambda item: item[0])
    for reason, group in groupby(ordered, key=lambda item: item[0]):
        rows = list(group)
        evidence = [
            _evidence(node.line, article, node.text) for _, article, node in rows[:MOST_PLACES]
        ]
        yield _finding(ITEM_WITHOUT_PLACE, str(reason), evidence, file=_name(file), count=len(rows))


def spellings(units: Iterable[Unit]) -> Iterator[Finding]:
    """Tell which different names were read as one unit."""
    for unit in units:
        named = list(unit.spellings.values())
        if len(named) > 1:
            evidence = [_evidence(line, "", name.text) for name, line in named]
            others = tuple(name.text for name, _ in named[1:])
            yield _finding(UNIT_SPELLINGS, "", evidence, unit=unit.name, others=others)


def amended(made: Iterable[Amendment], by: str) -> Iterator[Finding]:
    """Tell what a later regulation changed, old and new words quoted."""
    for amendment in made:
        evidence = []
        if amendment.old is not None:
            evidence.append(_evidence(amendment.old, amendment.place, amendment.before))
        evidence.append(_evidence(amendment.new, amendment.place, amendment.after))
        if amendment.is_applied:
            words: dict[str, Value] = {"place": amendment.place, "by": by}
            yield _finding(AMENDED, str(amendment.verb), evidence, **words)
        else:
            yield _finding(AMENDMENT_WITHOUT_PLACE, "place", evidence, place=amendment.place, by=by)


def without_base(line: Line, by: str, base: str) -> Finding:
    """Tell that the regulation which a text changes was not given."""
    return _finding(AMENDMENT_WITHOUT_PLACE, "base", [_evidence(line, "", "")], by=by, base=base)


def slipped(file: str, found: Sequence[Slip]) -> Iterator[Finding]:
    """Tell marks that are repeated, damaged or missing, by kind."""
    ordered = sorted(found, key=lambda slip: slip.kind)
    for kind, group in groupby(ordered, key=lambda slip: slip.kind):
        rows = list(group)
        evidence = [
            _evidence(slip.line, f"Pasal {slip.article}", slip.written)
            for slip in rows[:MOST_PLACES]
        ]
        first = rows[0]
        yield _finding(
            MARK_SLIP,
            str(kind),
            evidence,
            file=_name(file),
            count=len(rows),
            article=f"Pasal {first.article}",
            written=first.written,
            read=first.read,
        )


def _evidence(line: Line, article: str, quote: str) -> Evidence:
    text = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]} \u2026"
    return Evidence(place=place_of(line, article), quote=text)


def _finding(rule: Rule, variant: str, evidence: Sequence[Evidence], **values: Value) -> Finding:
    return Finding(
        rule=rule,
        key=f"{rule.code}.{variant}" if variant else rule.code,
        evidence=tuple(evidence),
        params=params(**values),
    )


def _name(file: str) -> str:
    return file.rpartition("/")[2]
