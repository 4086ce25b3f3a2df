"""Which units, posts and duties does a regulation state?"""

from pathlib import Path
from typing import Annotated

import typer

from asn_restruktur.cli.exits import Exit
from asn_restruktur.cli.options import NoColor, Quiet
from asn_restruktur.cli.session import Session
from asn_restruktur.cli.telling import tell
from asn_restruktur.findings import Problem, UnusableInput

Regulations = Annotated[list[Path] | None, typer.Argument(metavar="FILE…", show_default=False)]
OrgFile = Annotated[Path | None, typer.Option("-o", "--output", metavar="ORG.yaml")]


def extract(
    context: typer.Context,
    regulations: Regulations = None,
    *,
    org_file: OrgFile = None,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Read regulations into an org file; see `cli.extract` in the catalogue."""
    session: Session = context.obj
    if not regulations:
        raise UnusableInput(Problem(key="usage.no_regulation"))
    from asn_restruktur import pipeline
    from asn_restruktur.cli.progress import progress

    if org_file is not None:
        pipeline.check_file(org_file, regulations)
    with progress(session, quiet=quiet, no_color=no_color) as step:
        reading = pipeline.read(regulations, progress=step)
        organisation = pipeline.load(reading)
        content = pipeline.org_file(organisation)
        if org_file is not None:
            pipeline.write({org_file.name: content}, org_file.parent)
    if org_file is None:
        typer.echo(content, nl=False)
    if not quiet:
        from asn_restruktur.reporters.extracted import lines

        for line in lines(reading, organisation.findings, session.words):
            typer.echo(line, err=True)
    tell(reading.problems, session.words)
    raise typer.Exit(Exit.UNUSABLE if reading.problems else Exit.CLEAN)
