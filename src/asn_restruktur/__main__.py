"""What happens between the operating system and the commands?

Everything heavier than the standard library loads inside `main`, so that even an interruption
while loading ends as one.
"""

import signal
import sys


def main() -> None:
    """Run the command that was typed, and leave with its exit code."""
    try:
        from asn_restruktur.cli.entry import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    # The work is done or undone: an interruption while Python closes must not change the code.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(code)


if __name__ == "__main__":
    main()
