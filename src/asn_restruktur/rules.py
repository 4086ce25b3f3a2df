"""Which rules are there, how much does each weigh, and on what does it rest?"""

from dataclasses import dataclass
from enum import StrEnum

from asn_restruktur.vocabulary import Severity


class Confidence(StrEnum):
    """How well the source of a rule or number is known."""

    VERIFIED = "verified"  # the text of the regulation was read
    SECOND_HAND = "second_hand"  # program code, slides or news that state it
    MEMORY = "memory"  # widely quoted, its text not seen
    METHOD = "method"  # a published method, no legal rule
    TECHNICAL = "technical"  # follows from what a table is


@dataclass(frozen=True, slots=True)
class Basis:
    """What a rule rests on: regulation and article, or a published method."""

    text: str
    confidence: Confidence


TABLE = Basis("tables and ids of the organisation", Confidence.TECHNICAL)
GAO_15_49SP = Basis("GAO-15-49SP (2015)", Confidence.METHOD)
DIVIDED_DUTIES = Basis("PP 18/2016 Pasal 2 huruf e", Confidence.VERIFIED)
CLEAR_WORKING_RELATIONS = Basis("PP 18/2016 Pasal 2 huruf g", Confidence.VERIFIED)
SPAN_OF_CONTROL = Basis("PP 18/2016 Pasal 2 huruf f", Confidence.VERIFIED)
TWO_LEVELS = Basis("PermenPANRB 25/2021", Confidence.SECOND_HAND)
BASIC_SERVICES = Basis("PP 2/2018", Confidence.MEMORY)
UPTD_WORK = Basis("Permendagri 12/2017", Confidence.SECOND_HAND)
PRACTICE = Basis("organisation design practice", Confidence.METHOD)
WORKLOAD_NEED = Basis("PermenPANRB 1/2020", Confidence.VERIFIED)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; its name, explanation and mend stand in the message catalogue under `code`.

    Args:
        code: permanent once released.
        name: short English name, as an identifier.
        severity: default severity.
        basis: what it rests on.
    """

    code: str
    name: str
    severity: Severity
    basis: Basis


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

UNREADABLE = Rule("DAT001", "unreadable", _E, TABLE)
UNRECOGNISED = Rule("DAT002", "unrecognised", _N, TABLE)
UNKNOWN_COLUMN = Rule("DAT003", "unknown_column", _N, TABLE)
NO_STORED_VALUE = Rule("DAT004", "no_stored_value", _W, TABLE)
DUPLICATE_ID = Rule("DAT101", "duplicate_id", _E, TABLE)
MISSING_PARENT = Rule("DAT102", "missing_parent", _E, TABLE)
PARENT_CYCLE = Rule("DAT103", "parent_cycle", _E, TABLE)
TWO_PARENTS = Rule("DAT104", "two_parents", _E, TABLE)
UNKNOWN_WORD = Rule("DAT105", "unknown_word", _W, TABLE)
UNKNOWN_REFERENCE = Rule("DAT106", "unknown_reference", _E, TABLE)
WRONG_TYPE = Rule("DAT107", "wrong_type", _E, TABLE)
CONFLICTING_VALUES = Rule("DAT108", "conflicting_values", _W, TABLE)
MISSING_VALUE = Rule("DAT109", "missing_value", _E, TABLE)
UNKNOWN_KEY = Rule("DAT110", "unknown_key", _E, TABLE)
DIGITS_LOST = Rule("DAT111", "digits_lost", _E, TABLE)
TIME_UNIT_MIXED = Rule("DAT112", "time_unit_mixed", _W, WORKLOAD_NEED)
UNIT_NAME_RESOLVED = Rule("DAT113", "unit_name_resolved", _N, TABLE)
UNKNOWN_SPELLING = Rule("DAT114", "unknown_spelling", _N, TABLE)
UNITS_FROM_POSTS = Rule("DAT115", "units_from_posts", _N, TABLE)
NOT_FILLED_IN = Rule("DAT116", "not_filled_in", _N, TABLE)
FAULTY_NIP = Rule("DAT117", "faulty_nip", _W, TABLE)
UNPLACED = Rule("DAT118", "unplaced", _W, TABLE)
ITEM_WITHOUT_PLACE = Rule("DAT201", "item_without_place", _W, TABLE)
UNIT_SPELLINGS = Rule("DAT202", "unit_spellings", _N, TABLE)
AMENDED = Rule("DAT203", "amended", _N, TABLE)
AMENDMENT_WITHOUT_PLACE = Rule("DAT204", "amendment_without_place", _W, TABLE)
MARK_SLIP = Rule("DAT205", "mark_slip", _N, TABLE)

DUPLICATION = Rule("FUN101", "duplication", _W, DIVIDED_DUTIES)
OVERLAP = Rule("FUN102", "overlap", _W, GAO_15_49SP)
FRAGMENTATION = Rule("FUN103", "fragmentation", _W, GAO_15_49SP)
UNSPECIFIC = Rule("FUN105", "unspecific", _N, PRACTICE)
SAID_TWICE = Rule("FUN106", "said_twice", _N, PRACTICE)
FOREIGN_NAME = Rule("FUN107", "foreign_name", _W, PRACTICE)
POLICY_IN_UPTD = Rule("FUN108", "policy_in_uptd", _W, UPTD_WORK)
SUPPORT_IN_LINE = Rule("FUN109", "support_in_line", _N, PRACTICE)
BORROWED_LIST = Rule("FUN110", "borrowed_list", _W, DIVIDED_DUTIES)
SERVICE_WITHOUT_DUTY = Rule("FUN111", "service_without_duty", _N, BASIC_SERVICES)

TOPIC_WITHOUT_LEAD = Rule("KOR101", "topic_without_lead", _W, CLEAR_WORKING_RELATIONS)
COMPETING_LEADS = Rule("KOR102", "competing_leads", _W, CLEAR_WORKING_RELATIONS)
MEMBER_UNLINKED = Rule("KOR103", "member_unlinked", _W, CLEAR_WORKING_RELATIONS)
HANDOFF_WITHOUT_LINK = Rule("KOR104", "handoff_without_link", _W, CLEAR_WORKING_RELATIONS)
COUPLED_WITHOUT_LINK = Rule("KOR105", "coupled_without_link", _W, CLEAR_WORKING_RELATIONS)
HUB = Rule("KOR106", "hub", _N, PRACTICE)

WIDE_SPAN = Rule("STR101", "wide_span", _N, SPAN_OF_CONTROL)
NARROW_SPAN = Rule("STR102", "narrow_span", _N, SPAN_OF_CONTROL)
DEEP_LAYERS = Rule("STR103", "deep_layers", _N, TWO_LEVELS)
NO_FUNCTIONS = Rule("STR104", "no_functions", _W, PRACTICE)
NO_HEAD = Rule("STR105", "no_head", _W, PRACTICE)
SINGLE_CHILD = Rule("STR106", "single_child", _N, PRACTICE)
EMPTY_POST = Rule("STR107", "empty_post", _W, WORKLOAD_NEED)
LOPSIDED_SIBLINGS = Rule("STR108", "lopsided_siblings", _N, PRACTICE)

RULES = (
    UNREADABLE,
    UNRECOGNISED,
    UNKNOWN_COLUMN,
    NO_STORED_VALUE,
    DUPLICATE_ID,
    MISSING_PARENT,
    PARENT_CYCLE,
    TWO_PARENTS,
    UNKNOWN_WORD,
    UNKNOWN_REFERENCE,
    WRONG_TYPE,
    CONFLICTING_VALUES,
    MISSING_VALUE,
    UNKNOWN_KEY,
    DIGITS_LOST,
    TIME_UNIT_MIXED,
    UNIT_NAME_RESOLVED,
    UNKNOWN_SPELLING,
    UNITS_FROM_POSTS,
    NOT_FILLED_IN,
    FAULTY_NIP,
    UNPLACED,
    ITEM_WITHOUT_PLACE,
    UNIT_SPELLINGS,
    AMENDED,
    AMENDMENT_WITHOUT_PLACE,
    MARK_SLIP,
    DUPLICATION,
    OVERLAP,
    FRAGMENTATION,
    UNSPECIFIC,
    SAID_TWICE,
    FOREIGN_NAME,
    POLICY_IN_UPTD,
    SUPPORT_IN_LINE,
    BORROWED_LIST,
    SERVICE_WITHOUT_DUTY,
    TOPIC_WITHOUT_LEAD,
    COMPETING_LEADS,
    MEMBER_UNLINKED,
    HANDOFF_WITHOUT_LINK,
    COUPLED_WITHOUT_LINK,
    HUB,
    WIDE_SPAN,
    NARROW_SPAN,
    DEEP_LAYERS,
    NO_FUNCTIONS,
    NO_HEAD,
    SINGLE_CHILD,
    EMPTY_POST,
    LOPSIDED_SIBLINGS,
)
"""Every rule, in the order of its code."""

RULE_BY_CODE = {rule.code: rule for rule in RULES}
