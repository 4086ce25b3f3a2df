"""Which numbers come from which regulation?"""

from asn_restruktur.rulesets.reader import Ruleset, RulesetValue, ruleset, ruleset_value

__all__ = ["Ruleset", "RulesetValue", "ruleset", "ruleset_value"]
