"""To which service does each distinct text belong?"""

import pandas as pd

from asn_restruktur.language.facets import Part, clauses
from asn_restruktur.language.lexicon import Lexicon
from asn_restruktur.language.readings import Readings

_SAYS_THE_SERVICE = frozenset({Part.OBJECT, Part.BENEFICIARY, Part.MEANS})


def services(readings: Readings) -> pd.Series:
    """Name the service that each text is part of.

    A service is an area of the lexicon: what a chain of "part of" ends in. Each concept of a text
    speaks for the areas that it is part of, the more the more telling it is; the area with most
    weight holds, the first by name among equals. Nothing else of the organisation is looked at,
    so that what is added elsewhere moves no statement.

    Args:
        readings: what the statements say.

    Returns:
        Names of services by `text_id`; texts that belong to none are left out.
    """
    terms = readings.terms
    terms = terms[~terms["is_within"] & terms["part"].isin(list(_SAYS_THE_SERVICE))]
    areas = {name: _areas(name, readings.lexicon) for name in terms["name"].unique()}
    known = terms[terms["name"].map(areas).map(len) > 0]
    long = pd.DataFrame(
        {
            "text_id": known["clause"].map(readings.clauses["text_id"]),
            "service": known["name"].map(areas),
            "weight": known["weight"] / known["name"].map(areas).map(len),
        }
    ).explode("service")
    summed = long.groupby(["text_id", "service"], sort=True)["weight"].sum().reset_index()
    summed["text_id"] = summed["text_id"].astype("int64")
    best = summed.sort_values(["text_id", "weight", "service"], ascending=[True, False, True])
    return best.drop_duplicates("text_id").set_index("text_id")["service"].astype("str")


def concepts(readings: Readings) -> dict[int, frozenset[str]]:
    """List, by `text_id`, the concepts that a text speaks of, with those that they are part of."""
    terms = readings.terms[readings.terms["is_concept"]]
    lexicon = readings.lexicon
    found: dict[int, set[str]] = {text: set() for text in readings.clauses["text_id"]}
    texts = terms["clause"].map(readings.clauses["text_id"])
    for text, name in zip(texts, terms["name"], strict=True):
        found[text].update((name, *lexicon.ancestors(name)))
    return {text: frozenset(known) for text, known in found.items()}


def spoken_of(text: str, lexicon: Lexicon) -> list[str]:
    """List the concepts of a short text, such as the topic of a link, in its order."""
    return [
        term.name
        for clause in clauses(text, lexicon)
        for term in clause.terms
        if term.is_concept and not term.is_within
    ]


def _areas(name: str, lexicon: Lexicon) -> list[str]:
    """Return the areas that a concept is part of, the nearest only."""
    if name in lexicon.areas:
        return [name]
    above = lexicon.ancestors(name)
    steps = {area: above[area] for area in above if area in lexicon.areas}
    nearest = min(steps.values(), default=0)
    return sorted(area for area, step in steps.items() if step == nearest)
