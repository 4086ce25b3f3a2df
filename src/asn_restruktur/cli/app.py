"""Which commands are there?"""

from collections.abc import Sequence
from typing import Annotated, Protocol

import typer

from asn_restruktur import __version__
from asn_restruktur.cli.analyze import analyze
from asn_restruktur.cli.explain import explain
from asn_restruktur.cli.extract import extract
from asn_restruktur.cli.help_page import LocalisedCommand, LocalisedGroup
from asn_restruktur.cli.inspect import inspect
from asn_restruktur.cli.rules import rules
from asn_restruktur.cli.schema import schema
from asn_restruktur.cli.signature import spoken
from asn_restruktur.cli.why import why

COMMANDS = (analyze, inspect, extract, why, rules, explain, schema)


class Runnable(Protocol):
    """What the entry point needs of a command line."""

    def main(
        self, args: Sequence[str], *, prog_name: str, standalone_mode: bool, obj: object
    ) -> object:
        """Run it; return the exit code that a command left with, if any."""


def command() -> Runnable:
    """Build the command line."""
    app = typer.Typer(
        cls=LocalisedGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
    )
    app.callback()(spoken(_tool))
    for function in COMMANDS:
        app.command(cls=LocalisedCommand)(spoken(function))
    return typer.main.get_command(app)


def _tool(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"asn-restruktur {__version__}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())
