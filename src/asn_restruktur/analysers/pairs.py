"""What agrees and what differs in a pair of statements, and how is it told?"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from asn_restruktur import rules
from asn_restruktur.config import OverlapSettings
from asn_restruktur.findings import (
    Evidence,
    FacetComparison,
    Finding,
    Sign,
    Subject,
    SubjectKind,
    Word,
    params,
)
from asn_restruktur.language.facets import Clause, Part, clauses
from asn_restruktur.language.lexicon import Lexicon
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import Place, Severity, TableName

DUPLICATION = "duplication"
_FACETS = {
    "object": (Part.OBJECT,),
    "beneficiary": (Part.BENEFICIARY,),
    "territory": (Part.PLACE,),
}
_JOINERS = (" dan ", " serta ", ", ")


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement as a pair shows it."""

    statement_id: str
    text: str
    place: Place
    where: str
    clauses: Sequence[Clause]


def pair_findings(
    pairs: pd.DataFrame,
    organisation: Organisation,
    hierarchy: Hierarchy,
    readings: Readings,
    settings: OverlapSettings,
) -> tuple[tuple[Finding, ...], dict[str, list[str]]]:
    """Tell each pair with its facets, both texts and their places.

    Args:
        pairs: `statement_a`, `statement_b`, `kind`, `score`, `top_a`, `top_b`.
        organisation: whose statements they are.
        hierarchy: of its units.
        readings: for the lexicon.
        settings: the firm threshold, from which duplication between two perangkat daerah is an
            error (PP 18/2016 ps. 2 huruf e forbids it there, not inside one of them).

    Returns:
        One finding a pair, in order; and the columns `same_facets` and `different_facets`.
    """
    said = _said(pairs, organisation, hierarchy, readings.lexicon)
    findings = []
    signs: dict[str, list[str]] = {"same_facets": [], "different_facets": []}
    columns = ["statement_a", "statement_b", "kind", "score", "top_a", "top_b"]
    for a, b, kind, score, top_a, top_b in pairs[columns].itertuples(index=False, name=None):
        left, right = said[a], said[b]
        one, other = _closest(left.clauses, right.clauses)
        facets = _facets(left.text, one, right.text, other, readings.lexicon)
        names = [(facet.facet.removeprefix("facet."), facet.sign) for facet in facets]
        same = tuple(name for name, sign in names if sign is Sign.SAME)
        different = tuple((name, sign) for name, sign in names if sign is not Sign.SAME)
        signs["same_facets"].append(";".join(same))
        signs["different_facets"].append(";".join(name for name, _ in different))
        is_double = kind == DUPLICATION
        rule = rules.DUPLICATION if is_double else rules.OVERLAP
        is_firm = is_double and top_a != top_b and score >= settings.firm
        findings.append(
            Finding(
                rule=rule,
                key=f"{rule.code}.{_variant(same, different)}",
                severity=Severity.ERROR if is_firm else rule.severity,
                subjects=tuple(Subject(SubjectKind.STATEMENT, s) for s in (a, b)),
                evidence=(
                    _evidence(left, one, other, readings.lexicon),
                    _evidence(right, other, one, readings.lexicon),
                ),
                score=score,
                params=params(
                    unit_a=left.where,
                    unit_b=right.where,
                    text_a=left.text,
                    text_b=right.text,
                    matter=_matter(left.text, one, other) or left.text,
                    same=tuple(Word(f"facet.{name}") for name in same),
                    different=tuple(Word(f"compared.{name}.{sign}") for name, sign in different),
                ),
                facets=facets,
            )
        )
    return tuple(findings), signs


def _variant(same: Sequence[object], different: Sequence[object]) -> str:
    """Name the sentence that fits: all facets agree, some do, or none is quite the same."""
    if not different:
        return "all"
    return "some" if same else "near"


def _said(
    pairs: pd.DataFrame, organisation: Organisation, hierarchy: Hierarchy, lexicon: Lexicon
) -> dict[str, _Said]:
    ids = pd.unique(pd.concat([pairs["statement_a"], pairs["statement_b"]]))
    functions = organisation.functions
    functions = functions[functions["statement_id"].isin(ids)]
    places = organisation.places(TableName.FUNCTIONS, functions.index, "text")
    name = hierarchy.units["name"]
    tops = hierarchy.top_of(functions["unit_id"])
    rows = zip(
        functions["statement_id"],
        functions["text"],
        places,
        functions["unit_id"],
        tops,
        strict=True,
    )
    return {
        statement: _Said(
            statement,
            text,
            place,
            name[unit] if unit == top else f"{name[unit]} ({name[top]})",
            clauses(text, lexicon),
        )
        for statement, text, place, unit, top in rows
    }


