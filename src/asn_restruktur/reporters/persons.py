"""Which texts name a person, and what stands there instead?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from asn_restruktur.findings import Params, Value
from asn_restruktur.organisation.model import Organisation

HIDDEN = "…"
# A NIP has 18 digits; a cell may hold it with blanks, a few digits short, or as 1.99E+17.
_NIP = re.compile(r"\d(?:[ .\-']?\d){14,20}|\d[.,]\d+[eE]\+?1[4-9]")


@dataclass(frozen=True, slots=True)
class Persons:
    """What must not leave the office's own tables and reports.

    Args:
        codes: what stands for a person, by name and by any id that is a NIP.
    """

    codes: Mapping[str, str]

    def hide(self, text: str) -> str:
        """Return a text without a person: the code of whom it names, and no NIP."""
        return self.codes.get(text) or _NIP.sub(HIDDEN, text)

    def hide_params(self, values: Params) -> Params:
        """Return the values of a message without persons."""
        return tuple((name, self._value(value)) for name, value in values)

    def _value(self, value: Value) -> Value:
        if isinstance(value, str):
            return self.hide(value)
        if isinstance(value, tuple):
            texts = [item for item in value if isinstance(item, str)]
            return tuple(self.hide(text) for text in texts) if texts else value
        return value


def persons(organisation: Organisation) -> Persons:
    """Give each employee's name the employee's id, or, where that is a NIP, a code of this run."""
    employees = organisation.employees
    ids = [str(value) for value in employees["employee_id"]]
    codes = [
        f"employee-{row}" if _NIP.search(value) else value for row, value in enumerate(ids, start=1)
    ]
    named = dict(zip((str(name) for name in employees["name"]), codes, strict=True))
    named |= {value: code for value, code in zip(ids, codes, strict=True) if value != code}
    named.pop("", None)
    return Persons(named)
