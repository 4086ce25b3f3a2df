"""How is a unit referred to by the names of those above it and its own?"""

from collections.abc import Sequence

BETWEEN = " › "  # noqa: RUF001  # no name of a unit holds this sign
"""Stands between the names of a path, from the top down."""


def joined(names: Sequence[str]) -> str:
    """Return names from the top down as one reference."""
    return BETWEEN.join(names)


def above(path: str) -> str:
    """Return the reference to the unit above, or ""."""
    return path.rpartition(BETWEEN)[0]


def last(path: str) -> str:
    """Return the name of the unit itself."""
    return path.rpartition(BETWEEN)[2]
