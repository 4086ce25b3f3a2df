"""How does our time compare, as ratios that hold on any machine?

Every figure is the median of whole processes; what is compared runs in turns, so that a busy
moment of the machine meets both sides. Nothing here is a test: the bars are what we aim at.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import make_scale

SAMPLE = make_scale.CITY.with_suffix(".xlsx")
US = (sys.executable, "-m", "asn_restruktur")
READ = f"import pandas; pandas.read_excel({str(SAMPLE)!r}, sheet_name=None, engine='openpyxl')"
LIBRARIES = "import typer, rich"
SMALLEST, LARGEST = 1_500, 48_000
GROWTH_BAR = 2.3
MEBI = 1024 * 1024
KIBI_UNLESS_MACOS = 1 if sys.platform == "darwin" else 1024
"""Linux states the peak in KiB, macOS in bytes."""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: its time, and its processor time and peak of memory where the system tells."""

    seconds: float
    cpu_seconds: float | None
    peak_mib: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Our command against a yardstick, and the ratio that it may reach."""

    what: str
    ours: tuple[str, ...]
    against: str
    yardstick: tuple[str, ...]
    bar: float


def comparisons(folder: Path) -> tuple[Comparison, ...]:
    """Return what is compared on the sample city; reports go to a folder."""
    read = (sys.executable, "-c", READ)
    reading = "pandas reads the workbook with openpyxl"
    return (
        Comparison(
            "analyze: console, json, csv",
            _analyze([SAMPLE], folder / "a", ("json", "csv")),
            reading,
            read,
            1.0,
        ),
        Comparison(
            "analyze: console, json, csv, html, xlsx",
            _analyze([SAMPLE], folder / "b", ("json", "csv", "html", "xlsx")),
            reading,
            read,
            2.0,
        ),
        Comparison(
            "--help",
            (*US, "--help"),
            f"python -c '{LIBRARIES}'",
            (sys.executable, "-c", LIBRARIES),
            2.5,
        ),
    )


def compare(folder: Path, runs: int, say: Callable[[str], None]) -> None:
    """Say a table of our time against the yardsticks."""
    say("| what | ours | against | its time | ratio | bar | |")
    say("| --- | --: | --- | --: | --: | --: | --- |")
    for case in comparisons(folder):
        ours, theirs = _in_turns([case.ours, case.yardstick], runs)
        mine, yard = _median(ours), _median(theirs)
        ratio = mine / yard
        verdict = _verdict(ratio, case.bar)
        say(
            f"| {case.what} | {mine:.2f} s | {case.against} | {yard:.2f} s "
            f"| {ratio:.2f} | {case.bar:.1f} | {verdict} |"
        )


def grow(folder: Path, runs: int, largest: int, say: Callable[[str], None]) -> None:
    """Say a table of time and memory at doubling sizes."""
    sizes = [SMALLEST]
    while sizes[-1] * 2 <= largest:
        sizes.append(sizes[-1] * 2)
    city = make_scale.read_city()
    commands = [_made(city, size, folder / str(size)) for size in sizes]
    measured = _in_turns(commands, runs)
    say("| statements | time | against half the size | bar | | processor | peak memory |")
    say("| --: | --: | --: | --: | --- | --: | --: |")
    before: float | None = None
    for size, done in zip(sizes, measured, strict=True):
        seconds = _median(done)
        ratio = seconds / before if before else None
        growth = (
            f"{ratio:.2f} | {GROWTH_BAR} | {_verdict(ratio, GROWTH_BAR)}" if ratio else "- | | "
        )
        cpu = _told((run.cpu_seconds for run in done), "{:.2f} s")
        peak = _told((run.peak_mib for run in done), "{:,.0f} MiB")
        say(f"| {size:,} | {seconds:.2f} s | {growth} | {cpu} | {peak} |")
        before = seconds


def _told(values: Iterable[float | None], form: str) -> str:
    """Return the median of what the system told, or "-"."""
    known = [value for value in values if value is not None]
    return form.format(statistics.median(known)) if known else "-"


def _made(city: make_scale.City, size: int, folder: Path) -> tuple[str, ...]:
    """Write the organisation of a size and return the command that analyses it."""
    folder.mkdir()
    inputs = [folder / "fungsi.csv", folder / "hubungan.csv"]
    make_scale.write_csv(inputs[0], make_scale.HEADINGS, make_scale.rows(city, size))
    make_scale.write_csv(inputs[1], make_scale.LINK_HEADINGS, make_scale.links(city, size))
    return _analyze(inputs, folder / "laporan", ("json", "csv"))


def _analyze(inputs: Sequence[Path], output: Path, forms: Sequence[str]) -> tuple[str, ...]:
    chosen = [argument for form in forms for argument in ("--format", form)]
    return (*US, "analyze", "--isolated", *map(str, inputs), *chosen, "-o", str(output))


def _in_turns(commands: Sequence[Sequence[str]], runs: int) -> list[list[Run]]:
    """Run every command so many times, each once before any comes again."""
    measured: list[list[Run]] = [[] for _ in commands]
    for _ in range(runs):
        for done, command in zip(measured, commands, strict=True):
            done.append(_run(command))
    return measured


def _run(command: Sequence[str]) -> Run:
    """Run a process to its end; stop the measurement when it fails."""
    with tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)  # noqa: S603  # our own
        cpu = peak = None
        if sys.platform == "win32":
            code = process.wait()
        else:
            _, status, usage = os.wait4(process.pid, 0)
            code = process.returncode = os.waitstatus_to_exitcode(status)
            cpu = usage.ru_utime + usage.ru_stime
            peak = usage.ru_maxrss * KIBI_UNLESS_MACOS / MEBI
        seconds = time.perf_counter() - start
        if code:
            errors.seek(0)
            said = errors.read().decode(errors="replace")
            sys.exit(f"{' '.join(command)}\nended with {code}:\n{said}")
    return Run(seconds, cpu, peak)


def _median(runs: Sequence[Run]) -> float:
    return statistics.median(run.seconds for run in runs)


def _verdict(ratio: float, bar: float) -> str:
    return "held" if ratio <= bar else "**missed**"


def main() -> None:
    """Measure and print the tables as Markdown."""
    parser = argparse.ArgumentParser(description="Measure speed as ratios in one run.")
    parser.add_argument("--runs", type=int, default=5, help="runs of each; the median counts")
    parser.add_argument("--to", type=int, default=LARGEST, help="largest number of statements")
    parser.add_argument("--only", choices=["compare", "grow"], help="one of the two tables")
    arguments = parser.parse_args()

    def say(line: str) -> None:
        print(line, flush=True)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments.only != "grow":
            compare(folder, arguments.runs, say)
            say("")
        if arguments.only != "compare":
            grow(folder, arguments.runs, arguments.to, say)


if __name__ == "__main__":
    main()
