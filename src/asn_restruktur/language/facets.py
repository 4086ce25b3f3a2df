"""What does one function statement say: who does what, on what, for whom, where?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from asn_restruktur.language.data import word_list
from asn_restruktur.language.lexicon import Act, Lexicon
from asn_restruktur.language.stems import stem
from asn_restruktur.language.tokens import Token, tokens

LIGHT, PREPARATORY = "ringan", "siap"
COORDINATION, FACILITATION = "KOR", "FAS"


class Part(StrEnum):
    """The part of a clause in which a term stands."""

    OBJECT = "object"
    BENEFICIARY = "beneficiary"
    PLACE = "place"
    MEANS = "means"
    TAIL = "tail"


OPENERS: dict[str, Part] = {
    "bagi": Part.BENEFICIARY,
    "kepada": Part.BENEFICIARY,
    "untuk": Part.BENEFICIARY,
    "di": Part.PLACE,
    "pada": Part.PLACE,
    "dalam": Part.PLACE,
    "ke": Part.PLACE,
    "dari": Part.PLACE,
    "tingkat": Part.PLACE,
    "lintas": Part.PLACE,
    "antar": Part.PLACE,
    "menjelang": Part.PLACE,
    "melalui": Part.MEANS,
    "dengan": Part.MEANS,
    "lewat": Part.MEANS,
    "secara": Part.MEANS,
    "oleh": Part.MEANS,
    "sebagai": Part.MEANS,
    "tentang": Part.OBJECT,
    "mengenai": Part.OBJECT,
    "terkait": Part.OBJECT,
    "terhadap": Part.OBJECT,
    "atas": Part.OBJECT,
    "termasuk": Part.OBJECT,
    "berupa": Part.OBJECT,
    "meliputi": Part.OBJECT,
    "mencakup": Part.OBJECT,
    "sesuai": Part.TAIL,
    "berdasarkan": Part.TAIL,
    "agar": Part.TAIL,
    "guna": Part.TAIL,
    "sehingga": Part.TAIL,
    "rangka": Part.TAIL,
}
"""Words that open a part; what follows belongs to it until the next opener."""

_JOINERS = frozenset({"dan", "serta", "atau", ",", ";"})
_NEGATIONS = frozenset({"tidak", "non", "bukan", "selain", "kecuali", "tanpa", "belum"})
_SEPARATORS = frozenset(",;:()")
_VERB_PREFIXES = ("me", "di")
_SHORTEST_VERB = 7


@dataclass(frozen=True, slots=True)
class Term:
    """A concept or word of a clause, the part it stands in, and its span in the text."""

    name: str
    part: Part
    start: int
    end: int
    is_concept: bool = False
    is_within: bool = False  # a word inside a phrase that is a concept


@dataclass(slots=True)
class Clause:
    """One duty of a statement: its actions and its terms.

    Args:
        acts: what is done, the first the main one; light verbs left out.
        operator: KOR or FAS when another act is coordinated or facilitated, else "".
        is_preparatory: only material is prepared.
        terms: what it is done on, for whom, where, by what.
        act_spans: where the action words stand.
    """

    acts: list[Act] = field(default_factory=list)
    operator: str = ""
    is_preparatory: bool = False
    terms: list[Term] = field(default_factory=list)
    act_spans: list[tuple[int, int]] = field(default_factory=list)

    def names(self, *parts: Part) -> list[str]:
        """Return the names of its terms in some parts, words inside phrases left out."""
        return [term.name for term in self.terms if term.part in parts and not term.is_within]


def clauses(text: str, lexicon: Lexicon) -> list[Clause]:
    """Take a statement apart into its duties.

    "pembangunan dan pemeliharaan jalan serta penertiban parkir liar" has two: building and
    maintaining roads, and clearing parking. A word that could be an action stays part of the
    object where a noun compound needs it ("evaluasi pembangunan daerah").

    Args:
        text: a function statement as written.
        lexicon: what is known of its words.

    Returns:
        At least one clause; an unintelligible text gives one without acts.
    """
    words = tokens(text)
    plain = [token.word for token in words]
    found: list[Clause] = []
    at = 0
    while at < len(words):
        clause = Clause()
        at = _read_acts(words, plain, at, clause, lexicon)
        at = _read_terms(text, words, plain, at, clause, lexicon)
        if clause.terms or clause.acts:
            found.append(clause)
    return _share(found) or [Clause()]


def _read_acts(
    words: Sequence[Token], plain: Sequence[str], at: int, clause: Clause, lexicon: Lexicon
) -> int:
    """Take the action words at the head; stop where the object begins."""
    is_open = True  # whether a further act may follow
    while at < len(words):
        if plain[at] in _JOINERS:
            if not _joins_acts(plain, at, lexicon):
                return at
            is_open = True
            at += 1
            continue
        act = lexicon.act(plain, at)
        length, concept = lexicon.longest(plain, at)
        if act is None or not is_open or (length > 1 and clause.acts):
            return at
        clause.act_spans.append((words[at].start, words[at].end))
        at += 1
        if act.sense == PREPARATORY:
            clause.is_preparatory = True
            at += plain[at : at + 1] == ["bahan"]
            continue
        if act.sense == LIGHT or _operates(act, clause):
            continue
        clause.acts.append(act)
        is_open = False
        if length > 1:  # it opens a known phrase, which names the object too
            span = words[at - 1 : at - 1 + length]
            _add_concept(span, concept, Part.OBJECT, clause, lexicon)
            if not lexicon.longest(plain, at)[0]:
                return at - 1 + length
    return at


def _joins_acts(plain: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a further act, or a further joiner, stands behind a joiner."""
    following = plain[at + 1] if at + 1 < len(plain) else ""
    return following in lexicon.acts or following in _JOINERS


