"""What did one file give, when some of its sheets could not be read?"""

from collections.abc import Iterable

from asn_restruktur.findings import Evidence, Finding, Problem, params
from asn_restruktur.loaders.cells import Origin
from asn_restruktur.loaders.sheets.sheet import Sheet, SheetsRead
from asn_restruktur.loaders.understood import InputForm, LeftOut, Part
from asn_restruktur.rules import UNREADABLE


def gathered(file: str, form: InputForm, pages: Iterable[Sheet | Origin]) -> SheetsRead:
    """Put the sheets of a file together.

    Args:
        file: path as typed, in POSIX form.
        form: what the file is.
        pages: its sheets in their order; of one that could not be read, only its origin.

    Returns:
        The sheets; those that could not be read are told and left out.
    """
    sheets: list[Sheet] = []
    damaged: list[Origin] = []
    for page in pages:
        if isinstance(page, Sheet):
            sheets.append(page)
        else:
            damaged.append(page)
    return SheetsRead(
        file=file,
        form=form,
        sheets=tuple(sheets),
        left_out=tuple(Part(sheet=one.sheet, left_out={LeftOut.UNREADABLE: 1}) for one in damaged),
        findings=tuple(_unreadable(one) for one in damaged),
        problems=tuple(Problem(key="input.sheet_damaged", place=one.place) for one in damaged),
    )


def _unreadable(origin: Origin) -> Finding:
    return Finding(
        rule=UNREADABLE,
        key="DAT001.sheet",
        evidence=(Evidence(place=origin.place),),
        params=params(sheet=origin.name),
    )
