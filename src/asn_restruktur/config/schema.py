"""Which shape does a configuration file have, as a JSON Schema?"""

from dataclasses import Field, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from asn_restruktur.config.reading import SEVERITIES
from asn_restruktur.config.settings import Settings
from asn_restruktur.rules import RULE_BY_CODE
from asn_restruktur.vocabulary import Language

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Schema = dict[str, object]


def config_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of `asn-restruktur.yaml`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "asn-restruktur.yaml",
    } | _section(Settings())


def _section(section: "DataclassInstance") -> Schema:
    members = fields(section)
    properties = {member.name: _member(member, getattr(section, member.name)) for member in members}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _member(member: Field[Any], default: object) -> Schema:
    if is_dataclass(default) and not isinstance(default, type):
        return _section(default)
    match default:
        case int() | float():
            limits = {"minimum": "least", "maximum": "most"}
            return {
                "type": "integer" if isinstance(default, int) else "number",
                "default": default,
            } | {
                name: member.metadata[key] for name, key in limits.items() if key in member.metadata
            }
        case str():
            return {"enum": list(Language), "default": default}
        case tuple():
            return {"type": "array", "items": {"type": "string"}, "default": []}
        case _:
            return {
                "type": "object",
                "propertyNames": {"enum": list(RULE_BY_CODE)},
                "additionalProperties": {"enum": list(SEVERITIES)},
            }
