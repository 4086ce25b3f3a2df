"""Which id does a position, person, statement or training have whose planner gave it none?"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from asn_restruktur.organisation.jf_levels import post_name
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.organisation.nip import bare
from asn_restruktur.organisation.words import plain, slug
from asn_restruktur.vocabulary import TableName

_NIP = re.compile(r"\d{18}")
_NIP_LENGTH = 18
_HASH_LENGTH = 6
_LIST_MARK = re.compile(r"^\(?(?:[a-z]{1,2}|\d{1,3})[.)]\s+")
_LIST_END = re.compile(r"[\s;:,.]+(?:dan)?[\s;:,.]*$")
_PEOPLE = {
    TableName.COMPETENCES: "employee_id",
    TableName.PERFORMANCE: "subject_id",
}
"""Columns that name a person, in other tables than that of the employees."""


def looks_like_nip(text: str) -> bool:
    """Tell whether a text is the 18 digits of a NIP, with or without blanks."""
    return len(text) >= _NIP_LENGTH and bool(_NIP.fullmatch(text.replace(" ", "")))


def with_position_ids(organisation: Organisation) -> Organisation:
    """Give every position an id: its unit's, and the slug of its title and level."""
    if TableName.POSITIONS not in organisation.tables:
        return organisation
    positions = organisation.positions
    is_absent = (positions["position_id"] == "") & (positions["title"] != "")
    if not is_absent.any():
        return organisation
    found = [
        ".".join(part for part in (unit, slug(post_name(title, level))) if part)
        for unit, title, level in positions.loc[
            is_absent, ["unit_id", "title", "level"]
        ].itertuples(index=False, name=None)
    ]
    return _filled(organisation, TableName.POSITIONS, "position_id", is_absent, found)


def with_employee_ids(organisation: Organisation) -> Organisation:
    """Give every employee an id that is no NIP, and let other tables use it.

    An id that is a NIP moves to `nip`. Without a staff code of the office, a person has a code
    local to the run, numbered by unit and name: never the NIP nor anything computed from it.
    """
    if TableName.EMPLOYEES not in organisation.tables:
        return organisation
    people = organisation.employees
    ids = people["employee_id"].to_numpy()
    is_nip = pd.Series([looks_like_nip(text) for text in ids], index=people.index, dtype=bool)
    nip = bare(people["nip"].mask(is_nip & (people["nip"] == ""), people["employee_id"]))
    own = people["employee_id"].mask(is_nip, "")
    known = people.assign(nip=nip, employee_id=own)
    by_nip = dict(known.loc[(own != "") & (nip != ""), ["nip", "employee_id"]].to_numpy()[::-1])
    code = own.mask(own == "", nip.map(by_nip).astype("str").fillna(""))
    is_absent = code == ""
    codes = _local_codes(known[is_absent], frozenset(code.to_numpy()))
    code = code.mask(is_absent, codes.reindex(code.index).fillna(""))
    has_nip = nip != ""
    meant = dict(zip(nip[has_nip].to_numpy(), code[has_nip].to_numpy(), strict=True))
    tables = {
        **organisation.tables,
        TableName.EMPLOYEES: known.assign(employee_id=code),
    }
    for name, column in _PEOPLE.items():
        if name in tables:
            tables[name] = tables[name].assign(**{column: _persons(tables[name][column], meant)})
    return replace(organisation, tables=tables)


def with_statement_ids(organisation: Organisation) -> Organisation:
    """Give every statement an id: its unit's, a hash of its text, an ordinal among equals."""
    if TableName.FUNCTIONS not in organisation.tables:
        return organisation
    functions = organisation.functions
    is_absent = (functions["statement_id"] == "") & (functions["text"] != "")
    if not is_absent.any():
        return organisation
    rows = functions[is_absent]
    hashes = {text: _hash(text) for text in rows["text"].unique()}
    ids = rows["unit_id"] + "-" + rows["text"].map(hashes)
    # The first of two equal statements in one sheet is the first of two in another.
    nth = ids.groupby([ids, rows["place_file"], rows["place_sheet"]], sort=False).cumcount()
    ordinal = ("-" + (nth + 1).astype("str")).where(nth > 0, "")
    return _filled(
        organisation, TableName.FUNCTIONS, "statement_id", is_absent, list(ids + ordinal)
    )


def with_training_ids(organisation: Organisation) -> Organisation:
    """Give every training an id: the slug of its name."""
    if TableName.TRAININGS not in organisation.tables:
        return organisation
    trainings = organisation.table(TableName.TRAININGS)
    is_absent = (trainings["training_id"] == "") & (trainings["name"] != "")
    found = [slug(name) for name in trainings.loc[is_absent, "name"]]
    return _filled(organisation, TableName.TRAININGS, "training_id", is_absent, found)


def _hash(text: str) -> str:
    """Hash what a statement says, without the mark and the end of a list item."""
    said = plain(_LIST_END.sub("", _LIST_MARK.sub("", text.casefold())))
    return hashlib.sha256(said.encode()).hexdigest()[:_HASH_LENGTH]


def _local_codes(people: pd.DataFrame, taken: frozenset[str]) -> pd.Series:
    """Number the people without a staff code.

    Rows of one NIP are one person. Without a NIP, the first person of a name, birth date and unit
    in one sheet is the first of them in another; rows without a name are as many people.
    """
    born = people["birth_date"].astype("str").fillna("")
    namesake = people["name"].map(plain) + "\x1f" + born + "\x1f" + people["unit_id"]
    nth = people.groupby([namesake, people["place_file"], people["place_sheet"]]).cumcount()
    nameless = pd.Series(range(len(people)), index=people.index).astype("str")
    ordinal = nth.astype("str").where(people["name"] != "", nameless)
    person = people["nip"].mask(people["nip"] == "", namesake + "\x1f" + ordinal)
    order = people.assign(person=person, namesake=people["name"].map(plain)).sort_values(
        ["unit_id", "namesake", "person"], kind="stable"
    )
    distinct = order["person"].drop_duplicates()
    width = len(str(len(distinct)))
    free = (
        code
        for number in range(1, len(distinct) + len(taken) + 1)
        if (code := f"p{number:0{width}d}") not in taken
    )
    codes = dict(zip(distinct, free, strict=False))
    return person.map(codes).astype("str")


def _persons(values: pd.Series, meant: Mapping[str, str]) -> pd.Series:
    """Replace NIPs by the ids of their employees."""
    found = {
        value: meant[compact]
        for value in values.unique()
        if (compact := value.replace(" ", "")) in meant
    }
    return values.map(found).fillna(values) if found else values


def _filled(
    organisation: Organisation,
    name: TableName,
    column: str,
    is_absent: pd.Series,
    found: list[str],
) -> Organisation:
    """Write ids into the rows that lack one."""
    frame = organisation.table(name)
    ids = frame[column].copy()
    ids[is_absent] = pd.Series(found, index=ids.index[is_absent], dtype="str")
    return replace(
        organisation, tables={**organisation.tables, name: frame.assign(**{column: ids})}
    )
