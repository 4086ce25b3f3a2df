"""What a quick command may load."""

import subprocess
import sys
from pathlib import Path

import pytest

from cli.command import environment

HEAVY = ("pandas", "numpy", "networkx", "scipy", "openpyxl", "xlsxwriter", "jinja2")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["analyze", "--help"],
        ["rules"],
        ["rules", "--format", "json"],
        ["explain", "FUN101"],
        ["schema", "config"],
        ["schema", "findings"],
        ["analyze", "--sample", "--show-settings"],
        ["analyze"],
    ],
    ids=" ".join,
)
def test_a_command_that_analyses_nothing_loads_nothing_heavy(
    arguments: list[str], tmp_path: Path
) -> None:
    code = (
        "import sys, io, contextlib\n"
        "from asn_restruktur.cli.entry import run\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        f"    run({arguments!r})\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout == "\n"
