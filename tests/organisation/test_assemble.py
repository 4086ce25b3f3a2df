import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from asn_restruktur.organisation.assemble import assemble
from asn_restruktur.organisation.graph import graph
from asn_restruktur.organisation.hierarchy import hierarchy
from asn_restruktur.organisation.model import Government, Organisation, RawTable
from asn_restruktur.organisation.tables import COLUMNS, DTYPES, KEYS, PLACE_COLUMNS
from asn_restruktur.rules import UNREADABLE
from asn_restruktur.vocabulary import TableName, UnitKind
from raw_tables import Row, organisation, raw, units
from strategies import examples, raw_tables, sound_cities

SETTINGS = examples(20)


@given(raw_tables())
@SETTINGS
def test_whatever_stands_in_the_cells_an_organisation_keeps_its_promises(
    tables: list[RawTable],
) -> None:
    city = assemble(tables, government=Government())
    for name in TableName:
        frame = city.table(name)
        assert list(frame.columns) == [*(c.name for c in COLUMNS[name]), *PLACE_COLUMNS]
        assert all(frame[c.name].dtype == DTYPES[c.kind] for c in COLUMNS[name])
        assert list(frame.index) == list(range(len(frame)))
        for column in COLUMNS[name]:
            if column.required:
                assert (frame[column.name] != "").all()
        if name in KEYS:
            assert frame[KEYS[name]].is_unique
    assert_references_exist(city)
    assert set(city.units["kind"]) <= set(UnitKind)
    assert len(hierarchy(city).units) == len(city.units)
    for finding in city.findings:
        assert len(finding.fingerprint) == 16
        assert all(place.cell for place in finding.places)
    graph(city)


def assert_references_exist(city: Organisation) -> None:
    for name in TableName:
        for column in COLUMNS[name]:
            target = column.refers_to
            if target is None or (target is not TableName.UNITS and city.table(target).empty):
                continue
            known = city.table(target)[KEYS[target]]
            refers = city.table(name)[column.name]
            assert refers[refers != ""].isin(known).all(), (name, column.name)


@given(sound_cities(), st.randoms(use_true_random=False))
@SETTINGS
def test_the_order_of_rows_changes_nothing_but_the_order(
    city: tuple[list[Row], list[Row]], chance: object
) -> None:
    rows, statements = city
    before = organisation(raw("units", rows), raw("functions", statements))
    for part in (rows, statements):
        chance.shuffle(part)
    after = organisation(raw("functions", statements), raw("units", rows))
    assert before.findings == after.findings == ()
    for name, columns in (
        (TableName.UNITS, ["unit_id", "name", "parent_id", "kind"]),
        (TableName.FUNCTIONS, ["statement_id", "unit_id"]),
    ):
        left, right = (
            sorted(each.table(name)[columns].itertuples(index=False, name=None))
            for each in (before, after)
        )
        assert left == right


@given(sound_cities())
@SETTINGS
def test_the_same_input_twice_is_the_same_organisation(city: tuple[list[Row], list[Row]]) -> None:
    rows, statements = city
    once = organisation(raw("units", rows), raw("functions", statements))
    twice = organisation(
        raw("units", rows),
        raw("functions", statements),
        raw("units", rows, file="b.xlsx"),
        raw("functions", statements, file="b.xlsx"),
    )
    assert twice.findings == ()
    for name in (TableName.UNITS, TableName.FUNCTIONS):
        pd.testing.assert_frame_equal(once.table(name), twice.table(name))


def test_what_the_loaders_found_stands_first() -> None:
    from asn_restruktur.findings import Finding

    unreadable = Finding(rule=UNREADABLE, key="DAT001.noise")
    city = assemble(
        [raw("units", units("1 < 9: X"))], government=Government(name="Kota"), findings=[unreadable]
    )
    assert [finding.code for finding in city.findings] == ["DAT001", "DAT102"]
    assert city.government.name == "Kota"


def test_nothing_read_is_an_empty_organisation() -> None:
    city = organisation()
    assert all(city.table(name).empty for name in TableName)
    assert hierarchy(city).units.empty
