"""What was read, what was left out, and which sheet would have told more?"""

from dataclasses import dataclass

from markupsafe import Markup

from asn_restruktur.reporters.html.summary import counted
from asn_restruktur.reporters.html.wording import Wording
from asn_restruktur.reporters.report import Report
from asn_restruktur.vocabulary import TableName

_TELLING = (TableName.FUNCTIONS, TableName.POSITIONS, TableName.EMPLOYEES, TableName.LINKS)
"""Tables whose absence keeps a question of this report from being answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """The foot of the page.

    Args:
        read: sheets that were read, by file; "" for a file without sheets.
        left_out: how many rows could not be used; empty where all could.
        missing: the tables that were not there, and what they would bring; empty where none is.
    """

    read: dict[str, str]
    left_out: Markup
    missing: Markup


def foot(report: Report, say: Wording) -> Foot:
    """Tell what the report rests on."""
    read: dict[str, list[str]] = {}
    for name in TableName:
        places = report.organisation.table(name)[["place_file", "place_sheet"]].drop_duplicates()
        for file, sheet in places.itertuples(index=False, name=None):
            sheets = read.setdefault(str(file), [])
            if sheet and str(sheet) not in sheets:
                sheets.append(str(sheet))
    rows = counted(report, "data.left_out")
    absent = [name for name in _TELLING if report.organisation.table(name).empty]
    missing = say.words.listing(say.plain(f"foot.missing_table.{name}") for name in absent)
    return Foot(
        read={file: ", ".join(sheets) for file, sheets in read.items()},
        left_out=say("foot.left_out_rows", count=rows) if rows else Markup(),
        missing=say("foot.missing_text", tables=missing) if absent else Markup(),
    )
