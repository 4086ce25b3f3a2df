from pathlib import Path

import pytest

from foreign.judge import CASES, judge

ENOUGH = 0.99


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_strangers_files_are_read_as_a_person_reads_them(case: Path) -> None:
    verdict = judge(case)
    assert verdict.share >= ENOUGH, "\n".join(verdict.differences)
