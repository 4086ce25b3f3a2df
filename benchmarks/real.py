"""How much of the files that nobody here made do we read rightly?

Every file of a folder is read alone and, where several belong together, as a set; what came of it
stands beside the hand counts of `real/counts.yaml`. Files without counts are read too and printed
without a comparison. Without a folder one line says that the files were skipped: they may not ship.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import weak_labels
from real_counts import Expected, expected
from real_outcome import Outcome, differences, rates, read

US = (sys.executable, "-m", "asn_restruktur")
NO_DATA = {".md"}
PATIENCE_SECONDS = 60
SHOWN = ("units", "positions", "functions", "workload", "links", "employees")
TARGET = 0.99
TARGET_OF_STATEMENTS = 0.98


def main() -> None:
    """Print what the files of a folder give."""
    parser = argparse.ArgumentParser(description="Read real files and compare with hand counts.")
    parser.add_argument("folder", type=Path, nargs="?", help="folder with the real files")
    folder = parser.parse_args().folder
    if folder is None:
        print("Real files skipped: name their folder, make bench REAL=DIR")
        return
    paths = sorted(
        path for path in folder.rglob("*") if path.is_file() and path.suffix not in NO_DATA
    )
    if not paths:
        sys.exit(f"No file in {folder}")
    files, sets = expected()
    names = {path.name: path for path in paths}
    say_files(paths, files, names)
    say_sets(sets, files, names)
    say_commands(paths, files)
    weak_labels.say(names)


def say_files(
    paths: Iterable[Path], files: Mapping[str, Expected], names: Mapping[str, Path]
) -> None:
    """Print each file alone: what it holds, what is right, then what is wrong."""
    print("## Each file alone\n")
    _head("file")
    notes: list[str] = []
    good = judged = crashed = 0
    for path in paths:
        outcome = read([path])
        stated = files.get(path.name)
        needs_others = bool(stated and stated.needs)
        right, wrong = rates(path, stated, outcome, names) if stated else ({}, [])
        _row(path.name, outcome, "in the set" if needs_others else _rates(right))
        crashed += bool(outcome.crash)
        if stated and not needs_others:
            judged += 1
            good += _holds(right)
        if stated and outcome.organisation:
            wrong = [*differences(stated, outcome), *([] if needs_others else wrong)]
        notes += _notes(path.name, outcome, wrong)
    print(f"\n{good} of {judged} files reach the target, {crashed} crashed.\n")
    print("\n".join(notes))


def say_sets(
    sets: Mapping[str, Expected], files: Mapping[str, Expected], names: Mapping[str, Path]
) -> None:
    """Print the files that belong together, read as one organisation."""
    print("\n## Files that belong together\n")
    _head("set")
    notes: list[str] = []
    for title, stated in sets.items():
        if not names.keys() >= set(stated.files):
            continue
        outcome = read([names[name] for name in stated.files])
        wrong = differences(stated, outcome) if outcome.organisation else []
        rights: dict[str, tuple[int, int]] = {}
        for name in stated.files:
            if files[name].rows_as:
                right, faults = rates(names[name], files[name], outcome, names)
                rights[name] = right["rows"]
                wrong += [f"{name}, {fault}" for fault in faults]
        _row(title, outcome, _rates(rights))
        notes += _notes(title, outcome, wrong)
    print()
    print("\n".join(notes))


def say_commands(paths: Iterable[Path], files: Mapping[str, Expected]) -> None:
    """Print how the real commands end on each file, where there are such commands."""
    print("\n## The commands\n")
    shown = subprocess.run([*US, "--help"], check=False, capture_output=True, text=True)  # noqa: S603  # our own
    known = [name for name in ("inspect", "extract") if f" {name} " in shown.stdout]
    if not known:
        print("Neither `inspect` nor `extract` is a command yet.")
        return
    for command in known:
        ends: dict[str, list[str]] = {}
        for path in paths:
            stated = files.get(path.name)
            if command == "inspect" or (stated and stated.what == "regulation"):
                ends.setdefault(_end(command, path), []).append(path.name)
        for end, ended in sorted(ends.items()):
            print(f"- `{command}`: {end}: {len(ended)} ({', '.join(ended)})")


def _end(command: str, path: Path) -> str:
    """Run a command on a file and say how it ended."""
    with tempfile.TemporaryDirectory() as folder:
        output = ["-o", str(Path(folder) / "org.yaml")] if command == "extract" else []
        try:
            done = subprocess.run(  # noqa: S603  # our own command
                [*US, command, str(path), *output],
                check=False,
                capture_output=True,
                text=True,
                timeout=PATIENCE_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return f"no end within {PATIENCE_SECONDS} s"
    crash = ", with a traceback" if "Traceback" in done.stderr else ""
    return f"exit {done.returncode}{crash}"


def _head(first: str) -> None:
    print(f"| {first} | taken for | {' | '.join(SHOWN)} | left out | right | time |")
    print(f"| --- | --- | {'--: | ' * len(SHOWN)}--- | --: | --: |")


def _row(name: str, outcome: Outcome, right: str) -> None:
    held = [f"{outcome.counted.get(measure, (0,))[0]:.0f}" for measure in SHOWN]
    left_out = ", ".join(f"{reason} {n}" for reason, n in outcome.left_out.items())
    print(
        f"| {name} | {outcome.taken_for} | {' | '.join(held)} | {left_out} "
        f"| {right} | {outcome.seconds:.2f} s |",
        flush=True,
    )


def _rates(right: Mapping[str, tuple[int, int]]) -> str:
    return ", ".join(
        f"{name} {got}/{wanted} ({got / wanted:.1%})" for name, (got, wanted) in right.items()
    )


def _holds(right: Mapping[str, tuple[int, int]]) -> bool:
    return all(
        got >= (TARGET if name == "rows" else TARGET_OF_STATEMENTS) * wanted
        for name, (got, wanted) in right.items()
    )


def _notes(name: str, outcome: Outcome, wrong: list[str]) -> list[str]:
    told = [*([f"crash: {outcome.crash}"] if outcome.crash else []), *wrong]
    return [f"- {name}", *(f"  - {one}" for one in told)] if told else []


if __name__ == "__main__":
    main()
