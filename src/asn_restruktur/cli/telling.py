"""How are problems told on stderr?"""

from collections.abc import Iterable, Iterator

import typer

from asn_restruktur.findings import Problem, params
from asn_restruktur.reporters.messages.catalogue import Catalogue

MOST_PER_FILE = 10
"""Whoever wrote fifty aliases mends them all at once, and fifty lines hide the next file."""


def tell(problems: Iterable[Problem], words: Catalogue) -> None:
    """Word every problem on stderr, each with its place and mend."""
    for line in told(problems, words):
        typer.echo(line, err=True)


def told(problems: Iterable[Problem], words: Catalogue) -> Iterator[str]:
    """Word problems in their order; of one file the first ten, and how many there are more."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.file if problem.place else "", []).append(problem)
    for file, found in by_file.items():
        yield from (words.problem(problem) for problem in found[:MOST_PER_FILE])
        if left := found[MOST_PER_FILE:]:
            yield words.say("cli.more_problems", params(file=file, count=len(left)))
