"""Which shape must a file have, or does one have?"""

import json
from enum import StrEnum
from typing import Annotated, assert_never

import typer


class SchemaName(StrEnum):
    """The files that have a JSON Schema."""

    ORGANISATION = "organisation"
    FINDINGS = "findings"
    CONFIG = "config"
    INSPECT = "inspect"


def schema(
    name: Annotated[SchemaName, typer.Argument(metavar="NAME", case_sensitive=False)],
) -> None:
    """Print a JSON Schema; see `cli.schema` in the catalogue."""
    from importlib.resources import files

    package = files("asn_restruktur")
    match name:
        case SchemaName.ORGANISATION:
            file = package / "loaders" / "schemas" / "organisation.schema.json"
        case SchemaName.FINDINGS:
            file = package / "reporters" / "findings.schema.json"
        case SchemaName.INSPECT:
            file = package / "reporters" / "inspection" / "inspect.schema.json"
        case SchemaName.CONFIG:
            from asn_restruktur.config.schema import config_schema

            typer.echo(json.dumps(config_schema(), indent=2))
            return
        case _:
            assert_never(name)
    typer.echo(file.read_text(encoding="utf-8").rstrip("\n"))
