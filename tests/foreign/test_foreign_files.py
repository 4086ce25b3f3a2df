from pathlib import Path

import pytest

from foreign.judge import CASES, judge, reached

ENOUGH = 0.99


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_strangers_files_are_read_as_a_person_reads_them(case: Path) -> None:
    verdict = judge(case)
    assert verdict.share >= min(reached(case), ENOUGH), "\n".join(verdict.differences)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_that_is_read_whole_claims_no_less(case: Path) -> None:
    if reached(case) < ENOUGH:
        assert judge(case).share < ENOUGH, "read whole now: take `reached` out of expected.yaml"
