import pytest

from asn_restruktur.config import OverlapSettings
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.reporters.rule_page import rule_page, rule_record
from asn_restruktur.rules import DUPLICATION, OVERLAP, RULES, Rule
from asn_restruktur.vocabulary import Language


@pytest.mark.parametrize("lang", Language)
def test_a_rule_that_may_weigh_more_says_when(lang: Language) -> None:
    words = catalogue(lang)
    record = rule_record(DUPLICATION, words)
    assert words.number(OverlapSettings().firm, 2) in record["severe"]
    assert record["severe"] in rule_page(DUPLICATION, words)
    assert "severe" not in rule_record(OVERLAP, words)


@pytest.mark.parametrize("lang", Language)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_told_without_a_gap(rule: Rule, lang: Language) -> None:
    page = rule_page(rule, catalogue(lang))
    assert "{" not in page
    assert catalogue(lang).say(f"{rule.code}.mend") in page
