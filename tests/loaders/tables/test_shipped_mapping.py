from pathlib import Path

import pytest

from asn_restruktur import pipeline
from made_files import csv_text

MAPPING = Path(__file__).parents[3] / "configs" / "pemetaan-kanada.yaml"
ORGANISATIONS = (
    ("org_id", "dept_code", "legal_title_en", "status", "enabling_instrument_en"),
    ("1", "AIR", "Department of Water", "a", "Water Act"),
    ("2", "", "Harbour Board", "a", ""),
    ("3", "OLD", "Department of Coal", "i", ""),
)
RESPONSIBILITIES = (
    ("id", "dept_code", "name_en", "is_active"),
    ("AIR-X1", "AIR", "Clean rivers", "1"),
    ("AIR-X2", "AIR", "Canals", "0"),
)
PROGRAMS = (
    ("dept_code", "crso_id", "activity_code", "name_en", "desc_en", "is_active", "is_fake_program"),
    ("AIR", "AIR-X1", "P1", "Monitoring", "Samples rivers;\nreports what it finds;", "1", "0"),
    ("AIR", "AIR-X1", "P2", "Licences", "Issues licences to draw water.", "1", "0"),
    ("AIR", "AIR-X1", "P3", "Placeholder", "Nothing yet.", "1", "1"),
    ("AIR", "AIR-X2", "P4", "Locks", "Repairs locks.", "0", "0"),
)


def test_organisations_responsibilities_and_programs_become_units_and_statements(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = {
        "xx-organisation.csv": csv_text(ORGANISATIONS),
        "xx-core-responsibility.csv": csv_text(RESPONSIBILITIES),
        "xx-program.csv": csv_text(PROGRAMS).replace(
            "Samples rivers;\nreports what it finds;", '"Samples rivers;\nreports what it finds;"'
        ),
    }
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")
    organisation = pipeline.load(pipeline.read(list(files), mapping=MAPPING))
    units = organisation.units.set_index("unit_id")
    assert units["parent_id"].to_dict() == {
        "AIR": "",
        "harbour-board": "",
        "AIR-X1": "AIR",
        "AIR-P1": "AIR-X1",
        "AIR-P2": "AIR-X1",
    }
    functions = organisation.functions
    assert functions[["unit_id", "text"]].to_numpy().tolist() == [
        ["AIR-P1", "Samples rivers; reports what it finds;"],
        ["AIR-P2", "Issues licences to draw water."],
    ]
