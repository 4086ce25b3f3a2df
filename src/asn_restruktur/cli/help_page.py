"""What does `--help` show, in either language?

Typer's own help is English only. Here every text comes from the message catalogue under the name
of the command or parameter, so that an option without a text cannot go unnoticed.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from typer.core import TyperCommand, TyperGroup

from asn_restruktur.cli.session import Session
from asn_restruktur.cli.usage import unknown
from asn_restruktur.findings import UnusableInput
from asn_restruktur.reporters.messages.catalogue import Catalogue


class Invocation(Protocol):
    """What a help page needs of the parser's context."""

    @property
    def command_path(self) -> str:
        """The command as typed, without its arguments."""

    @property
    def obj(self) -> object:
        """The session; none while the shell asks for completions."""

    @property
    def resilient_parsing(self) -> bool:
        """Whether the shell asks for completions."""


class Page(Protocol):
    """What a help page needs of the parser's formatter."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""

    def write_paragraph(self) -> None:
        """Write an empty line."""

    def write_text(self, text: str) -> None:
        """Write wrapped text."""

    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None:
        """Write a list of terms and their meanings."""

    def section(self, name: str) -> AbstractContextManager[None]:
        """Open an indented part under a heading."""


class Parameter(Protocol):
    """What a help page needs of an option or argument."""

    @property
    def name(self) -> str | None:
        """Name of the function's argument."""

    @property
    def param_type_name(self) -> str:
        """Whether it is an option or an argument."""

    @property
    def opts(self) -> Sequence[str]:
        """Spellings of an option."""

    @property
    def metavar(self) -> str | None:
        """Mark that stands for its value."""


class LocalisedCommand(TyperCommand):
    """A command whose help stands in the catalogue under `cli.<its name>`."""

    def format_help(self, ctx: Invocation, formatter: Page) -> None:
        """Write usage, purpose, arguments and options."""
        words = _words(ctx)
        pieces = [_metavar(parameter) for parameter in self.params if _is_argument(parameter)]
        _write_usage(ctx, formatter, words, " ".join([words.say("cli.page.options_mark"), *pieces]))
        _write_purpose(formatter, words, f"cli.{self.name}")
        _write_parameters(formatter, words, self.params)


class LocalisedGroup(TyperGroup):
    """The whole tool; its help lists the commands and the exit codes."""

    def get_command(self, ctx: Invocation, cmd_name: str) -> TyperCommand | None:
        """Return a command; an unknown name is told with the nearest one."""
        found = self.commands.get(cmd_name)
        if found is None and not ctx.resilient_parsing:
            raise UnusableInput(unknown("usage.no_such_command", cmd_name, list(self.commands)))
        return found if isinstance(found, TyperCommand) else None

    def format_help(self, ctx: Invocation, formatter: Page) -> None:
        """Write usage, purpose, commands, options and exit codes."""
        words = _words(ctx)
        _write_usage(ctx, formatter, words, words.say("cli.page.command_mark"))
        _write_purpose(formatter, words, "cli.tool")
        with formatter.section(words.say("cli.page.commands")):
            formatter.write_dl([(name, words.say(f"cli.{name}.short")) for name in self.commands])
        _write_parameters(formatter, words, self.params)
        with formatter.section(words.say("cli.page.exit_codes")):
            codes = ("0", "1", "2", "3", "130")
            formatter.write_dl([(code, words.say(f"cli.exit.{code}")) for code in codes])


def _words(ctx: Invocation) -> Catalogue:
    """Return the catalogue of the session; completion runs without one."""
    session = ctx.obj if isinstance(ctx.obj, Session) else Session()
    return session.words


def _is_argument(parameter: Parameter) -> bool:
    return parameter.param_type_name == "argument"


def _metavar(parameter: Parameter) -> str:
    return parameter.metavar or (parameter.name or "").upper()


def _write_usage(ctx: Invocation, page: Page, words: Catalogue, pieces: str) -> None:
    page.write_usage(ctx.command_path, pieces, prefix=words.say("cli.page.usage") + " ")


def _write_purpose(page: Page, words: Catalogue, key: str) -> None:
    page.write_paragraph()
    page.write_text(words.say(f"{key}.short"))
    if words.has(f"{key}.more"):
        page.write_paragraph()
        page.write_text(words.say(f"{key}.more"))


def _write_parameters(page: Page, words: Catalogue, parameters: Iterable[Parameter]) -> None:
    """Write the arguments, then the options, and `--help` last."""
    arguments, options = [], []
    for parameter in parameters:
        kind = parameter.param_type_name
        meaning = words.say(f"cli.{kind}.{parameter.name}")
        if _is_argument(parameter):
            arguments.append((_metavar(parameter), meaning))
        else:
            mark = f" {parameter.metavar}" if parameter.metavar else ""
            options.append((", ".join(parameter.opts) + mark, meaning))
    options.append(("--help", words.say("cli.option.help")))
    for heading, rows in (("arguments", arguments), ("options", options)):
        if rows:
            with page.section(words.say(f"cli.page.{heading}")):
                page.write_dl(rows)
