"""How does the parser see what a command takes?"""

from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from functools import wraps
from inspect import Parameter, Signature, signature

from asn_restruktur.cli.options import Lang

SETTINGS = "config"
"""The language stands before the options about settings, else last."""


def spoken(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option `--lang`, and the options of each dataclass that it takes.

    The session has read the language before parsing, so the function does not receive it. Where
    it takes a dataclass, the parser sees its fields, in its place.
    """
    taken = signature(function).parameters
    groups = {name: group for name, parameter in taken.items() if (group := _group(parameter))}

    @wraps(function)
    def command(**options: object) -> None:
        del options["lang"]
        for name, group in groups.items():
            fields = signature(group).parameters
            options[name] = group(**{field: options.pop(field) for field in fields})
        function(**options)

    parsed = [
        option.replace(kind=Parameter.KEYWORD_ONLY)
        for parameter in taken.values()
        for option in _options(parameter)
    ]
    names = [option.name for option in parsed]
    at = names.index(SETTINGS) if SETTINGS in names else len(names)
    lang = Parameter("lang", Parameter.KEYWORD_ONLY, default=None, annotation=Lang)
    command.__dict__["__signature__"] = Signature([*parsed[:at], lang, *parsed[at:]])
    return command


def _options(parameter: Parameter) -> Iterator[Parameter]:
    """Yield the fields of a dataclass, any other parameter as it is."""
    group = _group(parameter)
    yield from signature(group).parameters.values() if group else [parameter]


def _group(parameter: Parameter) -> type | None:
    """Return the dataclass that a parameter takes, if it takes one."""
    kind = parameter.annotation
    return kind if isinstance(kind, type) and is_dataclass(kind) else None
