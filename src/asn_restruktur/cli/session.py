"""In which language does this run speak?"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asn_restruktur.reporters.messages.catalogue import Catalogue, catalogue
from asn_restruktur.vocabulary import Language

VARIABLE = "ASN_RESTRUKTUR_LANG"


@dataclass(slots=True)
class Session:
    """What one run of the command knows of its user.

    Args:
        lang: language of help, messages and reports. A command may change it once it has read
            a configuration, so that a later problem is worded in that language.
        is_stated: whether the user asked for it on the command line or in the environment.
    """

    lang: Language = Language.ID
    is_stated: bool = False

    @property
    def words(self) -> Catalogue:
        """The message catalogue in the language of the session."""
        return catalogue(self.lang)


def stated_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language | None:
    """Return the language that the command line or the environment asks for, if any.

    It is looked up before the command line is parsed, since help and usage errors are worded in
    it too; what it cannot read is left to the parser's own complaint.
    """
    asked = [environment.get(VARIABLE, "")]
    for at, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang":
            asked.append(next(iter(arguments[at + 1 : at + 2]), ""))
        elif argument.startswith("--lang="):
            asked.append(argument.removeprefix("--lang="))
    known = [Language(value.lower()) for value in asked if value.lower() in set(Language)]
    return known[-1] if known else None


def session(arguments: Sequence[str]) -> Session:
    """Open the session of a command line."""
    stated = stated_language(arguments, os.environ)
    return Session(stated or Language.ID, is_stated=stated is not None)
