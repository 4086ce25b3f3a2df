from dataclasses import dataclass
from inspect import signature

from asn_restruktur.cli.signature import spoken


@dataclass(frozen=True, kw_only=True)
class Wishes:
    colour: str = "red"
    config: str = ""


def test_every_command_takes_the_language_and_its_function_does_not() -> None:
    called: list[str] = []

    def paint(name: str) -> None:
        called.append(name)

    command = spoken(paint)
    assert list(signature(command).parameters) == ["name", "lang"]
    command(name="wall", lang="en")
    assert called == ["wall"]


def test_the_fields_of_a_dataclass_are_options_in_its_place() -> None:
    called: list[Wishes] = []

    def paint(name: str, wishes: Wishes, *, quiet: bool = False) -> None:
        del name, quiet
        called.append(wishes)

    command = spoken(paint)
    parameters = signature(command).parameters
    assert list(parameters) == ["name", "colour", "lang", "config", "quiet"]
    assert parameters["colour"].default == "red"
    command(name="wall", colour="blue", config="x", lang=None, quiet=True)
    assert called == [Wishes(colour="blue", config="x")]
