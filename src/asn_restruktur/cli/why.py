"""Where does a finding, a figure or a unit come from?"""

from typing import Annotated

import typer

from asn_restruktur.cli.options import Choices, Data
from asn_restruktur.cli.session import Session


def why(
    context: typer.Context,
    subject_id: Annotated[str, typer.Argument(metavar="ID")],
    data: Data,
    choices: Choices,
) -> None:
    """Trace an id to its cells and to its rule; see `cli.why` in the catalogue."""
    from asn_restruktur import pipeline
    from asn_restruktur.cli.request import request
    from asn_restruktur.reporters.trace import trace

    session: Session = context.obj
    asked = request(session, data, choices)
    reading = pipeline.read(asked.paths, cited_as=asked.cited_as, mapping=data.mapping)
    organisation = pipeline.load(reading)
    report = pipeline.analyze(organisation, asked.settings, lang=session.lang, as_of=asked.as_of)
    typer.echo(trace(report, subject_id).text)
