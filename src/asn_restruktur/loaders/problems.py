"""How is it told that a file cannot be used?"""

from asn_restruktur.findings import Problem, UnusableInput, Value, params
from asn_restruktur.vocabulary import Place


def refusal(key: str, file: str, **values: Value) -> UnusableInput:
    """Make the exception for a file that cannot be used (`input.<key>`)."""
    return UnusableInput(
        Problem(key=f"input.{key}", place=Place(file=file), params=params(**values))
    )