def _operates(act: Act, clause: Clause) -> bool:
    """Note that another act is coordinated or facilitated: it follows, and is an act too."""
    if act.group not in (COORDINATION, FACILITATION) or clause.acts:
        return False
    clause.operator = clause.operator or act.group
    clause.acts.append(act)
    return True


def _read_terms(
    text: str,
    words: Sequence[Token],
    plain: Sequence[str],
    at: int,
    clause: Clause,
    lexicon: Lexicon,
) -> int:
    """Take the terms of a clause; stop where a further act begins another clause."""
    part = Part.OBJECT
    fillers = word_list("fillers")
    while at < len(words):
        word = plain[at]
        if word in _JOINERS:
            following = plain[at + 1] if at + 1 < len(plain) else ""
            begins = following in lexicon.acts and lexicon.longest(plain, at + 1)[0] <= 1
            if (
                begins
                and part is not Part.TAIL
                and clause.terms
                and _is_duty(plain, at + 1, lexicon)
            ):
                return at + 1
            at += 1
            continue
        if word in _SEPARATORS:
            at += 1
            continue
        length, concept = lexicon.longest(plain, at, is_capital=words[at].is_capital)
        if word in word_list("territories") and length <= 1:
            at = _past_territory(text, words, at)
            continue
        if length:
            _add_concept(words[at : at + length], concept, part, clause, lexicon)
            at += length
            continue
        if word in OPENERS:
            part = _opened(plain, at, part)
            at += 1
            continue
        if word in _NEGATIONS and at + 1 < len(words):
            name = f"tidak {stem(plain[at + 1])}"
            clause.terms.append(Term(name, part, words[at].start, words[at + 1].end))
            at += 2
            continue
        if word not in fillers:
            clause.terms.append(Term(stem(word), part, words[at].start, words[at].end))
        at += 1
    return at


def _past_territory(text: str, words: Sequence[Token], at: int) -> int:
    """Step over a territory and its name: where a unit works does not say what it does."""
    at += 1
    while at < len(words) and text[words[at].start].isupper() and not words[at].is_capital:
        at += 1
    return at


def _is_duty(plain: Sequence[str], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a further duty begins, and not one more noun of a list.

    "pendidikan, pelatihan dan pembinaan" at the end of a statement is a list of nouns; an action
    word with an object behind it is a duty.
    """
    end = at + 1
    while end < len(plain) and (
        plain[end] in _JOINERS or (plain[end - 1] in _JOINERS and plain[end] in lexicon.acts)
    ):
        end += 1
    return end < len(plain) and plain[end] not in _SEPARATORS


def _opened(plain: Sequence[str], at: int, part: Part) -> Part:
    """Tell which part a preposition opens here."""
    word = plain[at]
    following = plain[at + 1] if at + 1 < len(plain) else ""
    if word in ("di", "pada", "dalam") and following in ("bidang", "urusan", "hal"):
        return Part.OBJECT
    if word == "dengan" and following == "cara":
        return Part.TAIL
    if word == "dalam" and following == "rangka":
        return Part.TAIL
    if (
        word == "untuk"
        and following.startswith(_VERB_PREFIXES)
        and len(following) >= _SHORTEST_VERB
    ):
        return Part.TAIL
    return Part.TAIL if part is Part.TAIL else OPENERS[word]


def _add_concept(
    span: Sequence[Token], concept: str, part: Part, clause: Clause, lexicon: Lexicon
) -> None:
    start, end = span[0].start, span[-1].end
    if concept in lexicon.beneficiaries and part is Part.OBJECT:
        part = Part.BENEFICIARY
    clause.terms.append(Term(concept, part, start, end, is_concept=True))
    clause.terms.extend(
        Term(inner, part, start, end, is_concept=True, is_within=True)
        for inner in lexicon.inner.get(concept, ())
    )
    fillers = word_list("fillers")
    for word in dict.fromkeys(concept.split()):
        if word not in fillers and word not in _NEGATIONS:
            clause.terms.append(Term(stem(word), part, start, end, is_within=True))


def _share(found: list[Clause]) -> list[Clause]:
    """Give a clause without object that of its neighbour: "pengolahan dan penyajian data"."""
    for before, after in pairwise(found):
        if not any(term.part is Part.OBJECT for term in before.terms):
            before.terms.extend(term for term in after.terms if term not in before.terms)
    return found
