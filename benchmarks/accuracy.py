"""How well do we find what the development gold set knows?

Our own command reads the gold city and its links, never the labels; the set's own scorer then
compares the tables that the command wrote.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

GOLD = Path(__file__).with_name("gold")


def main() -> None:
    """Analyse the gold city and print the figures of its scorer."""
    with tempfile.TemporaryDirectory() as name:
        output = Path(name)
        inputs = [str(GOLD / "city.csv"), str(GOLD / "links.csv")]
        analyze = [sys.executable, "-m", "asn_restruktur", "analyze", "--isolated", "--quiet"]
        _run([*analyze, *inputs, "--format", "csv", "-o", str(output)])
        tables = output / "tables"
        score = [sys.executable, str(GOLD / "score.py"), str(tables / "pairs.csv")]
        topics = ["--topics", str(tables / "topics.csv")]
        gaps = ["--coordination", str(tables / "coordination.csv")]
        _run([*score, *topics, *gaps, *sys.argv[1:]])


def _run(command: list[str]) -> None:
    done = subprocess.run(command, check=False)  # noqa: S603  # our own commands
    if done.returncode:
        sys.exit(done.returncode)


if __name__ == "__main__":
    main()
