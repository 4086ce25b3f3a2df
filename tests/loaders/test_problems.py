import re
from pathlib import Path

import pytest

import asn_restruktur
from asn_restruktur.loaders.preflight import Nature
from asn_restruktur.reporters.messages import catalogue
from asn_restruktur.vocabulary import Language

SOURCE = Path(asn_restruktur.__file__).parent
FILES = [*(SOURCE / "loaders").rglob("*.py"), SOURCE / "documents.py"]
RAISED = re.compile(r'refusal\(\s*"(\w+)"|"input\.(\w+)"')
FOUND = re.compile(r'"(DAT\d{3}\.\w+)"')


def raised() -> set[str]:
    texts = [file.read_text(encoding="utf-8") for file in FILES]
    keys = {found[1] or found[2] for text in texts for found in RAISED.finditer(text)}
    return keys | {str(nature) for nature in Nature}


@pytest.mark.parametrize("lang", list(Language))
def test_every_problem_of_an_input_has_its_words_and_no_words_are_left_over(lang: Language) -> None:
    read_natures = {"workbook", "document", "table_text", "drawing", "slides"}
    prefix = "problems.input."
    written = {
        key.removeprefix(prefix)
        for key in catalogue(lang).keys("problems")
        if key.startswith(prefix)
    }
    assert written == raised() - read_natures


@pytest.mark.parametrize("lang", list(Language))
def test_every_variant_of_a_finding_has_its_words(lang: Language) -> None:
    words = catalogue(lang)
    for file in FILES:
        for code, _, variant in (
            key.partition(".") for key in FOUND.findall(file.read_text(encoding="utf-8"))
        ):
            assert words.has(f"{code}.say.{variant}"), (code, variant)
