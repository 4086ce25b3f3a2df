import json
from dataclasses import replace
from pathlib import Path

import jsonschema_rs
import pytest

from asn_restruktur.config.discovery import configuration, read_configuration
from asn_restruktur.config.reading import flat
from asn_restruktur.config.schema import config_schema
from asn_restruktur.config.settings import OverlapSettings, Settings
from asn_restruktur.reporters.messages.catalogue import catalogue
from asn_restruktur.rulesets import ruleset
from asn_restruktur.vocabulary import Language, Place, Problem, UnusableInput

ROOT = Path(__file__).parents[1]


def problems_of(text: str, folder: Path) -> list[Problem]:
    path = folder / "asn-restruktur.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        read_configuration(path)
    return list(caught.value.problems)


def test_a_file_sets_what_it_says_and_leaves_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "asn-restruktur.yaml"
    path.write_text("overlap:\n  report: 0.6\nselect: [FUN, KOR1]\nlang: en\n", encoding="utf-8")
    found = read_configuration(path)
    assert found.settings == replace(
        Settings(), overlap=OverlapSettings(report=0.6), select=("FUN", "KOR1"), lang="en"
    )
    assert {name: place.line for name, place in found.sources.items()} == {
        "overlap.report": 2,
        "select": 3,
        "lang": 4,
    }


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "asn-restruktur.yaml"
    path.write_text("# nothing yet\noverlap:\n", encoding="utf-8")
    assert read_configuration(path).settings == Settings()


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("overlp:\n  report: 0.5\n", "config.unknown_key.near", 1),
        ("overlap:\n  raport: 0.5\n", "config.unknown_key.near", 2),
        ("zzzzzzz: 1\n", "config.unknown_key.far", 1),
        ("overlap: 0.5\n", "config.no_mapping", 1),
        ("- overlap\n", "config.no_mapping", 1),
        ("overlap:\n  report: half\n", "config.no_number", 2),
        ("overlap:\n  report: .nan\n", "config.no_number", 2),
        ("overlap:\n  report: NaN\n", "config.no_number", 2),
        ("overlap:\n  report: 1e999\n", "config.no_number", 2),
        ("overlap:\n  report: [0.5]\n", "config.no_number", 2),
        ("overlap:\n  report: 1.5\n", "config.out_of_range", 2),
        ("overlap:\n  report: -0.1\n", "config.out_of_range", 2),
        ("structure:\n  span_max: 2.5\n", "config.no_whole_number", 2),
        ("structure:\n  span_max: true\n", "config.no_whole_number", 2),
        ("structure:\n  span_max: 0\n", "config.too_small", 2),
        ("structure:\n  span_min: 9\n  span_max: 4\n", "config.disordered", 2),
        ("overlap:\n  report: 0.9\n", "config.disordered", 2),
        ("lang: fr\n", "config.unknown_word", 1),
        ("select: [FUN, XYZ]\n", "config.unknown_code", 1),
        ("ignore: {FUN: 1}\n", "config.no_list", 1),
        ("severity: {FUN999: note}\n", "config.unknown_key.near", 1),
        ("severity: {FUN101: loud}\n", "config.unknown_word", 1),
        ("severity: FUN101\n", "config.no_mapping", 1),
        ("lexicon: [none.csv]\n", "config.no_lexicon", 1),
        ("lang: id\nlang: en\n", "input.document_duplicate_key", 2),
        ("a: &x [1]\nb: *x\n", "input.document_alias", 2),
        ("lang: !!python/object:os.system id\n", "input.document_tag", 1),
    ],
)
def test_each_fault_is_told_with_its_line(text: str, key: str, line: int, tmp_path: Path) -> None:
    found = problems_of(text, tmp_path)
    assert (found[0].key, found[0].place and found[0].place.line) == (key, line)
    for lang in Language:
        assert catalogue(lang).problem(found[0])


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = "overlap: {report: 2, firma: 1}\nlang: fr\nselect: [XYZ]\n"
    assert [problem.key for problem in problems_of(text, tmp_path)] == [
        "config.out_of_range",
        "config.unknown_key.near",
        "config.unknown_word",
        "config.unknown_code",
    ]


