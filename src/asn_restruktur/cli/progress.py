"""What does somebody see who waits?"""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from asn_restruktur.cli.session import Session
from asn_restruktur.findings import params

if TYPE_CHECKING:
    from rich.status import Status

    from asn_restruktur.pipeline import Progress

PATIENCE_SECONDS = 1.0


@contextmanager
def progress(session: Session, *, quiet: bool, no_color: bool) -> "Iterator[Progress]":
    """Name on stderr each step that takes longer than a second; in a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield _silent
        return
    steps = _Steps(session, no_color=no_color)
    try:
        yield steps
    finally:
        steps.close()


def _silent(_step: str, _number: int, _total: int) -> None:
    """Show nothing."""


class _Steps:
    """Shows the step that runs, once it has run for a while."""

    def __init__(self, session: Session, *, no_color: bool) -> None:
        from rich.console import Console

        self._console = Console(stderr=True, no_color=no_color or None, highlight=False)
        self._words = session.words
        self._timer: threading.Timer | None = None
        self._status: Status | None = None

    def __call__(self, step: str, number: int, total: int) -> None:
        """Begin a step: the last one's name goes, this one's waits for its second."""
        self.close()
        name = self._words.say(f"cli.step.{step}")
        text = self._words.say("cli.page.step", params(name=name, number=number, total=total))
        self._timer = threading.Timer(PATIENCE_SECONDS, self._show, [text])
        self._timer.daemon = True
        self._timer.start()

    def close(self) -> None:
        """Leave the terminal as it was."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()
        if self._status is not None:
            self._status.stop()
            self._status = None

    def _show(self, text: str) -> None:
        self._status = self._console.status(text)
        self._status.start()
