"""What is asked for, once command line and configuration are put together?"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from asn_restruktur.cli.options import Choices, Data
from asn_restruktur.cli.sample import sample_path
from asn_restruktur.cli.session import Session
from asn_restruktur.config.discovery import Configuration, configuration, read_configuration
from asn_restruktur.config.reading import nearest, unknown_codes
from asn_restruktur.config.settings import Settings
from asn_restruktur.findings import Problem, UnusableInput, params
from asn_restruktur.rules import RULE_BY_CODE
from asn_restruktur.vocabulary import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a command that analyses has to do.

    Args:
        paths: files and folders to read, as typed.
        cited_as: how places name a file: the sample by its name, wherever it is installed.
        configuration: settings and where each was made.
        as_of: ISO date of the data, or "".
    """

    paths: tuple[Path, ...]
    cited_as: Mapping[Path, str]
    configuration: Configuration
    as_of: str

    @property
    def typed(self) -> str:
        """The data as it was named on the command line, ready to be typed again."""
        if self.cited_as:
            return "--sample"
        names = [path.as_posix() for path in self.paths]
        return " ".join(f'"{name}"' if " " in name else name for name in names)

    @property
    def settings(self) -> Settings:
        """The settings that hold."""
        return self.configuration.settings


def request(session: Session, data: Data, choices: Choices) -> Request:
    """Put command line and configuration together; the command line wins.

    The session speaks the configuration's language from here on, unless the command line or the
    environment asked for one.

    Raises:
        UnusableInput: with every fault of the command line, or those of the configuration.
    """
    chosen, ignored = _codes(choices.select), _codes(choices.ignore)
    problems = [
        *_input_faults(data),
        *_code_faults("--select", chosen),
        *_code_faults("--ignore", ignored),
        *_date_faults(choices.as_of),
    ]
    if problems:
        raise UnusableInput(*problems)
    paths = (sample_path(),) if data.sample else tuple(data.inputs or ())
    found = _configuration(paths, choices, isolated=choices.isolated or data.sample)
    if not session.is_stated:
        session.lang = Language(found.settings.lang)
    settings = replace(
        found.settings,
        select=chosen or found.settings.select,
        ignore=ignored or found.settings.ignore,
        lang=session.lang.value,
    )
    stated = {"select": bool(chosen), "ignore": bool(ignored), "lang": session.is_stated}
    return Request(
        paths=paths,
        cited_as={path: path.name for path in paths} if data.sample else {},
        configuration=replace(
            found,
            settings=settings,
            on_command_line=frozenset(name for name, is_stated in stated.items() if is_stated),
        ),
        as_of=choices.as_of or "",
    )


def _configuration(paths: Sequence[Path], choices: Choices, *, isolated: bool) -> Configuration:
    if choices.config is not None:
        return read_configuration(choices.config)
    return Configuration() if isolated else configuration(paths[0])


def _codes(values: Sequence[str] | None) -> tuple[str, ...]:
    """Split what was typed at commas; codes are written in capitals."""
    return tuple(
        code.strip().upper() for value in values or () for code in value.split(",") if code.strip()
    )


def _input_faults(data: Data) -> list[Problem]:
    if data.sample and data.inputs:
        return [Problem(key="usage.sample_with_inputs")]
    return [] if data.sample or data.inputs else [Problem(key="usage.no_input")]


def _code_faults(option: str, prefixes: Sequence[str]) -> list[Problem]:
    known = list(RULE_BY_CODE)
    return [
        Problem(
            key="usage.unknown_code",
            params=params(option=option, value=prefix, near=nearest(prefix, known) or known[0]),
        )
        for prefix in unknown_codes(prefixes)
    ]


def _date_faults(as_of: str | None) -> list[Problem]:
    if as_of is None:
        return []
    try:
        is_iso = dt.date.fromisoformat(as_of).isoformat() == as_of
    except ValueError:
        is_iso = False
    return [] if is_iso else [Problem(key="usage.no_date", params=params(value=as_of))]
