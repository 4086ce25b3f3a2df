"""The main job: which functions overlap, what else is amiss, and what to do first?"""

from pathlib import Path

import typer

from asn_restruktur.cli.exits import Exit
from asn_restruktur.cli.options import (
    Choices,
    Data,
    Formats,
    NoColor,
    Output,
    Quiet,
    ShowSettings,
)
from asn_restruktur.cli.session import Session
from asn_restruktur.cli.telling import tell
from asn_restruktur.vocabulary import USUAL_FORMS


def analyze(
    context: typer.Context,
    data: Data,
    *,
    output: Output = Path("laporan"),
    formats: Formats = None,
    choices: Choices,
    show_settings: ShowSettings = False,
    quiet: Quiet = False,
    no_color: NoColor = False,
) -> None:
    """Take files to findings, recommendations and reports; see `cli.analyze` in the catalogue."""
    from asn_restruktur.cli.request import request

    session: Session = context.obj
    asked = request(session, data, choices)
    if show_settings:
        from asn_restruktur.cli.settings_page import settings_page

        typer.echo(settings_page(asked.configuration, session.words))
        return
    from asn_restruktur import pipeline
    from asn_restruktur.cli.progress import progress

    forms = tuple(formats or USUAL_FORMS)
    pipeline.check_output(output, asked.paths, forms)
    with progress(session, quiet=quiet, no_color=no_color) as step:
        reading = pipeline.read(
            asked.paths, progress=step, cited_as=asked.cited_as, mapping=data.mapping
        )
        report = pipeline.analyze(
            pipeline.load(reading), asked.settings, lang=session.lang, as_of=asked.as_of,
            progress=step,
        )  # fmt: skip
        written = pipeline.write(pipeline.render(report, forms, progress=step), output)
    if not quiet:
        from asn_restruktur.reporters.console import show

        show(report, written, inputs=asked.typed, no_color=no_color)
    tell(reading.problems, session.words)
    raise typer.Exit(Exit.UNUSABLE if reading.problems else Exit.CLEAN)
