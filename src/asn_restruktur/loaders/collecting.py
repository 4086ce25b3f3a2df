"""How is Python kept from looking for garbage while millions of cells come in?"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing be collected inside.

    What a file gives is all kept, and a large sheet takes a quarter longer when it is searched for
    garbage again and again.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
