"""Where does a finding, a figure or a unit come from?"""

import typer

from asn_restruktur.cli.options import (
    AsOf,
    Config,
    Ignore,
    Inputs,
    Isolated,
    Lang,
    Mapping,
    Sample,
    Select,
)
from asn_restruktur.cli.session import Session


def why(
    context: typer.Context,
    subject_id: str = typer.Argument(metavar="ID"),
    inputs: Inputs = None,
    *,
    sample: Sample = False,
    lang: Lang = None,  # noqa: ARG001  # read by the session, before parsing
    config: Config = None,
    isolated: Isolated = False,
    select: Select = None,
    ignore: Ignore = None,
    as_of: AsOf = None,
    mapping: Mapping = None,
) -> None:
    """Trace an id to its cells and to its rule; see `cli.why` in the catalogue."""
    from asn_restruktur import pipeline
    from asn_restruktur.cli.request import request
    from asn_restruktur.reporters.trace import trace

    session: Session = context.obj
    asked = request(
        session,
        inputs,
        sample=sample,
        config=config,
        isolated=isolated,
        select=select,
        ignore=ignore,
        as_of=as_of,
    )
    reading = pipeline.read(asked.paths, cited_as=asked.cited_as, mapping=mapping)
    organisation = pipeline.load(reading)
    report = pipeline.analyze(organisation, asked.settings, lang=session.lang, as_of=asked.as_of)
    typer.echo(trace(report, subject_id).text)
