"""Which numbers come from which regulation?"""

from asn_restruktur.rulesets.reader import Ruleset, RulesetValue, ruleset, shipped_values

__all__ = ["Ruleset", "RulesetValue", "ruleset", "shipped_values"]
