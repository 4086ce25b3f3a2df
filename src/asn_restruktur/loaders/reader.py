"""How does any failure of a third-party reader on one file become one kind of failure?"""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class ReaderFailed(Exception):  # noqa: N818  # named for what is true, not for being an error
    """A third-party reader could not read what it was given; the cause is chained."""


def ask_reader(call: Callable[[], T]) -> T:
    """Return what a third-party reader answers about one file.

    Args:
        call: opens or reads something of one file, and does nothing else.

    Raises:
        ReaderFailed: the reader raised; it names its failures in a dozen ways.
        MemoryError: there is no room, which is no fault of the file.
    """
    try:
        return call()
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    # A reader written in Rust panics with a BaseException.
    except BaseException as fault:
        raise ReaderFailed from fault
