"""Which units of one perangkat daerah only say the same, each of its own matter?"""

import pandas as pd

from asn_restruktur.language.boilerplate import plain
from asn_restruktur.language.readings import Readings
from asn_restruktur.organisation.hierarchy import Hierarchy
from asn_restruktur.organisation.words import without_kind

ALIKE = 3  # from so many units of one kind on, what they say alike is their template


def with_matter(statements: pd.DataFrame, readings: Readings, hierarchy: Hierarchy) -> pd.DataFrame:
    """Note where a statement is about what its unit is called after, or follows a template.

    Args:
        statements: `unit_id` and `top_id`; indexed like `readings.statements`.
        readings: what the statements say.
        hierarchy: of the units.

    Returns:
        The statements with `matter`: the words of the unit's name without its kind where the
        statement names them, else ""; `is_template`: whether `ALIKE` or more units of one kind in
        one perangkat daerah say it in the same words, but for the matter.
    """
    names = hierarchy.units["name"].map(lambda name: plain(without_kind(name)))
    own = statements["unit_id"].map(names)
    said = readings.statements.loc[statements.index, "words"]
    matters = [
        name if name and f" {name} " in f" {words} " else ""
        for name, words in zip(own, said, strict=True)
    ]
    rest = [
        f" {words} ".replace(f" {matter} ", " * ") if matter else f" {words} "
        for matter, words in zip(matters, said, strict=True)
    ]
    alike = pd.DataFrame(
        {
            "rest": rest,
            "top": statements["top_id"],
            "kind": statements["unit_id"].map(hierarchy.units["kind"]),
            "unit": statements["unit_id"],
        },
        index=statements.index,
    )
    count = alike.groupby(["rest", "top", "kind"])["unit"].transform("nunique")
    return statements.assign(
        matter=pd.Series(matters, index=statements.index, dtype="str"),
        is_template=count >= ALIKE,
    )


def is_divided(pairs: pd.DataFrame) -> pd.Series:
    """Tell which pairs are two units' shares of one work, divided by their own names.

    "bimbingan teknis di bidang pelayanan kesehatan primer" and "… rujukan" are two matters where
    the two seksi of one dinas are called so; and what many of its units say alike, each says of
    the matter in its name.

    Args:
        pairs: with `top_id` and the columns of `with_matter` for either side, with the suffix
            `_a` and `_b`.

    Returns:
        One boolean a pair, with the index of the pairs.
    """
    inside = pairs["top_id_a"] == pairs["top_id_b"]
    apart = [
        _are_apart(one, other)
        for one, other in zip(pairs["matter_a"], pairs["matter_b"], strict=True)
    ]
    template = pairs["is_template_a"] & pairs["is_template_b"]
    return inside & (pd.Series(apart, index=pairs.index, dtype=bool) | template)


def _are_apart(one: str, other: str) -> bool:
    """Tell whether two matters are named and neither holds the other."""
    mine, yours = set(one.split()), set(other.split())
    return not (mine <= yours or yours <= mine)
