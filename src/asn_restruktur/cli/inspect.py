"""What was understood of these files?"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, assert_never

import typer

from asn_restruktur.cli.exits import Exit
from asn_restruktur.cli.options import Inputs, Mapping, NoColor
from asn_restruktur.cli.session import Session
from asn_restruktur.cli.telling import tell


class Shown(StrEnum):
    """How what was understood is shown."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"


def inspect(
    context: typer.Context,
    inputs: Inputs = None,
    *,
    shown: Annotated[
        Shown, typer.Option("--format", metavar="table|json|html", case_sensitive=False)
    ] = Shown.TABLE,
    file: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE")] = None,
    write_mapping: Annotated[Path | None, typer.Option("--write-mapping", metavar="FILE")] = None,
    mapping: Mapping = None,
    no_color: NoColor = False,
) -> None:
    """Show what was understood of each file and sheet; see `cli.inspect` in the catalogue."""
    from asn_restruktur import pipeline
    from asn_restruktur.cli.single_file import check_inputs, check_target, written

    session: Session = context.obj
    paths = check_inputs(inputs)
    for target in filter(None, (file, write_mapping)):
        check_target(target, paths)
    reading = pipeline.read(paths, mapping=mapping, keeps_unknown=True)
    if write_mapping is not None:
        from asn_restruktur.reporters.inspection.mapping import mapping_text

        written(mapping_text(reading, session.words, write_mapping.as_posix()), write_mapping)
    match shown:
        case Shown.TABLE:
            from asn_restruktur.reporters.inspection.console import printed, show

            if file is None:
                show(reading, session.words, no_color=no_color)
            text = printed(reading, session.words) if file else ""
        case Shown.JSON:
            from asn_restruktur.reporters.inspection.records import json_text

            text = json_text(reading)
        case Shown.HTML:
            from asn_restruktur.reporters.html.inspection import page

            text = page(reading, session.words)
        case _:
            assert_never(shown)
    if file is not None:
        written(text, file)
    elif text:
        typer.echo(text, nl=False)
    if file is not None or shown is not Shown.TABLE:
        tell(reading.problems, session.words)
    raise typer.Exit(Exit.UNUSABLE if reading.problems else Exit.CLEAN)
