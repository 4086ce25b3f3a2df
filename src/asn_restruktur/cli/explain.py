"""What does one rule mean, when does it not apply, and what helps?"""

from typing import Annotated

import typer

from asn_restruktur.cli.session import Session
from asn_restruktur.cli.usage import unknown
from asn_restruktur.findings import UnusableInput
from asn_restruktur.rules import RULE_BY_CODE


def explain(
    context: typer.Context,
    code: Annotated[str, typer.Argument(metavar="CODE")],
) -> None:
    """Explain a rule; see `cli.explain` in the catalogue."""
    from asn_restruktur.reporters.rule_page import rule_page

    session: Session = context.obj
    rule = RULE_BY_CODE.get(code.upper())
    if rule is None:
        raise UnusableInput(unknown("usage.no_such_rule", code, list(RULE_BY_CODE)))
    typer.echo(rule_page(rule, session.words))
