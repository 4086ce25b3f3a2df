"""How do tables as they were read become one organisation?"""

from collections.abc import Sequence
from dataclasses import replace

from asn_restruktur.findings import Finding
from asn_restruktur.organisation.guesses import with_kinds
from asn_restruktur.organisation.identity import (
    with_employee_ids,
    with_position_ids,
    with_statement_ids,
    with_training_ids,
)
from asn_restruktur.organisation.integrity import complete, related, without_blank_rows
from asn_restruktur.organisation.merge import merged
from asn_restruktur.organisation.model import Government, Organisation, RawTable
from asn_restruktur.organisation.named_units import with_named_units
from asn_restruktur.organisation.nip import with_checked_nip
from asn_restruktur.organisation.path_units import with_path_units
from asn_restruktur.organisation.position_references import to_positions
from asn_restruktur.organisation.posts import with_superiors_in_order, with_units_of_posts
from asn_restruktur.organisation.spellings import with_one_spelling
from asn_restruktur.organisation.tables import PLACE_COLUMNS, column_names, empty
from asn_restruktur.organisation.tree import rooted
from asn_restruktur.organisation.unit_ids import with_unit_ids
from asn_restruktur.organisation.unit_references import to_units
from asn_restruktur.organisation.unstated import with_stated_numbers
from asn_restruktur.organisation.values import typed
from asn_restruktur.organisation.work_time import with_norm_minutes
from asn_restruktur.vocabulary import TableName

_STEPS = (
    without_blank_rows,
    with_one_spelling,
    with_stated_numbers,
    with_norm_minutes,
    with_units_of_posts,
    with_path_units,
    with_named_units,
    with_unit_ids,
    to_units,
    with_position_ids,
    with_superiors_in_order,
    to_positions,
    with_employee_ids,
    with_statement_ids,
    with_training_ids,
    complete,
    merged,
    rooted,
    related,
    with_checked_nip,
    with_kinds,
)
"""What happens to the typed tables, in this order: names need ids, merging needs whole rows, the
tree and the references need unique ids."""


def assemble(
    tables: Sequence[RawTable], *, government: Government, findings: Sequence[Finding] = ()
) -> Organisation:
    """Make one organisation of all that was read, and tell everything that is wrong with it.

    Nothing raises: a cell, reference or row that cannot be used is left out, with a finding that
    cites its cells, and everything sound is kept.

    Args:
        tables: in the order of the inputs; where they contradict each other the first wins.
        government: what the inputs say about the whole.
        findings: what the loaders found; they stand first in the result.

    Returns:
        The organisation; every table of `TableName`, index 0..n-1 in the order of the inputs.
        Units are a forest, references to units exist, and so do those to positions and employees
        where such a table was given.
    """
    listed = {one.name for one in tables if not one.is_implied} - {TableName.UNITS}
    given = [one for one in tables if not (one.is_implied and one.name in listed)]
    organisation = replace(typed(given), government=government)
    for step in _STEPS:
        organisation = step(organisation)
    whole = {}
    for name in TableName:
        frame = organisation.tables.get(name)
        columns = [*column_names(name), *PLACE_COLUMNS]
        whole[name] = empty(name) if frame is None else frame[columns].reset_index(drop=True)
    return replace(
        organisation,
        tables=whole,
        findings=(*findings, *organisation.findings),
    )
