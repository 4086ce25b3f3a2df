"""Spoilt files of every form end in a finding or a clear error; `make fuzz` reads many more."""

import hashlib
import subprocess
import sys
from pathlib import Path

from mutants import SOUND, mutant

SCRIPT = Path(__file__).parents[2] / "scripts" / "fuzz_files.py"


def test_three_hundred_spoilt_files_end_well() -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, "--count", "300"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 faults" in done.stdout


def test_every_number_makes_always_the_same_file() -> None:
    def digest() -> str:
        return hashlib.sha256(b"".join(mutant(number)[1] for number in range(40))).hexdigest()

    assert digest() == digest()


def test_spoilt_files_are_of_every_form() -> None:
    assert {mutant(number)[0] for number in range(300)} >= SOUND.keys()
