"""Can a written NIP be the one of this person?"""

from dataclasses import replace
from functools import partial

import pandas as pd

from asn_restruktur.findings import Finding, Subject, SubjectKind
from asn_restruktur.organisation.faults import evidence, fault, told
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.rules import FAULTY_NIP
from asn_restruktur.vocabulary import TableName

LENGTH = 18
_BIRTH = slice(0, 8)
_SIGNS = r"[\s.\-/'\u2019`]"


def bare(nip: pd.Series) -> pd.Series:
    """Return NIPs without the blanks and signs between their digits; other texts as they are."""
    if nip.str.isdecimal().all():
        return nip
    digits = nip.str.replace(_SIGNS, "", regex=True)
    return digits.where(digits.str.isdecimal(), nip)


def with_checked_nip(organisation: Organisation) -> Organisation:
    """Tell every NIP that cannot be right; none is changed, and no digit is made up.

    Returns:
        The organisation, and a finding for each employee whose NIP has not 18 digits, holds no
        date of birth, or another one than the column says. The digits are cited, not quoted.

    Source:
        Peraturan BKN 22/2007: date of birth, month of appointment, sex, serial number.
    """
    if TableName.EMPLOYEES not in organisation.tables:
        return organisation
    people = organisation.employees
    nip = people["nip"]
    is_given = nip != ""
    is_whole = nip.str.isdecimal() & (nip.str.len() == LENGTH)
    born = pd.to_datetime(nip.where(is_whole).str[_BIRTH], format="%Y%m%d", errors="coerce")
    is_other = born.notna() & people["birth_date"].notna() & (born != people["birth_date"])
    faults = {
        "length": is_given & ~is_whole,
        "date": is_whole & born.isna(),
        "birth": is_other,
    }
    findings = [
        finding
        for variant, is_faulty in faults.items()
        for finding in told(
            list(people.index[is_faulty]), partial(_finding, organisation, variant), FAULTY_NIP
        )
    ]
    return replace(organisation, findings=(*organisation.findings, *findings))


def _finding(organisation: Organisation, variant: str, row: int) -> Finding:
    people = organisation.employees
    person = str(people.at[row, "employee_id"])
    cited = evidence(organisation, TableName.EMPLOYEES, pd.Index([row]), "nip")
    if variant == "birth":
        cited += evidence(organisation, TableName.EMPLOYEES, pd.Index([row]), "birth_date")
    return fault(
        FAULTY_NIP,
        variant,
        cited,
        Subject(SubjectKind.EMPLOYEE, person),
        id=person,
        digits=len(str(people.at[row, "nip"])),
    )
