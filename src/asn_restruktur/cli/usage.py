"""What was typed wrongly, and what was probably meant?"""

from collections.abc import Sequence

import typer

from asn_restruktur.config.reading import nearest
from asn_restruktur.findings import Problem, params

# Typer carries its own copy of click and exports only some of its exceptions; the others are
# told apart by their names, which both copies share.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]


def usage_problem(error: Exception) -> Problem:
    """Turn the parser's complaint into a problem that the catalogue words."""
    match type(error).__name__:
        case "NoSuchOption":
            option = str(getattr(error, "option_name", ""))
            return unknown("usage.no_such_option", option, _options(error))
        case "MissingParameter":
            return Problem(key="usage.missing", params=params(name=_parameter(error)))
        case "BadParameter":
            return Problem(
                key="usage.bad_value",
                params=params(name=_parameter(error), said=str(getattr(error, "message", ""))),
            )
        case _:
            said = getattr(error, "format_message", error.__str__)()
            return Problem(key="usage.other", params=params(said=str(said)))


def unknown(key: str, value: str, known: Sequence[str]) -> Problem:
    """Say that a value is not among the known ones, with the nearest of them if one is near."""
    near = nearest(value, known)
    if near:
        return Problem(key=f"{key}.near", params=params(value=value, near=near))
    return Problem(key=f"{key}.far", params=params(value=value, known=tuple(known)))


def _options(error: Exception) -> list[str]:
    """Return the long options of the command that complained."""
    command = getattr(getattr(error, "ctx", None), "command", None)
    parameters = getattr(command, "params", [])
    names = [name for parameter in parameters for name in parameter.opts]
    return [name for name in [*names, "--help"] if name.startswith("--")]


def _parameter(error: Exception) -> str:
    """Name an option by its longest spelling, an argument by its metavar."""
    parameter = getattr(error, "param", None)
    if getattr(parameter, "param_type_name", "") == "option":
        return str(max(getattr(parameter, "opts", [""]), key=len))
    return str(getattr(parameter, "metavar", None) or getattr(parameter, "name", ""))
