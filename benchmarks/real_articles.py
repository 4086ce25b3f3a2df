"""Which statements of a real regulation stand at the right unit, under the right citation?"""

import re
import string
from collections import Counter
from collections.abc import Iterable, Mapping

from asn_restruktur.organisation.model import Organisation
from real_counts import Articles
from real_measures import lines_above

_PASAL = re.compile(r"\bpasal\s+(\d+\w*)", re.IGNORECASE)
_AYAT = re.compile(r"\bayat\s*\(?(\d+)\)?", re.IGNORECASE)
_LETTER = re.compile(r"\bhuruf\s+(\w+)", re.IGNORECASE)

Citation = tuple[str, str, str]
"""Pasal, ayat, huruf; "" where there is none."""


def cited_statements(stated: Articles) -> dict[Citation, str]:
    """Return the kind of every statement that a regulation makes, by its citation."""
    found: dict[Citation, str] = {}
    for (pasal, ayat), (kind, count) in stated.statements.items():
        if kind == "tugas":
            found[pasal, ayat, ""] = kind
            continue
        after = stated.letters.get(
            (pasal, ayat), tuple(2 * sign for sign in string.ascii_lowercase)
        )
        letters = [*string.ascii_lowercase, *after][:count]
        found |= {(pasal, ayat, letter): kind for letter in letters}
    return found


def right_statements(stated: Articles, organisation: Organisation) -> dict[str, tuple[int, int]]:
    """Compare the statements of an organisation with those that the regulation makes.

    A citation is right where the regulation has a statement there. A unit is right where it is the
    one that most statements of the pasal stand at, no other pasal has it too, and it stands under
    the unit of the right pasal.

    Returns:
        Right and wanted numbers: `statements` by pasal and ayat (as many as there should be),
        `citations`, `kinds`, `units` (of statements).
    """
    wanted = cited_statements(stated)
    functions = organisation.functions
    got = [
        (_citation(f"{citation} {article}"), kind, unit)
        for citation, article, kind, unit in functions[
            ["citation", "place_article", "kind", "unit_id"]
        ].itertuples(index=False, name=None)
    ]
    per_ayat = Counter(citation[:2] for citation, _, _ in got)
    should = Counter(citation[:2] for citation in wanted)
    kinds = {citation: kind for citation, kind, _ in got}
    unit_of = _unit_of(got)
    parents = {unit: line[1:2] for unit, line in lines_above(organisation).items()}
    sound = _sound(unit_of, stated.under, parents)
    at_right_unit = sum(
        citation in wanted and citation[0] in sound and unit == unit_of[citation[0]]
        for citation, _, unit in {one[0]: one for one in got}.values()
    )
    return {
        "statements": (sum((per_ayat & should).values()), len(wanted)),
        "citations": (len(wanted.keys() & kinds.keys()), len(wanted)),
        "kinds": (sum(kinds.get(at) == kind for at, kind in wanted.items()), len(wanted)),
        "units": (at_right_unit, len(wanted)),
    }


def per_pasal(stated: Articles, organisation: Organisation) -> list[tuple[str, int, int]]:
    """Return the pasal(ayat) whose number of statements is wrong, with got and wanted numbers."""
    functions = organisation.functions
    both = functions["citation"].str.cat(functions["place_article"], sep=" ")
    got = Counter(_citation(one)[:2] for one in both)
    should = {place: count for place, (_, count) in stated.statements.items()}
    places = sorted(got.keys() | should.keys())
    return [
        (f"{pasal}({ayat})", got.get((pasal, ayat), 0), should.get((pasal, ayat), 0))
        for pasal, ayat in places
        if got.get((pasal, ayat), 0) != should.get((pasal, ayat), 0)
    ]


def _citation(text: str) -> Citation:
    found = (pattern.search(text) for pattern in (_PASAL, _AYAT, _LETTER))
    pasal, ayat, letter = (match.group(1).lower() if match else "" for match in found)
    return pasal, ayat, letter


def _unit_of(got: Iterable[tuple[Citation, str, str]]) -> dict[str, str]:
    """Return the unit at which most statements of each pasal stand."""
    votes: dict[str, Counter[str]] = {}
    for (pasal, _, _), _, unit in got:
        votes.setdefault(pasal, Counter())[unit] += 1
    return {pasal: units.most_common(1)[0][0] for pasal, units in votes.items()}


def _sound(
    unit_of: Mapping[str, str], under: Mapping[str, str], parents: Mapping[str, list[str]]
) -> set[str]:
    """Return the pasal whose unit is its own and stands where it should."""
    shared = {unit for unit, n in Counter(unit_of.values()).items() if n > 1}
    return {
        pasal
        for pasal, unit in unit_of.items()
        if unit not in shared
        and (pasal not in under or parents.get(unit) == [unit_of.get(under[pasal])])
    }
