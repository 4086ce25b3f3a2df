"""Who says which statement, and which of them say something of their own work?"""

import math

import numpy as np
import pandas as pd

from asn_restruktur.config import OverlapSettings
from asn_restruktur.language.boilerplate import repeated
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.model import Organisation
from asn_restruktur.vocabulary import TERRITORIAL, UnitKind

REPEATED = "repeated"
_OWN_GROUP = frozenset({UnitKind.KECAMATAN, UnitKind.KELURAHAN, UnitKind.PUSKESMAS, UnitKind.IRBAN})


def mark_repeated(
    readings: Readings,
    organisation: Organisation,
    hierarchy: Hierarchy,
    settings: OverlapSettings,
) -> Readings:
    """Mark as boiler-plate what a large share of all perangkat daerah says after one template.

    Word for word a smaller share is enough: offices that drafted for themselves do not meet in a
    whole sentence, so many who do took it from one form. What kecamatan, kelurahan, UPTD and
    puskesmas repeat is their common duty, not boiler-plate: they do not count as speakers.

    Args:
        readings: what the statements say, indexed like `organisation.functions`.
        organisation: whose statements they are.
        hierarchy: of its units.
        settings: from which shares and number of perangkat daerah on.

    Returns:
        The readings, with `pattern` "repeated" and `is_boilerplate` set where it holds.
    """
    statements = readings.statements
    unit = organisation.functions["unit_id"]
    top = hierarchy.top_of(unit)
    kind = top.map(hierarchy.units["kind"])
    speakers = top.where(~kind.isin(TERRITORIAL), "")
    count = int(hierarchy.units.loc[~hierarchy.units["kind"].isin(TERRITORIAL), "top_id"].nunique())
    is_repeated = np.zeros(len(statements), dtype=bool)
    shares = {
        "template": settings.boilerplate_share,
        "words": settings.boilerplate_verbatim_share,
    }
    for column, share in shares.items():
        at_least = max(settings.boilerplate_units, math.ceil(share * count))
        is_repeated |= np.array(
            repeated(list(statements[column]), speakers, at_least=at_least), dtype=bool
        )
    newly = pd.Series(is_repeated, index=statements.index) & ~statements["is_boilerplate"]
    marked = statements.assign(
        pattern=statements["pattern"].mask(newly, REPEATED),
        is_boilerplate=statements["is_boilerplate"] | newly,
    )
    return Readings(marked, readings.clauses, readings.terms, readings.lexicon)


def specific(organisation: Organisation, hierarchy: Hierarchy, readings: Readings) -> pd.DataFrame:
    """List the statements that say something of a unit's own work.

    Returns:
        One row a statement, with the index of `organisation.functions`: `statement_id`,
        `unit_id`, `top_id`, `text_id`, and `territory`: the id of the kecamatan, kelurahan,
        puskesmas or irban (or the name of the territory) to which its unit's duties are confined,
        "" for the whole government.
    """
    functions = organisation.functions[["statement_id", "unit_id"]]
    own = functions[~readings.statements["is_boilerplate"]]
    return own.assign(
        top_id=hierarchy.top_of(own["unit_id"]),
        text_id=readings.statements["text_id"],
        territory=own["unit_id"].map(territories(hierarchy)),
    )


def territories(hierarchy: Hierarchy) -> pd.Series:
    """Return, by unit id, the territory to which a unit is confined; "" for the whole."""
    found: dict[str, str] = {}
    units = hierarchy.units.sort_values("enter")
    for row in units[["kind", "territory", "parent_id"]].itertuples(name=None):
        unit, kind, territory, parent = row
        own = territory or (unit if kind in _OWN_GROUP else "")
        found[unit] = own or found.get(parent, "")
    return pd.Series(found, dtype="str")
