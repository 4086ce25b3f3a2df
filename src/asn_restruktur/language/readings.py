"""What do all the statements of an organisation say, each distinct text read once?"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from asn_restruktur.language.boilerplate import pattern_of, plain, template
from asn_restruktur.language.facets import Clause, Part, clauses
from asn_restruktur.language.lexicon import Lexicon
from asn_restruktur.language.weights import weight


@dataclass(frozen=True, slots=True)
class Readings:
    """What the statements say.

    Args:
        statements: one row a statement, with the index of the texts given: `text_id` (int, equal
            for texts that differ only in case, blanks and list marks), `words`, `template`,
            `pattern` ("" or the code of a boiler-plate pattern), `is_boilerplate` (bool).
        clauses: one row a duty of a distinct text, ordered by `text_id`: `text_id`, `senses` and
            `groups` (tuples, the main act first), `operator` ("", KOR or FAS), `is_preparatory`.
        terms: one row a term of a clause: `clause` (row of `clauses`), `name`, `part`,
            `is_concept`, `is_within`, `weight` (0-1).
        lexicon: what was known of the words.
    """

    statements: pd.DataFrame
    clauses: pd.DataFrame
    terms: pd.DataFrame
    lexicon: Lexicon


def read(texts: pd.Series, lexicon: Lexicon) -> Readings:
    """Read function statements.

    Args:
        texts: statements as written, any index.
        lexicon: what is known of their words.

    Returns:
        Their readings; boiler-plate is taken apart no further than its pattern.
    """
    words = texts.map({text: plain(text) for text in texts.unique()})
    text_id, distinct = pd.factorize(words)
    patterns = [pattern_of(text) for text in distinct]
    statements = pd.DataFrame(
        {
            "text_id": text_id,
            "words": words,
            "template": words.map({text: template(text) for text in distinct}),
            "pattern": words.map(dict(zip(distinct, patterns, strict=True))).astype("str"),
        },
        index=texts.index,
    )
    statements["is_boilerplate"] = statements["pattern"] != ""
    firsts = texts[~statements["text_id"].duplicated()]
    read_clauses = [
        (at, clause)
        for at, text in enumerate(firsts)
        if not patterns[at]
        for clause in clauses(text, lexicon)
    ]
    return Readings(statements, _clause_table(read_clauses), _term_table(read_clauses), lexicon)


def _clause_table(found: Sequence[tuple[int, Clause]]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "text_id": pd.Series([at for at, _ in found], dtype="int64"),
            "senses": [tuple(act.sense for act in clause.acts) for _, clause in found],
            "groups": [tuple(act.group for act in clause.acts) for _, clause in found],
            "operator": pd.Series([clause.operator for _, clause in found], dtype="str"),
            "is_preparatory": pd.Series([clause.is_preparatory for _, clause in found], dtype=bool),
        }
    )


def _term_table(found: Sequence[tuple[int, Clause]]) -> pd.DataFrame:
    rows = [
        (row, term.name, str(term.part), term.is_concept, term.is_within)
        for row, (_, clause) in enumerate(found)
        for term in clause.terms
        if term.part is not Part.TAIL
    ]
    columns = ["clause", "name", "part", "is_concept", "is_within"]
    table = pd.DataFrame(rows, columns=columns).drop_duplicates(["clause", "name", "part"])
    names = table["name"].unique()
    return table.assign(weight=table["name"].map({name: weight(name) for name in names})).astype(
        {
            "clause": "int64",
            "name": "str",
            "part": "str",
            "is_concept": bool,
            "is_within": bool,
            "weight": "float64",
        }
    )
