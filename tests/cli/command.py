"""The real command, as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "samples" / "kota-teladan" / "kota-teladan.xlsx"
COMMAND = [sys.executable, "-m", "asn_restruktur"]
UNSET = ("ASN_RESTRUKTUR_LANG", "ASN_RESTRUKTUR_DEBUG", "NO_COLOR", "FORCE_COLOR", "COLUMNS")


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of the tests, without what would change the command's words or colours."""
    inherited = {name: value for name, value in os.environ.items() if name not in UNSET}
    return inherited | {"PYTHONUTF8": "1"} | dict(more or {})


def run(
    *arguments: str | Path, folder: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=folder,
        env=environment(env),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
