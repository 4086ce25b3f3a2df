"""Which arguments and options do commands share?

Their help stands in the message catalogue under `cli.option.<name>` and `cli.argument.<name>`.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from asn_restruktur.vocabulary import Form, Language

Inputs = Annotated[list[Path] | None, typer.Argument(metavar="INPUT…", show_default=False)]
Sample = Annotated[bool, typer.Option("--sample")]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER")]
Formats = Annotated[
    list[Form] | None, typer.Option("--format", metavar="FORM", case_sensitive=False)
]
Lang = Annotated[Language | None, typer.Option("--lang", metavar="id|en", case_sensitive=False)]
Mapping = Annotated[Path | None, typer.Option("--mapping", metavar="FILE")]
Config = Annotated[Path | None, typer.Option("--config", metavar="FILE")]
Isolated = Annotated[bool, typer.Option("--isolated")]
ShowSettings = Annotated[bool, typer.Option("--show-settings")]
Select = Annotated[list[str] | None, typer.Option("--select", metavar="CODES")]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="CODES")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE")]
Quiet = Annotated[bool, typer.Option("--quiet")]
NoColor = Annotated[bool, typer.Option("--no-color")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """Which data a command is to analyse."""

    inputs: Inputs = None
    sample: Sample = False
    mapping: Mapping = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Which settings hold, and as of when."""

    config: Config = None
    isolated: Isolated = False
    select: Select = None
    ignore: Ignore = None
    as_of: AsOf = None
