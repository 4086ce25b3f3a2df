"""Which rules are there?"""

import json
from enum import StrEnum
from typing import Annotated

import typer

from asn_restruktur.cli.session import Session
from asn_restruktur.rules import RULES


class Layout(StrEnum):
    """How the list of rules is written."""

    TEXT = "text"
    JSON = "json"


def rules(
    context: typer.Context,
    *,
    layout: Annotated[
        Layout, typer.Option("--format", metavar="text|json", case_sensitive=False)
    ] = Layout.TEXT,
) -> None:
    """List every rule; see `cli.rules` in the catalogue."""
    from asn_restruktur.reporters.rule_page import rule_line, rule_record

    session: Session = context.obj
    if layout is Layout.JSON:
        records = [rule_record(rule, session.words) for rule in RULES]
        typer.echo(json.dumps(records, ensure_ascii=False, indent=2))
        return
    for rule in RULES:
        typer.echo(rule_line(rule, session.words))
