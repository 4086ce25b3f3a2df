"""How does every run end: with which exit code, and with which words on stderr?"""

import errno
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import NoReturn

import typer

from asn_restruktur.cli.app import command
from asn_restruktur.cli.exits import Exit
from asn_restruktur.cli.session import Session, session
from asn_restruktur.cli.telling import tell
from asn_restruktur.cli.usage import UsageError, usage_problem
from asn_restruktur.findings import Problem, UnusableInput

NAME = "asn-restruktur"
NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
DEBUG = "ASN_RESTRUKTUR_DEBUG"


def run(arguments: Sequence[str]) -> int:
    """Run a command line; every way it can end is an exit code."""
    _prepare_streams()
    signal.signal(signal.SIGTERM, _terminate)
    current = session(arguments)
    try:
        code = _ended(arguments, current)
    except KeyboardInterrupt:
        code = Exit.INTERRUPTED
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        return _tell_fault(error, arguments, current)
    if code == Exit.INTERRUPTED:  # the parser, too, turns an interruption into this code
        typer.echo(current.words.say("cli.interrupted"), err=True)
    return code


def _ended(arguments: Sequence[str], current: Session) -> int:
    """Run the command; what the user can mend is told."""
    try:
        return _run(arguments, current)
    except UsageError as error:
        _tell_usage(error, current)
    except UnusableInput as unusable:
        tell(unusable.problems, current.words)
    except OSError as error:
        # Files are written and read where such faults are told; what is left is standard output.
        if error.errno not in NO_SPACE:
            raise
        _let_go_of_output()
        tell([Problem(key="output.screen_full")], current.words)
    return Exit.UNUSABLE


def _run(arguments: Sequence[str], current: Session) -> int:
    """Run the command; end in silence when whoever reads our output has seen enough."""
    try:
        code = command().main(list(arguments), prog_name=NAME, standalone_mode=False, obj=current)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
        return Exit.CLEAN
    except SystemExit as leaving:
        # The parser turns a closed pipe into exit 1, which would pass for a finding.
        if isinstance(leaving.__context__, BrokenPipeError):
            _let_go_of_output()
            return Exit.CLEAN
        raise
    return code if isinstance(code, int) else Exit.CLEAN


def _prepare_streams() -> None:
    """Write UTF-8 where output is redirected: an old code page cannot hold every name."""
    for stream in (sys.stdout, sys.stderr):
        encoding = (getattr(stream, "encoding", "") or "").lower().replace("-", "")
        if encoding != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    """End as an interruption does, so that temporary files are removed."""
    raise SystemExit(Exit.TERMINATED)


def _tell_usage(error: Exception, current: Session) -> None:
    """Word what was typed wrongly, and where help is."""
    path = getattr(getattr(error, "ctx", None), "command_path", NAME)
    tell([usage_problem(error)], current.words)
    typer.echo(current.words.say("cli.page.see_help", (("command", path),)), err=True)


def _tell_fault(error: Exception, arguments: Sequence[str], current: Session) -> int:
    """Say that the fault is ours, and where the crash file is."""
    from asn_restruktur.cli.crash import write_crash_file

    path = write_crash_file(error, arguments)
    values = (("error", type(error).__name__), ("file", path.as_posix()))
    typer.echo(current.words.say("cli.fault", values), err=True)
    return Exit.FAULT


def _let_go_of_output() -> None:
    """Keep Python from writing once more, at its end, what nobody can take."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
