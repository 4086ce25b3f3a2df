"""Which changes of an organisation change no finding, and which change just one?"""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysers.small_city import City, analysed
from asn_restruktur.analysers.duties import duties
from asn_restruktur.analysers.overlap import CANDIDATE_COSINE, candidates
from asn_restruktur.language.lexicon_files import lexicon
from asn_restruktur.language.readings import read
from raw_tables import organisation, raw
from strategies import duties_of_units, examples

KINDS = ("dinas", "bidang", "seksi")
Statements = dict[str, list[str]]
Told = set[tuple[str, tuple[str, ...], float]]


def built(said: Statements, *, order: st.DataObject | None = None, prefix: str = "") -> City:
    """Build a city; `order` shuffles its rows, `prefix` stands before every id."""
    codes = sorted(
        {".".join(code.split(".")[: n + 1]) for code in said for n in range(code.count(".") + 1)}
    )
    units = [
        {
            "unit_id": prefix + code,
            "name": f"Unit {code}",
            "kind": KINDS[code.count(".")],
            "parent_id": prefix + code.rpartition(".")[0] if "." in code else None,
        }
        for code in codes
    ]
    functions = [
        {"statement_id": f"{prefix}{code}-f{at}", "unit_id": prefix + code, "text": text}
        for code, texts in said.items()
        for at, text in enumerate(texts)
    ]
    if order:
        units, functions = (order.draw(st.permutations(rows)) for rows in (units, functions))
    return analysed(organisation(raw("units", units), raw("functions", functions)))


def told(found: City, prefix: str = "") -> Told:
    return {
        (
            finding.code,
            tuple(sorted(subject.id.removeprefix(prefix) for subject in finding.subjects)),
            finding.score,
        )
        for finding in found.findings
    }


@examples(5)
@given(duties_of_units(), st.data())
def test_order_of_rows_and_units_changes_no_finding(said: Statements, order: st.DataObject) -> None:
    assert told(built(said, order=order)) == told(built(said))


@examples(5)
@given(duties_of_units())
def test_other_ids_change_the_names_in_findings_and_nothing_else(said: Statements) -> None:
    assert told(built(said, prefix="skpd-"), prefix="skpd-") == told(built(said))


@examples(5)
@given(duties_of_units(), st.sampled_from([str.upper, str.title, lambda t: f"  {t} ; dan"]))
def test_case_blanks_and_list_marks_change_no_finding(said: Statements, write: object) -> None:
    assert callable(write)
    written = {code: [str(write(text)) for text in texts] for code, texts in said.items()}
    assert told(built(written)) == told(built(said))


@examples(5)
@given(duties_of_units())
def test_unit_that_shares_no_word_changes_no_finding_of_the_rest(said: Statements) -> None:
    more = {**said, "9.1": ["penambatan perahu nelayan"]}
    assert told(built(more)) == told(built(said))


@examples(3)
@given(duties_of_units(), st.sampled_from(["pembibitan kambing", "penambatan perahu nelayan"]))
def test_copy_in_another_dinas_is_one_duplication_and_ends_with_either_side(
    said: Statements, duty: str
) -> None:
    def copies(**sides: list[str]) -> int:
        codes = {"left": "8.1", "right": "9.1"}
        found = built({**said, **{codes[side]: texts for side, texts in sides.items()}})
        return sum(
            finding.code == "FUN101" and {evidence.quote for evidence in finding.evidence} == {duty}
            for finding in found.findings
        )

    assert copies(left=[duty], right=[duty]) == 1
    assert copies(left=[duty]) == copies(right=[duty]) == 0


@examples(50)
@given(duties_of_units())
def test_candidates_are_all_pairs_above_the_threshold(said: Statements) -> None:
    texts = pd.Series([text for texts in said.values() for text in texts], dtype="str")
    laid_out = duties(read(texts, lexicon()))
    rows = laid_out.features.toarray()
    left, right = np.nonzero(np.triu(rows @ rows.T > CANDIDATE_COSINE))
    found = candidates(laid_out, np.arange(len(rows)))
    assert set(zip(*found, strict=True)) == set(zip(left, right, strict=True))
