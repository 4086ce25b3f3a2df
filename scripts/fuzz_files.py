"""Do spoilt files end in a finding or a clear error, always?

Each file is read and made into an organisation in a process of its own kind: with little room, a
time limit, and an end after some hundred files. Told are exceptions that are none of ours, ends of
the process, files that take too long, and memory.
"""

import argparse
import signal
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

SECONDS = 10
MEBI = 1024 * 1024
ROOM_MIB = 512
SLACK_MIB = 1_024
"""Room of the process beyond that, so that a large file is told and not taken for damaged."""
A_PROCESS = 500


def main() -> None:
    """Read so many files and exit 1 when one ended badly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--in-this-process", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.in_this_process:
        read_files(range(options.first, options.first + options.count))
        return
    faults = fuzz(options.first, options.count)
    raise SystemExit(1 if faults else 0)


def fuzz(first: int, count: int) -> int:
    """Read files in processes of some hundred; print what happened and return how many faults."""
    end = first + count
    ends: Counter[str] = Counter()
    peak = 0
    at = first
    while at < end:
        size = min(A_PROCESS, end - at)
        told, code, stderr = run(at, size)
        last = at
        for line in told:
            number, kind, mebi, what = line.split("\t")
            last = int(number)
            peak = max(peak, int(mebi))
            if kind == "start":
                continue
            ends[kind] += 1
            if kind not in ("read", "refused"):
                print(f"{number}: {kind} {what}", flush=True)
        if code:
            kind = "hang" if code == -getattr(signal, "SIGALRM", 0) else "abort"
            ends[kind] += 1
            print(f"{last}: {kind} (exit {code})\n{stderr[-2_000:]}", flush=True)
            at = last + 1
        else:
            at += size
    faults = sum(ends.values()) - ends["read"] - ends["refused"]
    kinds = ", ".join(f"{kind} {number:,}" for kind, number in sorted(ends.items()))
    print(f"{count:,} files: {kinds}; peak {peak} MiB above the start; {faults} faults")
    return faults


def run(first: int, count: int) -> tuple[list[str], int, str]:
    """Read some files in a process of their own."""
    command = [sys.executable, str(Path(__file__)), "--in-this-process"]
    done = subprocess.run(
        [*command, "--first", str(first), "--count", str(count)],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    return done.stdout.splitlines(), done.returncode, done.stderr


def read_files(numbers: range) -> None:
    """Read each file and print its number, how it ended and the memory that it took."""
    from mutants import SOUND, mutant

    with tempfile.TemporaryDirectory() as folder:
        for name, sound in SOUND.items():  # so that every library is loaded before memory counts
            ending(Path(folder) / name, sound())
        start = peak_mebi()
        limit()
        for number in numbers:
            print(number, "start", peak_mebi() - start, "", sep="\t", flush=True)
            name, content = mutant(number)
            if hasattr(signal, "SIGALRM"):
                signal.alarm(SECONDS)
            kind, what = ending(Path(folder) / name, content)
            if hasattr(signal, "SIGALRM"):
                signal.alarm(0)
            taken = peak_mebi() - start
            if taken > ROOM_MIB:
                kind, what = "memory", name
            print(number, kind, taken, what, sep="\t", flush=True)
            if kind == "memory":
                start = peak_mebi()


def ending(path: Path, content: bytes) -> tuple[str, str]:
    """Read a file and say how it ended."""
    from asn_restruktur.loaders.inputs import read
    from asn_restruktur.organisation.assemble import assemble
    from asn_restruktur.vocabulary import UnusableInput

    path.write_bytes(content)
    try:
        reading = read([path])
        assemble(reading.tables, government=reading.government, findings=reading.findings)
    except UnusableInput as unusable:
        return ("refused", "") if unusable.problems else ("nothing told", path.name)
    except Exception:  # noqa: BLE001  # what may not happen is what is looked for
        lines = traceback.format_exc().strip().splitlines()
        return "traceback", f"{path.name} {' | '.join(line.strip() for line in lines[-5:])}"
    return "read", ""


def limit() -> None:
    """Give this process little room more than it has."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    room = pages * resource.getpagesize() + (ROOM_MIB + SLACK_MIB) * MEBI
    resource.setrlimit(resource.RLIMIT_AS, (room, room))


def peak_mebi() -> int:
    """Return the most memory that this process has had, in MiB; 0 where that is not told."""
    try:
        import resource
    except ImportError:
        return 0
    unit = MEBI if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


if __name__ == "__main__":
    main()
