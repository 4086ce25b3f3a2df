import json
from importlib.resources import files
from pathlib import Path

import jsonschema_rs
import pytest

from asn_restruktur import pipeline
from asn_restruktur.reporters.inspection.records import SCHEMA, json_text

SAMPLES = Path(__file__).parents[3] / "data" / "samples"
CONTENT = files("asn_restruktur") / "reporters" / "inspection" / "inspect.schema.json"


@pytest.fixture(scope="module")
def record() -> dict[str, object]:
    messy = SAMPLES / "berantakan" / "formasi disporapar.xlsx"
    city = SAMPLES / "dinas-kecil"
    reading = pipeline.read(
        [messy, city / "dinas-kecil.yaml", city / "fungsi.csv", SAMPLES / "tidak-ada.xlsx"],
        keeps_unknown=True,
    )
    found: dict[str, object] = json.loads(json_text(reading))
    return found


def test_it_is_as_its_schema_says(record: dict[str, object]) -> None:
    schema = json.loads(CONTENT.read_text(encoding="utf-8"))
    assert list(jsonschema_rs.validator_for(schema).iter_errors(record)) == []
    assert schema["$id"] == record["$schema"] == SCHEMA


def test_it_tells_each_sheet_with_columns_rows_and_what_was_left_out(
    record: dict[str, object],
) -> None:
    files_read = record["files"]
    assert isinstance(files_read, list)
    posts = files_read[0]["parts"][0]
    assert (posts["sheet"], posts["table"], posts["heading"]) == ("Formasi", "positions", "A5:G6")
    assert [column["column"] for column in posts["columns"]] == [
        None, "title", "class", "need", "filled", None, None,
    ]  # fmt: skip
    assert [column["is_needless"] for column in posts["columns"]] == [
        True, False, False, False, False, True, False,
    ]  # fmt: skip
    assert posts["unit_source"] == "title"
    assert posts["hierarchy"] == "flat"
    left = {one["reason"]: one for one in posts["left_out"]}
    assert left["total_row"]["rows"] == [14, 19, 23, 24]
    assert posts["rows_in"] == posts["rows_kept"] + sum(one["count"] for one in left.values())
    assert posts["sample"][0]["title"] == "Kepala Dinas"


def test_files_that_cannot_be_used_are_told(record: dict[str, object]) -> None:
    (problem,) = record["problems"]  # type: ignore[misc]  # a list, as the schema says
    assert problem["key"] == "input.no_such_file"
    assert problem["message"]["en"]
