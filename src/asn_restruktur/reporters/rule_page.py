"""How is a rule told: in a line, as a record, and in full?"""

from asn_restruktur.config import OverlapSettings
from asn_restruktur.findings import params
from asn_restruktur.reporters.messages.catalogue import Catalogue
from asn_restruktur.rules import Rule

PARTS = ("what", "why", "when_not", "severe", "mend", "good", "bad")
"""Texts of a rule in the catalogue, in the order in which they are told."""


def rule_line(rule: Rule, words: Catalogue) -> str:
    """Tell code, severity and name in one line."""
    severity = words.word(f"severity.{rule.severity.name.lower()}")
    return f"{rule.code}  {severity:<8}{words.say(f'{rule.code}.name')}"


def rule_record(rule: Rule, words: Catalogue) -> dict[str, str]:
    """Tell the rule as a record for a script: keys and severities in English, texts worded."""
    record = {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.name.lower(),
        "basis": rule.basis.text,
        "confidence": rule.basis.confidence.value,
        "title": words.say(f"{rule.code}.name"),
    }
    texts = {part: f"{rule.code}.{part}" for part in PARTS}
    limits = params(firm=OverlapSettings().firm)
    return record | {part: words.say(key, limits) for part, key in texts.items() if words.has(key)}


def rule_page(rule: Rule, words: Catalogue) -> str:
    """Tell the rule in full: what it means, why, when it does not apply, and what helps."""
    record = rule_record(rule, words)
    basis = params(
        basis=words.basis(rule.basis), confidence=words.word(f"confidence.{rule.basis.confidence}")
    )
    told = [
        f"{rule.code} · {record['title']}",
        words.say(
            "cli.rule.severity",
            params(severity=words.word(f"severity.{rule.severity.name.lower()}")),
        ),
        words.say("cli.rule.basis", basis),
    ]
    for part in PARTS:
        if part in record:
            told += ["", words.say(f"cli.rule.{part}"), f"  {record[part]}"]
    return "\n".join(told)
