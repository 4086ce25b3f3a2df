from asn_restruktur.findings import Finding
from asn_restruktur.loaders.tables.digits import digits_lost
from asn_restruktur.loaders.tables.records import Records, records
from asn_restruktur.loaders.tables.rows import table_rows
from asn_restruktur.rules import DIGITS_LOST
from made_sheets import region, sheet


def lost(*nips: object, heading: str = "NIP") -> tuple[list[Finding], Records]:
    page = sheet(
        ("Nama", heading, "Gol"), *((f"Agus {at}", nip, "III/a") for at, nip in enumerate(nips))
    )
    table = region(page)
    found = records(page, table, table_rows(page, table).kept)
    numbers = [page.numbers[index] for index in found.indices]
    return list(digits_lost(found, table.heading, page.origin, numbers)), found


def test_an_id_longer_than_a_number_can_be_is_emptied_and_its_cell_told() -> None:
    findings, found = lost("199001012015031001", 1.99001012015031e17)
    assert found.columns["nip"] == ["199001012015031001", None]
    assert [finding.rule for finding in findings] == [DIGITS_LOST]
    assert [place.cell for place in findings[0].places] == ["B3"]
    assert dict(findings[0].params)["column"] == "NIP"


def test_an_id_shown_as_a_power_of_ten_is_emptied() -> None:
    findings, found = lost("1.99001E+17", "1,99001E+17", "199001012015031001")
    assert found.columns["nip"] == [None, None, "199001012015031001"]
    assert dict(findings[0].params)["count"] == 2


def test_an_id_that_a_number_can_hold_is_kept() -> None:
    findings, found = lost(123456789012345.0, 42)
    assert not findings
    assert found.columns["nip"] == [123456789012345.0, 42]


def test_a_power_of_ten_in_a_name_is_a_name() -> None:
    page = sheet("Kode Unit|Nama Unit|Kode Induk", ("1", "1E+05", ""), ("2", "Dinas Air", "1"))
    table = region(page)
    found = records(page, table, table_rows(page, table).kept)
    assert not list(digits_lost(found, table.heading, page.origin, [2, 3]))
    assert found.columns["name"] == ["1E+05", "Dinas Air"]


def test_codes_and_superiors_lose_digits_too() -> None:
    page = sheet(("Kode Jabatan", "Nama Jabatan", "Kode Atasan"), (-1.2e16, "Bidan", "1,2E+16"))
    table = region(page)
    found = records(page, table, table_rows(page, table).kept)
    findings = list(digits_lost(found, table.heading, page.origin, [2]))
    assert [place.cell for finding in findings for place in finding.places] == ["A2", "C2"]


def test_a_code_that_only_holds_such_signs_is_kept() -> None:
    findings, found = lost("AE+10-7", "199001012015031001")
    assert not findings
    assert found.columns["nip"][0] == "AE+10-7"
