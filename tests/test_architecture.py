"""What holds for the code as a whole."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from asn_restruktur.reporters.messages.catalogue import FOLDER, catalogue
from asn_restruktur.rules import RULES
from asn_restruktur.vocabulary import Language

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "asn_restruktur"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FILE_LINES = 400
VAGUE_NAMES = frozenset({"utils.py", "helpers.py", "common.py", "base.py", "misc.py"})
# Where anything may go wrong and must end as one kind of thing: the reader of a stranger's file,
# and the entry point.
CATCH_ALL = frozenset({"loaders/reader.py", "cli/entry.py"})


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_each_layer_imports_only_what_stands_below_it() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_opens_with_the_question_it_answers(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstring = ast.get_docstring(tree) or ""
    assert docstring.splitlines(), path
    if path.name != "__init__.py":
        assert "?" in docstring.split("\n\n")[0], path


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_short_and_has_a_telling_name(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE_LINES
    assert path.name not in VAGUE_NAMES


def test_anything_is_caught_in_two_places_only() -> None:
    broad = {"Exception", "BaseException"}
    found = set()
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                caught = ast.unparse(node.type) if node.type else "Exception"
                if caught in broad:
                    found.add(_name(path))
    assert found == CATCH_ALL


@pytest.mark.parametrize("topic", sorted({path.stem for path in FOLDER.rglob("*.yaml")}))
def test_both_languages_say_the_same_things(topic: str) -> None:
    indonesian, english = (catalogue(lang) for lang in (Language.ID, Language.EN))
    assert set(indonesian.keys(topic)) == set(english.keys(topic))
    for key in indonesian.keys(topic):
        assert _fields(indonesian.template(key)) == _fields(english.template(key)), key


def _fields(message: str | dict[str, str]) -> set[str]:
    from string import Formatter

    texts = [message] if isinstance(message, str) else list(message.values())
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("part", ["name", "what", "why", "when_not", "mend", "good", "bad"])
@pytest.mark.parametrize("lang", Language)
def test_every_rule_is_explained(part: str, lang: Language) -> None:
    words = catalogue(lang)
    assert [rule.code for rule in RULES if not words.has(f"{rule.code}.{part}")] == []
