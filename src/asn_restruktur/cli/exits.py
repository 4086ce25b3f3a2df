"""What does each exit code say to a script?"""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes; the same table stands in README and in `--help`."""

    CLEAN = 0
    FINDINGS = 1
    UNUSABLE = 2  # input, configuration, usage or output that the user can mend
    FAULT = 3  # a fault of ours
    INTERRUPTED = 130
    TERMINATED = 143
