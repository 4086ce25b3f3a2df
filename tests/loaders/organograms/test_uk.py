from pathlib import Path

import pytest

from asn_restruktur import pipeline
from asn_restruktur.loaders.encoding import Text
from asn_restruktur.loaders.organograms.uk import read_organogram
from asn_restruktur.loaders.sheets.csvs import read_csv
from asn_restruktur.loaders.understood import FileReading, InputForm, LeftOut
from asn_restruktur.vocabulary import TableName, UnusableInput
from drawn_charts import rows, told

SENIOR = (
    "{first}Post Unique Reference,Name,{grade},Job Title,Job/Team Function,Parent Department,"
    "Organisation,Unit,Contact Phone,Contact E-mail,Reports to Senior Post,"
    "Salary Cost of Reports (£),FTE,Actual Pay Floor (£),Actual Pay Ceiling (£),,"
    "Professional/Occupational Group,Notes,Valid?\n"
)
JUNIOR = (
    "Parent Department,Organisation,Unit,Reporting Senior Post,Grade,Payscale Minimum (£),"
    "Payscale Maximum (£),Generic Job Title,Number of Posts in FTE,"
    "Professional/Occupational Group\n"
)
OLD, NEW = SENIOR.format(first="", grade="Grade (or equivalent)"), SENIOR.format(
    first=",", grade="Grade"
)  # fmt: skip


def senior(  # what a row says
    post: str, title: str, above: str, *, does: str = "N/A", name: str = "N/D", unit: str = "Parks "
) -> str:
    does = does.replace('"', '""')
    return (
        f'{post},{name},SCS1,{title},"{does}",Department of Lakes,Lakes Agency,{unit},,,{above},'
        "0,0.8,,,,Policy,,1\n"
    )


def junior(above: str, title: str, fte: str, *, grade: str = "EO") -> str:
    return f"Department of Lakes,Lakes Agency,Parks,{above},{grade},1,2,{title},{fte},Policy\n"


def read(text: str) -> FileReading:
    (sheet,) = read_csv(Text(text, "utf-8"), "lakes.csv").sheets
    return read_organogram(sheet.rows, sheet.numbers, "lakes.csv")


def test_senior_posts_are_positions_in_nested_units() -> None:
    text = OLD + senior("LA1", "Chief Executive", "XX", unit="") + senior("LA2", "Ranger", "LA1")
    reading = read(text)
    assert reading.source.form is InputForm.UK_ORGANOGRAM
    assert rows(reading, TableName.UNITS) == [
        {"unit_id": "department-of-lakes", "name": "Department of Lakes"},
        {
            "unit_id": "department-of-lakes.lakes-agency",
            "name": "Lakes Agency",
            "parent_id": "department-of-lakes",
        },
        {
            "unit_id": "department-of-lakes.lakes-agency.parks",
            "name": "Parks",
            "parent_id": "department-of-lakes.lakes-agency",
        },
    ]
    assert [
        (row["position_id"], row["unit_id"], row.get("reports_to"), row["level"], row["filled"])
        for row in rows(reading, TableName.POSITIONS)
    ] == [
        ("LA1", "department-of-lakes.lakes-agency", None, "SCS1", "0.8"),
        ("LA2", "department-of-lakes.lakes-agency.parks", "LA1", "SCS1", "0.8"),
    ]


def test_a_row_index_and_another_heading_for_the_grade_change_nothing() -> None:
    text = NEW + "0," + senior("2", "Ranger", "xx")
    (position,) = rows(read(text), TableName.POSITIONS)
    assert (position["position_id"], position.get("reports_to"), position["level"]) == (
        "2",
        None,
        "SCS1",
    )


@pytest.mark.parametrize(
    ("does", "said"),
    [
        ("'Looks after the lakes.'", ["Looks after the lakes."]),
        ("Looks after the lakes'", ["Looks after the lakes"]),
        ("The agency's lakes", ["The agency's lakes"]),
        ("Lakes; ponds; and\nrivers\u00a0too", ["Lakes; ponds; and rivers too"]),
        ("Areas:\n-Lakes and\nponds\n- Rivers", ["Areas:", "Lakes and ponds", "Rivers"]),
        ("1. Lakes\n2. Rivers", ["Lakes", "Rivers"]),
        ("N/A", []),
        ("Not in post", ["Not in post"]),
    ],
)
def test_what_a_post_does_is_one_statement_or_one_for_each_marked_item(
    does: str, said: list[str]
) -> None:
    functions = rows(read(OLD + senior("1", "Ranger", "XX", does=does)), TableName.FUNCTIONS)
    assert [row["text"] for row in functions] == said
    assert {row["position_id"] for row in functions} <= {"1"}


def test_names_that_are_published_are_employees_and_a_vacant_post_is_empty() -> None:
    text = (
        OLD
        + senior("1", "Ranger", "XX", name="Sample Person")
        + senior("2", "Warden", "1", name="Vacant")
        + senior("3", "Keeper", "1", name="[name removed]")
    )
    reading = read(text)
    assert [row["name"] for row in rows(reading, TableName.EMPLOYEES)] == ["Sample Person"]
    assert [row["filled"] for row in rows(reading, TableName.POSITIONS)] == ["0.8", 0, "0.8"]


def test_a_post_listed_twice_is_one_and_told() -> None:
    text = OLD + senior("1", "Ranger", "XX") * 2
    reading = read(text)
    assert len(rows(reading, TableName.POSITIONS)) == 1
    assert told(reading) == ["DAT002.repeated"]
    assert reading.source.parts[0].left_out == {LeftOut.REPEATED: 1}


def test_junior_posts_are_counted_under_their_senior_post() -> None:
    text = (
        JUNIOR
        + junior("LA2", "Boat Keeper", "2.5")
        + junior("LA2", "Boat Keeper", "1")
        + junior("LA2", "Not in post", "1")
        + junior("LA2", "N/A", "3", grade="AO")
    )
    reading = read(text)
    assert [
        (row["position_id"], row["title"], row["reports_to"], row["filled"])
        for row in rows(reading, TableName.POSITIONS)
    ] == [
        ("LA2.boat-keeper-eo", "Boat Keeper", "LA2", "2.5"),
        ("LA2.boat-keeper-eo-2", "Boat Keeper", "LA2", "1"),
        ("LA2.ao-ao", "AO", "LA2", "3"),
    ]
    assert reading.source.parts[0].left_out == {LeftOut.NOT_IN_POST: 1}
    assert reading.source.parts[0].sureness == 1.0
    assert [str(place) for place in reading.findings[0].places] == ["lakes.csv:4"]


def test_both_lists_make_one_organisation(tmp_path: Path) -> None:
    top = senior("LA1", "Head of Lakes", "XX", unit="")
    text = OLD + top + senior("LA2", "Ranger", "LA1", does="Keeps boats.")
    (tmp_path / "senior.csv").write_text(text, encoding="utf-8")
    (tmp_path / "junior.csv").write_text(JUNIOR + junior("LA2", "Keeper", "3"), encoding="utf-8")
    city = pipeline.load(pipeline.read([tmp_path / "senior.csv", tmp_path / "junior.csv"]))
    assert city.findings == ()
    assert list(city.positions["reports_to"]) == ["", "LA1", "LA2"]
    assert city.positions["filled"].sum() == pytest.approx(4.6)
    assert list(city.functions["unit_id"]) == ["department-of-lakes.lakes-agency.parks"]


def test_headings_without_a_row_are_refused() -> None:
    with pytest.raises(UnusableInput) as caught:
        read(JUNIOR)
    assert caught.value.problems[0].key == "input.organogram_no_posts"