def _closest(left: Sequence[Clause], right: Sequence[Clause]) -> tuple[Clause, Clause]:
    """Choose the duties of two statements that share most."""

    def shared(pair: tuple[Clause, Clause]) -> int:
        mine, yours = ({term.name for term in clause.terms} for clause in pair)
        acts = {act.sense for act in pair[0].acts} & {act.sense for act in pair[1].acts}
        return 2 * len(mine & yours) + len(acts)

    return max(((a, b) for a in left for b in right), key=shared)


def _facets(
    left: str, one: Clause, right: str, other: Clause, lexicon: Lexicon
) -> tuple[FacetComparison, ...]:
    """Compare two duties facet by facet; a facet that neither side names is left out."""
    found = [
        FacetComparison(
            "facet.action",
            _act_text(left, one),
            _act_sign(one, other, lexicon),
            _act_text(right, other),
        )
    ]
    for facet, parts in _FACETS.items():
        a, b = _shown(left, one, *parts), _shown(right, other, *parts)
        if a or b:
            sign = _sign(one.names(*parts), other.names(*parts), lexicon, a, b)
            found.append(FacetComparison(f"facet.{facet}", a, sign, b))
    return tuple(found)


def _act_sign(one: Clause, other: Clause, lexicon: Lexicon) -> Sign:
    mine, yours = ({act.sense for act in clause.acts} for clause in (one, other))
    if mine & yours or mine == yours:
        return Sign.SAME
    if any(near in yours for sense in mine for near in lexicon.near.get(sense, ())):
        return Sign.NEAR
    groups = ({act.group for act in clause.acts} for clause in (one, other))
    return Sign.NEAR if set.intersection(*groups) else Sign.DIFFERENT


def _sign(
    mine: Sequence[str], yours: Sequence[str], lexicon: Lexicon, left: str, right: str
) -> Sign:
    """Tell how what one side names stands to what the other names."""
    a, b = set(mine), set(yours)
    if a == b:
        return Sign.SAME
    if not a or not b:
        return Sign.BROADER if not a else Sign.NARROWER
    is_part = any(wide in b for name in a - b for wide in lexicon.ancestors(name))
    is_whole = any(wide in a for name in b - a for wide in lexicon.ancestors(name))
    if is_part != is_whole:
        return Sign.NARROWER if is_part else Sign.BROADER
    if a < b or b < a:
        longer = right if a < b else left
        is_list = any(joiner in longer for joiner in _JOINERS)
        return Sign.NARROWER if (a < b) == is_list else Sign.BROADER
    return Sign.NEAR if a & b or is_part else Sign.DIFFERENT


def _shown(text: str, clause: Clause, *parts: Part) -> str:
    """Return the stretch of the text that holds the terms of some parts."""
    spans = [(term.start, term.end) for term in clause.terms if term.part in parts]
    if not spans:
        return ""
    shown = text[min(start for start, _ in spans) : max(end for _, end in spans)]
    return f"{shown})" if shown.count("(") > shown.count(")") else shown


def _matter(text: str, one: Clause, other: Clause) -> str:
    """Return the stretch of the text that both duties are about, else its object."""
    theirs = {term.name for term in other.terms}
    shared = [(term.start, term.end) for term in one.terms if term.name in theirs]
    if not shared or not any(term.is_concept for term in one.terms if term.name in theirs):
        return _shown(text, one, Part.OBJECT)
    start, end = max(shared, key=lambda span: (span[1] - span[0], -span[0]))
    return text[start:end]


def _act_text(text: str, clause: Clause) -> str:
    if not clause.act_spans:
        return ""
    return text[clause.act_spans[0][0] : clause.act_spans[-1][1]]


def _evidence(said: _Said, clause: Clause, other: Clause, lexicon: Lexicon) -> Evidence:
    """Quote a statement and mark the words that agree with the other."""
    theirs = {term.name for term in other.terms}
    wider = {wide for name in theirs for wide in lexicon.ancestors(name)}
    spans = {
        (term.start, term.end)
        for term in clause.terms
        if term.name in theirs
        or term.name in wider - lexicon.broad
        or any(wide in theirs for wide in lexicon.ancestors(term.name))
    }
    if _act_sign(clause, other, lexicon) is not Sign.DIFFERENT:
        spans |= set(clause.act_spans)
    return Evidence(
        place=said.place,
        quote=said.text,
        subject=Subject(SubjectKind.STATEMENT, said.statement_id),
        marks=_joined(sorted(spans)),
    )


def _joined(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join spans that touch or overlap."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