def test_an_unknown_key_is_answered_with_the_nearest_one(tmp_path: Path) -> None:
    (problem,) = problems_of("structure:\n  span_maks: 9\n", tmp_path)
    said = catalogue(Language.ID).problem(problem)
    assert said.endswith('baris 2, kolom 3: kunci "span_maks" tidak dikenal. '
                         'Mungkin maksudnya "span_max".')  # fmt: skip


def test_the_nearest_file_above_the_input_holds(tmp_path: Path) -> None:
    near = tmp_path / "kota" / "data"
    near.mkdir(parents=True)
    (tmp_path / "asn-restruktur.yaml").write_text("lang: en\n", encoding="utf-8")
    assert configuration(near / "kota.xlsx").settings.lang == "en"
    (tmp_path / "kota" / ".asn-restruktur.yaml").write_text("lang: id\n", encoding="utf-8")
    assert configuration(near / "kota.xlsx").settings.lang == "id"
    assert configuration(near).settings.lang == "id"


def test_a_pyproject_counts_only_with_the_tools_own_table(tmp_path: Path) -> None:
    (tmp_path / "asn-restruktur.yaml").write_text("lang: en\n", encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    project = inner / "pyproject.toml"
    project.write_text("[tool.other]\nx = 1\n", encoding="utf-8")
    assert configuration(inner / "kota.xlsx").settings.lang == "en"
    project.write_text(
        '[project]\nname = "x"\n\n[tool.asn-restruktur]\nselect = ["FUN"]\n\n'
        "[tool.asn-restruktur.structure]\nspan_max = 9\n",
        encoding="utf-8",
    )
    found = configuration(inner / "kota.xlsx")
    assert found.settings.select == ("FUN",)
    assert found.settings.structure.span_max == 9
    assert {name: place.line for name, place in found.sources.items()} == {
        "select": 5,
        "structure.span_max": 8,
    }


def test_a_broken_pyproject_is_told(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.asn-restruktur\n", encoding="utf-8")
    with pytest.raises(UnusableInput) as caught:
        configuration(tmp_path / "kota.xlsx")
    assert [problem.key for problem in caught.value.problems] == ["config.no_toml"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "none.yaml"
    with pytest.raises(UnusableInput) as caught:
        read_configuration(path)
    assert caught.value.problems == (
        Problem(key="config.no_such_file", place=Place(file=path.as_posix())),
    )


def test_a_lexicon_is_found_beside_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text("term,canonical,kind,field\n", encoding="utf-8")
    path = tmp_path / "asn-restruktur.yaml"
    path.write_text("lexicon: words.csv\n", encoding="utf-8")
    assert read_configuration(path).settings.lexicon == ((tmp_path / "words.csv").as_posix(),)


def test_the_shipped_configuration_states_every_setting_with_its_default() -> None:
    found = read_configuration(ROOT / "configs" / "kota.yaml")
    assert found.settings == Settings()
    assert set(found.sources) == {name for name, _ in flat(Settings())}


def test_the_schema_agrees_with_the_reader(tmp_path: Path) -> None:
    schema = jsonschema_rs.validator_for(json.loads(json.dumps(config_schema())))
    assert schema.is_valid({"overlap": {"report": 0.6}, "severity": {"FUN101": "note"}})
    for wrong in (
        {"overlp": {}},
        {"overlap": {"report": 1.5}},
        {"structure": {"span_max": 0}},
        {"lang": "fr"},
        {"severity": {"FUN999": "note"}},
        {"severity": {"FUN101": "loud"}},
    ):
        assert not schema.is_valid(wrong)
        assert problems_of(json.dumps(wrong), tmp_path)


def test_limits_of_structure_are_those_of_the_ruleset() -> None:
    stated = ruleset("nasional")
    for name in ("span_min", "span_max", "layers_max"):
        default = dict(flat(Settings()))[f"structure.{name}"]
        assert stated[f"structure.{name}"].value == str(default)


def test_the_ruleset_names_the_32_urusan_of_the_law() -> None:
    codes = [key for key in ruleset("nasional") if key.startswith("urusan.")]
    assert len(codes) == 32
    assert ruleset("nasional")["urusan.1.02"].value == "Kesehatan"
    assert ruleset("nasional")["urusan.1.02"].article == "Pasal 12"
