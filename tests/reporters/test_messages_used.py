"""Is every text of the catalogue said somewhere, and every text that is said written?"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import asn_restruktur
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language

SOURCE = Path(asn_restruktur.__file__).parent
TOPICS = ("words", "figures", "summary", "console", "xlsx", "markdown", "why", "inspect")
SHORTEST_CLUE = 3
"""A pattern such as `{name}.{part}` would match everything; it needs some letters of its own."""


@cache
def said() -> tuple[re.Pattern[str], ...]:
    """Collect the strings of our code; a value inside one may be anything."""
    patterns = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                patterns.add(re.escape(node.value))
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
                    for part in node.values
                ]
                if max((len(part) for part in parts if part != ".+"), default=0) > SHORTEST_CLUE:
                    patterns.add("".join(parts))
    # `Catalogue.word` says any of the words; whoever asks it for one names which.
    return tuple(re.compile(pattern) for pattern in sorted(patterns - {".+", r"words\..+"}))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_text_is_said_somewhere(topic: str) -> None:
    keys = catalogue(Language.ID).keys(topic)
    names = {key: (key, key.removeprefix(f"{topic}.")) for key in keys}
    patterns = said()
    silent = [
        key
        for key, spellings in names.items()
        if not any(pattern.fullmatch(name) for pattern in patterns for name in spellings)
    ]
    assert silent == []


@pytest.mark.parametrize("topic", TOPICS)
def test_every_text_that_is_said_in_full_is_written(topic: str) -> None:
    words = catalogue(Language.ID)
    key = re.compile(rf"{topic}(\.[a-z_0-9]+)+")
    literals = {pattern.pattern.replace("\\", "") for pattern in said()}
    named = [name for name in sorted(literals) if key.fullmatch(name)]
    assert [
        name for name in named if not words.has(name) and not name.endswith((".yaml", ".json"))
    ] == []
