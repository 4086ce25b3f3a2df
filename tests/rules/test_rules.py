"""Every rule finds what its cases say it finds, and stays silent where they say so."""

from pathlib import Path

import pytest
import yaml

from asn_restruktur.rules import RULE_BY_CODE
from rule_cases import found_by, organisation_of

CASES = [
    pytest.param(document["rule"], case, id=f"{path.stem}-{name}")
    for path in sorted(Path(__file__).parent.glob("*.yaml"))
    for document in [yaml.safe_load(path.read_text(encoding="utf-8"))]
    for name, case in document.items()
    if name != "rule"
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_rule_finds_what_its_case_says(code: str, case: dict[str, object]) -> None:
    expected = sorted(tuple(units) for units in case["finds"])
    assert sorted(found_by(code, organisation_of(case))) == expected, case["why"]


# The DAT rules are about tables; tests/organisation and tests/loaders hold their cases.
@pytest.mark.parametrize(
    "code", sorted(code for code in RULE_BY_CODE if not code.startswith("DAT"))
)
def test_every_rule_about_the_organisation_has_a_case_that_finds_and_one_that_does_not(
    code: str,
) -> None:
    finds = [
        bool(case["finds"]) for rule, case in (param.values for param in CASES) if rule == code
    ]
    assert True in finds
    assert False in finds
