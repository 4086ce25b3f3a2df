"""What do these regulation texts say together, amendments applied?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from asn_restruktur.findings import Finding, Problem
from asn_restruktur.loaders.regulation import told
from asn_restruktur.loaders.regulation.amending import Amendment, amend
from asn_restruktur.loaders.regulation.annexed import joined
from asn_restruktur.loaders.regulation.articles import Article
from asn_restruktur.loaders.regulation.definitions import Definitions, definitions
from asn_restruktur.loaders.regulation.duties import read_duties
from asn_restruktur.loaders.regulation.instructions import instructions, is_amending
from asn_restruktur.loaders.regulation.phrases import duty_phrases
from asn_restruktur.loaders.regulation.references import Reference, references
from asn_restruktur.loaders.regulation.slips import slips
from asn_restruktur.loaders.regulation.statements import Duties
from asn_restruktur.loaders.regulation.tables import tables
from asn_restruktur.loaders.regulation.texts import RegulationText
from asn_restruktur.loaders.regulation.titles import enter_titled
from asn_restruktur.loaders.regulation.unit_lists import read_lists
from asn_restruktur.loaders.regulation.unit_names import unit_name
from asn_restruktur.loaders.regulation.unit_tree import UnitTree
from asn_restruktur.loaders.regulation.units import Key, Unit, key_of
from asn_restruktur.loaders.understood import FileReading, InputForm, LeftOut, Part, Source
from asn_restruktur.organisation.model import Government
from asn_restruktur.vocabulary import Place


@dataclass(slots=True)
class _Regulation:
    """One regulation as it reads now.

    Args:
        text: the file.
        articles: its articles, amended.
        basis: how units cite it (`Perwal 15/2017 jo. Perwal 8/2019`).
        findings: what there is to tell of its marks and its amendments.
    """

    text: RegulationText
    articles: list[Article]
    basis: str
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Read:
    """What one regulation states."""

    regulation: _Regulation
    units: list[Unit]
    duties: Duties
    defined: Definitions
    findings: tuple[Finding, ...]


def read_regulations(texts: Sequence[RegulationText]) -> list[FileReading | Problem]:
    """Read regulation texts together.

    A text that amends one of the others is applied to it, in the order given; one that amends a
    regulation which was not given is read for its own words, and that is told.

    Args:
        texts: in the order of the inputs.

    Returns:
        For each text what it gave, or the problem that it states no unit and no duty.
    """
    regulations, changed = _amended(texts)
    read = {id(one.text): _read(one) for one in regulations}
    every = references(unit for one in read.values() for unit in one.units)
    readings: list[FileReading | Problem] = []
    for text in texts:
        own = read.get(id(text))
        if own is not None and text.annexed and _is_title_alone(own):
            readings.append(text.annexed)
        elif own is not None and not own.units and not own.duties.statements:
            readings.append(Problem(key="input.no_duties", place=Place(file=text.file)))
        else:
            reading = (
                _own_reading(text, own, every)
                if own
                else _amending_reading(text, changed[id(text)])
            )
            readings.append(joined(reading, text.annexed) if text.annexed else reading)
    return readings


def _is_title_alone(own: _Read) -> bool:
    """Tell whether the lines of a text say no more than a title of its tables does."""
    return not own.duties.statements and len(own.units) <= 1


def _own_reading(text: RegulationText, own: _Read, every: Mapping[int, Reference]) -> FileReading:
    return FileReading(
        source=_source(text, own),
        tables=tables(own.units, own.duties.statements, every, own.regulation.basis),
        government=_government(text, own.defined),
        findings=own.findings,
    )


def _amended(
    texts: Sequence[RegulationText],
) -> tuple[list[_Regulation], dict[int, list[Amendment]]]:
    """Apply the amending texts to those that they amend."""
    amending = [text for text in texts if is_amending(text.lines)]
    regulations = [
        _Regulation(text, text.articles, _cited(text)) for text in texts if text not in amending
    ]
    for one in regulations:
        one.findings += told.slipped(one.text.file, slips(one.articles))
    changed: dict[int, list[Amendment]] = {}
    for text in amending:
        found = instructions(text.lines)
        base = _base_of(text, regulations)
        if base is None:
            own = [article for one in found for article in one.articles]
            regulation = _Regulation(text, own, _cited(text))
            regulation.findings += told.slipped(text.file, slips(own))
            named = str(text.identity.amends or "")
            regulation.findings.append(
                told.without_base(found[0].line, _cited(text) or text.file, named or "?")
            )
            regulations.append(regulation)
            continue
        new = [article for one in found for article in one.articles]
        base.findings += told.slipped(text.file, slips(new))
        base.articles, made = amend(base.articles, found)
        by = _cited(text) or text.file
        base.findings += told.amended(made, by)
        base.basis = " jo. ".join(part for part in (base.basis, _cited(text)) if part)
        changed[id(text)] = made
    return regulations, changed


def _base_of(text: RegulationText, regulations: Sequence[_Regulation]) -> _Regulation | None:
    """Return the regulation that a text amends: the one it names, or the only one there is."""
    amends = text.identity.amends
    for one in regulations:
        number = one.text.identity.number
        if amends and number and (amends.number, amends.year) == (number.number, number.year):
            return one
    unnumbered = [one for one in regulations if amends is None or one.text.identity.number is None]
    return unnumbered[0] if len(unnumbered) == 1 else None


def _read(regulation: _Regulation) -> _Read:
    articles = regulation.articles
    defined = definitions(articles)
    tree = UnitTree(_named(articles), defined.short_forms)
    if regulation.text.lines:
        enter_titled(regulation.text.identity.about, regulation.text.lines, tree)
    first = tree.root
    strange = read_lists(articles, tree)
    if first or tree.units:
        tree.enter(first or tree.units[0])
    duties = read_duties(articles, tree)
    for node in strange:
        duties.left_out[LeftOut.UNKNOWN_UNIT] += 1
        duties.unplaced.append((LeftOut.UNKNOWN_UNIT, "", node))
    file = regulation.text.file
    findings = (
        *regulation.findings,
        *told.unplaced(file, duties.unplaced),
        *told.spellings(tree.units),
    )
    return _Read(regulation, _stated(tree.units, duties), duties, defined, findings)


def _stated(units: Sequence[Unit], duties: Duties) -> list[Unit]:
    """Leave away units that a heading only mentions: not listed, without duty, head or part."""
    has_duty = {id(statement.unit) for statement in duties.statements}
    stated = {
        id(above)
        for unit in units
        if unit.is_listed or unit.head or id(unit) in has_duty
        for above in unit.upwards()
    }
    return [unit for unit in units if id(unit) in stated]


def _named(articles: Sequence[Article]) -> frozenset[Key]:
    """Return the units that sentences about duties name in full."""
    names = (
        unit_name(phrase.subject)
        for article in articles
        for node in article.walk()
        for phrase in duty_phrases(node.text)
    )
    return frozenset(key_of(name) for name in names if name is not None and name.words)


def _cited(text: RegulationText) -> str:
    return str(text.identity.number) if text.identity.number else ""


def _government(text: RegulationText, defined: Definitions) -> Government:
    """Return the government that the title or Pasal 1 names."""
    name = text.identity.government or defined.daerah
    kind = text.identity.government_kind or (name.split()[0].lower() if name else "")
    return Government(name=name, kind=kind)


def _source(text: RegulationText, own: _Read) -> Source:
    left_out = dict(own.duties.left_out)
    if text.furniture:
        left_out[LeftOut.PAGE_LINE] = text.furniture
    heads = sum(unit.head is not None for unit in own.units)
    counts = {"units": len(own.units), "positions": heads}
    return Source(
        file=text.file,
        form=InputForm.REGULATION,
        parts=(
            *(Part(table=name, rows=count) for name, count in counts.items() if count),
            Part(table="functions", rows=len(own.duties.statements), left_out=left_out),
        ),
        encoding=text.encoding,
        articles=sum(bool(article.label) for article in own.regulation.articles),
        short_forms=own.defined.short_forms,
    )


def _amending_reading(text: RegulationText, made: Sequence[Amendment]) -> FileReading:
    left_out = {LeftOut.PAGE_LINE: text.furniture} if text.furniture else {}
    return FileReading(
        source=Source(
            file=text.file,
            form=InputForm.REGULATION,
            parts=(Part(left_out=left_out),),
            encoding=text.encoding,
            amendments=sum(one.is_applied for one in made),
        )
    )
