"""Which ids of a table have lost digits, since a spreadsheet took them for numbers?"""

import re
from collections.abc import Iterator, Sequence

from asn_restruktur.findings import Finding, params
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.tables.headings import Heading
from asn_restruktur.loaders.tables.records import Records
from asn_restruktur.rules import DIGITS_LOST

_SCIENTIFIC = re.compile(r"\s*'?\d([.,]\d+)?[eE]\+\d{2}\s*")
_EXACT = 1e15  # a spreadsheet keeps fifteen digits of a number


def digits_lost(
    found: Records, heading: Heading, origin: Origin, numbers: Sequence[int]
) -> Iterator[Finding]:
    """Empty the ids stored as a number too long for one, and tell their cells.

    Args:
        found: the rows of a table; its lost ids become None.
        heading: the heading of the table.
        origin: the sheet or file.
        numbers: number of each row in the sheet.
    """
    headings = {match.field: match.heading for match in heading.matches}
    for name, values in found.columns.items():
        if not (name.endswith(("_id", "nip")) or name == "reports_to"):
            continue
        lost = [
            index
            for index, value in enumerate(values)
            if (isinstance(value, float) and abs(value) >= _EXACT)
            or (isinstance(value, str) and "E+" in value.upper() and _SCIENTIFIC.fullmatch(value))
        ]
        for index in lost:
            values[index] = None
        if lost:
            at = heading.columns[name]
            yield Finding(
                rule=DIGITS_LOST,
                evidence=origin.cells((numbers[index], at) for index in lost),
                params=params(sheet=origin.name, column=headings.get(name, name), count=len(lost)),
            )
