"""Which settings hold, and where was each made?"""

from collections.abc import Mapping

from asn_restruktur.config.discovery import Configuration
from asn_restruktur.config.reading import Choice, flat
from asn_restruktur.reporters.messages.catalogue import Catalogue


def settings_page(configuration: Configuration, words: Catalogue) -> str:
    """Tell every setting with the file and line that made it, or that it is the default."""
    rows = [
        (
            f"{name} = {_shown(value, words)}",
            _source(name, configuration, words),
        )
        for name, value in flat(configuration.settings)
    ]
    width = max(len(setting) for setting, _ in rows)
    return "\n".join(f"{setting:<{width}}  {source}" for setting, source in rows)


def _source(name: str, configuration: Configuration, words: Catalogue) -> str:
    if name in configuration.on_command_line:
        return words.say("cli.settings.command_line")
    place = configuration.sources.get(name)
    return words.place(place) if place else words.say("cli.settings.default")


def _shown(value: Choice, words: Catalogue) -> str:
    """Write a value the way a configuration file holds it."""
    if isinstance(value, Mapping):
        value = tuple(f"{code}: {severity}" for code, severity in value.items())
    if isinstance(value, tuple):
        return ", ".join(value) or words.say("cli.settings.empty")
    return str(value)
